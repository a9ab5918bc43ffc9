package transport

import (
	"math/rand/v2"
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
			v := New(s.g, signal.Defaults(), signal.Binding{}, perPixel())
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

// TestVectorPlanesGiveSameBits does the same for the loops over whole planes,
// with empty and negative pixels among them.
func TestVectorPlanesGiveSameBits(t *testing.T) {
	for _, w := range []int{16, 31, 64, 77} {
		r := rand.New(rand.NewPCG(uint64(w), 1))
		u := make([]float32, w*19)
		for i := range u {
			u[i] = max(r.Float32(), 0.2) - 0.2 - 1e-35*r.Float32()
		}
		type result struct {
			packed, past, mixed plane
			unpacked, scaled    []float32
			sum, change, all    float64
		}
		run := func(lanes int) (q result) {
			s := shapeOf(w, 19)
			s.lanes = lanes
			q.packed, q.past, q.mixed = s.plane(), s.plane(), s.plane()
			s.pack(&q.packed, &q.past, u, 0.3)
			s.addScaled(&q.mixed, 0.7, &q.packed)
			s.addProduct(&q.mixed, 1.7, &q.packed, &q.past)
			q.unpacked = make([]float32, len(u))
			q.sum, q.change = s.unpack(q.unpacked, &q.mixed, 1.1)
			q.scaled = append(q.scaled, q.unpacked...)
			q.all = scale(lanes, q.scaled, 0.9) + dot(lanes, q.scaled, u) + s.sum(&q.mixed) + s.weightedChange(&q.packed, &q.mixed, &q.past)
			return q
		}
		want := run(0)
		require.Positive(t, want.sum)
		require.Equal(t, want, run(lanes()), "width %d", w)
		require.InDelta(t, want.sum, 1.1*(&shape{}).sum(&want.mixed), 1e-5*want.sum)
	}
}
