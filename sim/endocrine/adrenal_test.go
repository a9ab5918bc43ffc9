package endocrine

import (
	"math"
	"testing"

	"github.com/stretchr/testify/require"

	"trabecula/sim/drug"
)

// Debono 2009, Horrocks 1990: peak 07-09 h, nadir about midnight.
func TestCortisolFollowsTheDay(t *testing.T) {
	h := newHormones(fertile, nil)
	within(t, h.until(8), "serum_cortisol_ug_dl", 10, 20)
	within(t, h.now.Levels, "serum_acth_pg_ml", 7, 63)
	within(t, h.until(16), "serum_cortisol_ug_dl", 5, 10)
	within(t, h.until(0), "serum_cortisol_ug_dl", 1, 5)
	low, high, _, _ := extremeHours(h, func(l *Levels) float64 { return l.Cortisol })
	require.InDelta(t, 7.75, high, 1.25)
	require.InDelta(t, 0, math.Mod(low+12, 24)-12, 1.5)
	_, first, _, _ := extremeHours(h, func(l *Levels) float64 { return l.ACTH })
	require.Less(t, first, high, "ACTH leads")
}

// Secretion is 10-15 mg/d and clearance of the total gives a half-life of 60-100
// min at the level of the morning.
func TestCortisolTurnsOverAsMeasured(t *testing.T) {
	h := newHormones(fertile, nil)
	g := newAdrenal(&h.Adrenal)
	cleared := 0.0
	h.run(24, func(_ float64, l *Levels) { cleared += g.Clearance * g.free(l.Cortisol) * g.Volume * 65 })
	require.InDelta(t, 12.5, cleared*massCortisol*1e-6, 2.5, "mg/d")
	const morning = 350
	require.InDelta(t, 80, 60*math.Ln2*morning/(g.Clearance*g.free(morning)), 20, "min")
}

// Free cortisol is about 4 % of a low total and more of a high one, when the
// globulin is full (Coolens 1987).
func TestFreeCortisolRisesWhenTheGlobulinIsFull(t *testing.T) {
	p := newHormones(fertile, nil).Adrenal
	g := newAdrenal(&p)
	require.InDelta(t, 0.04, g.free(100)/100, 0.01)
	require.InDelta(t, 0.06, g.free(300)/300, 0.015)
	require.Greater(t, g.free(1000)/1000, 0.14)
	for _, total := range []float64{1, 100, 500, 2000} { // the law of mass action itself
		f := g.free(total)
		require.InEpsilon(t, total, f*(1+g.Albumin)+g.CBG*f/(g.Affinity+f), 1e-9)
	}
}

// The short ACTH test: above 18-20 ug/dL within an hour, from whatever was before.
func TestSynacthenRaisesCortisol(t *testing.T) {
	for _, hour := range []float64{8, 9} {
		h := newHormones(fertile, nil)
		h.until(hour)
		h.dose = port(drug.ACTHIn, 2000)
		within(t, later(h, 0.5), "serum_cortisol_ug_dl", 18, 26)
		within(t, later(h, 0.5), "serum_cortisol_ug_dl", 20, 32)
	}
	addison := newHormones(fertile, func(h *hormones) { h.Adrenal.Mass = 0 })
	addison.dose = port(drug.ACTHIn, 2000)
	within(t, later(addison, 1), "serum_cortisol_ug_dl", 0, 1)
}

// later advances by part of an hour and returns the levels then.
func later(h *hormones, hours float64) Levels {
	const parts = 10
	for range parts {
		h.step(h.now.Time, hours/parts)
		h.see(h.now.Time+hours/parts, h.y)
	}
	return h.now.Levels
}

func TestAddisonRaisesACTH(t *testing.T) {
	sick := newHormones(fertile, func(h *hormones) { h.Adrenal.Mass = 0 })
	sick.run(400*24, nil)
	l := sick.days(1)
	within(t, l, "serum_cortisol_ug_dl", 0, 0.1)
	within(t, l, "serum_acth_pg_ml", 100, 1000)
	half := newHormones(fertile, func(h *hormones) { h.Adrenal.Mass = 0.5 })
	healthy := newHormones(fertile, nil).days(1)
	require.InEpsilon(t, healthy.Cortisol, half.days(1).Cortisol, 0.2, "one adrenal suffices")
}

