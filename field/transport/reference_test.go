package transport

import (
	"math"
	"math/rand/v2"
	"testing"

	"github.com/stretchr/testify/require"

	"trabecula/field"
	"trabecula/field/signal"
	"trabecula/sim/unit"
)

// grid returns a lattice of w x h pixels of 5 um.
func grid(w, h int) field.Grid { return field.Grid{W: w, H: h, Pixel: 5, Thickness: 10} }

// only returns parameters of signals that do not bind, all with diffusivities
// marrow = osteoid and bone [um2/h] and decay rate k [1/h].
func only(marrow, bone, k float64) (p [signal.Count]signal.Params) {
	for i := range p {
		p[i] = signal.Params{DiffusionMarrow: marrow, DiffusionOsteoid: marrow, DiffusionBone: bone, HalfLife: math.Ln2 / k, Secretion: 1}
	}
	return p
}

// perPixel returns the default settings without blocks, for tests that look at
// the planes within.
func perPixel() Settings { return inBlocks(1) }

// inBlocks returns the default settings with blocks of n x n pixels.
func inBlocks(n int) Settings {
	s := DefaultSettings()
	s.Coarsen = n
	return s
}

// exactly returns settings that leave only the errors of discretisation.
func exactly() Settings {
	s := perPixel()
	s.ResidualTolerance, s.MediumStep = 1e-6, 0
	return s
}

// everywhere returns one point a pixel with the rate f(x, y).
func everywhere(g field.Grid, f func(x, y int) float64) (ps []Point) {
	for i := range g.Len() {
		x, y := g.XY(i)
		ps = append(ps, Point{int32(i), float32(f(x, y))})
	}
	return ps
}

// secrete returns an input with one secretion.
func secrete(sig signal.Signal, ps []Point) (in Input) {
	in.Secretion[sig] = ps
	return in
}

// defaultBinding is that of the tags of signal.Binding.
var defaultBinding = signal.Binding{On: 0.0864 / unit.Day, Off: 0.864 / unit.Day}

// advance does a step and fails on an error.
func advance(t testing.TB, v *Solver, in Input, dt float64) {
	t.Helper()
	require.NoError(t, v.Advance(in, dt, 1))
}

// problem is a steady or implicit problem in float64: loss*u - div(g grad u) = rhs.
type problem struct {
	w, h      int
	dx, dy    []float64 // conductance to the right and below
	loss, rhs []float64
}

// problemOf takes the conductances of the medium and the losses from a signal,
// by its definition and not from its levels.
func problemOf(v *Solver, sig signal.Signal, in Input, shift float64) *problem {
	s, n := v.species[sig], v.grid.Len()
	f := func() []float64 { return make([]float64, n) }
	p := &problem{v.grid.W, v.grid.H, f(), f(), f(), f()}
	d := func(i int) float64 { return float64(s.d.of(&v.medium, i)) }
	for i := range n {
		x, y := v.grid.XY(i)
		if x+1 < p.w {
			p.dx[i] = harmonic(d(i), d(i+1))
		}
		if y+1 < p.h {
			p.dy[i] = harmonic(d(i), d(i+p.w))
		}
		p.loss[i] = s.decay + shift
	}
	for _, q := range in.Uptake[sig] {
		p.loss[q.At] += float64(q.Rate)
	}
	for _, q := range in.Secretion[sig] {
		p.rhs[q.At] += float64(q.Rate)
	}
	return p
}

func harmonic(a, b float64) float64 {
	if a == 0 || b == 0 {
		return 0
	}
	return 2 * a * b / (a + b)
}

// sums returns the sum of the conductances around pixel (x, y) and that of
// conductance times concentration beyond.
func (p *problem) sums(u []float64, x, y int) (diag, inflow float64) {
	i := y*p.w + x
	if x > 0 {
		diag, inflow = diag+p.dx[i-1], inflow+p.dx[i-1]*u[i-1]
	}
	if x+1 < p.w {
		diag, inflow = diag+p.dx[i], inflow+p.dx[i]*u[i+1]
	}
	if y > 0 {
		diag, inflow = diag+p.dy[i-p.w], inflow+p.dy[i-p.w]*u[i-p.w]
	}
	if y+1 < p.h {
		diag, inflow = diag+p.dy[i], inflow+p.dy[i]*u[i+p.w]
	}
	return diag, inflow
}

// residual returns the L1 norm of the residual of u.
func (p *problem) residual(u []float64) float64 {
	sum := 0.0
	for y := range p.h {
		for x := range p.w {
			i := y*p.w + x
			diag, inflow := p.sums(u, x, y)
			sum += math.Abs(p.rhs[i] + inflow - (diag+p.loss[i])*u[i])
		}
	}
	return sum
}

