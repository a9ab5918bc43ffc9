package metric_test

import (
	"math"
	"testing"

	"github.com/stretchr/testify/require"

	"trabecula/agents"
	"trabecula/field/morphometry"
	"trabecula/field/tissue"
	"trabecula/sim/unit"
)

// patched returns a plate with 10 rows eroded, 20 under osteoid, the rest quiet.
func patched() *bench {
	b := newBench()
	b.time = 1000 * unit.Day
	b.face(0, 10, tissue.Eroded)
	b.face(10, 30, tissue.Covered)
	b.osteoid(10, 30, 0, 3)  // young everywhere
	b.osteoid(10, 18, 1, 20) // ripe below 8 rows
	return b
}

func TestSurfacesArePartsOfBS(t *testing.T) {
	b := patched()
	b.cover(0, 4, agents.CoverOsteoclast)
	b.cover(12, 18, agents.CoverOsteoblast)
	row := b.first()
	for name, want := range map[string]float64{"es_bs": 10, "os_bs": 20, "qs_bs": 70, "oc_s_bs": 4,
		"rv_s_bs": 6, "ob_s_bs": 6, "ms_bs": 8, "ms_os": 40} {
		require.InDelta(t, want, row[name], 1e-9, name)
	}
	require.InDelta(t, 100, row["os_bs"]+row["es_bs"]+row["qs_bs"], 1e-9)
}

func TestOsteoclastSurfaceNeedsBareErodedBone(t *testing.T) {
	b := patched()
	b.cover(0, 100, agents.CoverOsteoclast) // over all states
	b.cover(0, 3, agents.CoverReversal)     // whom the osteoclast cannot pass
	b.cover(3, 4, agents.CoverOsteoblast)
	row := b.first()
	require.InDelta(t, 6, row["oc_s_bs"], 1e-9)
	require.LessOrEqual(t, row["oc_s_bs"], row["es_bs"])
}

func TestMineralisingSurfaceLooksIntoTheSeam(t *testing.T) {
	for _, c := range []struct {
		depth int
		age   float64
		want  float64
	}{
		{0, 12.9, 0},  // too young
		{0, 13, 20},   // ripe, at the surface
		{3, 14, 20},   // 17.5 um deep
		{4, 14, 0},    // 22.5 um deep: another seam
		{0, -1e-3, 0}, // laid this moment
	} {
		b := newBench()
		b.time = 500 * unit.Day
		b.face(10, 30, tissue.Covered)
		b.osteoid(10, 30, 0, 1) // a young seam
		b.osteoid(10, 30, c.depth, c.age)
		require.InDelta(t, c.want, b.first()["ms_bs"], 1e-9, "%+v", c)
	}
}

func TestOsteoidSurfaceIsWhatAMicroscopeShows(t *testing.T) {
	for amount, want := range map[float32]float64{0: 0, 0.19: 0, 0.2: 20, 0.5: 20} { // of a 5 um pixel
		b := newBench()
		b.face(10, 30, tissue.Covered)
		for y := 10; y < 30; y++ { // half in the surface pixel, half in the marrow pixel that fills
			b.tissue.Osteoid[b.at(y, 0)] = amount / 2
			b.tissue.Bone[b.at(y, -1)], b.tissue.Osteoid[b.at(y, -1)] = amount/2, amount/2
		}
		row := b.first()
		require.InDelta(t, want, row["os_bs"], 1e-9, "%g", amount)
		require.InDelta(t, 100-want, row["qs_bs"], 1e-9, "%g", amount)
	}
}

func TestMineralisingSurfaceStopsAtMarrow(t *testing.T) {
	b := newBench()
	b.time = 500 * unit.Day
	b.face(0, rows, tissue.Covered)
	for y := range rows { // a thin shell, and beyond a gap the plate, ripe
		b.tissue.Bone[b.at(y, 1)] = 0
	}
	b.osteoid(0, rows, 0, 1)
	b.osteoid(0, rows, 2, 50)
	for y := range rows {
		b.tissue.Face[b.at(y, 2)] = tissue.Quiescent
	}
	require.Zero(t, b.first()["ms_bs"])
}

func TestStructureFollowsMorphometry(t *testing.T) {
	b := newBench()
	for i := range b.tissue.Bone { // half-filled marrow pixels are bone area, not surface
		if i%b.tissue.W == wide {
			b.tissue.Bone[i] = 0.25
		}
	}
	perimeter := morphometry.Perimeter(morphometry.Threshold(b.tissue.Grid, b.tissue.Bone, tissue.Solid))
	area := (wide + 0.25) * rows * 25
	row := b.first()
	require.InDelta(t, area/1e6, row["b_ar_mm2"], 1e-9)
	require.InDelta(t, 100*(wide+0.25)/(2*wide), row["bv_tv"], 1e-9)
	require.InDelta(t, perimeter/1e3, row["b_pm_mm"], 1e-9)
	require.InDelta(t, 4/math.Pi*perimeter/b.tissue.Area()*1e3, row["bs_tv_per_mm"], 1e-9)
	require.InDelta(t, 2*area/perimeter, row["tb_wi_um"], 1e-9)
	require.InDelta(t, math.Pi/4*row["tb_wi_um"], row["tb_th_um"], 1e-9)
	require.InDelta(t, row["bv_tv"]/100/row["tb_th_um"]*1e3, row["tb_n_per_mm"], 1e-9)
	require.InDelta(t, row["tb_th_um"]*(100/row["bv_tv"]-1), row["tb_sp_um"], 1e-6)
}

func TestOsteoidAndMineral(t *testing.T) {
	b := patched()
	row := b.first()
	osteoid, perimeter := 28.0*25, 0.2*row["b_pm_mm"]*1e3
	require.InDelta(t, 100*28.0/(wide*rows), row["ov_bv"], 1e-9)
	require.InDelta(t, osteoid/perimeter, row["o_wi_um"], 1e-9)
	require.InDelta(t, math.Pi/4*row["o_wi_um"], row["o_th_um"], 1e-9)
	require.InDelta(t, 80, row["mdmb"], 1e-5)
	require.InDelta(t, 80*(wide*rows-28.0)/(2*wide*rows), row["bmd_tv"], 1e-5)
}

func TestWhatIsNotThereIsMissing(t *testing.T) {
	empty := newBench()
	clear(empty.tissue.Bone)
	row := empty.first()
	require.Zero(t, row["bv_tv"])
	require.Zero(t, row["b_pm_mm"])
	requireMissing(t, row, "tb_th_um", "tb_n_per_mm", "tb_sp_um", "os_bs", "es_bs", "ms_os", "o_th_um",
		"ov_bv", "n_oc_bs_per_mm", "n_ot_per_mm2", "nc_oc", "rankl_surface_pm")

	full := newBench()
	for i := range full.tissue.Bone {
		full.tissue.Bone[i] = 1
	}
	row = full.first()
	require.Zero(t, row["b_pm_mm"], "the edge of the section is no surface")
	requireMissing(t, row, "qs_bs", "rankl_mean_pm")

	row = newBench().first() // quiet bone, no past
	require.Zero(t, row["os_bs"])
	requireMissing(t, row, "o_th_um", "mar_um_d", "bfr_bs_um3_um2_y", "mlt_d", "ac_f_per_y", "w_th_um",
		"formation_um2_d", "net_pct_y", "ctx_flux_um2_mm2_d", "ep_true_d")
}
