package agents

import (
	"math"
	"testing"

	"github.com/stretchr/testify/require"

	"trabecula/field/signal"
	"trabecula/field/tissue"
)

// linings returns a world with a wall and calm lining cells.
func linings() (*world, *LiningParams) {
	s := walled(81, 31, 15)
	p := of[LiningParams](s, LiningCell)
	p.Foot, p.Threshold, p.HalfRANKL, p.Retract = 25, 0.5, 10, 20
	p.Spread, p.Settle = 0, 0
	return s, p
}

// A lining cell holds on below the threshold of RANKL, however long.
func TestLiningCellHoldsBelowTheThreshold(t *testing.T) {
	s, _ := linings()
	s.flood(signal.RANKL, 9.9)
	s.add(LiningCell, 40, 14)
	s.steps(2000)
	require.False(t, s.cells[0].Has(Retracted))
	s.flood(signal.RANKL, 10.1)
	s.steps(2000)
	require.True(t, s.cells[0].Has(Retracted))
}

// It lets go and takes hold again with hysteresis: at either turn it has to cross
// the whole gap, at the pace of its time constant.
func TestLiningCellRetractsWithHysteresis(t *testing.T) {
	s, p := linings()
	s.flood(signal.RANKL, 1e6)
	s.add(LiningCell, 40, 14)
	out := 0
	for ; !s.cells[0].Has(Retracted); out++ {
		s.step()
	}
	require.Equal(t, int(math.Ceil(-p.Retract*math.Log(0.4))), out)
	s.flood(signal.RANKL, 0)
	level, back := float64(s.cells[0].Clock), 0
	for ; s.cells[0].Has(Retracted); back++ {
		s.step()
	}
	require.Equal(t, int(math.Ceil(p.Retract*math.Log(level/0.4))), back)
	s.flood(signal.RANKL, 1e6)
	s.steps(2)
	require.False(t, s.cells[0].Has(Retracted), "a short call is not enough")
}

// A covering cell secretes OPG, a retracted one RANKL instead.
func TestLiningCellTurnsFromOPGToRANKL(t *testing.T) {
	s, p := linings()
	p.OPG, p.RANKL = 700, 90
	s.add(LiningCell, 40, 14)
	out := s.step()
	require.Equal(t, 700.0, rate(out.Secrete[signal.OPG]))
	require.Zero(t, rate(out.Secrete[signal.RANKL]))
	s.cells[0].Flags, s.cells[0].Clock = Retracted, 1
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
		"retracted": func(s *world) { s.flood(signal.RANKL, 1e6); s.cells[0].Flags, s.cells[0].Clock = Retracted, 1 },
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
	rules := s.params.Bind()
	s.cells = rules[LiningCell].Found(s.env, nil)
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
