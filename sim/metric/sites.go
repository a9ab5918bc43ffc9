package metric

import "trabecula/sim/unit"

const lately = "; over the last 360 d"

// sites holds the ground truth of remodelling sites: what became of every piece
// of surface that was eroded, reversed or completed.
func sites() []Column {
	count := func(name, definition string, value func(s *Sample) int64) Column {
		return Column{name, "", "1", definition + ", since the start", here, func(s *Sample) float64 { return float64(value(s)) }}
	}
	return []Column{
		{"w_wi_um", "W.Wi", "um", "2D: mean wall width, area laid per length of eroded interface that received osteoid (reversals x interface per exposed bone pixel)" + lately, here,
			func(s *Sample) float64 { return s.Packets.wall() }},
		{"w_th_um", "W.Th", "um", "3D: wall thickness, π/4 x w_wi_um" + lately, here,
			func(s *Sample) float64 { return section * s.Packets.wall() }},
		{"e_de_2d_um", "E.De", "um", "2D: mean erosion depth, area removed per length of interface that ceased to be eroded, by reversal or arrest" + lately, here,
			func(s *Sample) float64 { return s.Packets.depth() }},
		{"e_de_um", "E.De", "um", "3D: erosion depth, π/4 x e_de_2d_um" + lately, here,
			func(s *Sample) float64 { return section * s.Packets.depth() }},
		{"ep_true_d", "EP", "d", "mean time from erosion to osteoid over the surface that received osteoid" + lately, here,
			func(s *Sample) float64 {
				return ratio(s.Packets.Done.ErodedTime/unit.Day, float64(s.Packets.Done.Reversals))
			}},
		{"fp_true_d", "FP", "d", "mean time from osteoid to quiescence over the surface that was completed" + lately, here,
			func(s *Sample) float64 {
				return ratio(s.Packets.Done.FormingTime/unit.Day, float64(s.Packets.Done.Completions))
			}},
		{"ac_f_true_per_y", "Ac.f", "1/y", "activation frequency: length of eroded interface that received osteoid per mean B.Pm and year" + lately, here,
			func(s *Sample) float64 {
				return s.Packets.perDay(s.Packets.length(s.Packets.Done.Reversals), s.Packets.Mean.Surface.Bone) * daysPerYear
			}},
		count("erosions", "surface pixels that became eroded", func(s *Sample) int64 { return s.Totals.Erosions }),
		count("reversals", "eroded surface pixels that received osteoid", func(s *Sample) int64 { return s.Totals.Reversals }),
		count("completions", "surface pixels under osteoid that became quiescent", func(s *Sample) int64 { return s.Totals.Completions }),
		count("arrests", "eroded surface pixels that became quiescent without formation", func(s *Sample) int64 { return s.Totals.Arrests }),
	}
}

// length returns the interface [um] that a number of surface pixels carries, at
// the mean interface per exposed bone pixel in the window.
func (w *Window) length(pixels int64) float64 {
	return float64(pixels) * ratio(w.Mean.Surface.Bone, w.Mean.Exposed)
}

// wall returns W.Wi [um].
func (w *Window) wall() float64 { return ratio(present(w.Done.Formed), w.length(w.Done.Reversals)) }

// depth returns E.De in the plane [um].
func (w *Window) depth() float64 {
	return ratio(present(w.Done.Resorbed), w.length(w.Done.Reversals+w.Done.Arrests))
}
