package transport

import (
	"math"
	"testing"

	"github.com/stretchr/testify/require"

	"trabecula/field/signal"
)

// TestMoveCostsWhatItDoes moves one source by a few pixels in marrow and in
// struts and holds the L1 norm of what that changes, times decay, against the cost
// of the move: never more, and in a uniform medium for short ways about as much.
func TestMoveCostsWhatItDoes(t *testing.T) {
	const k, d, rate = 16.6, 1.62e5, 1e5
	g := grid(160, 140)
	for _, inBone := range []bool{false, true} {
		p := only(d, d, k)
		if inBone {
			p = only(d, d/9, k)
		}
		for _, way := range []int{1, 4, 16, 50} {
			v := New(g, p, signal.Binding{}, exactly())
			if inBone {
				v.SetMedium(trabeculae(g))
			}
			from := []Point{{int32(g.At(55, 70)), rate}}
			to := []Point{{int32(g.At(55+way, 70)), rate}}
			advance(t, v, secrete(signal.TNF, from), 1)
			before := wide(v.Values(signal.TNF))
			advance(t, v, secrete(signal.TNF, to), 1)
			change := 0.0
			for i, c := range v.Values(signal.TNF) {
				change += k * math.Abs(float64(c)-before[i])
			}
			cost := v.benches[0].distance(to, from, 1, nil, v.species[signal.TNF].reach())
			require.LessOrEqual(t, change, 1.02*cost, "%d pixels, bone %v", way, inBone)
			if !inBone && way <= 4 {
				require.Greater(t, change, 0.8*cost, "%d pixels", way)
			}
		}
	}
}
