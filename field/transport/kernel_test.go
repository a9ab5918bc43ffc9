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
		var want *plane
		var wantLevels []level
		var wantNorms norms
		for n := 0; n <= lanes(); n += 8 {
			s := newScene(grid(w, 35), uint64(w), 30)
			v := New(s.g, signal.Defaults(), signal.Binding{}, DefaultSettings())
			v.SetMedium(s.bone, s.osteoid)
			sp := v.species[signal.IL1]
			sp.timeStep(1, 0.05)
			sp.alive()
			b := newBench(sp.w, sp.h)
			for k := range sp.levels {
				sp.levels[k].lanes = n
			}
			sp.relevel(s.in.Uptake[signal.IL1])
			sp.levels[0].scatter(&b.rhs[0], s.in.Secretion[signal.IL1])
			b.relax(sp.levels, &b.u[0])
			var norms norms
			for range 3 {
				norms = b.cycle(sp.levels, &b.u[0])
			}
			if want == nil {
				want, wantLevels, wantNorms = &b.u[0], sp.levels, norms
			}
			require.Equal(t, *want, b.u[0], "%d lanes, width %d", n, w)
			require.Equal(t, wantNorms, norms)
			full := b.measure(sp.levels, &b.u[0])
			slack := sp.rounding(total(s.in.Secretion[signal.IL1]))
			require.InDelta(t, full.pixels, norms.pixels, slack, "relaxed cells are in balance")
			require.InDelta(t, full.blocks, norms.blocks, slack/8)
			for k := range sp.levels {
				require.Equal(t, wantLevels[k].inv, sp.levels[k].inv)
			}
		}
	}
}
