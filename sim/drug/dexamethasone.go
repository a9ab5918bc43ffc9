package drug

// dexamethasoneParams are the kinetics of dexamethasone.
type dexamethasoneParams struct {
	Molar      float64 `param:"molar_mass" base:"unit" default:"0.39246 kDa" range:"0.1 kDa..1 kDa" doc:"molar mass" source:"C22H29FO5"`
	Absorbed   float64 `param:"bioavailability" default:"0.9" range:"0..1" doc:"share of an oral dose that reaches plasma" source:"product information: 90 %"`
	Absorption float64 `param:"absorption" default:"30 min" range:"1 min..24 h" doc:"half-life of absorption from the gut" source:"product information: peak at 1-2 h"`
	Volume     float64 `param:"volume" base:"unit" default:"66 L" range:"5 L..500 L" doc:"volume of distribution" source:"half-life 3.6 h with this clearance (product information)"`
	Clearance  float64 `param:"clearance" base:"unit" default:"12.7 L/h" range:"0.5 L/h..200 L/h" doc:"clearance from plasma" source:"assumed: 0.2 L/h/kg (Loew 1986, recalled)"`
	Free       float64 `param:"free" default:"0.23" range:"0..1" doc:"share in plasma that is not bound to protein" source:"product information: 77 % bound"`
	Potency    float64 `param:"potency" default:"7.6" range:"0..200" doc:"potency of the free drug, per mole of free cortisol" source:"calibrated: 0.75 mg equal 20 mg of hydrocortisone, by area of free drug (Meikle & Tyler 1977, recalled)"`
}

var dexamethasone = recipe[dexamethasoneParams]{
	name:     "dexamethasone",
	synonyms: []string{"Decadron"},
	doc:      "the most potent glucocorticoid in use",
	source:   "Drenex product information (MIMS)",
	usual:    "0.75 mg oral daily",
	bind: func(p *dexamethasoneParams, _ float64) kinetics {
		return kinetics{molar: p.Molar, volume: p.Volume, clearance: p.Clearance,
			entries: []entry{
				{route: Oral, doc: "swallowed", share: p.Absorbed, rate: perHour(p.Absorption)},
				{route: Intravenous, doc: "injection, or infusion at a rate", share: 1},
			},
			actions: []action{{port: GlucocorticoidR, by: concentration, gain: p.Free * p.Potency}}}
	},
}
