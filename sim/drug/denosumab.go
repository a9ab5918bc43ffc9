package drug

// denosumabParams are those of two compartments with saturable elimination, as
// Peterson & Riggs have it, with the constants of a later analysis of more people:
// theirs put the area a half above that of the label.
type denosumabParams struct {
	Molar      float64 `param:"molar_mass" base:"unit" default:"147 kDa" range:"50 kDa..300 kDa" doc:"molar mass" source:"Prolia label (recalled)"`
	Absorbed   float64 `param:"bioavailability" default:"0.638" range:"0..1" doc:"share of a subcutaneous dose that reaches plasma"`
	Absorption float64 `param:"absorption" base:"unit" default:"0.00883 1/h" range:"1e-4 1/h..1 1/h" doc:"rate of absorption from the skin"`
	Volume     float64 `param:"volume" base:"unit" default:"2.49 L" range:"0.5 L..20 L" doc:"volume of the central compartment"`
	Peripheral float64 `param:"peripheral" base:"unit" default:"1.36 L" range:"0.1 L..20 L" doc:"volume of the peripheral compartment"`
	Exchange   float64 `param:"exchange" base:"unit" default:"0.0379 L/h" range:"1e-4 L/h..1 L/h" doc:"flow between the compartments"`
	Clearance  float64 `param:"clearance" base:"unit" default:"0.00306 L/h" range:"0 L/h..1 L/h" doc:"linear clearance"`
	Capacity   float64 `param:"capacity" base:"unit" default:"3.11 ug/h" range:"0 ug/h..1000 ug/h" doc:"maximal rate of elimination with the target" source:"Peterson & Riggs 2010"`
	Affinity   float64 `param:"affinity" base:"unit" default:"0.188 ug/mL" range:"0.001 ug/mL..100 ug/mL" doc:"concentration at half of that rate" source:"Peterson & Riggs 2010"`
	Sites      float64 `param:"sites" default:"2" range:"0..2" doc:"binding sites for RANKL per molecule" source:"IgG2 has two arms"`
}

var denosumab = recipe[denosumabParams]{
	name:     "denosumab",
	synonyms: []string{"Prolia", "Xgeva", "AMG 162"},
	doc:      "antibody against RANKL",
	source:   "Sutjandra 2011, Clin Pharmacokinet 50:793 (recalled)",
	usual:    "60 mg subcutaneous every 6 months",
	bind: func(p *denosumabParams, _ float64) kinetics {
		return kinetics{molar: p.Molar, volume: p.Volume, clearance: p.Clearance,
			peripheral: p.Peripheral, exchange: p.Exchange,
			capacity: p.Capacity * picomolesPerMicrogram / p.Molar,
			affinity: p.Affinity * 1000 * picomolesPerMicrogram / p.Molar, // ug/mL is mg/L
			entries:  []entry{{route: Subcutaneous, doc: "injection", share: p.Absorbed, rate: p.Absorption}},
			actions:  []action{{port: DenosumabIn, by: concentration, gain: p.Sites}}}
	},
}
