package drug

// teriparatideParams are the kinetics of PTH(1-34). With them 20 ug peak at
// 160 pg/mL after 20 min, and the exposure is 300 pg h/mL.
type teriparatideParams struct {
	Molar      float64 `param:"molar_mass" base:"unit" default:"4.118 kDa" range:"1 kDa..20 kDa" doc:"molar mass" source:"sequence of 34 amino acids"`
	Absorbed   float64 `param:"bioavailability" default:"0.95" range:"0..1" doc:"share of a subcutaneous dose that reaches plasma" source:"Forteo label (recalled)"`
	Absorption float64 `param:"absorption" default:"1 h" range:"1 min..24 h" doc:"half-life of absorption from the skin, which sets the terminal half-life" source:"Forteo label: apparent half-life 1 h (recalled); Peterson & Riggs 2010: 1.05 h"`
	Volume     float64 `param:"volume" base:"unit" default:"8 L" range:"1 L..200 L" doc:"volume of distribution" source:"Forteo label: 0.12 L/kg intravenously (recalled)"`
	Clearance  float64 `param:"clearance" base:"unit" default:"64 L/h" range:"1 L/h..500 L/h" doc:"clearance from plasma" source:"Forteo label: 62 L/h in women, 94 L/h in men (recalled)"`
	Potency    float64 `param:"potency" default:"1" range:"0..10" doc:"potency at PTH1R, per mole of PTH(1-84)" source:"assumed: the N-terminal part binds and activates alike"`
}

var teriparatide = recipe[teriparatideParams]{
	name:     "teriparatide",
	synonyms: []string{"PTH(1-34)", "hPTH(1-34)", "Forteo", "Forsteo"},
	doc:      "the active part of parathyroid hormone",
	source:   "Forteo label (recalled)",
	usual:    "20 ug subcutaneous daily",
	bind: func(p *teriparatideParams, _ float64) kinetics {
		return kinetics{molar: p.Molar, volume: p.Volume, clearance: p.Clearance,
			entries: []entry{
				{route: Subcutaneous, doc: "injection, or pump at a rate", share: p.Absorbed, rate: perHour(p.Absorption)},
				{route: Intravenous, doc: "injection, or infusion at a rate", share: 1},
			},
			actions: []action{{port: PTH1R, by: concentration, gain: p.Potency}}}
	},
}
