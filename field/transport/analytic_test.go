package transport

import (
	"math"
	"testing"

	"github.com/stretchr/testify/require"

	"trabecula/field"
	"trabecula/field/signal"
)

// TestCosineModeOrder holds the steady state of one cosine mode in a no-flux
// box of 480 um against s/(k + D q^2).
func TestCosineModeOrder(t *testing.T) {
	const side, k, d = 480.0, 20.0, 2e4
	var errs []float64
	for _, n := range []int{16, 32, 64} {
		g := field.Grid{W: n, H: n, Pixel: side / float64(n), Thickness: 10}
		qx, qy := 2*math.Pi/side, 3*math.Pi/side
		mode := func(x, y int) float64 {
			return math.Cos(qx*(float64(x)+0.5)*g.Pixel) * math.Cos(qy*(float64(y)+0.5)*g.Pixel)
		}
		v := New(g, only(d, d, k), signal.Binding{}, exactly())
		advance(t, v, secrete(signal.TNF, everywhere(g, func(x, y int) float64 { return 100 * (1 + mode(x, y)) })), 1)
		exact := wide(v.Values(signal.TNF))
		for i := range exact {
			exact[i] = 100/k + 100*mode(g.XY(i))/(k+d*(qx*qx+qy*qy))
		}
		errs = append(errs, distance1(v.Values(signal.TNF), exact))
	}
	require.Less(t, errs[2], 1e-3)
	require.Greater(t, order(errs[0], errs[1]), 1.9)
	require.Greater(t, order(errs[1], errs[2]), 1.9)
}

// TestSmoothMediumOrder makes up a solution, u = 2 + cos(qx), in a medium whose
// diffusivity varies as D = d0 - d1 sin(qx)^2 and derives its secretion.
func TestSmoothMediumOrder(t *testing.T) {
	const side, k, d0, d1 = 480.0, 20.0, 2e4, 1.5e4
	const q = 2 * math.Pi / side
	var errs []float64
	for _, n := range []int{32, 64, 128} {
		g := field.Grid{W: n, H: 16, Pixel: side / float64(n), Thickness: 10}
		at := func(x int) float64 { return q * (float64(x) + 0.5) * g.Pixel }
		v := New(g, only(d0, d0-d1, k), signal.Binding{}, exactly())
		bone := make([]float32, g.Len())
		for i := range bone {
			x, _ := g.XY(i)
			bone[i] = float32(math.Pow(math.Sin(at(x)), 2))
		}
		v.SetMedium(bone, make([]float32, g.Len()))
		advance(t, v, secrete(signal.TNF, everywhere(g, func(x, _ int) float64 {
			s, c := math.Sincos(at(x))
			return k*(2+c) + q*q*((d0-d1*s*s)*c-2*d1*s*s*c)
		})), 1)
		exact := wide(v.Values(signal.TNF))
		for i := range exact {
			x, _ := g.XY(i)
			exact[i] = 2 + math.Cos(at(x))
		}
		errs = append(errs, distance1(v.Values(signal.TNF), exact))
	}
	require.Greater(t, order(errs[0], errs[1]), 1.9)
	require.Greater(t, order(errs[1], errs[2]), 1.9)
}

// TestLayers holds a section of two layers, secretion s in the left, against the
// piecewise solution s/k + A cosh(x/l1) and B cosh((L-x)/l2).
func TestLayers(t *testing.T) {
	const side, k, s = 320.0, 25.0, 1000.0
	const d1, d2 = 1.2e5, 0.5e4
	l1, l2, half := math.Sqrt(d1/k), math.Sqrt(d2/k), side/2
	// Continuity: s/k + A c1 = B c2; of flux: A d1/l1 s1 = -B d2/l2 s2.
	c1, s1, c2, s2 := math.Cosh(half/l1), math.Sinh(half/l1), math.Cosh(half/l2), math.Sinh(half/l2)
	b := s / k / (c2 + c1*(d2/l2*s2)/(d1/l1*s1))
	a := -b * (d2 / l2 * s2) / (d1 / l1 * s1)
	var errs []float64
	for _, n := range []int{64, 128, 256} {
		g := field.Grid{W: n, H: 16, Pixel: side / float64(n), Thickness: 10}
		bone, osteoid := make([]float32, g.Len()), make([]float32, g.Len())
		exact := make([]float64, g.Len())
		for i := range bone {
			x, _ := g.XY(i)
			at := (float64(x) + 0.5) * g.Pixel
			exact[i] = s/k + a*math.Cosh(at/l1)
			if x >= n/2 {
				bone[i], exact[i] = 1, b*math.Cosh((side-at)/l2)
			}
		}
		v := New(g, only(d1, d2, k), signal.Binding{}, exactly())
		v.SetMedium(bone, osteoid)
		advance(t, v, secrete(signal.TNF, everywhere(g, func(x, _ int) float64 {
			return map[bool]float64{true: s}[x < n/2]
		})), 1)
		errs = append(errs, distance1(v.Values(signal.TNF), exact))
	}
	require.Less(t, errs[2], 1e-3)
	require.Greater(t, order(errs[0], errs[1]), 1.9)
	require.Greater(t, order(errs[1], errs[2]), 1.9)
}

