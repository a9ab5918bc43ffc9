package endocrine

import (
	"math"
	"testing"

	"github.com/stretchr/testify/require"

	"trabecula/sim/drug"
	"trabecula/sim/param"
	"trabecula/sim/unit"
)

// Bursts come at the hours of the table on every day, before the start too, and
// share out one day's release.
func TestBurstsComeAtTheirHours(t *testing.T) {
	sum, largest := 0.0, bursts[0]
	for i, b := range bursts {
		sum += b.share
		if b.share > largest.share {
			largest = b
		}
		require.True(t, i == 0 || b.hour > bursts[i-1].hour, "in order")
	}
	require.InDelta(t, 1, sum, 1e-12)
	require.Zero(t, largest.hour, "the first sleep")
	between(t, 8, float64(len(bursts)), 12, "bursts a day")
	at, count := -10*unit.Day, 0
	for ; nextBurst(at) <= 10*unit.Day; count++ {
		next := nextBurst(at)
		require.Greater(t, next, at)
		require.Equal(t, next, nextBurst(math.Nextafter(next, math.Inf(-1))))
		require.Positive(t, share(hourOf(next+20*unit.Day)))
		at = next
	}
	require.Equal(t, 20*len(bursts), count)
}

// A burst decays with the half-life of GH.
func TestBurstsDecayWithTheirHalfLife(t *testing.T) {
	s := newSexed("male", 30, func(s *sexed) { s.Growth.Somatotroph.Basal = 0 })
	require.Zero(t, s.now.Hour)
	before := s.now.Levels.GH
	s.see(s.now.Time+s.Growth.Somatotroph.HalfLife, s.y)
	require.InDelta(t, before/2, s.now.Levels.GH, 1e-9*before)
}

// The signal of a burst is the integral of the receptors that it occupies.
func TestSignalOfABurstIsItsIntegral(t *testing.T) {
	g := param.Default[IGFParams]()
	const steady, left, size, loss = 20.0, 30.0, 400.0, 2.5
	const n, end = 400000, 20.0
	sum := 0.0
	for i := range n {
		decay := math.Exp(-loss * end * (float64(i) + 0.5) / n)
		sum += g.occupancy(steady+(left+size)*decay) - g.occupancy(steady+left*decay)
	}
	require.InEpsilon(t, sum*end/n/g.Memory, g.pulse(steady, left, size, loss), 1e-6)
}

func TestGrowthHormoneAndIGF1OfTheYoung(t *testing.T) {
	man, woman := newSexed("male", 25, nil).days(28), newSexed("female", 25, nil).days(28)
	for sex, p := range map[string]period{"man": man, "woman": woman} {
		between(t, 0.5, p.mean.GH*ugGH, 2, sex+": GH, mean [ug/L]")
		between(t, 5, p.most.GH*ugGH, 30, sex+": GH, highest peak [ug/L]")
		between(t, 0, p.least.GH*ugGH, 0.2, sex+": GH, least [ug/L]")
		between(t, 150, p.mean.IGF1*ngIGF1, 350, sex+": IGF-1 [ng/mL]")
		between(t, 0.006, p.mean.FreeIGF1/1000/p.mean.IGF1, 0.015, sex+": free share of IGF-1")
	}
	require.Greater(t, woman.mean.GH, 1.1*man.mean.GH, "oestradiol raises GH")
	between(t, 0.9, woman.mean.IGF1/man.mean.IGF1, 1.1, "IGF-1 of women, of men")
}

// GH falls by about 14 % per decade, IGF-1 to 70-180 ng/mL in the seventies.
func TestSomatopause(t *testing.T) {
	young, old := newSexed("male", 25, nil).days(3).mean, newSexed("male", 75, nil).days(3).mean
	between(t, 10, 100*(1-math.Pow(old.GH/young.GH, 1.0/5)), 18, "fall of GH per decade [%]")
	between(t, 70, old.IGF1*ngIGF1, 180, "IGF-1 at 75 [ng/mL]")
	require.Less(t, old.IGF1, 0.7*young.IGF1)
}

