package endocrine

import "trabecula/sim/drug"

// axis is a part of the body with equations of its own: pools, glands, organs.
// Axes know one another only through Levels.
type axis interface {
	// states describes the axis's part of the state vector.
	states(p Person) []state
	// publish tells the others what the axis's states y amount to. It is called
	// for all axes, in the order of the catalogue, before derive is.
	publish(now *moment, y []float64)
	// derive sets dy to the time derivative of y [per h].
	derive(now *moment, y, dy []float64)
}

// pulsatile is an axis with exact events, such as secretory bursts.
type pulsatile interface {
	// next returns the time of the first event after a time [h]; +Inf if none.
	next(after float64) float64
	// burst changes the axis's states at the time of an event. It sees the levels
	// just before.
	burst(now *moment, y []float64)
}

// state is one entry of the state vector.
type state struct {
	name    string  // such as "pth.plasma"
	unit    string  // of the value
	initial float64 // at rest, near enough for the body to settle from
	scale   float64 // typical size, for the absolute tolerance
}

// moment is what the equations see: the time, the person, the drugs, the bone
// and what the axes publish.
type moment struct {
	Time   float64 // since the start [h]
	Hour   float64 // of the day [0..24)
	Person Person
	Age    float64 // [years]
	Drugs  drug.Ports
	Bone   Bone
	VDR    float64 // signal of vitamin D in gut and parathyroid glands, 1 at rest
	Levels Levels
}

// Bone is what the skeleton gives to and takes from the serum.
type Bone struct {
	Resorption float64 // calcium freed by osteoclasts [mmol/h]
	Formation  float64 // calcium that osteoid would take up at the healthy supply [mmol/h]
	Taken      float64 // calcium that the section did take up, at the supply there was [mmol/h]
}

// Laid returns the calcium that bone takes up at a supply of mineral, relative to
// health [mmol/h].
func (b Bone) Laid(supply float64) float64 { return b.Formation*supply + b.Taken }
