package endocrine

import (
	"testing"

	"github.com/stretchr/testify/require"

	"trabecula/sim/drug"
)

// levothyroxine is 1.6 ug/kg/d [nmol/h] in 65 kg, absorbed to 75 % (Fish 1987;
// recalled).
const levothyroxine = 1.6 * 65 * 0.75 / massT4 * 1000 / 24

// extremeHours returns the hours of the least and the greatest of a level in a day.
func extremeHours(h *hormones, of func(l *Levels) float64) (low, high float64, least, most float64) {
	least, most = 1e9, -1e9
	h.run(24, func(at float64, l *Levels) {
		if v := of(l); v < least {
			least, low = v, hourOf(at)
		}
		if v := of(l); v > most {
			most, high = v, hourOf(at)
		}
	})
	return low, high, least, most
}

// Brabant 1990: peak 02-04 h, trough in the afternoon, peak 1.5-2 times the trough.
func TestTSHRisesAtNight(t *testing.T) {
	h := newHormones(fertile, nil)
	low, high, least, most := extremeHours(h, func(l *Levels) float64 { return l.TSH })
	require.InDelta(t, 2.5, high, 1.5)
	require.InDelta(t, 15, low, 3)
	require.InDelta(t, 1.75, most/least, 0.35)
}

// T4 falls with its half-life of 7 days once the gland is out; TSH passes 30 mIU/L
// within 3-4 weeks (thyroid hormone withdrawal before radioiodine).
func TestThyroidectomyRaisesTSH(t *testing.T) {
	h := newHormones(fertile, nil)
	before := h.days(1)
	h.Thyroid.Mass = 0
	require.InEpsilon(t, before.T4/2, h.days(7).T4, 0.06)
	require.Greater(t, h.days(18).TSH, 30.0)
	out := h.days(100)
	require.Less(t, out.T4, 0.01*before.T4)
	require.Less(t, out.TSH, 150.0)
}

func TestLevothyroxineReplacesTheThyroid(t *testing.T) {
	h := newHormones(fertile, func(h *hormones) { h.Thyroid.Mass = 0 })
	h.dose = port(drug.ThyroxineIn, levothyroxine)
	require.Greater(t, h.days(7).TSH, 4.0, "not within a week")
	weeks6 := h.days(35)
	within(t, weeks6, "serum_tsh_miu_l", 0.4, 4)
	within(t, weeks6, "serum_free_t4_ng_dl", 0.8, 1.8)
	within(t, weeks6, "serum_t3_ng_dl", 80, 200)
}

// Under the same TSH, a replaced person has more T4 for her T3 than with a gland
// (Gullo 2011).
func TestReplacementLacksTheGlandsT3(t *testing.T) {
	h := newHormones(fertile, func(h *hormones) { h.Thyroid.Mass = 0 })
	h.dose = port(drug.ThyroxineIn, levothyroxine)
	replaced, own := h.days(100), newHormones(fertile, nil).days(1)
	require.Less(t, replaced.T3/replaced.T4, own.T3/own.T4)
}

func TestGravesSuppressesTSHAndRaisesT3Most(t *testing.T) {
	healthy := newHormones(fertile, nil).days(1)
	last := healthy
	for _, autonomy := range []float64{2, 3, 5} {
		sick := newHormones(fertile, func(h *hormones) { h.Thyroid.Autonomy = autonomy }).days(1)
		require.Less(t, sick.TSH, 0.1)
		require.Greater(t, sick.T3, last.T3)
		require.InDelta(t, 3, sick.T3/healthy.T3, 1.3, "thyrotoxic T3 is 2-4 times")
		require.Greater(t, sick.T3/healthy.T3, sick.T4/healthy.T4, "T3 rises more than T4")
		last = sick
	}
}

// The pituitary forgets thyrotoxicosis over weeks: when the gland is taken out and
// T4 is back to normal, TSH still is low.
func TestTSHIsSlowToReturnAfterThyrotoxicosis(t *testing.T) {
	h := newHormones(fertile, func(h *hormones) { h.Thyroid.Autonomy = 4 })
	h.Thyroid.Autonomy = 0
	healthy := newHormones(fertile, nil).days(1)
	for h.now.Levels.T4 > healthy.T4 {
		h.days(1)
	}
	require.Less(t, h.now.Levels.TSH, 0.6*healthy.TSH)
	require.InEpsilon(t, healthy.TSH, h.days(200).TSH, 0.05)
}

// The less gland there is, the more TSH, and the thyroid hormones are defended.
func TestFeedbackDefendsThyroidHormone(t *testing.T) {
	whole := newHormones(fertile, nil).days(1)
	half := newHormones(fertile, func(h *hormones) { h.Thyroid.Mass = 0.5 }).days(1)
	fifth := newHormones(fertile, func(h *hormones) { h.Thyroid.Mass = 0.2 }).days(1)
	goitre := newHormones(fertile, func(h *hormones) { h.Thyroid.Mass = 2 }).days(1)
	require.True(t, goitre.TSH < whole.TSH && whole.TSH < half.TSH && half.TSH < fifth.TSH)
	require.Greater(t, half.T4, 0.75*whole.T4)
	require.Greater(t, half.T3/whole.T3, half.T4/whole.T4, "T3 is defended most")
	pituitary := newHormones(fertile, func(h *hormones) { h.Thyroid.Drive = 0 }).days(1)
	require.Less(t, pituitary.T4, 0.01*whole.T4)
	require.Less(t, pituitary.TSH, 0.01)
}
