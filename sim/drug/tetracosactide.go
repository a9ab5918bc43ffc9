package drug

// tetracosactideParams are the kinetics of ACTH(1-24) as a test.
type tetracosactideParams struct {
	Molar      float64 `param:"molar_mass" base:"unit" default:"2.933 kDa" range:"1 kDa..10 kDa" doc:"molar mass" source:"C136H210N40O31S"`
	Absorption float64 `param:"absorption" default:"15 min" range:"1 min..24 h" doc:"half-life of absorption from muscle" source:"assumed: the response is that of an intravenous dose (Synacthen label, recalled)"`
	Volume     float64 `param:"volume" base:"unit" default:"0.4 L/kg" range:"0.02 L/kg..5 L/kg" doc:"volume of distribution" source:"Synacthen label (recalled)"`
	HalfLife   float64 `param:"half_life" default:"15 min" range:"1 min..24 h" doc:"half-life in plasma" source:"assumed: between the first phase of 7 min and the second of 37 min (Synacthen label, recalled)"`
	Potency    float64 `param:"potency" default:"1" range:"0..100" doc:"potency per mole of ACTH" source:"assumed: the first 24 amino acids act as all 39"`
}

var tetracosactide = recipe[tetracosactideParams]{
	name:     "tetracosactide",
	synonyms: []string{"Synacthen", "cosyntropin", "ACTH(1-24)", "Cortrosyn"},
	doc:      "the active part of ACTH, for tests of the adrenals",
	source:   "Synacthen label (recalled)",
	usual:    "250 ug intravenous once at 0 d",
	bind: func(p *tetracosactideParams, mass float64) kinetics {
		volume := p.Volume * mass
		return kinetics{molar: p.Molar, volume: volume, clearance: volume * perHour(p.HalfLife),
			entries: []entry{
				{route: Intravenous, doc: "injection, or infusion at a rate", share: 1},
				{route: Intramuscular, doc: "injection", share: 1, rate: perHour(p.Absorption)},
			},
			actions: []action{{port: ACTHIn, by: concentration, gain: p.Potency}}}
	},
}
