package morphometry

import "trabecula/sim/unit"

// Column says what one number of Static is, for tables and legends.
type Column struct {
	Name       string // snake_case with its unit
	Symbol     string // ASBMR
	Unit       string
	Definition string
	Source     string
	Of         func(Static) float64
	Local      bool // only with Options.Local; NaN otherwise
}

const (
	dempster    = "Dempster et al. 2013, J Bone Miner Res 28:2"
	plateModel  = "Parfitt et al. 1983, J Clin Invest 72:1396"
	discMethod  = "Hildebrand & Rüegsegger 1997, J Microsc 185:67"
	eulerSource = "Gray 1971, IEEE Trans Comput C-20:551"
)

// Columns returns the table of what Measure finds, in the order of a report.
func Columns() []Column {
	return append(append(amounts(), local()...), topology()...)
}

func amounts() []Column {
	return []Column{
		{Name: "t_ar_mm2", Symbol: "T.Ar", Unit: "mm2", Definition: "tissue area: the whole section", Source: dempster,
			Of: func(s Static) float64 { return s.TissueArea }},
		{Name: "b_ar_mm2", Symbol: "B.Ar", Unit: "mm2", Definition: "bone area, osteoid included", Source: dempster,
			Of: func(s Static) float64 { return s.BoneArea }},
		{Name: "bv_tv", Symbol: "BV/TV", Unit: "1", Definition: "bone volume fraction, B.Ar/T.Ar", Source: dempster,
			Of: func(s Static) float64 { return s.BVTV }},
		{Name: "b_pm_mm", Symbol: "B.Pm", Unit: "mm", Definition: "bone perimeter, Cauchy-Crofton over four directions; the edge of the section does not count", Source: "Serra 1982, Image Analysis and Mathematical Morphology, ch. VII",
			Of: func(s Static) float64 { return s.Perimeter }},
		{Name: "bs_tv_per_mm", Symbol: "BS/TV", Unit: "1/mm", Definition: "surface density, (4/π) B.Pm/T.Ar", Source: plateModel,
			Of: func(s Static) float64 { return s.BSTV }},
		{Name: "bs_bv_per_mm", Symbol: "BS/BV", Unit: "1/mm", Definition: "specific surface, (4/π) B.Pm/B.Ar", Source: plateModel,
			Of: func(s Static) float64 { return s.BSBV }},
		{Name: "tb_wi_um", Symbol: "Tb.Wi", Unit: "um", Definition: "trabecular width in the plane, 2 B.Ar/B.Pm", Source: plateModel,
			Of: func(s Static) float64 { return s.TbWi }},
		{Name: "tb_th_um", Symbol: "Tb.Th", Unit: "um", Definition: "trabecular thickness, plate model, (π/4) Tb.Wi", Source: plateModel,
			Of: func(s Static) float64 { return s.TbTh }},
		{Name: "tb_n_per_mm", Symbol: "Tb.N", Unit: "1/mm", Definition: "trabecular number, plate model, (BV/TV)/Tb.Th", Source: plateModel,
			Of: func(s Static) float64 { return s.TbN }},
		{Name: "tb_sp_um", Symbol: "Tb.Sp", Unit: "um", Definition: "trabecular separation, plate model, 1/Tb.N - Tb.Th", Source: plateModel,
			Of: func(s Static) float64 { return s.TbSp }},
	}
}

func local() []Column {
	columns := distribution("tb_th_local", "Tb.Th", "bone", func(s Static) Local { return s.Thickness })
	columns = append(columns, distribution("tb_sp_local", "Tb.Sp", "marrow", func(s Static) Local { return s.Separation })...)
	return append(columns, Column{Name: "tb_n_local_per_mm", Symbol: "Tb.N", Unit: "1/mm", Local: true, Source: discMethod,
		Definition: "trabecular number, 1/(direct Tb.Th + direct Tb.Sp)",
		Of:         func(s Static) float64 { return unit.Millimetre / (s.Thickness.Mean + s.Separation.Mean) }})
}

// distribution returns the columns of one direct thickness.
func distribution(name, symbol, phase string, of func(Static) Local) []Column {
	column := func(suffix, kind string, pick func(Local) float64) Column {
		return Column{Name: name + suffix, Symbol: symbol, Unit: "um", Local: true, Source: discMethod,
			Definition: kind + " over " + phase + " of the diameter of the largest inscribed disc that covers the point; in the plane, without 4/π",
			Of:         func(s Static) float64 { return pick(of(s)) }}
	}
	return []Column{
		column("_um", "mean", func(l Local) float64 { return l.Mean }),
		column("_sd_um", "standard deviation", func(l Local) float64 { return l.SD }),
		column("_max_um", "maximum", func(l Local) float64 { return l.Max }),
	}
}

func topology() []Column {
	return []Column{
		{Name: "euler", Symbol: "χ", Unit: "1", Definition: "Euler number, components less holes", Source: eulerSource,
			Of: func(s Static) float64 { return float64(s.Euler) }},
		{Name: "components", Unit: "1", Definition: "connected pieces of bone, across corners too", Source: eulerSource,
			Of: func(s Static) float64 { return float64(s.Components) }},
		{Name: "holes", Unit: "1", Definition: "pieces of marrow enclosed in bone, connected across edges", Source: eulerSource,
			Of: func(s Static) float64 { return float64(s.Holes) }},
		{Name: "islands", Unit: "1", Definition: "components that do not reach the edge of the section", Source: "defined here",
			Of: func(s Static) float64 { return float64(s.Islands) }},
		{Name: "island_share", Unit: "1", Definition: "part of bone area that is in islands", Source: "defined here",
			Of: func(s Static) float64 { return s.IslandShare }},
		{Name: "largest_share", Unit: "1", Definition: "part of bone area that is in the largest component", Source: "defined here",
			Of: func(s Static) float64 { return s.LargestShare }},
		{Name: "spans_x", Unit: "1", Definition: "1 if one component joins the left and the right edge", Source: "defined here",
			Of: func(s Static) float64 { return truth(s.SpansX) }},
		{Name: "spans_y", Unit: "1", Definition: "1 if one component joins the top and the bottom edge", Source: "defined here",
			Of: func(s Static) float64 { return truth(s.SpansY) }},
	}
}

// truth is 1 for true and 0 for false.
func truth(b bool) float64 {
	if b {
		return 1
	}
	return 0
}
