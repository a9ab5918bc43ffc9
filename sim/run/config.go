package run

import (
	"errors"
	"fmt"
	"math"
	"path/filepath"
	"strings"

	"trabecula/assets"
	"trabecula/render"
	"trabecula/sim"
	"trabecula/sim/param"
	"trabecula/sim/scenario"
	"trabecula/sim/section"
	"trabecula/sim/unit"
)

// Config is everything that decides a result, images aside: equal Configs and
// images give equal bits. Start from Defaults or Load.
type Config struct {
	Time    TimeParams
	Random  RandomParams
	Section section.Params
	Model   sim.Params
	Output  OutputParams
	Turns   []scenario.Turn // what changes in mid-run, in the order of time
}

// TimeParams say how long a run is.
type TimeParams struct {
	Until float64 `param:"until" default:"365 d" range:"1 h..100 y" doc:"simulated time at which the run ends" source:"design: a year, about two remodelling cycles of 200 d"`
}

// RandomParams feed the random streams.
type RandomParams struct {
	Seed uint64 `param:"seed" default:"1" range:"0.." doc:"seed of all random streams; another seed is another individual" source:"design: any number"`
}

// OutputParams say what a run writes and how often.
type OutputParams struct {
	Series      float64 `param:"series" default:"1 d" range:"1 h..1 y" doc:"time between rows of series.csv" source:"design: one row per day"`
	Snapshots   float64 `param:"snapshots" default:"30 d" range:"0 d..100 y" doc:"time between pictures; 0 = the first and the last only" source:"design: monthly"`
	Checkpoints float64 `param:"checkpoints" default:"30 d" range:"0 d..100 y" doc:"time between checkpoints, the most that a crash can cost; 0 = only when interrupted" source:"design: monthly"`
	Overlay     string  `param:"overlay" default:"none" doc:"field that pictures show in place of the tissue colours, such as rankl or mineral; none = tissue" source:"design: tissue and cells first"`
	Scale       int     `param:"scale" default:"2" range:"1..8" doc:"screen pixels of a picture per model pixel" source:"design: a cell of two model pixels can be seen"`
}

// Defaults returns the documented defaults.
func Defaults() *Config {
	return &Config{
		Time: param.Default[TimeParams](), Random: param.Default[RandomParams](),
		Section: param.Default[section.Params](), Model: sim.Defaults(),
		Output: param.Default[OutputParams](),
	}
}

// Groups lists all parameters of a run by path.
func (c *Config) Groups() []param.Group {
	groups := []param.Group{
		{Path: "time", Ptr: &c.Time}, {Path: "random", Ptr: &c.Random}, {Path: "section", Ptr: &c.Section},
	}
	groups = append(groups, c.Model.Groups()...)
	return append(groups, param.Group{Path: "output", Ptr: &c.Output})
}

// Hash identifies the resolved parameters and what changes in mid-run.
func (c *Config) Hash() string { return scenario.Hash(c.Groups(), c.Turns...) }

// Builtin loads the scenarios that ship with the program.
func Builtin() scenario.Loader {
	return scenario.Loader{Builtin: assets.Scenarios(), Causes: sim.Cause, End: "time.until"}
}

// Asked is what is laid over a scenario.
type Asked struct {
	Sets       []string // each "key=value"
	Turns      []string // changes in mid-run, each "1 y: key=value; key=value"
	Treatments []string // added to the plan
}

// Load reads a scenario by name or path, lays the sets, each "key=value", over
// it, adds the treatments to the plan and checks the result. An error is a
// BadInput with every fault.
func Load(nameOrPath string, sets []string, treatments ...string) (*Config, scenario.Scenario, error) {
	return LoadAsked(nameOrPath, Asked{Sets: sets, Treatments: treatments})
}

// LoadAsked is Load with all that can be asked for.
func LoadAsked(nameOrPath string, a Asked) (*Config, scenario.Scenario, error) {
	c := Defaults()
	s, err := Builtin().Load(nameOrPath, c.Groups(), a.Sets, a.Turns...)
	if err != nil {
		return nil, s, badInput(err)
	}
	c.Turns = s.Turns
	c.Section.Image = imageOf(c.Section.Image, s)
	c.Model.Body.Treatment.Add(a.Treatments)
	return c, s, badInput(c.Validate())
}

// imageOf finds an image that a scenario file names relative to itself.
func imageOf(image string, s scenario.Scenario) string {
	if bundled(image) || filepath.IsAbs(image) {
		return image
	}
	for _, change := range s.Changes {
		file, _, inFile := strings.Cut(change.From, ".toml:")
		if change.Path == "section.image" && inFile && !strings.HasPrefix(change.From, "--set") {
			return filepath.Join(filepath.Dir(file+".toml"), image)
		}
	}
	return image
}

// Validate reports every fault that no single parameter shows.
func (c *Config) Validate() error {
	faults := []error{c.Section.Validate()}
	step := c.Model.Time.Step
	if n := unit.Day / step; math.Abs(n-math.Round(n)) > 1e-9 {
		faults = append(faults, fmt.Errorf("time.step = %s, want a whole part of a day, such as 1 h", unit.Format(step, "h")))
	}
	for _, o := range []struct {
		path  string
		every float64
	}{{"output.series", c.Output.Series}, {"output.snapshots", c.Output.Snapshots}, {"output.checkpoints", c.Output.Checkpoints}} {
		if n := o.every / step; math.Abs(n-math.Round(n)) > 1e-6 {
			faults = append(faults, fmt.Errorf("%s = %s, want a whole number of steps of %s (time.step)",
				o.path, unit.Format(o.every, "d"), unit.Format(step, "h")))
		}
	}
	return errors.Join(append(faults, c.Output.validate(), c.Model.Body.Validate())...)
}

func (o OutputParams) validate() error {
	if o.Overlay == noOverlay {
		return nil
	}
	if _, err := render.FindOverlay(o.Overlay); err != nil {
		return fmt.Errorf("output.overlay: %w", err)
	}
	return nil
}

const noOverlay = "none"
