package transport

import (
	"math"
	"math/rand/v2"
	"testing"

	"github.com/stretchr/testify/require"

	"trabecula/field"
	"trabecula/field/signal"
)

// sizes are sections that blocks cover evenly, and that they do not.
var sizes = [][2]int{{48, 32}, {49, 32}, {33, 50}, {41, 47}, {17, 16}, {512, 16}}

// TestBlocksConserve gathers random points: amounts, and for any plane what
// uptake takes of it, are those of the points, and means keep the volume.
func TestBlocksConserve(t *testing.T) {
	for _, size := range sizes {
		for n := 1; n <= 4; n++ {
			g := grid(size[0], size[1])
			b, s := newBlocks(g, n), newScene(g, uint64(n), 300)
			require.InDelta(t, g.Area(), b.grid(g).Area(), 1e-9*g.Area())
			points := b.gather(nil, s.in.Secretion[signal.TNF])
			require.InEpsilon(t, total(s.in.Secretion[signal.TNF]), b.area*total(points), 1e-5)
			sum, mean := 0.0, 0.0
			for _, v := range s.bone {
				sum += float64(v)
			}
			for _, v := range b.mean(s.bone) {
				require.LessOrEqual(t, v, float32(1))
				mean += float64(v)
			}
			require.InEpsilon(t, sum, b.area*mean, 1e-5, "%v in blocks of %d", size, n)
		}
	}
}

// TestGatherKeepsCentre checks that the centre of what a pixel secretes moves by
// no more than half a block.
func TestGatherKeepsCentre(t *testing.T) {
	for _, size := range sizes {
		for n := 2; n <= 4; n++ {
			g := grid(size[0], size[1])
			b := newBlocks(g, n)
			for i := range g.Len() {
				at, amount := 0.0, 0.0
				for _, p := range b.gather(nil, []Point{{int32(i), 1}}) {
					at += float64(p.Rate) * (float64(int(p.At)%b.x.blocks) + 0.5) * b.x.edge()
					amount += float64(p.Rate)
				}
				x, _ := g.XY(i)
				require.InDelta(t, float64(x)+0.5, at/amount, b.x.edge()/2)
			}
		}
	}
}

// TestInterpolationIsLinear holds the interpolation of a plane linear in x and y
// against that plane, but beyond the outermost centres, and that of random
// blocks against their range.
func TestInterpolationIsLinear(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 4))
	for _, size := range sizes {
		for n := 2; n <= 4; n++ {
			g := grid(size[0], size[1])
			b := newBlocks(g, n)
			u, noise := make([]float32, b.x.blocks*b.y.blocks), make([]float32, b.x.blocks*b.y.blocks)
			plane := func(x, y float64) float64 { return 3 + 0.2*x + 0.5*y }
			for i := range u {
				x, y := i%b.x.blocks, i/b.x.blocks
				u[i] = float32(plane((float64(x)+0.5)*b.x.edge(), (float64(y)+0.5)*b.y.edge()))
				noise[i] = r.Float32()
			}
			got, rough := make([]float32, g.Len()), make([]float32, g.Len())
			b.interpolate(lanes(), got, u, make([]float32, b.x.blocks+2))
			plain, blend := make([]float32, g.Len()), make([]float32, b.x.blocks+2)
			b.interpolate(lanes(), rough, noise, blend)
			b.interpolate(0, plain, noise, blend)
			require.Equal(t, plain, rough, "vectors give the same bits")
			inside := func(c, edge float64, pixels int) float64 { return field.Clamp(c, edge/2, float64(pixels)-edge/2) }
			for i := range got {
				x, y := g.XY(i)
				want := plane(inside(float64(x)+0.5, b.x.edge(), g.W), inside(float64(y)+0.5, b.y.edge(), g.H))
				require.InEpsilon(t, want, got[i], 1e-5, "pixel %d, %d of %v in blocks of %d", x, y, size, n)
				require.True(t, rough[i] >= 0 && rough[i] <= 1)
			}
		}
	}
}

