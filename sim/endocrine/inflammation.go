package endocrine

import "trabecula/sim/drug"

// InflammationParams are the causes and constants of the systemic cytokines.
type InflammationParams struct {
	Stimulus float64 `param:"stimulus" default:"0" range:"0..1" doc:"systemic inflammatory stimulus; 0.3 to 1 spans active rheumatoid arthritis" source:"cause set by a scenario"`

	TNF float64 `param:"tnf" base:"unit" default:"1.6 pg/mL" range:"0.1 pg/mL..20 pg/mL" doc:"TNF-α at the set-point of a healthy adult of 30 years" source:"1-3 pg/mL (recalled)"`
	IL1 float64 `param:"il1" base:"unit" default:"0.25 pg/mL" range:"0.01 pg/mL..10 pg/mL" doc:"IL-1β at the set-point" source:"below 1 pg/mL (recalled)"`
	IL6 float64 `param:"il6" base:"unit" default:"1.5 pg/mL" range:"0.1 pg/mL..20 pg/mL" doc:"IL-6 at the set-point" source:"1-4 pg/mL (recalled)"`

	MassTNF float64 `param:"mass_tnf" base:"unit" default:"52 kDa" range:"10 kDa..200 kDa" doc:"molecular mass of TNF-α" source:"trimer of 17.3 kDa (Smith & Baglioni 1987; recalled)"`
	MassIL1 float64 `param:"mass_il1" base:"unit" default:"17 kDa" range:"10 kDa..200 kDa" doc:"molecular mass of IL-1β" source:"17 kDa, mature form (recalled)"`
	MassIL6 float64 `param:"mass_il6" base:"unit" default:"23 kDa" range:"10 kDa..200 kDa" doc:"molecular mass of IL-6" source:"21-28 kDa by glycosylation (recalled)"`

	ToneTNF float64 `param:"time_tnf" default:"12 h" range:"10 min..30 d" doc:"time constant of the tone of TNF-α" source:"assumed: production by tissue, not the minutes of plasma half-life, sets the tone"`
	ToneIL1 float64 `param:"time_il1" default:"12 h" range:"10 min..30 d" doc:"time constant of the tone of IL-1β" source:"assumed: as of TNF-α"`
	ToneIL6 float64 `param:"time_il6" default:"12 h" range:"10 min..30 d" doc:"time constant of the tone of IL-6" source:"IL-6 falls within a day of a first infusion of anti-TNF (Charles 1999; recalled)"`

	IL1ByTNF float64 `param:"il1_by_tnf" default:"0.5" range:"0..1" doc:"share of IL-1β that TNF-α drives" source:"anti-TNF halves IL-1 of rheumatoid synovium in culture (Brennan 1989; recalled)"`
	IL6ByTNF float64 `param:"il6_by_tnf" default:"0.4" range:"0..0.5" doc:"share of IL-6 that TNF-α drives" source:"assumed: IL-6 falls by more than half under anti-TNF (Charles 1999; recalled)"`
	IL6ByIL1 float64 `param:"il6_by_il1" default:"0.4" range:"0..0.5" doc:"share of IL-6 that IL-1β drives" source:"assumed: as by TNF-α"`
	StimTNF  float64 `param:"stimulus_tnf" default:"14" range:"0..200" doc:"rise of TNF-α by the full stimulus, of its set-point" source:"rheumatoid arthritis 5-30 pg/mL (recalled)"`
	StimIL1  float64 `param:"stimulus_il1" default:"0.5" range:"0..200" doc:"rise of IL-1β by the full stimulus, beyond what TNF-α drives" source:"assumed: most of it is driven by TNF-α"`
	StimIL6  float64 `param:"stimulus_il6" default:"4.4" range:"0..200" doc:"greatest rise of IL-6 by the stimulus, beyond what TNF-α and IL-1β drive" source:"rheumatoid arthritis 20-80 pg/mL (recalled)"`
	HalfStim float64 `param:"half_stimulus_il6" default:"0.15" range:"0.01..10" doc:"stimulus with half of this rise of IL-6" source:"assumed: so that IL-6 is raised in proportion to TNF-α (recalled ranges of rheumatoid arthritis)"`

	Steroid   float64 `param:"sex_steroid_restraint" default:"0.8" range:"0..2" doc:"rise of each cytokine's own drive without sex steroids" source:"oestrogen loss raises TNF-α, IL-1 and IL-6 1.5-3 times (Pacifici 1996; D'Amelio 2008; recalled)"`
	Estradiol float64 `param:"estradiol" base:"unit" default:"8 pM" range:"0.1 pM..200 pM" doc:"free oestradiol that restrains as in a healthy woman" source:"2 % of the mean of a cycle, 400 pM (recalled)"`
	Androgen  float64 `param:"testosterone" base:"unit" default:"550 pM" range:"10 pM..10000 pM" doc:"free testosterone that restrains as much as this oestradiol" source:"assumed: with their oestradiol men are restrained as women are; testosterone lowers TNF-α and IL-1β of men (Malkin 2004; recalled)"`
	Half      float64 `param:"half_steroid" default:"0.5" range:"0.01..10" doc:"sex steroids with half of the greatest restraint, of a healthy woman's" source:"assumed: restraint is nearly full at the levels of the follicular phase"`
	Memory    float64 `param:"steroid_time" default:"45 d" range:"1 d..1000 d" doc:"time constant of the restraint by sex steroids" source:"assumed: cytokines rise within 1-2 months of ovariectomy (Pacifici 1991; recalled), turnover of T cells"`
	Ageing    float64 `param:"ageing" default:"0.003" range:"0..0.05" doc:"rise of each cytokine's own drive per year of age beyond 30" source:"inflammaging, IL-6 about doubles from 30 to 80 years (Franceschi 2000; recalled)"`
	Cortisol  float64 `param:"cortisol" base:"unit" default:"12 nM" range:"1 nM..200 nM" doc:"free cortisol, mean of the day, at the set-point" source:"as the adrenal axis rests"`
	Restraint float64 `param:"cortisol_restraint" default:"0.35" range:"0..0.95" doc:"share of the restraint that is cortisol's" source:"assumed: blocking cortisol raises cytokines 1.5-2 times; glucocorticoids halve them (Barnes 1998; recalled)"`
	Affinity  float64 `param:"antibody_affinity" base:"unit" default:"50 pM" range:"1 pM..10000 pM" doc:"dissociation constant of a therapeutic binding site and TNF-α" source:"adalimumab 30-100 pM, infliximab 50-100 pM (Kaymakcalan 2009; recalled)"`
}

