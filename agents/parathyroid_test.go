package agents

import (
	"math"
	"testing"

	"github.com/stretchr/testify/require"

	"trabecula/field/signal"
)

// requireOver holds a factor of an osteoblast under one schedule to bounds.
func requireOver(t *testing.T, r *Response, p *Pathways, rate Rate, low, high float64) {
	t.Helper()
	f := r.Factor(Osteoblast, rate, p)
	require.GreaterOrEqual(t, f, low, rate.String())
	require.LessOrEqual(t, f, high, rate.String())
}

// The same 20 ug of teriparatide a day, injected or infused, drive survival and
// RANKL in opposite balance: how long exposure lasts decides, not how much it is.
func TestExposureDecidesWhatPTHDoes(t *testing.T) {
	r := NewResponse(DefaultEffects(), daily(nil))
	pulse, drip := daily(injections(20))[Osteoblast], daily(infusion(20))[Osteoblast]
	ratio := func(p *Pathways) float64 {
		return r.Factor(Osteoblast, RANKLSecretion, p) / r.Factor(Osteoblast, OPGSecretion, p)
	}
	requireOver(t, r, &pulse, Apoptosis, 0.4, 0.75) // clearly longer life
	requireOver(t, r, &pulse, Matrix, 1.05, 1.6)
	require.Less(t, ratio(&pulse), 1.2)
	require.Greater(t, 1/r.Factor(Osteoblast, Apoptosis, &pulse), 1.3*ratio(&pulse), "survival gains more than resorption")

	require.Greater(t, ratio(&drip), 1.2)
	requireOver(t, r, &drip, Apoptosis, 1, 1.5) // not longer
	requireOver(t, r, &drip, Matrix, 0.6, 0.95) // formation -30 to -40 % in 7 d at 2 pmol/kg/h (Horwitz 2011)
	require.Greater(t, (ratio(&drip)-1)/(ratio(&pulse)-1), 3.0)
}

// Both schedules bring the same amount.
func TestSchedulesAreOneDose(t *testing.T) {
	area := func(do change) (sum float64) {
		for blood := range history(24, 1, 60, do) {
			for i := range blood {
				sum += blood[i][signal.PTH] / 60
			}
		}
		return sum - 24*healthyBlood[signal.PTH]
	}
	require.InEpsilon(t, 48.6, area(injections(20)), 0.01)
	require.InEpsilon(t, area(infusion(20)), area(injections(20)), 0.01)
}

// The longer the same dose takes, the less is left of the gain in survival
// (rats: within an hour it builds bone, over six hours it does not, Frolik 2003).
func TestLongerExposureGainsLess(t *testing.T) {
	r := NewResponse(DefaultEffects(), daily(nil))
	last := 0.0
	for _, hours := range []float64{1, 2, 4, 8, 16, 24} {
		p := daily(func(time float64, b *signal.Blood) {
			if math.Mod(time, 24) < hours {
				b[signal.PTH] += 48.6 / hours
			}
		})[Osteoblast]
		f := r.Factor(Osteoblast, Apoptosis, &p)
		require.Greater(t, f, last, "%g h", hours)
		last = f
	}
	require.Greater(t, last, 1.0)
}

// More is more, either way.
func TestPTHIsDoseOrdered(t *testing.T) {
	r := NewResponse(DefaultEffects(), daily(nil))
	life, ratio := 1.0, 1.0
	for _, dose := range []float64{5, 10, 20, 40} {
		pulse, drip := daily(injections(dose))[Osteoblast], daily(infusion(dose))[Osteoblast]
		f := r.Factor(Osteoblast, Apoptosis, &pulse)
		require.Less(t, f, life)
		g := r.Factor(Osteoblast, RANKLSecretion, &drip) / r.Factor(Osteoblast, OPGSecretion, &drip)
		require.Greater(t, g, ratio)
		life, ratio = f, g
	}
	x3 := unchanging(with(signal.PTH, 3))[Osteocyte]
	require.InDelta(t, 1.4, r.Factor(Osteocyte, RANKLSecretion, &x3), 0.2, "1.5-4x at thrice basal PTH in culture; calibrated in the section")
	require.InDelta(t, 0.75, r.Factor(Osteocyte, OPGSecretion, &x3), 0.1, "by a quarter; at most halved")
}

// A step of PTH gives a transient of cAMP that adapts over hours; the receptors
// come back within a day of its end.
func TestCAMPAdapts(t *testing.T) {
	r := healthyResponse()
	p := r.Rest(Osteoblast)
	peak, at := float32(0), 0
	high := []signal.Blood{healthyBlood}
	high[0][signal.PTH] = 28
	for quarter := range 4 * 24 {
		r.Follow(Osteoblast, &p, high, 0.25)
		if p[CAMP] > peak {
			peak, at = p[CAMP], quarter
		}
	}
	rest := r.Rest(Osteoblast)
	require.Greater(t, peak, 3*rest[CAMP])
	require.Less(t, at, 4*2, "the peak comes within two hours")
	require.Less(t, p[CAMP], 1.6*rest[CAMP], "adapted")
	require.Greater(t, p[PTH1RLost], rest[PTH1RLost]+0.1)
	for range 4 * 24 {
		r.Follow(Osteoblast, &p, []signal.Blood{healthyBlood}, 0.25)
	}
	require.InDelta(t, rest[PTH1RLost], p[PTH1RLost], 0.01)
}

// The CREB programme builds up over a day and a half and ends within a day.
func TestCREBNeedsTime(t *testing.T) {
	r := healthyResponse()
	p, rest := r.Rest(Osteoblast), r.Rest(Osteoblast)
	high := healthyBlood
	high[signal.PTH] *= 4
	full := unchanging(with(signal.PTH, 4))[Osteoblast][CREB] - rest[CREB]
	r.Follow(Osteoblast, &p, []signal.Blood{high}, 2)
	require.Less(t, p[CREB]-rest[CREB], 0.1*full, "two hours hardly count")
	r.Follow(Osteoblast, &p, []signal.Blood{high}, 70)
	require.Greater(t, p[CREB]-rest[CREB], 0.8*full)
	r.Follow(Osteoblast, &p, []signal.Blood{healthyBlood}, 24)
	require.Less(t, p[CREB]-rest[CREB], 0.1*full)
}

// Calcitonin stops osteoclasts within the hour, and they escape within two days.
func TestCalcitoninEscape(t *testing.T) {
	r := healthyResponse()
	p := r.Rest(Osteoclast)
	high := []signal.Blood{healthyBlood}
	high[0][signal.Calcitonin] = 600
	at := func(hours int) float64 {
		for range 4 * hours {
			r.Follow(Osteoclast, &p, high, 0.25)
		}
		return r.Factor(Osteoclast, Resorption, &p)
	}
	early, late := at(1), at(47)
	require.Less(t, early, 0.3)
	require.Greater(t, late, 0.6, "receptors are lost within 24-48 h")
	for range 20 { // days without
		r.Follow(Osteoclast, &p, []signal.Blood{healthyBlood}, 24)
	}
	require.Less(t, at(1), 0.35, "receptors return")
}
