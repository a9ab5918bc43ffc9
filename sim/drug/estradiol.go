package drug

// estradiolParams say how oestradiol gets in. The body clears it as its own. Oral
// doses come back for a day from the pool of oestrone sulphate that the first
// pass makes; the slow way stands for it.
type estradiolParams struct {
	Molar       float64 `param:"molar_mass" base:"unit" default:"0.27238 kDa" range:"0.1 kDa..1 kDa" doc:"molar mass" source:"C18H24O2"`
	Oral        float64 `param:"oral_bioavailability" default:"0.05" range:"0..1" doc:"share of an oral dose that reaches plasma as oestradiol" source:"Kuhl 2005: about 5 % (recalled)"`
	Absorption  float64 `param:"absorption" default:"4 h" range:"1 min..48 h" doc:"half-life of absorption from the gut" source:"calibrated: 2 mg peak at 4-8 h below twice the mean (Kuhl 2005, recalled)"`
	Reservoir   float64 `param:"reservoir" default:"0.8" range:"0..1" doc:"part of what reaches plasma that comes by way of oestrone sulphate" source:"assumed: levels stay above half of the peak for a day"`
	ReturnAfter float64 `param:"return" default:"14 h" range:"1 h..100 h" doc:"half-life of the return from oestrone sulphate" source:"Kuhl 2005: 13-20 h (recalled)"`
	Skin        float64 `param:"skin" default:"3 h" range:"1 min..48 h" doc:"half-life of the store in the skin below a patch or a gel" source:"assumed: levels fall within hours of removal (Climara label, recalled)"`
}

var estradiol = recipe[estradiolParams]{
	name:     "estradiol",
	synonyms: []string{"oestradiol", "17β-estradiol", "E2", "estrogen", "oestrogen"},
	doc:      "oestradiol, as in replacement after menopause",
	source:   "Kuhl 2005, Climacteric 8 Suppl 1:3 (recalled)",
	usual:    "50 ug/d transdermal",
	bind: func(p *estradiolParams, _ float64) kinetics {
		return kinetics{molar: p.Molar,
			entries: []entry{
				{route: Transdermal, doc: "what a patch delivers, at a rate or over a day", share: 1, rate: perHour(p.Skin), over: 24},
				{route: Oral, doc: "swallowed", share: p.Oral, rate: perHour(p.Absorption), slow: p.Reservoir, slowRate: perHour(p.ReturnAfter)},
			},
			actions: []action{{port: EstradiolIn, by: appearance, gain: 1}}}
	},
}
