package mechanics

import (
	"math"
	"slices"
	"testing"

	"github.com/stretchr/testify/require"

	"trabecula/field"
	"trabecula/field/tissue"
	"trabecula/sim/param"
	"trabecula/sim/section"
)

func TestDefaultsAreThoseOfTheTags(t *testing.T) {
	require.Equal(t, param.Default[Params](), Defaults())
}

// bundled returns a bundled slice at 5 um, edge x edge.
func bundled(t testing.TB, name string, edge float64) *tissue.Tissue {
	p := param.Default[section.Params]()
	p.Image, p.Width, p.Height = "bundled:"+name, edge, edge
	made, _, err := section.Build(p, 1, param.Default[tissue.Params]())
	require.NoError(t, err)
	return made
}

// remodel removes bone at the left faces of the section and adds as much at the
// right ones: the surface moves by a fifth of a pixel.
func remodel(made *tissue.Tissue) {
	before := slices.Clone(made.Bone)
	for i := range before {
		x, _ := made.XY(i)
		if x == 0 || x == made.W-1 || before[i-1] == before[i+1] {
			continue
		}
		change := (before[i-1] - before[i+1]) / 5
		made.Bone[i] = field.Clamp(before[i]+change, 0, 1)
		made.Mineral[i] = min(made.Mineral[i], made.Bone[i])
	}
}

func updated(t testing.TB, made *tissue.Tissue, p Params, workers int) *Solver {
	s := New(made.Grid, p)
	require.NoError(t, s.Update(made.Bone, made.Mineral, workers))
	return s
}

// Any number of workers gives the same bits.
func TestWorkers(t *testing.T) {
	made := bundled(t, "xz150", 1000)
	one := updated(t, made, Defaults(), 1)
	for _, workers := range []int{0, 2, 3, 7} {
		more := updated(t, made, Defaults(), workers)
		require.True(t, slices.Equal(one.Energy(), more.Energy()))
		require.Equal(t, one.Stiffness(), more.Stiffness())
		require.Equal(t, one.Iterations(), more.Iterations())
	}
}

// A warm start ends where a cold one does, in fewer iterations.
func TestWarmStart(t *testing.T) {
	made := bundled(t, "xz150", 1000)
	p := Defaults()
	p.Accuracy = 1e-8
	warm := updated(t, made, p, 1)
	remodel(made)
	require.NoError(t, warm.Update(made.Bone, made.Mineral, 1))
	cold := updated(t, made, p, 1)
	require.Less(t, warm.Iterations(), cold.Iterations())
	require.InEpsilon(t, cold.Stiffness().Y, warm.Stiffness().Y, 1e-6)
	require.InEpsilon(t, cold.Stiffness().X, warm.Stiffness().X, 1e-6)
	require.InEpsilon(t, cold.Stiffness().Z, warm.Stiffness().Z, 1e-6)
	require.InEpsilon(t, cold.FailureLoad(), warm.FailureLoad(), 1e-3)
	for i, w := range cold.Energy() {
		require.InDelta(t, w, warm.Energy()[i], 5e-3) // kPa, of 2.5 on average
	}
	// With nothing changed the solution is there.
	require.NoError(t, warm.Update(made.Bone, made.Mineral, 1))
	require.LessOrEqual(t, warm.Iterations(), int(axes)*window)
}

// The default accuracy is good to a few percent where cells are.
func TestAccuracy(t *testing.T) {
	made := bundled(t, "xz150", 1280)
	p := Defaults()
	loose := updated(t, made, p, 1)
	p.Accuracy = 1e-10
	tight := updated(t, made, p, 1)
	require.InEpsilon(t, tight.Stiffness().Y, loose.Stiffness().Y, 1e-3)
	t.Logf("deviation %.3f", deviation(made, tight, loose))
	require.Less(t, deviation(made, tight, loose), 0.02)
}

// Errors do not pile up over many warm starts.
func TestManyWarmStarts(t *testing.T) {
	made := bundled(t, "xz150", 1280)
	warm, iterations := updated(t, made, Defaults(), 1), 0
	for range 12 {
		remodel(made)
		require.NoError(t, warm.Update(made.Bone, made.Mineral, 1))
		iterations += warm.Iterations()
	}
	p := Defaults()
	p.Accuracy = 1e-10
	tight := updated(t, made, p, 1)
	t.Logf("%.1f iterations an update", float64(iterations)/12)
	for a := range axes {
		require.InEpsilon(t, tight.apparent[a][a], warm.apparent[a][a], 1e-3, "%v", a)
	}
	require.Less(t, deviation(made, tight, warm), 0.03)
}

// deviation is the root mean square difference of the energy of bone, of its
// mean.
func deviation(made *tissue.Tissue, tight, loose *Solver) float64 {
	square, n, mean := 0.0, 0.0, 0.0
	for i, w := range tight.Energy() {
		if made.Bone[i] >= tissue.Solid {
			d := float64(w - loose.Energy()[i])
			square, mean, n = square+d*d, mean+float64(w), n+1
		}
	}
	return math.Sqrt(square*n) / mean
}

