package transport

import (
	"math"
	"math/rand/v2"
	"testing"

	"github.com/stretchr/testify/require"

	"trabecula/field"
	"trabecula/field/signal"
)

// vessels are random sinusoids in marrow.
func vessels(r *rand.Rand, bone []float32, n int) (sites []int32) {
	for len(sites) < n {
		if i := r.IntN(len(bone)); bone[i] == 0 {
			sites = append(sites, int32(i))
		}
	}
	return sites
}

// flooded returns a profile and fails on an error.
func flooded(t testing.TB, g field.Grid, bone []float32, sites []int32, p signal.PerfusedParams, previous []float32) []float32 {
	t.Helper()
	u, err := Perfusion(g, bone, make([]float32, g.Len()), sites, p, previous)
	require.NoError(t, err)
	return u
}

// TestPerfusedSlab feeds a slab from its left edge: the profile is A cosh((L-x)/l)
// with l = sqrt(D/k), and A from what enters being what is cleared.
func TestPerfusedSlab(t *testing.T) {
	g := grid(120, 7)
	p := signal.PerfusedParams{DiffusionMarrow: 36e3, Clearance: 2, Permeability: 1e5}
	var sites []int32
	for y := range g.H {
		sites = append(sites, int32(g.At(0, y)))
	}
	u := flooded(t, g, make([]float32, g.Len()), sites, p, nil)
	shape := func(x int) float64 {
		return math.Cosh((float64(g.W) - float64(x) - 0.5) * g.Pixel / math.Sqrt(p.DiffusionMarrow/p.Clearance))
	}
	sum := 0.0
	for x := range g.W {
		sum += shape(x)
	}
	perSite := p.Permeability / g.PixelArea()
	top := perSite / (perSite*shape(0) + p.Clearance*sum)
	for i := range u {
		x, _ := g.XY(i)
		require.InEpsilon(t, top*shape(x), float64(u[i]), 0.01, "column %d", x)
	}
	require.Less(t, float64(u[g.Len()-1]), 0.1)
}

// TestPerfusedPoint feeds a wide section from one pixel: the profile is that of
// a line source, Q/(2 pi D) K0(r/l), with Q what crosses the wall.
func TestPerfusedPoint(t *testing.T) {
	g := grid(257, 257)
	p := signal.PerfusedParams{DiffusionMarrow: 36e3, Clearance: 4, Permeability: 2e4} // l = 95 um, an edge is at 640
	at := g.At(128, 128)
	u := flooded(t, g, make([]float32, g.Len()), []int32{int32(at)}, p, nil)
	inflow := p.Permeability * (1 - float64(u[at]))
	for _, n := range []int{4, 10, 20, 40} {
		r := float64(n) * g.Pixel / math.Sqrt(p.DiffusionMarrow/p.Clearance)
		want := inflow / (2 * math.Pi * p.DiffusionMarrow) * besselK0(r)
		require.InEpsilon(t, want, float64(u[at+n]), 0.02, "%d px", n)
		require.InEpsilon(t, float64(u[at+n]), float64(u[at-n*g.W]), 0.005)
	}
}

// besselK0 is the modified Bessel function, the integral of exp(-x cosh t) over
// t > 0 by the trapezoidal rule, which is exact to rounding here.
func besselK0(x float64) float64 {
	const h = 0.01
	sum := math.Exp(-x) / 2
	for t := h; t < 12; t += h {
		sum += math.Exp(-x * math.Cosh(t))
	}
	return sum * h
}

// TestPerfusionBalances checks that what crosses the walls is what is cleared,
// and that profiles in a rough medium lie between nothing and plasma, higher
// in marrow than within bone.
func TestPerfusionBalances(t *testing.T) {
	for seed := range uint64(6) {
		s := newScene(grid(60+int(seed)*9, 75), seed, 0)
		sites := vessels(s.r, s.bone, 9)
		for h, p := range signal.PerfusedDefaults() {
			if p.Clearance == 0 {
				continue
			}
			u, err := Perfusion(s.g, s.bone, s.osteoid, sites, p, nil)
			require.NoError(t, err)
			in, out := 0.0, 0.0
			for _, at := range sites {
				in += p.Permeability / s.g.PixelArea() * (1 - float64(u[at]))
			}
			for _, c := range u {
				require.True(t, c > 0 && c <= 1.000001, "%v: %g", signal.Hormone(h), c)
				out += p.Clearance * float64(c)
			}
			require.InEpsilon(t, out, in, 0.02, signal.Hormone(h).String())
		}
	}
}

