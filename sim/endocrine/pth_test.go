package endocrine

import (
	"math"
	"testing"

	"github.com/stretchr/testify/require"

	"trabecula/sim/drug"
)

// clamp holds ionised calcium at a target [mM] by infusion of calcium or citrate,
// and shows PTH in multiples of rest every 1.2 min.
func clamp(m *minerals, target, n float64, watch func(t, pth float64)) {
	const gain, most, h = 400, 100, 0.002
	rate := 0.0
	m.dose = func(float64) (d drug.Ports) {
		d[drug.CalciumIV], d[drug.CalciumChelator] = max(rate, 0), max(-rate, 0)
		return d
	}
	start := m.now.Time
	for i := range int(n / h) {
		rate = max(-most, min(most, gain*(target-m.now.Levels.Ionised)))
		m.step(start+float64(i)*h, h)
		m.see(start+float64(i+1)*h, m.y)
		if i%10 == 9 {
			watch(m.now.Time-start, m.now.Levels.PTH/restPTH)
		}
	}
}

// Ionised calcium 0.20 mM up: PTH falls to 25 % (Schwarz 1993).
func TestHypercalcaemicClampSuppressesPTH(t *testing.T) {
	last := 0.0
	clamp(newMinerals(woman, restEstradiol, nil), restIonised+0.2, 2, func(at, pth float64) {
		if at > 1 {
			require.InDelta(t, 0.25, pth, 0.04)
		}
		last = pth
	})
	require.InDelta(t, 0.25, last, 0.04)
}

// Ionised calcium 0.21 mM down: PTH rises 4- to 7-fold, then settles at 2- to
// 3-fold (Schwarz 1993).
func TestHypocalcaemicClampPeaksThenSettles(t *testing.T) {
	peak, when, last := 0.0, 0.0, 0.0
	clamp(newMinerals(woman, restEstradiol, nil), restIonised-0.21, 4, func(at, pth float64) {
		if pth > peak {
			peak, when = pth, at
		}
		last = pth
	})
	require.Greater(t, peak, 4.0)
	require.Less(t, peak, 7.0)
	require.Less(t, when, 1.0)
	require.Greater(t, last, 2.0)
	require.Less(t, last, 3.1)
}

// ramp infuses calcium, or EDTA if negative, at a rate [mmol/h] over 2 h and
// returns the extremes of PTH, in multiples of rest, and the pairs in between.
func ramp(rate float64, change func(*minerals)) (highest, lowest float64, calcium, pth []float64) {
	m := newMinerals(woman, restEstradiol, change)
	if change != nil {
		m.hours(200*24, nil)
	}
	start := m.now.Time
	m.dose = give(drug.CalciumIV, rate, start, start+2)
	if rate < 0 {
		m.dose = give(drug.CalciumChelator, -rate, start, start+2)
	}
	lowest = math.Inf(1)
	m.hours(2, func(_ float64, l *Levels) {
		highest, lowest = max(highest, l.PTH/restPTH), min(lowest, l.PTH/restPTH)
		calcium, pth = append(calcium, l.Ionised), append(pth, l.PTH/restPTH)
	})
	return highest, lowest, calcium, pth
}

// EDTA and calcium, two rates each: PTH from 23.2 to 95-100 and 5.6-6.4 ng/L
// (Brent 1988; standard errors 15-20 and 1: within one and two of them).
func TestInfusionsSpanTheRangeOfTheGlands(t *testing.T) {
	for _, rate := range []float64{-4, -6.5} {
		highest, _, _, _ := ramp(rate, nil)
		require.InDelta(t, 97.5/23.2, highest, 17.5/23.2)
	}
	for _, rate := range []float64{4, 6.5} {
		_, lowest, _, _ := ramp(rate, nil)
		require.InDelta(t, 6/23.2, lowest, 2/23.2)
	}
}

// setPoint returns the ionised calcium midway between the greatest and least PTH
// of infusions, as Brown defines it [mM].
func setPoint(change func(*minerals)) float64 {
	highest, _, down, high := ramp(-6, change)
	_, lowest, up, low := ramp(6, change)
	calcium, pth := append(down, up...), append(high, low...)
	best, at := math.Inf(1), 0.0
	for i, p := range pth {
		if off := math.Abs(p - (highest+lowest)/2); off < best {
			best, at = off, calcium[i]
		}
	}
	return at
}

