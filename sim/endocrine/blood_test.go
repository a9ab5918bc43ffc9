package endocrine

import (
	"testing"

	"github.com/stretchr/testify/require"

	"trabecula/field/signal"
)

// pthOf returns blood that holds one value of PTH.
func pthOf(v float64) (b signal.Blood) {
	b[signal.PTH] = v
	return b
}

// The parts are exact means of what is linear between the solver's steps,
// wherever these fall.
func TestSamplesAreMeansOfTheParts(t *testing.T) {
	var s sampler
	s.begin(10, 12, pthOf(20)) // PTH = 2 t
	for _, t := range []float64{10.1, 10.7, 11.9, 12} {
		s.add(t, pthOf(2*t))
	}
	for i, mean := range []float64{20.5, 21.5, 22.5, 23.5} {
		require.InDelta(t, mean, s.parts[i][signal.PTH], 1e-12)
	}
}

// A jump at an event counts from its time on, not before.
func TestSamplesTakeJumpsAtTheirTime(t *testing.T) {
	var s sampler
	s.begin(0, 4, pthOf(1))
	s.add(2.5, pthOf(1))
	s.jump(pthOf(5))
	s.add(4, pthOf(5))
	require.InDelta(t, 1, s.parts[0][signal.PTH], 1e-12)
	require.InDelta(t, 1, s.parts[1][signal.PTH], 1e-12)
	require.InDelta(t, 3, s.parts[2][signal.PTH], 1e-12)
	require.InDelta(t, 5, s.parts[3][signal.PTH], 1e-12)
}
