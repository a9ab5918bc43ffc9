package drug

// anastrozoleParams are the kinetics of the aromatase inhibitor.
type anastrozoleParams struct {
	Molar      float64 `param:"molar_mass" base:"unit" default:"0.29337 kDa" range:"0.1 kDa..1 kDa" doc:"molar mass" source:"C17H19N5"`
	Absorbed   float64 `param:"bioavailability" default:"0.84" range:"0..1" doc:"share of an oral dose that reaches plasma" source:"83-85 % (Arimidex label)"`
	Absorption float64 `param:"absorption" default:"20 min" range:"1 min..24 h" doc:"half-life of absorption from the gut" source:"Arimidex label: peak within 2 h"`
	Clearance  float64 `param:"clearance" base:"unit" default:"1 L/h" range:"0.01 L/h..50 L/h" doc:"clearance from plasma" source:"calibrated: 1 mg daily keeps 30-40 ng/mL (Ingle 2015, recalled)"`
	HalfLife   float64 `param:"half_life" default:"46.8 h" range:"1 h..1000 h" doc:"half-life in plasma, which with the clearance gives the volume" source:"Arimidex label: 40-50 h"`
	Half       float64 `param:"half" base:"unit" default:"4 nM" range:"0.01 nM..1e4 nM" doc:"concentration at half of the block" source:"calibrated: 1 mg daily blocks 97 % of aromatisation in the body (Geisler 1996, recalled)"`
}

var anastrozole = recipe[anastrozoleParams]{
	name:     "anastrozole",
	synonyms: []string{"Arimidex", "aromatase inhibitor"},
	doc:      "inhibitor of aromatase",
	source:   "Arimidex label",
	usual:    "1 mg oral daily",
	bind: func(p *anastrozoleParams, _ float64) kinetics {
		return kinetics{molar: p.Molar, volume: p.Clearance / perHour(p.HalfLife), clearance: p.Clearance, half: p.Half * 1000, // nM to pM
			entries: []entry{{route: Oral, doc: "swallowed", share: p.Absorbed, rate: perHour(p.Absorption)}},
			actions: []action{{port: AromataseBlock, by: occupancy, gain: 1}}}
	},
}
