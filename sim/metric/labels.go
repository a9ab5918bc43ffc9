package metric

import "trabecula/sim/unit"

const labelled = "; as the labels of the latest biopsy show it"

// labels holds what a pathologist reads from the latest biopsy: the rates of
// apposition() by tetracycline instead of by what truly mineralised. Without a
// double label there is no apposition rate, and what follows from it is missing:
// sls_bs_label tells that there was a label at all. The usual stopgap of 0.3 um/d
// is left to whoever reads the table.
func labels() []Column {
	return []Column{
		{"biopsy_d", "", "d", "time at which the latest biopsy was taken", here,
			func(s *Sample) float64 { return present(s.Biopsy.Time / unit.Day) }},
		{"sls_bs_label", "sLS/BS", "%", "interface with one of the labels" + labelled, dempster,
			func(s *Sample) float64 { return percent(s.Biopsy.Single, s.Biopsy.Surface) }},
		{"dls_bs_label", "dLS/BS", "%", "interface with both labels" + labelled, dempster,
			func(s *Sample) float64 { return percent(s.Biopsy.Double, s.Biopsy.Surface) }},
		{"ms_bs_label", "MS/BS", "%", "mineralising surface, (dLS + sLS/2)/BS" + labelled, dempster,
			func(s *Sample) float64 { return percent(s.marked(), s.Biopsy.Surface) }},
		{"ir_l_wi_um", "Ir.L.Wi", "um", "2D: mean distance of the centroids of the labels along the normal of the surface" + labelled, dempster,
			func(s *Sample) float64 { return s.between() }},
		{"ir_l_th_um", "Ir.L.Th", "um", "3D: interlabel thickness, π/4 x ir_l_wi_um" + labelled, dempster,
			func(s *Sample) float64 { return section * s.between() }},
		{"mar_2d_label_um_d", "MAR", "um/d", "2D: Ir.L.Wi per time between the starts of the labels, uncorrected" + labelled + "; missing without double labels", dempster,
			func(s *Sample) float64 { return s.apposition() / section }},
		{"mar_label_um_d", "MAR", "um/d", "3D: mineral apposition rate, π/4 x mar_2d_label_um_d" + labelled + "; missing without double labels", dempster,
			func(s *Sample) float64 { return s.apposition() }},
		{"bfr_bs_label_um3_um2_y", "BFR/BS", "um3/um2/y", "3D: bone formation rate per surface, MAR x MS/BS x 365.25 d" + labelled, dempster,
			func(s *Sample) float64 { return s.formed(s.Biopsy.Surface) * daysPerYear }},
		{"bfr_bv_label_pct_y", "BFR/BV", "%/y", "bone formation rate per bone volume, BFR/BS x BS/BV" + labelled, dempster,
			func(s *Sample) float64 { return 100 * s.formed(s.Biopsy.Bone*section) * daysPerYear }},
		{"aj_ar_label_um_d", "Aj.AR", "um/d", "3D: adjusted apposition rate, MAR x MS/OS" + labelled, dempster,
			func(s *Sample) float64 { return s.formed(s.Biopsy.Seams) }},
		{"mlt_label_d", "Mlt", "d", "mineralisation lag time, O.Th/Aj.AR" + labelled, dempster,
			func(s *Sample) float64 { return ratio(s.seam(), s.formed(s.Biopsy.Seams)) }},
		{"omt_label_d", "Omt", "d", "osteoid maturation time, O.Th/MAR" + labelled, dempster,
			func(s *Sample) float64 { return ratio(s.seam(), s.apposition()) }},
		{"fp_label_d", "FP", "d", "formation period, W.Th/Aj.AR with w_th_completed_um" + labelled, dempster,
			func(s *Sample) float64 { return ratio(s.wall(), s.formed(s.Biopsy.Seams)) }},
		{"ac_f_label_per_y", "Ac.f", "1/y", "activation frequency by formula, (BFR/BS)/W.Th with w_th_completed_um" + labelled, dempster,
			func(s *Sample) float64 { return ratio(s.formed(s.Biopsy.Surface)*daysPerYear, s.wall()) }},
	}
}

// between returns Ir.L.Wi [um], missing without double labels.
func (s *Sample) between() float64 {
	return s.Biopsy.Between + ratio(0, s.Biopsy.Double)
}

// apposition returns MAR by labels, corrected for the section [um/d].
func (s *Sample) apposition() float64 {
	return section * ratio(s.between(), s.Biopsy.Interval/unit.Day)
}

// marked returns the mineralising perimeter by labels [um].
func (s *Sample) marked() float64 { return s.Biopsy.Double + s.Biopsy.Single/2 }

// formed returns what is formed per day and a length [um], or an area [um2], of
// reference.
func (s *Sample) formed(reference float64) float64 {
	return ratio(s.apposition()*s.marked(), reference)
}

// wall returns W.Th of completed walls [um].
func (s *Sample) wall() float64 { return section * s.Packets.completed(s.Packets.Done.WallWidth) }

// seam returns O.Th at the biopsy [um].
func (s *Sample) seam() float64 {
	return section * ratio(present(s.Biopsy.Osteoid), s.Biopsy.Seams)
}
