package sweep

import (
	"context"
	"math"
	"path/filepath"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"trabecula/sim/run"
	"trabecula/sim/scenario"
)

func TestEstimateIsMeanAndStandardError(t *testing.T) {
	e := estimate([]float64{1, 2, 3, 4})
	require.InDelta(t, 2.5, e.Mean, 1e-12)
	require.InDelta(t, math.Sqrt(5.0/3/4), e.SE, 1e-12)
	require.Equal(t, "2.50 +/- 0.65", e.String())
	require.True(t, math.IsNaN(estimate([]float64{1}).SE), "one value tells nothing of its error")
}

func tiny(t *testing.T, sets ...string) *run.Config {
	t.Helper()
	c, _, err := run.Load("healthy", append([]string{"section.width=0.4mm", "section.height=0.4mm", "section.pixel=10um",
		"time.step=4h", "time.until=8d"}, sets...))
	require.NoError(t, err)
	return c
}

func TestBaselineDoesNotDependOnJobs(t *testing.T) {
	c := tiny(t, "random.seed=40")
	one, err := Baseline(context.Background(), c, Options{Seeds: 4, Jobs: 1})
	require.NoError(t, err)
	told := 0
	three, err := Baseline(context.Background(), c, Options{Seeds: 4, Jobs: 3, Report: func(Result) { told++ }})
	require.NoError(t, err)
	require.Equal(t, 4, told)
	require.Equal(t, one.Drift, three.Drift)
	for i, r := range three.Results {
		require.EqualValues(t, 40+i, r.Seed, "in the order of the seeds")
		require.Equal(t, one.Results[i].End, r.End)
	}
	require.EqualValues(t, 40, c.Random.Seed, "the configuration is left as it was")
	require.Greater(t, len(three.Scores), 30)
	for i, s := range three.Scores {
		require.Equal(t, s.Record(), one.Scores[i].Record())
		require.Equal(t, "A-healthy", s.Group)
	}
}

// What the sweep says of a seed is what a run folder of that seed shows.
func TestBaselineIsTheRun(t *testing.T) {
	c := tiny(t)
	out, err := Baseline(context.Background(), c, Options{Seeds: 1, Jobs: 1})
	require.NoError(t, err)
	p, err := run.Prepare(c, scenario.Scenario{Name: "tiny"}, filepath.Join(t.TempDir(), "run"), run.Options{Clock: func() time.Time { return time.Time{} }})
	require.NoError(t, err)
	sum, err := p.Run(context.Background())
	require.NoError(t, err)
	r := out.Results[0]
	require.Equal(t, sum.First["bv_tv"], r.Start)
	require.Equal(t, sum.Last["bv_tv"], r.End)
	require.InDelta(t, 100*(r.End/r.Start-1)/(8/365.25), r.Drift, 1e-9)
}

func TestBaselineReportsFaultsAndStops(t *testing.T) {
	ctx, stop := context.WithCancel(context.Background())
	stop()
	_, err := Baseline(ctx, tiny(t), Options{Seeds: 2, Jobs: 2})
	require.ErrorIs(t, err, context.Canceled)
	require.ErrorContains(t, err, "seed 2: ")
	_, err = Baseline(context.Background(), tiny(t, "section.image=none.png", "section.pixel_size=3um"), Options{Seeds: 1})
	require.ErrorAs(t, err, &run.BadInput{})
}
