package agents

import (
	"math"
	"testing"

	"github.com/stretchr/testify/require"

	"trabecula/field/signal"
	"trabecula/field/tissue"
	"trabecula/sim/rng"
)

// linings returns a world with a wall and calm lining cells.
func linings() (*world, *LiningParams) {
	s := walled(81, 31, 15)
	p := of[LiningParams](s, LiningCell)
	p.Foot, p.HalfRANKL, p.Retract, p.Cover, p.Memory = 25, 10, 20, 20, 0
	p.Spread, p.Settle = 0, 0
	return s, p
}

// bury adds an osteocyte under the lining cell, dead for a time [h].
func (s *world) bury(age float32) {
	c := &s.cells[s.add(Osteocyte, 40, 16)]
	c.Flags, c.Clock = Dead, age
}

// Retraction is a hazard: where an osteocyte has just died, in proportion to the
// occupancy of RANK; where none has, or long ago, the surface stays closed.
func TestLiningCellsRetractOverDeaths(t *testing.T) {
	const n = 6000
	open := func(rankl float64, dead bool, age float32) (open int) {
		s, _ := linings()
		s.flood(signal.RANKL, rankl)
		for i := range n {
			s.cells, s.seed = s.cells[:0], uint64(i+1)
			s.add(LiningCell, 40, 14)
			if dead {
				s.bury(age)
			}
			s.step()
			if s.cells[0].Has(Retracted) {
				open++
			}
		}
		return open
	}
	requireShare(t, 1-math.Exp(-1.0/20), open(10, true, 0), n)
	requireShare(t, 1-math.Exp(-2.0/20), open(1e9, true, 0), n)
	require.Zero(t, open(0, true, 0))
	require.Zero(t, open(1e9, false, 0))
	require.Zero(t, open(1e9, true, 1e6))
}

// A retracted cell comes back where no death calls, and stays away where one does.
func TestLiningCellsTakeHoldAgain(t *testing.T) {
	const n = 4000
	for _, dead := range []bool{false, true} {
		back := 0
		s, _ := linings()
		for i := range n {
			s.cells, s.seed = s.cells[:0], uint64(i+1)
			s.cells[s.add(LiningCell, 40, 14)].Flags = Retracted
			if dead {
				s.bury(0)
			}
			s.step()
			if !s.cells[0].Has(Retracted) {
				back++
			}
		}
		if dead {
			require.Zero(t, back)
		} else {
			requireShare(t, 1-math.Exp(-1.0/20), back, n)
		}
	}
}

// Sclerostin out of the way turns lining cells of quiescent bone back to
// osteoblasts, three for one, as far as they have rested; at the sclerostin of
// health none turns.
func TestLiningCellsAreReactivatedByWnt(t *testing.T) {
	turned := func(sclerostin float64, rested float32) int {
		s, p := linings()
		p.Reactivate, p.Refractory, p.HalfScl = 0.01, 1000, 28
		s.flood(signal.Sclerostin, sclerostin)
		s.add(LiningCell, 40, 14)
		s.cells[0].Since, s.cells[0].Wnt, s.cells[0].Habit = -rested, 0.5, 0.5
		s.tick = 1e4 // the run has settled
		list := s.steps(1500)
		for _, w := range only(list, Divide) {
			require.Equal(t, Osteoblast, w.Kind)
			require.True(t, s.env.OnBone(w.At))
		}
		became := len(only(list, Become))
		if became > 0 {
			require.Equal(t, 2*became, len(only(list, Divide)))
		}
		return became
	}
	require.Zero(t, turned(28, 1e6))
	require.Greater(t, turned(0, 1e6), turned(0, -9.9e3))
}

// A covering cell secretes OPG, a retracted one RANKL instead.
func TestLiningCellTurnsFromOPGToRANKL(t *testing.T) {
	s, p := linings()
	p.OPG, p.RANKL = 700, 90
	s.add(LiningCell, 40, 14)
	out := s.step()
	require.Equal(t, 700.0, rate(out.Secrete[signal.OPG]))
	require.Zero(t, rate(out.Secrete[signal.RANKL]))
	s.cells[0].Flags = Retracted
	out = s.step()
	require.Zero(t, rate(out.Secrete[signal.OPG]))
	require.Equal(t, 90.0, rate(out.Secrete[signal.RANKL]))
}

