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
	if m.tick > 0 {
		m.crack(m.frame.Energy(), float64(every)*m.params.Time.Step)
	}
	if err := m.frame.Update(m.tissue.Bone, m.tissue.Mineral, m.workers); err != nil {
		return fmt.Errorf("tick %d: %w", m.tick, err)
	}
	m.feel()
	if m.tick == 0 {
		m.adapted = m.habit()
		m.env.Adapted = m.adapted
	}
	return nil
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
	return writePart(w, m.adapted)
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
	return readPart(r, &m.adapted)
}

// Energy returns the strain energy density of pixel i under the present load [kPa].
func (v View) Energy(i int) float32 { return v.m.frame.Energy()[i] }

// Stiffness returns the apparent stiffness of the section [MPa].
func (v View) Stiffness() mechanics.Stiffness { return v.m.frame.Stiffness() }

// FailureLoad returns by how much the habitual load would have to grow for the
// section to fail.
func (v View) FailureLoad() float64 { return v.m.frame.FailureLoad() }
