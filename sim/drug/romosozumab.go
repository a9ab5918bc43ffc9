package drug

// romosozumabParams are the kinetics of the antibody with linear clearance and
// saturable elimination with its target.
type romosozumabParams struct {
	Molar      float64 `param:"molar_mass" base:"unit" default:"149 kDa" range:"50 kDa..300 kDa" doc:"molar mass" source:"Evenity label"`
	Absorbed   float64 `param:"bioavailability" default:"0.81" range:"0..1" doc:"share of a subcutaneous dose that reaches plasma" source:"Evenity product information, EMA (recalled)"`
	Absorption float64 `param:"absorption" default:"45 h" range:"1 h..60 d" doc:"half-life of absorption from the skin" source:"calibrated: peak at 5 d (2-7) (Evenity label, recalled)"`
	Volume     float64 `param:"volume" base:"unit" default:"4.8 L" range:"0.5 L..20 L" doc:"volume of distribution" source:"calibrated with the clearance; 3.9 L at steady state (Evenity label, recalled)"`
	Clearance  float64 `param:"clearance" base:"unit" default:"0.0035 L/h" range:"0 L/h..1 L/h" doc:"linear clearance" source:"calibrated: 210 mg peak at 22 ug/mL (SD 6), area 389 ug d/mL (SD 127), monthly troughs 8-13 ug/mL (Evenity label), which only strongly saturable elimination reconciles"`
	Capacity   float64 `param:"capacity" base:"unit" default:"175 ug/h" range:"0 ug/h..5000 ug/h" doc:"maximal rate of elimination with the target" source:"calibrated with the clearance: kinetics are not linear (Evenity label)"`
	Affinity   float64 `param:"affinity" base:"unit" default:"2.5 ug/mL" range:"0.001 ug/mL..100 ug/mL" doc:"concentration at half of that rate" source:"calibrated with the clearance"`
	Sites      float64 `param:"sites" default:"2" range:"0..2" doc:"binding sites for sclerostin per molecule" source:"IgG2 has two arms"`
}

var romosozumab = recipe[romosozumabParams]{
	name:     "romosozumab",
	synonyms: []string{"Evenity", "AMG 785"},
	doc:      "antibody against sclerostin",
	source:   "Evenity label",
	usual:    "210 mg subcutaneous monthly",
	bind: func(p *romosozumabParams, _ float64) kinetics {
		return kinetics{molar: p.Molar, volume: p.Volume, clearance: p.Clearance,
			capacity: p.Capacity * picomolesPerMicrogram / p.Molar,
			affinity: p.Affinity * 1000 * picomolesPerMicrogram / p.Molar, // ug/mL is mg/L
			entries:  []entry{{route: Subcutaneous, doc: "injection", share: p.Absorbed, rate: perHour(p.Absorption)}},
			actions:  []action{{port: RomosozumabIn, by: concentration, gain: p.Sites}}}
	},
}
