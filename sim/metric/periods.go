package metric

// periods holds what a biopsy concludes from surfaces, W.Th and Aj.AR. They are
// true in a steady state and biased off it, as in a patient. Tt.P x Ac.f = 1.
func periods() []Column {
	return []Column{
		byFormula("fp_d", "FP", "formation period, W.Th/Aj.AR", func(s *Sample) float64 { return s.formation() }),
		byFormula("fp_active_d", "FP(a+)", "active formation period, W.Th/MAR", func(s *Sample) float64 {
			return ratio(s.Packets.wall(), s.Rates.mar())
		}),
		byFormula("ep_d", "EP", "erosion period, FP x ES/OS", func(s *Sample) float64 {
			return s.period(s.Rates.Mean.Surface.Eroded)
		}),
		byFormula("rs_p_d", "Rs.P", "resorption period, FP x Oc.S/OS", func(s *Sample) float64 {
			return s.period(s.Rates.Mean.Surface.Osteoclast)
		}),
		byFormula("rv_p_d", "Rv.P", "reversal period, EP - Rs.P", func(s *Sample) float64 {
			return s.period(s.Rates.Mean.Surface.Eroded - s.Rates.Mean.Surface.Osteoclast)
		}),
		byFormula("qp_d", "QP", "quiescent period, FP x QS/OS", func(s *Sample) float64 {
			return s.period(s.Rates.Mean.Surface.Quiescent)
		}),
		byFormula("tt_p_d", "Tt.P", "total period, FP x BS/OS", func(s *Sample) float64 {
			return s.period(s.Rates.Mean.Surface.Bone)
		}),
		{"ac_f_per_y", "Ac.f", "1/y", "activation frequency by formula, (BFR/BS)/W.Th with w_th_um" + trailing, dempster,
			func(s *Sample) float64 { return ratio(s.Rates.bfr()*daysPerYear, s.Packets.wall()) }},
	}
}

// byFormula is a period [d] that follows from surfaces.
func byFormula(name, symbol, definition string, value func(s *Sample) float64) Column {
	return Column{name, symbol, "d", definition + " with w_th_um, by formula" + trailing, dempster, value}
}

// formation returns FP [d].
func (s *Sample) formation() float64 {
	return ratio(section*s.Packets.wall(), s.Rates.adjusted())
}

// period returns how long a surface of some length [um] lasts while osteoid
// surface lasts for FP [d].
func (s *Sample) period(length float64) float64 {
	return s.formation() * ratio(length, s.Rates.Mean.Surface.Osteoid)
}