// An adenoma flattens the day and silences ACTH; urinary cortisol, which follows
// the free, rises 2-5 times.
func TestCushingAdenomaSilencesACTH(t *testing.T) {
	healthy := newHormones(fertile, nil).days(1)
	last := healthy
	for _, autonomy := range []float64{2, 3, 4} {
		h := newHormones(fertile, func(h *hormones) { h.Adrenal.Autonomy = autonomy })
		sick := h.days(1)
		require.Greater(t, sick.FreeCortisol, last.FreeCortisol)
		require.InDelta(t, 3.5, sick.FreeCortisol/healthy.FreeCortisol, 1.5)
		within(t, sick, "serum_acth_pg_ml", 0, 5)
		within(t, h.until(0), "serum_cortisol_ug_dl", 7.5, 40)
		last = sick
	}
}

func TestCushingDiseaseRaisesACTHAndCortisol(t *testing.T) {
	healthy := newHormones(fertile, nil).days(1)
	sick := newHormones(fertile, func(h *hormones) { h.Adrenal.Drive = 20 }).days(1)
	require.Greater(t, sick.ACTH, 1.4*healthy.ACTH)
	require.Greater(t, sick.FreeCortisol, 1.8*healthy.FreeCortisol)
	none := newHormones(fertile, func(h *hormones) { h.Adrenal.Drive = 0 }).days(1)
	require.Less(t, none.Cortisol, 0.01*healthy.Cortisol)
}

// The overnight test: 1 mg of dexamethasone at 23 h, of the effect of some 60 nM of
// free cortisol, leaves less than 5 ug/dL (1.8 by strict criteria) at 08 h.
func TestDexamethasoneSuppressesOvernight(t *testing.T) {
	h := newHormones(fertile, nil)
	h.until(23)
	h.dose = port(drug.GlucocorticoidR, 60)
	within(t, h.until(8), "serum_cortisol_ug_dl", 0, 3)
}

// Graber 1965; Joseph 2016: after months of glucocorticoid the axis needs months,
// after two weeks days; and the longer it was suppressed, the longer.
func TestTheAxisRecoversSlowlyFromLongSuppression(t *testing.T) {
	healthy := newHormones(fertile, nil).days(1).Cortisol
	last := -1
	for _, days := range []int{14, 90, 365} {
		h := newHormones(fertile, nil)
		h.dose = port(drug.GlucocorticoidR, 40)
		under := h.days(days)
		require.Less(t, under.Cortisol, 0.15*healthy)
		require.InDelta(t, 40, under.FreeCortisol, 2, "the drug is all there is")
		h.dose = nil
		need := recovery(h, 0.8*healthy)
		require.Greater(t, need, last)
		last = need
	}
	require.InDelta(t, 90, last, 60, "days after a year of it")
}

// recovery returns the days until the daily mean of cortisol passes a bound.
func recovery(h *hormones, bound float64) int {
	for day := range 1000 {
		if h.days(1).Cortisol > bound {
			return day
		}
	}
	return 1000
}

// In recovery ACTH comes back before cortisol, and the ACTH test fails until the
// cortex has grown.
func TestCortexLagsThePituitaryInRecovery(t *testing.T) {
	healthy := newHormones(fertile, nil).days(1)
	h := newHormones(fertile, nil)
	h.dose = port(drug.GlucocorticoidR, 40)
	require.Less(t, h.days(180).ACTH, 0.1*healthy.ACTH)
	h.dose = nil
	h.days(14)
	h.until(8)
	h.dose = port(drug.ACTHIn, 2000)
	within(t, later(h, 0.5), "serum_cortisol_ug_dl", 0, 14)
	h.dose = nil
	l := h.days(46)
	require.Greater(t, l.ACTH/healthy.ACTH, 1.2*l.Cortisol/healthy.Cortisol)
	l = h.days(300)
	require.InEpsilon(t, healthy.Cortisol, l.Cortisol, 0.05)
}

// The same in the whole body, with an infusion at the port.
func TestSynacthenInTheWholeBody(t *testing.T) {
	b := young(t, nil)
	hours(t, b, 8)
	within(t, b.Levels(), "serum_cortisol_ug_dl", 5, 25)
	b.Infuse(drug.ACTHIn, 2000)
	require.NoError(t, b.Advance(0.75))
	within(t, b.Levels(), "serum_cortisol_ug_dl", 18, 32)
}