// It divides onto bare surface beside it, a foot away at least, and onto nothing else.
func TestLiningCellSpreadsToBareSurface(t *testing.T) {
	s, p := linings()
	p.Spread = atOnce
	s.add(LiningCell, 40, 14)
	born := only(s.steps(20), Divide)
	require.Len(t, born, 20)
	for _, w := range born {
		require.Equal(t, LiningCell, w.Kind)
		require.True(t, s.env.Bare(w.At))
		require.GreaterOrEqual(t, s.apart(w.At, s.cells[0].Pos)*25, p.Foot*p.Foot)
		require.LessOrEqual(t, s.apart(w.At, s.cells[0].Pos)*25, 4*p.Foot*p.Foot)
	}
}

func TestLiningCellStaysWhereNothingIsBare(t *testing.T) {
	for name, set := range map[string]func(s *world){
		"lined":     func(s *world) { s.line() },
		"under way": func(s *world) { s.reverse() },
		"forming": func(s *world) {
			for i := range s.Face {
				s.Face[i] = tissue.Covered
			}
		},
		"retracted": func(s *world) { s.cells[0].Flags = Retracted; s.bury(0) },
	} {
		s, p := linings()
		p.Spread = atOnce
		s.add(LiningCell, 40, 14)
		set(s)
		for _, w := range only(s.steps(20), Divide) {
			require.NotZero(t, w.Slot, name)
		}
	}
}

// line covers the rest of the wall with lining cells.
func (s *world) line() {
	for x := 0; x < s.W; x += 4 {
		s.add(LiningCell, x, 14)
	}
}

// reverse covers the wall with reversal cells.
func (s *world) reverse() {
	for x := 0; x < s.W; x += 2 {
		s.add(Reversal, x, 14)
	}
}

// Eroded surface is left to reversal cells: a lining cell takes it only with the
// rate of settling, and then it is settled.
func TestLiningCellSettlesErodedSurfaceLate(t *testing.T) {
	for settle, want := range map[float64]bool{0: false, atOnce: true} {
		s, p := linings()
		p.Spread, p.Settle = atOnce, settle
		for i := range s.Face {
			s.Face[i] = tissue.Eroded
		}
		s.add(LiningCell, 40, 14)
		list := s.steps(20)
		require.Equal(t, want, len(only(list, Settle)) > 0)
		require.Equal(t, want, len(only(list, Divide)) > 0)
	}
}

// TGF-β from resorption frees a lining cell on eroded bone for the lineage; on
// quiescent bone, or without TGF-β, it stays what it is.
func TestLiningCellReturnsToTheLineage(t *testing.T) {
	for _, test := range []struct {
		tgfb float64
		face tissue.Face
		want bool
	}{{1e3, tissue.Eroded, true}, {1e3, tissue.Quiescent, false}, {0, tissue.Eroded, false}} {
		s, _ := linings()
		s.flood(signal.TGFb, test.tgfb)
		for i := range s.Face {
			s.Face[i] = test.face
		}
		s.add(LiningCell, 40, 14)
		turned := only(s.steps(200), Become)
		require.Equal(t, test.want, len(turned) > 0)
		if test.want {
			require.Equal(t, PreOsteoblast, turned[0].Kind)
		}
	}
}

// A cell whose bone has gone follows it within its foot, or joins the lineage.
func TestLiningCellFollowsItsSurface(t *testing.T) {
	s, _ := linings()
	s.add(LiningCell, 40, 12)
	moves := only(s.step().List, Move)
	require.Equal(t, s.pixel(40, 14), moves[0].At)
	s.cells[0].Pos = s.pixel(40, 4)
	turned := only(s.step().List, Become)
	require.Equal(t, PreOsteoblast, turned[0].Kind)
}

// The initial section is covered: no bone surface is farther from a lining cell
// than the spacing, and no two cells are nearer than it.
func TestFoundLiningCoversAllSurface(t *testing.T) {
	s, p := linings()
	p.Spacing = 45
	rules, r := s.params.Bind(), rng.At(1, 0, 0, 0)
	s.cells = rules[LiningCell].Found(s.env, &r)
	s.freeze()
	for i := range int32(s.Len()) {
		if s.env.OnBone(i) {
			require.Positive(t, s.env.Count(LiningCell, i, p.Spacing))
		}
	}
	for _, c := range s.cells {
		require.True(t, s.env.OnBone(c.Pos))
		require.Equal(t, 1, s.env.Count(LiningCell, c.Pos, p.Spacing))
	}
}
