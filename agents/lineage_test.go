package agents

import (
	"math"
	"testing"

	"github.com/stretchr/testify/require"

	"trabecula/field/signal"
	"trabecula/field/tissue"
)

// eroded returns a world whose wall is eroded surface, in which neither
// pre-osteoblasts nor reversal cells die, divide or wander.
func eroded() (*world, *PreOsteoblastParams, *ReversalParams) {
	s := walled(81, 31, 15)
	for i := range s.Face {
		s.Face[i] = tissue.Eroded
	}
	pre, rev := of[PreOsteoblastParams](s, PreOsteoblast), of[ReversalParams](s, Reversal)
	pre.Division, pre.Speed, pre.Lifespan = 0, 0, forever
	rev.Loss, rev.Spread, rev.Foot, rev.Quorum, rev.Hold = 0, 0, 12, 2, 0.01
	rev.Maturation = 100
	return s, pre, rev
}

// A pre-osteoblast becomes a reversal cell on eroded surface that no other cell
// but a lining cell holds, and nowhere else.
func TestPreOsteoblastTakesFreeErodedSurface(t *testing.T) {
	tests := map[string]struct {
		y    int
		set  func(s *world)
		want bool
	}{
		"free eroded surface":     {14, func(*world) {}, true},
		"in the marrow":           {10, func(*world) {}, false},
		"quiescent":               {14, func(s *world) { clear(s.Face) }, false},
		"under a reversal cell":   {14, func(s *world) { s.add(Reversal, 41, 14) }, false},
		"under an osteoclast":     {14, func(s *world) { s.add(Osteoclast, 41, 13) }, false},
		"under an osteoblast":     {14, func(s *world) { s.add(Osteoblast, 40, 14) }, false},
		"covered by fresh matrix": {14, func(s *world) { s.seam() }, false},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			s, _, _ := eroded()
			s.add(PreOsteoblast, 40, test.y)
			test.set(s)
			n := 0
			for _, w := range only(s.step().List, Become) {
				if w.Slot == 0 {
					require.Equal(t, Reversal, w.Kind)
					n++
				}
			}
			require.Equal(t, test.want, n == 1)
		})
	}
}

// seam covers all surface with osteoid.
func (s *world) seam() {
	for i := range s.Face {
		s.Face[i] = tissue.Covered
	}
}

// Growth factors keep it alive; it needs TGF-β, and IGF-1 helps.
func TestPreOsteoblastLivesByGrowthFactors(t *testing.T) {
	const n = 1500
	s, p, _ := eroded()
	p.Lifespan = 50
	mean, causes := s.lives(Cell{Kind: PreOsteoblast, Pos: s.pixel(40, 5)}, n)
	requireLife(t, 50, mean, n)
	require.Equal(t, map[Cause]int{"no growth factor": n}, causes)
	p.HalfTGFb, p.HalfIGF1 = 0.01, 10
	s.flood(signal.TGFb, 0.01)
	mean, _ = s.lives(Cell{Kind: PreOsteoblast, Pos: s.pixel(40, 5), Growth: 0.25}, n)
	requireLife(t, 50/(1-0.25), mean, n)
	s.flood(signal.IGF1, 10)
	mean, _ = s.lives(Cell{Kind: PreOsteoblast, Pos: s.pixel(40, 5), Growth: 0.5}, n)
	requireLife(t, 50/(1-0.5), mean, n)
}

// Growth factors, and they alone, make it divide; company slows that down.
func TestPreOsteoblastDividesByGrowthFactors(t *testing.T) {
	divisions := func(tgfb, igf1 float64, company int) int {
		s, p, _ := eroded()
		p.Division, p.Crowd, p.Memory = 0.1, 5, 1
		s.flood(signal.TGFb, tgfb)
		s.flood(signal.IGF1, igf1)
		s.add(PreOsteoblast, 40, 5)
		for range company {
			s.add(Reversal, 42, 5)
		}
		n := 0
		for _, w := range only(s.steps(1000), Divide) {
			if w.Slot == 0 {
				require.Equal(t, PreOsteoblast, w.Kind)
				n++
			}
		}
		return n
	}
	require.Zero(t, divisions(0, 1e6, 0))
	alone := divisions(1e6, 1e6, 0)
	require.Greater(t, alone, 50)
	require.Less(t, divisions(1e6, 0, 0), alone)
	require.Less(t, divisions(1e6, 1e6, 20), alone/2)
}

