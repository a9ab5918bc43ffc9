package endocrine

import (
	"testing"

	"github.com/stretchr/testify/require"

	"trabecula/sim/unit"
)

// The daily mean of a hormone that comes in bursts is that of fine sampling, not
// of samples at the bursts.
func TestDailyMeansHoldBetweenSamples(t *testing.T) {
	b := young(t, nil)
	fine := young(t, nil)
	gh := -1
	for i, r := range Serum {
		if r.Name == "serum_gh_ug_l" {
			gh = i
		}
	}
	require.GreaterOrEqual(t, gh, 0)
	sum := 0.0
	for range 24 * 60 {
		l := fine.Levels()
		sum += Serum[gh].Value(&l) / (24 * 60)
		require.NoError(t, fine.Advance(unit.Minute))
	}
	hours(t, b, 24)
	require.InEpsilon(t, sum, b.Daily()[gh], 0.06)
	require.InEpsilon(t, b.Daily()[gh], fine.Daily()[gh], 0.06)
	require.Positive(t, b.Daily()[0])
}
