package agents

import (
	"math"
	"testing"

	"github.com/stretchr/testify/require"

	"trabecula/field/signal"
)

// bcells returns a world with one B cell that stays and does not divide.
func bcells() (*world, *BCellParams) {
	s := newWorld(41, 41)
	p := of[BCellParams](s, BCell)
	p.Residence, p.Division, p.Speed = forever, 0, 0
	p.HalfIL6, p.HalfIL10, p.OPG, p.RANKL = 100, 5, 1000, 500
	s.add(BCell, 20, 20)
	s.cells[0].Vigour = 0
	return s, p
}

// At rest it makes OPG and no RANKL; the more active it is the more it goes over
// from the one to the other, and IL-10 calms it.
func TestBCellGoesFromOPGToRANKL(t *testing.T) {
	for _, test := range []struct{ stimulus, il6, il10, want float64 }{
		{0, 0, 0, 0}, {1, 0, 0, 0.5}, {0, 1e6, 0, 0.5}, {0, 100, 0, 0.25}, {1, 1e6, 0, 1}, {1, 1e6, 5, 0.5}, {1, 1e6, 1e9, 0},
	} {
		s, _ := bcells()
		s.env.Stimulus = test.stimulus
		s.flood(signal.IL6, test.il6)
		s.flood(signal.IL10, test.il10)
		s.steps(2000)
		out := s.step()
		require.InDelta(t, test.want, s.cells[0].Vigour, 1e-3, "%+v", test)
		require.InDelta(t, 1000*(1-test.want), rate(out.Secrete[signal.OPG]), 1)
		require.InDelta(t, 500*test.want, rate(out.Secrete[signal.RANKL]), 1)
		require.Equal(t, test.want > 0.2, s.cells[0].Has(Memory))
	}
}

func TestBCellsComeAndGo(t *testing.T) {
	s, p := bcells()
	p.Residence, p.Entry, p.Inflow = 50, 0.02, 9
	requireTraffic(t, BCell, s)
}

// Only an active one divides, a fully active one at its rate.
func TestBCellDividesWhenActive(t *testing.T) {
	const n = 4000
	s, p := bcells()
	p.Division = 0.1
	require.Empty(t, only(s.steps(100), Divide))
	s.env.Stimulus = 1
	s.flood(signal.IL6, 1e6)
	s.cells[0].Vigour = 1
	born := only(s.steps(n), Divide)
	requireShare(t, 1-math.Exp(-0.1), len(born), n)
	require.Equal(t, BCell, born[0].Kind)
}
