package metric

// surfaces holds the parts of the bone surface. OS + ES + QS = BS; Oc.S is a
// part of ES, MS of OS.
func surfaces() []Column {
	return []Column{
		part("os_bs", "OS/BS", "interface under osteoid at least 1 um wide", func(s Surface) float64 { return s.Osteoid }),
		part("es_bs", "ES/BS", "interface of open resorption cavities, osteoclast and reversal surface together", func(s Surface) float64 { return s.Eroded }),
		part("oc_s_bs", "Oc.S/BS", "eroded interface under an osteoclast with no cell of the lineage between: the active osteoclast surface", func(s Surface) float64 { return s.Osteoclast }),
		part("rv_s_bs", "Rv.S/BS", "reversal surface, ES - Oc.S, arrested cavities included", func(s Surface) float64 { return s.Eroded - s.Osteoclast }),
		part("ob_s_bs", "Ob.S/BS", "interface under osteoblasts", func(s Surface) float64 { return s.Osteoblast }),
		part("qs_bs", "QS/BS", "quiescent interface, neither eroded nor under visible osteoid", func(s Surface) float64 { return s.Quiescent }),
		part("ms_bs", "MS/BS", "mineralising surface without labels: interface under osteoid within 20 um of which some osteoid is past its maturation time and takes up mineral now", func(s Surface) float64 { return s.Mineralising }),
		{"ms_os", "MS/OS", "%", "mineralising part of the osteoid surface; missing without osteoid", dempster,
			func(s *Sample) float64 { return percent(s.Now.Surface.Mineralising, s.Now.Surface.Osteoid) }},
	}
}

// part is a part of the bone surface, in per cent of BS.
func part(name, symbol, definition string, length func(Surface) float64) Column {
	return Column{name, symbol, "%", definition + ", by count of interface edges", dempster,
		func(s *Sample) float64 { return percent(length(s.Now.Surface), s.Now.Surface.Bone) }}
}