// A resumed solver goes on to the same bits, also from before the first update.
func TestState(t *testing.T) {
	made := bundled(t, "xy150", 600)
	s := New(made.Grid, Defaults())
	fresh, err := s.MarshalBinary()
	require.NoError(t, err)
	s.SetLoad(1.7)
	require.NoError(t, s.Update(made.Bone, made.Mineral, 1))
	state, err := s.MarshalBinary()
	require.NoError(t, err)

	other := New(made.Grid, Defaults())
	require.NoError(t, other.UnmarshalBinary(state))
	again, err := other.MarshalBinary()
	require.NoError(t, err)
	require.True(t, slices.Equal(state, again))
	require.True(t, slices.Equal(s.Energy(), other.Energy()))
	require.Equal(t, s.Stiffness(), other.Stiffness())
	require.Equal(t, s.FailureLoad(), other.FailureLoad())
	require.Equal(t, s.Iterations(), other.Iterations())
	remodel(made)
	require.NoError(t, s.Update(made.Bone, made.Mineral, 1))
	require.NoError(t, other.Update(made.Bone, made.Mineral, 2))
	require.True(t, slices.Equal(s.Energy(), other.Energy()))

	require.NoError(t, other.UnmarshalBinary(fresh))
	require.Zero(t, slices.Max(other.Energy()))
	require.ErrorContains(t, other.UnmarshalBinary(state[:len(state)-1]), "want")
	require.ErrorContains(t, other.UnmarshalBinary(state[:7]), "7 bytes")
	p := Defaults()
	p.Coarsen = 1
	require.ErrorContains(t, New(made.Grid, p).UnmarshalBinary(state), "blocks of 2, want")
}

// Strain energy goes with the square of the load, failure not with the load set.
func TestLoad(t *testing.T) {
	made := bundled(t, "xy150", 600)
	s := updated(t, made, Defaults(), 1)
	habitual, failure := slices.Clone(s.Energy()), s.FailureLoad()
	for _, load := range []float64{0, 0.5, 3} {
		s.SetLoad(load)
		for i, w := range habitual {
			require.InDelta(t, load*load*float64(w), s.Energy()[i], 1e-5*float64(w)+1e-9)
		}
		require.Equal(t, failure, s.FailureLoad())
	}
	p := Defaults()
	p.Load = 3
	require.True(t, slices.Equal(s.Energy(), updated(t, made, p, 1).Energy()))
}

// The stimulus is the energy of full bone at the strain of the pixel: where
// bone is full it is the energy itself.
func TestStimulus(t *testing.T) {
	made := bundled(t, "xy150", 600)
	s := New(made.Grid, Defaults())
	felt := slices.Repeat([]float32{1}, made.Len())
	s.Stimulus(felt)
	require.Zero(t, slices.Max(felt))
	copy(made.Mineral, made.Bone)
	require.NoError(t, s.Update(made.Bone, made.Mineral, 1))
	s.SetLoad(2)
	s.Stimulus(felt)
	for i, w := range s.Energy() {
		if made.Bone[i] == 1 {
			require.InEpsilon(t, w, felt[i], 1e-4)
		} else {
			require.GreaterOrEqual(t, felt[i], w)
		}
	}
}

func TestBadInput(t *testing.T) {
	g := field.Grid{W: 32, H: 24, Pixel: 5, Thickness: 10}
	s := New(g, Defaults())
	half := func(v float32) []float32 { return slices.Repeat([]float32{v}, g.Len()) }
	require.Zero(t, s.Stiffness())
	require.Zero(t, s.Strength())
	require.Zero(t, s.FailureLoad())
	require.ErrorContains(t, s.Update(half(1)[1:], half(1), 1), "767 bone fractions")
	require.ErrorContains(t, s.Update(half(0), half(0), 1), "no bone")
	bad := half(1)
	bad[40] = float32(math.NaN())
	require.ErrorContains(t, s.Update(bad, half(1), 1), "pixel 40")
	require.ErrorContains(t, s.Update(half(1), bad, 1), "pixel 40")
	require.ErrorContains(t, s.Update(half(1.5), half(1), 1), "want 0..1")
	require.Zero(t, slices.Max(s.Energy()))

	made := bundled(t, "xy150", 600)
	p := Defaults()
	p.Limit, p.Accuracy = 3, 1e-12
	require.ErrorContains(t, New(made.Grid, p).Update(made.Bone, made.Mineral, 1), "has not converged in 3 iterations")
}

// What a failed update leaves is the last good state.
func TestFailedUpdateChangesNothing(t *testing.T) {
	made := bundled(t, "xy150", 600)
	s := updated(t, made, Defaults(), 1)
	before, err := s.MarshalBinary()
	require.NoError(t, err)
	energy := slices.Clone(s.Energy())
	s.p.Limit, s.p.Accuracy = 3, 1e-12
	remodel(made)
	require.Error(t, s.Update(made.Bone, made.Mineral, 1))
	s.SetLoad(1)
	require.True(t, slices.Equal(energy, s.Energy()))
	after, err := s.MarshalBinary()
	require.NoError(t, err)
	require.True(t, slices.Equal(before, after))
}

func BenchmarkUpdate(b *testing.B) {
	made := bundled(b, "xz150", 2560)
	other := &tissue.Tissue{Grid: made.Grid, Bone: slices.Clone(made.Bone), Mineral: slices.Clone(made.Mineral)}
	remodel(other)
	for _, workers := range []int{1, 2} {
		name := map[int]string{1: "one worker", 2: "two workers"}[workers]
		b.Run("cold/"+name, func(b *testing.B) {
			for b.Loop() {
				s := updated(b, made, Defaults(), workers)
				b.ReportMetric(float64(s.Iterations()), "iterations")
			}
		})
		b.Run("warm/"+name, func(b *testing.B) {
			s := updated(b, made, Defaults(), workers)
			for i := 0; b.Loop(); i++ {
				now := []*tissue.Tissue{other, made}[i%2]
				require.NoError(b, s.Update(now.Bone, now.Mineral, workers))
				b.ReportMetric(float64(s.Iterations()), "iterations")
			}
		})
	}
}
