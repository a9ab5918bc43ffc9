package drug

import "math"

// kinetics is a drug's way through the body, in pmol, L and h: depots feed plasma,
// plasma exchanges with a peripheral compartment and is cleared, linearly and, by
// binding to a target that takes the drug along, up to a maximal rate.
type kinetics struct {
	molar float64 // molar mass [kDa]
	iu    float64 // mass of an international unit [ug]; 0 if it is not dosed in units

	volume     float64 // of plasma and what equals it at once [L]; 0: the body has a pool of its own
	clearance  float64 // from plasma [L/h]
	peripheral float64 // volume of the second compartment [L]; 0 if there is none
	exchange   float64 // flow between the compartments [L/h]
	capacity   float64 // maximal rate of saturable elimination [pmol/h]
	affinity   float64 // concentration at half of it [pM]

	half  float64 // plasma concentration at half of the effect [pM]
	onset float64 // rate at which the effect follows occupancy [1/h]; 0: at once

	entries []entry
	actions []action
}

// entry is how a drug gets in by one route.
type entry struct {
	route    Route
	doc      string  // what a dose is, in a phrase
	share    float64 // bioavailability
	rate     float64 // of absorption from the depot [1/h]; 0: straight into plasma
	slow     float64 // part of what is absorbed that takes the slow way
	slowRate float64 // of absorption by the slow way [1/h]
	lag      float64 // from dose to the depot [h]
	over     float64 // time in which a dose is released at a constant rate [h]; 0: at once
}

// cause is what about a drug acts.
type cause int

const (
	concentration cause = iota // in plasma
	appearance                 // rate of appearance in plasma
	occupancy                  // of its target, with its onset
)

// action is what a drug does at a port.
type action struct {
	port Port
	by   cause
	gain float64 // potency: the port's value [pM, pmol/h or plain] per unit of the cause
	only Route   // where only what appears by one route acts so; "" if all does
}

// mass converts an amount [pmol] to a mass [ug].
func (k *kinetics) mass(amount float64) float64 { return amount * k.molar / picomolesPerMicrogram }

// picomolesPerMicrogram are in 1 ug of a substance of 1 kDa: 1 ug / (1 kg/mol).
const picomolesPerMicrogram = 1000

// eliminated is the rate at which plasma loses drug [pmol/h] at a concentration [pM].
func (k *kinetics) eliminated(c float64) float64 {
	linear := k.clearance * c
	if k.capacity == 0 {
		return linear
	}
	c = max(c, 0) // an integrator may try a little below nothing
	return linear + k.capacity*c/(k.affinity+c)
}

// occupied is the share of the target that a plasma concentration [pM] holds.
func (k *kinetics) occupied(c float64) float64 {
	c = max(c, 0)
	return c / (k.half + c)
}

// depot tells whether the entry has a depot from which drug is absorbed.
func (e *entry) depot() bool { return e.rate > 0 }

// perHour is the rate constant of a half-life [h].
func perHour(halflife float64) float64 { return math.Ln2 / halflife }
