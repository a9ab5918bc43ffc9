package drug

// edtaParams are of disodium edetate, which binds calcium one to one as soon as it
// reaches plasma and is excreted with it.
type edtaParams struct {
	Molar    float64 `param:"molar_mass" base:"unit" default:"0.33621 kDa" range:"0.1 kDa..1 kDa" doc:"molar mass of the disodium salt" source:"C10H14N2Na2O8"`
	Infusion float64 `param:"infusion" default:"2 h" range:"1 min..24 h" doc:"time in which a dose runs in, unless the plan says" source:"Brent 1988: 2 h"`
}

var edta = recipe[edtaParams]{
	name:     "EDTA",
	synonyms: []string{"edetate", "disodium edetate", "Na2EDTA", "edetic acid"},
	doc:      "disodium edetate, a chelator of calcium for tests of the parathyroids",
	source:   "Brent 1988, J Clin Endocrinol Metab 67:944",
	usual:    "30 mg/kg intravenous once at 0 d",
	bind: func(p *edtaParams, _ float64) kinetics {
		return kinetics{molar: p.Molar,
			entries: []entry{{route: Intravenous, doc: "infusion over a time or at a rate", share: 1, over: p.Infusion}},
			actions: []action{{port: CalciumChelator, by: appearance, gain: 1}}}
	},
}
