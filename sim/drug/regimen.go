package drug

import (
	"errors"
	"fmt"
	"math"
)

// Regimen carries a treatment plan out in one body. All that changes in time is in
// the state vector; the Regimen itself is only read after NewRegimen.
type Regimen struct {
	drugs  []given
	states []State
}

// State is an entry of the state vector.
type State struct {
	Name  string // such as "teriparatide.subcutaneous.depot"
	Unit  string
	Scale float64 // typical size, for an absolute tolerance; all begin at 0
}

// Reading is what a laboratory would measure of a drug.
type Reading struct {
	Drug     string
	Quantity string // "plasma" or "uptake", which is the rate of appearance in plasma
	Unit     string
	Value    float64
}

// NewRegimen makes ready a plan for a body mass [kg]. The error lists every fault,
// as those of Parse do.
func NewRegimen(set Set, plan []Treatment, mass float64) (*Regimen, error) {
	var faults []error
	if !(mass > 0) || math.IsInf(mass, 0) {
		faults = append(faults, fmt.Errorf("person.mass: %g kg, want one above 0", mass))
	}
	for i, t := range plan {
		for _, w := range t.faults() {
			faults = append(faults, fault(i+1, t.Drug, w))
		}
	}
	if faults == nil {
		faults = overlaps(plan)
	}
	if faults != nil {
		return nil, errors.Join(faults...)
	}
	r := &Regimen{}
	for i := range Catalogue {
		if own := of(plan, Catalogue[i].Name); own != nil {
			r.drugs = append(r.drugs, r.give(&Catalogue[i], Catalogue[i].bind(set.params[i], mass), own, mass))
		}
	}
	return r, nil
}

// of returns the treatments with a drug, by any of its names.
func of(plan []Treatment, name string) (own []Treatment) {
	for _, t := range plan {
		if row := find(t.Drug); Catalogue[row].Name == name {
			own = append(own, t)
		}
	}
	return own
}

// States lists the entries of the state vector, those of drugs in the plan only.
func (r *Regimen) States() []State { return r.states }

// Next returns the time of the first event after a time [h]: a dose, or a change of
// an infusion; +Inf if there is none.
func (r *Regimen) Next(after float64) float64 {
	next := math.Inf(1)
	for i := range r.drugs {
		for j := range r.drugs[i].ways {
			next = min(next, r.drugs[i].ways[j].next(after))
		}
	}
	return next
}

// Dose applies to the states all that is due exactly at a time [h]. It must be
// called once at every time that Next returns, and at the start, as Next names
// later times only.
func (r *Regimen) Dose(t float64, y []float64) {
	for i := range r.drugs {
		for j := range r.drugs[i].ways {
			r.drugs[i].ways[j].dose(t, y)
		}
	}
}

// Derive sets dy, whatever it held, to the time derivative of the
// states [per h].
func (r *Regimen) Derive(y, dy []float64) {
	for i := range dy[:len(r.states)] {
		dy[i] = 0
	}
	for i := range r.drugs {
		r.drugs[i].derive(y, dy)
	}
}

// Publish tells what the drugs do at the ports.
func (r *Regimen) Publish(y []float64) Ports {
	var p Ports
	for i := range r.drugs {
		r.drugs[i].publish(y, &p)
	}
	return p
}

// Readings lists the plasma concentration of every drug in the plan, or its rate
// of appearance in plasma if there it joins what the body makes.
func (r *Regimen) Readings(y []float64) []Reading {
	list := make([]Reading, len(r.drugs))
	for i := range r.drugs {
		list[i] = r.drugs[i].reading(y)
	}
	return list
}
