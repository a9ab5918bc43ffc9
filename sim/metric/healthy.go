package metric

import "slices"

// Targets returns what a healthy adult section is held against: rows A1 to A14
// and A20 of the validation targets. Rows of one name are several observables,
// or several columns held against one published value: by the observer's formula
// and as it truly was.
func Targets() []Target {
	return slices.Concat(activation(), reconstruction(), bedRestControls(), architecture(), textbook(), stationarity())
}

func activation() []Target {
	recker := study{"premenopausal women > 46 y, n=50, iliac, median", "Recker et al. 2004, doi 10.1359/JBMR.040710"}
	reference := study{"healthy premenopausal women, 95 % reference interval", "PMC7606320"}
	return []Target{
		recker.number("A1", "Ac.f", "ac_f_per_y", "1/y", 0.13),
		reference.interval("A2", "Ac.f", "ac_f_per_y", "1/y", 0.020, 0.933),
		reference.interval("A2", "Ac.f (true)", "ac_f_true_per_y", "1/y", 0.020, 0.933),
		reference.interval("A3", "W.Th", "w_th_um", "um", 29.5, 45.4),
	}
}

func reconstruction() []Target {
	eriksen := study{"normals 44 y, n=13", "Eriksen et al. 1985, doi 10.1016/8756-3282(85)90218-2"}
	danish := study{"controls, n=28, completed walls", "Danish series 1981"}
	return []Target{
		eriksen.number("A4", "W.Th", "w_th_completed_um", "um", 60.5),
		danish.number("A4", "W.Th", "w_th_completed_um", "um", 54.0),
		eriksen.number("A5", "EP", "ep_d", "d", 51),
		eriksen.number("A5", "EP (true)", "ep_true_d", "d", 51),
		eriksen.number("A5", "FP", "fp_d", "d", 151),
		eriksen.number("A5", "FP (true)", "fp_true_d", "d", 151),
		eriksen.number("A5", "Mlt", "mlt_d", "d", 16),
		eriksen.number("A5", "Mlt (labels)", "mlt_label_d", "d", 16),
		eriksen.number("A6", "ER", "er_um_d", "um/d", 1.1),
		eriksen.number("A6", "initial mineral apposition", "mineral_ar_initial_um_d", "um/d", 0.9),
		eriksen.number("A6", "initial matrix apposition", "matrix_ar_initial_um_d", "um/d", 1.6),
	}
}

func bedRestControls() []Target {
	zerwekh := study{"healthy adults 34 +/- 11 y before bed rest, n=11", "Zerwekh et al. 1998, J Bone Miner Res 13:1594"}
	return []Target{
		zerwekh.meanSD("A7", "Ob.S/BS", "ob_s_bs", "%", 3.1, 1.3),
		zerwekh.meanSD("A8", "ES/BS", "es_bs", "%", 2.1, 1.1),
		zerwekh.meanSD("A9", "Oc.S/BS", "oc_s_bs", "%", 0.2, 0.2),
	}
}

func architecture() []Target {
	cadaver := study{"cadaver controls, n=36, iliac, 3D", "PMC2818211"}
	matched := study{"matched controls, n=25, iliac, 3D", "PMC2818211"}
	femur := study{"femoral specimens at arthroplasty, without minimodelling", "PubMed 29615973"}
	return []Target{
		cadaver.meanSD("A10", "BV/TV", "bv_tv", "%", 15.4, 4),
		matched.meanSD("A11", "BS/TV", "bs_tv_per_mm", "1/mm", 3.73, 1.01),
		matched.meanSD("A11", "Tb.Th", "tb_th_um", "um", 170, 40),
		matched.meanSD("A11", "Tb.N", "tb_n_per_mm", "1/mm", 1.62, 0.39),
		cadaver.meanSD("A11", "Tb.Sp", "tb_sp_um", "um", 781, 130),
		femur.meanSD("A12", "BV/TV", "bv_tv", "%", 23.1, 3.9),
		femur.meanSD("A12", "OS/BS", "os_bs", "%", 7.6, 4.2),
		femur.meanSD("A12", "OV/BV", "ov_bv", "%", 0.6, 0.3),
		femur.meanSD("A12", "O.Th", "o_th_um", "um", 5.2, 1.0),
	}
}

func textbook() []Target {
	young := study{"women 20-40 y, iliac, 2D (recalled)", "Recker 1988; Rehman 1994; Parfitt 1983"}
	recker := study{"adult and postmenopausal normals, iliac (recalled)", "Recker et al. 1988, J Bone Miner Res 3:133"}
	return []Target{
		young.about("A13", "BV/TV", "bv_tv", "%", 22, 26),
		recker.about("A14", "OS/BS", "os_bs", "%", 10, 16),
		recker.about("A14", "MS/BS", "ms_bs", "%", 5, 8),
		recker.about("A14", "MAR", "mar_um_d", "um/d", 0.50, 0.65),
		recker.about("A14", "BFR/BS", "bfr_bs_um3_um2_y", "um3/um2/y", 10, 20),
		recker.about("A14", "MS/BS (labels)", "ms_bs_label", "%", 5, 8),
		recker.about("A14", "MAR (labels)", "mar_label_um_d", "um/d", 0.50, 0.65),
		recker.about("A14", "BFR/BS (labels)", "bfr_bs_label_um3_um2_y", "um3/um2/y", 10, 20),
		recker.about("A14", "Ac.f", "ac_f_per_y", "1/y", 0.3, 0.45),
	}
}

func stationarity() []Target {
	design := study{"healthy section, unperturbed", "design target; ageing loses 0.3-0.7 %/y"}
	return []Target{
		design.goal("A20", "drift of B.Ar", "net_pct_y", "%/y", "-1 to 1", -1, 1),
		design.goal("-", "renewal of matrix", "renewal_pct_y", "%/y", "5-35", 5, 35),
	}
}
