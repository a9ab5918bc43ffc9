package drug

// etanerceptParams are the kinetics of the soluble receptor.
type etanerceptParams struct {
	Molar      float64 `param:"molar_mass" base:"unit" default:"150 kDa" range:"50 kDa..300 kDa" doc:"molar mass" source:"Enbrel label (recalled)"`
	Absorbed   float64 `param:"bioavailability" default:"0.58" range:"0..1" doc:"share of a subcutaneous dose that reaches plasma" source:"Expert Rev Clin Pharmacol 2017;10:899: 58 %"`
	Absorption float64 `param:"absorption" default:"24 h" range:"1 h..500 h" doc:"half-life of absorption from the skin" source:"calibrated: peak at 69 h (Enbrel label, recalled)"`
	Clearance  float64 `param:"clearance" base:"unit" default:"0.093 L/h" range:"0.001 L/h..1 L/h" doc:"clearance" source:"derived: 160 mL/h after a subcutaneous dose (Enbrel label), of which 58 % arrive"`
	HalfLife   float64 `param:"half_life" default:"102 h" range:"1 h..1000 h" doc:"half-life in plasma, which with the clearance gives the volume" source:"Enbrel label: 102 h"`
	Sites      float64 `param:"sites" default:"1" range:"0..3" doc:"binding sites for TNF-α per molecule" source:"both arms hold one trimer (recalled)"`
}

var etanercept = recipe[etanerceptParams]{
	name:     "etanercept",
	synonyms: []string{"Enbrel"},
	doc:      "soluble receptor for TNF-α, under the skin",
	source:   "Enbrel label (via arthritisresearch.us)",
	usual:    "50 mg subcutaneous weekly",
	bind: func(p *etanerceptParams, _ float64) kinetics {
		return kinetics{molar: p.Molar, volume: p.Clearance / perHour(p.HalfLife), clearance: p.Clearance,
			entries: []entry{{route: Subcutaneous, doc: "injection", share: p.Absorbed, rate: perHour(p.Absorption)}},
			actions: []action{{port: AntiTNFIn, by: concentration, gain: p.Sites}}}
	},
}
