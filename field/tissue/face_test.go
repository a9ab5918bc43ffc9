package tissue_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"trabecula/field"
	"trabecula/field/tissue"
	"trabecula/sim/unit"
)

const (
	edge = 9 // of the section [px]
	top  = 4 // first row of bone
)

// wall returns a section whose rows from top down are mineralised bone.
func wall() *tissue.Tissue {
	s := tissue.New(field.Grid{W: edge, H: edge, Pixel: 5, Thickness: 10})
	for i := range s.Bone {
		if i >= top*edge {
			s.Bone[i], s.Mineral[i] = 1, 0.9
		}
	}
	return s
}

// faces returns the states of a row of pixels.
func faces(s *tissue.Tissue, y int) string {
	row := ""
	for x := range edge {
		row += [...]string{".", "e", "o"}[s.Face[s.At(x, y)]]
	}
	return row
}

// A scratch leaves the surface quiescent; a loss that a microscope would show
// makes it eroded, once.
func TestErosionBeginsWithAVisibleLoss(t *testing.T) {
	s := wall()
	i := s.At(4, top)
	s.Resorb(i, 0.05, 10)
	require.Equal(t, ".........", faces(s, top))
	s.Resorb(i, 0.3, 20)
	require.Equal(t, "....e....", faces(s, top))
	s.Resorb(i, 0.05, 30)
	require.Equal(t, "....e....", faces(s, top))
	require.Equal(t, float32(20), s.Since[i])
	require.EqualValues(t, 1, s.Totals.Erosions)
}

// dig removes whole pixels of column x from the surface down, one every hour.
func dig(s *tissue.Tissue, x, depth int, time float64) {
	for d := range depth {
		for range 4 {
			s.Resorb(s.At(x, top+d), 0.25, time+float64(d))
		}
	}
}

// A cavity that deepens is one event of erosion and keeps the time at which it
// was opened, on its floor and on the walls that it lays open.
func TestCavityKeepsItsOpeningTime(t *testing.T) {
	s := wall()
	dig(s, 4, 3, 100)
	floor, side := s.At(4, top+3), s.At(3, top+2)
	require.Equal(t, tissue.Eroded, s.Face[floor])
	require.Equal(t, float32(100), s.Since[floor])
	require.Equal(t, tissue.Eroded, s.Face[side])
	require.Equal(t, float32(100), s.Since[side])
	require.Equal(t, tissue.Quiescent, s.Face[s.At(3, top)], "the rim was surface before")
	require.Equal(t, tissue.Quiescent, s.Face[s.At(3, top+3)], "beside the floor lies buried bone")
	require.EqualValues(t, 1, s.Totals.Erosions)
	require.Zero(t, s.Totals.Reversals+s.Totals.Arrests+s.Totals.Completions)
}

// Two pixels of surface eroded side by side are two events, each with its time.
func TestNeighboursErodeForThemselves(t *testing.T) {
	s := wall()
	dig(s, 4, 1, 100)
	dig(s, 5, 1, 200)
	require.EqualValues(t, 2, s.Totals.Erosions)
	require.Equal(t, float32(100), s.Since[s.At(4, top+1)])
	require.Equal(t, float32(200), s.Since[s.At(5, top+1)])
}

// A film of osteoid does not cover the surface, a seam does, and it ends the
// eroded time that the reversal counts.
func TestSeamCoversErodedSurface(t *testing.T) {
	s := wall()
	dig(s, 4, 1, 100)
	floor, pit := s.At(4, top+1), s.At(4, top)
	s.Form(pit, 0.05, 400, 0, 0)
	require.Equal(t, tissue.Eroded, s.Face[floor])
	s.Form(pit, 0.3, 500, 0, 0)
	require.Equal(t, tissue.Covered, s.Face[floor])
	require.Equal(t, float32(500), s.Since[floor])
	require.EqualValues(t, 1, s.Totals.Reversals)
	require.Equal(t, 400.0, s.Totals.ErodedTime)
	s.Form(pit, 0.3, 600, 0, 0)
	require.EqualValues(t, 1, s.Totals.Reversals, "once is enough")
}

// Bone that was worn but not worn through is eroded surface like any other.
func TestSeamCoversWornPixel(t *testing.T) {
	s := wall()
	i := s.At(4, top)
	s.Resorb(i, 0.3, 100)
	s.Form(i, 0.28, 500, 0, 0)
	require.Equal(t, tissue.Covered, s.Face[i])
	require.EqualValues(t, 1, s.Totals.Reversals)
	require.Equal(t, 400.0, s.Totals.ErodedTime)
}

