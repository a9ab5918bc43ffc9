package assay

import (
	"context"
	"encoding/csv"
	"fmt"
	"io"
	"io/fs"
	"math"
	"slices"
	"strconv"
	"strings"

	"trabecula/assets"
	"trabecula/sim/drug"
	"trabecula/sim/unit"
)

// Overlay is an experiment of the reference curves, done on our body.
type Overlay struct {
	Name, Note string
	hours      bool    // samples within the day against an untouched twin; otherwise means against those before
	span       float64 // of which means are taken [h]; 0: a menstrual cycle of 28 d
	plan       string
	who        []string
	treat      func(*bench) // what is done from time 0 on
	axis       axisUnit
}

// Compared is one column of an overlay: both curves, in % of their own rest.
type Compared struct {
	Column, Unit        string
	Time                []float64 // [h]
	Reference, Ours     []float64 // [% of rest]
	RestRef, RestOurs   float64   // [Unit]
	RMS, RMSUnit        float64   // [% of rest], [Unit]
	EndRef, EndOurs     float64   // [% of rest]
	ExtremeRef, Extreme float64   // furthest from rest [% of rest]
}

// Compare is what came of an overlay.
type Compare struct {
	Overlay Overlay
	Columns []Compared
}

// paired names the probes of the reference's columns.
var paired = []struct{ column, probe, unit string }{
	{"pth_pM", "pth1r_pmol_l", "pM"}, {"calcium_mM", "serum_calcium_mmol_l", "mM"}, {"phosphate_mM", "serum_phosphate_mmol_l", "mM"},
	{"calcitriol_pM", "calcitriol_pmol_l", "pM"}, {"urine_calcium_mmol_d", "calcium_urine_mmol_d", "mmol/d"},
	{"resorption_pct", "resorption_pct", "%"}, {"formation_pct", "formation_pct", "%"}, {"rankl_rel", "rankl_rel", "1"}, {"opg_rel", "opg_rel", "1"},
}

// Overlays lists the experiments.
func Overlays() []Overlay {
	return []Overlay{
		{Name: "rest", Note: "no perturbation", axis: inYears},
		{Name: "oral-calcium-500mg", hours: true, plan: "calcium 500 mg oral once at 24 h", axis: inHours, Note: "absorption here is by calcitriol and gut transit, a third of the dose; there 15 %"},
		{Name: "oral-calcium-1000mg", hours: true, plan: "calcium 1000 mg oral once at 24 h", axis: inHours, Note: "as for 500 mg; Reginster 1993 measured +6.4 to +8.1 % calcium and -37 to -57 % PTH"},
		{Name: "iv-calcium", hours: true, axis: inHours, Note: "a steeper sensor (Brent 1988, Schwarz 1993) suppresses PTH further", treat: func(b *bench) {
			b.infuse(drug.CalciumIV, 2.5)
			b.follow(2*unit.Hour, 5*unit.Minute)
			b.infuse(drug.CalciumIV, 0)
		}},
		{Name: "low-calcium-diet", axis: inYears, treat: func(b *bench) { b.operate("endocrine.diet.calcium=320.6 mg/d") }, Note: "from 964 mg/d there, 1000 mg/d here"},
		{Name: "calcitriol-halved", axis: inYears, treat: func(b *bench) { b.operate("endocrine.calcitriol.activity=0.5") }, Note: "serum calcium rises there, a known defect; people with less calcitriol have low or normal calcium (Shah 2017)"},
		{Name: "hyperparathyroidism", axis: inYears, treat: func(b *bench) { b.operate("endocrine.pth.mass=2") }, Note: "twice the secretory mass"},
		{Name: "teriparatide-10d", hours: true, plan: "teriparatide 20 ug subcutaneous daily at 00:00 from 24 h", axis: inHours, Note: "kinetics of the label here: peak 160 pg/mL (39 pM) after 20 min"},
		{Name: "teriparatide-24mo", span: unit.Day, who: settings("person.age=60 years"), plan: "teriparatide 20 ug subcutaneous daily at 00:00 from 28 d to 758 d", axis: inYears, Note: "troughs there, daily means here, so that PTH itself is not comparable; bone markers double in people (McClung 2005)"},
		{Name: "denosumab", span: unit.Day, who: settings("person.age=60 years"), plan: "denosumab 60 mg subcutaneous every 182.62 d times 4 from 28 d", axis: inYears, Note: "CTX falls to 10 % at 1 month and is 23-35 % before the next dose (FREEDOM)"},
		{Name: "menopause", who: settings("person.age=41 years"), axis: inYears, Note: "final menstrual period at 51 in both"},
		{Name: "kidney-failure", axis: inYears, Note: "serum calcium rises there, a known defect; it falls in kidney failure with high phosphate and low calcitriol",
			treat: func(b *bench) {
				for m := 1; m <= 120 && b.err == nil; m++ {
					b.operate("endocrine.kidney.gfr=" + unit.Format(120*math.Pow(0.16, float64(m)/120), "1") + " mL/min")
					b.means(1, unit.Month)
				}
			}},
	}
}

// FindOverlay returns the overlay of that name.
func FindOverlay(name string) (Overlay, error) {
	all := Overlays()
	i := slices.IndexFunc(all, func(o Overlay) bool { return o.Name == name })
	if i >= 0 {
		return all[i], nil
	}
	var names []string
	for _, o := range all {
		names = append(names, o.Name)
	}
	return Overlay{}, fmt.Errorf("overlay %s: unknown, want all or one of %s", name, strings.Join(names, ", "))
}

