package run

import (
	"context"
	"os"
	"path/filepath"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"trabecula/sim/metric"
	"trabecula/sim/param"
	"trabecula/sim/scenario"
)

// small is a section that steps fast: 40 x 40 pixels, steps of 2 h, 12 days, a
// checkpoint every 3. Without OPG and among many vessels it is resorbed from the
// first week on, so that there is something to compare.
func small(t testing.TB, sets ...string) (*Config, scenario.Scenario) {
	t.Helper()
	base := smallSets()
	for path, value := range map[string]string{"time.until": "12d", "output.checkpoints": "3d", "output.snapshots": "0d"} {
		if !mentions(sets, path) {
			base = append(base, path+"="+value)
		}
	}
	c, s, err := Load("healthy", append(base, sets...))
	require.NoError(t, err)
	return c, s
}

// smallSets make a section small and busy.
func smallSets() []string {
	return []string{"section.width=0.4mm", "section.height=0.4mm", "section.pixel=10um", "endocrine.settle=5d",
		"time.step=2h", "output.scale=1", "signals.opg.secretion=0", "signals.rankl.secretion=10", "marrow.sinusoids=40",
		"cells.osteocyte.dead=0.5", "cells.lining_cell.retract=1d", "cells.precursor.fusion=2 1/d"}
}

func mentions(sets []string, path string) bool {
	for _, s := range sets {
		if len(s) > len(path) && s[:len(path)+1] == path+"=" {
			return true
		}
	}
	return false
}

func options() Options {
	start := time.Date(2026, 1, 2, 3, 4, 5, 0, time.UTC)
	return Options{Workers: 1, Check: true, Clock: func() time.Time { start = start.Add(time.Millisecond); return start }}
}

// run carries a configuration out and returns its folder.
func carryOut(t testing.TB, c *Config, s scenario.Scenario, o Options) (string, Summary) {
	t.Helper()
	dir := filepath.Join(t.TempDir(), "run")
	p, err := Prepare(c, s, dir, o)
	require.NoError(t, err)
	sum, err := p.Run(context.Background())
	require.NoError(t, err)
	return dir, sum
}

// interruptAt returns a context that ends once the run has reached a tick, and
// sets the options so.
func interruptAt(day float64, o *Options) context.Context {
	ctx, stop := context.WithCancel(context.Background())
	o.Report = func(p Progress) {
		if p.Days >= day-1e-9 {
			stop()
		}
	}
	return ctx
}

func read(t testing.TB, parts ...string) string {
	t.Helper()
	data, err := os.ReadFile(filepath.Join(parts...))
	require.NoError(t, err)
	return string(data)
}

// sameRun requires that two folders hold the same result, byte for byte.
func sameRun(t *testing.T, want, got string) {
	t.Helper()
	for _, name := range []string{seriesName, eventsName, resolvedName, columnsName} {
		require.Equal(t, read(t, want, name), read(t, got, name), name)
	}
	a, err := readManifest(want)
	require.NoError(t, err)
	b, err := readManifest(got)
	require.NoError(t, err)
	require.Equal(t, a.StateHash, b.StateHash)
	require.Len(t, b.StateHash, 64)
	require.Equal(t, Done, b.Status)
}

func TestRunFolderHoldsWhatItSays(t *testing.T) {
	c, s := small(t, "output.snapshots=5d")
	dir, sum := carryOut(t, c, s, options())
	require.Equal(t, Done, sum.Status)
	require.Equal(t, 12.0, sum.Days)
	require.Equal(t, "1", sum.Seed)

	var days []float64
	require.NoError(t, eachRow(filepath.Join(dir, seriesName), func(row map[string]string) {
		days = append(days, numbersOf(row)["time_d"])
	}))
	require.Equal(t, []float64{0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12}, days)

	var columns int
	require.NoError(t, eachRow(filepath.Join(dir, columnsName), func(row map[string]string) {
		require.NotEmpty(t, row["definition"], row["name"])
		columns++
	}))
	require.Equal(t, len(metric.Columns()), columns)
	for _, what := range []string{"entry", "birth", "fusion", "death"} {
		require.Positive(t, sum.Events[what], what)
	}
	require.Less(t, sum.Last["bv_tv"], sum.First["bv_tv"])

	pictures, err := filepath.Glob(filepath.Join(dir, snapshotsDir, "*"))
	require.NoError(t, err)
	require.Len(t, pictures, 4, "day 0, 5, 10 and the last")
	require.FileExists(t, filepath.Join(dir, snapshotsDir, "000012d.png"))
	require.Len(t, checkpoints(dir), 2, "only the last two stay")
	left, err := filepath.Glob(filepath.Join(dir, "*.part"))
	require.NoError(t, err)
	require.Empty(t, left)
}

