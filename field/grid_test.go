package field_test

import (
	"math"
	"testing"

	"github.com/stretchr/testify/require"

	"trabecula/field"
)

func TestIndexAndPlaceAreInverse(t *testing.T) {
	g := field.Grid{W: 7, H: 4, Pixel: 5, Thickness: 10}
	require.Equal(t, 28, g.Len())
	next := 0
	for y := range g.H {
		for x := range g.W {
			require.Equal(t, next, g.At(x, y), "rows follow each other")
			gx, gy := g.XY(next)
			require.Equal(t, [2]int{x, y}, [2]int{gx, gy})
			next++
		}
	}
}

func TestInsideEndsAtTheEdges(t *testing.T) {
	g := field.Grid{W: 7, H: 4}
	inside := 0
	for y := -3; y < 10; y++ {
		for x := -3; x < 10; x++ {
			if g.Inside(x, y) {
				inside++
				require.True(t, x >= 0 && x < 7 && y >= 0 && y < 4)
			}
		}
	}
	require.Equal(t, g.Len(), inside)
}

// A section of 200 x 100 px at 5 um is 1 mm by 0.5 mm; 10 um thick, one of its
// pixels holds 250 um3.
func TestSizes(t *testing.T) {
	g := field.Grid{W: 200, H: 100, Pixel: 5, Thickness: 10}
	require.Equal(t, 25.0, g.PixelArea())
	require.Equal(t, 250.0, g.PixelVolume())
	require.Equal(t, 0.5e6, g.Area())
	require.Equal(t, "200 x 100 px at 5 um", g.String())
}

// The edge neighbours lie at distance 1, the corner ones at sqrt 2, each once,
// and in the order of their indices, on which results depend.
func TestNeighbours(t *testing.T) {
	g := field.Grid{W: 9, H: 9}
	check := func(steps [][2]int, longest float64) {
		last := -1
		for _, s := range steps {
			d := math.Hypot(float64(s[0]), float64(s[1]))
			require.True(t, d >= 1 && d <= longest)
			i := g.At(4+s[0], 4+s[1])
			require.Greater(t, i, last)
			last = i
		}
	}
	check(field.Step4[:], 1)
	check(field.Step8[:], math.Sqrt2)
}

// A sum in float64 does not lose what float32 would: 2^24 ones and a bit.
func TestSumIsInFloat64(t *testing.T) {
	p := field.NewPlane[float32](field.Grid{W: 3, H: 1})
	require.Zero(t, p.Sum())
	copy(p.V, []float32{1 << 24, 1, 1})
	require.Equal(t, float64(1<<24+2), p.Sum())
	counts := field.NewPlane[uint8](field.Grid{W: 300, H: 1})
	for i := range counts.V {
		counts.V[i] = 2
	}
	require.Equal(t, 600.0, counts.Sum(), "does not wrap round at 256")
}

func TestClamp(t *testing.T) {
	for _, c := range [][2]float64{{-1, 0}, {0, 0}, {0.3, 0.3}, {2, 2}, {2.1, 2}} {
		require.Equal(t, c[1], field.Clamp(c[0], 0, 2))
	}
}
