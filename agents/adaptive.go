package agents

// AdaptiveParams rule a receptor that is lost under its ligand.
type AdaptiveParams struct {
	Half     float64 `param:"half" unit:"pM" range:"1e-6..1e9" doc:"concentration of half occupancy"`
	Loss     float64 `param:"loss" unit:"1" range:"0..1000" doc:"loss of occupied receptors, relative to their return"`
	Recovery float64 `param:"recovery" unit:"h" range:"1 min..60 d" doc:"time constant with which lost receptors return"`
	Time     float64 `param:"time" unit:"h" range:"1 s..60 d" doc:"time constant with which the signal follows the occupied receptors that are left"`
}

// PTH1RParams rule what follows PTH1R. The receptor has two conformations: one
// that needs much PTH and signals through cAMP, one that binds little PTH for
// long (Dean 2006, Okazaki 2008, recalled); so height and length of exposure
// reach the cell by different ways.
type PTH1RParams struct {
	Pulse   AdaptiveParams
	Tonic   float64 `param:"tonic_half" unit:"pM" range:"1e-3..1e6" doc:"PTH of half occupancy of the conformation that stays"`
	Rise    float64 `param:"creb_rise" unit:"h" range:"1 min..60 d" doc:"time constant with which the CREB programme builds up"`
	Fall    float64 `param:"creb_fall" unit:"h" range:"1 min..60 d" doc:"time constant with which it ends"`
	HalfPKA float64 `param:"runx2_half_pka" unit:"1" range:"1e-4..1" doc:"cAMP/PKA of half effect on Runx2, to the fourth: four cAMP open a PKA"`
	Boost   float64 `param:"runx2_boost" unit:"1" range:"0..1000" doc:"rise of Runx2 at saturating PKA"`
	Smurf1  float64 `param:"runx2_half_creb" unit:"1" range:"1e-3..1" doc:"CREB programme of half degradation of Runx2, to the fourth"`
	Degrade float64 `param:"runx2_degradation" unit:"1" range:"0..1000" doc:"degradation of Runx2 under a saturated CREB programme, relative to the basal one"`
	Runx2   float64 `param:"runx2_time" unit:"h" range:"1 min..60 d" doc:"time constant of Runx2"`
	Bcl2    float64 `param:"bcl2_time" unit:"h" range:"1 min..60 d" doc:"time constant of Bcl-2"`
	Pool    float64 `param:"pool_time" unit:"h" range:"1 min..60 d" doc:"time constant of the slow adaptation to sustained PTH"`
}

// defaultPTH1R has the numbers of PTH1R.
var defaultPTH1R = PTH1RParams{
	Pulse: AdaptiveParams{Half: 100, Loss: 50, Recovery: 20, Time: 0.3},
	Tonic: 4, Rise: 36, Fall: 8, HalfPKA: 0.065, Boost: 100, Smurf1: 0.65, Degrade: 5, Runx2: 8, Bcl2: 24, Pool: 14 * 24,
}

// defaultCalcitonin has the numbers of the calcitonin receptor.
var defaultCalcitonin = AdaptiveParams{Half: 60, Loss: 5, Recovery: 120, Time: 0.25}

const (
	sourcePTH1R = "assumed, within what is known: cAMP desensitises within an hour and recovers over hours (Martonova's two-state model, recalled); " +
		"Runx2 is short-lived, each pulse delays apoptosis through it and Bcl-2 and long exposure degrades it through Smurf1 (Bellido 2003, Jilka 2007, recalled); " +
		"halves between basal PTH (3.9 pM) and the 25-30 pM of an injected 20 ug; set so that an hour of exposure builds and a day of it does not (Frolik 2003)"
	sourceCalcitonin = "human calcitonin is 10-30 times weaker than salmon's 1-10 pM; acts within minutes; receptors are lost within 24-48 h, the escape (textbooks, recalled); return assumed: days, as of induced receptors"
)

// point is what a constant concentration does to an adaptive receptor within a
// sub-step.
type point struct {
	occupied float32 // [0..1]
	lost     float32 // share lost in the end [0..1]
	stay     float32 // share of the way there that is left after the sub-step
}

// at returns the point of a concentration [pM] and a sub-step [h].
func (a *AdaptiveParams) at(concentration, step float64) point {
	occupied := hill(concentration, a.Half, 1)
	loss := a.Loss * occupied
	return point{float32(occupied), float32(loss / (1 + loss)), decay(step, a.Recovery/(1+loss))}
}

// carry takes the receptor and its signal over the sub-step; delay is the share
// of the signal's way that is left after it. Receptors change little within a
// sub-step, so their mean stands for them.
func (q *point) carry(lost, active *float32, delay float32) {
	before := *lost
	*lost = q.lost + (before-q.lost)*q.stay
	target := q.occupied * (1 - (before+*lost)/2)
	*active = target + (*active-target)*delay
}
