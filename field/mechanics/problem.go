package mechanics

import (
	"fmt"
	"math"
)

// axis of the section: x along rows, y along columns, z out of the plane.
type axis int

const (
	alongX axis = iota
	alongY
	outOfPlane
	axes
)

func (a axis) String() string { return [axes]string{"x", "y", "z"}[a] }

// problem is a unit problem: the section under an apparent strain of 1 along
// one axis, and none along the others.
type problem struct {
	lattice
	axis       axis
	u          []float64 // displacement
	z          float64   // out-of-plane strain
	iterations int       // of the last solve
}

// bench is the room in which one problem at a time is solved; nothing in it
// outlives the solve.
type bench struct {
	*multigrid
	r, p, q []float64 // residual, direction, product
}

func newBench(h *hierarchy) *bench {
	v := func() []float64 { return make([]float64, 2*h.operators[0].nodes()) }
	return &bench{newMultigrid(h), v(), v(), v()}
}

// newProblem returns the problem with the displacement of a homogeneous section.
func newProblem(a axis, l lattice) *problem {
	p := &problem{lattice: l, axis: a, u: make([]float64, 2*l.nodes())}
	for i := range l.nodes() {
		switch a {
		case alongX:
			p.u[2*i] = float64(i % (l.w + 1))
		case alongY:
			p.u[2*i+1] = float64(i / (l.w + 1))
		default:
			p.z = 1
		}
	}
	return p
}

// A solve is judged by what its last iterations took away from the energy: the
// last few together, or one alone if it took next to nothing.
const (
	window = 3
	little = 0.02 // of the accuracy
)

// material is what a problem is solved for.
type material struct {
	modulus []float32 // of the elements [MPa]
	unit    coefficients[float64]
}

// solve improves the displacement by conjugate gradients (Hestenes & Stiefel
// 1952) until the strain energy is at most accuracy, relative, above its least.
// What the last iterations took away is the estimate of what was left before
// them (Strakoš & Tichý 2002, ETNA 13:56).
func (p *problem) solve(m material, on *bench, accuracy float64, limit int) error {
	energy := p.start(m, on)
	var gains [window]float64
	last := 0.0
	for p.iterations = 0; ; {
		on.precondition()
		gamma := on.product()
		if gamma <= 1e-4*accuracy*energy {
			return nil
		}
		if p.iterations == limit {
			return fmt.Errorf("mechanics: the problem of strain along %v has not converged in %d iterations, want an error of %g of the strain energy", p.axis, limit, accuracy)
		}
		gain := p.advance(m, on, gamma, last)
		last = gamma
		if !(gain > 0) {
			return fmt.Errorf("mechanics: the problem of strain along %v has broken down after %d iterations", p.axis, p.iterations)
		}
		energy -= gain
		gains[p.iterations%window] = gain
		p.iterations++
		few := p.iterations >= window && gains[0]+gains[1]+gains[2] <= accuracy*energy
		if few || gain <= little*accuracy*energy {
			return nil
		}
	}
}

// start sets the residual and returns twice the strain energy.
func (p *problem) start(m material, on *bench) float64 {
	force(p.lattice, m.unit, m.modulus, p.u, p.z, on.r, 0, p.h+1)
	release(p.lattice, on.operators[0].held, on.r)
	for i, v := range on.r {
		on.r[i] = -v
	}
	return 2 * energy(p.lattice, m.unit, m.modulus, p.u, p.z)
}

// precondition runs a multigrid cycle on the residual.
func (b *bench) precondition() {
	f := b.levels[0].f
	for i, v := range b.r {
		f[i] = float32(v)
	}
	b.cycle(0)
}

// product returns the product of the residual and the cycle's correction.
func (b *bench) product() float64 {
	sum, x := 0.0, b.levels[0].x[:len(b.r)]
	for i, v := range b.r {
		sum += v * float64(x[i])
	}
	return sum
}

// advance takes a step and returns by how much twice the strain energy falls.
func (p *problem) advance(m material, on *bench, gamma, last float64) float64 {
	on.turn(gamma, last)
	force(p.lattice, m.unit, m.modulus, on.p, 0, on.q, 0, p.h+1)
	release(p.lattice, on.operators[0].held, on.q)
	curvature, q := 0.0, on.q[:len(on.p)]
	for i, v := range on.p {
		curvature += v * q[i]
	}
	if !(curvature > 0) {
		return math.NaN()
	}
	alpha, u, r := gamma/curvature, p.u[:len(on.p)], on.r[:len(on.p)]
	for i, v := range on.p {
		u[i] += alpha * v
		r[i] -= alpha * q[i]
	}
	return alpha * gamma
}

// turn sets the direction: the correction, conjugate to the last direction if
// there is one.
func (b *bench) turn(gamma, last float64) {
	x := b.levels[0].x[:len(b.p)]
	if last == 0 {
		for i, v := range x {
			b.p[i] = float64(v)
		}
		return
	}
	beta := gamma / last
	for i, v := range b.p {
		b.p[i] = float64(x[i]) + beta*v
	}
}
