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

	cycle   *multigrid
	r, p, q []float64 // residual, direction, product
}

// newProblem returns the problem with the displacement of a homogeneous section.
func newProblem(a axis, h *hierarchy) *problem {
	l := h.operators[0].lattice
	v := func() []float64 { return make([]float64, 2*l.nodes()) }
	p := &problem{lattice: l, axis: a, u: v(), r: v(), p: v(), q: v(), cycle: newMultigrid(h)}
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

// window is the number of iterations over which the error is judged.
const window = 3

// solve improves the displacement by conjugate gradients (Hestenes & Stiefel
// 1952) until the strain energy is at most accuracy, relative, above its least.
// What the last iterations took away is the estimate of what was left before
// them (Strakoš & Tichý 2002, ETNA 13:56).
func (p *problem) solve(modulus []float32, c coefficients[float64], accuracy float64, limit int) error {
	energy := p.start(modulus, c)
	var gains [window]float64
	last := 0.0
	for p.iterations = 0; ; p.iterations++ {
		p.precondition()
		gamma := p.reduce()
		if gamma <= 1e-4*accuracy*energy {
			return nil
		}
		if p.iterations == limit {
			return fmt.Errorf("mechanics: the problem of strain along %v has not converged in %d iterations, want an error of %g of the strain energy", p.axis, limit, accuracy)
		}
		gain := p.advance(modulus, c, gamma, last)
		last = gamma
		if !(gain > 0) {
			return fmt.Errorf("mechanics: the problem of strain along %v has broken down after %d iterations", p.axis, p.iterations)
		}
		energy -= gain
		gains[p.iterations%window] = gain
		if p.iterations >= window-1 && gains[0]+gains[1]+gains[2] <= accuracy*energy {
			p.iterations++
			return nil
		}
	}
}

// start sets the residual and returns twice the strain energy.
func (p *problem) start(modulus []float32, c coefficients[float64]) float64 {
	force(p.lattice, c, modulus, p.u, p.z, p.r, 0, p.h+1)
	release(p.lattice, p.cycle.operators[0].held, p.r)
	for i, v := range p.r {
		p.r[i] = -v
	}
	return 2 * energy(p.lattice, c, modulus, p.u, p.z)
}

// precondition runs a multigrid cycle on the residual.
func (p *problem) precondition() {
	top := p.cycle.levels[0]
	for i, v := range p.r {
		top.f[i] = float32(v)
	}
	p.cycle.cycle(0)
}

// reduce returns the product of the residual and the cycle's correction.
func (p *problem) reduce() float64 {
	return p.rows(func(i int) float64 { return p.r[i] * float64(p.cycle.levels[0].x[i]) })
}

// rows sums over all rows in order.
func (p *problem) rows(term func(i int) float64) float64 {
	sum := 0.0
	for y := range p.h + 1 {
		row := 0.0
		for i := y * p.row(); i < (y+1)*p.row(); i++ {
			row += term(i)
		}
		sum += row
	}
	return sum
}

// advance takes a step and returns by how much twice the strain energy falls.
func (p *problem) advance(modulus []float32, c coefficients[float64], gamma, last float64) float64 {
	beta := 0.0
	if last > 0 {
		beta = gamma / last
	}
	for i, v := range p.cycle.levels[0].x {
		p.p[i] = float64(v) + beta*p.p[i]
	}
	force(p.lattice, c, modulus, p.p, 0, p.q, 0, p.h+1)
	release(p.lattice, p.cycle.operators[0].held, p.q)
	alpha := gamma / p.rows(func(i int) float64 { return p.p[i] * p.q[i] })
	for i, v := range p.p {
		p.u[i] += alpha * v
		p.r[i] -= alpha * p.q[i]
	}
	if math.IsInf(alpha, 0) {
		return math.NaN()
	}
	return alpha * gamma
}
