package drug

// cypionateParams say how testosterone leaves an oily depot of its ester, mole by
// mole. The body clears it as its own.
type cypionateParams struct {
	Molar   float64 `param:"molar_mass" base:"unit" default:"0.41261 kDa" range:"0.1 kDa..1 kDa" doc:"molar mass of the ester" source:"C27H40O3"`
	Seeping float64 `param:"seeping" default:"3 d" range:"1 h..30 d" doc:"time in which the oil spreads from where it was injected" source:"calibrated: 200 mg peak near 1100 ng/dL after 2-5 d (recalled)"`
	Depot   float64 `param:"depot" default:"8 d" range:"1 h..100 d" doc:"half-life of the depot in muscle" source:"Depo-Testosterone label: 8 d (recalled)"`
}

var testosteroneCypionate = recipe[cypionateParams]{
	name:     "testosterone cypionate",
	synonyms: []string{"testosterone cipionate", "Depo-Testosterone"},
	doc:      "testosterone, as an oily depot of its ester",
	source:   "Depo-Testosterone label (recalled)",
	usual:    "200 mg intramuscular every 2 weeks",
	bind: func(p *cypionateParams, _ float64) kinetics {
		return kinetics{molar: p.Molar,
			entries: []entry{{route: Intramuscular, doc: "depot; the dose is of the ester", share: 1, over: p.Seeping, rate: perHour(p.Depot)}},
			actions: []action{{port: TestosteroneIn, by: appearance, gain: 1}}}
	},
}
