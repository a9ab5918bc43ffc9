package ode

import (
	"fmt"
	"math"
)

// Func writes the rates dy/dt at t into dy, all of them. It may read y only during
// the call, must not change it, and must depend on nothing else that changes
// during an Advance. Outside what is possible it may return what is no number: the
// step is then tried shorter.
type Func func(t float64, y, dy []float64)

// Solver advances the states of one system. It is for one goroutine.
type Solver struct {
	f        Func
	settings Settings
	scheme   scheme
	jacobian *jacobian
	matrix   *factors
	floor    []float64 // error allowed at zero
	step     float64   // to try next [h]; 0 to choose one
	trial
}

// New returns a solver of y' = f(t, y). The scale of a state is the size at which
// its absolute tolerance is set; it must be positive and finite, as must every
// setting: anything else is a bug and panics. New calls f to find which rates
// depend on which states, at several positive points around the scale. A
// dependence that shows at none of them is left out of the Jacobian: that costs
// steps, not accuracy.
func New(f Func, scale []float64, s Settings) *Solver {
	check(scale, s)
	o := &Solver{f: f, settings: s, scheme: transform(ros34pw2()), trial: newTrial(len(scale))}
	p := probe(f, scale)
	matrix, slot := newFactors(p)
	o.matrix, o.jacobian = matrix, newJacobian(p, scale, slot)
	for _, v := range scale {
		o.floor = append(o.floor, s.Absolute*v)
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

// Advance integrates y in place from t to end [h], which it hits exactly, and
// calls observe, unless it is nil, after every step with the time reached and the
// states there, which it must not change. An error names the time and the state
// that could not be followed; y is then at that time.
func (s *Solver) Advance(t, end float64, y []float64, observe func(t float64, y []float64)) error {
	if len(y) != len(s.floor) {
		panic(fmt.Sprintf("ode: %d states, want %d", len(y), len(s.floor)))
	}
	if !(t <= end) || math.IsInf(end-t, 0) {
		return fmt.Errorf("ode: from t = %g h to %g h: want an end that is not before", t, end)
	}
	left, control := s.settings.MaxSteps, pace{}
	s.age = unknown
	for t < end {
		h, err := s.advance(t, end, y, &control, &left)
		if err != nil {
			return err
		}
		t = after(t, h, end)
		copy(y, s.next)
		if observe != nil {
			observe(t, y)
		}
	}
	return nil
}

// advance finds the states after a step from y, in next, and returns its length.
// It takes the tries off those left.
func (s *Solver) advance(t, end float64, y []float64, control *pace, left *int) (h float64, err error) {
	if err := s.start(t, end, y); err != nil {
		return 0, err
	}
	for ; *left > 0; *left-- {
		want := min(s.step, s.settings.StepLimit)
		h = fit(want, s.settings.StepLimit, end-t)
		s.linearise(t, h, y)
		if fault := s.try(t, h, y); fault <= 1 {
			s.age++
			*left--
			s.step = min(control.accept(h, want, fault), s.settings.StepLimit)
			return h, nil
		} else if s.step = control.reject(h, fault); s.step < tiny(t, end) {
			return 0, fmt.Errorf("ode: at t = %g h: state %d cannot be followed (%g, changing by %g per hour): the step fell to %g h", t, s.worst, y[s.worst], s.slope[s.worst], s.step)
		}
		if s.age > 0 {
			s.age = unknown
		}
	}
	return 0, fmt.Errorf("ode: at t = %g h: state %d is too fast: %d steps were not enough to reach %g h", t, s.worst, s.settings.MaxSteps, end)
}

// start finds the slope at y and, if none was proposed, a step to try.
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
	return nil
}

// odd returns the first index that holds no finite number, or -1.
func odd(v []float64) int {
	for i, x := range v {
		if x-x != 0 {
			return i
		}
	}
	return -1
}
