package agents

import (
	"math"
	"testing"

	"github.com/stretchr/testify/require"

	"trabecula/field/signal"
)

// steady sets osteoblasts that do not die, rest or get buried and lay a tenth of
// a pixel an hour on a flat wall.
func steady(s *world) *OsteoblastParams {
	p := of[OsteoblastParams](s, Osteoblast)
	p.Lifespan, p.Rest, p.BurialRate, p.Tiring = forever, forever, 0, forever
	p.Sense, p.Bulge, p.Foot, p.Rate = 40, 0.2, 7.5, 0.2
	p.HalfScl, p.HalfIGF1 = 60, 20
	return p
}

// laid returns the osteoid that one osteoblast wants to lay in n steps [px].
func (s *world) laid(n int) (sum float64) {
	for _, w := range only(s.steps(n), Form) {
		sum += float64(w.Amount)
	}
	return sum
}

// round returns a world of marrow with a disc of bone, or of bone with a disc of
// marrow, of a radius [px], and an osteoblast on its surface.
func round(radius float64, cavity bool) *world {
	const size = 81
	s := newWorld(size, size)
	s.fill(func(x, y int) float64 {
		in := coverage(x, y, size/2, size/2, radius)
		if cavity {
			return 1 - in
		}
		return in
	})
	for y := size / 2; ; y++ { // down from the middle to the last marrow or past the last bone
		if i := s.pixel(size/2, y); s.env.OnBone(i) && (cavity || y > size/2+1) {
			s.add(Osteoblast, size/2, y)
			return s
		}
	}
}

// The more concave the bed, the more it lays; on a sharp bulge nothing.
func TestOsteoblastFillsCavities(t *testing.T) {
	flat := walled(81, 81, 40)
	flat.add(Osteoblast, 40, 39)
	steady(flat)
	level := flat.laid(1)
	require.Greater(t, level, 0.0)
	for _, radius := range []float64{15, 25} {
		hollow, bulge := round(radius, true), round(radius, false)
		steady(hollow)
		steady(bulge)
		require.Greater(t, hollow.laid(1), 1.05*level, "R %g px", radius)
		require.Less(t, bulge.laid(1), 0.95*level, "R %g px", radius)
	}
	deep, shallow := round(15, true), round(25, true)
	steady(deep)
	steady(shallow)
	require.Greater(t, deep.laid(1), shallow.laid(1))
	sharp := round(3, false)
	steady(sharp).Bulge = 0.05
	require.Zero(t, sharp.laid(1))
}

// On a flat wall it lays its rate over the width of its foot.
func TestOsteoblastLaysItsRate(t *testing.T) {
	s := walled(81, 81, 40)
	s.add(Osteoblast, 40, 39)
	p := steady(s)
	for x := range s.W {
		s.Bone[s.At(x, 39)] = 0.49 // half a pixel, where curvature is exact
	}
	area := p.Rate * 2 * p.Foot * 2 * 0.8 // um2 an hour, at full activity, with Wnt freed of all sclerostin and without IGF-1
	without := s.laid(1)
	require.InDelta(t, area/25, without, 0.25*area/25)
	s.flood(signal.IGF1, 1e6)
	require.Greater(t, s.laid(1), without, "IGF-1 speeds it")
}

// It lays matrix at the surface, where there is room.
func TestOsteoblastLaysWhereThereIsRoom(t *testing.T) {
	s := walled(81, 81, 40)
	s.Bone[s.At(40, 40)] = 0.8
	s.add(Osteoblast, 40, 39)
	steady(s)
	for range 200 {
		for _, w := range only(s.step().List, Form) {
			require.Less(t, s.Bone[w.At], float32(1))
			require.Greater(t, s.env.support(w.At), 0.0)
			s.Form(int(w.At), float64(w.Amount), 0, 0, 0)
		}
		if to, ok := s.env.NearestMarrow(s.cells[0].Pos, 100); ok {
			s.cells[0].Pos = to
		}
	}
	require.Equal(t, float32(1), s.Bone[s.At(40, 40)], "the dent is filled first")
	require.Greater(t, s.Totals.Formed, 4*25.0)
}

// It tires as exp(-t/Tiring).
func TestOsteoblastTires(t *testing.T) {
	s := walled(81, 81, 40)
	s.add(Osteoblast, 40, 39)
	steady(s).Tiring = 100
	first := s.laid(1)
	s.steps(99)
	require.InEpsilon(t, first*math.Exp(-1), s.laid(1), 1e-4)
	s.steps(899)
	require.InEpsilon(t, first*math.Exp(-10), s.laid(1), 1e-3)
}

