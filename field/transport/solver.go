package transport

import (
	"trabecula/field"
	"trabecula/field/signal"
)

// Point is a rate in one pixel: a secretion [pM/h] or an uptake [1/h]. Several
// points may name one pixel; they add up in slice order.
type Point struct {
	At   int32
	Rate float32
}

// Input is what the cells do during one step. Uptake is removal by receptors,
// of first order in the concentration.
type Input struct {
	Secretion, Uptake [signal.Count][]Point
}

// Ledger is the account of one signal [pM pixel]: what is stored now, and what
// was secreted, decayed, taken up and lost to binding (gained if negative)
// since the start. Secreted - Decayed - Taken - Bound is Stored less what was
// stored at the start.
type Ledger struct {
	Stored, Secreted, Decayed, Taken, Bound float64
}

// Effort counts what one signal has cost.
type Effort struct {
	Cycles  int64 // multigrid cycles
	Solves  int64 // steps that needed a cycle or a measured residual
	Skipped int64 // steps that the bound on the residual allowed to skip
}

// Stats is the effort by signal.
type Stats [signal.Count]Effort

// Solver holds the concentrations of all signals and carries them through time.
type Solver struct {
	grid     field.Grid
	params   [signal.Count]signal.Params
	binding  signal.Binding
	settings Settings
	values   [signal.Count][]float32
	ledger   [signal.Count]Ledger
	stats    Stats
}

// New returns a solver without any signal in a section of marrow only.
func New(g field.Grid, p [signal.Count]signal.Params, b signal.Binding, s Settings) *Solver {
	v := &Solver{grid: g, params: p, binding: b, settings: s}
	for i := range v.values {
		v.values[i] = make([]float32, g.Len())
	}
	return v
}

// SetMedium tells what the pixels are made of: the bone fraction (osteoid
// included) and the osteoid fraction.
func (v *Solver) SetMedium(bone, osteoid []float32) {}

// Advance carries all signals over one step of dt [h].
func (v *Solver) Advance(in Input, dt float64, workers int) error { return nil }

// Values returns the concentrations of a signal [pM], index y*W + x. They are
// read-only for callers and always current.
func (v *Solver) Values(sig signal.Signal) []float32 { return v.values[sig] }

// Ledger returns the account of a signal.
func (v *Solver) Ledger(sig signal.Signal) Ledger { return v.ledger[sig] }

// Stats returns the effort so far.
func (v *Solver) Stats() Stats { return v.stats }

// MarshalBinary returns the complete state.
func (v *Solver) MarshalBinary() ([]byte, error) { return nil, nil }

// UnmarshalBinary restores a state into a solver made by New with the same arguments.
func (v *Solver) UnmarshalBinary(b []byte) error { return nil }