// sweep does a successive over-relaxation by omega, pixel by pixel.
func (p *problem) sweep(u []float64, omega float64) {
	for y := range p.h {
		for x := range p.w {
			i := y*p.w + x
			diag, inflow := p.sums(u, x, y)
			u[i] += omega * ((p.rhs[i]+inflow)/(diag+p.loss[i]) - u[i])
		}
	}
}

// solve sweeps u until the residual is below tolerance of the right-hand side
// and returns the number of sweeps.
func (p *problem) solve(u []float64, tolerance float64) int {
	sum := 0.0
	for _, v := range p.rhs {
		sum += v
	}
	for n := 1; ; n++ {
		p.sweep(u, 1.8)
		if n%10 == 0 && p.residual(u) <= tolerance*sum {
			return n
		}
	}
}

// wide converts a plane to float64.
func wide(u []float32) []float64 {
	w := make([]float64, len(u))
	for i, v := range u {
		w[i] = float64(v)
	}
	return w
}

// distance1 returns the L1 norm of a - b relative to that of b.
func distance1(a []float32, b []float64) float64 {
	d, n := 0.0, 0.0
	for i := range a {
		d += math.Abs(float64(a[i]) - b[i])
		n += math.Abs(b[i])
	}
	return d / n
}

// order returns the observed order from errors at halved steps.
func order(coarse, fine float64) float64 { return math.Log2(coarse / fine) }

// scene is a random world: a medium and points that may change.
type scene struct {
	r             *rand.Rand
	g             field.Grid
	bone, osteoid []float32
	in            Input
}

// newScene returns n points of secretion and n/4 of uptake for each signal but
// the complex, in a rough medium.
func newScene(g field.Grid, seed uint64, n int) *scene {
	s := &scene{r: rand.New(rand.NewPCG(seed, 7)), g: g, bone: make([]float32, g.Len()), osteoid: make([]float32, g.Len())}
	cell := 1 + s.r.IntN(12)
	solid := map[int]float32{}
	for i := range s.bone {
		x, y := g.XY(i)
		key := y/cell*g.W + x/cell
		if _, ok := solid[key]; !ok {
			solid[key] = []float32{0, 0, 1, s.r.Float32()}[s.r.IntN(4)]
		}
		s.bone[i] = solid[key]
		if s.r.IntN(4) == 0 {
			s.osteoid[i] = s.bone[i]
		}
	}
	for sig := range signal.Count {
		if sig == signal.RANKLOPG {
			continue
		}
		for range n {
			s.in.Secretion[sig] = append(s.in.Secretion[sig], s.point(1e4))
		}
		for range n / 4 {
			s.in.Uptake[sig] = append(s.in.Uptake[sig], s.point(100))
		}
	}
	return s
}

// point returns a random point with a rate up to most.
func (s *scene) point(most float32) Point {
	return Point{int32(s.r.IntN(s.g.Len())), most * s.r.Float32()}
}

// stir moves a share of the points, changes all rates by up to jitter and
// erodes a few pixels.
func (s *scene) stir(share, jitter float64) {
	s.in = s.in.clone()
	for _, lists := range [][signal.Count][]Point{s.in.Secretion, s.in.Uptake} {
		for _, ps := range lists {
			for i := range ps {
				if s.r.Float64() < share {
					ps[i].At = int32(s.r.IntN(s.g.Len()))
				}
				ps[i].Rate *= float32(1 + jitter*(2*s.r.Float64()-1))
			}
		}
	}
	if share > 0 {
		i := s.r.IntN(s.g.Len())
		s.bone[i], s.osteoid[i] = s.bone[i]/2, s.osteoid[i]/2
	}
}

// walk moves a share of the points to a pixel nearby.
func (s *scene) walk(share float64) {
	s.in = s.in.clone()
	for _, lists := range [][signal.Count][]Point{s.in.Secretion, s.in.Uptake} {
		for _, ps := range lists {
			for i := range ps {
				x, y := s.g.XY(int(ps[i].At))
				x, y = x+s.r.IntN(3)-1, y+s.r.IntN(3)-1
				if s.r.Float64() < share && s.g.Inside(x, y) {
					ps[i].At = int32(s.g.At(x, y))
				}
			}
		}
	}
}

func (in Input) clone() Input {
	for s := range in.Secretion {
		in.Secretion[s] = append([]Point(nil), in.Secretion[s]...)
		in.Uptake[s] = append([]Point(nil), in.Uptake[s]...)
	}
	return in
}
