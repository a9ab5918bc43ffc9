package metric

import "trabecula/field/signal"

// signals holds two means for every signal in the catalogue.
func signals() []Column {
	columns := make([]Column, 0, 2*signal.Count)
	for k, spec := range signal.Catalogue {
		columns = append(columns,
			Column{spec.Name + "_mean_pm", "", "pM", spec.Symbol + ", mean concentration in marrow", here,
				func(s *Sample) float64 { return s.Marrow[k] }},
			Column{spec.Name + "_surface_pm", "", "pM", spec.Symbol + ", mean concentration in the marrow pixels that touch bone by an edge: what cells on the surface sense", here,
				func(s *Sample) float64 { return s.Contact[k] }})
	}
	return columns
}
