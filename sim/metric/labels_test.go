package metric_test

import (
	"math"
	"testing"

	"github.com/stretchr/testify/require"

	"trabecula/field/histology"
	"trabecula/field/tissue"
	"trabecula/sim/metric"
	"trabecula/sim/unit"
)

// What a pathologist computes from a biopsy of 10 mm of surface, by hand.
func TestLabelColumnsByHand(t *testing.T) {
	b := newBench()
	b.biopsy = histology.Biopsy{Time: 53 * unit.Day, Interval: 15 * unit.Day, Bone: 1e6, Osteoid: 12e3,
		Surface: 1e4, Seams: 1500, Single: 400, Double: 600, Between: 12}
	row := b.first()
	mar := math.Pi / 4 * 12 / 15
	for name, want := range map[string]float64{
		"biopsy_d": 53, "sls_bs_label": 4, "dls_bs_label": 6, "ms_bs_label": 8, "ir_l_wi_um": 12, "ir_l_th_um": math.Pi * 3,
		"mar_2d_label_um_d": 0.8, "mar_label_um_d": mar, "bfr_bs_label_um3_um2_y": mar * 0.08 * 365.25,
		"bfr_bv_label_pct_y": 100 * 0.8 * 800 * 365.25 / 1e6, "aj_ar_label_um_d": mar * 800 / 1500,
		"mlt_label_d": math.Pi / 4 * 8 / (mar * 800 / 1500), "omt_label_d": 10,
	} {
		require.InEpsilon(t, want, row[name], 1e-9, name)
	}
	requireMissing(t, row, "fp_label_d", "ac_f_label_per_y")
	bsbv := 4 / math.Pi * 1e4 / 1e6
	require.InEpsilon(t, row["bfr_bs_label_um3_um2_y"]*bsbv*100, row["bfr_bv_label_pct_y"], 1e-9, "BFR/BV = BFR/BS x BS/BV")
}

// With single labels only there is a mineralising surface and no rate; without a
// biopsy there is nothing.
func TestWhatLabelsDoNotTell(t *testing.T) {
	b := newBench()
	b.biopsy = histology.Biopsy{Time: 1, Interval: 15 * unit.Day, Bone: 1e6, Osteoid: 12e3, Surface: 1e4, Seams: 1500, Single: 400}
	row := b.first()
	require.Equal(t, 2.0, row["ms_bs_label"])
	requireMissing(t, row, "mar_label_um_d", "bfr_bs_label_um3_um2_y", "mlt_label_d")
	requireMissing(t, newBench().first(), "biopsy_d", "ms_bs_label", "mar_label_um_d")
}

// On a wall that forms steadily the labels tell what the fluxes do.
func TestLabelsAgreeWithFluxes(t *testing.T) {
	const v, days = 0.6, 140
	b, r := newBench(), metric.NewRecorder()
	p := tissue.Params{Maturation: b.Maturation(), Primary: 4 * unit.Day, Burst: 0.65}
	g := b.tissue.Grid
	label := func(day float64) tissue.Label {
		switch {
		case day >= 117 && day < 120:
			return tissue.FirstLabel
		case day >= 132 && day < 135:
			return tissue.SecondLabel
		}
		return tissue.NoLabel
	}
	var row map[string]float64
	for hour := range days * 24 {
		b.time = float64(hour)
		for y := range g.H { // every row has come another part of a pixel
			x := float64(wide) + v*b.time/24/g.Pixel + float64(y)/rows
			b.tissue.Form(g.At(int(x), y), 1, b.time, 0, 0)
			b.tissue.Form(g.At(int(x), y), x-math.Floor(x), b.time, 0, 0)
		}
		b.tissue.Mineralise(p, tissue.Supply{Mineral: 1, Label: label(b.time / unit.Day)}, b.time+1, 1)
		if hour%24 == 23 {
			b.biopsy = histology.Take(b.Tissue(), b.time, 15*unit.Day)
			row = named(r, b)
		}
	}
	require.InDelta(t, 100, row["ms_bs_label"], 1)
	require.InEpsilon(t, row["mar_um_d"], row["mar_label_um_d"], 0.08)
	require.InEpsilon(t, row["bfr_bs_um3_um2_y"], row["bfr_bs_label_um3_um2_y"], 0.08)
	require.InEpsilon(t, row["mlt_d"], row["mlt_label_d"], 0.15)
}

// Walls, cracks and calcium of a section that is known.
func TestWallsCracksAndCalcium(t *testing.T) {
	b, r := newBench(), metric.NewRecorder()
	for i := range b.tissue.Bone {
		b.tissue.Damage[i] = b.tissue.Bone[i] * 5e-8
		b.tissue.Mineral[i] = b.tissue.Bone[i] * 0.95
		if i%b.tissue.W < wide/4 {
			b.tissue.Mineral[i] = b.tissue.Bone[i] * 0.4
		}
	}
	row := named(r, b)
	require.InEpsilon(t, 5, row["cr_dn_per_cm2"], 1e-6)
	requireMissing(t, row, "w_th_completed_um", "matrix_ar_initial_um_d", "cracked_per_cm2_y")
	const organic = 1/0.67 - 1
	calcium := func(m float64) float64 { return 22.94 * (1 + organic) * m / (m + organic) }
	require.InEpsilon(t, 0.75*calcium(0.95)+0.25*calcium(0.4), row["ca_mean_wt_pct"], 1e-6)
	require.InDelta(t, calcium(0.95), row["ca_peak_wt_pct"], 0.1)
	require.InDelta(t, 0.17, row["ca_width_wt_pct"], 1e-9)
	require.InDelta(t, 25, row["ca_low_pct"], 1e-6)
	b.time = 100 * unit.Day
	b.tissue.Totals = tissue.Totals{Walls: 4, WallWidth: 200, WallDepth: 220, EarlyWidth: 32, EarlyTime: 20 * unit.Day,
		FrontWidth: 26, FrontTime: 20 * unit.Day, Cracked: 0.01, Uncracked: 0.02}
	row = named(r, b)
	for name, want := range map[string]float64{"w_wi_completed_um": 50, "w_th_completed_um": 50 * math.Pi / 4, "e_de_completed_um": 55 * math.Pi / 4,
		"matrix_ar_initial_um_d": 1.6 * math.Pi / 4, "mineral_ar_initial_um_d": 1.3 * math.Pi / 4, "walls": 4,
		"cracked_per_cm2_y": 0.01 / (row["b_ar_mm2"] / 100) * 3.6525} {
		require.InEpsilon(t, want, row[name], 1e-9, name)
	}
}
