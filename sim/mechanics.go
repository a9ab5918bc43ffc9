package sim

import (
	"bytes"
	"fmt"
	"io"
	"math"

	"trabecula/field/mechanics"
	"trabecula/field/tissue"
)

// bear brings the strains of the section up to date with its bone, when that is
// due, and lets the days of load that have passed open microcracks.
func (m *Model) bear() error {
	every := max(int64(m.params.Time.Mechanics/m.params.Time.Step+0.5), 1)
	if m.tick%every != 0 || m.balance().Mineral == 0 { // without bone there is nothing to carry load
		return nil
	}
	m.tire()
	if err := m.frame.Update(m.tissue.Bone, m.tissue.Mineral, m.workers); err != nil {
		return fmt.Errorf("tick %d: %w", m.tick, err)
	}
	m.feel()
	m.bearing = m.frame.Bearing()
	if m.tick == 0 {
		m.adapted = m.habit()
		m.env.Adapted = m.adapted
	}
	return nil
}

// tire lets the load since it was last called open microcracks.
func (m *Model) tire() {
	m.crack(m.frame.Energy(), float64(m.tick-m.tired)*m.params.Time.Step)
	m.tired = m.tick
}

// bends takes another load from now on.
func (m *Model) bends(load float64) {
	m.tire()
	m.frame.SetLoad(load)
	m.feel()
}

// feel shows cells the strains under the present load.
func (m *Model) feel() {
	if m.env.Energy == nil {
		m.env.Energy = make([]float32, m.tissue.Len())
	}
	m.frame.Stimulus(m.env.Energy)
	m.env.Adapted = m.adapted
}

// habit returns the geometric mean of what bone feels: cells tell ratios apart.
func (m *Model) habit() float64 {
	sum, n := 0.0, 0.0
	for i, bone := range m.tissue.Bone {
		if e := m.env.Energy[i]; bone >= tissue.Solid && e > 0 {
			sum, n = sum+math.Log(float64(e)), n+1
		}
	}
	if n == 0 {
		return 0
	}
	return math.Exp(sum / n)
}

// writeMechanics stores the strains and what the section was adapted to.
func (m *Model) writeMechanics(w io.Writer) error {
	state, err := m.frame.MarshalBinary()
	if err != nil {
		return err
	}
	if err := writeSlice(w, state); err != nil {
		return err
	}
	if err := writePart(w, m.adapted); err != nil {
		return err
	}
	return writePart(w, m.tired)
}

// restoreMechanics reads what writeMechanics stored.
func (m *Model) restoreMechanics(r *bytes.Reader) error {
	var state []byte
	if err := readSlice(r, &state); err != nil {
		return err
	}
	m.frame = mechanics.New(m.tissue.Grid, m.params.Mechanics)
	if err := m.frame.UnmarshalBinary(state); err != nil {
		return err
	}
	m.bearing = m.frame.Bearing()
	if err := readPart(r, &m.adapted); err != nil {
		return err
	}
	return readPart(r, &m.tired)
}

// Energy returns the strain energy density of pixel i under the present load [kPa].
func (v View) Energy(i int) float32 { return v.m.frame.Energy()[i] }

// Bearing returns how the section bears load, as of the last time that its strains
// were worked out.
func (v View) Bearing() mechanics.Bearing { return v.m.bearing }
