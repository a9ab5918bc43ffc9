package metric

import "trabecula/sim/unit"

// daysPerYear is the Julian year; published formulas often take 365.
const daysPerYear = unit.Year / unit.Day

const trailing = "; over the last 90 d, perimeters as means over that time"

// apposition holds the rates that labels tell in a biopsy. Without labels, MAR
// is what was mineralised per time along the mineralising surface, so that the
// product MAR x MS is exactly the area mineralised. The identities of published
// formulas hold between these columns: BFR/BS = MAR x MS/BS (means over the
// window), BFR/OS = Aj.AR, BFR/BV = BFR/BS x BS/BV, Mlt >= Omt.
func apposition() []Column {
	return []Column{
		{"mar_2d_um_d", "MAR", "um/d", "2D: area mineralised per day and M.Pm, uncorrected" + trailing + "; missing if nothing mineralised", dempster,
			func(s *Sample) float64 { return s.Rates.mar() }},
		{"mar_um_d", "MAR", "um/d", "3D: mineral apposition rate, π/4 x mar_2d_um_d" + trailing, dempster,
			func(s *Sample) float64 { return section * s.Rates.mar() }},
		{"bfr_b_pm_um2_um_y", "BFR/B.Pm", "um2/um/y", "2D: area mineralised per year (365.25 d) and B.Pm" + trailing, dempster,
			func(s *Sample) float64 { return s.Rates.bfr() * daysPerYear }},
		{"bfr_bs_um3_um2_y", "BFR/BS", "um3/um2/y", "3D: bone formation rate per surface, π/4 x bfr_b_pm_um2_um_y = MAR x MS/BS x 365.25" + trailing, dempster,
			func(s *Sample) float64 { return section * s.Rates.bfr() * daysPerYear }},
		{"bfr_bv_pct_y", "BFR/BV", "%/y", "bone formation rate per bone volume: area mineralised per year and mean B.Ar" + trailing, dempster,
			func(s *Sample) float64 { return 100 * s.Rates.perYear(s.Rates.Done.Mineralised) }},
		{"aj_ar_um_d", "Aj.AR", "um/d", "3D: adjusted apposition rate, MAR x MS/OS = BFR/OS" + trailing, dempster,
			func(s *Sample) float64 { return s.Rates.adjusted() }},
		{"mlt_d", "Mlt", "d", "mineralisation lag time, O.Th/Aj.AR" + trailing, dempster,
			func(s *Sample) float64 { return ratio(s.Rates.osteoidWidth()*section, s.Rates.adjusted()) }},
		{"omt_d", "Omt", "d", "osteoid maturation time, O.Th/MAR" + trailing, dempster,
			func(s *Sample) float64 { return ratio(s.Rates.osteoidWidth(), s.Rates.mar()) }},
	}
}

// perDay returns what part of done [um2] came about each day on each um of a
// perimeter [um].
func (w *Window) perDay(done, perimeter float64) float64 { return ratio(done, perimeter*w.Days) }

// perYear returns done [um2] per year and mean bone area [1/y].
func (w *Window) perYear(done float64) float64 {
	return ratio(done, w.Mean.Bone*w.Days) * daysPerYear
}

// mar returns the mineral apposition rate in the plane [um/d].
func (w *Window) mar() float64 {
	return w.perDay(present(w.Done.Mineralised), w.Mean.Surface.Mineralising)
}

// bfr returns the bone formation rate in the plane [um2/um/d].
func (w *Window) bfr() float64 { return w.perDay(w.Done.Mineralised, w.Mean.Surface.Bone) }

// adjusted returns Aj.AR, corrected for the section [um/d].
func (w *Window) adjusted() float64 {
	return section * w.perDay(w.Done.Mineralised, w.Mean.Surface.Osteoid)
}

// osteoidWidth returns the mean O.Wi of the window [um].
func (w *Window) osteoidWidth() float64 { return ratio(w.Mean.Osteoid, w.Mean.Surface.Osteoid) }
