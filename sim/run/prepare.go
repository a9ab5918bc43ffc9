package run

import (
	"context"
	"errors"
	"time"

	"trabecula/field/tissue"
	"trabecula/sim"
	"trabecula/sim/scenario"
	"trabecula/sim/section"
)

// Options say how a run is carried out; none of them changes a result.
type Options struct {
	Workers int
	Check   bool             // verify the invariants of the model after every step
	Force   bool             // move an existing folder aside
	Clock   func() time.Time // wall clock, for the manifest and nothing else
	Command []string         // for the manifest
	Program Program          // for the manifest
	Report  func(Progress)   // called after every step; may be nil
	Warn    func(string)     // called with what went wrong but could be helped; may be nil

	disk *disk // nil = the real one
}

// Plan is a run that has been checked: whatever can be known to be wrong is
// not. Nothing has been written yet.
type Plan struct {
	Config   *Config
	Scenario scenario.Scenario
	Report   section.Report
	Dir      string

	tissue *tissue.Tissue
	input  *input
	o      Options
}

// Prepare builds the section and checks the output folder. An error is a
// BadInput with every fault.
func Prepare(c *Config, s scenario.Scenario, dir string, o Options) (*Plan, error) {
	p := &Plan{Config: c, Scenario: s, Dir: dir, o: o}
	var err error
	p.tissue, p.Report, err = section.Build(c.Section, c.Random.Seed, c.Model.Matrix)
	if err == nil {
		p.input, err = c.readInput(p.Report)
	}
	if dir == "" && err == nil {
		p.Dir = DefaultDir(s.Name, c.recorded(p.input))
	}
	return p, badInput(errors.Join(err, CheckFolder(p.Dir, o.Force)))
}

// Run carries the plan out, once. It returns what came of it; with an Interrupted
// if ctx ended first, with a BadInput if the folder could not even be made, else
// with what failed.
func (p *Plan) Run(ctx context.Context) (Summary, error) {
	s, err := p.session()
	if err != nil {
		return Summary{}, badInput(err)
	}
	undo, err := Claim(p.Dir, p.o.Force)
	if err != nil {
		return Summary{}, err
	}
	unlock, err := lock(p.Dir)
	if err != nil {
		return Summary{}, err
	}
	defer unlock()
	if err := s.lay(p); err != nil {
		s.clear()
		undo()
		return Summary{}, err
	}
	return s.run(ctx)
}

// session makes what keeps the folder.
func (p *Plan) session() (*session, error) {
	c := p.Config.recorded(p.input)
	m := Manifest{
		Schema: Schema, Status: Running, Program: p.o.Program,
		Scenario:   ScenarioRecord{p.Scenario.Name, p.Scenario.Title, p.Scenario.Files, p.Scenario.Changes, c.Turns},
		Section:    p.Report,
		ConfigHash: c.Hash(), Seed: seedText(c.Random.Seed), Machine: thisMachine(),
		Workers: p.o.Workers, Command: p.o.Command, Started: p.o.Clock().UTC(),
	}
	if p.input != nil {
		m.Image = &p.input.record
	}
	model, err := sim.New(c.Model, p.tissue, c.Random.Seed, sim.Options{Workers: p.o.Workers, Check: p.o.Check})
	if err != nil {
		return nil, err
	}
	return newSession(p.Dir, c, m, model, p.o), nil
}
