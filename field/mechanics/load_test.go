package mechanics

import (
	"math"
	"slices"
	"testing"

	"github.com/stretchr/testify/require"

	"trabecula/field/tissue"
)

// A section that has lost bone is strained more by the same load, is less stiff
// and fails earlier; so does one that has lost mineral.
func TestLoss(t *testing.T) {
	made := bundled(t, "xz150", 1280)
	s := updated(t, made, Defaults(), 1)
	mean := boneMean(made, s)
	before := slices.Clone(made.Bone)
	for i := range before {
		if x, _ := made.XY(i); x >= 4 && slices.Min(before[i-4:i]) < 0.1 { // 20 um from the left of everything
			made.Bone[i], made.Mineral[i] = 0, 0
		}
	}
	thin := updated(t, made, Defaults(), 1)
	require.Greater(t, boneMean(made, thin), mean)
	require.Less(t, thin.Stiffness().Y, s.Stiffness().Y)
	require.Less(t, thin.Stiffness().Z, s.Stiffness().Z)
	require.Less(t, thin.FailureLoad(), s.FailureLoad())
	for i := range made.Mineral {
		made.Mineral[i] *= 0.8
	}
	poor := updated(t, made, Defaults(), 1)
	require.Less(t, poor.Stiffness().Z, thin.Stiffness().Z)
	require.Greater(t, boneMean(made, poor), boneMean(made, thin))
}

func boneMean(made *tissue.Tissue, s *Solver) float64 {
	return average(boneValues(made, s))
}

func boneValues(made *tissue.Tissue, s *Solver) (values []float64) {
	for i, w := range s.Energy() {
		if made.Bone[i] == 1 {
			values = append(values, float64(w))
		}
	}
	slices.Sort(values)
	return values
}

// Under the habitual load all bone of the bundled slices has an even base of
// strain energy and none is dominated by a few struts; marrow has next to none.
func TestHabitualStrain(t *testing.T) {
	for _, name := range []string{"xz150", "xz098", "xy150-grey"} {
		made := bundled(t, name, 2560)
		s := updated(t, made, Defaults(), 2)
		v := boneValues(made, s)
		at := func(q float64) float64 { return v[int(q*float64(len(v)))] }
		mean, square := average(v), 0.0
		for _, w := range v {
			square += (w - mean) * (w - mean)
		}
		deviation := math.Sqrt(square / float64(len(v)))
		t.Logf("%s: SED mean %.2f, p5 %.2f, p50 %.2f, p95 %.2f, p99 %.2f kPa, CV %.2f; %+v; %+v; fails at %.1f x", name, mean,
			at(0.05), at(0.5), at(0.95), at(0.99), deviation/mean, s.Stiffness(), s.Strength(), s.FailureLoad())
		require.InDelta(t, 2.5, mean, 0.5)
		require.InDelta(t, 500e-6, math.Sqrt(2*at(0.5)/1e3/Defaults().Bone), 60e-6)
		require.Greater(t, at(0.05), 0.5*at(0.5))
		require.Less(t, at(0.95), 3*at(0.5))
		require.Less(t, deviation, 0.6*mean)
		require.Less(t, average(marrowValues(made, s)), 0.05*mean)
	}
}

// marrowValues returns the energy densities of marrow [kPa].
func marrowValues(made *tissue.Tissue, s *Solver) (values []float64) {
	for i, w := range s.Energy() {
		if made.Bone[i] == 0 {
			values = append(values, float64(w))
		}
	}
	return values
}
