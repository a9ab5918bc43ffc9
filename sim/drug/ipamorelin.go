package drug

// ipamorelinParams are the kinetics of the ghrelin-receptor agonist and its drive
// of the pituitary.
type ipamorelinParams struct {
	Molar      float64 `param:"molar_mass" base:"unit" default:"0.71185 kDa" range:"0.1 kDa..10 kDa" doc:"molar mass" source:"C38H49N9O5"`
	Absorbed   float64 `param:"bioavailability" default:"0.8" range:"0..1" doc:"share of a subcutaneous dose that reaches plasma" source:"assumed: no human data; small peptides"`
	Absorption float64 `param:"absorption" default:"15 min" range:"1 min..24 h" doc:"half-life of absorption from the skin" source:"assumed: no human data; small peptides"`
	Volume     float64 `param:"volume" base:"unit" default:"0.22 L/kg" range:"0.01 L/kg..5 L/kg" doc:"volume of distribution" source:"Gobburu 1999"`
	Clearance  float64 `param:"clearance" base:"unit" default:"0.078 L/h/kg" range:"0.001 L/h/kg..10 L/h/kg" doc:"clearance from plasma" source:"Gobburu 1999"`
	Half       float64 `param:"half" base:"unit" default:"214 nM" range:"0.01 nM..1e5 nM" doc:"concentration at half of the drive" source:"Gobburu 1999"`
	Drive      float64 `param:"drive" default:"50" range:"0..1000" doc:"maximal drive, of the mean natural GHRH drive" source:"Gobburu 1999: maximal release 694 mIU/L/h (230 ug/L/h), 100 times the natural mean, in one short episode; assumed: half of it, as here it lasts as long as the drug"`
}

var ipamorelin = recipe[ipamorelinParams]{
	name:     "ipamorelin",
	synonyms: []string{"NNC 26-0161"},
	doc:      "agonist at the ghrelin receptor that releases GH",
	source:   "Gobburu 1999, Pharm Res 16:1412",
	usual:    "300 ug subcutaneous daily at 22:00",
	bind: func(p *ipamorelinParams, mass float64) kinetics {
		return kinetics{molar: p.Molar, volume: p.Volume * mass, clearance: p.Clearance * mass, half: p.Half * 1000, // nM to pM
			entries: []entry{
				{route: Subcutaneous, doc: "injection, or pump at a rate", share: p.Absorbed, rate: perHour(p.Absorption)},
				{route: Intravenous, doc: "injection, or infusion at a rate", share: 1},
			},
			actions: []action{{port: GHSR, by: occupancy, gain: p.Drive}}}
	},
}
