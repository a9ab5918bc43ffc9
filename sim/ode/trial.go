package ode

import "math"

// trial is the step that a Solver tries.
type trial struct {
	slope []float64         // f at its start
	trend []float64         // df/dt there, from a difference over the step
	u     [stages][]float64 // unknowns of the stages
	point []float64         // where a stage evaluates f
	rate  []float64         // f there
	next  []float64         // the states at its end
	worst int               // state with the largest error, or that is no number
	age   int               // steps that the Jacobian has served, or unknown
	tied  float64           // h for which the factors, of this Jacobian, hold
}

// Ages of the Jacobian. Its age does not touch the order of a W-method, but longer
// use shortens the steps: of 1, 2, 3, 5, 10 and 20, three take the fewest calls of
// f on a synthetic body at the default tolerance.
const (
	unknown = -1
	old     = 3
)

// newTrial returns room for the trials of n states.
func newTrial(n int) (t trial) {
	for _, v := range []*[]float64{&t.slope, &t.trend, &t.point, &t.rate, &t.next} {
		*v = make([]float64, n)
	}
	for i := range t.u {
		t.u[i] = make([]float64, n)
	}
	return t
}

// linearise finds the derivatives of f at the start of a step of length h: by the
// states if they are old, by time always, since a rhythm's slope ages faster.
func (s *Solver) linearise(t, h float64, y []float64) {
	if s.age == unknown || s.age >= old {
		s.jacobian.update(s.f, t, y, s.slope, s.matrix.matrix)
		s.age, s.tied = 0, 0
	}
	late := t + max(h/1024, tiny(t, t))
	s.f(late, y, s.trend)
	for i, v := range s.slope {
		s.trend[i] = (s.trend[i] - v) / (late - t)
	}
}

// try takes a step from y into next and returns its error in units of the
// tolerance; not a number if the step cannot be taken.
func (s *Solver) try(t, h float64, y []float64) float64 {
	if s.worst = odd(s.trend); s.worst >= 0 {
		return math.NaN()
	}
	if s.tied != h {
		if !s.matrix.factorise(1 / (h * s.scheme.gamma)) {
			s.tied = 0
			return math.NaN()
		}
		s.tied = h
	}
	for i := range stages {
		if !s.stage(i, t, h, y) {
			return math.NaN()
		}
	}
	return s.finish(y)
}

// stage solves for the unknowns of stage i; false if there are no rates there.
func (s *Solver) stage(i int, t, h float64, y []float64) bool {
	u, rate := s.u[i], s.slope
	if i > 0 {
		rate = s.rate
		copy(s.point, y)
		for j := range i {
			add(s.point, s.scheme.a[i][j], s.u[j])
		}
		s.f(t+s.scheme.at[i]*h, s.point, rate)
		if s.worst = odd(rate); s.worst >= 0 {
			return false
		}
	}
	copy(u, rate)
	add(u, s.scheme.drift[i]*h, s.trend)
	for j := range i {
		add(u, s.scheme.c[i][j]/h, s.u[j])
	}
	s.matrix.solve(u)
	return true
}

// add adds a times v to sum.
func add(sum []float64, a float64, v []float64) {
	v = v[:len(sum)]
	for k := range sum {
		sum[k] += a * v[k]
	}
}

// finish adds up the stages and returns the largest error of a state in units of
// its tolerance.
func (s *Solver) finish(y []float64) (largest float64) {
	m, e := &s.scheme.m, &s.scheme.e
	s.worst = 0
	n := len(y)
	u0, u1, u2, u3, next, floor := s.u[0][:n], s.u[1][:n], s.u[2][:n], s.u[3][:n], s.next[:n], s.floor[:n]
	for k, from := range y {
		to := from + (m[0]*u0[k] + m[1]*u1[k] + m[2]*u2[k] + m[3]*u3[k])
		next[k] = to
		fault := math.Abs(e[0]*u0[k] + e[1]*u1[k] + e[2]*u2[k] + e[3]*u3[k])
		fault /= floor[k] + s.settings.Relative*max(math.Abs(from), math.Abs(to))
		if !(fault <= largest) {
			largest, s.worst = fault, k
			if math.IsNaN(fault) {
				return fault
			}
		}
	}
	return largest
}
