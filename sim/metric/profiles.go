package metric

import (
	"trabecula/agents"
	"trabecula/sim/unit"
)

// profiles holds the cells on bone as a section shows them.
func profiles() []Column {
	perimeter := func(s *Sample) float64 { return s.Now.Surface.Bone / unit.Millimetre }
	onBone := func(s *Sample, k agents.Kind) float64 { return float64(s.Cells.OnBone[k]) }
	return []Column{
		{"n_oc", "N.Oc", "1", "osteoclasts with bone within their footprint", dempster,
			func(s *Sample) float64 { return onBone(s, agents.Osteoclast) }},
		{"n_oc_bs_per_mm", "N.Oc/BS", "1/mm", "2D: N.Oc per length of B.Pm", dempster,
			func(s *Sample) float64 { return ratio(onBone(s, agents.Osteoclast), perimeter(s)) }},
		{"n_ob_bs_per_mm", "N.Ob/BS", "1/mm", "2D: osteoblasts with bone within their footprint, per length of B.Pm", dempster,
			func(s *Sample) float64 { return ratio(onBone(s, agents.Osteoblast), perimeter(s)) }},
		{"nc_oc", "N.Nc/Oc", "1", "nuclei per osteoclast; missing without osteoclasts", dempster,
			func(s *Sample) float64 { return ratio(float64(s.Cells.Nuclei), float64(s.Cells.Of[agents.Osteoclast])) }},
		{"n_ot_per_mm2", "N.Ot/B.Ar", "1/mm2", "2D: living osteocytes per bone area", dempster,
			func(s *Sample) float64 { return ratio(float64(s.Cells.living()), s.Now.Bone/squareMillimetre) }},
		{"n_lc_per_mm2", "N.Lc/B.Ar", "1/mm2", "2D: lacunae of living and dead osteocytes per bone area", dempster,
			func(s *Sample) float64 {
				return ratio(float64(s.Cells.Of[agents.Osteocyte]), s.Now.Bone/squareMillimetre)
			}},
		{"e_lc_pct", "E.Lc/Lc", "%", "lacunae whose osteocyte is dead, of all", "Qiu et al. 2003, Bone 32:86 (recalled)",
			func(s *Sample) float64 {
				return percent(float64(s.Cells.Lacunae), float64(s.Cells.Of[agents.Osteocyte]))
			}},
	}
}

// living returns how many osteocytes live.
func (c Census) living() int { return c.Of[agents.Osteocyte] - c.Lacunae }
