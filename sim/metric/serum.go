package metric

import "trabecula/sim/endocrine"

// body holds the person's age and what a laboratory would report of the blood.
func body() []Column {
	columns := []Column{{"age_y", "", "y", "age of the person", here, func(s *Sample) float64 { return s.Age }}}
	for i, r := range endocrine.Serum {
		columns = append(columns, Column{r.Name, r.Symbol, r.Unit, r.Doc + "; mean of the last full day", r.Source,
			func(s *Sample) float64 { return s.Serum[i] }})
	}
	return columns
}
