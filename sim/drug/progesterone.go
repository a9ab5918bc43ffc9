package drug

// progesteroneParams say how micronised progesterone gets in. The body clears it
// as its own.
type progesteroneParams struct {
	Molar      float64 `param:"molar_mass" base:"unit" default:"0.31446 kDa" range:"0.1 kDa..1 kDa" doc:"molar mass" source:"C21H30O2"`
	Absorbed   float64 `param:"bioavailability" default:"0.024" range:"0..1" doc:"share of an oral dose that reaches plasma as progesterone" source:"Levine & Watson 2000: below 2.4 % by mass spectrometry, where immunoassays say 10 % (recalled)"`
	Absorption float64 `param:"absorption" default:"2 h" range:"1 min..24 h" doc:"half-life of absorption from the gut" source:"Prometrium label: peak at 2-3 h (recalled)"`
}

var progesterone = recipe[progesteroneParams]{
	name:     "progesterone",
	synonyms: []string{"micronised progesterone", "micronized progesterone", "Prometrium", "Utrogestan"},
	doc:      "micronised progesterone",
	source:   "Levine & Watson 2000, Fertil Steril 73:516 (recalled)",
	usual:    "200 mg oral daily for 12 d every 4 weeks",
	bind: func(p *progesteroneParams, _ float64) kinetics {
		return kinetics{molar: p.Molar,
			entries: []entry{{route: Oral, doc: "swallowed, at bedtime", share: p.Absorbed, rate: perHour(p.Absorption)}},
			actions: []action{{port: ProgesteroneIn, by: appearance, gain: 1}}}
	},
}
