package tissue_test

import (
	"fmt"
	"math"
	"testing"

	"github.com/stretchr/testify/require"

	"trabecula/field"
	"trabecula/field/tissue"
	"trabecula/sim/unit"
)

// front is a half-plane of bone whose surface moves along its normal.
type front struct {
	*tissue.Tissue
	angle float64 // of the normal against the rows [rad]
	at    float64 // how far the surface has moved outwards [um]
	time  float64 // [h]
}

func newFront(degrees float64) *front {
	f := &front{Tissue: tissue.New(field.Grid{W: 60, H: 60, Pixel: 5, Thickness: 10}), angle: degrees * math.Pi / 180}
	for i := range f.Bone {
		f.Bone[i] = float32(f.behind(i))
		f.Mineral[i], f.Born[i] = f.Bone[i], -1e5
	}
	return f
}

// behind returns what share of a pixel lies behind the front.
func (f *front) behind(i int) float64 {
	x, y := f.XY(i)
	along := (float64(x)-29.3)*math.Cos(f.angle) + (float64(y)-29.3)*math.Sin(f.angle)
	return field.Clamp(0.5+f.at/f.Pixel-along, 0, 1)
}

// move lets the surface move at a pace [um/d] for some days; what is laid ripens.
func (f *front) move(pace, days float64) {
	for range int(days * 4) {
		f.at += pace / 4
		for i := range f.Bone {
			if d := f.behind(i) - float64(f.Bone[i]); d > 0 && pace > 0 {
				f.Form(i, d, f.time, 0, 0)
			} else if d < 0 && pace < 0 {
				f.Resorb(i, -d, f.time)
			}
		}
		f.time += 6
		f.Mineralise(kinetics, healthy, f.time, 6)
		if math.Mod(f.time, 24) == 0 {
			f.Finish(f.time)
		}
	}
}

// A cavity of known depth, rested, refilled at a known rate to a known width: that
// is what is said of it, however it lies.
func TestWallsAgainstTruth(t *testing.T) {
	for _, degrees := range []float64{0, 20, 45, 90} {
		for _, c := range []struct{ depth, width float64 }{{48, 48}, {55, 45}, {30, 36}} {
			t.Run(fmt.Sprintf("%g of %g um at %g degrees", c.width, c.depth, degrees), func(t *testing.T) {
				f := newFront(degrees)
				f.time = 2 * unit.Year
				f.move(-2, c.depth/2)
				f.move(0, 30)
				require.Zero(t, f.Totals.Walls)
				f.move(0.8, c.width/0.8)
				f.move(0, 60)
				s := f.Totals
				walls := float64(s.Walls)
				require.Greater(t, walls, 30.0)
				require.InDelta(t, c.depth, s.WallDepth/walls, 3)
				require.InDelta(t, c.width, s.WallWidth/walls, 3)
				require.InDelta(t, 0.8, s.EarlyWidth/s.EarlyTime*unit.Day, 0.1)
				require.InDelta(t, 0.8, s.FrontWidth/s.FrontTime*unit.Day, 0.12)
				again := newWallOn(f)
				require.InDelta(t, 20, again.depth, 3, "the next cavity is measured from the new surface")
				require.InDelta(t, 20, again.width, 3)
			})
		}
	}
}

// measured is what a further cycle of 20 um adds.
type measured struct{ depth, width float64 }

func newWallOn(f *front) measured {
	before := f.Totals
	f.move(0, 200)
	f.move(-2, 10)
	f.move(0.8, 25)
	f.move(0, 60)
	n := float64(f.Totals.Walls - before.Walls)
	return measured{(f.Totals.WallDepth - before.WallDepth) / n, (f.Totals.WallWidth - before.WallWidth) / n}
}

// Scrapes are filled but are no cavities, and matrix on bone that was never
// eroded is no wall.
func TestWhatIsNoWall(t *testing.T) {
	f := newFront(20)
	f.move(-2, 3)
	f.move(0.8, 7.5)
	f.move(0, 60)
	require.Positive(t, f.Totals.Completions)
	require.Zero(t, f.Totals.Walls)
	f.move(0.8, 40)
	f.move(0, 60)
	require.Zero(t, f.Totals.Walls)
	require.Zero(t, f.Totals.EarlyTime)
}
