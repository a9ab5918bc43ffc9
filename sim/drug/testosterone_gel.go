package drug

// gelParams say how testosterone gets through the skin, which stores it.
type gelParams struct {
	Molar    float64 `param:"molar_mass" base:"unit" default:"0.28842 kDa" range:"0.1 kDa..1 kDa" doc:"molar mass" source:"C19H28O2"`
	Absorbed float64 `param:"bioavailability" default:"0.1" range:"0..1" doc:"share of what is applied that reaches plasma in the end" source:"AndroGel label: 10 % (recalled)"`
	Drying   float64 `param:"drying" default:"4 h" range:"1 min..48 h" doc:"time in which the gel goes into the skin" source:"assumed: levels rise for some hours after the first dose"`
	Skin     float64 `param:"skin" default:"18 h" range:"1 min..240 h" doc:"half-life of the store in the skin" source:"AndroGel label: levels return to the baseline 48-72 h after the last dose (recalled)"`
}

var testosteroneGel = recipe[gelParams]{
	name:     "testosterone gel",
	synonyms: []string{"AndroGel", "Testogel", "testosterone"},
	doc:      "testosterone, as a gel on the skin",
	source:   "AndroGel label (recalled)",
	usual:    "50 mg transdermal daily",
	bind: func(p *gelParams, _ float64) kinetics {
		return kinetics{molar: p.Molar,
			entries: []entry{{route: Transdermal, doc: "what is applied", share: p.Absorbed, rate: perHour(p.Skin), over: p.Drying}},
			actions: []action{{port: TestosteroneIn, by: appearance, gain: 1}}}
	},
}
