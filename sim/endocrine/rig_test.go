package endocrine

import (
	"trabecula/sim/drug"
)

// rig runs a few axes by themselves with a classical Runge-Kutta method of fixed
// step: what the other axes would publish is held.
type rig struct {
	axes   []axis
	at     []int // of each axis's first state
	y      []float64
	now    moment
	dose   func(t float64) drug.Ports // nil: no drugs
	work   [5][]float64
	person Person
}

// newRig binds the organs to a person with levels held as given.
func newRig(p Person, held Levels, axes ...axis) *rig {
	r := &rig{axes: axes, person: p}
	r.now.Person, r.now.Levels = p, held
	for _, a := range axes {
		r.at = append(r.at, len(r.y))
		for _, s := range a.states(p) {
			r.y = append(r.y, s.initial)
		}
	}
	for i := range r.work {
		r.work[i] = make([]float64, len(r.y))
	}
	r.see(0, r.y)
	return r
}

// part returns an axis's slice of a vector.
func (r *rig) part(i int, v []float64) []float64 {
	if i+1 < len(r.at) {
		return v[r.at[i]:r.at[i+1]]
	}
	return v[r.at[i]:]
}

// see publishes the levels of a state at a time.
func (r *rig) see(t float64, y []float64) {
	r.now.Time, r.now.Hour = t, hourOf(t)
	r.now.Age = r.person.Age + t/8766
	r.now.Drugs = drug.Ports{}
	if r.dose != nil {
		r.now.Drugs = r.dose(t)
	}
	for i, a := range r.axes {
		a.publish(&r.now, r.part(i, y))
	}
}

func hourOf(t float64) float64 { return t - 24*float64(int(t/24)) }

func (r *rig) derive(t float64, y, dy []float64) {
	r.see(t, y)
	for i, a := range r.axes {
		a.derive(&r.now, r.part(i, y), r.part(i, dy))
	}
}

// run advances by hours and shows the levels after every hour.
func (r *rig) run(hours int, watch func(t float64, l *Levels)) {
	const steps = 5
	start := r.now.Time
	for h := range hours {
		for s := range steps {
			r.step(start+float64(h)+float64(s)/steps, 1.0/steps)
		}
		r.see(start+float64(h+1), r.y)
		if watch != nil {
			watch(r.now.Time, &r.now.Levels)
		}
	}
}

func (r *rig) step(t, h float64) {
	k1, k2, k3, k4, y := r.work[0], r.work[1], r.work[2], r.work[3], r.work[4]
	r.derive(t, r.y, k1)
	r.derive(t+h/2, advanced(y, r.y, k1, h/2), k2)
	r.derive(t+h/2, advanced(y, r.y, k2, h/2), k3)
	r.derive(t+h, advanced(y, r.y, k3, h), k4)
	for i := range r.y {
		r.y[i] += h / 6 * (k1[i] + 2*k2[i] + 2*k3[i] + k4[i])
	}
}

func advanced(to, y, k []float64, h float64) []float64 {
	for i := range to {
		to[i] = y[i] + h*k[i]
	}
	return to
}