// Brown's set-point: 1.13 (SD 0.04) mM in health, 1.32 (SD 0.10) mM in primary
// hyperparathyroidism (Schwarz 1993).
func TestSetPointIsBrowns(t *testing.T) {
	require.InDelta(t, 1.13, setPoint(nil), 0.04)
	require.InDelta(t, 1.32, setPoint(adenoma), 0.10)
}

// adenoma is a gland with twice the mass and a shifted set-point.
func adenoma(m *minerals) { m.PTH.Mass, m.PTH.SetPoint = 2, restSetPoint+0.19 }

// Primary hyperparathyroidism: calcium 10.5-11.5 mg/dL, PTH 1.5-3 times, phosphate
// low-normal (Eriksen 2010), and more calcium in urine for all the PTH.
func TestPrimaryHyperparathyroidism(t *testing.T) {
	m := newMinerals(woman, restEstradiol, adenoma)
	m.skeleton = listening
	l := m.hours(365*24, nil)
	require.InDelta(t, 11, l.Calcium*molarCalcium/10, 0.5)
	require.InDelta(t, 2.25*restPTH, l.PTH, 0.75*restPTH)
	require.Less(t, l.Phosphate, 0.97*restPhosphate)
	require.Greater(t, l.Phosphate, 0.81)
	require.Greater(t, l.CalciumUrine, restUrine)
	require.Greater(t, l.Calcitriol, restCalcitriol)
}

// listening is a skeleton that frees a tenth more calcium than it takes when PTH
// doubles, in place of cells.
func listening(l *Levels) Bone {
	x := l.PTH1R / restPTH
	return Bone{Resorption: remodelling * (0.8 + 0.2*x), Formation: remodelling * (0.9 + 0.1*x)}
}

// Twice the mass with a healthy set-point hardly raises calcium: 9.8 mg/dL with
// PTH 1.27 times in Peterson & Riggs 2010.
func TestMassAloneRaisesCalciumLittle(t *testing.T) {
	l := newMinerals(woman, restEstradiol, func(m *minerals) { m.PTH.Mass = 2 }).hours(365*24, nil)
	require.InDelta(t, 9.8, l.Calcium*molarCalcium/10, 0.2)
	require.InDelta(t, 1.27, l.PTH/restPTH, 0.15)
}

// Glands are removed: PTH is gone within the hour, calcium low, phosphate high.
func TestParathyroidectomy(t *testing.T) {
	m := newMinerals(woman, restEstradiol, func(m *minerals) { m.PTH.Glands = 0 })
	l := m.hours(1, nil)
	require.Less(t, l.PTH, 1e-3)
	l = m.hours(47, nil)
	require.InDelta(t, 7, l.Calcium*molarCalcium/10, 0.6)
	l = m.hours(180*24, nil)
	require.Less(t, l.Calcium*molarCalcium/10, 8.0)
	require.Greater(t, l.Phosphate, 1.1*restPhosphate)
	require.Less(t, l.Calcitriol, 0.6*restCalcitriol)
}

// After an injection of 20 ug of teriparatide (300 pg h/mL, half-life 1 h) calcium
// rises for 4-7 h, by 0.2-0.8 mg/dL, and the person's own PTH falls.
func TestInjectedPTHRaisesCalciumLateAndLowersOwnPTH(t *testing.T) {
	m := newMinerals(woman, restEstradiol, nil)
	m.dose = func(t float64) (d drug.Ports) {
		d[drug.PTH1R] = 60 * (math.Exp(-t*math.Ln2) - math.Exp(-4.4*t))
		return d
	}
	peak, when, lowest := 0.0, 0.0, restPTH
	m.hours(24, func(t float64, l *Levels) {
		if l.Ionised > peak {
			peak, when = l.Ionised, t
		}
		lowest = min(lowest, l.PTH)
	})
	require.InDelta(t, 5.5, when, 1.5)
	require.InDelta(t, 0.5, (peak/restIonised-1)*restCalcium*molarCalcium/10, 0.3)
	require.Less(t, lowest, 0.8*restPTH)
	require.InDelta(t, restCalcium, m.now.Levels.Calcium, 0.01*restCalcium)
}
