package assay

import (
	"math"

	"trabecula/sim/drug"
	"trabecula/sim/unit"
)

var mineralProbes = []string{"serum_calcium_mg_dl", "serum_pth_pg_ml", "serum_phosphate_mg_dl", "serum_calcitriol_pg_ml", "calcium_urine_mg_d", "resorption_pct"}

// peaks tabulates how far calcium and PTH went within a span after time 0, and
// when.
func peaks(r *Result, span float64) {
	r.table("Extremes after time 0", []string{"Ca before mg/dL", "highest %", "at h", "lowest %", "at h", "PTH before pg/mL", "highest x", "at h", "lowest x", "at h"}, func(c *Course) []float64 {
		ca, pth := c.mean("serum_calcium_mg_dl", -1, 0), c.mean("serum_pth_pg_ml", -1, 0)
		up, upAt := c.highest("serum_calcium_mg_dl", 0, span)
		down, downAt := c.lowest("serum_calcium_mg_dl", 0, span)
		most, mostAt := c.highest("serum_pth_pg_ml", 0, span)
		least, leastAt := c.lowest("serum_pth_pg_ml", 0, span)
		return []float64{ca, change(ca, up), upAt, change(ca, down), downAt, pth, most / pth, mostAt, least / pth, leastAt}
	})
}

// calciumLoad has an arm whose salt leaves the stomach with a half-life of 3 h.
// assumed: carbonate dissolves slowly without a meal.
func calciumLoad() Assay {
	return Assay{
		Name: "calcium-load", Doc: "oral calcium, 500 mg and 1 g: serum calcium, PTH, urine, resorption",
		Shown: []string{"serum_calcium_mg_dl", "serum_ionised_calcium_mmol_l", "serum_pth_pg_ml", "serum_calcitonin_pg_ml", "calcium_urine_mg_d", "resorption_pct"},
		arms: []arm{{name: "water"}, {name: "500 mg", plan: "calcium 500 mg oral once at 8 h"}, {name: "1 g", plan: "calcium 1000 mg oral once at 8 h"},
			{name: "1 g, slow salt", set: settings("drugs.calcium.emptying=3 h"), plan: "calcium 1000 mg oral once at 8 h"}},
		axis: inHours, protocol: acute(10, 5*unit.Minute),
		summary: func(r *Result) { peaks(r, 6) },
	}
}

func calciumInfusion() Assay {
	return Assay{
		Name: "calcium-infusion", Doc: "5 mmol of calcium intravenously over 2 h",
		Shown: []string{"serum_calcium_mg_dl", "serum_ionised_calcium_mmol_l", "serum_pth_pg_ml", "serum_calcitonin_pg_ml", "calcium_urine_mg_d", "serum_phosphate_mg_dl"},
		arms:  []arm{{name: "saline"}, {name: "calcium"}}, axis: inHours,
		protocol: pump(drug.CalciumIV, map[string]float64{"calcium": 2.5}, 2*unit.Hour, 10*unit.Hour, 5*unit.Minute),
		summary:  func(r *Result) { peaks(r, 10) },
	}
}

// edtaRates are what the arms of the EDTA test give [mmol/h]; negative is EDTA.
// assumed: 37 mg/kg/h of the disodium salt in 65 kg are 6.5 mmol/h (the usual test,
// recalled); the slow arms give half as fast for twice as long.
var edtaRates = map[string]float64{"EDTA": -6.5, "EDTA slowly": -3.25, "calcium": 6.5, "calcium slowly": 3.25}

func edta() Assay {
	return Assay{
		Name: "edta", Doc: "EDTA and calcium infusions, fast and slow: the range of the parathyroid glands",
		Note:  "greatest and least PTH of Brent et al. 1988; the half-point is the ionised calcium midway between them",
		Shown: []string{"serum_ionised_calcium_mmol_l", "serum_pth_pg_ml", "serum_calcium_mg_dl", "serum_phosphate_mg_dl"},
		arms:  []arm{{name: "EDTA"}, {name: "EDTA slowly"}, {name: "calcium"}, {name: "calcium slowly"}}, axis: inHours,
		protocol: func(b *bench) {
			b.control(5 * unit.Minute)
			rate := edtaRates[b.arm]
			b.pump(rate)
			b.follow(13/math.Max(math.Abs(rate), 0.1), 2.5*unit.Minute)
			b.pump(0)
			b.follow(2*unit.Hour, 5*unit.Minute)
		},
		summary: func(r *Result) { peaks(r, 6) },
	}
}

func hyperClamp() Assay {
	a := clampAssay("hyper-clamp", "calcium infused so that ionised calcium is held 0.2 mM above its rest")
	a.protocol = clamp(0.2)
	return a
}

func hypoClamp() Assay {
	a := clampAssay("hypo-clamp", "EDTA infused so that ionised calcium is held 0.21 mM below its rest")
	a.protocol = clamp(-0.21)
	return a
}