func TestResumedIsUninterrupted(t *testing.T) {
	c, s := small(t)
	want, _ := carryOut(t, c, s, options())
	breaks := [][]float64{{2, 5, 9.75}, {0.25}, {4.5}, {3}, {11.9}}
	if testing.Short() {
		breaks = breaks[:1]
	}
	for _, days := range breaks {
		dir := filepath.Join(t.TempDir(), "run")
		o := options()
		p, err := Prepare(c, s, dir, o)
		require.NoError(t, err)
		p.o.Report = nil
		ctx := interruptAt(days[0], &p.o)
		_, err = p.Run(ctx)
		require.ErrorIs(t, err, Interrupted{dir})
		for _, day := range days[1:] {
			o := options()
			_, err = Resume(interruptAt(day, &o), dir, o)
			require.ErrorIs(t, err, Interrupted{dir})
			m, err := readManifest(dir)
			require.NoError(t, err)
			require.Equal(t, Stopped, m.Status)
		}
		o = options()
		o.Workers = 2
		_, err = Resume(context.Background(), dir, o)
		require.NoError(t, err)
		sameRun(t, want, dir)
	}
}

func TestResumeOfWhatIsDoneChangesNothing(t *testing.T) {
	c, s := small(t)
	dir, sum := carryOut(t, c, s, options())
	before := read(t, dir, manifestName)
	again, err := Resume(context.Background(), dir, options())
	require.NoError(t, err)
	require.Equal(t, sum, again)
	require.Equal(t, before, read(t, dir, manifestName))
}

func TestResultDoesNotDependOnWorkers(t *testing.T) {
	c, s := small(t)
	want, _ := carryOut(t, c, s, options())
	for _, workers := range []int{2, 3} {
		o := options()
		o.Workers = workers
		got, _ := carryOut(t, c, s, o)
		sameRun(t, want, got)
	}
	other, s := small(t, "random.seed=2")
	got, _ := carryOut(t, other, s, options())
	require.NotEqual(t, read(t, want, seriesName), read(t, got, seriesName), "another seed is another individual")
}

// A killed run has written rows and pictures beyond its last checkpoint, and
// perhaps half a line.
func TestResumeAfterKill(t *testing.T) {
	c, s := small(t)
	want, _ := carryOut(t, c, s, options())
	t.Run("after checkpoints", func(t *testing.T) {
		dir := killed(t, c, s, 8)
		appendTo(t, "7.3,death,osteo", dir, eventsName)
		appendTo(t, "8,12.3,", dir, seriesName)
		_, err := Resume(context.Background(), dir, options())
		require.NoError(t, err)
		sameRun(t, want, dir)
	})
	t.Run("before the first checkpoint", func(t *testing.T) {
		dir := killed(t, c, s, 2)
		require.Empty(t, checkpoints(dir))
		_, err := Resume(context.Background(), dir, options())
		require.NoError(t, err)
		sameRun(t, want, dir)
	})
}

// killed returns the folder of a run that ended at a day without a chance to
// tidy up.
func killed(t *testing.T, c *Config, s scenario.Scenario, day float64) string {
	t.Helper()
	dir := filepath.Join(t.TempDir(), "run")
	o := options()
	o.Report = func(p Progress) {
		if p.Days >= day {
			panic("killed")
		}
	}
	p, err := Prepare(c, s, dir, o)
	require.NoError(t, err)
	require.PanicsWithValue(t, "killed", func() { _, _ = p.Run(context.Background()) })
	m, err := readManifest(dir)
	require.NoError(t, err)
	require.Equal(t, Running, m.Status)
	return dir
}

func appendTo(t *testing.T, text string, parts ...string) {
	t.Helper()
	f, err := os.OpenFile(filepath.Join(parts...), os.O_APPEND|os.O_WRONLY, 0)
	require.NoError(t, err)
	_, err = f.WriteString(text)
	require.NoError(t, err)
	require.NoError(t, f.Close())
}

func TestParametersAreDocumented(t *testing.T) {
	require.NoError(t, param.Check(Defaults().Groups()))
}

func TestResolvedConfigurationIsTheRun(t *testing.T) {
	c, s := small(t, "cells.osteoclast.lifespan=10d")
	dir, _ := carryOut(t, c, s, options())
	again, s, err := Load(filepath.Join(dir, resolvedName), nil)
	require.NoError(t, err)
	require.Equal(t, c.Hash(), again.Hash())
	repeated, _ := carryOut(t, again, s, options())
	sameRun(t, dir, repeated)
}
