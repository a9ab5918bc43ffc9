package drug

// ghParams say how growth hormone gets in. The body clears it as its own.
type ghParams struct {
	Molar      float64 `param:"molar_mass" base:"unit" default:"22.125 kDa" range:"1 kDa..100 kDa" doc:"molar mass" source:"sequence of 191 amino acids"`
	Unit       float64 `param:"unit" base:"unit" default:"333 ug/IU" range:"1 ug/IU..1000 ug/IU" doc:"mass of an international unit" source:"WHO standard: 3 IU/mg"`
	Absorbed   float64 `param:"bioavailability" default:"0.75" range:"0..1" doc:"share of a subcutaneous dose that reaches plasma" source:"Humatrope label: 75 % (recalled)"`
	Seeping    float64 `param:"seeping" default:"3 h" range:"1 min..24 h" doc:"time in which a dose seeps from where it was injected" source:"calibrated: peak at 3.3 h (0.2 U/kg in six men, authentic biosynthetic hGH 1988)"`
	Absorption float64 `param:"absorption" default:"3.5 h" range:"1 min..24 h" doc:"half-life of absorption after that" source:"Humatrope label: apparent half-life 3.8 h (recalled)"`
	Push       float64 `param:"injection" default:"2 min" range:"1 min..1 h" doc:"time in which an intravenous dose is given" source:"assumed: a bolus"`
}

var growthHormone = recipe[ghParams]{
	name:     "GH",
	synonyms: []string{"growth hormone", "somatropin", "rhGH", "Genotropin", "Humatrope", "Norditropin"},
	doc:      "recombinant human growth hormone",
	source:   "Humatrope label (recalled)",
	usual:    "0.4 mg subcutaneous daily at 22:00",
	bind: func(p *ghParams, _ float64) kinetics {
		return kinetics{molar: p.Molar, iu: p.Unit,
			entries: []entry{
				{route: Subcutaneous, doc: "injection, or pump at a rate", share: p.Absorbed, rate: perHour(p.Absorption), over: p.Seeping},
				{route: Intravenous, doc: "injection, or infusion at a rate", share: 1, over: p.Push},
			},
			actions: []action{{port: GHIn, by: appearance, gain: 1}}}
	},
}