// TestEvenBlocksKeepAmount checks that what pixels show adds up to what blocks
// hold where they are of whole pixels.
func TestEvenBlocksKeepAmount(t *testing.T) {
	for _, n := range []int{2, 3, 4} {
		s := newScene(grid(48, 36), uint64(n), 40)
		v := New(s.g, signal.Defaults(), defaultBinding, inBlocks(n))
		v.SetMedium(s.bone, s.osteoid)
		advance(t, v, s.in, 1)
		for sig := range signal.Count {
			sum := 0.0
			for _, c := range v.Values(sig) {
				sum += float64(c)
			}
			require.InEpsilon(t, v.Ledger(sig).Stored, sum, 1e-5)
		}
	}
}

// TestBlockOrder holds a cosine mode solved in blocks of 1, 2 and 3 pixels, on
// sections they cover evenly or not, against s/(k + D q^2). The order is two.
func TestBlockOrder(t *testing.T) {
	const side, k, d = 480.0, 20.0, 2e4
	for n := 1; n <= 3; n++ {
		var errs []float64
		for _, pixels := range []int{49, 98, 196} {
			g := field.Grid{W: pixels, H: pixels, Pixel: side / float64(pixels), Thickness: 10}
			qx, qy := 2*math.Pi/side, 3*math.Pi/side
			mode := func(x, y int) float64 {
				return math.Cos(qx*(float64(x)+0.5)*g.Pixel) * math.Cos(qy*(float64(y)+0.5)*g.Pixel)
			}
			set := exactly()
			set.Coarsen = n
			v := New(g, only(d, d, k), signal.Binding{}, set)
			advance(t, v, secrete(signal.TNF, everywhere(g, func(x, y int) float64 { return 100 * (1 + mode(x, y)) })), 1)
			exact := wide(v.Values(signal.TNF))
			for i := range exact {
				exact[i] = 100/k + 100*mode(g.XY(i))/(k+d*(qx*qx+qy*qy))
			}
			errs = append(errs, distance1(v.Values(signal.TNF), exact))
		}
		require.Less(t, errs[2], 2e-4*float64(n*n))
		require.Greater(t, order(errs[0], errs[1]), 1.8, "blocks of %d", n)
		require.Greater(t, order(errs[1], errs[2]), 1.8, "blocks of %d", n)
	}
}

// TestBlockPointSource holds a point source of TGF-b in marrow against the
// screened solution of the plane, rate/(2 pi D) K0(r/l), from 15 um outwards.
func TestBlockPointSource(t *testing.T) {
	const k, d, rate = 16.6, 1.62e5, 1e5
	g := grid(257, 256)
	reach := math.Sqrt(d / k)
	for n, most := range map[int]float64{1: 0.01, 2: 0.03} {
		set := exactly()
		set.Coarsen = n
		v := New(g, only(d, d, k), signal.Binding{}, set)
		const px, py = 128, 127
		advance(t, v, secrete(signal.TNF, []Point{{int32(g.At(px, py)), rate}}), 1)
		diff, sum := 0.0, 0.0
		for i, c := range v.Values(signal.TNF) {
			x, y := g.XY(i)
			if r := 5 * math.Hypot(float64(x-px), float64(y-py)); r >= 15 && r < 400 {
				exact := rate * 25 / (2 * math.Pi * d) * bessel0(r/reach)
				diff += math.Abs(float64(c) - exact)
				sum += exact
			}
		}
		require.Less(t, diff/sum, most, "blocks of %d", n)
	}
}

// bessel0 returns the modified Bessel function K0, the integral over t > 0 of
// exp(-x cosh t).
func bessel0(x float64) (sum float64) {
	const h = 1e-2
	sum = math.Exp(-x) * h / 2
	for t := h; t < 12; t += h {
		sum += math.Exp(-x*math.Cosh(t)) * h
	}
	return sum
}

// TestBlocksNearPixels holds planes in blocks of two against those on pixels, in
// struts with sources at random.
func TestBlocksNearPixels(t *testing.T) {
	g := grid(200, 163)
	bone, osteoid := trabeculae(g)
	in := crowd(g, rand.New(rand.NewPCG(1, 2)), 800)
	var planes [2][signal.Count][]float32
	for i, n := range []int{1, 2} {
		v := New(g, signal.Defaults(), defaultBinding, inBlocks(n))
		v.SetMedium(bone, osteoid)
		for range 6 {
			advance(t, v, in, 1)
		}
		for sig := range planes[i] {
			planes[i][sig] = v.Values(signal.Signal(sig))
		}
	}
	for sig := range signal.Count {
		require.Less(t, distance1(planes[1][sig], wide(planes[0][sig])), 0.05, sig.String())
	}
}
