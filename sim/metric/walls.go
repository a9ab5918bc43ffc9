package metric

import "trabecula/sim/unit"

const eriksen = "Eriksen et al. 1985, Bone 6:421"

const cavities = ", of cavities at least 9 um (three lamellae) deep" + lately

// walls holds what a reconstruction of completed walls finds: only where formation
// has ended over a cement line that it laid, and only over what a pathologist
// would call a cavity.
func walls() []Column {
	return []Column{
		{"w_wi_completed_um", "W.Wi", "um", "2D: mean distance from the cement line along the normal to the surface at which formation ended" + cavities, dempster,
			func(s *Sample) float64 { return s.Packets.completed(s.Packets.Done.WallWidth) }},
		{"w_th_completed_um", "W.Th", "um", "3D: wall thickness of completed walls, π/4 x w_wi_completed_um" + cavities, dempster,
			func(s *Sample) float64 { return section * s.Packets.completed(s.Packets.Done.WallWidth) }},
		{"e_de_completed_um", "E.De", "um", "3D: erosion depth under completed walls, π/4 x distance along the normal from the floor to the former surface when osteoid reached it" + cavities, dempster,
			func(s *Sample) float64 { return section * s.Packets.completed(s.Packets.Done.WallDepth) }},
		{"matrix_ar_initial_um_d", "", "um/d", "3D: initial matrix apposition rate, π/4 x that of the first 15 um of walls" + cavities, eriksen,
			func(s *Sample) float64 {
				return section * unit.Day * ratio(s.Packets.Done.EarlyWidth, s.Packets.Done.EarlyTime)
			}},
		{"mineral_ar_initial_um_d", "", "um/d", "3D: initial mineral apposition rate, π/4 x that of the mineralisation front between 2 and 15 um of walls" + cavities, eriksen,
			func(s *Sample) float64 {
				return section * unit.Day * ratio(s.Packets.Done.FrontWidth, s.Packets.Done.FrontTime)
			}},
		{"walls", "", "1", "surface pixels at which a wall was completed" + cavities, here,
			func(s *Sample) float64 { return float64(s.Packets.Done.Walls) }},
	}
}

// completed returns the mean over completed walls of what was summed over them.
func (w *Window) completed(sum float64) float64 { return ratio(sum, float64(w.Done.Walls)) }