func clampAssay(name, doc string) Assay {
	return Assay{
		Name: name, Doc: doc, Note: "a controller reads ionised calcium every minute and sets the pump",
		Shown: []string{"serum_ionised_calcium_mmol_l", "serum_pth_pg_ml", "serum_calcium_mg_dl", "calcium_urine_mg_d"}, axis: inHours,
		summary: func(r *Result) {
			c := r.Courses[0]
			base, rest := c.mean("serum_pth_pg_ml", -1, 0), c.mean("serum_ionised_calcium_mmol_l", -1, 0)
			peak, at := c.highest("serum_pth_pg_ml", 0, 2)
			r.table("Clamp", []string{"iCa before mM", "held (1-2 h) mM", "off target at most mM", "PTH before pg/mL", "highest x", "at h", "1-2 h x"}, func(c *Course) []float64 {
				held := c.mean("serum_ionised_calcium_mmol_l", 1, 2)
				high, _ := c.highest("serum_ionised_calcium_mmol_l", 1, 2)
				low, _ := c.lowest("serum_ionised_calcium_mmol_l", 1, 2)
				return []float64{rest, held, math.Max(high-held, held-low), base, peak / base, at, c.mean("serum_pth_pg_ml", 1, 2) / base}
			})
		},
	}
}

// perturbation steps total calcium up and down in three persons.
func perturbation() Assay {
	without := []string{"endocrine.pth.glands=0"}
	lacking := []string{"endocrine.vitamin_d.intake=0", "endocrine.vitamin_d.sun=0", "endocrine.settle=1500 d"}
	return Assay{
		Name: "perturbation", Doc: "total calcium moved by 20 % within minutes: intact, without parathyroids, without vitamin D",
		Shown: []string{"serum_calcium_mg_dl", "serum_pth_pg_ml", "calcium_urine_mg_d", "calcium_exchange_mg_d"},
		arms: []arm{{name: "intact, up"}, {name: "intact, down"}, {name: "no parathyroids, up", set: without}, {name: "no parathyroids, down", set: without},
			{name: "no vitamin D, up", set: lacking}, {name: "no vitamin D, down", set: lacking}}, axis: inHours,
		protocol: func(b *bench) {
			share := 0.2
			if b.arm[len(b.arm)-4:] == "down" {
				share = -0.2
			}
			step(share)(b)
		},
		summary: func(r *Result) {
			r.table("Return of calcium (8.5 to 10.5 mg/dL in health)", []string{"before mg/dL", "moved to", "after 4 h", "after 24 h", "after 48 h", "PTH before pg/mL", "PTH after 48 h"}, func(c *Course) []float64 {
				base := c.mean("serum_calcium_mg_dl", -1, 0)
				far, _ := c.highest("serum_calcium_mg_dl", 0, 1)
				if low, _ := c.lowest("serum_calcium_mg_dl", 0, 1); base-low > far-base {
					far = low
				}
				end := c.Time[len(c.Time)-1]
				return []float64{base, far, c.at("serum_calcium_mg_dl", 4), c.at("serum_calcium_mg_dl", 24), c.at("serum_calcium_mg_dl", end), c.mean("serum_pth_pg_ml", -1, 0), c.at("serum_pth_pg_ml", end)}
			})
		},
	}
}

func lowCalciumDiet() Assay {
	return chronicMineral("low-calcium-diet", "dietary calcium from 1000 to 320 mg/d, 2 years", inDays, chronic(28, 730, unit.Day, "endocrine.diet.calcium=320 mg/d"))
}

func vitaminDDeficiency() Assay {
	return chronicMineral("vitamin-d-deficiency", "no sun and no vitamin D in food, 2 years", inDays, chronic(28, 730, unit.Day, "endocrine.vitamin_d.intake=0", "endocrine.vitamin_d.sun=0"))
}

func hyperparathyroidism() Assay {
	return chronicMineral("hyperparathyroidism", "primary hyperparathyroidism: an adenoma with a higher set-point and more mass, 2 years", inDays,
		chronic(28, 730, unit.Day, "endocrine.pth.set_point=1.29 mM", "endocrine.pth.mass=2"))
}

func kidneyFailure() Assay {
	return chronicMineral("kidney-failure", "GFR falls to 15 % over 10 years", inYears, failingKidneys("endocrine.kidney.gfr", 120, 0.15))
}

// failingKidneys returns a protocol in which filtration falls every month, to a
// share of what it was [mL/min] in 10 years.
func failingKidneys(path string, healthy, share float64) func(*bench) {
	return func(b *bench) {
		const months = 120
		chronic(1, 0, unit.Month)(b)
		for m := 1; m <= months; m++ {
			now := healthy * math.Pow(share, float64(m)/months)
			b.operate(path + "=" + unit.Format(now, "1") + " mL/min")
			b.means(1, unit.Month)
		}
	}
}

// chronicMineral is a test of the mineral axis over months to years.
func chronicMineral(name, doc string, axis axisUnit, protocol func(*bench)) Assay {
	return Assay{Name: name, Doc: doc, Shown: mineralProbes, axis: axis, protocol: protocol,
		summary: func(r *Result) { stages(r, mineralProbes) }}
}

// stages tabulates probes before and at fifths of the time after.
func stages(r *Result, names []string) {
	for _, c := range r.Courses {
		end := c.Time[len(c.Time)-1]
		t := Table{Title: joinedTitle("Course", c.Arm), Rows: [][]string{{"probe", "unit", "before"}}}
		times := []float64{end / 24, end / 8, end / 4, end / 2, end}
		for _, at := range times {
			_, _, size := r.Axis()
			t.Rows[0] = append(t.Rows[0], number(at/size))
		}
		for _, name := range names {
			row := []string{name, probes[index(name)].Unit, number(c.mean(name, c.Time[0], 0))}
			for _, at := range times {
				row = append(row, number(c.at(name, at)))
			}
			t.Rows = append(t.Rows, row)
		}
		r.Tables = append(r.Tables, t)
	}
}

// joinedTitle names the arm, if it has a name.
func joinedTitle(title, arm string) string {
	if arm == "" {
		return title
	}
	return title + ": " + arm
}
