package sim

import (
	"bytes"
	"fmt"

	"trabecula/field/signal"
	"trabecula/sim/drug"
	"trabecula/sim/endocrine"
)

// nourish lets the body live through the step: it is told what the section freed
// and took up in the step before, and hands over what blood brings to it now.
func (m *Model) nourish() error {
	m.report()
	if err := m.body.Advance(m.params.Time.Step); err != nil {
		return fmt.Errorf("tick %d: %w", m.tick, err)
	}
	m.env.Blood = m.body.Blood()
	m.bathe()
	if err := m.neutralise(); err != nil {
		return err
	}
	if every := perfusing / m.params.Time.Step; m.tick > 0 && m.tick%int64(every+0.5) == 0 {
		return m.perfuse()
	}
	return nil
}

// bathe adds up what bisphosphonate of plasma the bone surface was exposed to.
func (m *Model) bathe() {
	for _, part := range m.env.Blood {
		m.bathed += part[signal.Bisphosphonate] * m.params.Time.Step / float64(len(m.env.Blood))
	}
}

// antibodies returns the blood that stands for the step where antibodies count:
// they last for weeks, so any part of it will do.
func (m *Model) antibodies() signal.Blood { return m.env.Blood[len(m.env.Blood)-1] }

// neutralise tells the signals of the antibodies that the blood of the step
// brings.
func (m *Model) neutralise() error {
	extra := signal.Neutralisation(&m.params.Neutralisation, m.antibodies())
	for s, rate := range extra {
		if err := m.solver.SetClearance(signal.Signal(s), rate); err != nil {
			return fmt.Errorf("tick %d: %w", m.tick, err)
		}
	}
	return nil
}

// bodyParams returns the parameters of the body, which shares the antibodies
// with the section.
func (p *Params) bodyParams() endocrine.Params {
	body := p.Body
	body.Antibodies = p.Neutralisation
	return body
}

// flux is mineral that went in and out of the section [um2, full pixels of it].
type flux struct{ In, Out float64 }

// report tells the body of the mineral that moved since it was last told, as
// shares of what the section held when the run began.
func (m *Model) report() {
	done := flux{m.tissue.Totals.MineralIn, m.tissue.Totals.MineralOut}
	if m.tick > 0 && m.start.Mineral > 0 {
		m.body.Report((done.Out-m.told.Out)/m.start.Mineral, (done.In-m.told.In)/m.start.Mineral, m.params.Time.Step)
	}
	m.told = done
}

// restoreBody reads the body from a state.
func (m *Model) restoreBody(r *bytes.Reader) (err error) {
	var state []byte
	if err = readSlice(r, &state); err == nil {
		m.body, err = endocrine.Restore(m.params.bodyParams(), state)
	}
	return err
}

// Levels returns what circulates in the body now.
func (v View) Levels() endocrine.Levels { return v.m.body.Levels() }

// Daily returns the mean of every reading of endocrine.Serum over the last day.
func (v View) Daily() []float64 { return v.m.body.Daily() }

// Drugs returns the plasma concentrations of the drugs in the plan.
func (v View) Drugs() []drug.Reading { return v.m.body.Drugs() }

// Age returns the age of the person now [years].
func (v View) Age() float64 { return v.m.body.Age() }
