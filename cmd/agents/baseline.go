package main

import (
	"fmt"
	"math"
	"runtime"

	"trabecula/sim/metric"
	"trabecula/sim/run"
	"trabecula/sim/sweep"
	"trabecula/sim/unit"
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
	return metric.WriteVerdicts(p.stdout, out.Verdicts)
}

// asJSON adds the comparison to an outcome, in the words of programs; what is
// missing is null.
func asJSON(o sweep.Outcome) any {
	type row struct {
		Row        string   `json:"row"`
		Symbol     string   `json:"symbol"`
		Column     string   `json:"column"`
		Unit       string   `json:"unit"`
		Published  string   `json:"published"`
		Low        float64  `json:"low"`
		High       float64  `json:"high"`
		Simulated  *float64 `json:"simulated"`
		Verdict    string   `json:"verdict"`
		Population string   `json:"population"`
		Source     string   `json:"source"`
	}
	rows := []row{}
	for _, v := range o.Verdicts {
		rows = append(rows, row{v.Row, v.Symbol, v.Column, v.Unit, v.Published, v.Low, v.High, orNull(v.Simulated), v.String(), v.Population, v.Source})
	}
	return struct {
		sweep.Outcome
		Drift   estimate `json:"drift_pct_y"`
		Renewal estimate `json:"renewal_pct_y"`
		Rows    []row    `json:"comparison"`
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
