package assay

import (
	"context"
	"fmt"
	"math"
	"slices"
	"sort"
)

// Row is a published row and the test that measures it.
type Row struct {
	Name, Doc string
	assay     string
	request   Request // who was studied
	checks    []value
}

// value is one number of a row. Bands: where the paper gives a spread of people,
// its mean and 1 SD; where it gives a bare number, 30 % of the change either way;
// where it gives a direction, the sign.
type value struct {
	what, published string
	low, high       float64
	unit, source    string
	of              func(*Result) float64
}

var open = math.Inf(1)

// RowNames lists the published rows.
func RowNames() []string {
	var names []string
	for _, r := range Rows() {
		names = append(names, r.Name)
	}
	return names
}

// FindRow returns the row of that name.
func FindRow(name string) (Row, bool) {
	all := Rows()
	i := slices.IndexFunc(all, func(r Row) bool { return r.Name == name })
	if i < 0 {
		return Row{}, false
	}
	return all[i], true
}

// Prepare returns the plan of the test that measures the row.
func (r Row) Prepare() (*Plan, error) {
	a, err := Find(r.assay)
	if err != nil {
		return nil, err
	}
	return Prepare(a, r.request)
}

// Measure carries the test out and compares it with the publication.
func (r Row) Measure(ctx context.Context) (*Result, error) {
	plan, err := r.Prepare()
	if err != nil {
		return nil, err
	}
	result, err := plan.Run(ctx)
	if err != nil {
		return nil, fmt.Errorf("row %s: %w", r.Name, err)
	}
	result.Findings = r.findings(result)
	return result, nil
}

// findings holds a result against the row.
func (r Row) findings(result *Result) []Finding {
	var list []Finding
	for _, c := range r.checks {
		list = append(list, Finding{r.Name, c.what, c.published, c.low, c.high, c.unit, c.of(result), c.source})
	}
	return list
}