// inflammation is the systemic tone of the cytokines.
var inflammation = organ[InflammationParams]{
	path: "endocrine.inflammation",
	doc:  "inflammation: systemic TNF-α, IL-1β and IL-6, restrained by sex steroids and cortisol",
	bind: func(p *InflammationParams, _ Person) axis { return newCytokines(p) },
}

// cytokines is the axis with its set-points in pM: pg/mL over kDa.
type cytokines struct {
	*InflammationParams
	tnf, il1, il6 float64 // set-points [pM]
}

// newCytokines binds the axis.
func newCytokines(p *InflammationParams) *cytokines {
	return &cytokines{p, p.TNF / p.MassTNF, p.IL1 / p.MassIL1, p.IL6 / p.MassIL6}
}

// The states of the inflammatory tone.
const (
	toneTNF = iota // as without antibody
	toneIL1
	toneIL6
	toneSteroid // sex steroids as remembered, of a healthy woman's
)

func (c *cytokines) states(p Person) []state {
	return []state{
		{"inflammation.tnf", "pM", c.tnf, c.tnf},
		{"inflammation.il1", "pM", c.il1, c.il1},
		{"inflammation.il6", "pM", c.il6, c.il6},
		{"inflammation.sex_steroids", "1", 1, 1},
	}
}

func (c *cytokines) publish(now *moment, y []float64) {
	l := &now.Levels
	l.TNF = unbound(y[toneTNF], now.Drugs[drug.AntiTNFIn], c.Affinity)
	l.IL1, l.IL6 = y[toneIL1], y[toneIL6]
}

// derive moves each cytokine towards its own drive times what the cytokines before
// it in the cascade TNF-α, IL-1β, IL-6 add, all 1 at the set-point.
func (c *cytokines) derive(now *moment, y, dy []float64) {
	l := &now.Levels
	own := c.own(now, y[toneSteroid])
	tnf, il1 := l.TNF/c.tnf, l.IL1/c.il1
	byTNF := 1 + c.IL1ByTNF*(tnf-1)
	byBoth := 1 + c.IL6ByTNF*(tnf-1) + c.IL6ByIL1*(il1-1)
	dy[toneTNF] = (c.tnf*own*(1+c.StimTNF*c.Stimulus) - y[toneTNF]) / c.ToneTNF
	dy[toneIL1] = (c.il1*own*(1+c.StimIL1*c.Stimulus)*byTNF - y[toneIL1]) / c.ToneIL1
	dy[toneIL6] = (c.il6*own*(1+c.StimIL6*c.Stimulus/(c.Stimulus+c.HalfStim))*byBoth - y[toneIL6]) / c.ToneIL6
	dy[toneSteroid] = (l.FreeEstradiol/c.Estradiol + l.FreeTestosterone/c.Androgen - y[toneSteroid]) / c.Memory
}

// own returns the drive of each cytokine by age, sex steroids and cortisol, 1 in a
// healthy woman of 30 years.
func (c *cytokines) own(now *moment, steroids float64) float64 {
	age := 1 + c.Ageing*max(now.Age-30, 0)
	sex := 1 + c.Steroid*(1-saturating(steroids, c.Half))
	return age * sex / (1 + c.Restraint*(now.Levels.FreeCortisol/c.Cortisol-1))
}
