package ode

import "math"

type factors struct {
	a   [][]float64
	row []int
}

func newFactors(n int) *factors {
	f := &factors{row: make([]int, n)}
	for range n {
		f.a = append(f.a, make([]float64, n))
	}
	return f
}

func (f *factors) factorise(j *jacobian, diagonal float64) bool {
	n := len(f.a)
	for r := range f.a {
		for c := range f.a {
			f.a[r][c] = -j.value[r][c]
		}
		f.a[r][r] += diagonal
	}
	for k := range n {
		p := k
		for r := k; r < n; r++ {
			if math.Abs(f.a[r][k]) > math.Abs(f.a[p][k]) {
				p = r
			}
		}
		f.row[k] = p
		f.a[k], f.a[p] = f.a[p], f.a[k]
		for r := k + 1; r < n; r++ {
			l := f.a[r][k] / f.a[k][k]
			f.a[r][k] = l
			for c := k + 1; c < n; c++ {
				f.a[r][c] -= l * f.a[k][c]
			}
		}
		if f.a[k][k] == 0 {
			return false
		}
	}
	return true
}

func (f *factors) solve(x []float64) {
	n := len(x)
	for k := range n {
		p := f.row[k]
		x[k], x[p] = x[p], x[k]
	}
	for r := range n {
		for c := range r {
			x[r] -= f.a[r][c] * x[c]
		}
	}
	for r := n - 1; r >= 0; r-- {
		for c := r + 1; c < n; c++ {
			x[r] -= f.a[r][c] * x[c]
		}
		x[r] /= f.a[r][r]
	}
}
