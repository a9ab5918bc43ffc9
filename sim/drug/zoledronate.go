package drug

// zoledronateParams are the kinetics of zoledronate in the first day. The slow
// third phase, which is release from bone, is the section's matter.
type zoledronateParams struct {
	Molar      float64 `param:"molar_mass" base:"unit" default:"0.2721 kDa" range:"0.1 kDa..1 kDa" doc:"molar mass of the acid" source:"C5H10N2O7P2"`
	Infusion   float64 `param:"infusion" default:"15 min" range:"1 min..24 h" doc:"time in which a dose runs in, unless the plan says" source:"Reclast label: at least 15 min (recalled)"`
	Volume     float64 `param:"volume" base:"unit" default:"11 L" range:"1 L..100 L" doc:"volume of the central compartment" source:"calibrated: 4 mg in 15 min peak at 264 ng/mL (Chen 2002, recalled)"`
	Peripheral float64 `param:"peripheral" base:"unit" default:"10.3 L" range:"0.1 L..200 L" doc:"volume of the peripheral compartment" source:"derived: half-lives of 0.24 h and 1.87 h (Zometa label)"`
	Exchange   float64 `param:"exchange" base:"unit" default:"12.7 L/h" range:"0.1 L/h..200 L/h" doc:"flow between the compartments" source:"derived: half-lives of 0.24 h and 1.87 h (Zometa label)"`
	Renal      float64 `param:"renal_clearance" base:"unit" default:"3.7 L/h" range:"0.1 L/h..50 L/h" doc:"clearance by the kidney" source:"Zometa label: 3.7 L/h, 39 % of a dose within a day (recalled)"`
	Bone       float64 `param:"bone_clearance" base:"unit" default:"5.8 L/h" range:"0.1 L/h..50 L/h" doc:"clearance by bone" source:"derived: 61 % of a dose is not in urine (Zometa label)"`
	Free       float64 `param:"free" default:"0.55" range:"0..1" doc:"share in plasma that is not bound to protein" source:"Zometa label: 28 % bound at 200 ng/mL, 53 % at 50 ng/mL"`
}

var zoledronate = recipe[zoledronateParams]{
	name:     "zoledronate",
	synonyms: []string{"zoledronic acid", "Reclast", "Aclasta", "Zometa"},
	doc:      "bisphosphonate by vein",
	source:   "Zometa label",
	usual:    "5 mg intravenous yearly",
	bind: func(p *zoledronateParams, _ float64) kinetics {
		return kinetics{molar: p.Molar, volume: p.Volume, clearance: p.Renal + p.Bone,
			peripheral: p.Peripheral, exchange: p.Exchange,
			entries: []entry{{route: Intravenous, doc: "infusion", share: 1, over: p.Infusion}},
			actions: []action{{port: BisphosphonateIn, by: concentration, gain: p.Free}}}
	},
}
