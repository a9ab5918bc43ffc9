package transport

import (
	"math"
	"slices"
	"testing"

	"github.com/stretchr/testify/require"

	"trabecula/field/signal"
)

// TestWorkersGiveSameBits runs the same hours with 1, 2, 3 and 20 workers.
func TestWorkersGiveSameBits(t *testing.T) {
	for n := 1; n <= 3; n++ {
		testWorkers(t, n)
	}
}

func testWorkers(t *testing.T, blocks int) {
	var want []byte
	var pixels []float32
	for _, workers := range []int{1, 2, 3, 20} {
		s := newScene(grid(45, 38), 9, 50)
		v := New(s.g, signal.Defaults(), defaultBinding, inBlocks(blocks))
		v.Values(signal.TGFb)
		for step := range 9 {
			s.stir([]float64{0.1, 0, 0}[step%3], []float64{0, 1e-5, 1e-3}[step%3])
			v.SetMedium(s.bone, s.osteoid)
			require.NoError(t, v.Advance(s.in, 1, workers))
		}
		got, err := v.MarshalBinary()
		require.NoError(t, err)
		if want == nil {
			want, pixels = got, v.Values(signal.TGFb)
		}
		require.Equal(t, want, got, "%d workers", workers)
		require.Equal(t, pixels, v.Values(signal.TGFb), "%d workers", workers)
	}
}

// TestResumeGivesSameBits interrupts before every step, solved or skipped, with
// a medium set but not yet used, and goes on in a new solver.
func TestResumeGivesSameBits(t *testing.T) {
	run := func(resume bool, blocks int) ([]byte, []float32) {
		s := newScene(grid(37, 42), 1, 40)
		fresh := func() *Solver { return New(s.g, signal.Defaults(), defaultBinding, inBlocks(blocks)) }
		v := fresh()
		for step := range 16 {
			s.stir([]float64{0, 0, 0, 0.05}[step%4], []float64{1e-4, 3e-4, 0, 1e-3}[step%4])
			if step == 8 {
				s.in.Secretion[signal.OPG] = nil // the three part, and meet again
			}
			if step == 12 {
				s.in.Secretion[signal.OPG] = []Point{{3, 500}}
			}
			v.SetMedium(s.bone, s.osteoid)
			if resume {
				state, err := v.MarshalBinary()
				require.NoError(t, err)
				v = fresh()
				require.NoError(t, v.UnmarshalBinary(state))
			}
			advance(t, v, s.in, 1)
		}
		state, err := v.MarshalBinary()
		require.NoError(t, err)
		return state, v.Values(signal.OPG)
	}
	for blocks := 1; blocks <= 3; blocks++ {
		state, pixels := run(false, blocks)
		resumed, again := run(true, blocks)
		require.Equal(t, state, resumed)
		require.Equal(t, pixels, again)
	}
}

// TestDamagedState checks that truncated, extended and foreign bytes are refused.
func TestDamagedState(t *testing.T) {
	s := newScene(grid(20, 16), 1, 5)
	v := New(s.g, signal.Defaults(), defaultBinding, perPixel())
	advance(t, v, s.in, 1)
	state, err := v.MarshalBinary()
	require.NoError(t, err)
	fresh := func(w int) *Solver { return New(grid(w, 16), signal.Defaults(), defaultBinding, perPixel()) }
	require.NoError(t, fresh(20).UnmarshalBinary(state))
	for n := 0; n < len(state); n += 97 {
		require.Error(t, fresh(20).UnmarshalBinary(state[:n]))
	}
	require.Error(t, fresh(20).UnmarshalBinary(append(slices.Clone(state), 0)))
	require.Error(t, fresh(21).UnmarshalBinary(state))
	blocks := New(grid(20, 16), signal.Defaults(), defaultBinding, inBlocks(2))
	require.Error(t, blocks.UnmarshalBinary(state))
}

// TestBadPoints checks that faults of all signals are named at once.
func TestBadPoints(t *testing.T) {
	v := New(grid(16, 16), signal.Defaults(), defaultBinding, perPixel())
	var in Input
	in.Secretion[signal.RANKL] = []Point{{256, 1}}
	in.Uptake[signal.IL1] = []Point{{3, -1}}
	in.Secretion[signal.IL6] = []Point{{4, float32(math.NaN())}}
	err := v.Advance(in, 1, 2)
	require.ErrorContains(t, err, "signals.rankl: secretion: pixel 256 is outside")
	require.ErrorContains(t, err, "signals.il1: uptake: rate -1 at pixel 3")
	require.ErrorContains(t, err, "signals.il6: secretion: rate NaN at pixel 4")
}

// TestOverflowIsNamed checks that a concentration beyond float32 is an error.
func TestOverflowIsNamed(t *testing.T) {
	v := New(grid(16, 16), signal.Defaults(), defaultBinding, perPixel())
	err := v.Advance(secrete(signal.TNF, []Point{{40, math.MaxFloat32}, {40, math.MaxFloat32}}), 1, 1)
	require.ErrorContains(t, err, "signals.tnf")
}