// TestPerfusionLimits checks the ends of the numbers: no clearance, no vessel, a
// wall that lets nothing through or all.
func TestPerfusionLimits(t *testing.T) {
	g := grid(40, 30)
	bone := make([]float32, g.Len())
	site, p := []int32{615}, signal.PerfusedParams{DiffusionMarrow: 1e5, Clearance: 1, Permeability: 1e4}
	with := func(change func(p *signal.PerfusedParams)) []float32 {
		q := p
		change(&q)
		return flooded(t, g, bone, site, q, nil)
	}
	every := func(want float64, u []float32) {
		for _, c := range u {
			require.InDelta(t, want, float64(c), 0.01)
		}
	}
	every(1, with(func(p *signal.PerfusedParams) { p.Clearance = 0 }))
	every(1, with(func(p *signal.PerfusedParams) { p.Clearance = 1e-4 }))
	every(0, with(func(p *signal.PerfusedParams) { p.Permeability = 0 }))
	every(0, flooded(t, g, bone, nil, p, nil))
	require.InDelta(t, 1, float64(with(func(p *signal.PerfusedParams) { p.Permeability = 1e9 })[615]), 1e-3)
	_, err := Perfusion(g, bone, bone, []int32{1200}, p, nil)
	require.ErrorContains(t, err, "sinusoids: pixel 1200 is outside")
}

// TestPerfusionsAreNormal checks that profiles have the mean 1 over marrow, are
// shared by class, reach bone less than marrow, and do not depend on workers.
func TestPerfusionsAreNormal(t *testing.T) {
	g := grid(130, 110)
	bone, osteoid := trabeculae(g)
	sites := vessels(rand.New(rand.NewPCG(3, 1)), bone, 4)
	var none [signal.HormoneCount][]float32
	p := signal.PerfusedDefaults()
	want, err := Perfusions(g, bone, osteoid, sites, p, none, 1)
	require.NoError(t, err)
	for _, workers := range []int{2, 7} {
		got, err := Perfusions(g, bone, osteoid, sites, p, none, workers)
		require.NoError(t, err)
		require.Equal(t, want, got)
	}
	require.Nil(t, want[signal.Denosumab])
	require.Nil(t, want[signal.Calcium])
	require.Same(t, &want[signal.Estradiol][0], &want[signal.Cortisol][0])
	for _, h := range []signal.Hormone{signal.PTH, signal.Estradiol, signal.GH} {
		require.InDelta(t, 1, mean(want[h], bone, 0), 1e-4, h.String())
		require.Less(t, mean(want[h], bone, 1), 1.0, h.String())
		require.Greater(t, float64(want[h][sites[0]]), 1.0, h.String())
	}
	warm, err := Perfusions(g, bone, osteoid, sites, p, want, 1)
	require.NoError(t, err)
	for h := range warm {
		if warm[h] != nil {
			require.Less(t, distance1(warm[h], wide(want[h])), 2*profileTolerance, signal.Hormone(h).String())
		}
	}
	unfed, err := Perfusions(g, bone, osteoid, nil, p, none, 1)
	require.NoError(t, err)
	require.Equal(t, float32(1), unfed[signal.PTH][77])
}

// mean returns the mean of u where the bone fraction is as told.
func mean(u, bone []float32, fraction float32) float64 {
	sum, n := 0.0, 0.0
	for i, c := range u {
		if bone[i] == fraction {
			sum, n = sum+float64(c), n+1
		}
	}
	return sum / n
}

// TestPerfusionsNameTheHormone checks that an error begins with the path.
func TestPerfusionsNameTheHormone(t *testing.T) {
	g := grid(16, 16)
	flat := make([]float32, g.Len())
	p := signal.PerfusedDefaults()
	_, err := Perfusions(g, flat, flat, []int32{-1}, p, [signal.HormoneCount][]float32{}, 1)
	require.ErrorContains(t, err, "hormones.pth: sinusoids: pixel -1")
}

// BenchmarkPerfusions512 is the profiles of all perfused substances in a section
// of 512 x 512 pixels with 5 sinusoids a mm2, from nothing and from those of a
// day before.
func BenchmarkPerfusions512(b *testing.B) {
	g := grid(512, 512)
	bone, osteoid := trabeculae(g)
	sites := vessels(rand.New(rand.NewPCG(3, 1)), bone, 26)
	var none [signal.HormoneCount][]float32
	p := signal.PerfusedDefaults()
	past, err := Perfusions(g, bone, osteoid, sites, p, none, 1)
	require.NoError(b, err)
	for i := range 200 {
		bone[i*1301] = 0.5
	}
	for name, previous := range map[string][signal.HormoneCount][]float32{"cold": none, "warm": past} {
		for _, workers := range []int{1, 2} {
			b.Run(name+string(rune('0'+workers)), func(b *testing.B) {
				for b.Loop() {
					_, err := Perfusions(g, bone, osteoid, sites, p, previous, workers)
					require.NoError(b, err)
				}
			})
		}
	}
}
