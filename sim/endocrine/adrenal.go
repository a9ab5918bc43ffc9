package endocrine

import "trabecula/sim/drug"

// AdrenalParams are the causes and constants of the
// hypothalamic-pituitary-adrenal axis.
type AdrenalParams struct {
	Mass     float64 `param:"mass" default:"1" range:"0..5" doc:"secretory capacity of the adrenal cortex, of a healthy one; 0 in Addison's disease" source:"cause set by a scenario"`
	Autonomy float64 `param:"autonomy" default:"0" range:"0..10" doc:"cortisol secreted without ACTH, in multiples of the healthy daily mean; an adenoma" source:"cause set by a scenario"`
	Drive    float64 `param:"drive" default:"1" range:"0..30" doc:"hypothalamic and pituitary drive of ACTH; 0 in hypopituitarism, many in Cushing's disease" source:"cause set by a scenario"`

	Secretion float64 `param:"secretion" base:"unit" default:"0.53 umol/d/kg" range:"0.05 umol/d/kg..5 umol/d/kg" doc:"cortisol secreted at the reference ACTH by body mass" source:"10-13 mg/d, 27-36 umol/d (Esteban 1991; Kraan 1998; recalled)"`
	ACTH      float64 `param:"acth" base:"unit" default:"5 pM" range:"0.5 pM..50 pM" doc:"daily mean of ACTH at rest" source:"23 pg/mL (Horrocks 1990, 24 h profiles; recalled)"`
	Half      float64 `param:"half_acth" base:"unit" default:"40 pM" range:"1 pM..1000 pM" doc:"ACTH with half of the greatest secretion" source:"assumed: secretion saturates beyond 100-300 pg/mL and reaches 9 times the daily mean (Oelkers 1988; recalled)"`
	Volume    float64 `param:"volume" base:"unit" default:"0.17 L/kg" range:"0.05 L/kg..2 L/kg" doc:"volume of distribution of total cortisol by body mass" source:"10-12 L in an adult (Kerrigan 1993; recalled)"`
	Clearance float64 `param:"clearance" base:"unit" default:"9 1/h" range:"0.5 1/h..50 1/h" doc:"rate at which free cortisol is cleared, over the volume of total cortisol" source:"half-life of total cortisol 60-100 min (Kerrigan 1993; recalled)"`

	CBG      float64 `param:"cbg" base:"unit" default:"700 nM" range:"0 nM..3000 nM" doc:"cortisol-binding globulin" source:"Dunn 1981; recalled"`
	Affinity float64 `param:"cbg_affinity" base:"unit" default:"33 nM" range:"1 nM..500 nM" doc:"dissociation constant of cortisol and its globulin" source:"3e7 1/M at 37 C (Dunn 1981; recalled)"`
	Albumin  float64 `param:"albumin" default:"1.74" range:"0..10" doc:"cortisol on albumin for each free one" source:"Coolens 1987; recalled"`

	Peak   float64 `param:"peak" default:"10.8" range:"0..24" doc:"hour of the day of the peak of the first harmonic of the drive of ACTH" source:"fitted: total cortisol 13 ug/dL at 07-09 h, 8 at 15 h, below 3 at midnight (24 h profiles, Horrocks 1990; Debono 2009; recalled)"`
	Swing  float64 `param:"swing" default:"1.85" range:"0..5" doc:"logarithmic size of the first harmonic" source:"fitted: as peak"`
	Second float64 `param:"second_peak" default:"6.5" range:"0..24" doc:"hour of a peak of the second harmonic" source:"fitted: as peak"`
	Twice  float64 `param:"second_swing" default:"0.3" range:"0..2" doc:"logarithmic size of the second harmonic" source:"fitted: as peak"`

	Gain         float64 `param:"feedback" default:"4" range:"0..100" doc:"rise of ACTH within hours without cortisol; half-suppression follows" source:"assumed: with the growth of corticotrophs ACTH is above 100 pg/mL in Addison's disease (Oelkers 1996; recalled)"`
	Norm         float64 `param:"norm" base:"unit" default:"13 nM" range:"1 nM..200 nM" doc:"free cortisol, mean of the day, that leaves ACTH as it is" source:"5 % of total cortisol, mean of the day 200-250 nM (recalled)"`
	Lag          float64 `param:"feedback_time" default:"4 h" range:"10 min..48 h" doc:"time constant of feedback by gene expression" source:"assumed: delayed feedback of hours (Keller-Wood & Dallman 1984; recalled); suppression overnight by 1 mg of dexamethasone"`
	Corticotroph float64 `param:"corticotroph_time" default:"60 d" range:"1 d..500 d" doc:"time in which corticotrophs and their CRH drive shrink or grow" source:"fitted: ACTH stays low for months after long suppression (Graber 1965; recalled)"`
	Growth       float64 `param:"corticotroph_growth" default:"1.5" range:"0..10" doc:"growth of corticotrophs without cortisol, beyond the healthy" source:"assumed: with feedback, 10-20 times the ACTH in Addison's disease"`
	Reserve      float64 `param:"corticotroph_reserve" default:"0.02" range:"0..1" doc:"renewal of corticotrophs that no cortisol suppresses, over their time constant" source:"assumed: recovery even after years of suppression, within a year"`
	Cortex       float64 `param:"cortex_time" default:"45 d" range:"1 d..500 d" doc:"time constant of atrophy and growth of the adrenal cortex under ACTH" source:"assumed: cortisol lags ACTH by months in recovery (Graber 1965; recalled)"`
	Trophic      float64 `param:"half_trophic" default:"1.5" range:"0.1..20" doc:"ACTH with half of the greatest trophic effect, in multiples of its daily mean; the cortex grows to 1 more than this" source:"assumed: bilateral hyperplasia about doubles the cortex in Cushing's disease"`
	Floor        float64 `param:"atrophy" default:"0.05" range:"0..1" doc:"capacity of the cortex that remains without ACTH" source:"assumed: no response to a first ACTH test after hypophysectomy"`

	Stress float64 `param:"cytokine_drive" default:"2" range:"0..20" doc:"greatest rise of CRH by cytokines" source:"assumed: ACTH rises several times by IL-6 (Mastorakos 1993; recalled), less in chronic disease"`
	TNF    float64 `param:"half_tnf" base:"unit" default:"1.5 pM" range:"0.01 pM..1000 pM" doc:"TNF-α with half of this effect" source:"assumed: above rheumatoid arthritis, 80 pg/mL"`
	IL1    float64 `param:"half_il1" base:"unit" default:"1 pM" range:"0.01 pM..1000 pM" doc:"IL-1β with half of this effect" source:"assumed: above rheumatoid arthritis, 17 pg/mL"`
	IL6    float64 `param:"half_il6" base:"unit" default:"5 pM" range:"0.01 pM..1000 pM" doc:"IL-6 with half of this effect" source:"assumed: above rheumatoid arthritis, 115 pg/mL (Mastorakos 1993 saw effects from hundreds; recalled)"`
}

