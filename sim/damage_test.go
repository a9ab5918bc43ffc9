package sim

import (
	"testing"

	"github.com/stretchr/testify/require"

	"trabecula/field/tissue"
)

// Labels are given on the days of the course, over and over, whatever the step.
func TestCourseOfLabels(t *testing.T) {
	p := Defaults().Labels
	for _, step := range []float64{0.5, 1, 4, 6} {
		day := func(d float64) tissue.Label { return p.label(int64(d*24/step+0.5), step) }
		for _, cycle := range []float64{0, 30, 300} {
			require.Equal(t, tissue.FirstLabel, day(cycle))
			require.Equal(t, tissue.FirstLabel, day(cycle+2.75))
			require.Equal(t, tissue.NoLabel, day(cycle+3))
			require.Equal(t, tissue.NoLabel, day(cycle+14.75))
			require.Equal(t, tissue.SecondLabel, day(cycle+15))
			require.Equal(t, tissue.SecondLabel, day(cycle+17.75))
			require.Equal(t, tissue.NoLabel, day(cycle+18))
			require.Equal(t, tissue.NoLabel, day(cycle+29.75))
		}
	}
	p.Every = 24 // too short: a biopsy takes its time
	_, _, _, biopsy, cycle := p.due(1)
	require.Equal(t, biopsy, cycle)
	require.EqualValues(t, 23*24, biopsy)
}

// A living section is labelled, comes to its biopsies on time, and starts the next
// course without labels.
func TestBiopsiesOfASection(t *testing.T) {
	lengthy(t)
	p := busy()
	p.Labels = LabelParams{Course: 24, Pause: 96, Wait: 24, Every: 240}
	m := must(New(p, plate(48), 5, Options{Check: true}))
	require.Zero(t, m.View().Biopsy().Time)
	labelled := false
	for range int(40 * 24 / p.Time.Step) {
		require.NoError(t, m.Step())
		b := m.View().Biopsy()
		if now := m.time(); now >= 168 {
			require.InDelta(t, 168, b.Time-240*float64(int((now-168)/240)), 1e-9, "at %g h", now)
		}
		labelled = labelled || b.Single+b.Double > 0
	}
	require.True(t, labelled)
	require.EqualValues(t, 120, m.View().Biopsy().Interval)
	require.Positive(t, m.tissue.Totals.Bleached)
}

// A section starts with the cracks of its age, and load opens more.
func TestSectionStartsCracked(t *testing.T) {
	p := busy()
	m := must(New(p, plate(32), 1, Options{Check: true}))
	require.Positive(t, m.start.Cracks)
	before := m.balance().Cracks
	energy := make([]float32, m.tissue.Len())
	for i := range energy {
		energy[i] = 10
	}
	m.crack(energy, 240)
	require.Greater(t, m.balance().Cracks, before)
	require.NoError(t, m.Check())
}
