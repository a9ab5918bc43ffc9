package ode

import (
	"math"
	"testing"

	"github.com/stretchr/testify/require"

	"trabecula/sim/param"
)

// defaults are the settings of the tags, with the relative tolerance.
func defaults(relative float64) Settings {
	s := param.Default[Settings]()
	s.Relative, s.Absolute = relative, relative/100
	return s
}

func TestDecayIsExponential(t *testing.T) {
	f := func(_ float64, y, dy []float64) { dy[0] = -y[0] }
	y := []float64{1}
	require.NoError(t, New(f, []float64{1}, defaults(1e-6)).Advance(0, 3, y, nil))
	require.InEpsilon(t, math.Exp(-3), y[0], 1e-5)
}
