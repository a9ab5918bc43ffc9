package drug

import (
	"math"
	"slices"
	"testing"

	"github.com/stretchr/testify/require"

	"trabecula/sim/rng"
)

const years = 8766.0 // hours in one

// doses walks a plan of one injected drug from event to event, as a body does, and
// returns when the depot got a dose.
func doses(t *testing.T, plan string, end float64) (times []float64) {
	g := newRig(t, plan, 1)
	w := &g.r.drugs[0].ways[0]
	if g.y[w.depot] > 0 {
		times = append(times, 0)
	}
	for at := g.r.Next(0); at < end; at = g.r.Next(at) {
		before := g.y[w.depot]
		g.r.Dose(at, g.y)
		switch n := (g.y[w.depot] - before) / w.courses[0].amount; {
		case n > 1.5:
			t.Fatalf("%s: %g doses at %g h", plan, n, at)
		case n > 0.5:
			times = append(times, at)
		}
	}
	return times
}

// every lists times from a first one.
func every(first, interval, end float64) (times []float64) {
	for k := 0; first+float64(k)*interval < end; k++ {
		times = append(times, first+float64(k)*interval)
	}
	return times
}

// without drops the times from a until before b.
func without(times []float64, a, b float64) []float64 {
	return slices.DeleteFunc(times, func(t float64) bool { return a <= t && t < b })
}

func TestDosesFallWhereThePlanSays(t *testing.T) {
	const end = 30 * years
	for _, c := range []struct {
		plan string
		want []float64
	}{
		{"teriparatide 20 ug sc daily", every(8, 24, end)},
		{"teriparatide 20 ug sc daily at 00:00", every(0, 24, end)},
		{"teriparatide 20 ug sc daily at 21:30", every(21.5, 24, end)},
		{"teriparatide 20 ug sc daily from 1y to 3y", every(8766+2, 24, 3*years)}, // the year ends at 06:00
		{"teriparatide 20 ug sc daily from 1y for 2y", every(8766+2, 24, 3*years)},
		{"teriparatide 20 ug sc daily from 10h", every(32, 24, end)},
		{"teriparatide 20 ug sc daily to 8h", nil},
		{"teriparatide 20 ug sc daily to 9h", []float64{8}},
		{"teriparatide 20 ug sc daily times 4", every(8, 24, 4*24)},
		{"teriparatide 20 ug sc every 2 weeks", every(8, 336, end)},
		{"teriparatide 20 ug sc q12h", every(8, 12, end)},
		{"teriparatide 20 ug sc 3 times daily", every(8, 8, end)},
		{"teriparatide 20 ug sc every 90 min from 0 d", every(8, 1.5, end)},
		{"teriparatide 20 ug sc daily pause from 1y to 3y", without(every(8, 24, end), years, 3*years)},
		{"teriparatide 20 ug sc daily pause from 10d to 20d pause from 20d to 25d", without(every(8, 24, end), 240, 600)},
		{"teriparatide 20 ug sc daily times 40 pause from 10d to 20d", without(every(8, 24, 50*24), 240, 480)},
		{"teriparatide 20 ug sc once at 30d", []float64{720}},
		{"teriparatide 20 ug sc at 30d", []float64{720}},
		{"teriparatide 20 ug sc once", []float64{8}},
		{"teriparatide 20 ug sc once at 20:00 from 30d", []float64{740}},
		{"teriparatide 20 ug sc once at 0 d", []float64{0}},
	} {
		require.Equal(t, c.want, doses(t, c.plan, end), c.plan)
	}
}

// TestMonthsKeepTheTimeOfDay: 30 years of half-yearly injections are 60, each at
// eight in the morning of the day the half-year ends or the next.
func TestMonthsKeepTheTimeOfDay(t *testing.T) {
	got := doses(t, "denosumab 60 mg every 6 months", 30*years)
	require.Len(t, got, 60)
	for k, at := range got {
		require.Equal(t, 8.0, math.Mod(at, 24))
		require.GreaterOrEqual(t, at, float64(k)*4383)
		require.Less(t, at, float64(k)*4383+24)
	}
}

func TestCycles(t *testing.T) {
	got := doses(t, "progesterone 200 mg oral daily for 12 days every 28 days from 56 d times 30", 30*years)
	var want []float64
	for cycle := range 3 {
		for day := range 12 {
			want = append(want, 56*24+float64(cycle)*28*24+float64(day)*24+8)
		}
	}
	require.Equal(t, want[:30], got)
}