// Without GH a quarter of IGF-1 is made; GH of 0.2 mg/d into plasma restores it.
func TestGHDeficiencyAndReplacement(t *testing.T) {
	healthy := newSexed("male", 40, nil).days(3).mean
	s := newSexed("male", 40, func(s *sexed) { s.Growth.Pituitary = 0 })
	sick := s.days(3).mean
	require.Zero(t, sick.GH)
	between(t, 0.1, sick.IGF1/healthy.IGF1, 0.4, "IGF-1 without GH, of healthy")
	s.blocked(drug.GHIn, 380).live(14, nil)
	require.Greater(t, s.now.Levels.IGF1, 0.9*healthy.IGF1)
}

// An adenoma of the size of the healthy somatotrophs gives the GH and IGF-1 of
// acromegaly.
func TestAcromegaly(t *testing.T) {
	healthy := newSexed("male", 40, nil).days(3).mean
	sick := newSexed("male", 40, func(s *sexed) { s.Growth.Pituitary = 2 }).days(3)
	require.Greater(t, sick.least.GH*ugGH, 1.0, "no trough")
	between(t, 2, sick.mean.IGF1/healthy.IGF1, 5, "IGF-1, of healthy")
	require.Greater(t, sick.mean.FreeIGF1, 2*healthy.FreeIGF1)
}

// CJC-1295 in healthy men after a week: basal GH 7.5 times, mean GH +46 %, IGF-1
// +45 % while bursts keep their size (Ionescu & Frohman 2006). The drive is that at
// which the drug's own kinetics put it.
func TestSustainedGHRHAgonist(t *testing.T) {
	s := newSexed("male", 28, nil)
	before := s.days(3)
	s.blocked(drug.GHRHR, 0.9).live(6, nil)
	after := s.days(2)
	between(t, 5, after.least.GH/before.least.GH, 10, "basal GH, of before")
	between(t, 1.3, after.mean.GH/before.mean.GH, 1.65, "mean GH, of before")
	between(t, 1.3, after.mean.IGF1/before.mean.IGF1, 1.6, "IGF-1, of before")
	between(t, 0.8, after.most.GH/before.most.GH, 1.2, "highest peak, of before")
}

// Short stimulation by GHRH or a ghrelin agonist gives a peak of GH, and the second
// a smaller one: the store runs down.
func TestStimulatedGHIsLimitedByTheStore(t *testing.T) {
	for _, at := range []drug.Port{drug.GHRHR, drug.GHSR} {
		s := newSexed("male", 30, nil)
		s.live(1, nil)
		start := s.now.Time + 14
		s.dose = func(t float64) (d drug.Ports) {
			if since := t - start; since >= 0 && math.Mod(since, 2) < 1 {
				d[at] = 40
			}
			return d
		}
		var first, second float64
		s.live(1, func(t float64, l *Levels) {
			switch since := t - start; {
			case since > 0 && since < 1:
				first = math.Max(first, l.GH*ugGH)
			case since > 2 && since < 3:
				second = math.Max(second, l.GH*ugGH)
			}
		})
		between(t, 8, first, 60, "peak of GH [ug/L]")
		require.Less(t, second, 0.8*first)
	}
}

// IGF-1 falls with a half-life of 12 to 17 h when all production stops.
func TestHalfLifeOfIGF1(t *testing.T) {
	g := param.Default[IGFParams]()
	total, hours := g.Level, 0.0
	for ; total > g.Level/2; hours += 0.01 {
		total -= 0.01 * g.lost(total, g.free(total, g.Rest)/1000)
	}
	between(t, 12, hours, 17, "half-life [h]")
	require.InDelta(t, 0.01, g.free(g.Level, g.Rest)/1000/g.Level, 0.002)
}

// Given GH quiets the gland by IGF-1 and by itself.
func TestGivenGHQuietsTheGland(t *testing.T) {
	s := newSexed("male", 40, nil)
	before := s.y[s.at[1]+growthBurst]
	s.blocked(drug.GHIn, 800).live(14, nil)
	require.Less(t, s.y[s.at[1]+growthBurst], 0.7*before)
}
