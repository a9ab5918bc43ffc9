package main

import (
	"fmt"
	"slices"

	"trabecula/render/chart"
	"trabecula/sim/assay"
)

// resultPanels returns the curves that a test shows.
func resultPanels(r *assay.Result) []chart.Panel {
	_, axis, size := r.Axis()
	var panels []chart.Panel
	for _, name := range r.Assay.Shown {
		i := slices.IndexFunc(r.Probes, func(p assay.Probe) bool { return p.Name == name })
		probe := r.Probes[i]
		panel := chart.Panel{Title: probe.Symbol, X: axis, Y: probe.Unit}
		for _, c := range r.Drawn() {
			panel.Lines = append(panel.Lines, chart.Line{Name: c.Arm, X: scaled(c.Time, size), Y: c.Of(name)})
		}
		panels = append(panels, panel)
	}
	return panels
}

// overlayPanels returns both curves of every column.
func overlayPanels(c *assay.Compare) []chart.Panel {
	axis, size := c.Overlay.Axis()
	var panels []chart.Panel
	for _, k := range c.Columns {
		x := scaled(k.Time, size)
		panels = append(panels, chart.Panel{Title: k.Column, X: axis, Y: "% of rest", Lines: []chart.Line{
			{Name: "ours", X: x, Y: k.Ours}, {Name: "reference", X: x, Y: k.Reference, Dashed: true}}})
	}
	return panels
}

// scaled returns times in another unit.
func scaled(times []float64, size float64) []float64 {
	out := make([]float64, len(times))
	for i, t := range times {
		out[i] = t / size
	}
	return out
}

// printTables prints tables with their titles.
func printTables(p process, tables []assay.Table) error {
	for _, t := range tables {
		fmt.Fprintf(p.stdout, "\n%s\n", t.Title)
		if err := printTable(p, t.Rows); err != nil {
			return err
		}
	}
	return nil
}

// tablesJSON turns tables into objects.
func tablesJSON(tables []assay.Table) []map[string]any {
	list := []map[string]any{}
	for _, t := range tables {
		list = append(list, map[string]any{"title": t.Title, "rows": objects(t.Rows)})
	}
	return list
}

// findingsJSON adds the verdicts; open ends of bands are null.
func findingsJSON(findings []assay.Finding) []map[string]any {
	list := []map[string]any{}
	for _, f := range findings {
		list = append(list, map[string]any{"row": f.Row, "observable": f.What, "published": f.Published, "low": orNull(f.Low), "high": orNull(f.High),
			"unit": f.Unit, "simulated": orNull(f.Simulated), "verdict": f.Verdict(), "source": f.Source})
	}
	return list
}

// resultJSON returns a test's tables and curves.
func resultJSON(r *assay.Result) any {
	column, _, size := r.Axis()
	courses := []map[string]any{}
	for _, c := range r.Courses {
		one := map[string]any{"arm": c.Arm, column: scaled(c.Time, size)}
		for _, p := range r.Probes {
			one[p.Name] = nulls(c.Of(p.Name))
		}
		courses = append(courses, one)
	}
	return map[string]any{"assay": r.Assay.Name, "doc": r.Assay.Doc, "tables": tablesJSON(r.Tables), "courses": courses}
}

// nulls returns values with null for what is missing.
func nulls(values []float64) []*float64 {
	out := make([]*float64, len(values))
	for i, v := range values {
		out[i] = orNull(v)
	}
	return out
}
