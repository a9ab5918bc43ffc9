package run

import (
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/require"

	"trabecula/sim/scenario"
)

// full is a session of the default section, 512 x 512 pixels, a day old.
func full(b *testing.B) *session {
	b.Helper()
	c := Defaults()
	o := options()
	o.Check = false
	p, err := Prepare(c, scenario.Scenario{Name: "bench"}, filepath.Join(b.TempDir(), "run"), o)
	require.NoError(b, err)
	_, err = Claim(p.Dir, false)
	require.NoError(b, err)
	s, err := p.session()
	require.NoError(b, err)
	require.NoError(b, s.lay(p))
	require.NoError(b, s.tables.begin(s.model.View()))
	for range 24 {
		require.NoError(b, s.model.Step())
	}
	b.Cleanup(s.close)
	b.ResetTimer()
	return s
}

func BenchmarkStep(b *testing.B) {
	s := full(b)
	for b.Loop() {
		require.NoError(b, s.model.Step())
	}
}

func BenchmarkRow(b *testing.B) {
	s := full(b)
	for b.Loop() {
		require.NoError(b, s.tables.measure(s.model.View()))
	}
}

func BenchmarkSnapshot(b *testing.B) {
	s := full(b)
	for b.Loop() {
		require.NoError(b, s.snapshot())
	}
}

func BenchmarkCheckpoint(b *testing.B) {
	s := full(b)
	for b.Loop() {
		require.NoError(b, s.checkpoint())
	}
}
