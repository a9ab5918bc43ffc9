package morphometry

import (
	"encoding/json"
	"math"
	"testing"

	"github.com/stretchr/testify/require"

	"trabecula/field"
)

const pixel = 5.0

// draw returns a mask of the pixels whose centres [px] are inside.
func draw(w, h int, inside func(x, y float64) bool) Mask {
	m := NewMask(field.Grid{W: w, H: h, Pixel: pixel, Thickness: 10})
	for i := range m.Solid {
		x, y := m.XY(i)
		m.Solid[i] = inside(float64(x)+0.5, float64(y)+0.5)
	}
	return m
}

func ring(cx, cy, inner, outer float64) func(x, y float64) bool {
	return func(x, y float64) bool {
		r := math.Hypot(x-cx, y-cy)
		return r >= inner && r < outer
	}
}

// The analytic answer for a disc: perimeter 2πR, local thickness 2R everywhere.
// Inscribed discs find the innermost of the stairs all round, up to 2 px.
func TestDisc(t *testing.T) {
	for _, r := range []float64{12.3, 40, 77.7} {
		m := draw(200, 200, ring(100.2, 99.6, 0, r))
		s := Measure(m, Options{Local: true})
		require.InEpsilon(t, math.Pi*r*r*pixel*pixel/1e6, s.BoneArea, 0.015)
		require.InEpsilon(t, 2*math.Pi*r*pixel/1e3, s.Perimeter, 0.02)
		require.InDelta(t, 2*r*pixel, s.Thickness.Mean, 2*pixel)
		require.InDelta(t, 2*r*pixel, s.Thickness.Max, 2*pixel)
		require.Equal(t, Topology{Components: 1, Euler: 1, Islands: 1, LargestShare: 1, IslandShare: 1,
			IslandPixels: m.Count(), LargestPixels: m.Count()}, s.Topology)
	}
}

// A strip of n pixels is n pixels thick, and the space between strips as wide
// as it is, for odd and even n.
func TestStripes(t *testing.T) {
	for _, n := range []int{1, 2, 5, 8} {
		for _, gap := range []int{3, 10} {
			m := draw(13*(n+gap), 150, func(x, _ float64) bool { return int(x)%(n+gap) < n })
			s := Measure(m, Options{Local: true})
			// The first strip has the edge on its left and is open there: leave it out.
			require.InDelta(t, float64(gap)*pixel, LocalOf(trim(m.Invert(), n+gap)).Mean, 1e-3)
			require.InDelta(t, float64(n)*pixel, LocalOf(trim(m, n+gap)).Mean, 1e-3)
			require.InEpsilon(t, float64(n)/float64(n+gap), s.BVTV, 1e-9)
		}
	}
}

// trim returns the mask and its local thickness without a margin.
func trim(m Mask, margin int) (Mask, []float32) {
	all := LocalThickness(m, false)
	inner := NewMask(field.Grid{W: m.W - 2*margin, H: m.H, Pixel: m.Pixel})
	thickness := make([]float32, inner.Len())
	for i := range thickness {
		x, y := inner.XY(i)
		inner.Solid[i], thickness[i] = m.Solid[m.At(x+margin, y)], all[m.At(x+margin, y)]
	}
	return inner, thickness
}

// A slanting strip is as thick as it was drawn, whatever its direction.
func TestSlantingStrips(t *testing.T) {
	for _, degrees := range []float64{0, 10, 26, 45, 63, 90} {
		sin, cos := math.Sincos(degrees * math.Pi / 180)
		m := draw(240, 240, func(x, y float64) bool { return math.Abs((x-120.3)*sin-(y-119.9)*cos) < 10 })
		s := Measure(m, Options{Local: true})
		require.InDelta(t, 20*pixel, s.Thickness.Mean, 0.8*pixel, "%g degrees", degrees)
	}
}

func TestRing(t *testing.T) {
	m := draw(220, 220, ring(110, 110, 60, 80))
	s := Measure(m, Options{Local: true})
	require.InDelta(t, 20*pixel, s.Thickness.Mean, pixel)
	require.InEpsilon(t, 2*math.Pi*140*pixel/1e3, s.Perimeter, 0.02)
	require.Equal(t, 1, s.Holes)
	require.Zero(t, s.Euler)
	// The hole is a disc.
	hole := draw(220, 220, ring(110, 110, 0, 60))
	inside := LocalThickness(m.Invert(), false)
	require.InDelta(t, 120*pixel, LocalOf(hole, inside).Mean, 2*pixel)
}

// The edge of the section is a wall only if it is asked for.
func TestEdge(t *testing.T) {
	m := draw(100, 60, func(x, _ float64) bool { return x < 20 })
	open := Measure(m, Options{Local: true})
	require.InDelta(t, 40*pixel, open.Thickness.Max, pixel, "the strip goes on beyond the edge")
	closed := Measure(m, Options{Local: true, Closed: true})
	require.InDelta(t, 20*pixel, closed.Thickness.Max, 1e-9)
	require.InDelta(t, 60*pixel, closed.Separation.Max, 1e-9)
}

// The distance transform is exact.
func TestDistances(t *testing.T) {
	m := draw(23, 17, func(x, y float64) bool { return math.Sin(3*x)+math.Cos(5*y+x) > -1.2 })
	require.Greater(t, m.Len()-m.Count(), 20)
	for _, closed := range []bool{false, true} {
		l := distances(m, closed)
		for at := range l.d2 {
			require.Equal(t, l.bruteForce(m, at%l.w, at/l.w, closed), l.d2[at])
		}
	}
}

