package drug

// pthParams are the kinetics of the intact hormone as an injection: absorption is
// slower than elimination and sets the terminal half-life.
type pthParams struct {
	Molar      float64 `param:"molar_mass" base:"unit" default:"9.425 kDa" range:"1 kDa..20 kDa" doc:"molar mass" source:"sequence of 84 amino acids"`
	Absorbed   float64 `param:"bioavailability" default:"0.55" range:"0..1" doc:"share of a subcutaneous dose that reaches plasma" source:"EMA product information of Preotact: 55 %; Natpara label: 53 % (recalled)"`
	Absorption float64 `param:"absorption" default:"2.2 h" range:"1 min..24 h" doc:"half-life of absorption from the skin" source:"Sikjaer 2013, J Bone Miner Res 10.1002/jbmr.1964: plasma half-life 2.2 h (1.7-2.5)"`
	Volume     float64 `param:"volume" base:"unit" default:"5.35 L" range:"1 L..200 L" doc:"volume of distribution" source:"Natpara label (recalled)"`
	Clearance  float64 `param:"clearance" base:"unit" default:"64 L/h" range:"1 L/h..500 L/h" doc:"clearance from plasma" source:"calibrated: 100 ug peak at 26.5 pM after 15 min (Sikjaer 2013); that of teriparatide"`
}

var pth184 = recipe[pthParams]{
	name:     "PTH(1-84)",
	synonyms: []string{"parathyroid hormone", "rhPTH(1-84)", "Preotact", "Natpara", "Natpar"},
	doc:      "intact parathyroid hormone",
	source:   "Sikjaer 2013, J Bone Miner Res 10.1002/jbmr.1964",
	usual:    "100 ug subcutaneous daily",
	bind: func(p *pthParams, _ float64) kinetics {
		return kinetics{molar: p.Molar, volume: p.Volume, clearance: p.Clearance,
			entries: []entry{
				{route: Subcutaneous, doc: "injection, or pump at a rate", share: p.Absorbed, rate: perHour(p.Absorption)},
				{route: Intravenous, doc: "injection, or infusion at a rate", share: 1},
			},
			actions: []action{{port: PTH1R, by: concentration, gain: 1}}}
	},
}
