package run

import (
	"context"

	"trabecula/sim"
	"trabecula/sim/section"
)

// Watch carries a run out without a folder: visit is called before the first
// step and after every step, and its error ends the run.
func Watch(ctx context.Context, c *Config, o sim.Options, visit func(sim.View) error) error {
	t, _, err := section.Build(c.Section, c.Random.Seed, c.Model.Matrix)
	if err != nil {
		return badInput(err)
	}
	m, err := sim.New(c.Model, t, c.Random.Seed, o)
	if err != nil {
		return err
	}
	v, end, causes := m.View(), c.schedule().end, c.course(0)
	err = visit(v)
	for err == nil && v.Tick() < end {
		if err = ctx.Err(); err == nil {
			_, err = causes.meet(m)
			err = firstOf(firstOf(err, m.Step), func() error { return visit(v) })
		}
	}
	return err
}

// Daily tells whether a row is due at the present moment of a run that is
// watched.
func (c *Config) Daily(v sim.View) bool {
	s := c.schedule()
	return due(v.Tick(), s.series) || v.Tick() == s.end
}
