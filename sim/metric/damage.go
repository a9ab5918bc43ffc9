package metric

import "trabecula/sim/unit"

// squareCentimetre is the area to which microcracks are referred [um2].
const squareCentimetre = 100 * unit.Millimetre * unit.Millimetre

// damage holds microdamage and what makes and removes it.
func damage() []Column {
	rate := func(w *Window, cracks float64) float64 {
		return ratio(cracks, w.Mean.Bone/squareCentimetre*w.Days) * daysPerYear
	}
	return []Column{
		{"cr_dn_per_cm2", "Cr.Dn", "1/cm2", "2D: microcracks per bone area", "Burr et al. 1990, J Biomech 23:939 (recalled)",
			func(s *Sample) float64 { return ratio(s.Cracks, s.Now.Bone/squareCentimetre) }},
		{"cracked_per_cm2_y", "", "1/cm2/y", "2D: microcracks opened by load per mean B.Ar and year" + lately, here,
			func(s *Sample) float64 { return rate(&s.Packets, s.Packets.Done.Cracked) }},
		{"uncracked_per_cm2_y", "", "1/cm2/y", "2D: microcracks removed by resorption per mean B.Ar and year" + lately, here,
			func(s *Sample) float64 { return rate(&s.Packets, s.Packets.Done.Uncracked) }},
	}
}