// It climbs TGF-β to where osteoclasts have freed it.
func TestPreOsteoblastFollowsTGFb(t *testing.T) {
	requireClimbs(t, PreOsteoblast, signal.TGFb, func(s *world) {
		p := of[PreOsteoblastParams](s, PreOsteoblast)
		p.Division, p.Speed, p.Lifespan = 0, 10, forever
	})
}

// It secretes RANKL, more when inflamed.
func TestPreOsteoblastSecretesMoreRANKLWhenInflamed(t *testing.T) {
	s, p, _ := eroded()
	p.RANKL, p.Inflamed, p.HalfTNF = 100, 2, 10
	s.add(PreOsteoblast, 40, 5)
	require.InDelta(t, 100, rate(s.step().Secrete[signal.RANKL]), 1e-3)
	for _, sig := range []signal.Signal{signal.TNF, signal.IL1, signal.IL6} {
		s.flood(sig, 10.0/3)
	}
	require.InDelta(t, 200, rate(s.step().Secrete[signal.RANKL]), 1e-3, "half of the rise at the half-effect of the three")
}

// team puts reversal cells side by side on the wall, ready to become osteoblasts.
func (s *world) team(n int) {
	for i := range n {
		s.cells[s.add(Reversal, 38+i, 14)].Clock = 1
	}
}

// Osteoblasts arise in company: it takes a quorum of the lineage within reach,
// and no osteoclast.
func TestReversalNeedsAQuorum(t *testing.T) {
	turned := func(s *world) (n int) {
		for _, w := range only(s.step().List, Become) {
			require.Equal(t, Osteoblast, w.Kind)
			n++
		}
		return n
	}
	for n, want := range map[int]int{1: 0, 2: 0, 3: 3, 4: 4} {
		s, _, _ := eroded() // quorum 2: two others
		s.team(n)
		require.Equal(t, want, turned(s), "%d cells", n)
	}
	s, _, _ := eroded()
	s.team(3)
	s.add(Osteoclast, 40, 12)
	require.Zero(t, turned(s), "an osteoclast beside")
	s, _, _ = eroded()
	s.team(1)
	s.add(Osteoblast, 41, 14)
	s.add(Osteoblast, 42, 14)
	require.Equal(t, 1, turned(s), "osteoblasts are company")
	s, _, _ = eroded()
	s.team(1)
	s.add(LiningCell, 41, 14)
	s.add(PreOsteoblast, 42, 10)
	require.Zero(t, turned(s), "others are not")
}

// matured returns the clock of a reversal cell after n hours.
func matured(n int, tgfb, sclerostin float64) float64 {
	s, _, _ := eroded()
	s.flood(signal.TGFb, tgfb)
	s.flood(signal.Sclerostin, sclerostin)
	s.add(Reversal, 40, 14)
	s.steps(n)
	return float64(s.cells[0].Clock)
}

// TGF-β holds maturation: half-way at its half-effect, for good when there is
// much of it. Sclerostin slows it too.
func TestTGFbHoldsReversal(t *testing.T) {
	free := matured(30, 0, 0)
	require.Greater(t, free, 0.1)
	require.InEpsilon(t, 2*free, matured(60, 0, 0), 1e-3, "a steady pace")
	require.InEpsilon(t, free/2, matured(30, 0.01, 0), 1e-3)
	require.Less(t, matured(30, 1, 0), 0.01*free)
	require.Less(t, matured(300, 0, 60), 0.9*matured(300, 0, 0))
	require.Less(t, matured(300, 0, 1e6), 0.2*matured(300, 0, 0))
}

// It spreads onto free eroded surface within reach, not onto quiescent or held one.
func TestReversalSpreadsOverErodedSurface(t *testing.T) {
	s, _, p := eroded()
	p.Spread = atOnce
	s.add(Reversal, 40, 14)
	born := only(s.step().List, Divide)
	require.Len(t, born, 1)
	require.Equal(t, Reversal, born[0].Kind)
	require.True(t, s.env.free(born[0].At))
	require.LessOrEqual(t, s.apart(born[0].At, s.cells[0].Pos)*25, 9*p.Foot*p.Foot)
	for x := 0; x < s.W; x += 2 {
		s.add(Reversal, x, 14)
	}
	require.Empty(t, only(s.step().List, Divide), "all taken")
	s, _, p = eroded()
	p.Spread = atOnce
	clear(s.Face)
	s.add(Reversal, 40, 14)
	require.Empty(t, only(s.step().List, Divide), "quiescent")
}

