package drug

import (
	"testing"

	"github.com/stretchr/testify/require"
)

// The pools of hormones that the body clears, with published clearances.
func pools() map[string]pool {
	return map[string]pool{
		"estradiol":    {volume: 100, clearance: 56},                // 1350 L/d (Longcope 1968); half-life 1-2 h
		"progesterone": {volume: 60, clearance: 88},                 // 2100 L/d (Lin 1972)
		"testosterone": {volume: 70, clearance: 42, molar: 0.28842}, // 1000 L/d, half-life 70 min (Southren 1968)
		"T4":           {volume: 10, clearance: 0.05},               // 1.2 L/d
		"GH":           {volume: 4, clearance: 9},                   // 2-3 mL/min/kg, half-life 20 min
		"calcitriol":   {volume: 14, clearance: 1.4},                // Peterson & Riggs 2010
	}
}

// TestPublishedCurves holds peaks, times, half-lives and areas against what labels
// and studies report; tolerances are the spread they give, or 25 %.
func TestPublishedCurves(t *testing.T) {
	for _, c := range []struct {
		name, plan string
		pool       string
		from, end  float64 // [h]
		step       float64 // [h]
		want       curve   // 0: not published
		within     curve   // relative; 0: 25 %
	}{
		// Forteo label: 159 pg/mL at 30 min, area 295 pg h/mL, half-life 1 h.
		{name: "teriparatide", plan: "teriparatide 20 ug sc once at 0 h", end: 6, step: 0.01,
			want: curve{peak: 0.159, peakTime: 0.5, area: 0.295, halfLife: 1}, within: curve{peakTime: 0.4}},
		// Sikjaer 2013: 26.5 pM after 15 min, half-life 2.2 h.
		{name: "PTH(1-84)", plan: "PTH(1-84) 100 ug sc once at 0 h", end: 8, step: 0.01,
			want: curve{peak: 26.5 * 9.425 / 1000, peakTime: 0.25, halfLife: 2.2}, within: curve{peakTime: 0.4}},
		// Miacalcic product information: peak at 23 min, half-life 1-1.5 h.
		{name: "calcitonin", plan: "calcitonin 100 IU sc once at 0 h", end: 6, step: 0.01,
			want: curve{peakTime: 23. / 60, halfLife: 1.1}, within: curve{peakTime: 0.4}},
		// Miacalcin label: nasal peak at 13 min.
		{name: "calcitonin nasal", plan: "calcitonin 200 IU nasal once at 0 h", end: 4, step: 0.01,
			want: curve{peakTime: 13. / 60}, within: curve{peakTime: 0.6}},
		// Prolia label: 6.75 ug/mL (SD 1.89) at 10 d (3-21), area to 16 weeks 316 ug d/mL (SD 101).
		{name: "denosumab", plan: "denosumab 60 mg sc once at 0 h", end: 16 * 168, step: 1,
			want: curve{peak: 6750, peakTime: 240, area: 316e3 * 24}, within: curve{peak: 0.28, peakTime: 0.5, area: 0.32}},
		// Evenity label: 22.2 ug/mL (SD 5.8) at 5 d (2-7), area 389 ug d/mL (SD 127).
		{name: "romosozumab", plan: "romosozumab 210 mg sc once at 0 h", end: 60 * 24, step: 1,
			want: curve{peak: 22200, peakTime: 120, area: 389e3 * 24}, within: curve{peakTime: 0.4, area: 0.32}},
		// Evenity label: troughs of 8-13 ug/mL on 210 mg monthly.
		{name: "romosozumab monthly", plan: "romosozumab 210 mg sc monthly", from: 5*730.5 + 16, end: 6*730.5 + 8, step: 1,
			want: curve{last: 10500}},
		// Pickup 1979: 235 ng/mL at 1-2 h after 10 mg; Rose 1981: half-life 3.5 h.
		{name: "prednisolone", plan: "prednisolone 10 mg po once at 0 h", end: 16, step: 0.02,
			want: curve{peak: 235, peakTime: 1.5, halfLife: 3.5}, within: curve{peakTime: 0.5}},
		// Derendorf 1991: peak at 1.2 h, half-life 1.2-2 h, 300 ng/mL after 20 mg.
		{name: "hydrocortisone", plan: "hydrocortisone 20 mg po once at 0 h", end: 12, step: 0.02,
			want: curve{peak: 300, peakTime: 1.2, halfLife: 1.6}, within: curve{peakTime: 0.35}},
		{name: "dexamethasone", plan: "dexamethasone 1 mg po once at 0 h", end: 20, step: 0.02,
			want: curve{peakTime: 1.5, halfLife: 3.6}},
		// Chen 2002: 264 ng/mL (SD 86) after 4 mg in 15 min, area 420 ng h/mL; below 1 % after a day.
		{name: "zoledronate", plan: "zoledronate 4 mg iv once at 0 h", end: 12, step: 0.01,
			want: curve{peak: 264, area: 420, peakTime: 0.25, halfLife: 1.87}, within: curve{peak: 0.33}},
		// Humira label: 4.7 ug/mL (SD 1.6) at 131 h (SD 56), half-life 14 d.
		{name: "adalimumab", plan: "adalimumab 40 mg sc once at 0 h", end: 70 * 24, step: 1,
			want: curve{peak: 4700, peakTime: 131, halfLife: 14 * 24}, within: curve{peak: 0.34, peakTime: 0.43}},
		// Enbrel label: half-life 102 h (SD 30), peak at 69 h (SD 34), 1.1 ug/mL (SD 0.6) after 25 mg.
		{name: "etanercept", plan: "etanercept 25 mg sc once at 0 h", end: 800, step: 0.5,
			want: curve{peak: 1100, peakTime: 69, halfLife: 102}, within: curve{peak: 0.55, peakTime: 0.5, halfLife: 0.3}},
		// Remicade label: 118 ug/mL after 5 mg/kg, half-life 7.7-9.5 d.
		{name: "infliximab", plan: "infliximab 5 mg/kg iv once at 0 h", end: 40 * 24, step: 0.5,
			want: curve{peak: 118e3, halfLife: 8.6 * 24}},
		// Arimidex label: half-life 40-50 h, peak within 2 h; 30-40 ng/mL at steady state.
		{name: "anastrozole", plan: "anastrozole 1 mg po daily", from: 20*24 + 8, end: 21*24 + 8, step: 0.05,
			want: curve{mean: 35, peakTime: 1.7}},
		// Gobburu 1999: half-life 2 h.
		{name: "ipamorelin", plan: "ipamorelin 300 ug sc once at 0 h", end: 12, step: 0.02, want: curve{halfLife: 2}},
		// Sermorelin label: peak at 5-20 min, half-life 11-12 min.
		{name: "sermorelin", plan: "sermorelin 2 mg sc once at 0 h", end: 2.5, step: 0.002,
			want: curve{peakTime: 11. / 60, halfLife: 11.5 / 60}},
		// Teichman 2006: half-life 5.8-8.1 d.
		{name: "CJC-1295", plan: "CJC-1295 60 ug/kg sc once at 0 h", end: 40 * 24, step: 0.5, want: curve{halfLife: 6.9 * 24}},
		// Sennello 1986: 32.3 ng/mL at 0.6 h after 1 mg, half-life 2.9-3.6 h.
		{name: "leuprorelin", plan: "leuprorelin 1 mg sc once at 0 h", end: 16, step: 0.02,
			want: curve{peak: 32.3, peakTime: 0.6, halfLife: 2.9}, within: curve{peakTime: 0.9}},
		// Periti 2002: 0.4-1.4 ng/mL over 28 d.
		{name: "leuprorelin depot", plan: "leuprorelin 7.5 mg im q28d", from: 200, end: 600, step: 0.5, want: curve{mean: 0.9}, within: curve{mean: 0.55}},

		// Climara label: 50 ug/d keep about 35-40 pg/mL.
		{name: "estradiol patch", pool: "estradiol", plan: "estradiol 50 ug/d transdermal twice weekly", from: 200, end: 400, step: 0.1,
			want: curve{mean: 0.038}},
		// Kuhl 2005: 2 mg daily by mouth keep 60-100 pg/mL on average.
		{name: "estradiol oral", pool: "estradiol", plan: "estradiol 2 mg oral daily", from: 200, end: 224, step: 0.05,
			want: curve{mean: 0.075, peakTime: 4}, within: curve{peakTime: 0.5}},
		// Levine & Watson 2000 and others: 2-10 ng/mL at 2-3 h after 100-200 mg.
		{name: "progesterone", pool: "progesterone", plan: "progesterone 200 mg po once at 0 h", end: 24, step: 0.02,
			want: curve{peak: 9, peakTime: 2.2}, within: curve{peak: 0.5, peakTime: 0.5}},
		// Nankin 1987: 200 mg peak at 1112 ng/dL (SD 297) on days 4-5 and fall to 400 in 14 d.
		{name: "testosterone cypionate", pool: "testosterone", plan: "testosterone cypionate 200 mg im once at 0 h", end: 336, step: 0.5,
			want: curve{peak: 11, peakTime: 96, last: 4}},
		// AndroGel label: 50 mg daily keep 400-560 ng/dL.
		{name: "testosterone gel", pool: "testosterone", plan: "testosterone gel 50 mg transdermal daily", from: 300, end: 396, step: 0.1,
			want: curve{mean: 4.8}},
		// Humatrope label: 63 ng/mL after 0.1 mg/kg, area 585 ng h/mL, half-life 3.8 h; six men peak at 3.3 h (1988).
		{name: "GH", pool: "GH", plan: "GH 0.1 mg/kg sc once at 0 h", end: 30, step: 0.02,
			want: curve{peak: 63, peakTime: 3.3, area: 585, halfLife: 3.8}},
		// Rocaltrol label: peak at 3-6 h.
		{name: "calcitriol", pool: "calcitriol", plan: "calcitriol 0.5 ug po once at 0 h", end: 24, step: 0.02, want: curve{peakTime: 4.5}},
		// Synthroid label: peak at 2-4 h.
		{name: "levothyroxine", pool: "T4", plan: "levothyroxine 100 ug po once at 0 h", end: 24, step: 0.02,
			want: curve{peakTime: 4}, within: curve{peakTime: 0.5}},
	} {
		t.Run(c.name, func(t *testing.T) {
			g := newRig(t, c.plan, c.step)
			g.pool = pools()[c.pool]
			got := follow(g, c.from, c.end)
			t.Logf("%+v", got)
			for _, x := range []struct {
				what              string
				got, want, within float64
			}{
				{"peak", got.peak, c.want.peak, c.within.peak},
				{"time of peak", got.peakTime, c.want.peakTime, c.within.peakTime},
				{"area", got.area, c.want.area, c.within.area},
				{"half-life", got.halfLife, c.want.halfLife, c.within.halfLife},
				{"last", got.last, c.want.last, c.within.last},
				{"mean", got.mean, c.want.mean, c.within.mean},
			} {
				if x.within == 0 {
					x.within = 0.25
				}
				if x.want != 0 {
					require.InEpsilon(t, x.want, x.got, x.within, x.what)
				}
			}
		})
	}
}
