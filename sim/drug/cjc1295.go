package drug

// cjc1295Params are the kinetics of the GHRH analogue that binds to albumin for
// good. Its drive is sustained, so somatostatin and the receptors hold it far
// below what a bolus of GHRH does.
type cjc1295Params struct {
	Molar      float64 `param:"molar_mass" base:"unit" default:"3.647 kDa" range:"1 kDa..10 kDa" doc:"molar mass" source:"peptide with its maleimide linker (recalled)"`
	Absorbed   float64 `param:"bioavailability" default:"0.8" range:"0..1" doc:"share of a subcutaneous dose that reaches plasma" source:"assumed: small peptides that outlive the skin"`
	Absorption float64 `param:"absorption" default:"2 h" range:"1 min..48 h" doc:"half-life of absorption from the skin" source:"assumed: it binds to albumin within hours"`
	Volume     float64 `param:"volume" base:"unit" default:"7 L" range:"1 L..50 L" doc:"volume of distribution" source:"that of albumin"`
	HalfLife   float64 `param:"half_life" default:"6.9 d" range:"1 h..30 d" doc:"half-life in plasma" source:"Teichman 2006: 5.8-8.1 d"`
	Half       float64 `param:"half" base:"unit" default:"23 nM" range:"0.001 nM..1e4 nM" doc:"concentration at half of the drive" source:"calibrated: 60 and 90 ug/kg act alike after a week (Ionescu & Frohman 2006), so both are near the maximum"`
	Drive      float64 `param:"drive" default:"1" range:"0..1000" doc:"maximal drive, of the mean natural GHRH drive" source:"assumed: mean GH rises by 46 % against the feedback of IGF-1 (Ionescu & Frohman 2006); 2-10 fold in Teichman 2006"`
}

var cjc1295 = recipe[cjc1295Params]{
	name:     "CJC-1295",
	synonyms: []string{"CJC-1295 DAC"},
	doc:      "long-acting GHRH analogue, with its albumin-binding group",
	source:   "Teichman 2006, J Clin Endocrinol Metab 91:799",
	usual:    "60 ug/kg subcutaneous weekly",
	bind: func(p *cjc1295Params, _ float64) kinetics {
		return kinetics{molar: p.Molar, volume: p.Volume, clearance: p.Volume * perHour(p.HalfLife), half: p.Half * 1000, // nM to pM
			entries: []entry{{route: Subcutaneous, doc: "injection", share: p.Absorbed, rate: perHour(p.Absorption)}},
			actions: []action{{port: GHRHR, by: occupancy, gain: p.Drive}}}
	},
}
