package sim

import (
	"testing"

	"github.com/stretchr/testify/require"

	"trabecula/field/signal"
	"trabecula/sim/unit"
)

// An antibody in blood takes its target out of the section, more of it more.
func TestDenosumabTakesRANKLAway(t *testing.T) {
	left := func(plan string) float64 {
		p := busy()
		p.Body.Treatment.Plan = plan
		m := must(New(p, plate(64), 1, Options{Workers: 2}))
		run(t, m, 10*6)
		return m.View().Ledger(signal.RANKL).Decayed // the mean over the ten days, but for a factor
	}
	none, little, much := left(""), left("denosumab 0.05 mg/kg sc once"), left("denosumab 60 mg sc once")
	require.Less(t, little, 0.8*none)
	require.Less(t, much, 0.5*little)
}

// What osteoclasts free raises calcium in serum and holds PTH down.
func TestResorptionOfTheSectionReachesTheSerum(t *testing.T) {
	p := busy()
	p.Body.Skeleton.Share = 1
	m := must(New(p, plate(64), 1, Options{}))
	before := m.body.Levels()
	rate := p.Body.Skeleton.Turnover * p.Time.Step
	for range 60 * 6 {
		m.body.Report(4*rate, rate, p.Time.Step)
		require.NoError(t, m.body.Advance(p.Time.Step))
	}
	after := m.body.Levels()
	require.Greater(t, after.Calcium, 1.01*before.Calcium)
	require.Less(t, after.PTH, 0.8*before.PTH)
}

// The body is told exactly what the tissue's account of mineral holds.
func TestBodyIsToldAllMineralThatMoved(t *testing.T) {
	m := must(New(busy(), plate(64), 1, Options{Workers: 2}))
	run(t, m, months(2))
	m.report()
	require.Equal(t, flux{m.tissue.Totals.MineralIn, m.tissue.Totals.MineralOut}, m.told)
	require.Positive(t, m.told.Out)
}

// Profiles of perfusion are renewed as bone changes, and kept in the state.
func TestPerfusionIsRenewedMonthly(t *testing.T) {
	p := busy()
	m := must(New(p, plate(64), 1, Options{}))
	first := m.env.Perfusion[signal.PTH]
	require.NotNil(t, first)
	run(t, m, int(perfusing/p.Time.Step)-1)
	require.Equal(t, first, m.env.Perfusion[signal.PTH])
	run(t, m, 3)
	require.NotEqual(t, first, m.env.Perfusion[signal.PTH])
	require.NotNil(t, m.env.Perfusion[signal.PTH])
	state, err := m.MarshalBinary()
	require.NoError(t, err)
	back, err := Restore(p, state, Options{})
	require.NoError(t, err)
	require.Equal(t, m.env.Perfusion, back.env.Perfusion)
	require.Equal(t, 30*unit.Day, perfusing)
}
