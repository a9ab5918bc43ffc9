package ode

import (
	"math"
	"testing"

	"github.com/stretchr/testify/require"
)

// furthest returns the largest difference relative to want.
func furthest(want, got []float64) (most float64) {
	for i, v := range want {
		most = max(most, math.Abs(got[i]-v)/math.Abs(v))
	}
	return most
}

// days returns the states of the synthetic body from start after two days in
// calls of so many hours.
func days(t *testing.T, relative, hours float64, start []float64) []float64 {
	t.Helper()
	scale := make([]float64, len(start))
	for i := range scale {
		scale[i] = 1
	}
	o, y := New(synthetic, scale, defaults(relative)), append([]float64{}, start...)
	for k := 0.0; k*hours < 48; k++ {
		require.NoError(t, o.Advance(k*hours, (k+1)*hours, y, nil))
	}
	return y
}

func TestErrorFollowsTheTolerance(t *testing.T) {
	_, start := body(t, defaults(1e-6))
	want := days(t, 1e-9, 48, start)
	last := math.Inf(1)
	for _, relative := range []float64{1e-3, 1e-4, 1e-5, 1e-6, 1e-7, 1e-8} {
		fault := furthest(want, days(t, relative, 48, start))
		require.Less(t, fault, relative)
		require.Less(t, fault, last/3)
		last = fault
	}
}

func TestCallsMayBeAnyLength(t *testing.T) {
	_, start := body(t, defaults(1e-6))
	want := days(t, 1e-9, 48, start)
	for _, hours := range []float64{0.1, 1, 7, 24} {
		end := math.Ceil(48/hours) * hours
		if end != 48 {
			continue
		}
		require.Less(t, furthest(want, days(t, 1e-4, hours, start)), 2e-4, "by %g h", hours)
	}
}

func TestEndIsHitExactlyWithoutSlivers(t *testing.T) {
	f := func(t float64, y, dy []float64) { dy[0] = -y[0] * (1 + math.Sin(t)) }
	for _, end := range []float64{0.1, 1, math.Pi, 17.3, 1e3 / 3.0} {
		o, y := New(f, []float64{1}, defaults(1e-4)), []float64{1}
		o.SetStep(0.3)
		last, length, cut := 0.0, 0.0, 0.0
		require.NoError(t, o.Advance(0, end, y, func(t float64, _ []float64) {
			cut = (t - last) / length
			length, last = t-last, t
		}))
		require.Equal(t, end, last)
		require.Greater(t, cut, 0.45, "the last step, of the one before")
	}
}

func TestFitNeverLeavesASliver(t *testing.T) {
	for left := 0.01; left < 5; left += 0.01 {
		h := fit(1, 1.05, left)
		require.LessOrEqual(t, h, 1.05)
		if rest := left - h; rest != 0 {
			require.GreaterOrEqual(t, rest, 0.5, "left %g", left)
		}
	}
}

func TestAStepCutShortDoesNotShortenTheNext(t *testing.T) {
	f := func(_ float64, y, dy []float64) { dy[0] = -y[0] / 100 }
	o, y := New(f, []float64{1}, defaults(1e-4)), []float64{1}
	require.NoError(t, o.Advance(0, 100, y, nil))
	long := o.Step()
	require.NoError(t, o.Advance(100, 100.001, y, nil))
	require.Equal(t, long, o.Step())
	require.LessOrEqual(t, long, 6.0, "step limit")
}

func TestStepsOfNoLengthDoNothing(t *testing.T) {
	o, y := New(synthetic, ones(50), defaults(1e-4)), ones(50)
	require.NoError(t, o.Advance(3, 3, y, func(float64, []float64) { t.Error("observed") }))
	require.Equal(t, ones(50), y)
	require.Zero(t, o.Step())
}

func ones(n int) []float64 {
	v := make([]float64, n)
	for i := range v {
		v[i] = 1
	}
	return v
}

// TestOnlyTheStepIsRemembered continues a run in a new solver, bit for bit.
func TestOnlyTheStepIsRemembered(t *testing.T) {
	o, y := body(t, defaults(1e-4))
	require.NoError(t, o.Advance(0, 5, y, nil))
	p, z := New(synthetic, ones(50), defaults(1e-4)), append([]float64{}, y...)
	p.SetStep(o.Step())
	for k := 5.0; k < 12; k++ {
		require.NoError(t, o.Advance(k, k+1, y, nil))
		require.NoError(t, p.Advance(k, k+1, z, nil))
		require.Equal(t, y, z)
		require.Equal(t, o.Step(), p.Step())
	}
}

func TestNothingIsAllocatedAfterNew(t *testing.T) {
	o, y := body(t, defaults(1e-4))
	hour := 0.0
	observe := func(float64, []float64) {}
	require.Zero(t, testing.AllocsPerRun(50, func() {
		if o.Advance(hour, hour+1, y, observe) != nil {
			t.Fail()
		}
		hour++
	}))
}

func TestASuddenDoseIsFollowed(t *testing.T) {
	f := func(_ float64, y, dy []float64) { // absorbed with 2 min, cleared with 1 h
		dy[0] = -30 * y[0]
		dy[1] = 30*y[0] - y[1]
	}
	o, y := New(f, []float64{1, 1}, defaults(1e-4)), []float64{0, 0}
	require.NoError(t, o.Advance(0, 24, y, nil))
	require.GreaterOrEqual(t, o.Step(), 5.0, "at rest")
	y[0] = 1
	require.NoError(t, o.Advance(24, 24.1, y, nil))
	require.InDelta(t, 30./29*(math.Exp(-0.1)-math.Exp(-3)), y[1], 1e-4)
}
