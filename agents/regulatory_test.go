package agents

import (
	"math"
	"testing"

	"github.com/stretchr/testify/require"

	"trabecula/field/signal"
)

// regulators returns a world with one regulatory T cell that stays and does not
// divide.
func regulators() (*world, *RegulatoryParams) {
	s := newWorld(41, 41)
	p := of[RegulatoryParams](s, RegulatoryTCell)
	p.Residence, p.Division, p.Speed = forever, 0, 0
	p.HalfTNF, p.HalfIL6, p.IL10, p.TGFb = 20, 200, 8000, 10
	s.add(RegulatoryTCell, 20, 20)
	s.cells[0].Vigour = 0
	return s, p
}

// At rest it secretes nothing.
func TestRegulatoryTCellStaysCalm(t *testing.T) {
	s, _ := regulators()
	s.steps(1000)
	out := s.step()
	require.Zero(t, s.cells[0].Vigour)
	for sig := range out.Secrete {
		require.Empty(t, out.Secrete[sig])
	}
}

// Antigen and TNF-α together activate it fully, either of them by half, and IL-6
// at its half-effect halves that; it makes IL-10 and TGF-β, and nothing else.
func TestRegulatoryTCellIsActivated(t *testing.T) {
	for _, test := range []struct{ stimulus, tnf, il6, want float64 }{
		{1, 1e6, 0, 1}, {1, 0, 0, 0.5}, {0, 1e6, 0, 0.5}, {0, 20, 0, 0.25}, {1, 1e6, 200, 0.5}, {1, 1e6, 1e9, 0},
	} {
		s, _ := regulators()
		s.env.Stimulus = test.stimulus
		s.flood(signal.TNF, test.tnf)
		s.flood(signal.IL6, test.il6)
		s.steps(2000)
		out := s.step()
		require.InDelta(t, test.want, s.cells[0].Vigour, 1e-3, "%+v", test)
		require.InDelta(t, 8000*test.want, rate(out.Secrete[signal.IL10]), 8)
		require.InDelta(t, 10*test.want, rate(out.Secrete[signal.TGFb]), 0.01)
		require.Empty(t, out.Secrete[signal.RANKL])
		require.Empty(t, out.Secrete[signal.TNF])
		require.Equal(t, test.want > 0.2, s.cells[0].Has(Memory))
	}
}

// IL-1β, which TNF-α is measured with elsewhere, does not activate it.
func TestRegulatoryTCellIgnoresIL1(t *testing.T) {
	s, _ := regulators()
	s.flood(signal.IL1, 1e6)
	s.steps(100)
	require.Zero(t, s.cells[0].Vigour)
}

// requireTraffic holds the entry at rest and at full stimulus of a kind with 0.02 1/h and an
// inflow of 9, and the stay of 50 h, to their parameters.
func requireTraffic(t *testing.T, k Kind, s *world) {
	t.Helper()
	const n = 1500
	mean, causes := s.lives(Cell{Kind: k, Pos: s.pixel(20, 20)}, n)
	requireLife(t, 50, mean, n)
	require.Equal(t, map[Cause]int{"left the marrow": n}, causes)
	requireShare(t, 1-math.Exp(-0.02), s.entries(k, s.pixel(5, 5), 4*n), 4*n)
	s.env.Stimulus = 1
	requireShare(t, 1-math.Exp(-0.2), s.entries(k, s.pixel(5, 5), 4*n), 4*n)
}

func TestRegulatoryTCellsComeAndGo(t *testing.T) {
	s, p := regulators()
	p.Residence, p.Entry, p.Inflow = 50, 0.02, 9
	requireTraffic(t, RegulatoryTCell, s)
}

// An active one divides into its own kind.
func TestRegulatoryTCellDividesWhenActive(t *testing.T) {
	const n = 4000
	s, p := regulators()
	p.Division = 0.1
	require.Empty(t, only(s.steps(100), Divide))
	s.env.Stimulus = 1
	s.flood(signal.TNF, 1e6)
	s.cells[0].Vigour = 1
	born := only(s.steps(n), Divide)
	requireShare(t, 1-math.Exp(-0.1), len(born), n)
	require.Equal(t, RegulatoryTCell, born[0].Kind)
}

func TestRegulatoryTCellFollowsTNF(t *testing.T) {
	requireClimbs(t, RegulatoryTCell, signal.TNF, func(s *world) {
		p := of[RegulatoryParams](s, RegulatoryTCell)
		p.Residence, p.Division, p.Speed = forever, 0, 20
	})
}

// What it makes in full activity lowers an inflamed macrophage, a T cell and a
// B cell alike.
func TestIL10RestrainsTheOthers(t *testing.T) {
	for _, k := range []Kind{Macrophage, TCell, BCell} {
		last := math.Inf(1)
		for _, il10 := range []float64{0, 5, 50} {
			s := newWorld(41, 41)
			of[TCellParams](s, TCell).Residence, of[BCellParams](s, BCell).Residence = forever, forever
			of[MacrophageParams](s, Macrophage).Residence = forever
			s.env.Stimulus = 1
			s.flood(signal.IL10, il10)
			s.add(k, 20, 20)
			s.steps(300)
			require.Less(t, float64(s.cells[0].Vigour), 0.6*last, "%s at %g pM", k, il10)
			last = float64(s.cells[0].Vigour)
		}
	}
}
