package main

import (
	"fmt"

	"trabecula/sim/run"
)

type resumeCommand struct {
	Dir     string `arg:"" help:"Run folder."`
	sitting `embed:""`
}

// Run carries the command out.
func (c resumeCommand) Run(p process) error {
	o, err := c.options(p)
	if err != nil {
		return err
	}
	summary, err := run.Resume(p.ctx, c.Dir, o)
	return c.finish(p, summary, err)
}

type verifyCommand struct {
	Dir     string `arg:"" help:"Run folder."`
	sitting `embed:""`
}

// Run carries the command out.
func (c verifyCommand) Run(p process) error {
	o, err := c.options(p)
	if err != nil {
		return err
	}
	sum, err := run.Verify(p.ctx, c.Dir, o)
	switch {
	case err != nil:
		return err
	case c.JSON:
		return printJSON(p, map[string]any{"identical": true, "dir": c.Dir, "simulated_d": sum.Days, "state_hash": sum.StateHash})
	case c.Quiet:
		return nil
	}
	_, err = fmt.Fprintf(p.stdout, "%s: identical, %g days, state %s\n", c.Dir, sum.Days, sum.StateHash)
	return err
}
