package endocrine

import (
	"math"

	"trabecula/sim/drug"
)

// ThyroidParams are the causes and constants of the hypothalamic-pituitary-thyroid
// axis.
type ThyroidParams struct {
	Mass     float64 `param:"mass" default:"1" range:"0..5" doc:"secretory capacity of the thyroid gland, of a healthy one; 0 after total thyroidectomy" source:"cause set by a scenario"`
	Autonomy float64 `param:"autonomy" default:"0" range:"0..20" doc:"stimulation of the gland without TSH, such as by antibodies of Graves' disease, in multiples of the resting TSH" source:"cause set by a scenario"`
	Drive    float64 `param:"drive" default:"1" range:"0..10" doc:"hypothalamic and pituitary drive of TSH (TRH); 0 in central hypothyroidism" source:"cause set by a scenario"`

	TSH     float64 `param:"tsh" base:"unit" default:"1.5 mIU/L" range:"0.1 mIU/L..10 mIU/L" doc:"daily mean of TSH at the set-point" source:"median of people without thyroid disease 1.4-1.5 mIU/L (Hollowell 2002, NHANES III; recalled)"`
	T4      float64 `param:"t4" base:"unit" default:"85 nM" range:"20 nM..300 nM" doc:"total T4 at the set-point" source:"middle of 60-140 nM (recalled); gives free T4 1.3 ng/dL"`
	T3      float64 `param:"t3" base:"unit" default:"1.85 nM" range:"0.3 nM..10 nM" doc:"total T3 at the set-point" source:"120 ng/dL, inside 80-200 ng/dL (recalled)"`
	FreeT4  float64 `param:"free_t4" default:"0.0002" range:"0.00001..0.01" doc:"share of T4 that no protein binds" source:"0.02 %, binding by TBG, transthyretin and albumin (Robbins & Rall 1960; recalled)"`
	FreeT3  float64 `param:"free_t3" default:"0.003" range:"0.0001..0.1" doc:"share of T3 that no protein binds" source:"0.3 % (Robbins & Rall 1960; recalled)"`
	HalfT4  float64 `param:"half_life_t4" default:"7 d" range:"1 d..30 d" doc:"half-life of T4 in plasma" source:"6.7 d (Oppenheimer 1975; recalled)"`
	HalfT3  float64 `param:"half_life_t3" default:"1 d" range:"2 h..10 d" doc:"half-life of T3 in plasma" source:"1 d (Oppenheimer 1975; recalled)"`
	HalfTSH float64 `param:"half_life_tsh" default:"55 min" range:"5 min..10 h" doc:"half-life of TSH in plasma" source:"54 min (Odell 1967; recalled)"`
	VolT4   float64 `param:"volume_t4" base:"unit" default:"0.17 L/kg" range:"0.02 L/kg..2 L/kg" doc:"volume of distribution of T4 by body mass" source:"10-12 L in an adult (Nicoloff 1972; recalled)"`

	Secreted float64 `param:"secreted_t3" default:"0.2" range:"0..1" doc:"share of the T3 made each day that the gland itself secretes" source:"20 %; peripheral deiodination makes 80 % (Bianco 2002; recalled)"`
	Stimulus float64 `param:"half_stimulus" default:"5" range:"0.5..100" doc:"stimulation of the gland with half of its greatest secretion, in multiples of the resting TSH" source:"assumed: a healthy gland can secrete 6 times its resting rate, so that a third of a gland suffices with raised TSH"`
	Steep    float64 `param:"feedback" default:"2.8" range:"0.1..10" doc:"fall of ln TSH when thyroid hormone at the pituitary rises by its set-point, within hours" source:"log-linear TSH over free T4 (Spencer 1990; recalled); with slow_feedback a doubling lowers TSH 60-fold and absence raises it 60-fold"`
	Slow     float64 `param:"slow_feedback" default:"1.3" range:"0..10" doc:"the same, through growth of thyrotrophs and their TRH drive" source:"assumed: TSH stays low for weeks after thyrotoxicosis; sum with feedback from Spencer 1990"`
	Lag      float64 `param:"thyrotroph_time" default:"14 d" range:"1 d..200 d" doc:"time constant of the slow feedback" source:"assumed: TSH is judged 6 weeks after a change of dose (ATA guideline 2014; recalled)"`
	Local    float64 `param:"pituitary_deiodination" default:"0.6" range:"0..1" doc:"share of the feedback by T4 that the pituitary deiodinates itself, the rest by T3 of plasma" source:"about half or more of pituitary T3 is made there (Larsen 1982; recalled)"`
	Night    float64 `param:"night" default:"0.3" range:"0..1.5" doc:"swing of the daily rhythm of TSH release" source:"nocturnal rise of 50-100 % over the afternoon (Brabant 1990; recalled)"`
	Peak     float64 `param:"peak" default:"1" range:"0..24" doc:"hour of the day of the greatest TSH release; plasma follows 1-1.5 h later" source:"plasma peak 02-04 h (Brabant 1990; recalled)"`
}

