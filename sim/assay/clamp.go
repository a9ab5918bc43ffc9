package assay

import (
	"math"

	"trabecula/sim/drug"
	"trabecula/sim/unit"
)

// clampParams rule the pump of a calcium clamp: what a nurse with an ion-selective
// electrode does.
const (
	clampEvery = unit.Minute // between readings; the rate is constant from one to the next
	clampRamp  = 20 * unit.Minute
	// Gains of the controller, in mmol/h per mM of error. assumed: ionised calcium
	// spreads in some 28 L (14 L of fluid, half of calcium ionised), and the error is
	// to be gone in a tenth of an hour; the integral is four times slower.
	clampGain     = 28 / 0.1
	clampIntegral = clampGain / 0.4 // [mmol/h per mM h]
	clampMost     = 100             // rate of the pump [mmol/h]
)

// clamp returns a protocol that brings ionised calcium to a distance from where it
// was [mM] within 20 minutes and holds it there for two hours.
func clamp(distance float64) func(*bench) {
	return func(b *bench) {
		b.control(5 * unit.Minute)
		if b.err != nil {
			return
		}
		c := controller{base: b.body.Levels().Ionised}
		for n := 0; n < int(math.Round(2*unit.Hour/clampEvery)) && b.err == nil; n++ {
			share := math.Min(1, b.hours()/clampRamp)
			b.pump(c.rate(c.base + share*distance - b.body.Levels().Ionised))
			b.wait(clampEvery)
			b.sample()
		}
		b.pump(0)
		b.follow(unit.Hour, 5*unit.Minute)
	}
}

// controller is a proportional and integral controller.
type controller struct {
	base float64 // [mM]
	sum  float64 // integral of the error [mM h]
}

// rate returns the rate of the pump at an error [mM], within its reach; the
// integral stands still while the pump is at its limit.
func (c *controller) rate(wrong float64) float64 {
	rate := clampGain*wrong + clampIntegral*(c.sum+wrong*clampEvery)
	if math.Abs(rate) < clampMost {
		c.sum += wrong * clampEvery
	}
	return math.Max(-clampMost, math.Min(clampMost, rate))
}

// pump gives calcium, or EDTA where the rate is negative [mmol/h].
func (b *bench) pump(rate float64) {
	b.infuse(drug.CalciumIV, math.Max(rate, 0))
	b.infuse(drug.CalciumChelator, math.Max(-rate, 0))
}

// step returns a protocol that moves total calcium by a share within minutes and
// lets go.
func step(share float64) func(*bench) {
	return func(b *bench) {
		b.control(5 * unit.Minute)
		if b.err != nil {
			return
		}
		target := b.body.Levels().Calcium * (1 + share)
		rate := math.Copysign(clampMost, share)
		for b.err == nil && b.hours() < unit.Hour && (target-b.body.Levels().Calcium)*share > 0 {
			b.pump(rate)
			b.wait(clampEvery)
			b.sample()
		}
		b.pump(0)
		b.follow(4*unit.Hour, 5*unit.Minute)
		b.follow(44*unit.Hour, unit.Hour)
	}
}
