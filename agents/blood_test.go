package agents

import (
	"iter"
	"math"

	"trabecula/field/signal"
)

// healthyBlood is the order of what a healthy woman of 30 has [pM].
var healthyBlood = signal.Blood{
	signal.PTH: 3.85, signal.Calcitonin: 1, signal.Calcitriol: 90,
	signal.Estradiol: 7, signal.Progesterone: 8e3, signal.Testosterone: 18,
	signal.Cortisol: 9e3, signal.T3: 5, signal.GH: 40, signal.SystemicIGF1: 260,
	signal.SystemicTNF: 0.04, signal.SystemicIL1: 0.03, signal.SystemicIL6: 0.1,
	signal.Calcium: 1.25e9,
}

// change is what a test does to the blood at a time [h].
type change func(time float64, b *signal.Blood)

// with returns healthy blood with one hormone at a multiple of its level.
func with(h signal.Hormone, times float64) change {
	return func(_ float64, b *signal.Blood) { b[h] *= times }
}

// history returns the blood of steps of dt [h] up to an end [h], each in parts.
func history(end, dt float64, parts int, do change) iter.Seq[[]signal.Blood] {
	return func(yield func([]signal.Blood) bool) {
		blood := make([]signal.Blood, parts)
		for step := range int(math.Round(end / dt)) {
			for i := range blood {
				blood[i] = healthyBlood
				if do != nil {
					do(dt*(float64(step)+(float64(i)+0.5)/float64(parts)), &blood[i])
				}
			}
			if !yield(blood) {
				return
			}
		}
	}
}

// daily returns the mean pathways when every day is the same.
func daily(do change) [KindCount]Pathways {
	return RestOf(DefaultEffects(), history(24, 1, 4, do), 1)
}

// unchanging returns the pathways under constant blood.
func unchanging(do change) [KindCount]Pathways {
	return RestOf(DefaultEffects(), history(24, 24, 1, do), 24)
}

// healthyResponse counts effects from steady healthy blood.
func healthyResponse() *Response { return NewResponse(DefaultEffects(), unchanging(nil)) }

// injected is what a dose of teriparatide under the skin adds to PTH [pM] at a time
// [h] after it: 20 ug are 4857 pmol, taken up at 0.659 and cleared at 7.14 per hour
// from 14 L (Peterson & Riggs 2010).
func injected(micrograms, time float64) float64 {
	const up, out, volume = 0.659, 7.14, 14
	return micrograms / 20 * 4857 / volume * up / (out - up) * (math.Exp(-up*time) - math.Exp(-out*time))
}

// injections are daily doses of teriparatide on top of basal PTH.
func injections(micrograms float64) change {
	return func(time float64, b *signal.Blood) { b[signal.PTH] += injected(micrograms, math.Mod(time, 24)) }
}

// infusion is the same dose spread evenly over the day.
func infusion(micrograms float64) change {
	return func(_ float64, b *signal.Blood) { b[signal.PTH] += micrograms / 20 * 4857 / 14 / 7.14 / 24 }
}
