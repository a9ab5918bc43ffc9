package ode

import (
	"math"
	"slices"
)

// pattern lists, for every state, the rates that depend on it, in order; its own
// is always among them.
type pattern [][]int

// probes is the number of points at which probe looks.
const probes = 12

// probe finds which rates of f depend on which states: those that differ in any
// bit when the state alone changes, at any of several positive points. Points lie
// up to three decades about the scale and at times spread over a day, so that
// what saturates or is gated at one shows at another.
func probe(f Func, scale []float64) pattern {
	n := len(scale)
	seen := make([][]bool, n)
	y, before, after := make([]float64, n), make([]float64, n), make([]float64, n)
	for p := range probes {
		t := place(y, scale, p)
		f(t, y, before)
		for c, v := range y {
			if seen[c] == nil {
				seen[c] = make([]bool, n)
				seen[c][c] = true
			}
			for _, by := range []float64{1.01, 8} {
				y[c] = by * v
				f(t, y, after)
				mark(seen[c], before, after)
			}
			y[c] = v
		}
	}
	return list(seen)
}

// place sets y to probing point p and returns its time. The first is the scale;
// in the others every state is moved by its own power of ten, from a sequence that
// covers evenly (Weyl 1916).
func place(y, scale []float64, p int) (t float64) {
	spread := []float64{0, 0.5, 1, 1, 2, 3}[p%6]
	for i, v := range scale {
		_, part := math.Modf(float64(p*len(scale)+i+1) * (math.Sqrt(5) - 1) / 2)
		y[i] = v * math.Pow(10, spread*(2*part-1))
	}
	return float64(p) * 25 / probes
}

// mark notes the rates that differ.
func mark(seen []bool, before, after []float64) {
	for r := range seen {
		if before[r] != after[r] && !(math.IsNaN(before[r]) && math.IsNaN(after[r])) {
			seen[r] = true
		}
	}
}

// list returns the marks as lists.
func list(seen [][]bool) pattern {
	p := make(pattern, len(seen))
	for c, rows := range seen {
		for r, yes := range rows {
			if yes {
				p[c] = append(p[c], r)
			}
		}
	}
	return p
}

// colours groups the states so that no rate depends on two of a group: one
// difference then serves them all (Curtis, Powell & Reid 1974, IMA J. Appl. Math.
// 13:117-119). States that move most rates go first.
func (p pattern) colours() (groups [][]int) {
	columns := make([]int, len(p))
	for c := range columns {
		columns[c] = c
	}
	slices.SortStableFunc(columns, func(a, b int) int { return len(p[b]) - len(p[a]) })
	var taken [][]bool // by group and rate
	for _, c := range columns {
		g := slices.IndexFunc(taken, func(rows []bool) bool {
			return !slices.ContainsFunc(p[c], func(r int) bool { return rows[r] })
		})
		if g < 0 {
			g = len(taken)
			taken = append(taken, make([]bool, len(p)))
			groups = append(groups, nil)
		}
		groups[g] = append(groups[g], c)
		for _, r := range p[c] {
			taken[g][r] = true
		}
	}
	return groups
}
