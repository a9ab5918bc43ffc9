package ode

import "math"

// factors holds a sparse matrix and its factors L and U, whose places are fixed:
// what to compute is a list of indices. Pivots are the diagonal; it fails where
// that loses nearly all digits, and a shorter step then makes it dominant.
type factors struct {
	matrix []float64 // row by row in the order of elimination, zero where it fills
	value  []float64 // L below and U on and above the diagonal
	column []int32   // of each value
	rows   []row
	order  []int32   // state at each place
	pivot  []float64 // inverse of the diagonal of U
	work   []float64
	cuts   []cut
	target []int32 // values that the cuts change, one for each value of U
}

// row is where a row's values start, its diagonal is, and they end.
type row struct{ from, diagonal, to int32 }

// cut removes the value below the diagonal by the row of a pivot.
type cut struct {
	lower    int32 // the value
	pivot    int32 // the row
	from, to int32 // values right of the pivot
}

// newFactors plans the factors of a matrix with the pattern.
func newFactors(p pattern) (*factors, func(row, column int) int) {
	e := eliminate(p)
	n := len(p)
	f := &factors{rows: make([]row, n), pivot: make([]float64, n), work: make([]float64, n)}
	index := make([][]int32, n)
	for r := range n {
		f.order = append(f.order, int32(e.order[r]))
		index[r] = f.layout(r, e.full[r])
	}
	f.matrix, f.value = make([]float64, len(f.column)), make([]float64, len(f.column))
	for r := range n {
		f.plan(r, index[r])
	}
	slot := func(r, c int) int { return int(index[e.place[r]][e.place[c]]) }
	return f, slot
}

// layout gives the entries of row r their places and returns them by column.
func (f *factors) layout(r int, full []bool) []int32 {
	index := make([]int32, len(full))
	f.rows[r].from = int32(len(f.column))
	for c, yes := range full {
		if c == r {
			f.rows[r].diagonal = int32(len(f.column))
		}
		if yes {
			index[c] = int32(len(f.column))
			f.column = append(f.column, int32(c))
		}
	}
	f.rows[r].to = int32(len(f.column))
	return index
}

// plan lists the cuts that make row r, whose places are index.
func (f *factors) plan(r int, index []int32) {
	for lower := f.rows[r].from; lower < f.rows[r].diagonal; lower++ {
		k := f.column[lower]
		from, to := f.rows[k].diagonal+1, f.rows[k].to
		f.cuts = append(f.cuts, cut{lower, k, from, to})
		for _, c := range f.column[from:to] {
			f.target = append(f.target, index[c])
		}
	}
}

// factorise factors the matrix plus a number on its diagonal. It returns false if
// a pivot is lost.
func (f *factors) factorise(diagonal float64) bool {
	const digits = 1e-10 // assumed: a pivot left by cancellation keeps six digits
	copy(f.value, f.matrix)
	next, target := 0, f.target
	for r, at := range f.rows {
		f.value[at.diagonal] += diagonal
		before := f.value[at.diagonal]
		for range at.diagonal - at.from {
			c := f.cuts[next]
			next++
			l := f.value[c.lower] * f.pivot[c.pivot]
			f.value[c.lower] = l
			upper := f.value[c.from:c.to]
			for i, to := range target[:len(upper)] {
				f.value[to] -= l * upper[i]
			}
			target = target[len(upper):]
		}
		p := f.value[at.diagonal]
		if !(math.Abs(p) > digits*math.Abs(before)) || math.IsInf(p, 0) {
			return false
		}
		f.pivot[r] = 1 / p
	}
	return true
}

// solve replaces x by the solution of the factored matrix for x.
func (f *factors) solve(x []float64) {
	w := f.work
	for r, at := range f.rows {
		sum := x[f.order[r]]
		for i := at.from; i < at.diagonal; i++ {
			sum -= f.value[i] * w[f.column[i]]
		}
		w[r] = sum
	}
	for r := len(f.rows) - 1; r >= 0; r-- {
		at, sum := f.rows[r], w[r]
		for i := at.diagonal + 1; i < at.to; i++ {
			sum -= f.value[i] * w[f.column[i]]
		}
		sum *= f.pivot[r]
		w[r] = sum
		x[f.order[r]] = sum
	}
}
