package main

import (
	"fmt"
	"os"
	"runtime"
	"strings"

	"golang.org/x/term"

	"trabecula/sim/run"
	"trabecula/sim/unit"
)

// sitting are the flags of every command that steps a model.
type sitting struct {
	Workers  int    `placeholder:"N" help:"Goroutines; the result does not depend on it. Default: all cores."`
	Check    bool   `help:"Verify the invariants of the model after every step."`
	Quiet    bool   `short:"q" help:"Print errors only."`
	Verbose  bool   `short:"v" help:"Say more about what is done."`
	Progress string `enum:"auto,bar,plain,json,none" default:"auto" help:"How progress is shown: ${enum}."`
	JSON     bool   `name:"json" help:"Print the summary as JSON."`
}

// overrides are the flags that stand for parameters.
type overrides struct {
	Image     string   `placeholder:"FILE" help:"PNG or TIFF image of a bone section (section.image)."`
	PixelSize string   `placeholder:"17um" help:"Edge of a pixel of the image (section.pixel_size)."`
	Until     string   `xor:"length" placeholder:"365d" help:"Simulated time at which the run ends (time.until)."`
	Years     string   `xor:"length" placeholder:"N" help:"The same, in years."`
	Days      string   `xor:"length" placeholder:"N" help:"The same, in days."`
	Seed      string   `placeholder:"N" help:"Seed of all random streams (random.seed)."`
	Set       []string `sep:"none" placeholder:"KEY=VALUE" help:"Set any parameter, such as cells.osteoclast.lifespan=10d; may be repeated."`
}

type runCommand struct {
	Scenario  string   `arg:"" help:"Name of a scenario, or a .toml file."`
	Treat     []string `sep:"none" placeholder:"PLAN" help:"Add a treatment, such as \"teriparatide 20 ug subcutaneous daily from 1y to 3y\"; may be repeated."`
	At        []string `sep:"none" placeholder:"TIME:KEY=VALUE" help:"Change a cause in mid-run, such as \"1y: endocrine.pth.glands=0\" or \"1y over 90d: endocrine.kidney.gfr=30\"; may be repeated."`
	Out       string   `placeholder:"DIR" help:"Run folder. Default: out/<scenario>-seed<seed>-<hash>."`
	Force     bool     `help:"If the folder exists, move it aside."`
	overrides `embed:""`
	sitting   `embed:""`
}

// Run carries the command out.
func (c runCommand) Run(p process) error {
	config, scenario, err := run.LoadAsked(c.Scenario, run.Asked{Sets: c.sets(), Turns: c.At, Treatments: c.Treat})
	if err != nil {
		return err
	}
	o, err := c.options(p)
	if err != nil {
		return err
	}
	o.Force = c.Force
	plan, err := run.Prepare(config, scenario, c.Out, o)
	if err != nil {
		return err
	}
	if c.Verbose {
		fmt.Fprintf(p.stderr, "%s: %s\n%s: section of %d x %d px, BV/TV %.2f %%\n", scenario.Name, scenario.Title,
			plan.Dir, plan.Report.W, plan.Report.H, 100*plan.Report.BVTV)
	}
	summary, err := plan.Run(p.ctx)
	return c.finish(p, summary, err)
}

// sets returns the flags as parameters.
func (o overrides) sets() []string {
	sets := append([]string(nil), o.Set...)
	for _, f := range []struct{ path, value, unit string }{
		{"section.image", o.Image, ""}, {"section.pixel_size", o.PixelSize, ""}, {"random.seed", o.Seed, ""},
		{"time.until", o.Until, ""}, {"time.until", o.Years, " y"}, {"time.until", o.Days, " d"},
	} {
		if f.value == "" {
			continue
		}
		if unit.Of(f.value) == "" {
			f.value += f.unit
		}
		sets = append(sets, f.path+"="+f.value)
	}
	return sets
}

// options returns how the model is stepped.
func (s sitting) options(p process) (run.Options, error) {
	if s.Workers < 0 {
		return run.Options{}, run.BadInput{Err: fmt.Errorf("--workers = %d, want at least 1", s.Workers)}
	}
	if s.Workers == 0 {
		s.Workers = runtime.NumCPU()
	}
	return run.Options{
		Workers: s.Workers, Check: s.Check, Clock: p.clock, Command: append([]string{"agents"}, p.args...),
		Program: program(), Report: run.Reporter(s.style(p), p.stderr),
		Warn: func(text string) { fmt.Fprintln(p.stderr, text) },
	}, nil
}

// style settles how progress is shown.
func (s sitting) style(p process) run.Style {
	switch {
	case s.Quiet:
		return run.None
	case s.Progress != "auto":
		return run.Style(s.Progress)
	}
	if f, ok := p.stderr.(*os.File); ok && term.IsTerminal(int(f.Fd())) {
		return run.Bar
	}
	return run.Plain
}

// finish prints what came of a run.
func (s sitting) finish(p process, sum run.Summary, err error) error {
	switch {
	case err != nil && s.style(p) == run.Bar:
		fmt.Fprintln(p.stderr) // leave the bar where it is
		return err
	case err != nil:
		return err
	case s.JSON:
		return printJSON(p, sum)
	case s.Quiet:
		return nil
	}
	_, err = fmt.Fprintln(p.stdout, strings.TrimSpace(sum.String()))
	return err
}