// adrenal is the axis CRH, ACTH, cortisol.
var adrenal = organ[AdrenalParams]{
	path: "endocrine.adrenal",
	doc:  "adrenal: ACTH and cortisol with their daily rhythm, feedback and slow atrophy",
	bind: func(p *AdrenalParams, _ Person) axis { return newAdrenal(p) },
}

// adrenalGland is the axis with its constants at hand. CRH and ACTH, which live
// for minutes, are in balance with what drives them and need no states.
type adrenalGland struct {
	*AdrenalParams
	supply float64 // cortisol secreted at the reference ACTH, over the volume [nM/h]
	rhythm rhythm
}

// newAdrenal binds the axis.
func newAdrenal(p *AdrenalParams) *adrenalGland {
	return &adrenalGland{p, 1000 * p.Secretion / 24 / p.Volume, newRhythm(p.Peak, p.Swing, p.Second, p.Twice)}
}

// The states of the adrenal axis.
const (
	adrenalCortisol  = iota // total [nM]
	adrenalFeedback         // free cortisol as gene expression feels it [nM]
	adrenalPituitary        // corticotrophs and CRH drive, of healthy ones
	adrenalCortex           // trophic state of the cortex, of a healthy one
)

func (g *adrenalGland) states(Person) []state {
	return []state{
		{"adrenal.cortisol", "nM", 120, 100},
		{"adrenal.feedback", "nM", g.Norm, g.Norm},
		{"adrenal.pituitary", "1", 1, 1},
		{"adrenal.cortex", "1", 1, 1},
	}
}

func (g *adrenalGland) publish(now *moment, y []float64) {
	l := &now.Levels
	l.Cortisol = y[adrenalCortisol]
	l.FreeCortisol = g.free(l.Cortisol) + now.Drugs[drug.GlucocorticoidR]
	l.ACTH = g.acth(now, y) + now.Drugs[drug.ACTHIn]
}

// free returns the free of a total of cortisol [nM]: albumin binds in proportion,
// the globulin saturates.
func (g *adrenalGland) free(total float64) float64 {
	n := 1 + g.Albumin
	return unbound(total, g.CBG, g.Affinity*n) / n
}

// acth returns the person's own ACTH [pM]. What drives beyond 1 is of a tumour, whose
// cells cortisol does not make fewer.
func (g *adrenalGland) acth(now *moment, y []float64) float64 {
	x := y[adrenalFeedback] / g.Norm
	cells := y[adrenalPituitary]*min(g.Drive, 1) + max(g.Drive-1, 0)
	return g.ACTH * cells * g.rhythm.at(now.Hour) * g.stress(&now.Levels) *
		(1 + g.Gain) / (1 + g.Gain*x*x*x)
}

// stress returns the rise of CRH by cytokines, 1 without any.
func (g *adrenalGland) stress(l *Levels) float64 {
	load := l.TNF/g.TNF + l.IL1/g.IL1 + l.IL6/g.IL6
	return 1 + g.Stress*load/(1+load)
}

func (g *adrenalGland) derive(now *moment, y, dy []float64) {
	l := &now.Levels
	made := g.Autonomy + g.Mass*y[adrenalCortex]*saturating(l.ACTH/g.ACTH, g.Half/g.ACTH)
	dy[adrenalCortisol] = g.supply*made - g.Clearance*g.free(y[adrenalCortisol])
	dy[adrenalFeedback] = (l.FreeCortisol - y[adrenalFeedback]) / g.Lag
	dy[adrenalPituitary] = g.growth(y[adrenalFeedback], y[adrenalPituitary]) / g.Corticotroph
	dy[adrenalCortex] = (g.Floor + (1-g.Floor)*saturating(l.ACTH/g.ACTH, g.Trophic) - y[adrenalCortex]) / g.Cortex
}

// growth returns how fast corticotrophs multiply under a free cortisol [nM], over
// their time constant: linear, so that the mean of the day counts, and crowding
// stops it. What has shrunk long comes back slowly, from the few that are left.
func (g *adrenalGland) growth(free, cells float64) float64 {
	drive := max(1+g.Growth*(1-free/g.Norm), -1)
	return cells*(drive-cells) + g.Reserve
}
