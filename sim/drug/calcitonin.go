package drug

// calcitoninParams are the kinetics of salmon calcitonin. It outlasts the human
// hormone and is more potent at its receptor.
type calcitoninParams struct {
	Molar      float64 `param:"molar_mass" base:"unit" default:"3.432 kDa" range:"1 kDa..10 kDa" doc:"molar mass" source:"C145H240N44O48S2"`
	Unit       float64 `param:"unit" base:"unit" default:"0.167 ug/IU" range:"0.01 ug/IU..1 ug/IU" doc:"mass of an international unit" source:"6000 IU/mg (Ph. Eur., recalled)"`
	Skin       float64 `param:"subcutaneous_bioavailability" default:"0.71" range:"0..1" doc:"share of a subcutaneous dose that reaches plasma" source:"Miacalcic product information"`
	Muscle     float64 `param:"intramuscular_bioavailability" default:"0.66" range:"0..1" doc:"share of an intramuscular dose that reaches plasma" source:"Miacalcic product information"`
	Nose       float64 `param:"nasal_bioavailability" default:"0.02" range:"0..1" doc:"share of a nasal dose that reaches plasma" source:"Miacalcin label: 3 % of an intramuscular dose (0.3-30 %) (recalled)"`
	Absorption float64 `param:"absorption" default:"10 min" range:"1 min..24 h" doc:"half-life of absorption after injection" source:"Miacalcic product information: 10-15 min"`
	Sniffed    float64 `param:"nasal_absorption" default:"5 min" range:"1 min..24 h" doc:"half-life of absorption from the nose" source:"Miacalcin label: peak after 13 min (recalled)"`
	Volume     float64 `param:"volume" base:"unit" default:"0.2 L/kg" range:"0.02 L/kg..5 L/kg" doc:"volume of distribution" source:"Miacalcic product information: 0.15-0.3 L/kg"`
	HalfLife   float64 `param:"half_life" default:"1 h" range:"1 min..24 h" doc:"half-life in plasma" source:"Miacalcic product information: 1 h, or 1-1.5 h after subcutaneous injection"`
	Potency    float64 `param:"potency" default:"20" range:"1..100" doc:"potency at the receptor, per mole of human calcitonin" source:"10-30 fold in vitro (recalled)"`
}

var calcitonin = recipe[calcitoninParams]{
	name:     "calcitonin",
	synonyms: []string{"salmon calcitonin", "calcitonin salmon", "Miacalcin", "Miacalcic"},
	doc:      "salmon calcitonin",
	source:   "Miacalcic product information",
	usual:    "200 IU nasal daily",
	bind: func(p *calcitoninParams, mass float64) kinetics {
		volume := p.Volume * mass
		return kinetics{molar: p.Molar, iu: p.Unit, volume: volume, clearance: volume * perHour(p.HalfLife),
			entries: []entry{
				{route: Nasal, doc: "spray", share: p.Nose, rate: perHour(p.Sniffed)},
				{route: Subcutaneous, doc: "injection", share: p.Skin, rate: perHour(p.Absorption)},
				{route: Intramuscular, doc: "injection", share: p.Muscle, rate: perHour(p.Absorption)},
				{route: Intravenous, doc: "injection, or infusion at a rate", share: 1},
			},
			actions: []action{{port: CalcitoninR, by: concentration, gain: p.Potency}}}
	},
}
