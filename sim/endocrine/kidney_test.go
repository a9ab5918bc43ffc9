package endocrine

import (
	"testing"

	"github.com/stretchr/testify/require"

	"trabecula/sim/param"
)

// ailing returns the levels after a year with a filtration [mL/min].
func ailing(gfr float64) Levels {
	m := newMinerals(woman, restEstradiol, func(m *minerals) { m.Kidney.GFR = gfr })
	m.skeleton = listening
	return m.hours(365*24, nil)
}

// As kidneys fail, PTH rises first, calcitriol falls, then phosphate rises and
// calcium falls (Levin 2007); urinary calcium falls early.
func TestFailingKidneysLowerCalciumAndRaisePTH(t *testing.T) {
	mild, worse, end := ailing(60), ailing(30), ailing(15)
	require.Greater(t, mild.PTH, 1.1*restPTH)
	require.Greater(t, worse.PTH, 1.3*mild.PTH)
	require.Greater(t, end.PTH, 1.4*worse.PTH)
	require.Less(t, end.PTH, 12*restPTH)

	require.Less(t, mild.Calcitriol, 0.85*restCalcitriol)
	require.Less(t, end.Calcitriol, 0.5*restCalcitriol)

	require.Less(t, mild.Phosphate, 1.45) // still in the interval
	require.Greater(t, end.Phosphate, 1.45)

	require.InDelta(t, restCalcium, mild.Calcium, 0.04*restCalcium)
	require.Less(t, end.Calcium, 0.985*restCalcium)
	require.Greater(t, end.Calcium*molarCalcium/10, 8.0)
	require.Less(t, mild.CalciumUrine, 0.7*restUrine)
}

func TestFiltrationFallsWithAge(t *testing.T) {
	old := woman
	old.Age = 70
	young, aged := newMinerals(woman, restEstradiol, nil), newMinerals(old, restEstradiol, nil)
	require.InDelta(t, restFiltration, young.now.Levels.GFR, 1e-12)
	require.InDelta(t, 0.76*restFiltration, aged.now.Levels.GFR, 1e-9) // 0.8 %/y for 30 y
}

// Kidneys at the bounds of their parameters filter something, and what they filter
// is excreted in part: no negative urine, nothing that is no number.
func TestKidneysAtTheirBounds(t *testing.T) {
	old := woman
	old.Age = 100
	for _, fragments := range []float64{0, 2} {
		m := newMinerals(old, restEstradiol, func(m *minerals) { m.Kidney.Decline, m.Kidney.Fragments = 5, fragments })
		l := m.now.Levels
		require.Positive(t, l.GFR)
		require.Positive(t, l.PTH1R)
		require.Positive(t, l.CalciumUrine)
	}
	m := newMinerals(woman, restEstradiol, func(m *minerals) {
		for _, spec := range param.Describe([]param.Group{{Path: "kidney", Ptr: &m.Kidney}}) {
			if spec.Path == "kidney.proximal" || spec.Path == "kidney.ascending" {
				spec.Set(spec.Max)
			}
		}
	})
	require.Equal(t, 0.85, m.Kidney.Proximal)
	require.InDelta(t, restUrine, m.now.Levels.CalciumUrine, 1e-9)
}

// excretion returns urinary calcium at rest with one cause changed.
func excretion(change func(l *Levels)) float64 {
	m := newMinerals(woman, restEstradiol, nil)
	k := newNephrons(&m.Kidney)
	l := m.now.Levels
	l.PTH1R = restPTH
	change(&l)
	k.publish(&moment{Age: 30, Levels: l, Person: woman}, nil)
	now := &moment{Age: 30, Levels: l, Person: woman}
	k.publish(now, nil)
	return now.Levels.CalciumUrine / restUrine
}

// Calcium and lack of PTH or oestradiol spill calcium; each by itself.
func TestCausesOfUrinaryCalcium(t *testing.T) {
	require.InDelta(t, 1, excretion(func(*Levels) {}), 1e-12)
	require.Greater(t, excretion(func(l *Levels) { l.Ionised *= 1.1 }), 2.0)
	require.Less(t, excretion(func(l *Levels) { l.Ionised *= 0.9 }), 0.6)
	require.Less(t, excretion(func(l *Levels) { l.PTH1R *= 2 }), 0.7)
	require.Greater(t, excretion(func(l *Levels) { l.PTH1R = 0 }), 1.5)
	without := excretion(func(l *Levels) { l.FreeEstradiol = 0.05 * restEstradiol })
	require.Greater(t, without, 1.08)
	require.Less(t, without, 1.3)
}

// PTH lowers the threshold of phosphate, and so phosphate.
func TestPTHLowersThePhosphateThreshold(t *testing.T) {
	threshold := func(pth float64) float64 {
		m := newMinerals(woman, restEstradiol, nil)
		now := &moment{Age: 30, Levels: m.now.Levels}
		now.Levels.PTH1R = pth
		newNephrons(&m.Kidney).publish(now, nil)
		return now.Levels.PhosphateThreshold
	}
	require.Greater(t, threshold(0), threshold(restPTH))
	require.Greater(t, threshold(restPTH), threshold(4*restPTH))
	l := newMinerals(woman, restEstradiol, func(m *minerals) { m.Diet.Phosphate = 2400 }).hours(30*24, nil)
	require.InDelta(t, 1560, l.PhosphateUrine*24*molarPhosphorus, 60) // out as in
	require.Less(t, l.Phosphate, 1.45)
	require.Greater(t, l.PTH, restPTH)
}

// The threshold is smooth and sharp: nothing below, the excess above.
func TestSpilledIsTheExcess(t *testing.T) {
	require.InDelta(t, 1, spilled(1), 0.003)
	require.InDelta(t, splay/2, spilled(0), 1e-12)
	require.Less(t, spilled(-1), 0.003)
	require.Greater(t, spilled(-1), 0.0)
}
