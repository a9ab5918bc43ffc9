package metric_test

import (
	"math"
	"math/rand/v2"
	"testing"

	"github.com/stretchr/testify/require"

	"trabecula/agents"
	"trabecula/field/tissue"
	"trabecula/sim/metric"
	"trabecula/sim/unit"
)

// lived returns the last row of a patched section in which, every day from 0 to
// 400, the same amounts came about.
func lived(step int) (*bench, map[string]float64) {
	b := patched()
	b.cover(0, 4, agents.CoverOsteoclast)
	r := metric.NewRecorder()
	var row map[string]float64
	for day := 0; day <= 400; day += step {
		d := float64(day)
		b.time = d * unit.Day
		b.osteoid(10, 18, 1, 20) // stays ripe
		b.tissue.Totals = tissue.Totals{Formed: 120 * d, Resorbed: 150 * d, Mineralised: 100 * d,
			Erosions: int64(4 * day), Reversals: int64(3 * day), Completions: int64(2 * day), Arrests: int64(day),
			ErodedTime: 3 * 24 * 45 * d, FormingTime: 2 * 24 * 140 * d}
		row = named(r, b)
	}
	return b, row
}

func TestRatesAgainstConstantFluxes(t *testing.T) {
	_, row := lived(1)
	perimeter, bone := row["b_pm_mm"]*1e3, row["b_ar_mm2"]*1e6
	pixel := perimeter / rows // of interface a surface pixel
	for name, want := range map[string]float64{
		"formation_um2_d": 120, "resorption_um2_d": 150, "mineralisation_um2_d": 100,
		"mar_2d_um_d": 100 / (0.08 * perimeter), "bfr_b_pm_um2_um_y": 36525 / perimeter,
		"bfr_bv_pct_y": 100 * 36525 / bone, "renewal_pct_y": 100 * 120 * 365.25 / bone, "net_pct_y": -100 * 30 * 365.25 / bone,
		"aj_ar_um_d": math.Pi / 4 * 100 / (0.2 * perimeter), "er_um_d": math.Pi / 4 * 150 / (0.1 * perimeter),
		"matrix_ar_um_d":     math.Pi / 4 * 120 / (0.2 * perimeter),
		"ctx_flux_um2_mm2_d": 150 / 0.1, "p1np_flux_um2_mm2_d": 120 / 0.1,
		"w_wi_um": 120 / (3 * pixel), "e_de_2d_um": 150 / (4 * pixel), "ep_true_d": 45, "fp_true_d": 140,
		"ac_f_true_per_y": 365.25 * 3.0 / rows, "reversals": 1200, "arrests": 400, "erosions": 1600, "completions": 800,
	} {
		require.InEpsilon(t, want, row[name], 1e-9, name)
	}
}

func TestIdentitiesOfDynamicHistomorphometry(t *testing.T) {
	_, row := lived(1)
	near := func(a, b float64, what string) { t.Helper(); require.InEpsilon(t, a, b, 1e-9, what) }
	near(row["bfr_bs_um3_um2_y"], row["mar_um_d"]*row["ms_bs"]/100*365.25, "BFR/BS = MAR x MS/BS")
	near(row["bfr_bs_um3_um2_y"]/365.25/(row["os_bs"]/100), row["aj_ar_um_d"], "BFR/OS = Aj.AR")
	near(row["aj_ar_um_d"], row["mar_um_d"]*row["ms_os"]/100, "Aj.AR = MAR x MS/OS")
	bsbv := row["bs_tv_per_mm"] / (row["bv_tv"] / 100)
	near(row["bfr_bv_pct_y"], row["bfr_bs_um3_um2_y"]*bsbv*0.1, "BFR/BV = BFR/BS x BS/BV")
	near(row["mlt_d"], row["o_th_um"]/row["aj_ar_um_d"], "Mlt = O.Th/Aj.AR")
	near(row["omt_d"], row["o_th_um"]/row["mar_um_d"], "Omt = O.Th/MAR")
	require.GreaterOrEqual(t, row["mlt_d"], row["omt_d"])
	near(1, row["tt_p_d"]*row["ac_f_per_y"]/365.25, "Tt.P x Ac.f = 1")
	near(row["tt_p_d"], row["fp_d"]+row["ep_d"]+row["qp_d"], "Tt.P = FP + EP + QP")
	near(row["ep_d"], row["rs_p_d"]+row["rv_p_d"], "EP = Rs.P + Rv.P")
	near(row["fp_d"], row["w_th_um"]/row["aj_ar_um_d"], "FP = W.Th/Aj.AR")
	near(row["fp_active_d"], row["w_th_um"]/row["mar_um_d"], "FP(a+) = W.Th/MAR")
	near(math.Pi/4, row["mar_um_d"]/row["mar_2d_um_d"], "3D = π/4 x 2D")
	near(row["net_pct_y"], (row["formation_um2_d"]-row["resorption_um2_d"])*365.25/(row["b_ar_mm2"]*1e4), "balance")
}

