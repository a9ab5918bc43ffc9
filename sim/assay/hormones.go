package assay

import "trabecula/sim/unit"

var pthProbes = []string{"pth1r_pmol_l", "pth_pmol_l", "serum_ionised_calcium_mmol_l", "serum_calcium_mg_dl", "calcium_urine_mg_d", "serum_phosphate_mg_dl"}

func pthInfusion() Assay {
	return Assay{
		Name: "pth-infusion", Doc: "teriparatide intravenously at 2 pmol/kg/h for 7 days, and a week after",
		Shown: []string{"pth1r_pmol_l", "pth_pmol_l", "serum_calcium_mg_dl", "resorption_pct", "formation_pct", "serum_calcitriol_pg_ml"},
		arms:  []arm{{name: "saline"}, {name: "PTH", plan: "teriparatide 2 pmol/kg/h intravenous infusion from 8 h to 176 h"}}, axis: inDays,
		protocol: acute(14*unit.Day, 2*unit.Hour),
		summary: func(r *Result) {
			r.table("Week of infusion", []string{"Ca before mg/dL", "day 6-7", "resorption before %", "day 6-7", "formation before %", "day 6-7", "day 13-14"}, func(c *Course) []float64 {
				d := func(name string, from, to float64) float64 { return c.mean(name, from*unit.Day, to*unit.Day) }
				return []float64{c.mean("serum_calcium_mg_dl", -1, 0), d("serum_calcium_mg_dl", 6, 7), c.mean("resorption_pct", -1, 0), d("resorption_pct", 6, 7), c.mean("formation_pct", -1, 0), d("formation_pct", 6, 7), d("formation_pct", 13, 14)}
			})
		},
	}
}

func pthInjection() Assay {
	return Assay{
		Name: "pth-injection", Doc: "teriparatide 20 ug and PTH(1-84) 100 ug under the skin: endogenous PTH and ionised calcium",
		Shown: pthProbes,
		arms: []arm{{name: "saline"}, {name: "teriparatide 20 ug", plan: "teriparatide 20 ug subcutaneous once at 8 h"},
			{name: "PTH(1-84) 100 ug", plan: "PTH(1-84) 100 ug subcutaneous once at 8 h"}}, axis: inHours,
		protocol: acute(24, 10*unit.Minute),
		summary: func(r *Result) {
			r.table("After the dose", []string{"peak of agonist pM", "at h", "iCa before mM", "highest over saline mM", "at h", "lowest own PTH %", "at h"}, func(c *Course) []float64 {
				peak, when := c.highest("pth1r_pmol_l", 0, 24)
				rise, at := over(c, r.course("saline"), "serum_ionised_calcium_mmol_l")
				own := c.mean("pth_pmol_l", -1, 0)
				low, lowAt := c.lowest("pth_pmol_l", 0, 12)
				return []float64{peak, when, c.mean("serum_ionised_calcium_mmol_l", -1, 0), rise, at, 100 * low / own, lowAt}
			})
		},
	}
}

// over returns the greatest excess of one course over another after time 0, and
// when it was [h]. Both have the same times.
func over(c, control *Course, name string) (most, at float64) {
	a, b := c.Of(name), control.Of(name)
	for i, t := range c.Time {
		if t > 0 && a[i]-b[i] > most {
			most, at = a[i]-b[i], t
		}
	}
	return most, at
}

func pthParadox() Assay {
	shown := []string{"osteoblast_survival_rel", "rankl_opg_rel", "formation_pct", "resorption_pct", "pth1r_pmol_l", "serum_calcium_mg_dl"}
	return Assay{
		Name: "pth-paradox", Doc: "20 ug of teriparatide a day, injected or infused, 12 months: survival of osteoblasts, RANKL, formation, resorption",
		Note:  "one set of parameters; nothing in the model asks for the route",
		Shown: shown,
		arms:  []arm{{name: "none"}, {name: "injected", plan: "teriparatide 20 ug subcutaneous daily"}, {name: "infused", plan: "teriparatide 20 ug/d subcutaneous infusion"}}, axis: inDays,
		protocol: chronic(0, 13, 4*unit.Week),
		summary: func(r *Result) {
			r.table("Means of the second to the last month", shown, func(c *Course) []float64 {
				var row []float64
				for _, name := range shown {
					row = append(row, c.mean(name, unit.Month, unit.Year))
				}
				return row
			})
		},
	}
}

