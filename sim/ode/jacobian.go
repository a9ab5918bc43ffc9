package ode

import "math"

// jacobian finds the derivatives of the rates by differences, one call of f for
// every group of states that share no rate.
type jacobian struct {
	groups  []group
	entries []entry
	least   []float64 // size of a state below which its change no longer shrinks
	point   []float64
	rate    []float64
	inverse []float64 // of the changes of the states
}

// group is the states changed at once, and the entries they yield.
type group struct {
	states   []int
	from, to int
}

// entry is a derivative of a rate (row) by a state (column) and where it is
// stored.
type entry struct{ row, column, slot int32 }

// Sizes of the differences. They are far larger than would be most exact: the
// order of a W-method does not depend on it, while the rounding of f, which alone
// can break the conservation of a sum of states, falls with the size.
const (
	change = 1.0 / (1 << 20) // of a state, relative
	bottom = 1.0 / (1 << 6)  // of the scale, the size of a smaller state
)

// newJacobian returns the differences of the pattern, to be stored in slots.
func newJacobian(p pattern, scale []float64, slot func(row, column int) int) *jacobian {
	n := len(scale)
	j := &jacobian{point: make([]float64, n), rate: make([]float64, n), inverse: make([]float64, n)}
	for _, v := range scale {
		j.least = append(j.least, bottom*v)
	}
	for _, states := range p.colours() {
		g := group{states: states, from: len(j.entries)}
		for _, c := range states {
			for _, r := range p[c] {
				j.entries = append(j.entries, entry{int32(r), int32(c), int32(slot(r, c))})
			}
		}
		g.to = len(j.entries)
		j.groups = append(j.groups, g)
	}
	return j
}

// update stores the negative derivatives at t and y, where the rates are slope.
func (j *jacobian) update(f Func, t float64, y, slope, negative []float64) {
	copy(j.point, y)
	for _, g := range j.groups {
		for _, c := range g.states {
			from := y[c]
			j.point[c] = from + change*max(math.Abs(from), j.least[c])
			j.inverse[c] = 1 / (from - j.point[c])
		}
		f(t, j.point, j.rate)
		for _, e := range j.entries[g.from:g.to] {
			negative[e.slot] = (j.rate[e.row] - slope[e.row]) * j.inverse[e.column]
		}
		for _, c := range g.states {
			j.point[c] = y[c]
		}
	}
}
