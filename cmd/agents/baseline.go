package main

import (
	"fmt"
	"math"
	"runtime"

	"trabecula/sim/run"
	"trabecula/sim/sweep"
	"trabecula/sim/unit"
	"trabecula/sim/validate"
)

type baselineCommand struct {
	Scenario string   `arg:"" default:"healthy" help:"Name of a scenario, or a .toml file."`
	Seeds    int      `default:"10" placeholder:"N" help:"Runs, with consecutive seeds."`
	Years    string   `default:"5" placeholder:"Y" help:"Simulated time of each."`
	Jobs     int      `placeholder:"N" help:"Runs at a time. Default: all cores."`
	Set      []string `sep:"none" placeholder:"KEY=VALUE" help:"Set any parameter; may be repeated."`
	Quiet    bool     `short:"q" help:"Do not tell of each run as it ends."`
	JSON     bool     `name:"json" help:"Print JSON."`
}

// Run carries the command out.
func (c baselineCommand) Run(p process) error {
	if c.Seeds < 1 || c.Jobs < 0 {
		return run.BadInput{Err: fmt.Errorf("--seeds = %d, --jobs = %d, want at least 1", c.Seeds, c.Jobs)}
	}
	config, _, err := run.Load(c.Scenario, overrides{Years: c.Years, Set: c.Set}.sets())
	if err != nil {
		return err
	}
	o := sweep.Options{Seeds: c.Seeds, Jobs: c.Jobs}
	if c.Jobs == 0 {
		o.Jobs = runtime.NumCPU()
	}
	if !c.Quiet {
		o.Report = func(r sweep.Result) {
			fmt.Fprintf(p.stderr, "seed %d: BV/TV %.2f -> %.2f %%, drift %+.2f %%/y, renewal %.1f %%/y\n", r.Seed, r.Start, r.End, r.Drift, r.Renewal)
		}
	}
	out, err := sweep.Baseline(p.ctx, config, o)
	switch {
	case err != nil:
		return err
	case c.JSON:
		return printJSON(p, asJSON(out))
	}
	fmt.Fprintf(p.stdout, "%d seeds, %.3g years each; means of days %.0f to %.0f\ndrift of BV/TV    %v %%/y\nrenewal of matrix %v %%/y\n\n",
		c.Seeds, out.Years, out.Settled, config.Time.Until/unit.Day, out.Drift, out.Renewal)
	if err := validate.WriteTable(p.stdout, out.Scores); err != nil {
		return err
	}
	all := validate.Count(out.Scores, func(validate.Score) bool { return true })
	_, err = fmt.Fprintf(p.stdout, "%d of %d compared are in, %d missing. S: published interval or mean +/- 1 SD; N: within 30 %%\n", all.In, all.Scored, all.Missing)
	return err
}

// asJSON adds the comparison to an outcome, in the words of programs; what is
// missing is null.
func asJSON(o sweep.Outcome) any {
	rows := []validate.Record{}
	for _, v := range o.Scores {
		rows = append(rows, v.Record())
	}
	return struct {
		sweep.Outcome
		Drift   estimate          `json:"drift_pct_y"`
		Renewal estimate          `json:"renewal_pct_y"`
		Rows    []validate.Record `json:"comparison"`
	}{o, finite(o.Drift), finite(o.Renewal), rows}
}

// estimate is a sweep.Estimate whose missing parts are null.
type estimate struct {
	Mean *float64 `json:"mean"`
	SE   *float64 `json:"se"`
}

func finite(e sweep.Estimate) estimate { return estimate{orNull(e.Mean), orNull(e.SE)} }

func orNull(v float64) *float64 {
	if math.IsNaN(v) || math.IsInf(v, 0) {
		return nil
	}
	return &v
}
