package drug

// calciumParams say how calcium gets in; doses are of the element. What the gut
// absorbs of it is the body's matter.
type calciumParams struct {
	Molar    float64 `param:"molar_mass" base:"unit" default:"0.040078 kDa" range:"0.01 kDa..1 kDa" doc:"molar mass of the element" source:"IUPAC 2021"`
	Emptying float64 `param:"emptying" default:"40 min" range:"1 min..12 h" doc:"half-life in the stomach, while the salt dissolves" source:"assumed: serum calcium peaks 2-4 h after 0.5-1 g (Reginster 1993)"`
	Push     float64 `param:"injection" default:"10 min" range:"1 min..1 h" doc:"time in which an intravenous dose is given, unless the plan says" source:"calcium gluconate is given over 10 min (recalled)"`
}

var calcium = recipe[calciumParams]{
	name:     "calcium",
	synonyms: []string{"calcium carbonate", "calcium citrate", "calcium gluconate", "elemental calcium"},
	doc:      "calcium, as elemental calcium",
	source:   "Reginster 1993, PMID 8400610",
	usual:    "500 mg oral twice daily",
	bind: func(p *calciumParams, _ float64) kinetics {
		return kinetics{molar: p.Molar,
			entries: []entry{
				{route: Oral, doc: "elemental calcium, swallowed", share: 1, rate: perHour(p.Emptying)},
				{route: Intravenous, doc: "elemental calcium, injection, or infusion at a rate", share: 1, over: p.Push},
			},
			actions: []action{
				{port: CalciumOral, by: appearance, gain: 1, only: Oral},
				{port: CalciumIV, by: appearance, gain: 1, only: Intravenous},
			}}
	},
}