// Rows lists the published rows.
func Rows() []Row {
	man := Request{Sex: "male"}
	return []Row{
		{"J1", "1 g of calcium by mouth: serum calcium and PTH", "calcium-load", man, []value{
			{"peak of calcium in 6 h", "+6.4 to +8.1 %", 0.7 * 6.4, 1.3 * 8.1, "%", reginster, load("1 g", "serum_calcium_mg_dl", 1)},
			{"least PTH in 6 h", "-37 to -57 %", -1.3 * 57, -0.7 * 37, "%", reginster, load("1 g", "serum_pth_pg_ml", -1)},
		}},
		{"J2", "1 g of calcium by mouth: bone resorption within hours", "calcium-load", man, []value{
			{"urinary CTX at 2 h", "-20 %", -26, -14, "%", guillemant, loadAt("1 g", "resorption_pct", 2)},
			{"urinary CTX at 4 h", "-55 %", -71.5, -38.5, "%", guillemant, loadAt("1 g", "resorption_pct", 4)},
		}},
		{"J3", "1 g of calcium as a slowly dissolving salt (carbonate): the fall of PTH is smaller", "calcium-load", Request{}, []value{
			{"fall of PTH at 4 h, quick salt less slow salt", "carbonate: fall not significant", 3, open, "% points", "University of Copenhagen 2001, 7 women", func(r *Result) float64 {
				return loadAt("1 g, slow salt", "serum_pth_pg_ml", 4)(r) - loadAt("1 g", "serum_pth_pg_ml", 4)(r)
			}},
		}},
		{"J4", "hypocalcaemic clamp, ionised calcium -0.21 mM", "hypo-clamp", Request{}, []value{
			{"peak of PTH", "4 to 7 times rest", 4, 7, "x", schwarz, func(r *Result) float64 { return clamped(r, true) }},
			{"PTH in the second hour", "2 to 3 times rest", 2, 3, "x", schwarz, func(r *Result) float64 { return clamped(r, false) }},
		}},
		{"J5", "hypercalcaemic clamp, ionised calcium +0.20 mM", "hyper-clamp", Request{}, []value{
			{"ionised calcium held above rest", "+0.20 (SD 0.02) mM", 0.18, 0.22, "mM", schwarz, func(r *Result) float64 {
				return r.Courses[0].mean("serum_ionised_calcium_mmol_l", 1, 2) - r.Courses[0].mean("serum_ionised_calcium_mmol_l", -1, 0)
			}},
			{"PTH in the second hour", "to about 25 % of rest", 17.5, 32.5, "%", schwarz, func(r *Result) float64 { return 100 * clamped(r, false) }},
		}},
		{"J6", "EDTA and calcium infusions: greatest and least PTH, no dependence on the rate", "edta", man, []value{
			{"greatest PTH over rest", "95-100 (15-20) / 23.2 ng/L", 75 / 23.2, 120 / 23.2, "x", brent, extreme("EDTA", true)},
			{"least PTH over rest", "5.6-6.4 (1) / 23.2 ng/L", 4.6 / 23.2, 7.4 / 23.2, "x", brent, extreme("calcium", false)},
			{"greatest PTH, slow over fast infusion", "no difference", 0.8, 1.2, "x", brent, func(r *Result) float64 { return extreme("EDTA slowly", true)(r) / extreme("EDTA", true)(r) }},
			{"least PTH, slow over fast infusion", "no difference", 0.8, 1.2, "x", brent, func(r *Result) float64 { return extreme("calcium slowly", false)(r) / extreme("calcium", false)(r) }},
		}},
		{"J7", "set-point of the parathyroids in health", "edta", Request{}, []value{
			{"ionised calcium at half of the range of PTH", "1.13 (SD 0.04) mM", 1.09, 1.17, "mM", "Schwarz 1994, 22 adults", setPoint},
		}},
		{"C8", "men: which oestradiol and testosterone keep resorption from rising", "finkelstein", Request{Age: "35 years"}, []value{
			{"oestradiol above which resorption rises by less than a quarter of the most", "10 pg/mL", 7, 13, "pg/mL", finkelstein2016, estradiolThreshold},
			{"greatest rise of resorption with E2 > 10 pg/mL and T > 200 ng/dL", "none", -open, 15, "%", finkelstein2016, func(r *Result) float64 { return worst(r, true) }},
			{"greatest rise of resorption below either", "a rise", 15, open, "%", finkelstein2016, func(r *Result) float64 { return worst(r, false) }},
		}},
		{"D11", "PTH injected: ionised calcium and the person's own PTH", "pth-injection", Request{}, []value{
			{"PTH(1-84) 100 ug: peak of ionised calcium after", "7 h", 4.9, 9.1, "h", "J Bone Miner Res 10.1002/jbmr.1964", func(r *Result) float64 {
				_, at := over(r.course("PTH(1-84) 100 ug"), r.course("saline"), "serum_ionised_calcium_mmol_l")
				return at
			}},
			{"teriparatide 20 ug: ionised calcium", "rises", 0.005, open, "mM", "AVA study 2016", func(r *Result) float64 {
				most, _ := over(r.course("teriparatide 20 ug"), r.course("saline"), "serum_ionised_calcium_mmol_l")
				return most
			}},
			{"teriparatide 20 ug: own PTH at its lowest", "declines", -open, -5, "%", "AVA study 2016", func(r *Result) float64 { return ownPTH(r) }},
		}},
		{"D12", "PTH infused for a week", "pth-infusion", Request{}, []value{
			{"serum calcium", "10.0 mg/dL", 9.7, 10.3, "mg/dL", horwitz, func(r *Result) float64 { return r.course("PTH").mean("serum_calcium_mg_dl", 96, 168) }},
			{"resorption on day 6-7", "up", 5, open, "%", horwitz, func(r *Result) float64 { return weekly(r, "resorption_pct", 144, 168) }},
			{"formation on day 6-7", "-30 to -40 %", -52, -21, "%", horwitz, func(r *Result) float64 { return weekly(r, "formation_pct", 144, 168) }},
			{"formation a week after, over the end of the infusion", "rebounds", 3, open, "%", horwitz, func(r *Result) float64 {
				return weekly(r, "formation_pct", 312, 336) - weekly(r, "formation_pct", 144, 168)
			}},
		}},
	}
}

const (
	reginster       = "Reginster 1993, 10 men"
	guillemant      = "Guillemant, 20 young men"
	schwarz         = "Schwarz 1993, 22 adults"
	brent           = "Brent 1988, 8 men"
	finkelstein2016 = "Finkelstein 2016, 400 men of 20-50 years"
	horwitz         = "Horwitz 2011, healthy adults, 2 pmol/kg/h"
)

