package sim

import (
	"testing"

	"github.com/stretchr/testify/require"

	"trabecula/agents"
)

// starve takes all sources of RANKL away from a model that runs.
func starve(p *Params) (giveBack func()) {
	sources := []*float64{
		&of[agents.OsteocyteParams](p, agents.Osteocyte).RANKL, &of[agents.LiningParams](p, agents.LiningCell).RANKL,
		&of[agents.OsteoblastParams](p, agents.Osteoblast).RANKL, &of[agents.PreOsteoblastParams](p, agents.PreOsteoblast).RANKL,
		&of[agents.ReversalParams](p, agents.Reversal).RANKL, &of[agents.TCellParams](p, agents.TCell).RANKL,
		&of[agents.BCellParams](p, agents.BCell).RANKL, &of[agents.AdipocyteParams](p, agents.Adipocyte).RANKL,
	}
	held := make([]float64, len(sources))
	for i, v := range sources {
		held[i], *v = *v, 0
	}
	return func() {
		for i, v := range sources {
			*v = held[i]
		}
	}
}

// Osteoclasts that RANKL has left wait as osteomorphs, and are there again when it
// is back, though no monocyte is left to make them of; without fission they are not.
func TestOsteoclastsComeBackFromOsteomorphs(t *testing.T) {
	lengthy(t)
	for _, share := range []float64{0, 1} {
		waiting, founded := 0, 0
		for seed := range uint64(2) {
			p := busy()
			osteoclast := of[agents.OsteoclastParams](&p, agents.Osteoclast)
			osteoclast.Fission.Share, osteoclast.NucleusLife = share, 1e9    // so that there are three to fuse again
			of[agents.OsteomorphParams](&p, agents.Osteomorph).Contact = 100 // in so small a section they find each other
			m := must(New(p, plate(48), seed+1, Options{Workers: 1, Check: true}))
			run(t, m, months(0.7))
			require.Positive(t, m.View().Counts()[agents.Osteoclast])
			giveBack := starve(&p)
			osteoclast.Starved = 12
			monocytes := of[agents.PrecursorParams](&p, agents.Precursor)
			monocytes.Entry, monocytes.Residence = 0, 1
			run(t, m, months(0.5))
			n := m.View().Counts()
			require.Zero(t, n[agents.Osteoclast]+n[agents.Precursor])
			waiting += n[agents.Osteomorph]
			giveBack()
			h := run(t, m, months(0.4))
			founded += h.founded
		}
		require.Equal(t, share > 0, waiting > 0)
		require.Equal(t, share > 0, founded > 0)
	}
}