// Together they cover a cavity and then stop: the number of cells is bounded by
// the surface.
func TestReversalCellsFillACavityAndStop(t *testing.T) {
	s, _, p := eroded()
	p.Spread, p.Maturation = 0.1, forever
	for i := range s.Face { // eroded between columns 30 and 50
		if x, _ := s.XY(i); x < 30 || x > 50 {
			s.Face[i] = tissue.Quiescent
		}
	}
	s.add(Reversal, 40, 14)
	for range 600 {
		for _, w := range only(s.step().List, Divide) {
			x, y := s.XY(int(w.At))
			s.add(w.Kind, x, y)
		}
	}
	s.freeze()
	for i := range int32(s.Len()) {
		require.False(t, s.env.free(i))
	}
	require.LessOrEqual(t, len(s.cells), 23, "no more cells than pixels of surface")
	require.GreaterOrEqual(t, len(s.cells), 5)
}

// Apoptosis takes reversal cells at its rate.
func TestReversalCellsAreLost(t *testing.T) {
	const n = 1500
	s, _, p := eroded()
	p.Loss, p.Quorum = 0.02, 1<<30
	mean, causes := s.lives(Cell{Kind: Reversal, Pos: s.pixel(40, 14)}, n)
	requireLife(t, 50, mean, n)
	require.Equal(t, map[Cause]int{"apoptosis": n}, causes)
}

// A reversal cell that the surface has left moves after it, or goes back.
func TestReversalFollowsItsSurface(t *testing.T) {
	s, _, _ := eroded()
	s.add(Reversal, 40, 11)
	require.Equal(t, s.pixel(40, 14), only(s.step().List, Move)[0].At)
	s.cells[0].Pos = s.pixel(40, 1)
	require.Equal(t, PreOsteoblast, only(s.step().List, Become)[0].Kind)
}

// Progenitors leave pre-osteoblasts only while growth factors drive them.
func TestProgenitorDividesByGrowthDrive(t *testing.T) {
	daughters := func(tgfb, igf1 float64) int {
		s := newWorld(41, 41)
		p := of[ProgenitorParams](s, Progenitor)
		p.Renewal, p.Division, p.Speed = 0, 0.1, 0
		s.flood(signal.TGFb, tgfb)
		s.flood(signal.IGF1, igf1)
		s.add(Progenitor, 20, 20)
		list := s.steps(1000)
		require.Empty(t, only(list, Die))
		for _, w := range only(list, Divide) {
			require.Equal(t, PreOsteoblast, w.Kind)
		}
		return len(only(list, Divide))
	}
	require.Zero(t, daughters(0, 0))
	require.Zero(t, daughters(0, 1e6), "IGF-1 alone recruits none")
	require.Greater(t, daughters(1e6, 1e6), 50)
}

// A niche that is too empty fills, one that is too full thins out, and both stay
// near their capacity.
func TestProgenitorNicheKeepsItsDensity(t *testing.T) {
	const density = 1e-4 // 1/um2
	for name, begin := range map[string]float64{"empty": 0.3, "full": 3} {
		t.Run(name, func(t *testing.T) {
			s := newWorld(240, 240)
			p := of[ProgenitorParams](s, Progenitor)
			p.Density, p.Renewal, p.Speed = begin*density, 0.2, 30
			r := newStream(1)
			rules := s.params.Bind()
			s.freeze()
			s.cells = rules[Progenitor].Found(s.env, r)
			want := density * s.Area()
			require.InDelta(t, begin*want, len(s.cells), 1)
			p.Density = density
			for i := range s.cells {
				s.cells[i].ID = uint64(i + 1)
			}
			for step := range 200 {
				s.turnOver()
				if step > 100 {
					require.InDelta(t, math.Log(want), math.Log(float64(len(s.cells))), math.Log(1.7))
				}
			}
		})
	}
}

// turnOver takes one step in which progenitors move, are born and leave.
func (s *world) turnOver() {
	list, gone := s.step().List, map[int32]bool{}
	next := uint64(s.tick) << 32
	for _, w := range list {
		switch w.Op {
		case Move:
			s.cells[w.Slot].Pos = w.At
		case Divide:
			next++
			s.cells = append(s.cells, Cell{ID: next, Kind: w.Kind, Pos: w.At, Nuclei: 1})
		case Become: // it turns to fat
			gone[w.Slot] = true
		}
	}
	kept := s.cells[:0]
	for slot, c := range s.cells {
		if !gone[int32(slot)] {
			kept = append(kept, c)
		}
	}
	s.cells = kept
}
