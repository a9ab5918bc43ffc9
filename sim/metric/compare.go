package metric

import (
	"bytes"
	"fmt"
	"io"
	"math"
	"text/tabwriter"
)

// Verdict is a target and what the simulation made of it.
type Verdict struct {
	Target
	Simulated float64 // NaN = nothing to compare
	In        bool
}

// String says how the comparison ended: in, out, or missing.
func (v Verdict) String() string {
	switch {
	case math.IsNaN(v.Simulated):
		return "missing"
	case v.In:
		return "in"
	}
	return "out"
}

// Compare holds the means of columns, by name, against all Targets.
func Compare(means map[string]float64) []Verdict {
	targets := Targets()
	verdicts := make([]Verdict, len(targets))
	for i, t := range targets {
		value, ok := means[t.Column]
		if !ok {
			value = math.NaN()
		}
		verdicts[i] = Verdict{t, value, t.admits(value)}
	}
	return verdicts
}

// WriteVerdicts prints verdicts as an aligned table, one line each, and how many
// of those that could be compared are in.
func WriteVerdicts(w io.Writer, verdicts []Verdict) error {
	var out bytes.Buffer
	table := tabwriter.NewWriter(&out, 0, 0, 1, ' ', tabwriter.Debug)
	fmt.Fprintln(table, "row\t observable\t unit\t published\t simulated\t in/out\t population")
	in, compared := 0, 0
	for _, v := range verdicts {
		fmt.Fprintf(table, "%s\t %s\t %s\t %s (%c)\t %s\t %s\t %s\n",
			v.Row, v.Symbol, v.Unit, v.Published, v.Strength, v.number(), v, v.Population)
		if !math.IsNaN(v.Simulated) {
			compared++
		}
		if v.In {
			in++
		}
	}
	table.Flush() // into memory: cannot fail
	fmt.Fprintf(&out, "%d of %d compared are in, %d missing. S: published interval or mean +/- 1 SD; N: within 30 %%; G: bounds of the project\n",
		in, compared, len(verdicts)-compared)
	_, err := w.Write(out.Bytes())
	return err
}

// number prints what was simulated.
func (v Verdict) number() string {
	if math.IsNaN(v.Simulated) {
		return "-"
	}
	return fmt.Sprintf("%.3g", v.Simulated)
}