func (l lattice) bruteForce(m Mask, x, y int, closed bool) int32 {
	best := int32(math.MaxInt32)
	for v := -1; v <= l.h; v++ {
		for u := -1; u <= l.w; u++ {
			marrow := closed
			if u >= 0 && v >= 0 && u < l.w && v < l.h {
				marrow = !m.Solid[m.At(u/2, v/2)]
			}
			if marrow {
				best = min(best, int32((u-x)*(u-x)+(v-y)*(v-y)))
			}
		}
	}
	return best
}

// What pruning leaves out would have painted nothing.
func TestPruningLosesNothing(t *testing.T) {
	m := readMask(t, "lhdl2923_xy150_seg_19.50um.png", 19.5)
	for _, phase := range []Mask{m, m.Invert()} {
		l := distances(phase, false)
		every := func(_, _ int) bool { return true }
		all := newPainter(l)
		for _, d := range l.widest(every) {
			all.paint(d)
		}
		require.Equal(t, all.pixels(phase), LocalThickness(phase, false))
		require.Less(t, 4*len(l.discs()), len(l.widest(every)), "pruning prunes")
	}
}

func TestPlate(t *testing.T) {
	// Plates of 100 um, 400 um apart, seen end on: B.Pm/T.Ar = 2/500 um.
	p := PlateOf(0.2, 2.0/500, 1)
	require.InEpsilon(t, 100, p.TbWi, 1e-12)
	require.InEpsilon(t, 100*math.Pi/4, p.TbTh, 1e-12)
	require.InEpsilon(t, p.TbTh*(1/0.2-1), p.TbSp, 1e-12)
	require.InEpsilon(t, 4/math.Pi*4, p.BSTV, 1e-12)
	require.InEpsilon(t, 2*1000/p.TbTh, p.BSBV, 1e-12)
}

// On the mean over directions the perimeter of a straight edge is exact.
func TestPerimeterOverDirections(t *testing.T) {
	sum, n := 0.0, 0
	for degrees := 0.5; degrees < 180; degrees++ {
		sin, cos := math.Sincos(degrees * math.Pi / 180)
		m := draw(301, 301, func(x, y float64) bool { return (x-150.5)*sin < (y-150.5)*cos })
		length := math.Min(301/math.Abs(sin), 301/math.Abs(cos)) * pixel
		ratio := Perimeter(m) / length
		require.InDelta(t, 1, ratio, 0.06, "%g degrees", degrees)
		sum += ratio
		n++
	}
	require.InDelta(t, 1, sum/float64(n), 0.006)
}

// The Euler number is that of the pieces and holes that one can count.
func TestEuler(t *testing.T) {
	for _, m := range []Mask{
		readMask(t, "lhdl2923_xz098_seg_9.75um.png", 9.75),
		draw(90, 80, func(x, y float64) bool { return math.Sin(x)*math.Cos(0.9*y)+0.2*math.Sin(17*x*y) > 0.1 }),
	} {
		_, bone := Pieces(m)
		_, marrow := Holes(m)
		holes := 0
		for _, p := range marrow {
			if !p.AtEdge {
				holes++
			}
		}
		require.NotZero(t, holes)
		require.Equal(t, len(bone)-holes, Euler(m))
		require.Equal(t, holes, TopologyOf(m).Holes)
	}
}

// What does not exist is missing, not zero, and can be written as JSON.
func TestOnePhase(t *testing.T) {
	for _, solid := range []bool{false, true} {
		m := draw(8, 8, func(_, _ float64) bool { return solid })
		s := Measure(m, Options{Local: true})
		require.True(t, math.IsNaN(s.TbTh))
		require.True(t, math.IsNaN(s.Thickness.Mean))
		require.True(t, math.IsNaN(s.Separation.Mean))
		text, err := json.Marshal(s)
		require.NoError(t, err)
		require.Contains(t, string(text), `"tb_th_um":null`)
	}
}

func TestJSON(t *testing.T) {
	s := Measure(draw(50, 50, ring(25, 25, 0, 10)), Options{})
	text, err := json.Marshal(s)
	require.NoError(t, err)
	var got map[string]any
	require.NoError(t, json.Unmarshal(text, &got))
	require.Len(t, got, len(Columns()))
	require.Equal(t, s.TbTh, got["tb_th_um"])
	require.Equal(t, 1.0, got["euler"])
	require.Nil(t, got["tb_th_local_um"], "not asked for")
}

func TestColumns(t *testing.T) {
	seen := map[string]bool{}
	for _, c := range Columns() {
		require.False(t, seen[c.Name], c.Name)
		seen[c.Name] = true
		require.NotEmpty(t, c.Unit, c.Name)
		require.NotEmpty(t, c.Definition, c.Name)
		require.NotEmpty(t, c.Source, c.Name)
	}
}

func BenchmarkMeasure(b *testing.B) {
	m := readMask(b, "lhdl2923_xz150_seg_9.75um.png", 9.75)
	b.Run("plate", func(b *testing.B) {
		for b.Loop() {
			Measure(m, Options{})
		}
	})
	b.Run("local", func(b *testing.B) {
		for b.Loop() {
			Measure(m, Options{Local: true})
		}
	})
}

func BenchmarkPerimeter(b *testing.B) {
	m := readMask(b, "lhdl2923_xz150_seg_9.75um.png", 9.75)
	for b.Loop() {
		Perimeter(m)
	}
}
