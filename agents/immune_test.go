package agents

import (
	"math"
	"testing"

	"github.com/stretchr/testify/require"

	"trabecula/field/signal"
)

// macrophages returns a world with one macrophage that stays and does not divide.
func macrophages() (*world, *MacrophageParams) {
	s := newWorld(41, 41)
	p := of[MacrophageParams](s, Macrophage)
	p.Residence, p.Division, p.Speed = forever, 0, 0
	p.HalfIL10, p.HalfTNF, p.TNF, p.IL1, p.IL6 = 5, 100, 1000, 2000, 3000
	s.add(Macrophage, 20, 20)
	s.cells[0].Vigour = 0
	return s, p
}

// Left alone, a macrophage stays calm and secretes nothing.
func TestMacrophageStaysCalm(t *testing.T) {
	s, _ := macrophages()
	s.steps(1000)
	require.Zero(t, s.cells[0].Vigour)
	out := s.step()
	for _, s := range []signal.Signal{signal.TNF, signal.IL1, signal.IL6} {
		require.Empty(t, out.Secrete[s], s)
	}
}

// A stimulus from outside, or TNF-α, activates it; all three cytokines rise. IL-10
// at its half-effect halves that, and it is calm again when the cause has gone.
func TestMacrophageIsActivatedAndRestrained(t *testing.T) {
	causes := map[string]func(s *world, on float64){
		"stimulus": func(s *world, on float64) { s.env.Stimulus = on },
		"TNF-α":    func(s *world, on float64) { s.flood(signal.TNF, 1e9*on) },
	}
	for name, set := range causes {
		t.Run(name, func(t *testing.T) {
			s, _ := macrophages()
			set(s, 1)
			s.steps(2000)
			require.InDelta(t, 1, s.cells[0].Vigour, 1e-3)
			require.InDelta(t, 1000, rate(s.step().Secrete[signal.TNF]), 1)
			require.InDelta(t, 2000, rate(s.step().Secrete[signal.IL1]), 2)
			require.InDelta(t, 3000, rate(s.step().Secrete[signal.IL6]), 3)
			s.flood(signal.IL10, 5)
			s.steps(2000)
			require.InDelta(t, 0.5, s.cells[0].Vigour, 1e-3)
			s.flood(signal.IL10, 1e6)
			s.steps(2000)
			require.InDelta(t, 0, s.cells[0].Vigour, 1e-3)
			s.flood(signal.IL10, 0)
			set(s, 0)
			s.steps(2000)
			require.InDelta(t, 0, s.cells[0].Vigour, 1e-3)
		})
	}
}

// What has been activated turns to resolution: IL-10 when the cause is gone, for
// some days, and in the end it is as calm as before.
func TestMacrophageResolves(t *testing.T) {
	s, p := macrophages()
	p.IL10, p.Turn = 400, 24
	made := func() float64 { return rate(s.step().Secrete[signal.IL10]) }
	require.Zero(t, made())
	s.env.Stimulus = 1
	s.steps(200)
	require.InDelta(t, 0, made(), 1, "not while it is fully active")
	s.env.Stimulus = 0
	peak := 0.0
	for range 3 * 24 {
		peak = max(peak, made())
	}
	require.InDelta(t, 200, peak, 40, "as it calms down")
	s.steps(6 * 24)
	require.Less(t, made(), 0.05*peak)
	s.steps(1000)
	require.Zero(t, made())
	require.Zero(t, s.cells[0].Clock)
}

func TestMacrophagesComeAndGo(t *testing.T) {
	const n = 1500
	s, p := macrophages()
	p.Residence = 50
	mean, _ := s.lives(Cell{Kind: Macrophage, Pos: s.pixel(20, 20)}, n)
	requireLife(t, 50, mean, n)
	p.Entry, p.Inflow = 0.02, 9
	requireShare(t, 1-math.Exp(-0.02), s.entries(Macrophage, s.pixel(5, 5), 4*n), 4*n)
	s.env.Stimulus = 1
	requireShare(t, 1-math.Exp(-0.2), s.entries(Macrophage, s.pixel(5, 5), 4*n), 4*n)
}

