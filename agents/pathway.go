package agents

import (
	"math"

	"trabecula/field/signal"
)

// transcription is the time constant of beta-catenin and other transcriptional
// pathways [h]. assumed: a day, the order of induced protein turnover.
const transcription = 24.0

// cooperative is the Hill steepness of receptors that signal in complexes.
// assumed: dimers and trimers, so 2.
const cooperative = 2.0

// hill returns the occupancy x^n / (k^n + x^n) of a receptor with half-effect
// k; steepness n = 1 is simple binding (Hill 1910).
func hill(x, k, n float64) float64 {
	if x <= 0 {
		return 0
	}
	if n == 1 {
		return x / (k + x)
	}
	a := math.Pow(x/k, n)
	return a / (1 + a)
}

// relax moves a pathway variable towards its target with a time constant, exactly
// for a target that is constant over the step.
func relax(state float32, target, constant, step float64) float32 {
	return float32(target + (float64(state)-target)*math.Exp(-step/constant))
}

// growth returns the drive of TGF-β and IGF-1 on the osteoblast lineage at pixel i,
// with their half-effects [pM]: TGF-β recruits, IGF-1 changes by how much [0..1.5].
// IGF-1 of blood acts through its own pathways, as a factor on rates.
func (e *Env) growth(i int32, halfTGFb, halfIGF1 float64) float64 {
	return hill(e.Signal(signal.TGFb, i), halfTGFb, 1) * (0.5 + hill(e.Signal(signal.IGF1, i), halfIGF1, 1))
}

// wnt returns the Wnt signalling that sclerostin, with its half-effect [pM], leaves
// to a cell, as far as hormones let it [0..1].
func (e *Env) wnt(c *Cell, halfSclerostin float64) float64 {
	return min((1-hill(e.Signal(signal.Sclerostin, c.Pos), halfSclerostin, cooperative))*e.factor(c, Wnt), 1)
}
