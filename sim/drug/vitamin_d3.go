package drug

// vitaminD3Params say how vitamin D3 gets to the liver, which makes 25(OH)D of it.
type vitaminD3Params struct {
	Molar      float64 `param:"molar_mass" base:"unit" default:"0.38464 kDa" range:"0.1 kDa..1 kDa" doc:"molar mass" source:"C27H44O"`
	Unit       float64 `param:"unit" base:"unit" default:"0.025 ug/IU" range:"0.001 ug/IU..1 ug/IU" doc:"mass of an international unit" source:"by definition, 40 IU are 1 ug"`
	Counted    float64 `param:"bioavailability" default:"1" range:"0..1" doc:"share of an oral dose that counts" source:"assumed: as that in food, whose amounts are as eaten too"`
	Absorption float64 `param:"absorption" default:"24 h" range:"1 h..500 h" doc:"half-life on the way to the liver: chylomicrons, plasma and fat" source:"plasma vitamin D3 peaks at 12 h and has a half-life of about a day (Jones 2008, recalled)"`
	Muscle     float64 `param:"depot" default:"40 d" range:"1 d..365 d" doc:"half-life of an oily depot in muscle" source:"assumed: 25(OH)D after 300,000-600,000 IU peaks at 2-4 months (Einarsdottir 2010, recalled)"`
}

var vitaminD3 = recipe[vitaminD3Params]{
	name:     "vitamin D3",
	synonyms: []string{"cholecalciferol", "colecalciferol", "vitamin D"},
	doc:      "cholecalciferol",
	source:   "IOM 2011, Dietary reference intakes for calcium and vitamin D (recalled)",
	usual:    "5000 IU oral daily", // a hundred times is the yearly dose of some trials
	bind: func(p *vitaminD3Params, _ float64) kinetics {
		return kinetics{molar: p.Molar, iu: p.Unit,
			entries: []entry{
				{route: Oral, doc: "swallowed", share: p.Counted, rate: perHour(p.Absorption)},
				{route: Intramuscular, doc: "oily depot", share: p.Counted, rate: perHour(p.Muscle)},
			},
			actions: []action{{port: VitaminDIn, by: appearance, gain: 1}}}
	},
}
