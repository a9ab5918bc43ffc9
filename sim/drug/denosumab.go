package drug

// denosumabParams are those of the two-compartment model with saturable
// elimination that Peterson & Riggs use; its rates per mass are here per mole.
type denosumabParams struct {
	Molar      float64 `param:"molar_mass" base:"unit" default:"147 kDa" range:"50 kDa..300 kDa" doc:"molar mass" source:"Prolia label (recalled)"`
	Absorbed   float64 `param:"bioavailability" default:"0.729" range:"0..1" doc:"share of a subcutaneous dose that reaches plasma"`
	Absorption float64 `param:"absorption" base:"unit" default:"0.00592 1/h" range:"1e-4 1/h..1 1/h" doc:"rate of absorption from the skin"`
	Volume     float64 `param:"volume" base:"unit" default:"2.34 L" range:"0.5 L..20 L" doc:"volume of the central compartment"`
	Peripheral float64 `param:"peripheral" base:"unit" default:"1.324 L" range:"0.1 L..20 L" doc:"volume of the peripheral compartment"`
	Exchange   float64 `param:"exchange" base:"unit" default:"0.01867 L/h" range:"1e-4 L/h..1 L/h" doc:"flow between the compartments"`
	Clearance  float64 `param:"clearance" base:"unit" default:"0.00275 L/h" range:"0 L/h..1 L/h" doc:"linear clearance"`
	Capacity   float64 `param:"capacity" base:"unit" default:"3.11 ug/h" range:"0 ug/h..1000 ug/h" doc:"maximal rate of elimination with the target"`
	Affinity   float64 `param:"affinity" base:"unit" default:"0.188 ug/mL" range:"0.001 ug/mL..100 ug/mL" doc:"concentration at half of that rate"`
	Sites      float64 `param:"sites" default:"2" range:"0..2" doc:"binding sites for RANKL per molecule" source:"IgG2 has two arms"`
}

var denosumab = recipe[denosumabParams]{
	name:     "denosumab",
	synonyms: []string{"Prolia", "Xgeva", "AMG 162"},
	doc:      "antibody against RANKL",
	source:   "Peterson & Riggs 2010, Bone 46:49",
	usual:    "60 mg subcutaneous every 6 months",
	bind: func(p *denosumabParams, _ float64) kinetics {
		return kinetics{molar: p.Molar, volume: p.Volume, clearance: p.Clearance,
			peripheral: p.Peripheral, exchange: p.Exchange,
			capacity: p.Capacity * picomolesPerMicrogram / p.Molar,
			affinity: p.Affinity * 1000 * picomolesPerMicrogram / p.Molar, // ug/mL is mg/L
			entries:  []entry{{route: Subcutaneous, doc: "injection", share: p.Absorbed, rate: p.Absorption}},
			actions:  []action{{DenosumabIn, concentration, p.Sites}}}
	},
}
