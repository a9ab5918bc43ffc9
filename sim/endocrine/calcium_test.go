package endocrine

import (
	"math"
	"testing"

	"github.com/stretchr/testify/require"

	"trabecula/sim/drug"
)

func TestIonisedCalciumSolvesTheBindingEquilibrium(t *testing.T) {
	m := newMinerals(woman, restEstradiol, nil)
	s := newSerum(&m.Calcium, woman)
	require.InDelta(t, restIonised, s.ionised(restCalcium, restPhosphate), 1e-12)
	for _, total := range []float64{0, 0.01, 1, 1.7, 2.35, 3, 4, 20} {
		for _, p := range []float64{0.3, 1.2, 3} {
			i := s.ionised(total, p)
			bound := s.sites * s.Albumin * i / (s.Affinity + i)
			require.InDelta(t, total, i*(1+complexed(p))+bound, 1e-12*math.Max(total, 1))
		}
	}
}

// Low albumin lowers total calcium by 0.2 mM per 10 g/L (Payne 1973), not the
// ionised calcium that the body keeps.
func TestLowAlbuminLowersTotalCalciumOnly(t *testing.T) {
	l := newMinerals(woman, restEstradiol, func(m *minerals) { m.Calcium.Albumin = 22 }).hours(60*24, nil)
	require.InDelta(t, restIonised, l.Ionised, 1e-3)
	require.InDelta(t, 0.4, restCalcium-l.Calcium, 0.1)
}

// swallow is a dose of calcium [mmol] that leaves the stomach with a half-life of
// 40 min.
func swallow(dose float64) func(t float64) drug.Ports {
	const rate = math.Ln2 / (40.0 / 60)
	return func(t float64) (d drug.Ports) {
		d[drug.CalciumOral] = dose * rate * math.Exp(-rate*t)
		return d
	}
}

// loaded runs some hours and returns the highest calcium and the lowest PTH.
func loaded(m *minerals, n float64) (calcium, pth float64) {
	pth = math.Inf(1)
	m.hours(n, func(_ float64, l *Levels) { calcium, pth = max(calcium, l.Calcium), min(pth, l.PTH) })
	return calcium, pth
}

// 1 g of calcium: calcium +6.4 to +8.1 %, PTH -37 to -57 % (Reginster 1993).
func TestOralCalciumRaisesCalciumAndLowersPTH(t *testing.T) {
	m := newMinerals(man, 2, nil)
	start := m.hours(30*24, nil)
	zero := m.now.Time
	m.dose = func(t float64) drug.Ports { return swallow(1000 / molarCalcium)(t - zero) }
	calcium, pth := loaded(m, 6)
	require.InDelta(t, 7.25, 100*(calcium/start.Calcium-1), 0.85)
	require.InDelta(t, -47, 100*(pth/start.PTH-1), 10)
	end := m.hours(18, nil)
	require.InDelta(t, start.Calcium, end.Calcium, 0.02*start.Calcium)
}

// More calcium raises serum calcium more, but the active transport saturates.
func TestAbsorptionSaturates(t *testing.T) {
	rise := func(dose float64) float64 {
		m := newMinerals(woman, restEstradiol, nil)
		m.dose = swallow(dose)
		calcium, _ := loaded(m, 6)
		return calcium - restCalcium
	}
	small, large := rise(500/molarCalcium), rise(1000/molarCalcium)
	require.Greater(t, large, 1.2*small)
	require.Less(t, large, 1.95*small)
}

// 5 mmol over 2 h: the model of Peterson & Riggs 2010 reaches 2.63 mM with PTH
// 1.81 pM, and is at 2.45 mM and 2.7 pM four hours later.
func TestIntravenousCalciumAgreesWithTheReferenceModel(t *testing.T) {
	m := newMinerals(woman, restEstradiol, nil)
	m.dose = give(drug.CalciumIV, 2.5, 0, 2)
	peak := m.hours(2, nil)
	require.InDelta(t, 2.63, peak.Calcium, 0.05)
	require.InDelta(t, 1.81, peak.PTH, 0.6)
	require.Greater(t, peak.CalciumUrine, 3*restUrine)
	later := m.hours(4, nil)
	require.InDelta(t, 2.45, later.Calcium, 0.08)
	require.InDelta(t, 2.7, later.PTH, 0.7)
}

// shifted returns minerals with serum calcium changed by a factor at once.
func shifted(factor float64, change func(*minerals)) *minerals {
	m := newMinerals(woman, restEstradiol, change)
	for i, name := range m.names() {
		if name == "calcium.serum" {
			m.y[i] *= factor
		}
	}
	m.see(0, m.y)
	return m
}

// A fifth more or less calcium comes back within a day; without parathyroid
// glands a lack stays.
func TestCalciumReturnsFromAFifthEitherWay(t *testing.T) {
	for _, factor := range []float64{0.8, 1.2} {
		m := shifted(factor, nil)
		require.Greater(t, math.Abs(m.now.Levels.Calcium*molarCalcium/10-9.5), 1.0)
		l := m.hours(24, nil)
		require.InDelta(t, 9.5, l.Calcium*molarCalcium/10, 1)
		l = m.hours(30*24, nil)
		require.InDelta(t, restCalcium, l.Calcium, 0.01*restCalcium)
	}
	without := func(m *minerals) { m.PTH.Glands = 0 }
	for _, days := range []float64{1, 30, 365} {
		require.Less(t, shifted(0.8, without).hours(days*24, nil).Calcium*molarCalcium/10, 8.5)
	}
}

// With neither PTH nor kidneys, bone surfaces take up part of a load within hours.
func TestBoneSurfacesBufferCalcium(t *testing.T) {
	m := shifted(1.2, func(m *minerals) { m.PTH.Glands, m.Kidney.GFR = 0, 2 })
	before := m.state("calcium.surface")
	m.hours(6, nil)
	require.Greater(t, m.state("calcium.surface")-before, 1.0)
}

// Chelated calcium is never more than there is.
func TestChelatorLeavesNoNegativeCalcium(t *testing.T) {
	m := newMinerals(woman, restEstradiol, nil)
	m.dose = give(drug.CalciumChelator, 40, 0, 3)
	const h = 0.002 // the fall to nothing is steep
	for i := range int(3 / h) {
		m.step(float64(i)*h, h)
		m.see(float64(i+1)*h, m.y)
		require.Greater(t, m.now.Levels.Ionised, 0.0)
	}
	require.Less(t, m.now.Levels.Ionised, 0.1)
}

// Bone mineralises as in health at rest, and slowly without calcium.
func TestMineralisationFollowsCalciumAndPhosphate(t *testing.T) {
	rest := newMinerals(woman, restEstradiol, nil).now.Levels.Mineralisation
	require.InDelta(t, 1, rest, 1e-12)
	low := shifted(0.5, nil).now.Levels.Mineralisation
	require.Less(t, low, 0.6)
	require.Greater(t, low, 0.0)
}
