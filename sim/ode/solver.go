package ode

import (
	"fmt"
	"math"
	"slices"
)

// Func writes the rates dy/dt at t into dy. It may read y only during the call,
// must not change it and must depend on nothing that changes during an Advance.
type Func func(t float64, y, dy []float64)

// Solver advances the states of one system. It is for one goroutine.
type Solver struct {
	f        Func
	settings Settings
	scheme   scheme
	jacobian *jacobian
	matrix   *factors

	step  float64 // to try next [h]; 0 to choose one
	floor []float64
	slope []float64         // f at the start of the step
	trend []float64         // df/dt there
	u     [stages][]float64 // unknowns of the stages
	point []float64         // where a stage evaluates f
	rate  []float64
	next  []float64 // y after the step
	worst int       // state with the largest error in the last trial
}

// New returns a solver of y' = f(t, y). The scale of a state is the size at which
// its absolute tolerance is set; it must be positive and finite, as must every
// setting: anything else is a bug and panics. New calls f to find which rates
// depend on which states, at several positive points around the scale.
func New(f Func, scale []float64, s Settings) *Solver {
	check(scale, s)
	n := len(scale)
	o := &Solver{f: f, settings: s, scheme: transform(ros34pw2())}
	p := probe(f, scale)
	matrix, slot := newFactors(p)
	o.matrix, o.jacobian = matrix, newJacobian(p, scale, slot)
	o.floor = make([]float64, n)
	for i, v := range scale {
		o.floor[i] = s.Absolute * v
	}
	for _, v := range []*[]float64{&o.slope, &o.trend, &o.point, &o.rate, &o.next, &o.u[0], &o.u[1], &o.u[2], &o.u[3]} {
		*v = make([]float64, n)
	}
	return o
}

// check panics if a scale or a setting is not positive and finite.
func check(scale []float64, s Settings) {
	positive := func(v float64) bool { return v > 0 && !math.IsInf(v, 1) }
	for i, v := range scale {
		if !positive(v) {
			panic(fmt.Sprintf("ode: scale of state %d is %g, want a positive number", i, v))
		}
	}
	if !positive(s.Relative) || !positive(s.Absolute) || !positive(s.StepLimit) || s.MaxSteps <= 0 {
		panic(fmt.Sprintf("ode: settings %+v, want positive numbers", s))
	}
}

// Step returns the length of the step to try next [h], all that a Solver
// remembers between calls of Advance; 0 before the first.
func (s *Solver) Step() float64 { return s.step }

// SetStep sets what Step returns; 0 lets the next Advance choose.
func (s *Solver) SetStep(h float64) { s.step = h }

// Advance integrates y in place from t to end, which it hits exactly, and calls
// observe, unless it is nil, with every time reached and the states there, which
// it must not change. An end that is not after t does nothing. An error names the
// time and the state that could not be followed; y is then at that time.
func (s *Solver) Advance(t, end float64, y []float64, observe func(t float64, y []float64)) error {
	if len(y) != len(s.floor) {
		panic(fmt.Sprintf("ode: %d states, want %d", len(y), len(s.floor)))
	}
	control := pace{}
	fresh := false
	for tries := 0; t < end; tries++ {
		if tries == s.settings.MaxSteps {
			return fmt.Errorf("ode: at t = %g h: state %d needs more than %d steps", t, s.worst, tries)
		}
		if !fresh {
			if err := s.start(t, end, y); err != nil {
				return err
			}
			fresh = true
		}
		h := fit(s.step, s.settings.StepLimit, end-t)
		fault := s.try(t, h, y)
		if !(fault <= 1) {
			s.step = h * control.reject(fault)
			if s.step < tiny(t, end) {
				return s.lost(t, y)
			}
			continue
		}
		t = after(t, h, end)
		s.step = s.proposal(h, h*control.accept(fault))
		copy(y, s.next)
		fresh = false
		if observe != nil {
			observe(t, y)
		}
	}
	return nil
}

// start prepares the step from y: the slope, the Jacobian and, if none was
// proposed, the length of the step.
func (s *Solver) start(t, end float64, y []float64) error {
	s.f(t, y, s.slope)
	if i := odd(y); i >= 0 {
		return fmt.Errorf("ode: at t = %g h: state %d is %g", t, i, y[i])
	}
	if i := odd(s.slope); i >= 0 {
		return fmt.Errorf("ode: at t = %g h: state %d changes by %g per hour", t, i, s.slope[i])
	}
	if !(s.step > 0) {
		s.step = min(s.first(y), end-t)
	}
	h := fit(s.step, s.settings.StepLimit, end-t)
	s.jacobian.update(s.f, t, y, s.slope, s.matrix.matrix)
	s.drift(t, h, y)
	return nil
}

// odd returns the first index that holds no finite number, or -1.
func odd(v []float64) int {
	return slices.IndexFunc(v, func(x float64) bool { return math.IsNaN(x) || math.IsInf(x, 0) })
}

// drift finds df/dt by a difference within the step.
func (s *Solver) drift(t, h float64, y []float64) {
	late := t + h/1024
	dt := late - t
	s.f(late, y, s.trend)
	for i, v := range s.slope {
		s.trend[i] = (s.trend[i] - v) / dt
	}
}

// try takes a step from y into next and returns its error in units of the
// tolerance; not a number if the step cannot be taken.
func (s *Solver) try(t, h float64, y []float64) float64 {
	if !s.matrix.factorise(1 / (h * s.scheme.gamma)) {
		return math.NaN()
	}
	for i := range stages {
		s.stage(i, t, h, y)
	}
	return s.finish(y)
}

// stage solves for the unknowns of stage i.
func (s *Solver) stage(i int, t, h float64, y []float64) {
	rate := s.slope
	if i > 0 {
		rate = s.rate
		for k := range y {
			sum := y[k]
			for j := range i {
				sum += s.scheme.a[i][j] * s.u[j][k]
			}
			s.point[k] = sum
		}
		s.f(t+s.scheme.at[i]*h, s.point, rate)
	}
	u := s.u[i]
	for k := range y {
		sum := 0.0
		for j := range i {
			sum += s.scheme.c[i][j] * s.u[j][k]
		}
		u[k] = rate[k] + sum/h + s.scheme.drift[i]*h*s.trend[k]
	}
	s.matrix.solve(u)
}

// finish adds up the stages and returns the error in units of the tolerance.
func (s *Solver) finish(y []float64) float64 {
	largest := 0.0
	m, e := &s.scheme.m, &s.scheme.e
	for k, from := range y {
		to, fault := from, 0.0
		for j := range stages {
			to += m[j] * s.u[j][k]
			fault += e[j] * s.u[j][k]
		}
		s.next[k] = to
		fault = math.Abs(fault) / (s.floor[k] + s.settings.Relative*max(math.Abs(from), math.Abs(to)))
		if !(fault <= largest) {
			largest, s.worst = fault, k
			if math.IsNaN(fault) {
				return fault
			}
		}
	}
	return largest
}

// lost returns the error of a step that became too small.
func (s *Solver) lost(t float64, y []float64) error {
	i := s.worst
	return fmt.Errorf("ode: at t = %g h: state %d cannot be followed (value %g, rate %g per hour): step fell to %g h", t, i, y[i], s.slope[i], s.step)
}
