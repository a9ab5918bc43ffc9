package sim

import (
	"testing"

	"github.com/stretchr/testify/require"

	"trabecula/agents"
	"trabecula/field/tissue"
	"trabecula/sim/param"
)

// brisk returns the default parameters in long steps, with as many dead osteocytes
// as keep a small section at work.
func brisk() Params {
	p := Defaults()
	p.Time.Step = 6
	of[agents.OsteocyteParams](&p, agents.Osteocyte).Apoptosis *= 15
	return p
}

// resorbed returns the bone that a section of 96 x 96 px loses in ten months and
// in the four after them, after one exposure of its surface to bisphosphonate.
func resorbed(t *testing.T, seed uint64, exposure float64) (early, late float64) {
	const month = 122 // steps
	m := must(New(brisk(), plate(96), seed, Options{Workers: 1}))
	m.bathed = exposure
	run(t, m, 10*month)
	early = m.tissue.Totals.Resorbed
	run(t, m, 4*month)
	require.NoError(t, m.Check())
	return early, m.tissue.Totals.Resorbed - early
}

// One dose of bisphosphonate lowers resorption for more than a year, the more the
// higher it is: by half at least after 5 mg of zoledronate, of which the plasma
// holds 1.06 uM h of free drug.
func TestOneDoseLowersResorptionForMoreThanAYear(t *testing.T) {
	lengthy(t)
	doses := []float64{0, 1e5, 1.06e6}
	early, late := make([]float64, len(doses)), make([]float64, len(doses))
	for _, seed := range []uint64{1, 5} {
		for i, dose := range doses {
			a, b := resorbed(t, seed, dose)
			early[i], late[i] = early[i]+a, late[i]+b
		}
	}
	t.Logf("resorbed in ten months %.0f and in four more %.0f um2", early, late)
	require.Less(t, early[1], 0.85*early[0])
	require.Less(t, early[2], early[1]) // 5 mg are near the most that can be had
	require.Less(t, early[2], 0.5*early[0])
	require.Less(t, late[2], 0.8*late[0])
}

// treated returns a busy section of a person who is given zoledronate.
func treated() Params {
	p := busy()
	p.Matrix.Bisphosphonate = param.Default[tissue.Params]().Bisphosphonate
	p.Body.Treatment.Plan = "zoledronate 5 mg intravenous once at 2 d"
	return p
}

// A dose in blood binds to the surface of the section as to 11 m2 of skeleton,
// osteoclasts take it up, and the books close at every step.
func TestZoledronateReachesTheOsteoclasts(t *testing.T) {
	m := must(New(treated(), plate(48), 1, Options{Workers: 1, Check: true}))
	run(t, m, 2*6)
	require.Zero(t, m.tissue.Totals.Adsorbed)
	run(t, m, 3*6)
	surface := 0.0
	for i := range m.tissue.Bisphosphonate {
		if m.tissue.Bisphosphonate[i] > 0 {
			surface += m.tissue.Pixel * m.tissue.Thickness
		}
	}
	require.InEpsilon(t, 6.1e5, m.tissue.Totals.Adsorbed/surface, 0.6) // 11.2 umol on 11 m2 [molecules/um2]
	var loaded bool
	for range 40 * 6 {
		require.NoError(t, m.Step())
		for _, c := range m.cells {
			require.True(t, c.Load == 0 || c.Kind == agents.Osteoclast)
			loaded = loaded || c.Load > 0
		}
	}
	require.True(t, loaded)
	require.Positive(t, m.tissue.Totals.Released)
}

// A run under treatment that is taken up again in the middle of an infusion's day
// goes on bit for bit.
func TestRestoreUnderBisphosphonate(t *testing.T) {
	m := must(New(treated(), plate(32), 1, Options{Workers: 1}))
	for _, steps := range []int{14, 30} {
		run(t, m, steps)
		state, err := m.MarshalBinary()
		require.NoError(t, err)
		again, err := Restore(treated(), state, Options{Workers: 2, Check: true})
		require.NoError(t, err)
		if steps == 14 {
			require.Positive(t, m.bathed)
		}
		require.Equal(t, run(t, m, 20).events, run(t, again, 20).events)
		require.Equal(t, hash(t, m), hash(t, again))
	}
}
