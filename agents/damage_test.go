package agents

import (
	"math"
	"testing"

	"github.com/stretchr/testify/require"

	"trabecula/field"
	"trabecula/field/signal"
	"trabecula/field/tissue"
	"trabecula/sim/param"
	"trabecula/sim/unit"
)

// cracked returns a section of bone, its right half with cracks of a density
// [1/um2], and marrow from row 60 down.
func cracked(density float64) *Env {
	t := tissue.New(field.Grid{W: 100, H: 100, Pixel: 5, Thickness: 10})
	for i := range t.Bone {
		if x, y := t.XY(i); y < 60 {
			t.Bone[i] = 1
			if x >= 50 {
				t.Damage[i] = float32(density)
			}
		}
	}
	return NewEnv(t.View(), [signal.Count][]float32{}, nil, 1)
}

// In bone as people have it cracks kill osteocytes half as fast as age does;
// around twice as many cracks twice as fast, in sound bone not at all.
func TestHazardFollowsTheCracksAround(t *testing.T) {
	p := param.Default[DamageResponse]()
	env := cracked(5.25e-8)
	at := func(x, y int) float64 {
		return env.damageHazard(&Cell{Pos: int32(env.Grid.At(x, y))}, &p)
	}
	age := param.Default[OsteocyteParams]().Apoptosis
	require.InEpsilon(t, 0.03/unit.Year/2, at(80, 30), 0.05)
	require.Less(t, at(80, 30), age)
	require.InEpsilon(t, p.Hazard*5.25e-8*math.Pi*p.Reach*p.Reach, at(80, 30), 1e-5)
	require.Zero(t, at(20, 30))
	require.InDelta(t, 0.5*at(80, 30), at(49, 30), 0.2*at(80, 30), "at the border of both")
	require.InEpsilon(t, at(80, 30), at(80, 58), 1e-5, "marrow does not count")
	require.InEpsilon(t, at(80, 30), at(99, 0), 1e-5, "nor what is outside")
	env = cracked(10.5e-8)
	require.InEpsilon(t, 2*p.Hazard*5.25e-8*math.Pi*p.Reach*p.Reach, at(80, 30), 1e-5)
}

func TestDamageResponseIsComplete(t *testing.T) {
	p := param.Default[DamageResponse]()
	require.NoError(t, param.Check([]param.Group{{Path: "damage", Ptr: &p}}))
}
