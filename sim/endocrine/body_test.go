package endocrine

import (
	"math"
	"testing"

	"github.com/stretchr/testify/require"

	"trabecula/field/signal"
	"trabecula/sim/param"
	"trabecula/sim/unit"
)

// young returns a body that has hardly settled, so that tests of how it is
// carried, not of what it is, are quick.
func young(t *testing.T, change func(*Params)) *Body {
	t.Helper()
	p := Defaults()
	p.Settings.Settle = 3 * unit.Day
	if change != nil {
		change(&p)
	}
	b, err := New(p)
	require.NoError(t, err)
	return b
}

func hours(t *testing.T, b *Body, n int) {
	t.Helper()
	for range n {
		require.NoError(t, b.Advance(unit.Hour))
	}
}

// treated has doses, a pump and an antibody, so that every part of the state
// is in use.
func treated(p *Params) {
	p.Treatment.Plan = "teriparatide 20 ug subcutaneous daily; denosumab 60 mg subcutaneous every 6 months from 1 d"
}

// A body that was stored and brought back lives on in the same bits.
func TestRestoredBodyLivesOnInTheSameBits(t *testing.T) {
	one := young(t, treated)
	hours(t, one, 37)
	one.Report(2e-5, 1e-5, 1)
	state, err := one.MarshalBinary()
	require.NoError(t, err)
	two, err := Restore(one.params, state)
	require.NoError(t, err)
	again, err := two.MarshalBinary()
	require.NoError(t, err)
	require.Equal(t, state, again)
	require.Equal(t, one.Bone(), two.Bone())
	for range 60 {
		one.Report(3e-5, 1e-5, 1)
		two.Report(3e-5, 1e-5, 1)
		hours(t, one, 1)
		hours(t, two, 1)
		require.Equal(t, one.y, two.y)
		require.Equal(t, one.Blood(), two.Blood())
		require.Equal(t, one.Levels(), two.Levels())
	}
}

func TestRestoreRefusesWhatIsNoState(t *testing.T) {
	b := young(t, nil)
	state, err := b.MarshalBinary()
	require.NoError(t, err)
	_, err = Restore(b.params, state[:len(state)-1])
	require.ErrorContains(t, err, "state: body")
	_, err = Restore(b.params, append(state, 0))
	require.ErrorContains(t, err, "1 bytes too many")
}

// How a day is cut into steps changes levels only within the tolerance of the
// solver.
func TestLevelsDoNotDependOnTheLengthOfTheSteps(t *testing.T) {
	fine, coarse := young(t, treated), young(t, treated)
	for range 6 * 24 {
		require.NoError(t, fine.Advance(unit.Hour/2))
	}
	for range 3 * 24 / 6 {
		require.NoError(t, coarse.Advance(6*unit.Hour))
	}
	for i := range fine.y {
		scale := math.Max(math.Abs(fine.y[i]), math.Abs(coarse.y[i]))
		require.InDelta(t, fine.y[i], coarse.y[i], 0.02*scale+1e-6, "state %d", i)
	}
}

// exposed returns the mean over a day, in steps of so many hours, of a hormone that
// reaches the tissue [pM].
func exposed(t *testing.T, plan string, step float64, h signal.Hormone) (mean float64) {
	b := young(t, func(p *Params) { p.Treatment.Plan = plan })
	n := int(math.Round(unit.Day / step))
	for range n {
		require.NoError(t, b.Advance(step))
		for _, part := range b.Blood() {
			mean += part[h] / parts / float64(n)
		}
	}
	return mean
}

// What the tissue gets of an event counts in full wherever in a step it falls: a
// dose at half past eight, bursts within steps of six hours.
func TestTissueFeelsEventsWithinSteps(t *testing.T) {
	const plan = "teriparatide 20 ug intravenous once at 8.5 h"
	own := exposed(t, "", unit.Hour, signal.PTH)
	truth := exposed(t, plan, unit.Minute, signal.PTH) - own
	require.Greater(t, truth, 0.5*own)
	for _, step := range []float64{1, 6} {
		require.InEpsilon(t, truth, exposed(t, plan, step, signal.PTH)-own, 0.025, "steps of %g h", step)
	}
	require.InEpsilon(t, exposed(t, "", 1, signal.GH), exposed(t, "", 6, signal.GH), 0.02)
}

// A plan that cannot be read, or that no body can follow, builds none.
func TestBadPlansBuildNoBody(t *testing.T) {
	p := Defaults()
	p.Treatment.Plan = "teriparatide -20 ug subcutaneous daily; hopium 1 mg oral daily"
	_, err := New(p)
	require.ErrorContains(t, err, "treatment.plan")
	require.ErrorContains(t, err, "hopium")
	require.ErrorContains(t, err, "-20")
	require.Equal(t, err.Error(), p.Validate().Error())
}

func TestTreatmentsAddUp(t *testing.T) {
	var plan Treatment
	plan.Add([]string{"a"})
	plan.Add([]string{"b", "c"})
	require.Equal(t, "a; b; c", plan.Plan)
}

// However much of RANKL OPG may hold in health, free RANKL is a number.
func TestFreeRANKLAtTheBoundOfOPG(t *testing.T) {
	b := young(t, func(p *Params) {
		for _, spec := range param.Describe([]param.Group{{Path: "skeleton", Ptr: &p.Skeleton}}) {
			if spec.Path == "skeleton.opg_share" {
				spec.Set(spec.Max)
			}
		}
	})
	require.Equal(t, 0.99, b.skeleton.p.Exchange)
	require.InDelta(t, 1, b.Turnover().FreeRANKL, 0.5)
}

// The section counts once it has reported, in proportion to its share.
func TestSectionFeedsTheSkeleton(t *testing.T) {
	b := young(t, nil)
	before := b.skeleton.bone()
	for range 200 * 24 { // long enough for its averages to have settled
		b.Report(3*b.params.Skeleton.Turnover, 0, 1)
	}
	after := b.skeleton.bone()
	share := b.params.Skeleton.Share
	flux := b.params.Skeleton.Flux / unit.Day
	require.InDelta(t, (1-share)*before.Resorption+share*3*flux, after.Resorption, 0.01*flux)
	require.InDelta(t, (1-share)*before.Formation, after.Formation, 0.01*flux)
}

func BenchmarkDay(b *testing.B) {
	body, err := New(Defaults())
	require.NoError(b, err)
	b.Run("hourly", func(b *testing.B) {
		for b.Loop() {
			for range 24 {
				if err := body.Advance(unit.Hour); err != nil {
					b.Fatal(err)
				}
			}
		}
	})
	b.Run("whole", func(b *testing.B) {
		for b.Loop() {
			if err := body.Advance(unit.Day); err != nil {
				b.Fatal(err)
			}
		}
	})
}
