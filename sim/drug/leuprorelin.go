package drug

// leuprorelinParams are the kinetics of the GnRH analogue and of the silence that
// it brings to the pituitary. The burst of the first day and the flare of the first
// week are left out: the port knows of block only.
type leuprorelinParams struct {
	Molar      float64 `param:"molar_mass" base:"unit" default:"1.2094 kDa" range:"0.1 kDa..10 kDa" doc:"molar mass" source:"C59H84N16O12"`
	Release    float64 `param:"release" default:"28 d" range:"1 d..365 d" doc:"time in which a depot in muscle is released, unless the plan says" source:"Periti 2002: constant for 1 month; depots for 3 or 4 months are given over 84 d or 112 d"`
	Absorbed   float64 `param:"bioavailability" default:"0.94" range:"0..1" doc:"share of a subcutaneous dose that reaches plasma" source:"Sennello 1986: 94 %"`
	Absorption float64 `param:"absorption" default:"20 min" range:"1 min..24 h" doc:"half-life of absorption from the skin" source:"calibrated: peak at 0.6 h (Sennello 1986)"`
	Volume     float64 `param:"volume" base:"unit" default:"26.5 L" range:"1 L..200 L" doc:"volume of distribution" source:"Sennello 1986"`
	Clearance  float64 `param:"clearance" base:"unit" default:"8.34 L/h" range:"0.1 L/h..100 L/h" doc:"clearance from plasma" source:"leuprolide label: 8.34 L/h; 9.1 L/h (Periti 2002)"`
	Half       float64 `param:"half" base:"unit" default:"10 pM" range:"0.01 pM..1e5 pM" doc:"concentration at half of the block" source:"assumed: castration holds at 0.2 ng/mL (160 pM), the least that depots keep"`
	Onset      float64 `param:"onset" default:"4 d" range:"1 h..60 d" doc:"half-life with which the pituitary falls silent and wakes again" source:"calibrated: castrate testosterone within 2-4 weeks (leuprolide label, recalled)"`
	Block      float64 `param:"block" default:"0.98" range:"0..1" doc:"maximal share of LH and FSH release that is blocked" source:"assumed: testosterone falls below 5 % (leuprolide label, recalled)"`
}

var leuprorelin = recipe[leuprorelinParams]{
	name:     "leuprorelin",
	synonyms: []string{"leuprolide", "Lupron", "Eligard", "GnRH analogue"},
	doc:      "GnRH analogue that silences LH and FSH",
	source:   "Periti 2002, Clin Pharmacokinet 41:485",
	usual:    "7.5 mg intramuscular every 4 weeks",
	bind: func(p *leuprorelinParams, _ float64) kinetics {
		return kinetics{molar: p.Molar, volume: p.Volume, clearance: p.Clearance, half: p.Half, onset: perHour(p.Onset),
			entries: []entry{
				{route: Intramuscular, doc: "depot", share: 1, over: p.Release},
				{route: Subcutaneous, doc: "solution", share: p.Absorbed, rate: perHour(p.Absorption)},
			},
			actions: []action{{port: GonadotropinBlock, by: occupancy, gain: p.Block}}}
	},
}
