package run

import (
	"bytes"
	"context"
	"io"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/require"

	"trabecula/sim"
	"trabecula/sim/scenario"
)

// turned is a small run in which causes change on days 2, 3 to 5 and 6.
func turned(t testing.TB) (*Config, scenario.Scenario) {
	t.Helper()
	small, _ := small(t)
	c, s, err := LoadAsked("healthy", Asked{Sets: append(smallSets(), "time.until=8d", "output.checkpoints=3d", "output.snapshots=0d"),
		Turns: []string{"2d: endocrine.pth.glands=0; mechanics.load=0.5; stimuli.inflammation=0.5", "3d over 60h: endocrine.diet.calcium=300 mg/d", "6d: endocrine.pth.glands=4"}})
	require.NoError(t, err)
	require.NotEqual(t, small.Hash(), c.Hash())
	return c, s
}

// A run whose causes change is the same whether it was interrupted before,
// during or after the changes, at the very tick of one, or not at all.
func TestResumedMeetsTheSameCauses(t *testing.T) {
	c, s := turned(t)
	want, _ := carryOut(t, c, s, options())
	for _, day := range []float64{2, 4.5, 7} {
		dir := filepath.Join(t.TempDir(), "run")
		o := options()
		ctx := interruptAt(day, &o)
		p, err := Prepare(c, s, dir, o)
		require.NoError(t, err)
		_, err = p.Run(ctx)
		require.ErrorIs(t, err, Interrupted{dir})
		_, err = Resume(context.Background(), dir, options())
		require.NoError(t, err)
		sameRun(t, want, dir)
	}
	_, err := Verify(context.Background(), want, options())
	require.NoError(t, err)
	again, s, err := Load(filepath.Join(want, resolvedName), nil)
	require.NoError(t, err)
	repeated, _ := carryOut(t, again, s, options())
	sameRun(t, want, repeated)
}

func TestChangesStandInTheRecord(t *testing.T) {
	c, s := turned(t)
	dir, sum := carryOut(t, c, s, options())
	var rows []string
	require.NoError(t, eachRow(filepath.Join(dir, eventsName), func(row map[string]string) {
		if row["what"] == "cause" {
			rows = append(rows, row["time_d"]+" "+row["kind"]+" "+row["cause"])
		}
	}))
	require.Equal(t, []string{"2 endocrine.pth.glands 0", "2 mechanics.load 0.5", "2 stimuli.inflammation 0.5", "3 endocrine.diet.calcium 300 mg/d over 2.5 d", "6 endocrine.pth.glands 4"}, rows)
	require.Equal(t, 5, sum.Events["cause"])
	m, err := readManifest(dir)
	require.NoError(t, err)
	require.Equal(t, c.Turns[1].Set, m.Scenario.Turns[1].Set)
	var pth []float64
	require.NoError(t, eachRow(filepath.Join(dir, seriesName), func(row map[string]string) {
		pth = append(pth, numbersOf(row)["serum_pth_pg_ml"])
	}))
	require.Greater(t, pth[2], 10.0, "the glands are removed after day 2")
	require.Less(t, pth[4], 1.0)
	require.Greater(t, pth[7], 10.0)
}

// Watch meets the same causes as a run with a folder.
func TestWatchedMeetsTheSameCauses(t *testing.T) {
	c, s := turned(t)
	dir, _ := carryOut(t, c, s, options())
	var b bytes.Buffer
	series := newTables(c, &b, io.Discard, checkpointHead{})
	require.NoError(t, Watch(context.Background(), c, sim.Options{Workers: 1}, func(v sim.View) error {
		if v.Tick() == 0 {
			return series.begin(v)
		}
		return series.after(v)
	}))
	require.NoError(t, series.flush())
	require.Equal(t, read(t, dir, seriesName), b.String())
}

// A ramp moves once a day and arrives at its end exactly, from where the turn
// before it has left the value.
func TestRampMovesOnceADay(t *testing.T) {
	c, _, err := LoadAsked("healthy", Asked{Turns: []string{"1d: endocrine.kidney.gfr=100", "2d over 60h: endocrine.kidney.gfr=50; endocrine.kidney.decline=2.3"}})
	require.NoError(t, err)
	var got []string
	for _, m := range c.moments() {
		for _, s := range m.set {
			got = append(got, scenario.Turn{At: c.Model.Time.Step * float64(m.tick), Set: []scenario.Setting{s}}.String())
		}
	}
	require.Equal(t, []string{
		"day 1: endocrine.kidney.gfr = 100 mL/min",
		"day 3: endocrine.kidney.gfr = 80 mL/min", "day 3: endocrine.kidney.decline = 1.4 %/y",
		"day 4: endocrine.kidney.gfr = 60 mL/min", "day 4: endocrine.kidney.decline = 2 %/y",
		"day 4.5: endocrine.kidney.gfr = 50 mL/min", "day 4.5: endocrine.kidney.decline = 2.3 %/y",
	}, got)
	require.Equal(t, c.Model, c.course(24).params, "what changes at a tick is still to come")
	require.NotEqual(t, c.Model, c.course(25).params)
	require.Len(t, c.course(24*4).moments, 2)
}

// Treatments and changes of the command line go with every scenario, and what is
// given shows.
func TestTreatmentsGoWithEveryScenario(t *testing.T) {
	plans := []string{"teriparatide 20 ug sc daily from 3y to 5y", "denosumab 60 mg sc q6m from 5y"}
	for _, s := range Builtin().List() {
		before, _, err := Load(s.Name, nil)
		require.NoError(t, err)
		c, _, err := LoadAsked(s.Name, Asked{Treatments: plans, Turns: []string{"1d: endocrine.diet.phosphate=1000 mg/d"}})
		require.NoError(t, err, s.Name)
		require.Contains(t, c.Model.Body.Treatment.Plan, plans[0]+"; "+plans[1], s.Name)
		require.Len(t, c.Turns, len(before.Turns)+1, s.Name)
		require.Contains(t, c.Model.Body.Treatment.Plan, before.Model.Body.Treatment.Plan, s.Name)
	}
	c, _ := small(t, "time.until=2d")
	c.Model.Body.Treatment.Add([]string{"teriparatide 20 ug sc daily at 00:00 from 1d"})
	row := lastRow(t, c)
	require.Greater(t, row[columnOf(t, "serum_pth1r_agonist_pg_ml")], 1.2*row[columnOf(t, "serum_pth_pg_ml")])
}
