package drug

// calcitriolParams say how calcitriol gets in. The body clears it as its own.
type calcitriolParams struct {
	Molar      float64 `param:"molar_mass" base:"unit" default:"0.41664 kDa" range:"0.1 kDa..1 kDa" doc:"molar mass" source:"C27H44O3"`
	Absorbed   float64 `param:"bioavailability" default:"0.7" range:"0..1" doc:"share of an oral dose that reaches plasma" source:"Brandi 2002: 70 % (recalled)"`
	Absorption float64 `param:"absorption" default:"1.4 h" range:"1 min..24 h" doc:"half-life of absorption from the gut" source:"Rocaltrol label: peak at 3-6 h (recalled)"`
	Push       float64 `param:"injection" default:"5 min" range:"1 min..1 h" doc:"time in which an intravenous dose is given" source:"assumed: a slow bolus"`
}

var calcitriol = recipe[calcitriolParams]{
	name:     "calcitriol",
	synonyms: []string{"1,25(OH)2D3", "Rocaltrol", "1,25-dihydroxyvitamin D3"},
	doc:      "the active vitamin D hormone",
	source:   "Rocaltrol label (recalled)",
	usual:    "0.5 ug oral daily",
	bind: func(p *calcitriolParams, _ float64) kinetics {
		return kinetics{molar: p.Molar,
			entries: []entry{
				{route: Oral, doc: "swallowed", share: p.Absorbed, rate: perHour(p.Absorption)},
				{route: Intravenous, doc: "injection, or infusion at a rate", share: 1, over: p.Push},
			},
			actions: []action{{port: CalcitriolIn, by: appearance, gain: 1}}}
	},
}