// TestPointSource holds a screened point source against the exact solution of
// the difference equations, the sum over all cosine modes of the box.
func TestPointSource(t *testing.T) {
	const k, d = 10.0, 1e5
	g := grid(48, 37)
	v := New(g, only(d, d, k), signal.Binding{}, exactly())
	const px, py, rate = 13, 20, 5e4
	advance(t, v, secrete(signal.TNF, []Point{{int32(g.At(px, py)), rate}}), 1)
	exact := make([]float64, g.Len())
	mode := func(m, x, n int) float64 {
		return math.Cos(math.Pi * float64(m) * (float64(x) + 0.5) / float64(n))
	}
	norm := func(m, n int) float64 {
		if m == 0 {
			return 1 / float64(n)
		}
		return 2 / float64(n)
	}
	for m := range g.W {
		for n := range g.H {
			sx, sy := math.Sin(math.Pi*float64(m)/2/float64(g.W)), math.Sin(math.Pi*float64(n)/2/float64(g.H))
			a := rate * norm(m, g.W) * norm(n, g.H) * mode(m, px, g.W) * mode(n, py, g.H) / (k + 4*d/g.PixelArea()*(sx*sx+sy*sy))
			for i := range exact {
				x, y := g.XY(i)
				exact[i] += a * mode(m, x, g.W) * mode(n, y, g.H)
			}
		}
	}
	require.Less(t, distance1(v.Values(signal.TNF), exact), 2e-5)
}

// TestTimeOrder lets a cosine mode and the uniform plane grow from nothing. The
// fitted scheme is exact for the latter and of first order for the former, the
// highest that keeps every plane positive.
func TestTimeOrder(t *testing.T) {
	const side, k, d, end = 160.0, 0.5, 500.0, 2.0
	const q = math.Pi / side
	g := field.Grid{W: 32, H: 16, Pixel: side / 32, Thickness: 10}
	mode := func(x int) float64 { return math.Cos(q * (float64(x) + 0.5) * g.Pixel) }
	// The rate of decay of the mode in the difference equations.
	rate := k + d*math.Pow(2/g.Pixel*math.Sin(q*g.Pixel/2), 2)
	set := exactly()
	set.SteadyRemainder = 0
	var errs []float64
	for _, steps := range []int{8, 16, 32} {
		v := New(g, only(d, d, k), signal.Binding{}, set)
		in := secrete(signal.IL6, everywhere(g, func(x, _ int) float64 { return 100 * (1 + mode(x)) }))
		for range steps {
			advance(t, v, in, end/float64(steps))
		}
		mean, amplitude := 0.0, 0.0
		for i, c := range v.Values(signal.IL6) {
			x, _ := g.XY(i)
			mean += float64(c) / float64(g.Len())
			amplitude += 2 * float64(c) * mode(x) / float64(g.Len())
		}
		require.InEpsilon(t, 100*(1-math.Exp(-k*end))/k, mean, 1e-6)
		errs = append(errs, math.Abs(amplitude-100*(1-math.Exp(-rate*end))/rate)/amplitude)
	}
	require.Less(t, errs[2], 0.01)
	require.InDelta(t, 1, order(errs[0], errs[1]), 0.1)
	require.InDelta(t, 1, order(errs[1], errs[2]), 0.1)
}

// TestRemainderDecides checks that the split into steady and slow is by what
// the past leaves: the same signal is one or the other by the length of a step.
func TestRemainderDecides(t *testing.T) {
	const k = 2.0
	g := grid(16, 16)
	in := secrete(signal.TNF, everywhere(g, func(_, _ int) float64 { return 10 }))
	for dt, want := range map[float64]float64{
		1: 10 / k * (1 - math.Exp(-k)), // exp(-2) of the past is left: it matters
		2: 10 / k,                      // exp(-4) is below 0.05
	} {
		v := New(g, only(1e4, 1e4, k), signal.Binding{}, exactly())
		advance(t, v, in, dt)
		require.InEpsilon(t, want, v.Values(signal.TNF)[0], 1e-6)
	}
}
