package metric

import (
	"trabecula/field/morphometry"
	"trabecula/sim/unit"
)

const squareMillimetre = unit.Millimetre * unit.Millimetre

// plate returns the parallel plate model of a sample.
func (s *Sample) plate() morphometry.Plate {
	return morphometry.PlateOf(s.Now.Bone, s.Now.Surface.Bone, s.Tissue)
}

// structure holds static morphometry. Bone area is the sum of the fractions of
// all pixels, so that it changes by exactly what is formed less what is resorbed.
func structure() []Column {
	return []Column{
		{"bv_tv", "BV/TV", "%", "bone volume fraction, B.Ar/T.Ar, osteoid included", dempster,
			func(s *Sample) float64 { return percent(s.Now.Bone, s.Tissue) }},
		{"b_ar_mm2", "B.Ar", "mm2", "2D: bone area, osteoid included, the sum of the bone fractions of all pixels", dempster,
			func(s *Sample) float64 { return s.Now.Bone / squareMillimetre }},
		{"b_pm_mm", "B.Pm", "mm", "2D: length of the interface of bone and marrow, Cauchy-Crofton over four directions; the edge of the section does not count", "Serra 1982, Image Analysis and Mathematical Morphology, ch. VII",
			func(s *Sample) float64 { return s.Now.Surface.Bone / unit.Millimetre }},
		{"bs_tv_per_mm", "BS/TV", "1/mm", "3D: surface density, 4/π x B.Pm/T.Ar", parfitt,
			func(s *Sample) float64 { return s.plate().BSTV }},
		{"tb_wi_um", "Tb.Wi", "um", "2D: trabecular width, plate model, 2 B.Ar/B.Pm", parfitt,
			func(s *Sample) float64 { return s.plate().TbWi }},
		{"tb_th_um", "Tb.Th", "um", "3D: trabecular thickness, plate model, π/4 x Tb.Wi", parfitt,
			func(s *Sample) float64 { return s.plate().TbTh }},
		{"tb_n_per_mm", "Tb.N", "1/mm", "3D: trabecular number, plate model, (BV/TV)/Tb.Th", parfitt,
			func(s *Sample) float64 { return s.plate().TbN }},
		{"tb_sp_um", "Tb.Sp", "um", "3D: trabecular separation, plate model, 1/Tb.N - Tb.Th", parfitt,
			func(s *Sample) float64 { return s.plate().TbSp }},
	}
}
