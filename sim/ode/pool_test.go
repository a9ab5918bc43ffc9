package ode

import (
	"math"
	"testing"

	"github.com/stretchr/testify/require"
)

// pools is the number of pools of a closed chain.
const pools = 12

// weights are what a unit of each pool holds of the substance conserved.
func weight(i int) float64 { return math.Pow(10, float64(i%5)-2) }

// chain moves a substance between neighbouring pools, by saturable transport,
// binding and exchange, with a daily rhythm. Rates run from 30/h to 1/y.
func chain(t float64, y, dy []float64) {
	clear(dy)
	for i := range pools {
		next := (i + 1) % pools
		rate := 30 * math.Pow(10, -5*float64(i)/pools)
		day := 1 + 0.8*math.Sin(2*math.Pi*t/24+float64(i))
		flux := rate * (day*y[i]*weight(i)*(1+y[next]/3) - math.Pow(y[next]*weight(next), 2)/(1+y[next]*weight(next)))
		dy[i] -= flux / weight(i)
		dy[next] += flux / weight(next)
	}
}

// whole returns all of the substance.
func whole(y []float64) (sum float64) {
	for i, v := range y {
		sum += weight(i) * v
	}
	return sum
}

func TestSumsAreConserved(t *testing.T) {
	y, scale := make([]float64, pools), make([]float64, pools)
	for i := range y {
		y[i], scale[i] = 1/weight(i), 1/weight(i)
	}
	y[3] *= 10
	before, steps := whole(y), 0
	o := New(chain, scale, defaults(1e-4))
	for day := 0.0; day < 100; day++ {
		require.NoError(t, o.Advance(24*day, 24*day+24, y, func(float64, []float64) { steps++ }))
		y[0], y[7] = y[0]/2, y[7]+y[0]/2*weight(0)/weight(7) // a pulse, within the sum
	}
	require.Greater(t, steps, 3000)
	require.InEpsilon(t, before, whole(y), 1e-11)
}
