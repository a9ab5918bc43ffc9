package drug

// infliximabParams are the kinetics of the antibody.
type infliximabParams struct {
	Molar     float64 `param:"molar_mass" base:"unit" default:"149 kDa" range:"50 kDa..300 kDa" doc:"molar mass" source:"Remicade label (recalled)"`
	Infusion  float64 `param:"infusion" default:"2 h" range:"1 min..24 h" doc:"time in which a dose runs in, unless the plan says" source:"Remicade label: at least 2 h (recalled)"`
	Volume    float64 `param:"volume" base:"unit" default:"3.2 L" range:"0.5 L..20 L" doc:"volume of distribution" source:"Remicade label: 3-6 L, within the vessels (recalled)"`
	Clearance float64 `param:"clearance" base:"unit" default:"0.26 L/d" range:"0.01 L/d..10 L/d" doc:"clearance" source:"Expert Rev Clin Pharmacol 2017;10:899: 0.26 L/d, half-life 8-10 d"`
	Sites     float64 `param:"sites" default:"2" range:"0..3" doc:"binding sites for TNF-α per molecule" source:"IgG1 has two arms"`
}

var infliximab = recipe[infliximabParams]{
	name:     "infliximab",
	synonyms: []string{"Remicade"},
	doc:      "antibody against TNF-α, by vein",
	source:   "Expert Rev Clin Pharmacol 2017;10:899, table 3",
	usual:    "3 mg/kg intravenous every 8 weeks",
	bind: func(p *infliximabParams, _ float64) kinetics {
		return kinetics{molar: p.Molar, volume: p.Volume, clearance: p.Clearance / 24,
			entries: []entry{{route: Intravenous, doc: "infusion", share: 1, over: p.Infusion}},
			actions: []action{{port: AntiTNFIn, by: concentration, gain: p.Sites}}}
	},
}
