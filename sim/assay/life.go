package assay

import (
	"fmt"

	"trabecula/sim/unit"
)

var turnoverProbes = []string{"serum_estradiol_pg_ml", "serum_fsh_iu_l", "resorption_pct", "formation_pct", "rankl_free_rel", "serum_calcium_mg_dl"}

func menopause() Assay {
	return Assay{
		Name: "menopause", Doc: "a woman from 46 to 61 years, final menstrual period at 51",
		Shown: turnoverProbes, who: settings("person.age=46 years"), axis: inYears,
		protocol: chronic(13, 182, 4*unit.Week),
		summary:  func(r *Result) { stages(r, turnoverProbes) },
	}
}

func ovariectomy() Assay {
	return Assay{
		Name: "ovariectomy", Doc: "both ovaries removed at 35, 3 years, with and without transdermal oestradiol",
		Shown: turnoverProbes, who: settings("person.age=35 years"), axis: inYears,
		arms:     []arm{{name: "untreated"}, {name: "oestradiol", plan: "estradiol 50 ug/d transdermal from 365 d"}},
		protocol: chronic(13, 39, 4*unit.Week, "endocrine.gonad.ovary.mass=0"),
		summary:  func(r *Result) { stages(r, turnoverProbes) },
	}
}

func denosumab() Assay {
	shown := []string{"resorption_pct", "formation_pct", "rankl_free_rel", "serum_calcium_mg_dl", "serum_pth_pg_ml", "calcium_urine_mg_d"}
	return Assay{
		Name: "denosumab", Doc: "60 mg every 6 months, four times, and two years after, in a woman of 60",
		Shown: shown, who: settings("person.age=60 years"), axis: inYears,
		arms:     []arm{{name: "untreated"}, {name: "denosumab", plan: "denosumab 60 mg subcutaneous every 6 months times 4 from 28 d"}},
		protocol: chronic(4, 208, unit.Week),
		summary:  func(r *Result) { stages(r, shown) },
	}
}

// gels are the doses of testosterone of Finkelstein 2016: 0, 1.25, 2.5, 5 and 10 g
// a day of a gel of 1 % [mg].
var gels = []string{"0", "12.5", "25", "50", "100"}

// finkelsteinArms are five doses of testosterone with and without anastrozole, all
// with the gonadotropins blocked.
func finkelsteinArms() []arm {
	arms := []arm{{name: "untreated"}}
	for _, block := range []string{"", "; anastrozole 1 mg oral daily from 28 d"} {
		for _, g := range gels {
			a := arm{name: "gel " + g + " mg", plan: "leuprorelin 7.5 mg intramuscular every 4 weeks from 28 d" + block}
			if block != "" {
				a.name += ", anastrozole"
			}
			if g != "0" {
				a.plan += fmt.Sprintf("; testosterone gel %s mg transdermal daily from 28 d", g)
			}
			arms = append(arms, a)
		}
	}
	return arms
}

func finkelstein() Assay {
	shown := []string{"serum_estradiol_pg_ml", "serum_testosterone_ng_dl", "resorption_pct", "rankl_free_rel"}
	return Assay{
		Name: "finkelstein", Doc: "men whose gonadotropins are blocked, graded testosterone with and without anastrozole, 16 weeks: resorption against oestradiol and testosterone",
		Note:  "design of Finkelstein et al. 2016",
		Shown: shown, who: settings("person.sex=male"), arms: finkelsteinArms(), axis: inDays,
		protocol: chronic(4, 16, unit.Week),
		summary: func(r *Result) {
			r.table("Weeks 13 to 16", []string{"oestradiol pg/mL", "testosterone ng/dL", "resorption change %"}, func(c *Course) []float64 {
				return []float64{c.late("serum_estradiol_pg_ml"), c.late("serum_testosterone_ng_dl"), c.rise()}
			})
		},
	}
}

// late is the mean of weeks 13 to 16.
func (c *Course) late(name string) float64 { return c.mean(name, 12*unit.Week, 16*unit.Week) }

// rise is by how much resorption in weeks 13 to 16 is above that before [%].
func (c *Course) rise() float64 {
	return change(c.mean("resorption_pct", -4*unit.Week, 0), c.late("resorption_pct"))
}

var ageingProbes = []string{"serum_igf1_ng_ml", "serum_gh_ug_l", "serum_estradiol_pg_ml", "serum_testosterone_ng_dl", "serum_fsh_iu_l", "serum_free_t4_ng_dl", "serum_cortisol_ug_dl",
	"serum_calcium_mg_dl", "serum_phosphate_mg_dl", "serum_pth_pg_ml", "serum_calcitriol_pg_ml", "serum_calcidiol_ng_ml", "serum_il6_pg_ml", "resorption_pct", "formation_pct"}

func ageing() Assay {
	return Assay{
		Name: "ageing", Doc: "means of all readings by decade, 10 to 90 years, women and men",
		Shown: []string{"serum_igf1_ng_ml", "serum_estradiol_pg_ml", "serum_testosterone_ng_dl", "serum_pth_pg_ml", "resorption_pct", "formation_pct"},
		arms:  []arm{{name: "women", set: settings("person.sex=female")}, {name: "men", set: settings("person.sex=male")}}, axis: inAge,
		who: settings("person.age=10 years"),
		protocol: func(b *bench) {
			for age := 10; age <= 90 && b.err == nil; age += 10 {
				b.readmit(fmt.Sprintf("person.age=%d years", age))
				row := b.mean(4 * unit.Week)
				if b.err == nil {
					b.note(float64(age), row)
				}
			}
		},
		summary: byAge,
	}
}

// byAge tabulates readings by decade.
func byAge(r *Result) {
	for _, c := range r.Courses {
		t := Table{Title: joinedTitle("Means of four weeks by age", c.Arm), Rows: [][]string{{"probe", "unit"}}}
		for _, age := range c.Time {
			t.Rows[0] = append(t.Rows[0], number(age))
		}
		for _, name := range ageingProbes {
			row := []string{name, probes[index(name)].Unit}
			for _, v := range c.Of(name) {
				row = append(row, number(v))
			}
			t.Rows = append(t.Rows, row)
		}
		r.Tables = append(r.Tables, t)
	}
}