// load returns the greatest change in 6 h after a dose, up or down [%].
func load(arm, probe string, sign float64) func(*Result) float64 {
	return func(r *Result) float64 {
		c := r.course(arm)
		v, _ := c.highest(probe, 0, 6)
		if sign < 0 {
			v, _ = c.lowest(probe, 0, 6)
		}
		return change(c.mean(probe, -1, 0), v)
	}
}

// loadAt returns the change at a time after a dose [%].
func loadAt(arm, probe string, at float64) func(*Result) float64 {
	return func(r *Result) float64 {
		c := r.course(arm)
		return change(c.mean(probe, -1, 0), c.at(probe, at))
	}
}

// clamped returns the PTH of a clamp over rest: the peak, or the second hour.
func clamped(r *Result, peak bool) float64 {
	c := r.Courses[0]
	base := c.mean("serum_pth_pg_ml", -1, 0)
	if peak {
		v, _ := c.highest("serum_pth_pg_ml", 0, 2)
		return v / base
	}
	return c.mean("serum_pth_pg_ml", 1, 2) / base
}

// extreme returns the greatest or least PTH of an infusion over rest.
func extreme(arm string, most bool) func(*Result) float64 {
	return func(r *Result) float64 {
		c := r.course(arm)
		v, _ := c.lowest("serum_pth_pg_ml", 0, 6)
		if most {
			v, _ = c.highest("serum_pth_pg_ml", 0, 6)
		}
		return v / c.mean("serum_pth_pg_ml", -1, 0)
	}
}

// setPoint returns the ionised calcium at which PTH, rising under EDTA or falling
// under calcium, crosses the middle of its range [mM].
func setPoint(r *Result) float64 {
	up, down := r.course("EDTA"), r.course("calcium")
	most, at := up.highest("serum_pth_pg_ml", 0, 6)
	least, _ := down.lowest("serum_pth_pg_ml", 0, 6)
	half := (most + least) / 2
	var pth, ionised []float64
	up.between("serum_pth_pg_ml", 0, at, func(t, v float64) {
		pth, ionised = append(pth, v), append(ionised, up.at("serum_ionised_calcium_mmol_l", t))
	})
	if !sort.Float64sAreSorted(pth) {
		sort.Float64s(pth) // pulses; calcium falls throughout
	}
	return interpolate(pth, ionised, half)
}

// low tells whether an arm is below either threshold of Finkelstein 2016.
func low(c *Course) bool {
	return c.late("serum_estradiol_pg_ml") < 10 || c.late("serum_testosterone_ng_dl") < 200
}

// worst returns the greatest rise of resorption among arms that are below neither
// threshold, or below one [%].
func worst(r *Result, above bool) float64 {
	most := math.Inf(-1)
	for _, c := range r.Courses {
		if low(c) != above {
			most = math.Max(most, c.rise())
		}
	}
	return most
}

// estradiolThreshold returns the oestradiol at which the rise of resorption falls
// to a quarter of the greatest [pg/mL].
func estradiolThreshold(r *Result) float64 {
	arms := slices.Clone(r.Courses)
	slices.SortFunc(arms, func(a, b *Course) int {
		return int(math.Copysign(1, b.rise()-a.rise())) // most first
	})
	var rises, levels []float64
	for _, c := range slices.Backward(arms) {
		rises, levels = append(rises, c.rise()), append(levels, c.late("serum_estradiol_pg_ml"))
	}
	return interpolate(rises, levels, arms[0].rise()/4)
}

// ownPTH returns the lowest own PTH under teriparatide against saline at that time [%].
func ownPTH(r *Result) float64 {
	c, control := r.course("teriparatide 20 ug"), r.course("saline")
	v, at := c.lowest("serum_pth_pg_ml", 0, 12)
	return change(control.at("serum_pth_pg_ml", at), v)
}

// weekly returns the change of a span against saline [%].
func weekly(r *Result, probe string, from, to float64) float64 {
	return change(r.course("saline").mean(probe, from, to), r.course("PTH").mean(probe, from, to))
}
