package validate

import (
	"math"
	"testing"

	"github.com/stretchr/testify/require"

	"trabecula/sim/unit"
)

func TestAcceptedIntervals(t *testing.T) {
	for _, c := range []struct {
		strength  Strength
		transform Transform
		by        By
		published string
		low, high float64
	}{
		{Spread, Change, "", "5.0 (4.5..5.5)", 4.5, 5.5},
		{Spread, Mean, "", "3.1 +/- 1.3 SD", 1.8, 4.4},
		{Spread, Change, "", "-4.0 +/- 1.5 SE", -7, -1},
		{Spread, Mean, "", "in 0.02..0.933", 0.02, 0.933},
		{Number, Change, "", "-10", -13, -7},
		{Number, Change, "", "4.4..10", 4.4 * 0.7, 13},
		{Number, Change, "", "-20..-10", -26, -7},
		{Number, Mean, "", "0.13", 0.091, 0.169},
		{Number, Percent, "", "10", -17, 37},        // a change of -90 %, within 27
		{Number, Percent, "", "250..320", 205, 386}, // +150 less 45, +220 and 66
		{Number, Mean, Ratio, "1.85", 1.595, 2.105}, // +0.85, within 0.255
		{Number, Mean, Excess, "-50", -65, -35},
		{Number, Percent, Difference, "-50", -65, -35},
		{Number, Rate, "", "in -1..1", -1, 1},
		{Direction, Change, "", "> 0", 0, math.Inf(1)},
		{Direction, Percent, "", "< 33", math.Inf(-1), 33},
	} {
		target := Target{Strength: c.strength, Transform: c.transform}
		if c.by != "" {
			target.Control = &Control{By: c.by}
		}
		p := Point{Published: c.published}
		require.NoError(t, target.value(&p))
		require.InDelta(t, 0, diff(c.low, p.Low), 1e-12, c.published)
		require.InDelta(t, 0, diff(c.high, p.High), 1e-12, c.published)
	}
}

// diff is a - b, 0 for equal infinities.
func diff(a, b float64) float64 {
	if a == b {
		return 0
	}
	return a - b
}

func TestImpossiblePointsAreRefused(t *testing.T) {
	for published, strength := range map[string]Strength{"0": Number, "2..1": Number, "3 (4..5)": Spread, "5": Direction, "3 +/- 1": Spread, "> 1": Number} {
		target := Target{Strength: strength, Transform: Change}
		require.Error(t, target.value(&Point{Published: published}), published)
	}
}

func TestDirectionNeedsTwoStandardErrors(t *testing.T) {
	up := Point{Value: 1, Sign: 1}
	require.True(t, up.admits(2, 0.49))
	require.False(t, up.admits(2, 0.5), "exactly two is not more than two")
	require.False(t, up.admits(0, 0.1))
	down := Point{Value: 1, Sign: -1}
	require.True(t, down.admits(0, 0.49))
	require.False(t, down.admits(2, 0.1))
	interval := Point{Low: 1, High: 2}
	require.True(t, interval.admits(1, 9), "an interval asks for the mean alone")
	require.True(t, interval.admits(2, 9))
	require.False(t, interval.admits(2.01, 9))
	require.InDelta(t, 3, interval.distance(3), 1e-12)
	require.True(t, math.IsNaN(up.distance(3)))
}

func TestTimesOfPoints(t *testing.T) {
	f := &faults{}
	from, to := span(text{string: "12 months"}, "points", 30*unit.Day, f)
	require.Equal(t, 12*unit.Month, to)
	require.Equal(t, 12*unit.Month-30*unit.Day, from)
	from, to = span(text{string: "-1..0.5 years"}, "points", 0, f)
	require.Equal(t, []float64{-unit.Year, 0.5 * unit.Year}, []float64{from, to})
	from, to = span(text{string: "28 d..2 months"}, "points", 0, f)
	require.Equal(t, []float64{28 * unit.Day, 2 * unit.Month}, []float64{from, to})
	require.NoError(t, f.err())
}

