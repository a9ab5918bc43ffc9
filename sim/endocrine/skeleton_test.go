package endocrine

import (
	"testing"

	"github.com/stretchr/testify/require"

	"trabecula/sim/unit"
)

// axisOf returns the parameters of a kind of axis.
func axisOf[P any](p *Params) *P {
	for _, a := range p.Axes {
		if own, ok := a.(*P); ok {
			return own
		}
	}
	panic("no such axis")
}

// turned lives through days and returns the mean turnover of the last so many.
func turned(t *testing.T, b *Body, days, last int) (mean Turnover) {
	t.Helper()
	hours(t, b, 24*(days-last))
	for range 24 * last {
		hours(t, b, 1)
		now := b.Turnover()
		mean.Resorption += now.Resorption / float64(24*last)
		mean.Formation += now.Formation / float64(24*last)
	}
	return mean
}

// What is done at a site in the steady state is inflow pace (1 + idle) / (pace + left).
func TestSitesAreWorkedOffOrLeft(t *testing.T) {
	for _, c := range []struct{ inflow, pace, left, done float64 }{
		{1, 1, 0.25, 1}, {2, 1, 0.25, 2}, {1, 1000, 0.25, 1.25}, {1, 0.5, 0.25, 0.5 * 1.25 / 0.75}, {1, 1, 1, 1.25 / 2},
	} {
		pool := 1.0
		for range 2000 {
			pool = site(pool, c.inflow, c.pace, c.left, 0.25, 100, 10)
		}
		require.InEpsilon(t, c.done, pool*c.pace, 1e-3)
	}
	require.InDelta(t, 0.5, site(1, 0, 1, 0.25, 0.25, 100, 100*0.6931472), 1e-6)
}

// Formation follows resorption, whatever has moved it: 2-3 times in
// hyperthyroidism (Mosekilde 1978, recalled), below health without the pituitary's
// growth hormone and in old men.
func TestFormationFollowsResorption(t *testing.T) {
	for _, c := range []struct {
		name      string
		set       func(*Params)
		low, high float64 // of resorption
	}{
		{"health", func(*Params) {}, 0.9, 1.1},
		{"hyperthyroidism", func(p *Params) { axisOf[ThyroidParams](p).Autonomy = 2.5 }, 1.5, 3},
		{"old man", func(p *Params) { p.Person.Sex, p.Person.Age = "male", 80 }, 0.4, 1},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			b := young(t, c.set)
			mean := turned(t, b, 600, 56)
			require.Greater(t, mean.Resorption, c.low)
			require.Less(t, mean.Resorption, c.high)
			require.InEpsilon(t, mean.Resorption, mean.Formation, 0.15)
		})
	}
}

// An antibody against sclerostin raises formation at once and resorption falls; after
// a year formation is at most what it was (Cosman 2016, recalled).
func TestRomosozumabFormsAndWanes(t *testing.T) {
	b := young(t, func(p *Params) {
		p.Treatment.Plan = "romosozumab 210 mg subcutaneous monthly times 12 from 1 d"
	})
	early := turned(t, b, 21, 7)
	require.Greater(t, early.Formation, 1.3)
	require.Less(t, early.Resorption, 0.9)
	late := turned(t, b, 340, 28)
	require.Less(t, late.Formation, 1.05)
	require.Less(t, late.Resorption, 0.8)
}

// An infusion of zoledronate lowers resorption to less than half for a year
// (HORIZON, Black 2007, recalled), and some of that is left after three (Grey 2012,
// recalled); formation follows late.
func TestZoledronateLastsForYears(t *testing.T) {
	b := young(t, func(p *Params) { p.Treatment.Plan = "zoledronate 5 mg intravenous once at 1 d" })
	month := turned(t, b, 28, 7)
	require.Less(t, month.Resorption, 0.5)
	require.Greater(t, month.Formation, month.Resorption)
	year := turned(t, b, 337, 28)
	require.Less(t, year.Resorption, 0.6)
	require.InDelta(t, year.Resorption, year.Formation, 0.15)
	require.InDelta(t, 0.8, turned(t, b, 730, 28).Resorption, 0.2)
}

// A section's uptake already contains the supply of mineral, that of the rest does
// not.
func TestSupplyTellsOnTheRestOnly(t *testing.T) {
	b := Bone{Formation: 6, Taken: 2}
	require.Equal(t, 8.0, b.Laid(1))
	require.Equal(t, 5.0, b.Laid(0.5))
}

// Without sun and with 40 IU a day for years 25(OH)D is below 12 nM: PTH is raised 2-5
// times, phosphate is low, calcium is about what it is in health, and mineral is short. At 30
// nM hardly anything but PTH moves, by a fifth.
func TestVitaminDDeficiencyStarvesBone(t *testing.T) {
	deficient := func(intake, sun float64) Levels {
		b := young(t, func(p *Params) {
			d := axisOf[VitaminDParams](p)
			d.Intake, d.Sun = intake, sun
		})
		hours(t, b, int(3*unit.Year))
		return b.Levels()
	}
	severe := deficient(40, 0)
	require.Less(t, severe.VitaminD, 12.0)
	require.Greater(t, severe.PTH, 1.9*restPTH)
	require.Less(t, severe.PTH, 5*restPTH)
	require.Less(t, severe.Phosphate, 0.85*restPhosphate)
	require.Less(t, severe.Calcium, 1.01*restCalcium)
	require.Less(t, severe.Mineralisation, 0.92)
	mild := deficient(200, 12)
	require.InDelta(t, 30, mild.VitaminD, 4)
	require.InDelta(t, 1.25*restPTH, mild.PTH, 0.2*restPTH)
	require.Greater(t, mild.Mineralisation, 0.94)
}
