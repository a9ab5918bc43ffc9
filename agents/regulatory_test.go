package agents

import (
	"math"
	"testing"

	"github.com/stretchr/testify/require"

	"trabecula/field/signal"
	"trabecula/sim/unit"
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

// still makes the cells of the pot stay where they are, as many as they are.
func (s *world) still() {
	of[MacrophageParams](s, Macrophage).Residence, of[MacrophageParams](s, Macrophage).Division = forever, 0
	of[TCellParams](s, TCell).Residence, of[TCellParams](s, TCell).Division = forever, 0
	of[RegulatoryParams](s, RegulatoryTCell).Residence, of[RegulatoryParams](s, RegulatoryTCell).Division = forever, 0
	p := of[PrecursorParams](s, Precursor)
	p.Residence, p.Speed, p.HalfRANKL, p.Threshold, p.Memory = forever, 0, 13, 0.5, 48
}

// stir lets four macrophages, six T cells and six precursors at bare bone live for
// twenty days in what they secrete into a well-stirred tenth of a square millimetre
// of marrow, with n regulatory T cells, at a stimulus. It returns the TNF-α and
// RANKL in the end [pM] and how often precursors wanted to found an osteoclast.
func stir(n int, stimulus float64) (tnf, rankl float64, founded int) {
	const volume, bone = 1e5 * 10, 4 // um3; pM of RANKL that bone adds
	s := walled(61, 41, 20)
	s.still()
	for k, count := range []int{Macrophage: 4, TCell: 6, RegulatoryTCell: n} {
		for i := range count {
			s.cells[s.add(Kind(k), 5+i, 5)].Vigour = 0
		}
	}
	for i := range 6 {
		s.add(Precursor, 10+i%3+30*(i/3), 19)
	}
	s.env.Stimulus = stimulus
	for range 20 * 24 {
		out := s.step()
		for sig, p := range signal.Defaults() {
			lost := math.Ln2 / p.HalfLife
			s.flood(signal.Signal(sig), rate(out.Secrete[sig])/lost*unit.MoleculePerVolume/volume)
		}
		s.flood(signal.RANKL, s.env.Signal(signal.RANKL, 0)+bone)
		founded += len(only(out.List, Fuse))
	}
	return s.env.Signal(signal.TNF, 0), s.env.Signal(signal.RANKL, 0), founded
}

// Regulatory T cells hold an inflamed marrow down, the more of them the more:
// TNF-α, RANKL, and the osteoclasts that come of it. Calm marrow does not need them.
func TestRegulatoryTCellsRestrainInflammation(t *testing.T) {
	for _, stimulus := range []float64{0.2, 0.5} {
		tnf, rankl, founded := stir(0, stimulus)
		for n := 1; n < 3; n++ {
			less, lower, fewer := stir(n, stimulus)
			require.Less(t, less, 0.9*tnf, "%d at %g", n, stimulus)
			require.Less(t, lower, 0.95*rankl)
			require.Less(t, fewer, founded)
			require.Greater(t, less, 1.0, "restrained, not put out")
			tnf, rankl, founded = less, lower, fewer
		}
	}
	calm, base, none := stir(0, 0)
	with, same, nor := stir(2, 0)
	require.Equal(t, []float64{0, base, 0}, []float64{calm, same, with})
	require.Equal(t, none, nor)
}
