package sim

import (
	"iter"

	"trabecula/agents"
	"trabecula/field"
	"trabecula/field/signal"
	"trabecula/field/tissue"
	"trabecula/field/transport"
)

// View is a read-only look at a model, valid until the next Step.
type View struct{ m *Model }

// View returns a read-only look at m.
func (m *Model) View() View { return View{m} }

// Tick returns the number of steps taken.
func (v View) Tick() int64 { return v.m.tick }

// Time returns the time since the start [h].
func (v View) Time() float64 { return v.m.time() }

// Step returns the length of a cell step [h].
func (v View) Step() float64 { return v.m.params.Time.Step }

// Grid returns the lattice.
func (v View) Grid() field.Grid { return v.m.tissue.Grid }

// Tissue returns what the pixels are made of.
func (v View) Tissue() tissue.View { return v.m.tissue.View() }

// Signal returns the concentration of s in pixel i [pM].
func (v View) Signal(s signal.Signal, i int) float32 { return v.m.solver.Values(s)[i] }

// Ledger returns the mass balance of s.
func (v View) Ledger(s signal.Signal) transport.Ledger { return v.m.solver.Ledger(s) }

// Cells iterates over the cells in the order of their identity.
func (v View) Cells() iter.Seq[agents.Cell] {
	return func(yield func(agents.Cell) bool) {
		for _, c := range v.m.cells {
			if !yield(c) {
				return
			}
		}
	}
}

// Counts returns how many cells of each kind there are.
func (v View) Counts() (n [agents.KindCount]int) {
	for i := range v.m.cells {
		n[v.m.cells[i].Kind]++
	}
	return n
}

// Cover returns by whom pixel i was covered when the last step began.
func (v View) Cover(i int) agents.Cover { return v.m.env.Cover(int32(i)) }

// Foot returns the radius of surface that a cell of kind k covers [um].
func (v View) Foot(k agents.Kind) float64 { return v.m.rules[k].Foot }

// Events returns what happened to cells in the last step.
func (v View) Events() []agents.Event { return append([]agents.Event(nil), v.m.events...) }

// Sinusoids returns the pixels at which blood cells enter.
func (v View) Sinusoids() []int32 { return append([]int32(nil), v.m.sites...) }

// SignalSum returns the sum of the concentrations of s over pixels [pM].
func (v View) SignalSum(s signal.Signal, pixels []int32) (sum float64) {
	values := v.m.solver.Values(s)
	for _, i := range pixels {
		sum += float64(values[i])
	}
	return sum
}

// Maturation returns the age at which osteoid begins to mineralise, at the mineral
// that blood brings now [h].
func (v View) Maturation() float64 { return v.m.params.Matrix.Mature(v.m.supply().Mineral) }