// TestRowsNeedNotBeDaily: what is constant does not depend on how often it is seen.
func TestRowsNeedNotBeDaily(t *testing.T) {
	_, daily := lived(1)
	_, rare := lived(10)
	for name, want := range daily {
		if name == "ctx_flux_um2_mm2_d" || name == "p1np_flux_um2_mm2_d" {
			continue // a week holds no second row
		}
		if math.IsNaN(want) {
			requireMissing(t, rare, name)
		} else {
			require.InDelta(t, want, rare[name], 1e-9*max(math.Abs(want), 1), name)
		}
	}
}

func TestWindowForgets(t *testing.T) {
	b, r := patched(), metric.NewRecorder()
	at := map[int]float64{}
	for day := range 295 {
		b.time = float64(day) * unit.Day
		if day > 0 {
			b.tissue.Totals.Formed += 100
		}
		if day > 200 {
			b.tissue.Totals.Formed += 100
		}
		row := named(r, b)
		at[day] = row["formation_um2_d"]
		if day == 203 {
			require.InDelta(t, (4*100+3*200)/7.0, row["p1np_flux_um2_mm2_d"]*0.1, 1e-9)
		}
	}
	require.InDelta(t, 100, at[1], 1e-9)
	require.InDelta(t, 100, at[200], 1e-9)
	require.InDelta(t, 150, at[245], 1e-9)
	require.InDelta(t, 200, at[290], 1e-9)
	require.InDelta(t, 200, at[294], 1e-9)
}

// TestWindowMeansAreTrapezoidal: a perimeter that grows linearly counts with its
// middle.
func TestWindowMeansAreTrapezoidal(t *testing.T) {
	b, r := newBench(), metric.NewRecorder()
	var row map[string]float64
	for day := 0; day <= 80; day += 20 {
		b.time = float64(day) * unit.Day
		b.face(0, day, tissue.Covered)
		b.osteoid(0, day, 0, 1)
		b.tissue.Totals.Formed = 50 * float64(day)
		row = named(r, b)
	}
	require.InEpsilon(t, math.Pi/4*50/(0.4*row["b_pm_mm"]*1e3), row["matrix_ar_um_d"], 1e-9)
}

// TestFrontAgainstTruth: a wall on which cells lay v um of osteoid a day,
// mineralised by the tissue's own law. The front moves as fast, and by Little's
// law the lag is the mean age at which osteoid mineralises: maturation, then the
// time constant of primary mineralisation.
func TestFrontAgainstTruth(t *testing.T) {
	const v, days = 0.8, 110
	b, r := newBench(), metric.NewRecorder()
	p := tissue.Params{Maturation: b.Maturation(), Primary: 4 * unit.Day, Burst: 0.65, Secondary: 0.0003}
	g := b.tissue.Grid
	var row map[string]float64
	for hour := range days * 24 {
		b.time = float64(hour)
		if hour%24 == 0 {
			row = named(r, b)
		}
		for y := range g.H {
			b.tissue.Form(g.At(wide+int(v*b.time/24/g.Pixel), y), v/24/g.Pixel, b.time, 0, 0)
		}
		b.tissue.Mineralise(p, tissue.Supply{Mineral: 1}, b.time+1, 1)
	}
	length := rows * g.Pixel
	require.InEpsilon(t, v*length, row["formation_um2_d"], 0.01)
	require.InEpsilon(t, v*length/(row["b_pm_mm"]*1e3), row["mar_2d_um_d"], 0.03)
	require.InEpsilon(t, 17, row["mlt_d"], 0.02)
	require.InDelta(t, 100, row["ms_bs"], 1e-9)
}

func TestAreaBalance(t *testing.T) {
	b, r, chance := newBench(), metric.NewRecorder(), rand.New(rand.NewPCG(1, 2))
	before := named(r, b)
	for day := 1; day <= 30; day++ {
		b.time = float64(day) * unit.Day
		for range 200 {
			i := b.tissue.At(wide-3+chance.IntN(6), chance.IntN(rows))
			if chance.IntN(3) == 0 {
				b.tissue.Form(i, chance.Float64(), b.time, 0, 0)
			} else {
				b.tissue.Resorb(i, chance.Float64(), b.time)
			}
		}
		after := named(r, b)
		gained := (after["b_ar_mm2"] - before["b_ar_mm2"]) * 1e6
		require.InDelta(t, gained, (after["formation_um2_d"]-after["resorption_um2_d"])*float64(day), 1e-6)
		require.InDelta(t, 100, after["os_bs"]+after["es_bs"]+after["qs_bs"], 1e-9)
		require.NotZero(t, gained)
	}
}
