package render

import (
	"iter"

	"trabecula/agents"
	"trabecula/field"
	"trabecula/field/signal"
	"trabecula/field/tissue"
)

// Scene is what can be painted. A sim.View is one; tests build their own.
type Scene interface {
	Grid() field.Grid
	Time() float64 // since the start [h]
	Tissue() tissue.View
	Signal(s signal.Signal, i int) float32 // [pM]
	Cells() iter.Seq[agents.Cell]
	Foot(k agents.Kind) float64 // radius of surface that a cell covers [um]
	Sinusoids() []int32         // pixels
}
