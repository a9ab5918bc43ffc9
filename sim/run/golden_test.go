package run

import (
	"bytes"
	"context"
	"flag"
	"fmt"
	"math"
	"os"
	"path/filepath"
	"slices"
	"testing"
	"text/tabwriter"

	"github.com/stretchr/testify/require"

	"trabecula/sim"
	"trabecula/sim/metric"
	"trabecula/sim/unit"
)

var update = flag.Bool("update", false, "write the golden tables anew")

// What 60 days of the reference come to on a small section that is being resorbed
// is known, by name and unit, so that a change that moves a result is seen where it
// is made. `make golden` accepts it.
func TestGoldenHealthy(t *testing.T) {
	row := lastRow(t, golden(t, "healthy", "0.4mm", "2h", 60*unit.Day))
	var b bytes.Buffer
	w := tabwriter.NewWriter(&b, 0, 0, 2, ' ', 0)
	for i, column := range metric.Columns() {
		fmt.Fprintf(w, "%s\t%.6g\t%s\n", column.Name, row[i], column.Unit)
	}
	require.NoError(t, w.Flush())
	compareGolden(t, "healthy.txt", b.Bytes())
}

// goldenColumns are what the table of all scenarios shows: the section, its
// signals and the blood.
var goldenColumns = []string{"bv_tv", "n_osteoclast", "n_precursor", "n_t_cell", "rankl_surface_pm", "serum_calcium_mg_dl", "serum_phosphate_mg_dl", "serum_pth_pg_ml", "serum_calcitriol_pg_ml",
	"serum_estradiol_pg_ml", "serum_testosterone_ng_dl", "serum_igf1_ng_ml", "serum_free_t4_ng_dl", "serum_cortisol_ug_dl", "serum_tnf_pg_ml"}

// Every scenario that ships is a test: what six days come to on a tiny section,
// its changes brought forward into them, one a day from the second on.
func TestGoldenScenarios(t *testing.T) {
	var b bytes.Buffer
	w := tabwriter.NewWriter(&b, 0, 0, 2, ' ', 0)
	fmt.Fprint(w, "scenario")
	for _, name := range goldenColumns {
		fmt.Fprintf(w, "\t%s", name)
	}
	for _, s := range Builtin().List() {
		fmt.Fprintf(w, "\n%s", s.Name)
		row := lastRow(t, golden(t, s.Name, "0.3mm", "1h", 6*unit.Day))
		for _, name := range goldenColumns {
			fmt.Fprintf(w, "\t%.6g", math.Round(row[columnOf(t, name)]*1e9)/1e9+0) // what has decayed is nothing, and no -0
		}
	}
	fmt.Fprintln(w)
	require.NoError(t, w.Flush())
	compareGolden(t, "scenarios.txt", b.Bytes())
}

func columnOf(t *testing.T, name string) int {
	t.Helper()
	i := slices.IndexFunc(metric.Columns(), func(c metric.Column) bool { return c.Name == name })
	require.GreaterOrEqual(t, i, 0, name)
	return i
}

// golden is a scenario on a small busy section, with its changes brought forward.
func golden(t *testing.T, name, width, step string, until float64) *Config {
	t.Helper()
	c, _, err := Load(name, []string{"section.width=" + width, "section.height=" + width, "section.pixel=10um", "time.step=" + step,
		"endocrine.settle=20d", "output.series=1d", "signals.opg.secretion=0", "signals.rankl.secretion=2", "marrow.sinusoids=40"})
	require.NoError(t, err)
	for i := range c.Turns {
		c.Turns[i].At = float64(i+1) * unit.Day
		c.Turns[i].Ramp = min(c.Turns[i].Ramp, unit.Day)
	}
	c.Time.Until = until
	return c
}

// lastRow carries a run out and returns its last row.
func lastRow(t *testing.T, c *Config) (row []float64) {
	t.Helper()
	recorder := metric.NewRecorder()
	require.NoError(t, Watch(context.Background(), c, sim.Options{Workers: 2, Check: true}, func(v sim.View) error {
		if c.Daily(v) {
			row = recorder.Row(v)
		}
		return nil
	}))
	return row
}

// compareGolden holds a table against the one that is known.
func compareGolden(t *testing.T, file string, got []byte) {
	t.Helper()
	path := filepath.Join("testdata", file)
	if *update {
		require.NoError(t, os.WriteFile(path, got, 0o644))
	}
	want, err := os.ReadFile(path)
	require.NoError(t, err)
	require.Equal(t, string(want), string(got), "if this is meant: make golden")
}
