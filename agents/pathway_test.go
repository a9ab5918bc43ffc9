package agents

import (
	"math"
	"testing"

	"github.com/stretchr/testify/require"
)

func TestHill(t *testing.T) {
	for _, n := range []float64{1, 2, 3.5, 8} {
		require.Zero(t, hill(0, 3, n))
		require.Zero(t, hill(-1, 3, n), "a rounding error below zero is nothing")
		require.InDelta(t, 0.5, hill(3, 3, n), 1e-15, "half at the half-effect")
		last := 0.0
		for x := 0.1; x < 100; x *= 1.3 {
			v := hill(x, 3, n)
			require.InDelta(t, math.Pow(x, n)/(math.Pow(3, n)+math.Pow(x, n)), v, 1e-14)
			require.Greater(t, v, last)
			last = v
		}
		require.InDelta(t, 1, hill(1e6, 3, n), 1e-5, "saturates")
		require.LessOrEqual(t, hill(1e30, 1e-6, n), 1.0)
	}
}

// A constant target is reached as 1 - exp(-t/tau), whatever the steps.
func TestRelaxIsExact(t *testing.T) {
	for _, step := range []float64{0.1, 1, 5} {
		v := float32(0.8)
		for time := step; time <= 50; time += step {
			v = relax(v, 0.2, 12, step)
			require.InDelta(t, 0.2+0.6*math.Exp(-time/12), v, 1e-5)
		}
	}
	require.Equal(t, float32(0.7), relax(0.7, float64(float32(0.7)), 3, 1), "rests at its target")
}
