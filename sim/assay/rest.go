package assay

import (
	"math"

	"trabecula/sim/endocrine"
	"trabecula/sim/unit"
)

// rest is what a person is like when nothing is done.
func rest() Assay {
	return Assay{
		Name: "rest", Doc: "a day in profile and two years of daily means: readings, fluxes, calcium balance",
		Shown: []string{"serum_calcium_mg_dl", "serum_pth_pg_ml", "serum_cortisol_ug_dl", "serum_tsh_miu_l", "serum_gh_ug_l", "serum_estradiol_pg_ml"}, axis: inDays,
		protocol: func(b *bench) {
			b.follow(unit.Day, 10*unit.Minute)
			b.course("two years")
			b.means(730, unit.Day)
		},
		summary: atRest,
	}
}

// restFluxes are the probes of the flux table and their published values [mg/d].
var restFluxes = []struct{ probe, published string }{
	{"calcium_intake_mg_d", "1000 (diet)"}, {"calcium_absorbed_mg_d", "350-400"}, {"calcium_secreted_mg_d", "200-250"},
	{"calcium_faecal_mg_d", "800-850"}, {"calcium_filtered_mg_d", "10000"}, {"calcium_urine_mg_d", "150-200"},
	{"bone_resorption_mg_d", "500"}, {"bone_formation_mg_d", "500"}, {"calcium_exchange_mg_d", "0"}, {"phosphorus_urine_mg_d", ""},
}

// atRest tabulates a day, two years, the fluxes and what closes the balance.
func atRest(r *Result) {
	day, years := r.Courses[0], r.Courses[1]
	day.Arm = "a day"
	r.Tables = append(r.Tables, readings(r, years), fluxes(years), balance(years))
}

// readings lists every reading of the laboratory over two years against its
// reference interval: single samples, those of the morning, or means.
func readings(r *Result, years *Course) Table {
	t := Table{Title: "Readings at rest over two years", Rows: [][]string{{"reading", "unit", "mean", "range", "of", "reference", "verdict", "note"}}}
	for i, p := range r.Probes {
		if p.reading == nil {
			continue
		}
		interval := p.reading.Of(r.Person)
		seen, of := compared(years, i, interval.Over)
		verdict := "IN"
		if !interval.Contains(seen.low) || !interval.Contains(seen.high) {
			verdict = "OUT"
		}
		t.Rows = append(t.Rows, []string{p.Name, p.Unit, number(average(years.values[i])), band(seen.low, seen.high), of, band(interval.Low, interval.High), verdict, interval.Note})
	}
	return t
}

// compared returns the range of what an interval is about, and its name.
func compared(c *Course, probe int, over endocrine.Span) (extent, string) {
	switch over {
	case endocrine.Hours:
		return c.all[probe], "samples"
	case endocrine.Morning:
		return c.mornings[probe], "7-9 h"
	case endocrine.Days:
		return running(c.values[probe], 1), "days"
	}
	return running(c.values[probe], 28), "28 d"
}

// running returns the range of means over n rows.
func running(values []float64, n int) extent {
	e := extent{math.Inf(1), math.Inf(-1)}
	for i := n; i <= len(values); i++ {
		e = e.with(average(values[i-n : i]))
	}
	return e
}

// fluxes lists the flows of calcium with what textbooks say.
func fluxes(c *Course) Table {
	t := Table{Title: "Fluxes (textbooks, 1 g diet)", Rows: [][]string{{"flux", "simulated mg/d", "published mg/d"}}}
	for _, f := range restFluxes {
		t.Rows = append(t.Rows, []string{f.probe, number(average(c.Of(f.probe))), f.published})
	}
	return t
}

// balance compares what enters the plasma with what leaves it.
func balance(c *Course) Table {
	of := func(name string) float64 { return average(c.Of(name)) }
	in := of("calcium_absorbed_mg_d") + of("bone_resorption_mg_d") + of("calcium_exchange_mg_d")
	out := of("calcium_secreted_mg_d") + of("calcium_urine_mg_d") + of("bone_formation_mg_d")
	eaten := of("calcium_intake_mg_d") - of("calcium_faecal_mg_d") - of("calcium_urine_mg_d")
	return Table{Title: "Calcium balance over two years", Rows: [][]string{
		{"balance", "mg/d"},
		{"into plasma", number(in)}, {"out of plasma", number(out)}, {"remainder (hourly samples)", number(in - out)},
		{"eaten less lost", number(eaten)}, {"kept by bone", number(of("bone_formation_mg_d") - of("bone_resorption_mg_d") - of("calcium_exchange_mg_d"))},
	}}
}

func average(values []float64) float64 {
	sum := 0.0
	for _, v := range values {
		sum += v
	}
	return sum / float64(len(values))
}