// made returns trials whose two seeds follow given lines: value at day 0 and slope
// a day, in two arms that last 40 days and count from day 20.
func made(lines map[job][2]float64) (*Library, *Trials) {
	l := &Library{Arms: []Arm{{Name: "a", Start: 20 * unit.Day, Until: 40 * unit.Day}, {Name: "c", Start: 20 * unit.Day, Until: 40 * unit.Day}}}
	t := &Trials{Seeds: 2, courses: map[job]*Course{}}
	for j, line := range lines {
		c := &Course{names: []string{"bmd_tv"}, columns: [][]float64{nil}}
		for day := range 41 {
			c.Days = append(c.Days, float64(day))
			c.columns[0] = append(c.columns[0], line[0]+line[1]*float64(day))
		}
		t.courses[j] = c
	}
	return l, t
}

// One day's window, so that the values are those of the lines.
func TestEstimatesByHand(t *testing.T) {
	l, trials := made(map[job][2]float64{{"a", 1}: {10, 1}, {"a", 2}: {30, 0}, {"c", 1}: {10, 0}, {"c", 2}: {10, 0.5}})
	day := unit.Day
	target := Target{Arm: "a", Column: "bmd_tv", Transform: Mean, Baseline: day, Window: day}
	at := Point{From: 19 * day, To: 20 * day} // day 40: 50 and 30; day 20: 30 and 30
	require.Equal(t, Estimate{40, 10, 2}, l.estimate(target, at, trials))
	target.Transform = Change // 100 (40/30 - 1); leaving one out: 0 and 66.7
	e := l.estimate(target, at, trials)
	require.InDelta(t, 100.0/3, e.Mean, 1e-9)
	require.InDelta(t, 100.0/3, e.SE, 1e-9)
	target.Transform = Percent
	require.InDelta(t, 400.0/3, l.estimate(target, at, trials).Mean, 1e-9)
	target.Transform = Rate // from day 30 (35) to day 40 (40)
	require.InDelta(t, 100*(40.0/35-1)/(10.0/365.25), l.estimate(target, Point{From: 10 * day, To: 20 * day}, trials).Mean, 1e-9)
	target.Transform, target.Control = Mean, &Control{Arm: "c", Own: true, By: Ratio} // control: 10 and 30
	require.InDelta(t, 2, l.estimate(target, at, trials).Mean, 1e-9)
	target.Control.By = Excess
	require.InDelta(t, 100, l.estimate(target, at, trials).Mean, 1e-9)
	target.Control.By = Difference
	require.Equal(t, Estimate{20, 20, 2}, l.estimate(target, at, trials), "differences of 40 and 0")
	target.Control = &Control{Arm: "a", From: -1 * day, To: 0, By: Difference} // itself on day 20
	require.Equal(t, Estimate{10, 10, 2}, l.estimate(target, at, trials))
}

func TestWhatIsMissing(t *testing.T) {
	l, trials := made(map[job][2]float64{{"a", 1}: {10, 1}})
	target := Target{Row: "r", Arm: "a", Column: "bmd_tv", Transform: Mean, Window: unit.Day, Strength: Direction}
	at := Point{From: 0, To: unit.Day, Sign: 1}
	require.Equal(t, Missing, l.score(target, at, trials).Verdict, "one seed has no standard error")
	target.Strength = Spread
	require.Equal(t, In, l.score(target, Point{To: unit.Day, Low: 30, High: 32}, trials).Verdict)
	l.Misses = []Miss{{"r", "why"}}
	target.Points = []Point{{To: unit.Day, Low: 1, High: 2}}
	l.Targets = []Target{target}
	scores := l.Score(trials)
	require.Equal(t, Out, scores[0].Verdict)
	require.Equal(t, "why", scores[0].Reason)
	target.Arm = "c"
	require.Equal(t, Missing, l.score(target, Point{To: unit.Day, Low: 30, High: 32}, trials).Verdict)
	require.Equal(t, Tally{0, 1, 0}, Count(scores, func(Score) bool { return true }))
}
