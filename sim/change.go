package sim

import (
	"slices"
	"strings"

	"trabecula/sim/endocrine"
	"trabecula/sim/param"
)

// Change gives a living model other causes between two steps, as surgery, another
// diet or rest in bed do: nothing else about it changes, and what follows does so
// from the next step on. Parameters that are no Cause have to be as they were.
func (m *Model) Change(p Params) error {
	state, err := m.body.MarshalBinary()
	if err != nil {
		return err
	}
	body, err := endocrine.Restore(p.bodyParams(), state)
	if err != nil {
		return err
	}
	before := m.params.Mechanics.Load
	m.params, m.body = p, body
	if p.Mechanics.Load != before {
		m.bends(p.Mechanics.Load)
	}
	m.meetCauses()
	return nil
}

// meetCauses tells cells of the causes as they are now.
func (m *Model) meetCauses() {
	m.env.Stimulus = m.params.Stimuli.Inflammation
	m.env.Response = m.body.Response()
	m.env.Blood = m.body.Blood()
}

// Cause tells whether a parameter is a cause that may change while a model runs:
// stimuli and load from outside, and the glands, organs and intakes of the body.
func Cause(path string) bool {
	return path == "mechanics.load" || strings.HasPrefix(path, "stimuli.") ||
		slices.ContainsFunc(endocrine.Catalogue, func(s endocrine.Spec) bool { return strings.HasPrefix(path, s.Path+".") })
}

// Copy returns parameters that share nothing with p.
func (p *Params) Copy() Params {
	c := Defaults()
	from, to := param.Describe(p.Groups()), param.Describe(c.Groups())
	for i, s := range from {
		to[i].Set(s.Value())
	}
	return c
}
