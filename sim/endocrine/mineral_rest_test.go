package endocrine

import (
	"math"
	"testing"

	"github.com/stretchr/testify/require"

	"trabecula/sim/drug"
	"trabecula/sim/param"
)

// mineralPaths are the organs of the mineral axes.
var mineralPaths = []Spec{diet.erase(), phosphate.erase(), calcium.erase(), pth.erase(), vitaminD.erase(), calcitriol.erase(), calcitonin.erase(), gut.erase(), kidney.erase()}

func TestMineralParametersAreDocumented(t *testing.T) {
	for _, spec := range mineralPaths {
		require.NoError(t, param.Check([]param.Group{{Path: spec.Path, Ptr: spec.New()}}), spec.Path)
	}
}

// cumulative are the states that only count what has passed.
var cumulative = map[string]bool{"gut.eaten": true, "gut.faeces": true, "calcium.freed": true, "calcium.laid": true, "calcium.infused": true, "kidney.urine": true}

// names lists the states of the rig's axes.
func (m *minerals) names() (names []string) {
	for _, a := range m.axes {
		for _, s := range a.states(m.person) {
			names = append(names, s.name)
		}
	}
	return names
}

// state returns the value of a state by name.
func (m *minerals) state(name string) float64 {
	for i, n := range m.names() {
		if n == name {
			return m.y[i]
		}
	}
	panic(name)
}

// The constants are solved so that rest is an exact equilibrium, in both sexes.
func TestHealthyMineralsAreAtRest(t *testing.T) {
	for _, who := range []Person{woman, man} {
		m := newMinerals(who, restEstradiol, nil)
		dy := make([]float64, len(m.y))
		m.derive(0, m.y, dy)
		for i, name := range m.names() {
			if !cumulative[name] {
				require.InDelta(t, 0, dy[i], 1e-12*math.Max(1, m.y[i]), name)
			}
		}
	}
}

func TestRestIsThatOfHealthyAdults(t *testing.T) {
	l := newMinerals(woman, restEstradiol, nil).hours(24, nil)
	const mgPerDay = 24 * molarCalcium
	for _, test := range []struct {
		name           string
		got, low, high float64
	}{
		{"total calcium mg/dL", l.Calcium * molarCalcium / 10, 9.35, 9.45},
		{"ionised calcium mM", l.Ionised, 1.2499, 1.2501},
		{"phosphate mM", l.Phosphate, 1.1999, 1.2001},
		{"PTH pM", l.PTH, 3.8499, 3.8501},
		{"calcitriol pM", l.Calcitriol, 89.99, 90.01},
		{"25(OH)D nM", l.VitaminD, 74.99, 75.01},
		{"absorbed mg/d", l.CalciumAbsorbed * mgPerDay, 350, 400},
		{"secreted mg/d", l.CalciumSecreted * mgPerDay, 200, 250},
		{"net absorbed mg/d", (l.CalciumAbsorbed - l.CalciumSecreted) * mgPerDay, 150, 200},
		{"filtered mg/d", l.CalciumFiltered * mgPerDay, 9000, 11000},
		{"urine mg/d", l.CalciumUrine * mgPerDay, 150, 200},
		{"reabsorbed share", 1 - l.CalciumUrine/l.CalciumFiltered, 0.975, 0.985},
		{"phosphorus in urine mg/d", l.PhosphateUrine * 24 * molarPhosphorus, 700, 900},
		{"TmP/GFR mM", l.PhosphateThreshold, 0.8, 1.35},
	} {
		require.GreaterOrEqual(t, test.got, test.low, test.name)
		require.LessOrEqual(t, test.got, test.high, test.name)
	}
}

// With oestradiol of his own, and with hardly any, the body settles in the
// reference intervals.
func TestMenAndOldWomenSettleInTheIntervals(t *testing.T) {
	for _, test := range []struct {
		who       Person
		estradiol float64
	}{{man, 2}, {woman, 0.5}} {
		l := newMinerals(test.who, test.estradiol, nil).hours(120*24, nil)
		require.InDelta(t, 9.4, l.Calcium*molarCalcium/10, 0.2)
		require.InDelta(t, restPTH, l.PTH, 0.1*restPTH)
		require.Greater(t, l.PTH, restPTH) // oestradiol spares calcium in the kidney
		require.Greater(t, l.CalciumUrine, restUrine)
	}
}

// balance returns the calcium in the pools less what came in, plus what went out.
func (m *minerals) balance() float64 {
	pools := m.state("calcium.serum") + m.state("calcium.surface") + m.state("gut.lumen")
	gains := m.state("gut.eaten") + m.state("calcium.freed") + m.state("calcium.infused")
	return pools - gains + m.state("gut.faeces") + m.state("kidney.urine") + m.state("calcium.laid")
}

// Whatever happens, no calcium is made or lost.
func TestCalciumBalanceCloses(t *testing.T) {
	m := newMinerals(woman, restEstradiol, func(m *minerals) { m.Kidney.GFR, m.Diet.Calcium, m.PTH.Mass = 40, 500, 3 })
	m.skeleton = func(l *Levels) Bone {
		return Bone{Resorption: remodelling * (1 + l.PTH1R/restPTH) / 2, Formation: remodelling, Taken: 0.2 * remodelling}
	}
	m.dose = func(t float64) (d drug.Ports) {
		hour := hourOf(t)
		switch {
		case hour < 1:
			d[drug.CalciumOral] = 25
		case hour < 6:
			d[drug.CalciumChelator] = 2
		case hour < 8:
			d[drug.CalciumIV] = 3
		case hour < 12:
			d[drug.PTH1R] = 40
		}
		return d
	}
	before := m.balance()
	m.hours(100*24, nil)
	require.Greater(t, m.state("gut.eaten"), 1000.0)
	require.InDelta(t, before, m.balance(), 1e-6*before)
}

// The same holds in the stiff solver of the body.
func TestCalciumBalanceClosesInTheBody(t *testing.T) {
	b := young(t, func(p *Params) {
		p.Treatment.Plan = "teriparatide 20 ug subcutaneous daily; calcium 1000 mg oral daily; calcitonin 100 IU subcutaneous daily"
	})
	sum := func() (total float64) {
		sign := map[string]float64{"calcium.serum": 1, "calcium.surface": 1, "gut.lumen": 1, "gut.eaten": -1, "calcium.freed": -1,
			"calcium.infused": -1, "gut.faeces": 1, "kidney.urine": 1, "calcium.laid": 1}
		at := 0
		for i, spec := range Catalogue {
			for _, s := range spec.bind(b.params.Axes[i], b.params.Person).states(b.params.Person) {
				total += sign[s.name] * b.y[at]
				at++
			}
		}
		return total
	}
	before := sum()
	require.InDelta(t, 136, before, 5) // 33 mmol in serum, 100 on bone, 3 in the gut
	hours(t, b, 30*24)
	require.InDelta(t, before, sum(), 1e-6*before)
}

// BenchmarkMinerals is one evaluation of all mineral axes.
func BenchmarkMinerals(b *testing.B) {
	m := newMinerals(woman, restEstradiol, nil)
	dy := make([]float64, len(m.y))
	for b.Loop() {
		m.derive(0, m.y, dy)
	}
}