func synacthen() Assay {
	const test = "ACTH(1-24) 250 ug intravenous once at 8 h"
	return Assay{
		Name: "synacthen", Doc: "tetracosactide 250 ug: cortisol, healthy, in Addison's disease and after months without ACTH",
		Note:  "a healthy cortex reaches 500 nM within an hour (short Synacthen test)",
		Shown: []string{"cortisol_nmol_l", "serum_acth_pg_ml"},
		arms: []arm{{name: "healthy", plan: test}, {name: "Addison", set: settings("endocrine.adrenal.mass=0.05"), plan: test},
			{name: "no own ACTH", set: settings("endocrine.adrenal.drive=0"), plan: test}},
		axis: inHours, protocol: acute(6, 5*unit.Minute),
		summary: func(r *Result) {
			r.table("Cortisol", []string{"before nM", "30 min", "60 min"}, func(c *Course) []float64 {
				return []float64{c.mean("cortisol_nmol_l", -1, -0.01), c.at("cortisol_nmol_l", 0.5), c.at("cortisol_nmol_l", 1)}
			})
		},
	}
}

func ghStimulation() Assay {
	old := settings("person.age=70 years")
	return Assay{
		Name: "gh-stimulation", Doc: "sermorelin (GHRH) and ipamorelin (ghrelin receptor), alone and together, at 30 and 70 years",
		Note:  "the body has no glucose or insulin: suppression by an oral glucose load and hypoglycaemia cannot be tested",
		Shown: []string{"serum_gh_ug_l", "serum_igf1_ng_ml"},
		arms: []arm{{name: "none", set: settings("person.age=30 years")}, {name: "sermorelin, 30 y", set: settings("person.age=30 years"), plan: "sermorelin 1 ug/kg intravenous once at 8 h"},
			{name: "ipamorelin, 30 y", set: settings("person.age=30 years"), plan: "ipamorelin 1 ug/kg intravenous once at 8 h"},
			{name: "both, 30 y", set: settings("person.age=30 years"), plan: "sermorelin 1 ug/kg intravenous once at 8 h; ipamorelin 1 ug/kg intravenous once at 8 h"},
			{name: "sermorelin, 70 y", set: old, plan: "sermorelin 1 ug/kg intravenous once at 8 h"}},
		axis: inHours, protocol: acute(4, 2.5*unit.Minute),
		summary: func(r *Result) {
			r.table("GH", []string{"before ug/L", "peak in 2 h", "at h"}, func(c *Course) []float64 {
				peak, at := c.highest("serum_gh_ug_l", 0, 2)
				return []float64{c.mean("serum_gh_ug_l", -1, -0.01), peak, at}
			})
		},
	}
}

func levothyroxine() Assay {
	return Assay{
		Name: "levothyroxine", Doc: "thyroidectomy, with and without levothyroxine 1.6 ug/kg from the sixth week",
		Shown: []string{"serum_tsh_miu_l", "serum_free_t4_ng_dl", "serum_t3_ng_dl"},
		arms:  []arm{{name: "untreated"}, {name: "levothyroxine", plan: "levothyroxine 1.6 ug/kg oral daily from 49 d"}}, axis: inDays,
		protocol: chronic(7, 180, unit.Day, "endocrine.thyroid.mass=0", "endocrine.calcitonin.c_cells=0"),
		summary:  func(r *Result) { stages(r, []string{"serum_tsh_miu_l", "serum_free_t4_ng_dl", "serum_t3_ng_dl"}) },
	}
}
