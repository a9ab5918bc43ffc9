package ode

import (
	"math"
	"testing"

	"github.com/stretchr/testify/require"
)

func TestAdvanceNamesWhatCannotBeFollowed(t *testing.T) {
	still := func(_ float64, _, dy []float64) { clear(dy) }
	explode := func(_ float64, y, dy []float64) { dy[0], dy[1] = -y[0], y[1]*y[1] } // 1/(1-t)
	wall := func(t float64, y, dy []float64) {                                      // ends at t = 2
		dy[0], dy[1] = math.Sqrt(2-t)-y[0], -y[1]
	}
	gap := func(t float64, y, dy []float64) {
		dy[0], dy[1] = -y[0], -y[1]
		if t >= 3 {
			dy[1] = math.NaN()
		}
	}
	hasty := defaults(1e-4)
	hasty.MaxSteps = 3
	for name, c := range map[string]struct {
		f       Func
		from    float64
		y       []float64
		s       Settings
		want    string
		reached float64
	}{
		"state":     {still, 1.5, []float64{1, math.NaN()}, defaults(1e-4), "ode: at t = 1.5 h: state 1 is NaN", 0},
		"infinite":  {still, 1.5, []float64{math.Inf(-1), 1}, defaults(1e-4), "ode: at t = 1.5 h: state 0 is -Inf", 0},
		"rate":      {gap, 3.2, []float64{1, 1}, defaults(1e-4), "ode: at t = 3.2 h: state 1 changes by NaN per hour", 0},
		"explosion": {explode, 0, []float64{1, 1}, defaults(1e-4), "state 1 cannot be followed", 1},
		"wall":      {wall, 0, []float64{1, 1}, defaults(1e-4), "state 0 cannot be followed", 2},
		"gap":       {gap, 0, []float64{1, 1}, defaults(1e-4), "state 1 cannot be followed", 3},
		"hasty":     {explode, 0, []float64{1, 1}, hasty, "3 steps were not enough to reach 10 h", 0},
		"backwards": {still, 11, []float64{1, 1}, defaults(1e-4), "ode: from t = 11 h to 10 h", 0},
		"no time":   {still, math.NaN(), []float64{1, 1}, defaults(1e-4), "ode: from t = NaN h", 0},
	} {
		t.Run(name, func(t *testing.T) {
			last := 0.0
			err := New(c.f, []float64{1, 1}, c.s).Advance(c.from, 10, c.y, func(t float64, _ []float64) { last = t })
			require.ErrorContains(t, err, c.want)
			require.Regexp(t, `^ode: (at|from) t = `, err.Error())
			if c.reached > 0 {
				require.InDelta(t, c.reached, last, 1e-3)
			}
		})
	}
}

func TestNewPanicsOnBugs(t *testing.T) {
	f := func(_ float64, _, dy []float64) { clear(dy) }
	for _, scale := range []float64{0, -1, math.NaN(), math.Inf(1)} {
		require.Panics(t, func() { New(f, []float64{1, scale}, defaults(1e-4)) })
	}
	require.Panics(t, func() { New(f, []float64{1}, Settings{}) })
	require.Panics(t, func() { _ = New(f, []float64{1}, defaults(1e-4)).Advance(0, 1, []float64{1, 2}, nil) })
}

// TestAStepIsTriedShorterWhereThereAreNoRates passes close to where the rates end.
func TestAStepIsTriedShorterWhereThereAreNoRates(t *testing.T) {
	f := func(_ float64, y, dy []float64) { dy[0] = -math.Sqrt(y[0]) } // (1 - t/2)^2
	o, y := New(f, []float64{1}, defaults(1e-4)), []float64{1}
	o.SetStep(6)
	require.NoError(t, o.Advance(0, 1.99, y, nil))
	require.InDelta(t, 0.005*0.005, y[0], 1e-4)
}