// Sclerostin stops it; when that has gone, it goes on.
func TestSclerostinStopsOsteoblasts(t *testing.T) {
	s := walled(81, 81, 40)
	s.add(Osteoblast, 40, 39)
	steady(s)
	free := s.laid(1)
	s.flood(signal.Sclerostin, 1e6)
	s.steps(1000)
	require.Less(t, s.laid(1), 1e-6*free)
	s.flood(signal.Sclerostin, 0)
	s.steps(1000)
	require.InEpsilon(t, free, s.laid(1), 1e-6)
}

// A tired cell ends: as a lining cell where there is none, by death else.
func TestTiredOsteoblastBecomesLiningOrDies(t *testing.T) {
	for _, lined := range []bool{false, true} {
		s := walled(81, 81, 40)
		p := steady(s)
		p.Tiring, p.Rest, p.Lining = 1, 24, 30
		s.add(Osteoblast, 40, 39)
		s.add(LiningCell, 60, 39) // too far to matter
		if lined {
			s.add(LiningCell, 43, 39)
		}
		var first Intent
		for _, w := range s.steps(4000) {
			if w.Slot == 0 && (w.Op == Die || w.Op == Become) {
				first = w
				break
			}
		}
		if lined {
			require.Equal(t, Die, first.Op)
		} else {
			require.Equal(t, Become, first.Op)
			require.Equal(t, LiningCell, first.Kind)
		}
	}
}

// A working cell stays.
func TestWorkingOsteoblastStays(t *testing.T) {
	s := walled(81, 81, 40)
	steady(s).Rest = 1
	s.add(Osteoblast, 40, 39)
	list := s.steps(2000)
	require.Empty(t, only(list, Die))
	require.Empty(t, only(list, Become))
}

// It is buried in osteoid beside it, if no osteocyte lies within the spacing.
func TestBurialKeepsItsSpacing(t *testing.T) {
	tests := map[string]struct {
		osteoid float32
		away    int // of an osteocyte below [px]; 0 = none
		want    bool
	}{
		"osteoid, alone":           {0.9, 0, true},
		"osteocyte out of reach":   {0.9, 11, true},
		"osteocyte within spacing": {0.9, 9, false},
		"no osteoid":               {0, 0, false},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			s := walled(81, 81, 40)
			p := steady(s)
			p.BurialRate, p.Burial = atOnce, 50
			for x := range s.W {
				s.Osteoid[s.At(x, 40)] = test.osteoid
				s.Mineral[s.At(x, 40)] = 1 - test.osteoid
			}
			s.add(Osteoblast, 40, 39)
			if test.away > 0 {
				s.add(Osteocyte, 40, 39+test.away)
			}
			turned := only(s.step().List, Become)
			require.Equal(t, test.want, len(turned) == 1)
			if test.want {
				require.Equal(t, Osteocyte, turned[0].Kind)
				require.False(t, s.env.Marrow(turned[0].At))
				require.Equal(t, test.osteoid, s.Osteoid[turned[0].At])
			}
		})
	}
}

// Apoptosis takes working cells at its rate, faster where cytokines are.
func TestOsteoblastsDieAtTheirRate(t *testing.T) {
	const n = 800
	for ratio, want := range map[float64]float64{0: 40, 1: 20} {
		s := walled(41, 41, 20)
		p := steady(s)
		p.Lifespan, p.TNFDeath, p.HalfTNF = 40, 2, 30
		s.flood(signal.TNF, 30*ratio)
		mean, causes := s.lives(Cell{Kind: Osteoblast, Pos: s.pixel(20, 19), Vigour: 1}, n)
		requireLife(t, want, mean, n)
		require.Equal(t, map[Cause]int{"apoptosis": n}, causes)
	}
}

// It follows its surface, and dies when there is none in reach.
func TestOsteoblastFollowsItsSurface(t *testing.T) {
	s := walled(81, 81, 40)
	steady(s)
	s.add(Osteoblast, 40, 36)
	require.Equal(t, s.pixel(40, 39), only(s.step().List, Move)[0].At)
	s.cells[0].Pos = s.pixel(40, 5)
	require.Len(t, only(s.step().List, Die), 1)
}
