package endocrine

import "math"

// KidneyParams are the causes and constants of the kidneys' handling of minerals.
type KidneyParams struct {
	GFR     float64 `param:"gfr" base:"unit" default:"120 mL/min" range:"2 mL/min..250 mL/min" doc:"glomerular filtration up to the age of 40 years" source:"cause set by a scenario; young adults 120 mL/min (Smith 1951, recalled)"`
	Decline float64 `param:"decline" base:"unit" default:"0.8 %/y" range:"0 %/y..5 %/y" doc:"loss of filtration with age from 40 years on, of that at 40" source:"0.75 mL/min a year (Lindeman 1985, recalled)"`

	Fragments float64 `param:"pth_fragments" default:"0.25" range:"0..2" doc:"hold of the C-terminal fragments of PTH on its receptor in health, which rises as filtration fails to clear them, of PTH's own" source:"assumed: PTH(7-84) accumulates in uraemia and blunts the calcaemic response to PTH (Slatopolsky 2000, recalled), which is halved (Massry 1973, recalled)"`

	Proximal  float64 `param:"proximal" default:"0.65" range:"0..0.85" doc:"share of filtered calcium that the proximal tubule reabsorbs" source:"60-70 % (textbooks)"`
	Ascending float64 `param:"ascending" default:"0.7" range:"0..0.85" doc:"share of what reaches it that the thick ascending limb reabsorbs at rest" source:"20-25 % of the filtered load (textbooks)"`
	CaSRLeast float64 `param:"casr_floor" default:"0.3" range:"0..0.99" doc:"escape from the ascending limb without calcium at its CaSR, of that at rest" source:"calibrated: urinary calcium over serum calcium (Nordin & Peacock 1969, recalled)"`
	CaSRMost  float64 `param:"casr_maximum" default:"2.5" range:"1.01..3" doc:"escape from the ascending limb at saturating calcium, of that at rest" source:"calibrated: urinary calcium over serum calcium (Nordin & Peacock 1969, recalled)"`

	Distal   float64 `param:"distal_without_pth" default:"0.3" range:"0..0.99" doc:"distal reabsorption without PTH, of that at rest" source:"calibrated: hypoparathyroid serum calcium 6-7.5 mg/dL untreated"`
	DistalUp float64 `param:"distal_maximum" default:"4" range:"1.01..20" doc:"distal reabsorption at saturating PTH, of that at rest" source:"calibrated: calcium 10.5-11.5 mg/dL in primary hyperparathyroidism without renal failure to excrete"`
	Estrogen float64 `param:"without_estrogen" default:"0.8" range:"0.1..0.999" doc:"distal reabsorption without oestradiol, of that in a healthy woman" source:"renal leak after menopause (Nordin 1991, recalled); Peterson & Riggs 2012 lower the maximum by a tenth"`
	TmPMost  float64 `param:"phosphate_without_pth" default:"1.4" range:"1.01..3" doc:"threshold of phosphate without PTH, of that at rest" source:"TmP/GFR 1.4-1.8 mM in hypoparathyroidism (Bijvoet 1969, recalled)"`
	TmPLeast float64 `param:"phosphate_floor" default:"0.45" range:"0..0.99" doc:"threshold of phosphate at saturating PTH, of that at rest" source:"TmP/GFR 0.4-0.7 mM in hyperparathyroidism (Bijvoet 1969, recalled)"`
	Spared   float64 `param:"phosphate_spared" default:"1.3" range:"1.01..3" doc:"threshold of phosphate when there is none, of that at rest, through FGF23" source:"assumed: TmP/GFR follows the supply of phosphate within days (Trohler 1976, recalled)"`
	Wasted   float64 `param:"phosphate_wasted" default:"0.4" range:"0..0.99" doc:"threshold of phosphate at ever more of it, of that at rest, through FGF23" source:"calibrated: phosphate rises above 1.45 mM only below 30 mL/min (Levin 2007, recalled)"`
}

// kidney filters and reabsorbs calcium and phosphate.
var kidney = organ[KidneyParams]{
	path: "endocrine.kidney",
	doc:  "kidney: filtration, reabsorption of calcium and phosphate",
	bind: func(p *KidneyParams, _ Person) axis { return newNephrons(p) },
}

