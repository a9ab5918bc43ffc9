package metric_test

import (
	"bytes"
	"math"
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"trabecula/agents"
	"trabecula/field/signal"
	"trabecula/sim/metric"
)

func TestCatalogueIsComplete(t *testing.T) {
	columns := metric.Columns()
	require.Equal(t, "time_d", columns[0].Name)
	seen := map[string]bool{}
	for _, c := range columns {
		require.Regexp(t, regexp.MustCompile(`^[a-z][a-z0-9_]*$`), c.Name)
		require.False(t, seen[c.Name], "%s twice", c.Name)
		seen[c.Name] = true
		require.NotEmpty(t, c.Unit, c.Name)
		require.NotEmpty(t, c.Definition, c.Name)
		require.NotEmpty(t, c.Source, c.Name)
		require.NotNil(t, c.Value, c.Name)
	}
	for _, spec := range agents.Catalogue {
		require.True(t, seen["n_"+spec.Name], spec.Name)
	}
	for _, spec := range signal.Catalogue {
		require.True(t, seen[spec.Name+"_mean_pm"], spec.Name)
	}
	require.Len(t, metric.NewRecorder().Row(newBench()), len(columns))
}

func TestColumnsSayTheirLanguage(t *testing.T) {
	for _, c := range metric.Columns() {
		switch {
		case strings.Contains(c.Symbol, ".Wi"), strings.Contains(c.Symbol, ".Pm"):
			require.Contains(t, c.Definition, "2D", c.Name)
		case strings.Contains(c.Symbol, ".Th"):
			require.Contains(t, c.Definition, "3D", c.Name)
		}
	}
}

func TestTargetsNameColumns(t *testing.T) {
	row := metric.Named(metric.NewRecorder().Row(newBench()))
	rows := map[string]bool{}
	for _, target := range metric.Targets() {
		rows[target.Row] = true
		require.Less(t, target.Low, target.High, target.Symbol)
		if target.Column != "" {
			require.Contains(t, row, target.Column)
		}
	}
	for _, name := range []string{"A1", "A2", "A3", "A4", "A5", "A6", "A7", "A8", "A9", "A10", "A11", "A12", "A13", "A14"} {
		require.True(t, rows[name], name)
	}
}

func TestCompare(t *testing.T) {
	means := map[string]float64{"ac_f_per_y": 0.16, "w_th_um": 45.4, "es_bs": 0.9, "mlt_d": math.NaN(), "ob_s_bs": 4.4}
	got := map[string]string{}
	for _, v := range metric.Compare(means) {
		got[v.Row+" "+v.Symbol] = v.String()
	}
	for key, want := range map[string]string{
		"A1 Ac.f": "in", // 0.13 within 30 %
		"A2 Ac.f": "in", "A14 Ac.f": "out",
		"A3 W.Th":    "in",  // the end of the interval
		"A8 ES/BS":   "out", // 2.1 - 1.1 = 1.0
		"A7 Ob.S/BS": "in",  // 3.1 + 1.3
		"A5 Mlt":     "missing", "A11 Tb.N": "missing", "A6 initial matrix apposition": "missing",
	} {
		require.Equal(t, want, got[key], key)
	}
}

func TestWriteVerdicts(t *testing.T) {
	var out bytes.Buffer
	verdicts := metric.Compare(map[string]float64{"ac_f_per_y": 0.16, "es_bs": 0.9})
	require.NoError(t, metric.WriteVerdicts(&out, verdicts))
	lines := strings.Split(strings.TrimSpace(out.String()), "\n")
	require.Len(t, lines, len(verdicts)+2)
	cells := regexp.MustCompile(`\s*\|\s*`).Split(lines[1], -1)
	require.Equal(t, []string{"A1", "Ac.f", "1/y", "0.13 (N)", "0.16", "in", "premenopausal women > 46 y, n=50, iliac, median"}, cells)
	require.Contains(t, out.String(), "2 of 4 compared are in, ")
}

func TestAverageLeavesOutWhatIsMissing(t *testing.T) {
	var a metric.Average
	require.Empty(t, a.Row())
	a.Add([]float64{1, math.NaN(), math.NaN()})
	a.Add([]float64{4, 2, math.NaN()})
	row := a.Row()
	require.Equal(t, []float64{2.5, 2}, row[:2])
	require.True(t, math.IsNaN(row[2]))
}
