package drug

// hydrocortisoneParams are the kinetics of cortisol as a drug. It is counted as
// free cortisol beside the person's own; that both share transcortin is left out.
type hydrocortisoneParams struct {
	Molar      float64 `param:"molar_mass" base:"unit" default:"0.36246 kDa" range:"0.1 kDa..1 kDa" doc:"molar mass" source:"C21H30O5"`
	Absorbed   float64 `param:"bioavailability" default:"0.96" range:"0..1" doc:"share of an oral dose that reaches plasma" source:"Derendorf 1991: 96 %"`
	Absorption float64 `param:"absorption" default:"28 min" range:"1 min..24 h" doc:"half-life of absorption from the gut" source:"Derendorf 1991: peak at 1.2 h"`
	Volume     float64 `param:"volume" base:"unit" default:"40 L" range:"5 L..500 L" doc:"volume of distribution" source:"Derendorf 1991: 34 L at steady state (recalled); 40 L as one compartment, half-life 1.2-2 h"`
	Clearance  float64 `param:"clearance" base:"unit" default:"18 L/h" range:"0.5 L/h..200 L/h" doc:"clearance from plasma" source:"Derendorf 1991: 18 L/h (recalled)"`
	Free       float64 `param:"free" default:"0.08" range:"0..1" doc:"share in plasma that is not bound to protein" source:"Derendorf 1991: 92 % bound"`
	Potency    float64 `param:"potency" default:"1" range:"0..200" doc:"potency of the free drug, per mole of free cortisol" source:"by definition"`
}

var hydrocortisone = recipe[hydrocortisoneParams]{
	name:     "hydrocortisone",
	synonyms: []string{"cortisol", "Cortef", "Solu-Cortef"},
	doc:      "cortisol as a drug",
	source:   "Derendorf 1991, J Clin Pharmacol 31:473 (recalled)",
	usual:    "20 mg oral daily",
	bind: func(p *hydrocortisoneParams, _ float64) kinetics {
		return kinetics{molar: p.Molar, volume: p.Volume, clearance: p.Clearance,
			entries: []entry{
				{route: Oral, doc: "swallowed", share: p.Absorbed, rate: perHour(p.Absorption)},
				{route: Intravenous, doc: "injection, or infusion at a rate", share: 1},
			},
			actions: []action{{port: GlucocorticoidR, by: concentration, gain: p.Free * p.Potency}}}
	},
}