// M-CSF lets it renew itself, at half the rate at its half-effect.
func TestMacrophageRenewsWithMCSF(t *testing.T) {
	const n = 4000
	for ratio, share := range map[float64]float64{0: 0, 1: 0.5, 1e9: 1} {
		s, p := macrophages()
		p.Division, p.HalfMCSF = 0.1, 10
		s.flood(signal.MCSF, 10*ratio)
		requireShare(t, 1-math.Exp(-0.1*share), len(only(s.steps(n), Divide)), n)
	}
}

func TestMacrophageFollowsTNF(t *testing.T) {
	requireClimbs(t, Macrophage, signal.TNF, func(s *world) {
		p := of[MacrophageParams](s, Macrophage)
		p.Residence, p.Division, p.Speed = forever, 0, 15
	})
}

// tcells returns a world with one T cell that stays and does not divide.
func tcells() (*world, *TCellParams) {
	s := newWorld(41, 41)
	p := of[TCellParams](s, TCell)
	p.Residence, p.Division, p.Speed = forever, 0, 0
	p.HalfIL6, p.HalfIL10, p.RANKL, p.TNF = 100, 5, 1000, 500
	s.add(TCell, 20, 20)
	s.cells[0].Vigour = 0
	return s, p
}

// At rest it secretes nothing.
func TestTCellStaysCalm(t *testing.T) {
	s, _ := tcells()
	s.steps(1000)
	out := s.step()
	require.Zero(t, s.cells[0].Vigour)
	require.False(t, s.cells[0].Has(Memory))
	require.Zero(t, rate(out.Secrete[signal.RANKL])+rate(out.Secrete[signal.TNF])+rate(out.Secrete[signal.IL10]))
}

// Stimulus and cytokines together activate it fully, either of them in part; then
// it secretes RANKL and TNF-α and remembers. IL-10 restrains it.
func TestTCellIsActivatedAndRestrained(t *testing.T) {
	active := func(stimulus, il6, il1, il10 float64) float64 {
		s, _ := tcells()
		s.env.Stimulus = stimulus
		s.flood(signal.IL6, il6)
		s.flood(signal.IL1, il1)
		s.flood(signal.IL10, il10)
		s.steps(2000)
		out, v := s.step(), float64(s.cells[0].Vigour)
		require.InDelta(t, 1000*v, rate(out.Secrete[signal.RANKL]), 1)
		require.InDelta(t, 500*v, rate(out.Secrete[signal.TNF]), 1)
		require.Empty(t, out.Secrete[signal.IL10], "that is for regulatory T cells")
		require.Equal(t, v > 0.2, s.cells[0].Has(Memory))
		return v
	}
	full := active(1, 1e6, 0, 0)
	require.InDelta(t, 1, full, 1e-3)
	for _, part := range []float64{active(1, 0, 0, 0), active(0, 1e6, 0, 0), active(0, 0, 1e6, 0)} {
		require.Greater(t, part, 0.2)
		require.Less(t, part, full)
	}
	require.InDelta(t, full/2, active(1, 1e6, 0, 5), 1e-3)
	require.InDelta(t, 0, active(1, 1e6, 0, 1e6), 1e-3)
}

func TestTCellsComeAndGo(t *testing.T) {
	const n = 1500
	s, p := tcells()
	p.Residence = 50
	mean, causes := s.lives(Cell{Kind: TCell, Pos: s.pixel(20, 20)}, n)
	requireLife(t, 50, mean, n)
	require.Equal(t, map[Cause]int{"left the marrow": n}, causes)
	p.Entry, p.Inflow = 0.02, 9
	requireShare(t, 1-math.Exp(-0.02), s.entries(TCell, s.pixel(5, 5), 4*n), 4*n)
	s.env.Stimulus = 1
	requireShare(t, 1-math.Exp(-0.2), s.entries(TCell, s.pixel(5, 5), 4*n), 4*n)
}

// Only an active cell divides, a fully active one at its rate.
func TestTCellDividesWhenActive(t *testing.T) {
	const n = 4000
	for stimulus, share := range map[float64]float64{0: 0, 1: 1} {
		s, p := tcells()
		p.Division = 0.1
		s.env.Stimulus = stimulus
		s.flood(signal.IL6, 1e6*stimulus)
		s.cells[0].Vigour = float32(stimulus)
		requireShare(t, 1-math.Exp(-0.1*share), len(only(s.steps(n), Divide)), n)
	}
}
