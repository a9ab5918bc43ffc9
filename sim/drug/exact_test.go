package drug

import (
	"math"
	"testing"

	"github.com/stretchr/testify/require"
)

// bateman is the amount in plasma after a dose that is absorbed at a rate ka and
// eliminated at a rate ke (Bateman 1910).
func bateman(dose, ka, ke, t float64) float64 {
	if t < 0 {
		return 0
	}
	return dose * ka / (ka - ke) * (math.Exp(-ke*t) - math.Exp(-ka*t))
}

func TestLinearKineticsAreExact(t *testing.T) {
	g := newRig(t, "prednisolone 10 mg oral 3 times daily", 0.01)
	k := g.r.drugs[0].kin
	e := k.route(Oral)
	dose := 10e3 * picomolesPerMicrogram / k.molar * e.share
	worst := 0.0
	g.run(48, func(now, _ float64) {
		want := 0.0
		for i := range 6 {
			want += bateman(dose, e.rate, k.clearance/k.volume, now-8-8*float64(i))
		}
		worst = max(worst, math.Abs(g.y[g.r.drugs[0].plasma]-want)/dose)
	})
	require.Less(t, worst, 1e-9)
}

// TestTwoCompartmentsAreExact holds a bolus against the sum of two exponentials.
func TestTwoCompartmentsAreExact(t *testing.T) {
	g := newRig(t, "zoledronate 4 mg iv over 1 min once at 0 h", 0.001)
	k := g.r.drugs[0].kin
	k10, k12, k21 := k.clearance/k.volume, k.exchange/k.volume, k.exchange/k.peripheral
	sum, product := k10+k12+k21, k10*k21
	root := math.Sqrt(sum*sum - 4*product)
	a, b := (sum+root)/2, (sum-root)/2
	require.InEpsilon(t, 0.24, math.Ln2/a, 0.02) // Zometa label
	require.InEpsilon(t, 1.87, math.Ln2/b, 0.02)
	rate := 4e6 / k.molar * 60 // pmol/h in the minute of the infusion
	infused := func(x, t float64) float64 { return (1 - math.Exp(-x/60)) / x * math.Exp(-x*(t-1./60)) }
	g.run(8, nil)
	want := rate * ((a-k21)/(a-b)*infused(a, 8) + (k21-b)/(a-b)*infused(b, 8))
	require.InEpsilon(t, want, g.y[g.r.drugs[0].plasma], 1e-6)
}

// TestInfusionReachesItsSteadyState: rate over clearance, in pM.
func TestInfusionReachesItsSteadyState(t *testing.T) {
	for _, route := range []string{"sc", "iv"} {
		g := newRig(t, "teriparatide 20 ug/d "+route+" infusion from 0d to 7d", 0.02)
		g.run(100, nil)
		k := g.r.drugs[0].kin
		want := 20 * picomolesPerMicrogram / k.molar / 24 / k.clearance * k.route(routeOf(route)).share
		require.InEpsilon(t, want, g.r.Publish(g.y)[PTH1R], 1e-6)
		g.run(200, nil) // it stopped after 168 h
		require.Less(t, g.r.Publish(g.y)[PTH1R], 1e-6)
	}
}

// TestNothingIsLost: what was given is where it is or was eliminated.
func TestNothingIsLost(t *testing.T) {
	for i := range Catalogue {
		d := &Catalogue[i]
		g := newRig(t, d.Name+" "+d.Usual, 0.02)
		g.run(60, nil)
		given, present := 0.0, g.lost
		if g.r.drugs[0].plasma < 0 {
			present = g.came
		}
		for j, s := range g.r.States() {
			if s.Unit == "pmol" {
				present += g.y[j]
			}
		}
		for j := range g.r.drugs[0].ways {
			for _, c := range g.r.drugs[0].ways[j].courses {
				given += arrived(&c, 60)
			}
		}
		require.Positive(t, given)
		require.InEpsilon(t, given, present, 1e-7, d.Name)
	}
}

// arrived is what a course has brought by a time, by the letter of the plan.
func arrived(c *course, end float64) (sum float64) {
	if c.Dose.Rate() {
		return c.amount * (end - c.From)
	}
	for k := range 100 {
		start := c.due(k) + c.lag
		switch {
		case start > end || c.Once() && k > 0 || c.Times > 0 && k >= c.Times:
			return sum
		case c.over > 0:
			sum += c.amount * min(1, (end-start)/c.over)
		default:
			sum += c.amount
		}
	}
	return sum
}

// TestSaturableEliminationIsMassAction: far above the affinity the rate is the
// capacity, far below it clears like a first-order process.
func TestSaturableEliminationIsMassAction(t *testing.T) {
	k := kinetics{capacity: 3, affinity: 2}
	require.InEpsilon(t, 3, k.eliminated(1e9), 1e-6)
	require.InEpsilon(t, 1.5e-9, k.eliminated(1e-9), 1e-6)
	require.Equal(t, 1.5, k.eliminated(2))
}

// TestWeightScalesDoses: a dose per kg rises with the body, one per person not.
func TestWeightScalesDoses(t *testing.T) {
	amount := func(plan string, mass float64) float64 {
		treatments, err := Parse(plan)
		require.NoError(t, err)
		r, err := NewRegimen(Defaults(), treatments, mass)
		require.NoError(t, err)
		y := make([]float64, len(r.States()))
		r.Dose(0, y)
		return y[r.drugs[0].ways[0].depot]
	}
	require.InEpsilon(t, 2, amount("CJC-1295 60 ug/kg sc once at 0 h", 80)/amount("CJC-1295 60 ug/kg sc once at 0 h", 40), 1e-12)
	require.Equal(t, amount("CJC-1295 2 mg sc once at 0 h", 80), amount("CJC-1295 2 mg sc once at 0 h", 40))
	require.InEpsilon(t, 60*40/3.647*1000*0.8, amount("CJC-1295 60 ug/kg sc once at 0 h", 40), 1e-12)
	require.InEpsilon(t, 800*0.025/0.38464*1000, amount("vitamin D3 800 IU po once at 0 h", 65), 1e-12)
	require.InEpsilon(t, 12.5e9, amount("calcium 12.5 mmol po once at 0 h", 65), 1e-12)
	require.InEpsilon(t, 500e3/0.040078*1000, amount("calcium 500 mg po once at 0 h", 65), 1e-12)
}

// A drug of which nothing is absorbed does nothing, and its states have sizes that
// an integrator can work with.
func TestNothingAbsorbedDoesNothing(t *testing.T) {
	plan, err := Parse("teriparatide 20 ug subcutaneous daily at 00:00")
	require.NoError(t, err)
	set := Defaults()
	set.params[find("teriparatide")].(*teriparatideParams).Absorbed = 0
	r, err := NewRegimen(set, plan, 65)
	require.NoError(t, err)
	for _, s := range r.States() {
		require.Positive(t, s.Scale, s.Name)
	}
	y := make([]float64, len(r.States()))
	r.Dose(0, y)
	require.Equal(t, Ports{}, r.Publish(y))
}
