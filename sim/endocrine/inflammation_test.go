package endocrine

import (
	"math"
	"testing"

	"github.com/stretchr/testify/require"

	"trabecula/sim/drug"
)

// rises requires all three cytokines of sick between multiples of healthy.
func rises(t *testing.T, sick, healthy Levels, low, high float64) {
	t.Helper()
	for name, ratio := range map[string]float64{"TNF": sick.TNF / healthy.TNF, "IL-1": sick.IL1 / healthy.IL1, "IL-6": sick.IL6 / healthy.IL6} {
		require.True(t, low <= ratio && ratio <= high, "%s is %.3g times, want %g..%g", name, ratio, low, high)
	}
}

// Pacifici 1996; D'Amelio 2008: 1.5-3 times after ovariectomy.
func TestLossOfSexSteroidsRaisesCytokines(t *testing.T) {
	woman, man := newHormones(fertile, nil).days(1), newHormones(virile, nil).days(1)
	rises(t, newHormones(menopausal, nil).days(1), woman, 1.5, 3)
	rises(t, newHormones(hypogonadal, nil).days(1), man, 1.5, 3.2)
	rises(t, man, woman, 0.9, 1.1)
	h := newHormones(menopausal, nil)
	h.now.Levels.FreeEstradiol = fertile.FreeEstradiol
	rises(t, h.days(300), woman, 0.95, 1.1) // oestrogen given back
}

// The cycle swings free oestradiol tenfold, the cytokines hardly.
func TestCytokinesAverageOverTheCycle(t *testing.T) {
	h := newHormones(fertile, nil)
	least, most := math.Inf(1), 0.0
	for day := range 56 {
		phase := 2 * math.Pi * float64(day) / 28
		h.now.Levels.FreeEstradiol = 8 * (1 + 0.9*math.Sin(phase))
		l := h.days(1)
		least, most = min(least, l.IL6), max(most, l.IL6)
	}
	require.Less(t, most/least, 1.15)
}

// Rheumatoid arthritis: TNF 5-30 and IL-6 20-80 pg/mL from a mild to the full
// stimulus, dose-ordered.
func TestStimulusRaisesCytokines(t *testing.T) {
	last := newHormones(fertile, nil).days(1)
	for _, stimulus := range []float64{0.3, 0.6, 1} {
		l := newHormones(fertile, func(h *hormones) { h.Inflammation.Stimulus = stimulus }).days(1)
		within(t, l, "serum_tnf_pg_ml", 5, 30)
		within(t, l, "serum_il6_pg_ml", 20, 80)
		require.True(t, l.TNF > last.TNF && l.IL1 > last.IL1 && l.IL6 > last.IL6)
		require.Greater(t, l.Cortisol, last.Cortisol, "cytokines drive CRH")
		last = l
	}
}

// Mass action: free TNF-α is total over 1 + sites/KD, sites being far in excess;
// IL-6 falls with it by more than half within days (Charles 1999).
func TestAntibodyTakesFreeTNFAway(t *testing.T) {
	h := newHormones(fertile, func(h *hormones) { h.Inflammation.Stimulus = 1 })
	before := h.days(1)
	const sites = 100 * 1000 // 100 nM, adalimumab at trough with two sites
	h.dose = port(drug.AntiTNFIn, sites)
	h.days(1)
	require.InEpsilon(t, h.y[h.at[1]+toneTNF]/(1+sites/h.Inflammation.Affinity), h.now.Levels.TNF, 0.01)
	after := h.days(7)
	require.Less(t, after.TNF, 0.01*before.TNF)
	require.Less(t, after.IL6, 0.5*before.IL6)
	require.Less(t, after.IL1, before.IL1)
	h.dose = nil
	rises(t, h.days(14), before, 0.95, 1.05) // it returns
}

// unbound is checked at its limits: excess of sites, excess of ligand, half.
func TestUnboundObeysMassAction(t *testing.T) {
	for _, c := range []struct{ total, sites, kd float64 }{{1, 1000, 50}, {1000, 1, 50}, {100, 100, 50}, {1e-6, 1e6, 50}, {1, 0, 50}} {
		free := unbound(c.total, c.sites, c.kd)
		require.InEpsilon(t, c.total, free+c.sites*free/(c.kd+free), 1e-9)
		require.True(t, 0 < free && free <= c.total)
	}
	require.Zero(t, unbound(0, 10, 50))
}

// Cortisol restrains: without it cytokines rise, under a drug or an adenoma fall.
func TestCortisolRestrainsCytokines(t *testing.T) {
	healthy := newHormones(fertile, nil).days(1)
	rises(t, newHormones(fertile, func(h *hormones) { h.Adrenal.Mass = 0 }).days(1), healthy, 1.2, 3)
	rises(t, newHormones(fertile, func(h *hormones) { h.Adrenal.Autonomy = 3 }).days(1), healthy, 0.1, 0.7)
	ill := newHormones(fertile, func(h *hormones) { h.Inflammation.Stimulus = 1 })
	before := ill.days(1)
	ill.dose = port(drug.GlucocorticoidR, 30)
	rises(t, ill.days(30), before, 0.1, 0.7)
}

// Inflammaging: cytokines rise with age alone, IL-6 by 20-100 % to 80 years.
func TestAgeRaisesCytokines(t *testing.T) {
	young, h := newHormones(fertile, nil).days(1), newHormones(fertile, nil)
	h.person.Age = 80
	old := h.days(30)
	rises(t, old, young, 1.05, 2)
	require.Greater(t, old.IL6/young.IL6, 1.2)
}
