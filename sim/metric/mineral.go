package metric

// mineral holds osteoid by area and what mineral the bone carries.
func mineral() []Column {
	return []Column{
		{"ov_bv", "OV/BV", "%", "osteoid volume, O.Ar/B.Ar", dempster,
			func(s *Sample) float64 { return percent(s.Now.Osteoid, s.Now.Bone) }},
		{"o_wi_um", "O.Wi", "um", "2D: osteoid width, O.Ar/O.Pm, O.Pm along the marrow only", dempster,
			func(s *Sample) float64 { return s.osteoidWidth() }},
		{"o_th_um", "O.Th", "um", "3D: osteoid thickness, π/4 x O.Wi", dempster,
			func(s *Sample) float64 { return section * s.osteoidWidth() }},
		{"bmd_tv", "", "%", "mineral content per tissue area, 100 = all of the section fully mineralised bone: what bone densitometry follows", here,
			func(s *Sample) float64 { return percent(s.Mineral, s.Tissue) }},
		{"mdmb", "MDMB", "%", "mean degree of mineralisation of mineralised bone, mineral content/(B.Ar - O.Ar), 100 = the plateau", "Boivin & Meunier 2002, Calcif Tissue Int 70:503 (recalled)",
			func(s *Sample) float64 { return percent(s.Mineral, s.Now.Bone-s.Now.Osteoid) }},
	}
}

// osteoidWidth returns O.Wi [um].
func (s *Sample) osteoidWidth() float64 { return ratio(present(s.Now.Osteoid), s.Now.Surface.Osteoid) }