// thyroid is the axis TRH, TSH, T4, T3.
var thyroid = organ[ThyroidParams]{
	path: "endocrine.thyroid",
	doc:  "thyroid: TSH with its daily rhythm and feedback, T4, T3",
	bind: func(p *ThyroidParams, who Person) axis { return newThyroid(p, who) },
}

// thyroidGland is the axis with its constants at hand.
type thyroidGland struct {
	*ThyroidParams
	lossTSH, lossT4, lossT3 float64 // [1/h]
	volume                  float64 // of T4 [L]
	rhythm                  rhythm
}

// newThyroid binds the axis to a person.
func newThyroid(p *ThyroidParams, who Person) *thyroidGland {
	return &thyroidGland{
		ThyroidParams: p,
		lossTSH:       math.Ln2 / p.HalfTSH, lossT4: math.Ln2 / p.HalfT4, lossT3: math.Ln2 / p.HalfT3,
		volume: p.VolT4 * who.Mass,
		rhythm: newRhythm(p.Peak, p.Night, 0, 0),
	}
}

// The states of the thyroid axis.
const (
	thyroidTSH = iota
	thyroidT4
	thyroidT3
	thyrotroph // hormone at the pituitary as the slow feedback remembers it, of its set-point
)

func (g *thyroidGland) states(Person) []state {
	return []state{
		{"thyroid.tsh", "mIU/L", g.TSH, g.TSH},
		{"thyroid.t4", "nM", g.T4, g.T4},
		{"thyroid.t3", "nM", g.T3, g.T3},
		{"thyroid.thyrotroph", "1", 1, 1},
	}
}

func (g *thyroidGland) publish(now *moment, y []float64) {
	l := &now.Levels
	l.TSH, l.T4, l.T3 = y[thyroidTSH], y[thyroidT4], y[thyroidT3]
	l.FreeT4, l.FreeT3 = 1000*g.FreeT4*l.T4, 1000*g.FreeT3*l.T3
}

// derive relates every flux to that at the set-point, so that a healthy gland rests
// there. Deiodination follows T4, and so takes its share of what T4 loses.
func (g *thyroidGland) derive(now *moment, y, dy []float64) {
	t4, t3 := y[thyroidT4]/g.T4, y[thyroidT3]/g.T3
	made := g.Mass * saturating(y[thyroidTSH]/g.TSH+g.Autonomy, g.Stimulus)
	dy[thyroidTSH] = g.lossTSH * (g.release(now, t4, t3, y[thyrotroph]) - y[thyroidTSH])
	dy[thyroidT4] = g.lossT4*g.T4*(made-t4) + now.Drugs[drug.ThyroxineIn]/g.volume
	dy[thyroidT3] = g.lossT3 * g.T3 * (g.Secreted*made*g.richness(y[thyroidTSH]) + (1-g.Secreted)*t4 - t3)
	dy[thyrotroph] = (g.sensed(t4, t3) - y[thyrotroph]) / g.Lag
}

// sensed returns thyroid hormone at the nuclear receptors of the pituitary, of its
// set-point.
func (g *thyroidGland) sensed(t4, t3 float64) float64 { return g.Local*t4 + (1-g.Local)*t3 }

// release returns the TSH that the release would hold [mIU/L]: log-linear in the
// hormone sensed, now and over the last weeks.
func (g *thyroidGland) release(now *moment, t4, t3, past float64) float64 {
	return g.TSH * g.Drive * g.rhythm.at(now.Hour) *
		math.Exp(g.Steep*(1-g.sensed(t4, t3))+g.Slow*(1-past))
}

// richness returns how much T3 a stimulated gland secretes for its T4, of the
// healthy ratio: stimulation induces its deiodinases (Laurberg 2007; recalled).
func (g *thyroidGland) richness(tsh float64) float64 {
	return saturating(tsh/g.TSH+g.Autonomy, g.Stimulus)
}