// nephrons is the axis with its constants at hand.
type nephrons struct {
	*KidneyParams
	escape    float64 // odds of escape from the distal tubule at rest
	casr      drive   // escape from the ascending limb, by ionised calcium
	distal    drive   // reabsorption, by PTH
	estrogen  drive   // reabsorption, by free oestradiol
	threshold drive   // of phosphate, by PTH
	plenty    drive   // threshold, by phosphate itself
	restTmP   float64 // [mM]
}

// newNephrons solves the distal escape from the urine at rest, and the phosphate
// threshold from the absorption that it has to excrete.
func newNephrons(p *KidneyParams) *nephrons {
	k := &nephrons{KidneyParams: p}
	delivered := restFiltration * (restIonised + restComplexed) * (1 - p.Proximal) * (1 - p.Ascending)
	k.escape = restUrine / (delivered - restUrine)
	k.casr = newDrive(p.CaSRLeast, p.CaSRMost)
	k.distal = newDrive(p.Distal, p.DistalUp)
	k.estrogen = newDrive(p.Estrogen, 1+(1-p.Estrogen)/4)
	k.threshold = newDrive(p.TmPMost, p.TmPLeast)
	k.plenty = newDrive(p.Spared, p.Wasted)
	excess := restPhosphateAbsorbed / restFiltration
	k.restTmP = restPhosphate - excess + splay*splay/(4*excess)
	return k
}

// splay is the width of the threshold of phosphate, over which nephrons differ
// [mM]. assumed: the titration curve bends over a tenth of the threshold
// (Bijvoet 1969, recalled).
const splay = 0.1

// spilled returns the excess above a threshold that is reached smoothly: the
// positive root of spilled (spilled - excess) = (splay/2)².
func spilled(excess float64) float64 {
	return (excess + math.Sqrt(excess*excess+splay*splay)) / 2
}

// leastGFR is the filtration that age leaves in any case [mL/min]. assumed: the
// last residual function of people on dialysis; nobody lives without any, and
// the laws of excretion have no meaning there.
const leastGFR = 1

// states is a single one: calcium in urine so far.
func (k *nephrons) states(Person) []state {
	return []state{{"kidney.urine", "mmol", 0, 100}}
}

// publish also lowers what PTH and its agonists achieve anywhere where fragments
// of PTH that were not filtered sit on their receptor.
func (k *nephrons) publish(now *moment, _ []float64) {
	l := &now.Levels
	l.GFR = 0.06 * max(leastGFR, k.GFR*(1-k.Decline/100*max(0, now.Age-40)))
	l.PTH1R *= (1 + k.Fragments) / (1 + k.Fragments*restFiltration/l.GFR)
	diffusible := l.Ionised * (1 + complexed(l.Phosphate))
	l.CalciumFiltered = l.GFR * diffusible
	l.CalciumUrine = l.CalciumFiltered * k.excreted(l, diffusible)
	l.PhosphateThreshold = k.restTmP * k.threshold.at(power2(l.PTH1R/restPTH)) * k.plenty.at(power4(l.Phosphate/restPhosphate))
	l.PhosphateUrine = l.GFR * spilled(l.Phosphate-l.PhosphateThreshold)
}

// excreted returns the share of filtered calcium that reaches urine. Every
// nephron that is left works as in health; the distal tubule is overrun by
// twice its delivery fourfold.
func (k *nephrons) excreted(l *Levels, diffusible float64) float64 {
	limb := k.casr.at(power4(l.Ionised / restIonised))
	reached := (1 - k.Proximal) * (1 - k.Ascending) * limb
	load := diffusible / (restIonised + restComplexed) * limb
	held := k.distal.at(power2(l.PTH1R/restPTH)) * k.estrogen.at(l.FreeEstradiol/restEstradiol)
	odds := k.escape * load * load / held
	return reached * odds / (1 + odds)
}

func (k *nephrons) derive(now *moment, _, dy []float64) { dy[0] = now.Levels.CalciumUrine }
