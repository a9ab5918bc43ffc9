package drug

// adalimumabParams are the kinetics of the antibody.
type adalimumabParams struct {
	Molar      float64 `param:"molar_mass" base:"unit" default:"148 kDa" range:"50 kDa..300 kDa" doc:"molar mass" source:"Humira label (recalled)"`
	Absorbed   float64 `param:"bioavailability" default:"0.64" range:"0..1" doc:"share of a subcutaneous dose that reaches plasma" source:"Humira label: 64 %"`
	Absorption float64 `param:"absorption" default:"33 h" range:"1 h..500 h" doc:"half-life of absorption from the skin" source:"calibrated: peak at 131 h (Humira label)"`
	Volume     float64 `param:"volume" base:"unit" default:"4.7 L" range:"0.5 L..20 L" doc:"volume of distribution" source:"Humira label: 4.7-6 L"`
	Clearance  float64 `param:"clearance" base:"unit" default:"0.011 L/h" range:"0.001 L/h..1 L/h" doc:"clearance" source:"Humira label: 12 mL/h; 0.269 L/d (Expert Rev Clin Pharmacol 2017;10:899)"`
	Sites      float64 `param:"sites" default:"2" range:"0..3" doc:"binding sites for TNF-α per molecule" source:"IgG1 has two arms"`
}

var adalimumab = recipe[adalimumabParams]{
	name:     "adalimumab",
	synonyms: []string{"Humira", "anti-TNF"},
	doc:      "antibody against TNF-α, under the skin",
	source:   "Humira label",
	usual:    "40 mg subcutaneous every 2 weeks",
	bind: func(p *adalimumabParams, _ float64) kinetics {
		return kinetics{molar: p.Molar, volume: p.Volume, clearance: p.Clearance,
			entries: []entry{{route: Subcutaneous, doc: "injection", share: p.Absorbed, rate: perHour(p.Absorption)}},
			actions: []action{{port: AntiTNFIn, by: concentration, gain: p.Sites}}}
	},
}
