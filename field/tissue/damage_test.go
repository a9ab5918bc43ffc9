package tissue_test

import (
	"math"
	"testing"

	"github.com/stretchr/testify/require"

	"trabecula/field/tissue"
	"trabecula/sim/param"
	"trabecula/sim/unit"
)

// uniform returns a plane of one value.
func uniform(n int, v float32) []float32 {
	plane := make([]float32, n)
	for i := range plane {
		plane[i] = v
	}
	return plane
}

// cracks returns what a year under an energy [kPa] opens per area of a pixel of
// bone [1/um2].
func cracks(p tissue.DamageParams, bone, mineral, energy float32) float64 {
	s := pixel()
	s.Bone[0], s.Mineral[0] = bone, mineral
	for range 365 {
		s.Accumulate(p, []float32{energy}, unit.Day)
	}
	return float64(s.Damage[0]) * unit.Year / (365 * unit.Day)
}

// The law of fatigue: proportional to cycles, a power of strain, more in old
// matrix, and no crack without load, bone or mineral.
func TestGrowthOfDamage(t *testing.T) {
	p := param.Default[tissue.DamageParams]()
	ref := float32(p.Reference)
	one := cracks(p, 1, 1, ref)
	require.InEpsilon(t, p.Growth*3000*365.25, one, 1e-4)
	require.InEpsilon(t, math.Pow(1.5, p.Exponent)*one, cracks(p, 1, 1, 2.25*ref), 1e-4)
	require.InEpsilon(t, one/2, cracks(p, 0.5, 0.5, ref), 1e-4)
	require.InEpsilon(t, math.Pow(0.65, p.Mineral)*one, cracks(p, 1, 0.65, ref), 1e-4)
	require.InEpsilon(t, p.Ceiling*one, cracks(p, 1, 1, 1e4*ref), 1e-4)
	require.Zero(t, cracks(p, 1, 1, 0))
	require.Zero(t, cracks(p, 0, 0, ref))
	p.Cycles *= 3
	require.InEpsilon(t, 3*one, cracks(p, 1, 1, ref), 1e-4)
	s := pixel()
	s.Bone[0], s.Mineral[0] = 1, 1
	s.Accumulate(p, nil, 1e6)
	require.Zero(t, s.Damage[0])
}

// Bone that is renewed at random, with a mean age of 12 years, holds as many cracks
// as controls do.
func TestDamageOfControls(t *testing.T) {
	p := param.Default[tissue.DamageParams]()
	sum, n := 0.0, 200
	for k := range n {
		s := pixel()
		age := -12 * unit.Year * math.Log(1-(float64(k)+0.5)/float64(n))
		s.Bone[0], s.Born[0] = 1, float32(-age)
		s.Mineral[0] = float32(1 - 0.35*math.Exp(-0.00137/unit.Day*age))
		s.SeedDamage(p, nil)
		sum += float64(s.Damage[0])
		require.InDelta(t, p.Growth*3000/unit.Day*unit.Day/24*age*math.Pow(float64(s.Mineral[0]), p.Mineral), s.Damage[0], 1e-12)
	}
	require.InEpsilon(t, 5.25e-8, sum/float64(n), 0.05)
	require.Zero(t, pixel().Totals.Cracked)
}

// Damage is removed with the bone that carries it, fresh matrix has none, and the
// books close.
func TestDamageGoesWithBone(t *testing.T) {
	p := param.Default[tissue.DamageParams]()
	s := slab()
	energy := uniform(len(s.Bone), 10)
	s.Accumulate(p, energy, unit.Year)
	i := s.At(4, 3)
	before := float64(s.Damage[i])
	require.Positive(t, before)
	s.Resorb(i, 0.5, 10)
	require.InEpsilon(t, before/2, float64(s.Damage[i]), 1e-6)
	require.InEpsilon(t, before, float64(s.View().Damage(i)), 1e-6, "what is left is as cracked")
	s.Form(i, 0.5, 20, 0, 0)
	require.InEpsilon(t, before/2, float64(s.View().Damage(i)), 1e-6, "mixed with sound matrix")
	require.InEpsilon(t, before/2*25, s.View().Cracks(i), 1e-6)
	s.Accumulate(p, energy, unit.Year)
	s.Resorb(i, 1, 30)
	require.Zero(t, s.Damage[i])
	require.Zero(t, s.View().Damage(i))
	require.InEpsilon(t, s.Totals.Cracked-s.Totals.Uncracked, total(s.Damage)*s.PixelArea(), 1e-9)
}

func TestDamageParamsAreComplete(t *testing.T) {
	p := param.Default[tissue.DamageParams]()
	require.NoError(t, param.Check([]param.Group{{Path: "damage", Ptr: &p}}))
}
