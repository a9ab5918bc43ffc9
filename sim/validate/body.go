package validate

import (
	"context"
	"math"

	"trabecula/sim/assay"
)

// body checks a row of the body.
func (t bodyText) body(group string, f *faults) BodyRow {
	if _, ok := assay.FindRow(t.Row.string); !ok && t.Row.string != "" {
		f.add(t.Row.at, "row = %q, the body has no such experiment; it has %s", t.Row.string, joined(assay.RowNames()))
	}
	return BodyRow{t.Row.string, group, oneOf(t.Strength, "strength", Spread, []Strength{Spread, Number, Direction}, f),
		oneOf(t.Status, "status", "READ", statuses, f)}
}

// measure carries the experiment out. A body has no chance in it: one is enough.
func (b BodyRow) measure(ctx context.Context) ([]assay.Finding, error) {
	row, _ := assay.FindRow(b.Row)
	result, err := row.Measure(ctx)
	if err != nil {
		return nil, err
	}
	return result.Findings, nil
}

// scores holds the findings of an experiment as scores.
func (b BodyRow) scores(findings []assay.Finding) []Score {
	var list []Score
	for _, f := range findings {
		s := Score{Row: b.Row, Group: b.Group, Observable: f.What, Unit: f.Unit, Published: f.Published, Low: f.Low, High: f.High,
			Strength: b.Strength, Status: b.Status, Source: f.Source, Arm: "body", Mean: f.Simulated, SE: math.NaN(), N: 1, Verdict: Out}
		if f.In() {
			s.Verdict = In
		}
		list = append(list, s)
	}
	return list
}
