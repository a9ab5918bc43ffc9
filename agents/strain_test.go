package agents

import (
	"math"
	"testing"

	"github.com/stretchr/testify/require"
)

// strained returns a world whose bone bears an energy density [kPa] everywhere,
// and an osteocyte used to 2 kPa.
func strained(energy float32) (*world, *MechanicsParams) {
	s, p := osteocytes()
	s.env.Energy = make([]float32, s.Len())
	for i := range s.env.Energy {
		s.env.Energy[i] = energy
	}
	p.Mechanics.Habituate = forever
	s.cells[s.add(Osteocyte, 50, 35)].Habit = 2
	s.cells[0].Strain = 1
	return s, &p.Mechanics
}

// The stimulus follows the ratio to what the cell is used to, with its memory,
// between its bounds.
func TestOsteocyteFeelsRatios(t *testing.T) {
	s, p := strained(1)
	p.Memory = 50
	s.steps(50)
	require.InDelta(t, 0.5+0.5*math.Exp(-1), float64(s.cells[0].Strain), 1e-4)
	for energy, want := range map[float32]func(p *MechanicsParams) float64{
		0:   func(p *MechanicsParams) float64 { return p.Least },
		1e6: func(p *MechanicsParams) float64 { return p.Most },
	} {
		s, p := strained(energy)
		s.steps(5000)
		require.InDelta(t, want(p), float64(s.cells[0].Strain), 1e-4)
	}
}

// Less load: more sclerostin, RANKL and death; more load: less of the first two
// and no death below health's; the habitual load changes nothing.
func TestOsteocyteAnswersToLoad(t *testing.T) {
	p := Defaults()[Osteocyte].(*OsteocyteParams).Mechanics
	at := func(stimulus float32) response { return p.respond(&Cell{Strain: stimulus}) }
	require.Equal(t, response{1, 1, 1}, at(1))
	idle, busy := at(0.1), at(3)
	require.InDelta(t, math.Pow(10, p.Sclerostin), idle.sclerostin, 1e-6)
	require.InDelta(t, math.Pow(10, p.RANKL), idle.rankl, 1e-6)
	require.InDelta(t, math.Pow(10, p.Death), idle.death, 1e-6)
	require.Less(t, busy.sclerostin, 1.0)
	require.Less(t, busy.rankl, 1.0)
	require.Equal(t, 1.0, busy.death)
}

// A cell gets used to another load; one in osteoid feels none yet, and once bone
// has hardened around it is held to what the section is adapted to.
func TestOsteocyteGetsUsedToLoad(t *testing.T) {
	s, p := strained(8)
	p.Habituate = 100
	s.steps(100)
	require.InEpsilon(t, 8-6*math.Exp(-1), float64(s.cells[0].Habit), 1e-4)

	s, _ = strained(8)
	s.env.Adapted, s.env.Tick, s.cells[0].Habit = 4, 1, 0
	at := int(s.cells[0].Pos)
	s.Mineral[at] = 0
	s.steps(10)
	require.Equal(t, float32(0), s.cells[0].Habit)
	require.Equal(t, float32(1), s.cells[0].Strain)
	s.Mineral[at] = 0.8
	s.steps(1)
	require.Equal(t, float32(4), s.cells[0].Habit)
}
