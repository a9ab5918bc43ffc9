package validate

import (
	"io/fs"
	"math"
)

// Published reads the targets of one file alone, for means that are at hand. What
// they say of arms is not checked.
func Published(folder fs.FS, file string) ([]Target, error) {
	data, err := fs.ReadFile(folder, file)
	if err != nil {
		return nil, err
	}
	l, f := &Library{}, &faults{}
	l.add(file, read(file, data, f), f)
	return l.Targets, f.err()
}

// Compare holds means over time of columns, by name, against the targets of an arm
// that are such means.
func Compare(targets []Target, arm string, means map[string]float64) []Score {
	var list []Score
	for _, t := range targets {
		if t.Arm != arm || t.Transform != Mean || t.Control != nil {
			continue
		}
		mean, ok := means[t.Column]
		if !ok {
			mean = math.NaN()
		}
		for _, p := range t.Points {
			list = append(list, t.verdict(p, Estimate{mean, math.NaN(), 1}))
		}
	}
	return list
}
