package sim

import (
	"testing"

	"github.com/stretchr/testify/require"

	"trabecula/agents"
	"trabecula/field/signal"
	"trabecula/sim/unit"
)

// Without RANKL no osteoclast is ever formed, and no bone lost, whatever else
// drives resorption.
func TestNoOsteoclastWithoutRANKL(t *testing.T) {
	lengthy(t)
	p := busy()
	p.Stimuli.Inflammation = 1
	p.Signals[signal.RANKL].Secretion = 0
	m := must(New(p, plate(64), 1, Options{Workers: 2}))
	held := m.balance().Bone
	for range months(4) {
		require.NoError(t, m.Step())
		require.Zero(t, m.View().Counts()[agents.Osteoclast])
		now := m.balance().Bone
		require.GreaterOrEqual(t, now, held)
		held = now
	}
	require.Zero(t, m.View().Tissue().Totals().Resorbed)
	for _, c := range m.solver.Values(signal.RANKL) {
		require.Zero(t, c)
	}
}

// Without OPG more bone is resorbed than with it, over a few sections together:
// in one section alone chance may hold off resorption for months.
func TestMoreIsResorbedWithoutOPG(t *testing.T) {
	lengthy(t)
	resorbed := func(opg float64) (sum float64) {
		p := Defaults()
		p.Time.Step = 4
		p.Signals[signal.OPG].Secretion = opg
		for seed := range uint64(3) {
			m := must(New(p, plate(128), seed, Options{Workers: 2}))
			run(t, m, months(2.5))
			sum += m.View().Tissue().Totals().Resorbed
		}
		return sum
	}
	require.Greater(t, resorbed(0), resorbed(1))
}

// The multiplier of a signal acts on all its secretion, and on no other signal.
func TestSecretionMultiplierSilencesItsSignal(t *testing.T) {
	secreted := [...]signal.Signal{signal.RANKL, signal.OPG, signal.MCSF, signal.Sclerostin, signal.TNF, signal.IL1, signal.IL6, signal.IL10}
	for _, silent := range secreted {
		p := busy()
		of[agents.TCellParams](&p, agents.TCell).Density = 100e-6
		of[agents.MacrophageParams](&p, agents.Macrophage).Density = 100e-6
		p.Signals[silent].Secretion = 0
		m := must(New(p, plate(48), 1, Options{}))
		run(t, m, 3)
		for _, s := range secreted {
			require.Equal(t, s != silent, m.View().Ledger(s).Secreted > 0, "%s without %s", s, silent)
			require.Equal(t, s != silent, m.View().SignalSum(s, []int32{1, 500, 1200}) > 0, "%s without %s", s, silent)
		}
	}
}

// Twice the multiplier is twice the signal, of one that nothing binds.
func TestSecretionMultiplierIsLinear(t *testing.T) {
	made := func(times float64) float64 {
		p := busy()
		p.Signals[signal.Sclerostin].Secretion = times
		m := must(New(p, plate(48), 1, Options{}))
		run(t, m, 2) // cells answer to sclerostin only later
		return m.View().Ledger(signal.Sclerostin).Secreted
	}
	require.InEpsilon(t, 2*made(1), made(2), 1e-6)
}

// What resorption takes from the matrix is secreted in the next step: the active
// share of the TGF-β, which has no other source, in molecules.
func TestResorptionFreesMatrixTGFb(t *testing.T) {
	lengthy(t)
	p := busy()
	of[agents.OsteoclastParams](&p, agents.Osteoclast).TGFb = 0.25
	of[agents.RegulatoryParams](&p, agents.RegulatoryTCell).TGFb = 0 // no other source
	m := must(New(p, plate(64), 1, Options{}))
	perMolecule := unit.MoleculePerVolume / m.tissue.PixelVolume() // pM of a pixel
	tgfb, igf1 := p.Matrix.Contents(m.tissue.Grid)
	require.Positive(t, min(tgfb, igf1))
	run(t, m, months(2))
	held := float64(0)
	for _, v := range m.tissue.TGFb {
		held += float64(v)
	}
	now := m.View().Tissue().Totals()
	require.Positive(t, now.Resorbed)
	bound := tgfb * (float64(64*21) + (now.Formed)/25) // the plate has 21 rows; new matrix binds as much
	freed := 0.25 * (bound - held) * perMolecule
	pending := 0.0
	for _, point := range m.input.Secretion[signal.TGFb] {
		pending += float64(point.Rate) * p.Time.Step // to be spread in the step to come
	}
	require.InEpsilon(t, freed, m.View().Ledger(signal.TGFb).Secreted+pending, 1e-3)
}
