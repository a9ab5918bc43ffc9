package endocrine

import (
	"math"

	"trabecula/sim/drug"
)

// CalcitriolParams are the causes and constants of the renal 1α-hydroxylase.
type CalcitriolParams struct {
	Activity float64 `param:"activity" default:"1" range:"0..10" doc:"activity of the 1α-hydroxylase, of a healthy one" source:"cause set by a scenario; 0 in vitamin D-dependent rickets type 1"`

	HalfLife  float64 `param:"half_life" default:"5.5 h" range:"1 h..3 d" doc:"half-life of calcitriol in plasma" source:"4-7 h (Jones 2012, recalled)"`
	Volume    float64 `param:"volume" base:"unit" default:"14 L" range:"2 L..200 L" doc:"volume of distribution of calcitriol" source:"Peterson & Riggs 2010"`
	Enzyme    float64 `param:"enzyme_time" default:"20 h" range:"10 min..30 d" doc:"time constant with which the 1α-hydroxylase follows its drives" source:"0.05/h (Peterson & Riggs 2010)"`
	Substrate float64 `param:"substrate_half" base:"unit" default:"30 nM" range:"0.1 nM..1000 nM" doc:"25(OH)D with half of the greatest synthesis" source:"assumed: calcitriol falls only in severe deficiency (Need 2008, recalled)"`
	Local     float64 `param:"local" default:"0.5" range:"0..3" doc:"power with which the supply of 25(OH)D, besides calcitriol of blood, tells on gut and parathyroid glands" source:"assumed: both hydroxylate it themselves (Hewison 2000, recalled), and absorption fails at low 25(OH)D though calcitriol of blood may be normal (Need 2008, recalled)"`
	Nephrons  float64 `param:"nephrons_half" default:"0.8" range:"0.01..100" doc:"filtration with half of the greatest synthesis, of that in health" source:"calibrated: calcitriol falls by a third to a half at 30 mL/min (Levin 2007, recalled)"`

	PTHLeast       float64 `param:"without_pth" default:"0.35" range:"0..0.99" doc:"drive without PTH, of that at rest" source:"assumed: calcitriol about half in hypoparathyroidism (Lund 1980, recalled)"`
	PTHMost        float64 `param:"pth_maximum" default:"2.5" range:"1.01..20" doc:"drive at saturating PTH, of that at rest" source:"assumed: calcitriol 1.3-1.5 times in primary hyperparathyroidism (Broadus 1980, recalled)"`
	PhosphateMost  float64 `param:"without_phosphate" default:"2.5" range:"1.01..20" doc:"drive without phosphate, of that at rest" source:"assumed: phosphate deprivation raises calcitriol by 80 % (Portale 1989, recalled)"`
	PhosphateLeast float64 `param:"phosphate_floor" default:"0.4" range:"0..0.99" doc:"drive at ever more phosphate, with FGF23's part" source:"assumed: phosphate loading lowers calcitriol by 30 % (Portale 1989, recalled)"`
	OwnMost        float64 `param:"without_calcitriol" default:"1.6" range:"1.01..20" doc:"drive without calcitriol, of that at rest" source:"assumed: feedback weaker than by PTH"`
	OwnLeast       float64 `param:"calcitriol_floor" default:"0.2" range:"0..0.99" doc:"drive at ever more calcitriol, of that at rest" source:"assumed: calcitriol represses CYP27B1 (Murayama 1999, recalled)"`
	CalciumMost    float64 `param:"without_calcium" default:"1.5" range:"1.01..20" doc:"drive without calcium, of that at rest" source:"assumed: weak direct effect through CaSR (Bland 1999, recalled)"`
	CalciumLeast   float64 `param:"calcium_floor" default:"0.5" range:"0..0.99" doc:"drive at ever more calcium, of that at rest" source:"assumed: weak direct effect through CaSR (Bland 1999, recalled)"`
}

// calcitriol is 1,25-dihydroxyvitamin D and the enzyme that makes it.
var calcitriol = organ[CalcitriolParams]{
	path: "endocrine.calcitriol",
	doc:  "calcitriol: renal 1α-hydroxylase and 1,25(OH)2D",
	bind: func(p *CalcitriolParams, _ Person) axis { return newHydroxylase(p) },
}

// hydroxylase is the axis with its constants at hand.
type hydroxylase struct {
	*CalcitriolParams
	loss                    float64 // of calcitriol [1/h]
	byPTH, byPhosphate      drive   // of the enzyme
	byCalcitriol, byCalcium drive
	substrate, nephrons     drive // of synthesis
}

// newHydroxylase binds the axis.
func newHydroxylase(p *CalcitriolParams) *hydroxylase {
	return &hydroxylase{
		CalcitriolParams: p,
		loss:             math.Ln2 / p.HalfLife,
		byPTH:            newDrive(p.PTHLeast, p.PTHMost),
		byPhosphate:      newDrive(p.PhosphateMost, p.PhosphateLeast),
		byCalcitriol:     newDrive(p.OwnMost, p.OwnLeast),
		byCalcium:        newDrive(p.CalciumMost, p.CalciumLeast),
		substrate:        newDrive(0, 1+p.Substrate/restVitaminD),
		nephrons:         newDrive(0, 1+p.Nephrons),
	}
}

// The states of calcitriol.
const (
	calcitriolPlasma = iota
	calcitriolEnzyme // active 1α-hydroxylase per nephron, of that at rest
)

func (h *hydroxylase) states(Person) []state {
	return []state{
		{"calcitriol.plasma", "pM", restCalcitriol, restCalcitriol},
		{"calcitriol.enzyme", "1", 1, 1},
	}
}

func (h *hydroxylase) publish(now *moment, y []float64) {
	l := &now.Levels
	l.Calcitriol = y[calcitriolPlasma]
	now.VDR = l.Calcitriol / restCalcitriol * math.Pow(h.substrate.at(l.VitaminD/restVitaminD), h.Local)
}

func (h *hydroxylase) derive(now *moment, y, dy []float64) {
	l := &now.Levels
	made := h.Activity * y[calcitriolEnzyme] * h.substrate.at(l.VitaminD/restVitaminD) *
		h.nephrons.at(l.GFR/restFiltration)
	dy[calcitriolPlasma] = h.loss*(restCalcitriol*made-y[calcitriolPlasma]) + now.Drugs[drug.CalcitriolIn]/h.Volume
	dy[calcitriolEnzyme] = (h.wanted(l) - y[calcitriolEnzyme]) / h.Enzyme
}

// wanted returns the enzyme that its drives settle at.
func (h *hydroxylase) wanted(l *Levels) float64 {
	return h.byPTH.at(l.PTH1R/restPTH) *
		h.byPhosphate.at(power4(l.Phosphate/restPhosphate)) *
		h.byCalcitriol.at(l.Calcitriol/restCalcitriol) *
		h.byCalcium.at(power4(l.Ionised/restIonised))
}
