package agents

import (
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/stretchr/testify/require"

	"trabecula/field/signal"
)

// crowd returns a world of odd size with cells of all kinds anywhere, several in
// one pixel among them.
func crowd(seed uint64, n int) *world {
	s, r := newWorld(53, 37), rand.New(rand.NewPCG(seed, 0))
	for range n {
		s.add(Kind(r.IntN(int(KindCount))), r.IntN(s.W), r.IntN(s.H))
	}
	return s
}

// apart returns the squared distance of two pixels [px2].
func (s *world) apart(a, b int32) float64 {
	ax, ay := s.XY(int(a))
	bx, by := s.XY(int(b))
	return float64((ax-bx)*(ax-bx) + (ay-by)*(ay-by))
}

// found is what Near told of a cell.
type found struct {
	slot int32
	d2   float64
}

func TestNearAndCountAgreeWithBruteForce(t *testing.T) {
	s := crowd(1, 400)
	s.freeze()
	r := rand.New(rand.NewPCG(2, 0))
	for range 500 {
		at, radius := int32(r.IntN(s.Len())), r.Float64()*120
		var got, want []found
		s.env.Near(at, radius, func(slot int32, d2 float64) bool {
			got = append(got, found{slot, d2})
			return true
		})
		count := [KindCount]int{}
		for slot, c := range s.cells {
			if d2 := s.apart(at, c.Pos); d2 <= radius/5*radius/5 {
				want = append(want, found{int32(slot), d2})
				count[c.Kind]++
			}
		}
		require.ElementsMatch(t, want, got)
		for k, n := range count {
			require.Equal(t, n, s.env.Count(Kind(k), at, radius))
		}
	}
}

// The reach of Near ends at its radius, the cell on it included.
func TestNearReachesItsRadius(t *testing.T) {
	s := newWorld(40, 40)
	s.add(TCell, 10, 10)
	s.add(TCell, 14, 13) // 5 px off
	s.freeze()
	require.Equal(t, 2, s.env.Count(TCell, s.pixel(10, 10), 25))
	require.Equal(t, 1, s.env.Count(TCell, s.pixel(10, 10), 24.99))
	require.Equal(t, 1, s.env.Count(TCell, s.pixel(10, 10), 0))
}

// Near visits tile by tile and, within a tile, in the order of the slots, and
// stops when told to.
func TestNearHasAFixedOrder(t *testing.T) {
	s := crowd(3, 300)
	s.freeze()
	var slots []int32
	s.env.Near(s.pixel(26, 18), 1000, func(slot int32, _ float64) bool {
		slots = append(slots, slot)
		return true
	})
	require.Len(t, slots, 300)
	tile := func(slot int32) int {
		x, y := s.XY(int(s.cells[slot].Pos))
		return y/tileEdge*100 + x/tileEdge
	}
	require.True(t, slices.IsSortedFunc(slots, func(a, b int32) int {
		if tile(a) != tile(b) {
			return tile(a) - tile(b)
		}
		return int(a - b)
	}))
	n := 0
	s.env.Near(s.pixel(26, 18), 1000, func(int32, float64) bool {
		n++
		return n < 7
	})
	require.Equal(t, 7, n)
}

// A world that has been frozen before shows only the cells it was shown last.
func TestFreezeForgets(t *testing.T) {
	s := walled(40, 40, 20)
	s.add(LiningCell, 10, 19)
	s.freeze()
	require.Equal(t, CoverLining, s.env.Cover(s.pixel(10, 19)))
	s.cells = nil
	s.add(TCell, 30, 3)
	s.tick = 9
	s.freeze()
	require.Zero(t, s.env.Cover(s.pixel(10, 19)))
	require.Equal(t, 1, s.env.Cells())
	require.Equal(t, TCell, s.env.Cell(0).Kind)
	require.Zero(t, s.env.Count(LiningCell, s.pixel(10, 19), 500))
	require.EqualValues(t, 9, s.env.Tick)
	require.Equal(t, 9.0, s.env.Time)
}

func TestDiscAgreesWithBruteForce(t *testing.T) {
	s := newWorld(23, 17)
	r := rand.New(rand.NewPCG(4, 0))
	for range 300 {
		at, radius := int32(r.IntN(s.Len())), r.Float64()*70
		var got, want []found
		s.env.Disc(at, radius, func(i int32, d2 float64) { got = append(got, found{i, d2}) })
		for i := range int32(s.Len()) {
			if d2 := s.apart(at, i); d2 <= radius/5*radius/5 {
				want = append(want, found{i, d2})
			}
		}
		require.Equal(t, want, got, "in the order of the index")
	}
}

func TestSignalReadsItsPlane(t *testing.T) {
	s := newWorld(5, 5)
	s.planes[signal.TNF][7] = 2.5
	require.Equal(t, 2.5, s.env.Signal(signal.TNF, 7))
	require.Zero(t, s.env.Signal(signal.IL1, 7))
}

// Every kind that holds surface paints the disc of its foot, over others if need be.
func TestCoverIsTheFootprint(t *testing.T) {
	flags := map[Kind]Cover{LiningCell: CoverLining, Reversal: CoverReversal, Osteoblast: CoverOsteoblast, Osteoclast: CoverOsteoclast}
	for k := range KindCount {
		s := newWorld(41, 41)
		of[LiningParams](s, LiningCell).Foot = 22
		of[ReversalParams](s, Reversal).Foot = 13
		of[OsteoblastParams](s, Osteoblast).Foot = 9
		of[OsteoclastParams](s, Osteoclast).Foot = 20
		slot := s.add(k, 20, 20)
		s.cells[slot].Nuclei = typicalNuclei
		s.freeze()
		radius := s.params.Bind()[k].Foot
		require.Equal(t, flags[k] != 0, radius > 0, "%s", k)
		for i := range int32(s.Len()) {
			want := Cover(0)
			if s.apart(s.pixel(20, 20), i)*25 <= radius*radius {
				want = flags[k]
			}
			require.Equal(t, want, s.env.Cover(i), "%s", k)
		}
	}
}

func TestCoversAddUp(t *testing.T) {
	s := newWorld(41, 41)
	s.add(LiningCell, 20, 20)
	s.add(Reversal, 20, 20)
	s.freeze()
	require.Equal(t, CoverLining|CoverReversal, s.env.Cover(s.pixel(20, 20)))
	s.cells[0].Flags = Retracted
	s.freeze()
	require.Equal(t, CoverReversal, s.env.Cover(s.pixel(20, 20)), "a retracted cell has let go")
}

// An osteoclast covers in proportion to its nuclei: four times the nuclei, twice
// the radius.
func TestOsteoclastFootGrowsWithNuclei(t *testing.T) {
	area := func(nuclei uint8) (n int) {
		s := newWorld(81, 81)
		of[OsteoclastParams](s, Osteoclast).Foot = 50
		s.cells[s.add(Osteoclast, 40, 40)].Nuclei = nuclei
		s.freeze()
		for _, c := range s.env.cover {
			n += int(c / CoverOsteoclast)
		}
		return n
	}
	require.InEpsilon(t, 4, float64(area(20))/float64(area(5)), 0.05)
	require.InEpsilon(t, 0.6, float64(area(3))/float64(area(5)), 0.05)
}