// Run does the experiment and compares it with the reference.
func (o Overlay) Run(ctx context.Context) (*Compare, error) {
	reference, err := readReference(o.Name)
	if err != nil {
		return nil, err
	}
	times := reference["time_h"]
	ours, rest, err := o.simulate(ctx, times[len(times)-1])
	if err != nil {
		return nil, fmt.Errorf("overlay %s: %w", o.Name, err)
	}
	c := &Compare{Overlay: o}
	for _, p := range paired {
		c.Columns = append(c.Columns, compare(p.column, p.unit, p.probe, times, reference[p.column], ours, rest))
	}
	return c, nil
}

// overlayControl is the time of control before a long experiment [h]: a menstrual
// cycle.
const overlayControl = 28 * unit.Day

// simulate returns our course and that of rest: of an untouched twin at the same
// times, or the mean of the days before.
func (o Overlay) simulate(ctx context.Context, span float64) (ours, rest *Course, err error) {
	if !o.hours {
		b := o.bench(ctx, o.plan)
		if o.span == 0 {
			o.span = overlayControl
		}
		b.zero = overlayControl
		b.means(int(overlayControl/o.span), o.span)
		b.course(o.Name)
		if o.treat != nil {
			o.treat(b)
		}
		if b.err == nil {
			b.means(int(math.Ceil((span-b.hours())/o.span)), o.span)
		}
		return b.courses[1], b.courses[0], b.err
	}
	treated, twin := o.bench(ctx, o.plan), o.bench(ctx, "")
	for _, b := range []*bench{treated, twin} {
		b.wait(unit.Day)
		b.begin()
		if o.treat != nil && b == treated {
			o.treat(b)
		}
		for b.err == nil && b.hours() < span-1e-9 {
			b.follow(5*unit.Minute, 5*unit.Minute)
		}
		if b.err != nil {
			return nil, nil, b.err
		}
	}
	return treated.courses[0], twin.courses[0], nil
}

// bench returns a bench with the settled person of the overlay.
func (o Overlay) bench(ctx context.Context, plan string) *bench {
	b := &bench{ctx: ctx, sets: slices.Clone(o.who)}
	if plan != "" {
		b.sets = append(b.sets, planKey+"="+plan)
	}
	b.admit()
	b.course(o.Name)
	return b
}

// compare holds one column against ours.
func compare(column, unitName, probe string, times, reference []float64, ours, rest *Course) Compared {
	c := Compared{Column: column, Unit: unitName, Time: times, RestRef: reference[0], ExtremeRef: 100, Extreme: 100}
	c.RestOurs = average(rest.Of(probe))
	sum, n := 0.0, 0.0
	for i, t := range times {
		base := c.RestOurs
		if len(rest.Time) == len(ours.Time) { // a twin lives through the same day
			base = rest.at(probe, t)
		}
		ref, own := 100*reference[i]/reference[0], 100*ours.at(probe, t)/base
		c.Reference, c.Ours = append(c.Reference, ref), append(c.Ours, own)
		c.ExtremeRef, c.Extreme = further(c.ExtremeRef, ref), further(c.Extreme, own)
		sum, n = sum+(own-ref)*(own-ref), n+1
	}
	c.RMS = math.Sqrt(sum / n)
	c.RMSUnit = c.RMS / 100 * c.RestRef
	c.EndRef, c.EndOurs = c.Reference[len(c.Reference)-1], c.Ours[len(c.Ours)-1]
	return c
}

// further returns the one of two percentages that is further from 100.
func further(a, b float64) float64 {
	if math.Abs(b-100) > math.Abs(a-100) {
		return b
	}
	return a
}

// readReference reads a reference curve by column.
func readReference(name string) (map[string][]float64, error) {
	file, err := assets.Reference().Open(name + ".csv")
	if err != nil {
		return nil, fmt.Errorf("overlay %s: %w", name, err)
	}
	defer func(f fs.File) { _ = f.Close() }(file)
	rows, err := csv.NewReader(file).ReadAll()
	if err != nil {
		return nil, fmt.Errorf("overlay %s: %w", name, err)
	}
	columns := map[string][]float64{}
	for _, row := range rows[1:] {
		for i, text := range row {
			v, err := strconv.ParseFloat(text, 64)
			if err != nil {
				return nil, fmt.Errorf("overlay %s: %w", name, err)
			}
			columns[rows[0][i]] = append(columns[rows[0][i]], v)
		}
	}
	return columns, nil
}

// Table lists the differences by column.
func (c *Compare) Table() Table {
	t := Table{Title: c.Overlay.Name + ": " + c.Overlay.Note, Rows: [][]string{{"column", "rest, reference", "rest, ours", "unit", "furthest, reference %", "furthest, ours %", "end, reference %", "end, ours %", "RMS %", "RMS in unit"}}}
	for _, k := range c.Columns {
		t.Rows = append(t.Rows, []string{k.Column, number(k.RestRef), number(k.RestOurs), k.Unit, number(k.ExtremeRef), number(k.Extreme), number(k.EndRef), number(k.EndOurs), number(k.RMS), number(k.RMSUnit)})
	}
	return t
}

// Axis returns the text of the time axis and the hours of one unit of it.
func (o Overlay) Axis() (text string, size float64) { return o.axis.text, o.axis.size }

// WriteCSV writes both curves of every column.
func (c *Compare) WriteCSV(w io.Writer) error {
	out := csv.NewWriter(w)
	head := []string{"time_h"}
	for _, k := range c.Columns {
		head = append(head, k.Column+"_reference_pct", k.Column+"_ours_pct")
	}
	rows := [][]string{head}
	for i, t := range c.Columns[0].Time {
		row := []string{csvNumber(t)}
		for _, k := range c.Columns {
			row = append(row, csvNumber(k.Reference[i]), csvNumber(k.Ours[i]))
		}
		rows = append(rows, row)
	}
	return out.WriteAll(rows)
}
