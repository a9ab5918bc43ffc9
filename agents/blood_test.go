package agents

import (
	"iter"

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

// days returns a history of n days in hours of four parts, in which a function
// of the time of day [h] changes the blood.
func days(n int, change func(hour float64, b *signal.Blood)) iter.Seq[[]signal.Blood] {
	return func(yield func([]signal.Blood) bool) {
		blood := make([]signal.Blood, 4)
		for hour := range 24 * n {
			for i := range blood {
				blood[i] = healthyBlood
				if change != nil {
					change(float64(hour%24)+(float64(i)+0.5)/4, &blood[i])
				}
			}
			if !yield(blood) {
				return
			}
		}
	}
}

// healthyResponse counts effects from steady healthy blood.
func healthyResponse() *Response {
	set := DefaultEffects()
	return NewResponse(set, RestOf(set, days(1, nil), 1))
}
