package drug

// prednisoloneParams are the kinetics of prednisolone at usual doses. Above 20 mg
// binding saturates, which is left out: free drug is nearly linear in the dose.
type prednisoloneParams struct {
	Molar      float64 `param:"molar_mass" base:"unit" default:"0.36045 kDa" range:"0.1 kDa..1 kDa" doc:"molar mass" source:"C21H28O5"`
	Absorbed   float64 `param:"bioavailability" default:"0.985" range:"0..1" doc:"share of an oral dose that reaches plasma" source:"Rose 1981: 98.5 %"`
	Absorption float64 `param:"absorption" default:"25 min" range:"1 min..24 h" doc:"half-life of absorption from the gut" source:"peak at 1-2 h"`
	Volume     float64 `param:"volume" base:"unit" default:"40 L" range:"5 L..500 L" doc:"volume of distribution" source:"Br J Clin Pharmacol 1980;10:503: 0.588 L/kg; Rose 1981: 58 L at 20 mg; less at lower doses"`
	Clearance  float64 `param:"clearance" base:"unit" default:"8 L/h" range:"0.5 L/h..200 L/h" doc:"clearance from plasma" source:"J Pharmacokinet Biopharm 1981;9:389: 111 mL/min at 5 mg, 194 at 40 mg"`
	Free       float64 `param:"free" default:"0.14" range:"0..1" doc:"share in plasma that is not bound to protein" source:"Rose 1981: 14 % of what transcortin leaves"`
	Potency    float64 `param:"potency" default:"0.99" range:"0..200" doc:"potency of the free drug, per mole of free cortisol" source:"calibrated: 5 mg equal 20 mg of hydrocortisone, by area of free drug (Meikle & Tyler 1977, recalled)"`
}

var prednisolone = recipe[prednisoloneParams]{
	name:     "prednisolone",
	synonyms: []string{"prednisone", "glucocorticoid"},
	doc:      "prednisolone; prednisone counts as the same dose",
	source:   "Rose 1981; Br J Clin Pharmacol 1980;10:503",
	usual:    "10 mg oral daily",
	bind: func(p *prednisoloneParams, _ float64) kinetics {
		return kinetics{molar: p.Molar, volume: p.Volume, clearance: p.Clearance,
			entries: []entry{
				{route: Oral, doc: "swallowed", share: p.Absorbed, rate: perHour(p.Absorption)},
				{route: Intravenous, doc: "injection, or infusion at a rate", share: 1},
			},
			actions: []action{{port: GlucocorticoidR, by: concentration, gain: p.Free * p.Potency}}}
	},
}
