package metric

// fluxes holds what was truly laid, mineralised and removed: the ground truth
// beside the observer's rates.
func fluxes() []Column {
	return []Column{
		{"formation_um2_d", "", "um2/d", "2D: osteoid area laid in the section per day, over the last 90 d", here,
			func(s *Sample) float64 { return ratio(s.Rates.Done.Formed, s.Rates.Days) }},
		{"resorption_um2_d", "", "um2/d", "2D: bone area removed from the section per day, over the last 90 d", here,
			func(s *Sample) float64 { return ratio(s.Rates.Done.Resorbed, s.Rates.Days) }},
		{"mineralisation_um2_d", "", "um2/d", "2D: osteoid area mineralised in the section per day, over the last 90 d", here,
			func(s *Sample) float64 { return ratio(s.Rates.Done.Mineralised, s.Rates.Days) }},
		{"renewal_pct_y", "", "%/y", "matrix renewed per year: the lesser of area laid and area removed, per mean B.Ar; over the last 90 d", here,
			func(s *Sample) float64 {
				return 100 * s.Rates.perYear(min(s.Rates.Done.Formed, s.Rates.Done.Resorbed))
			}},
		{"net_pct_y", "", "%/y", "area laid less area removed, per mean B.Ar and year; over the last 90 d", here,
			func(s *Sample) float64 { return 100 * s.Rates.perYear(s.Rates.Done.Formed-s.Rates.Done.Resorbed) }},
		{"ctx_flux_um2_mm2_d", "", "um2/mm2/d", "bone area removed per tissue area and day over the last 7 d: what serum CTX follows; score as per cent of its own baseline", here,
			func(s *Sample) float64 { return s.marker(s.Week.Done.Resorbed) }},
		{"p1np_flux_um2_mm2_d", "", "um2/mm2/d", "matrix area laid per tissue area and day over the last 7 d: what serum P1NP follows; score as per cent of its own baseline", here,
			func(s *Sample) float64 { return s.marker(s.Week.Done.Formed) }},
		{"er_um_d", "ER", "um/d", "3D: mean erosion rate, π/4 x area removed per day and E.Pm, reversal included" + trailing, dempster,
			func(s *Sample) float64 {
				return section * s.Rates.perDay(present(s.Rates.Done.Resorbed), s.Rates.Mean.Surface.Eroded)
			}},
		{"matrix_ar_um_d", "", "um/d", "3D: matrix apposition rate, π/4 x area laid per day and O.Pm" + trailing, here,
			func(s *Sample) float64 {
				return section * s.Rates.perDay(present(s.Rates.Done.Formed), s.Rates.Mean.Surface.Osteoid)
			}},
	}
}

// marker returns an area of the last week per tissue area and day [um2/mm2/d].
func (s *Sample) marker(area float64) float64 {
	return ratio(area, s.Week.Days) / (s.Tissue / squareMillimetre)
}
