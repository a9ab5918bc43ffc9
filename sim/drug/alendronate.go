package drug

// alendronateParams are the kinetics of alendronate. What leaves plasma goes to
// urine and to bone in equal parts; it comes back only as bone is resorbed, which
// is the section's matter.
type alendronateParams struct {
	Molar      float64 `param:"molar_mass" base:"unit" default:"0.2491 kDa" range:"0.1 kDa..1 kDa" doc:"molar mass of the acid" source:"C4H13NO7P2"`
	Absorbed   float64 `param:"bioavailability" default:"0.0064" range:"0..1" doc:"share of an oral dose, fasting, that reaches plasma" source:"Fosamax label: 0.64 % (recalled); 0.7 % fasting (Porras 1999)"`
	Absorption float64 `param:"absorption" default:"40 min" range:"1 min..24 h" doc:"half-life of absorption from the gut" source:"assumed: absorbed in the upper gut, peak about 1 h"`
	Volume     float64 `param:"volume" base:"unit" default:"15 L" range:"1 L..200 L" doc:"volume of distribution, bone aside" source:"calibrated: plasma falls to 5 % within 6 h of an infusion (Gertz 1995)"`
	Renal      float64 `param:"renal_clearance" base:"unit" default:"4.26 L/h" range:"0.1 L/h..50 L/h" doc:"clearance by the kidney" source:"Cocquyt 1999: 71 mL/min"`
	Bone       float64 `param:"bone_clearance" base:"unit" default:"4.26 L/h" range:"0.1 L/h..50 L/h" doc:"clearance by bone" source:"Cocquyt 1999: about half of a dose stays in bone"`
	Free       float64 `param:"free" default:"0.22" range:"0..1" doc:"share in plasma that is not bound to protein" source:"Fosamax label: 78 % bound (recalled)"`
	Potency    float64 `param:"potency" default:"0.3" range:"0..10" doc:"potency of the free drug, per mole of zoledronate" source:"assumed: between 0.1 (resorption in rats, Green 1994, recalled) and 0.44, which makes 70 mg weekly the equal of 5 mg of zoledronate yearly"`
}

var alendronate = recipe[alendronateParams]{
	name:     "alendronate",
	synonyms: []string{"alendronic acid", "Fosamax"},
	doc:      "bisphosphonate by mouth",
	source:   "Cocquyt 1999, J Clin Pharmacol 39:385",
	usual:    "70 mg oral weekly",
	bind: func(p *alendronateParams, _ float64) kinetics {
		return kinetics{molar: p.Molar, volume: p.Volume, clearance: p.Renal + p.Bone,
			entries: []entry{
				{route: Oral, doc: "swallowed, fasting", share: p.Absorbed, rate: perHour(p.Absorption)},
				{route: Intravenous, doc: "injection, or infusion at a rate", share: 1},
			},
			actions: []action{{port: BisphosphonateIn, by: concentration, gain: p.Free * p.Potency}}}
	},
}
