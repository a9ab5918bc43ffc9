package transport

import (
	"testing"

	"github.com/stretchr/testify/require"

	"trabecula/field/signal"
)

// TestVectorKernelsGiveSameBits runs cycles with the vector kernels that this
// machine has and with the plain ones, at widths with and without a rest.
func TestVectorKernelsGiveSameBits(t *testing.T) {
	for _, w := range []int{16, 31, 64, 77, 130} {
		var want *species
		var wantNorms norms
		for n := 0; n <= lanes(); n += 8 {
			s := newScene(grid(w, 35), uint64(w), 30)
			v := New(s.g, signal.Defaults(), signal.Binding{}, DefaultSettings())
			v.SetMedium(s.bone, s.osteoid)
			sp := v.species[signal.IL1]
			sp.timeStep(1, 0.05)
			sp.alive()
			b := newBench(sp.levels)
			for k := range sp.levels {
				sp.levels[k].lanes = n
			}
			sp.relevel(s.in.Uptake[signal.IL1])
			scatter(sp.levels[0].cells(b.rhs[0]), s.in.Secretion[signal.IL1])
			b.relax(sp.levels, sp.padded)
			var norms norms
			for range 3 {
				norms = b.cycle(sp.levels, sp.padded)
			}
			if want == nil {
				want, wantNorms = sp, norms
			}
			require.Equal(t, want.u, sp.u, "%d lanes, width %d", n, w)
			require.Equal(t, wantNorms, norms)
			require.Equal(t, norms, b.measure(sp.levels, sp.padded), "the norms of a cycle are those of its result")
			for k := range sp.levels {
				require.Equal(t, want.levels[k].inv, sp.levels[k].inv)
			}
		}
	}
}
