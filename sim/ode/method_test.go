package ode

import (
	"math"
	"testing"

	"github.com/stretchr/testify/require"
)

// sums of the rows of a matrix.
func sums(m [stages][stages]float64) (s [stages]float64) {
	for i := range stages {
		for j := range stages {
			s[i] += m[i][j]
		}
	}
	return s
}

// residuals returns by how much the weights miss the conditions of a W-method,
// for any matrix in place of the Jacobian, up to the order (Hairer & Wanner 1996,
// IV.7, table 7.1 and exercise 1, split by the powers of the matrix).
func residuals(t tableau, weight [stages]float64, order int) (r []float64) {
	alpha, gamma := sums(t.alpha), sums(t.gamma)
	one := [stages]float64{1, 1, 1, 1}
	dot := func(terms ...[stages]float64) (sum float64) {
		for i := range stages {
			p := weight[i]
			for _, v := range terms {
				p *= v[i]
			}
			sum += p
		}
		return sum
	}
	through := func(m [stages][stages]float64, v [stages]float64) (p [stages]float64) {
		for i := range stages {
			for j := range stages {
				p[i] += m[i][j] * v[j]
			}
		}
		return p
	}
	r = append(r, dot(one)-1)
	if order >= 2 {
		r = append(r, dot(alpha)-1./2, dot(gamma))
	}
	if order >= 3 {
		r = append(r, dot(alpha, alpha)-1./3,
			dot(through(t.alpha, alpha))-1./6, dot(through(t.alpha, gamma)),
			dot(through(t.gamma, alpha)), dot(through(t.gamma, gamma)))
	}
	return r
}

func TestTableauMeetsTheConditionsOfAWMethod(t *testing.T) {
	table := ros34pw2()
	for i, v := range residuals(table, table.weight, 3) {
		require.InDelta(t, 0, v, 2e-15, "order 3, condition %d", i)
	}
	for i, v := range residuals(table, table.embedded, 2) {
		require.InDelta(t, 0, v, 2e-15, "embedded order 2, condition %d", i)
	}
	miss := 0.0
	for _, v := range residuals(table, table.embedded, 3) {
		miss = max(miss, math.Abs(v))
	}
	require.Greater(t, miss, 0.01, "the embedded method must differ in order")
	require.InDelta(t, 0, 6*math.Pow(table.gamma[0][0], 3)-18*math.Pow(table.gamma[0][0], 2)+9*table.gamma[0][0]-1, 1e-14)
}
