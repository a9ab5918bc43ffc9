package drug

// levothyroxineParams say how T4 gets in. The body clears it as its own.
type levothyroxineParams struct {
	Molar      float64 `param:"molar_mass" base:"unit" default:"0.77687 kDa" range:"0.1 kDa..2 kDa" doc:"molar mass" source:"C15H11I4NO4"`
	Absorbed   float64 `param:"bioavailability" default:"0.75" range:"0..1" doc:"share of an oral dose that reaches plasma" source:"Synthroid label: 40-80 %, fasting 70-80 % (recalled)"`
	Absorption float64 `param:"absorption" default:"36 min" range:"1 min..24 h" doc:"half-life of absorption from the gut" source:"assumed: peak at 2-4 h (Synthroid label, recalled), with the distribution in the body"`
	Push       float64 `param:"injection" default:"5 min" range:"1 min..1 h" doc:"time in which an intravenous dose is given" source:"assumed: a slow bolus"`
}

var levothyroxine = recipe[levothyroxineParams]{
	name:     "levothyroxine",
	synonyms: []string{"L-thyroxine", "thyroxine", "T4", "Synthroid", "Euthyrox"},
	doc:      "thyroxine, as in replacement",
	source:   "Synthroid label (recalled)",
	usual:    "100 ug oral daily",
	bind: func(p *levothyroxineParams, _ float64) kinetics {
		return kinetics{molar: p.Molar,
			entries: []entry{
				{route: Oral, doc: "swallowed, fasting", share: p.Absorbed, rate: perHour(p.Absorption)},
				{route: Intravenous, doc: "injection", share: 1, over: p.Push},
			},
			actions: []action{{port: ThyroxineIn, by: appearance, gain: 1}}}
	},
}
