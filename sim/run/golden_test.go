package run

import (
	"bytes"
	"context"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"testing"
	"text/tabwriter"

	"github.com/stretchr/testify/require"

	"trabecula/sim"
	"trabecula/sim/metric"
)

var update = flag.Bool("update", false, "write the golden tables anew")

// Every scenario that ships is a test: what 60 days come to on a small section
// that is being resorbed is known, by name and unit, so that a change that moves
// a result is seen where it is made. `make golden` accepts it.
func TestGoldenScenarios(t *testing.T) {
	for _, s := range Builtin().List() {
		t.Run(s.Name, func(t *testing.T) {
			got := outcome(t, s.Name)
			path := filepath.Join("testdata", s.Name+".txt")
			if *update {
				require.NoError(t, os.WriteFile(path, got, 0o644))
			}
			want, err := os.ReadFile(path)
			require.NoError(t, err)
			require.Equal(t, string(want), string(got), "if this is meant: make golden")
		})
	}
}

// outcome runs a scenario for 60 days and writes the last row, to six digits.
func outcome(t *testing.T, name string) []byte {
	t.Helper()
	c, _, err := Load(name, []string{"section.width=0.4mm", "section.height=0.4mm", "section.pixel=10um", "time.step=2h",
		"time.until=60d", "signals.opg.secretion=0", "signals.rankl.secretion=2", "marrow.sinusoids=40"})
	require.NoError(t, err)
	recorder := metric.NewRecorder()
	var row []float64
	require.NoError(t, Watch(context.Background(), c, sim.Options{Workers: 2, Check: true}, func(v sim.View) error {
		if c.Daily(v) {
			row = recorder.Row(v)
		}
		return nil
	}))
	var b bytes.Buffer
	w := tabwriter.NewWriter(&b, 0, 0, 2, ' ', 0)
	for i, column := range metric.Columns() {
		fmt.Fprintf(w, "%s\t%.6g\t%s\n", column.Name, row[i], column.Unit)
	}
	require.NoError(t, w.Flush())
	return b.Bytes()
}
