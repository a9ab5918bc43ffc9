package drug

// sermorelinParams are the kinetics of GHRH(1-29) and its drive of the pituitary.
type sermorelinParams struct {
	Molar      float64 `param:"molar_mass" base:"unit" default:"3.358 kDa" range:"1 kDa..10 kDa" doc:"molar mass" source:"C149H246N44O42S"`
	Absorbed   float64 `param:"bioavailability" default:"0.06" range:"0..1" doc:"share of a subcutaneous dose that reaches plasma" source:"sermorelin label: 6 %"`
	Absorption float64 `param:"absorption" default:"5 min" range:"1 min..24 h" doc:"half-life of absorption from the skin" source:"sermorelin label: peak at 5-20 min"`
	Clearance  float64 `param:"clearance" base:"unit" default:"156 L/h" range:"1 L/h..1000 L/h" doc:"clearance from plasma" source:"sermorelin label: 2.4-2.8 L/min"`
	HalfLife   float64 `param:"half_life" default:"11.5 min" range:"1 min..24 h" doc:"half-life in plasma, which with the clearance gives the volume" source:"sermorelin label: 11-12 min; its volume of 24-26 L would make it 7 min"`
	Half       float64 `param:"half" base:"unit" default:"70 pM" range:"0.1 pM..1e6 pM" doc:"concentration at half of the drive" source:"assumed: half of the plateau that 40 ug of GHRH(1-44) reach intravenously (dose-response in seven men, h-GRF-44, 1984)"`
	Drive      float64 `param:"drive" default:"25" range:"0..1000" doc:"maximal drive, of the mean natural GHRH drive" source:"assumed: a peak of 25 ug/L within 30-45 min needs a release of 60 ug/L/h, against a natural mean of 2-3"`
}

var sermorelin = recipe[sermorelinParams]{
	name:     "sermorelin",
	synonyms: []string{"GHRH(1-29)", "GRF(1-29)", "Geref"},
	doc:      "the active part of GHRH",
	source:   "sermorelin label (RxList 2008)",
	usual:    "30 ug/kg subcutaneous daily at 22:00",
	bind: func(p *sermorelinParams, _ float64) kinetics {
		return kinetics{molar: p.Molar, volume: p.Clearance / perHour(p.HalfLife), clearance: p.Clearance, half: p.Half,
			entries: []entry{
				{route: Subcutaneous, doc: "injection, or pump at a rate", share: p.Absorbed, rate: perHour(p.Absorption)},
				{route: Intravenous, doc: "injection, or infusion at a rate", share: 1},
			},
			actions: []action{{port: GHRHR, by: occupancy, gain: p.Drive}}}
	},
}
