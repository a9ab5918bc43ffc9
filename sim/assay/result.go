package assay

import (
	"encoding/csv"
	"fmt"
	"io"
	"math"
	"strconv"

	"trabecula/sim/endocrine"
)

// Result is what came of a test.
type Result struct {
	Assay    Assay
	Person   endocrine.Person // of the first arm
	Probes   []Probe
	Courses  []*Course
	Tables   []Table
	Findings []Finding
}

// Table is a small table for people; the first row of Rows is the heading.
type Table struct {
	Title string
	Rows  [][]string
}

// Finding is a published value and what the body did.
type Finding struct {
	Row       string  `json:"row"`
	What      string  `json:"observable"`
	Published string  `json:"published"`
	Low       float64 `json:"low"`
	High      float64 `json:"high"`
	Unit      string  `json:"unit"`
	Simulated float64 `json:"simulated"`
	Source    string  `json:"source"`
}

// In tells whether the body did as published.
func (f Finding) In() bool { return f.Simulated >= f.Low && f.Simulated <= f.High }

// Verdict is IN or OUT.
func (f Finding) Verdict() string {
	if f.In() {
		return "IN"
	}
	return "OUT"
}

// Findings as a table.
func Verdicts(findings []Finding) Table {
	t := Table{Title: "Published and simulated", Rows: [][]string{{"row", "observable", "published", "band", "simulated", "unit", "verdict", "source"}}}
	for _, f := range findings {
		t.Rows = append(t.Rows, []string{f.Row, f.What, f.Published, band(f.Low, f.High), number(f.Simulated), f.Unit, f.Verdict(), f.Source})
	}
	return t
}

// band writes an interval of which an end may be open.
func band(low, high float64) string {
	switch {
	case math.IsInf(low, -1):
		return "at most " + number(high)
	case math.IsInf(high, 1):
		return "at least " + number(low)
	}
	return number(low) + " to " + number(high)
}

// number writes a value with three or four digits.
func number(v float64) string {
	switch a := math.Abs(v); {
	case math.IsNaN(v):
		return "none"
	case a >= 1000:
		return strconv.FormatFloat(math.Round(v), 'f', 0, 64)
	case a == 0:
		return "0"
	}
	digits := 2 - int(math.Floor(math.Log10(math.Abs(v))))
	if digits > 5 {
		return strconv.FormatFloat(v, 'g', 3, 64)
	}
	scale := math.Pow(10, float64(digits))
	return strconv.FormatFloat(math.Round(v*scale)/scale, 'f', -1, 64)
}

// table adds a table with one row per course: its name and what f says.
func (r *Result) table(title string, head []string, f func(c *Course) []float64) {
	t := Table{Title: title, Rows: [][]string{append([]string{"arm"}, head...)}}
	for _, c := range r.Courses {
		row := []string{c.Arm}
		for _, v := range f(c) {
			row = append(row, number(v))
		}
		t.Rows = append(t.Rows, row)
	}
	r.Tables = append(r.Tables, t)
}

// course returns the course of an arm. An unknown one is a bug: it panics.
func (r *Result) course(arm string) *Course {
	for _, c := range r.Courses {
		if c.Arm == arm {
			return c
		}
	}
	panic("assay: " + r.Assay.Name + ": no arm " + arm)
}

// Drawn returns the courses that go into one chart: those of the first kind, where
// a test has a fine and a coarse one.
func (r *Result) Drawn() []*Course {
	if r.Assay.Name == "rest" {
		return r.Courses[:1]
	}
	return r.Courses
}

// Axis returns the name of the time column, its text for a chart, and the hours
// in one unit of it.
func (r *Result) Axis() (column, text string, size float64) {
	return r.Assay.axis.name, r.Assay.axis.text, r.Assay.axis.size
}

// WriteCSV writes all courses, one below the other.
func (r *Result) WriteCSV(w io.Writer) error {
	out := csv.NewWriter(w)
	column, _, size := r.Axis()
	head := []string{"arm", column}
	for _, p := range r.Probes {
		head = append(head, p.Name)
	}
	if err := out.Write(head); err != nil {
		return err
	}
	for _, c := range r.Courses {
		for i, t := range c.Time {
			row := []string{c.Arm, csvNumber(t / size)}
			for k := range r.Probes {
				row = append(row, csvNumber(c.values[k][i]))
			}
			if err := out.Write(row); err != nil {
				return err
			}
		}
	}
	out.Flush()
	return out.Error()
}

// csvNumber writes a value with six digits; nothing if there is none.
func csvNumber(v float64) string {
	if math.IsNaN(v) {
		return ""
	}
	return fmt.Sprintf("%.6g", v)
}
