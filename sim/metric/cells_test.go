package metric_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"trabecula/agents"
	"trabecula/field/signal"
)

func TestCells(t *testing.T) {
	b := newBench()
	beside, far := int32(b.tissue.At(wide+3, 50)), int32(b.tissue.At(2*wide-1, 50)) // 20 um and 95 um from bone
	inside := int32(b.at(50, 4))
	b.cells = []agents.Cell{
		{Kind: agents.Osteoclast, Pos: beside, Nuclei: 3}, {Kind: agents.Osteoclast, Pos: far, Nuclei: 6},
		{Kind: agents.Osteoblast, Pos: beside}, {Kind: agents.Osteoblast, Pos: beside}, {Kind: agents.Osteoblast, Pos: far},
		{Kind: agents.Osteocyte, Pos: inside}, {Kind: agents.Osteocyte, Pos: inside},
		{Kind: agents.Osteocyte, Pos: inside}, {Kind: agents.Osteocyte, Pos: inside, Flags: agents.Dead},
		{Kind: agents.TCell, Pos: far},
	}
	row := b.first()
	for name, want := range map[string]float64{"n_oc": 1, "n_osteoclast": 2, "nc_oc": 4.5, "n_osteoblast": 3,
		"n_osteocyte": 4, "n_t_cell": 1, "n_precursor": 0, "e_lc_pct": 25,
		"n_oc_bs_per_mm": 1 / row["b_pm_mm"], "n_ob_bs_per_mm": 2 / row["b_pm_mm"],
		"n_ot_per_mm2": 3 / row["b_ar_mm2"], "n_lc_per_mm2": 4 / row["b_ar_mm2"]} {
		require.InDelta(t, want, row[name], 1e-9, name)
	}
}

func TestSignalsAreMeansOfMarrow(t *testing.T) {
	b := newBench()
	b.signals = func(s signal.Signal, i int32) float64 { // bone 1000, touching marrow 20, rest of marrow 10
		switch x := int(i) % b.tissue.W; {
		case s != signal.TNF:
			return 0
		case x < wide:
			return 1000
		case x == wide:
			return 20
		}
		return 10
	}
	row := b.first()
	require.InDelta(t, 10+10.0/wide, row["tnf_mean_pm"], 1e-9)
	require.InDelta(t, 20, row["tnf_surface_pm"], 1e-9)
	require.Zero(t, row["il6_surface_pm"])
}
