package metric

// bearing holds how the section bears load: the read-out of its risk to fail.
func bearing() []Column {
	const at = ", as of the last solve of its strains"
	return []Column{
		{"e_app_x_mpa", "", "MPa", "2D: apparent Young's modulus along the rows of the section" + at, here,
			func(s *Sample) float64 { return s.Bearing.X }},
		{"e_app_y_mpa", "", "MPa", "2D: apparent Young's modulus along the columns of the section" + at, here,
			func(s *Sample) float64 { return s.Bearing.Y }},
		{"e_app_z_mpa", "", "MPa", "2D: apparent Young's modulus out of the plane, near the bound of Voigt since bone is taken to run straight through" + at, here,
			func(s *Sample) float64 { return s.Bearing.Z }},
		{"failure_load", "", "1", "load at which 2 % of the bone yields, as a multiple of the habitual one" + at, "Pistoia et al. 2002, Bone 30:842 (recalled)",
			func(s *Sample) float64 { return s.Bearing.Failure }},
	}
}
