package mechanics

// degree of the Chebyshev smoother, and the part of the spectrum it damps:
// from bound/span to bound.
const (
	degree = 3
	span   = 8
)

// hierarchy is the stiffness on a lattice and on ever coarser ones.
type hierarchy struct {
	operators []*operator
	base      dense
}

// smallest is the number of nodes from which a level is solved directly.
const smallest = 100

func newHierarchy(l lattice, h held) *hierarchy {
	m := &hierarchy{}
	for {
		m.operators = append(m.operators, &operator{lattice: l, held: h, inverse: make([]float32, 2*l.nodes())})
		if l.nodes() <= smallest || l == l.half() {
			return m
		}
		l = l.half()
	}
}

// update takes over the moduli of the elements.
func (m *hierarchy) update(modulus []float32, c coefficients[float32]) error {
	m.operators[0].fine(modulus, c)
	var elements []matrix
	for k, l := range m.operators[1:] {
		if k == 0 {
			elements = coarsenModuli(m.operators[0].lattice, modulus, unitMatrix(c))
		} else {
			elements = coarsen(m.operators[k].lattice, elements)
		}
		l.assemble(elements)
	}
	return m.base.factor(m.operators[len(m.operators)-1])
}

// level is the work on one lattice of the hierarchy.
type level struct {
	*operator
	x, f, d, q []float32 // solution, right side, direction, product
}

// multigrid is the preconditioner: one V-cycle over the levels.
type multigrid struct {
	*hierarchy
	levels []*level
	v      []float64 // of the coarsest level
}

func newMultigrid(h *hierarchy) *multigrid {
	m := &multigrid{hierarchy: h}
	for _, o := range h.operators {
		v := func() []float32 { return make([]float32, 2*o.nodes()) }
		m.levels = append(m.levels, &level{o, v(), v(), v(), v()})
	}
	m.v = make([]float64, len(m.levels[len(m.levels)-1].x))
	return m
}

// cycle improves x = 0 for the right side f of level k.
func (m *multigrid) cycle(k int) {
	l := m.levels[k]
	if k == len(m.levels)-1 {
		m.base.solve(l.f, l.x, m.v)
		release(l.lattice, l.held, l.x)
		return
	}
	l.smooth(true)
	l.residual()
	next := m.levels[k+1]
	restrict(l.lattice, next.lattice, l.q, next.f)
	m.cycle(k + 1)
	prolong(l.lattice, next.lattice, next.x, l.x)
	release(l.lattice, l.held, l.x)
	l.smooth(false)
}

// residual writes what the solution leaves of the right side to q.
func (l *level) residual() {
	l.apply(l.x, l.q)
	for i, f := range l.f {
		l.q[i] = f - l.q[i]
	}
	release(l.lattice, l.held, l.q)
}

// smooth runs the Chebyshev iteration (Saad 2003, algorithm 12.1), from zero if
// fresh.
func (l *level) smooth(fresh bool) {
	low := l.bound / span
	theta, delta := (l.bound+low)/2, (l.bound-low)/2
	sigma := theta / delta
	rho := 1 / sigma
	if fresh {
		for i, f := range l.f {
			l.d[i] = l.inverse[i] * f / theta
			l.x[i] = l.d[i]
		}
	} else {
		l.step(0, 1/theta)
	}
	for range degree - 1 {
		next := 1 / (2*sigma - rho)
		l.step(next*rho, 2*next/delta)
		rho = next
	}
}

// step goes on: keep of the last direction, gain of the scaled residual.
func (l *level) step(keep, gain float32) {
	l.apply(l.x, l.q)
	q, d, x, inverse := l.q, l.d, l.x, l.inverse
	for i, f := range l.f {
		d[i] = keep*d[i] + gain*inverse[i]*(f-q[i])
		x[i] += d[i]
	}
}

// prolong adds the correction of the coarse lattice to the fine one.
func prolong(fine, coarse lattice, from, to []float32) {
	for y := range fine.h + 1 {
		a, b := y/2, (y+1)/2
		upper, lower := from[a*coarse.row():(a+1)*coarse.row()], from[b*coarse.row():(b+1)*coarse.row()]
		row := to[y*fine.row() : (y+1)*fine.row()]
		for x := range fine.w + 1 {
			p, q := x/2*2, (x+1)/2*2
			row[2*x] += ((upper[p] + upper[q]) + (lower[p] + lower[q])) / 4
			row[2*x+1] += ((upper[p+1] + upper[q+1]) + (lower[p+1] + lower[q+1])) / 4
		}
	}
}

// restrict is the transpose of prolong.
func restrict(fine, coarse lattice, from, to []float32) {
	clear(to)
	for y := range fine.h + 1 {
		a, b := y/2, (y+1)/2
		upper, lower := to[a*coarse.row():(a+1)*coarse.row()], to[b*coarse.row():(b+1)*coarse.row()]
		row := from[y*fine.row() : (y+1)*fine.row()]
		for x := range fine.w + 1 {
			p, q := x/2*2, (x+1)/2*2
			for c := range 2 {
				v := row[2*x+c] / 4
				upper[p+c] += v
				upper[q+c] += v
				lower[p+c] += v
				lower[q+c] += v
			}
		}
	}
}
