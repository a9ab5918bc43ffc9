package drug

import (
	"testing"

	"github.com/stretchr/testify/require"
)

func TestTreatmentReadsBack(t *testing.T) {
	plan, err := Parse("Forteo 20 mcg sc daily from 1y to 3y; denosumab 60 mg q6m times 4")
	require.NoError(t, err)
	require.Equal(t, "teriparatide 20 ug subcutaneous daily from 1 y to 3 y", plan[0].String())
	require.Equal(t, "denosumab 60 mg subcutaneous every 6 months times 4", plan[1].String())
	for _, x := range plan {
		again, err := Parse(x.String())
		require.NoError(t, err)
		require.Equal(t, []Treatment{x}, again)
	}
}
