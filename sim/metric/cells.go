package metric

import "trabecula/agents"

// cells holds one count for every kind in the catalogue of cells.
func cells() []Column {
	columns := make([]Column, 0, agents.KindCount)
	for k, spec := range agents.Catalogue {
		columns = append(columns, Column{"n_" + spec.Name, "", "1", spec.Plural + " in the section", here,
			func(s *Sample) float64 { return float64(s.Cells.Of[k]) }})
	}
	return columns
}
