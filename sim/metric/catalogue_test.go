package metric_test

import (
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

func TestAverageLeavesOutWhatIsMissing(t *testing.T) {
	var a metric.Average
	require.Empty(t, a.Row())
	a.Add([]float64{1, math.NaN(), math.NaN()})
	a.Add([]float64{4, 2, math.NaN()})
	row := a.Row()
	require.Equal(t, []float64{2.5, 2}, row[:2])
	require.True(t, math.IsNaN(row[2]))
}