// A seam on quiescent bone is formation without reversal: modelling.
func TestSeamOnQuiescentSurfaceIsNoReversal(t *testing.T) {
	s := wall()
	s.Form(s.At(4, top-1), 0.3, 500, 0, 0)
	require.Equal(t, "...ooo...", faces(s, top))
	require.Zero(t, s.Totals.Reversals)
	require.Zero(t, s.Totals.ErodedTime)
}

// The whole cycle on a flat wall: a trench one pixel deep and five wide is
// eroded, filled, ripens and comes to rest, with its times and counts.
func TestCycleOnAFlatWall(t *testing.T) {
	s := wall()
	for x := 2; x <= 6; x++ {
		dig(s, x, 1, 100)
	}
	require.Equal(t, "..eeeee..", faces(s, top+1))
	require.EqualValues(t, 5, s.Totals.Erosions)
	for _, amount := range []float64{0.3, 0.3, 0.4} {
		for x := 2; x <= 6; x++ {
			s.Form(s.At(x, top), amount, 1100, 0, 0)
		}
	}
	require.EqualValues(t, 5, s.Totals.Reversals)
	require.Equal(t, 5*1000.0, s.Totals.ErodedTime)
	for i := range s.Bone {
		require.True(t, s.Bone[i] == 1 || i < top*edge, "the wall is whole again")
	}
	require.Equal(t, ".ooooooo.", faces(s, top))
	end := ripen(s, 1100)
	require.Equal(t, ".........", faces(s, top))
	require.EqualValues(t, 7, s.Totals.Completions, "the seam and the rims that it touched")
	require.InDelta(t, 7*(end-1100), s.Totals.FormingTime, 1e-6)
	require.Zero(t, s.Totals.Arrests)
	require.InDelta(t, 5*25, s.Totals.Mineralised+total(s.Osteoid)*s.PixelArea(), 1e-4)
}

// ripen lets osteoid mineralise day by day until formation is finished, and
// returns the time at which it was.
func ripen(s *tissue.Tissue, time float64) float64 {
	for range 100 {
		time += unit.Day
		s.Mineralise(kinetics, healthy, time, unit.Day)
		s.Finish(time)
		if s.Totals.Completions > 0 {
			return time
		}
	}
	return -1
}

// A seam ends as a whole: bone beside osteoid that has not ripened stays covered.
func TestFormationEndsWithTheWholeSeam(t *testing.T) {
	s := wall()
	early, late := s.At(3, top-1), s.At(4, top-1)
	s.Form(early, 0.4, 0, 0, 0)
	s.Form(late, 0.4, 20*unit.Day, 0, 0)
	s.Mineralise(kinetics, healthy, 25*unit.Day, 50*unit.Day)
	require.InDelta(t, 0, s.Osteoid[early], 1e-5)
	s.Finish(25 * unit.Day)
	require.Equal(t, "...ooo...", faces(s, top))
	require.EqualValues(t, 1, s.Totals.Completions, "the rim that touched only ripe bone")
	s.Mineralise(kinetics, healthy, 40*unit.Day, 50*unit.Day)
	s.Finish(40 * unit.Day)
	require.Equal(t, ".........", faces(s, top))
	require.EqualValues(t, 4, s.Totals.Completions)
}

// A seam that grows towards the marrow keeps the time at which it began.
func TestGrowingSeamKeepsItsBeginning(t *testing.T) {
	s := wall()
	for d := range 2 {
		for x := range edge {
			s.Form(s.At(x, top-1-d), 1, float64(100+d*500), 0, 0)
		}
	}
	for x := range edge {
		require.Equal(t, float32(100), s.Since[s.At(x, top-2)])
	}
}

// Settle ends erosion without formation, and nothing else.
func TestSettle(t *testing.T) {
	s := wall()
	dig(s, 4, 1, 100)
	s.Form(s.At(1, top-1), 0.3, 100, 0, 0)
	for i := range s.Bone {
		if s.Bone[i] >= tissue.Solid {
			s.Settle(i)
		}
	}
	require.Equal(t, tissue.Quiescent, s.Face[s.At(4, top+1)])
	require.Equal(t, tissue.Covered, s.Face[s.At(1, top)])
	require.EqualValues(t, 1, s.Totals.Arrests)
}

// Osteoid that is resorbed makes its surface eroded from that time on.
func TestResorptionOpensCoveredSurface(t *testing.T) {
	s := wall()
	for x := range edge {
		s.Form(s.At(x, top-1), 1, 100, 0, 0)
	}
	s.Resorb(s.At(4, top-1), 0.4, 300)
	require.Equal(t, "ooooeoooo", faces(s, top-1))
	require.Equal(t, float32(300), s.Since[s.At(4, top-1)])
	require.EqualValues(t, 1, s.Totals.Erosions)
}