// TestNextNeedsNoHistory asks at any time and finds the same events as one who
// walked: nothing is kept between calls, so a run that is resumed misses nothing.
func TestNextNeedsNoHistory(t *testing.T) {
	for _, plan := range []string{
		"teriparatide 20 ug sc daily from 100d to 2y pause from 1y to 500d; zoledronate 5 mg iv yearly",
		"estradiol 50 ug/d transdermal from 10d for 21d every 28d pause from 60d to 64d; progesterone 200 mg oral daily at 22:00 for 12d every 28d",
		"testosterone gel 50 mg transdermal daily at 07:00; leuprorelin 7.5 mg im q28d times 5",
		"calcium 500 mg oral tid at 06:20; GH 0.4 mg sc daily at 22:00; infliximab 3 mg/kg iv q8w from 500 min",
	} {
		g := newRig(t, plan, 1)
		var events []float64
		for at := g.r.Next(-1); at < 3*years; at = g.r.Next(at) {
			events = append(events, at)
		}
		require.True(t, slices.IsSorted(events))
		require.Len(t, slices.Compact(slices.Clone(events)), len(events))
		require.Greater(t, len(events), 25)
		random := rng.At(1, 0, 0, 0)
		for range 3000 {
			at := random.Float64() * 2.9 * years
			if random.Chance(0.3) { // exactly at an event, or as near as can be
				at = events[random.IntN(len(events)-1)]
				if random.Chance(0.5) {
					at = math.Nextafter(at, 0)
				}
			}
			i, _ := slices.BinarySearch(events, math.Nextafter(at, math.Inf(1)))
			if i < len(events) {
				require.Equal(t, events[i], g.r.Next(at), "%s after %v", plan, at)
			}
		}
	}
}

// TestRatesStartAndStopExactly: rates are what the plan says just after every
// event, and exactly 0 in the end, whatever was added before.
func TestRatesStartAndStopExactly(t *testing.T) {
	g := newRig(t, "estradiol 0.1 mg/d transdermal from 1d to 40d for 3d every 10d pause from 21d to 22d", 1)
	w := &g.r.drugs[0].ways[0]
	on := map[float64]bool{24: true, 96: false, 264: true, 336: false, 504: false, 528: true, 576: false, 744: true, 816: false} // the third begins paused
	rate := w.courses[0].amount
	for at := g.r.Next(0); !math.IsInf(at, 1); at = g.r.Next(at) {
		g.r.Dose(at, g.y)
		if want, named := on[at]; named {
			require.Equal(t, want, g.y[w.rate] == rate, "at %g h", at)
			delete(on, at)
		}
		require.True(t, g.y[w.rate] == 0 || g.y[w.rate] == rate)
	}
	require.Empty(t, on)
	require.Equal(t, 0.0, g.y[w.rate])
}

// TestReleasesOverlap: depots that last longer than the interval add up.
func TestReleasesOverlap(t *testing.T) {
	g := newRig(t, "leuprorelin 7.5 mg im over 28 d every 2 weeks times 3", 1)
	w := &g.r.drugs[0].ways[0]
	one := w.courses[0].amount / (28 * 24)
	var got []float64
	for at := g.r.Next(0); !math.IsInf(at, 1); at = g.r.Next(at) {
		g.r.Dose(at, g.y)
		got = append(got, at, g.y[w.rate]/one)
	}
	require.Equal(t, []float64{8, 1, 344, 2, 680, 2, 1016, 1, 1352, 0}, got)
}

func TestOnlyDrugsInThePlanHaveStates(t *testing.T) {
	r, err := NewRegimen(Defaults(), nil, 65)
	require.NoError(t, err)
	require.Empty(t, r.States())
	require.Equal(t, math.Inf(1), r.Next(0))
	require.Equal(t, Ports{}, r.Publish(nil))
	g := newRig(t, "denosumab 60 mg q6m", 1)
	names := []string{}
	for _, s := range g.r.States() {
		require.Positive(t, s.Scale)
		names = append(names, s.Name)
	}
	require.Equal(t, []string{"denosumab.plasma", "denosumab.peripheral", "denosumab.subcutaneous.depot"}, names)
}
