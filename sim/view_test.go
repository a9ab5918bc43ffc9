package sim

import (
	"testing"

	"github.com/stretchr/testify/require"

	"trabecula/agents"
	"trabecula/field/signal"
	"trabecula/sim/param"
)

// Nobody who looks can change what he sees: all that a view hands out is a copy.
// (The planes are not handed out at all.)
func TestViewIsReadOnly(t *testing.T) {
	m := must(New(busy(), plate(64), 1, Options{}))
	v := m.View()
	for len(v.Events()) == 0 {
		require.NoError(t, m.Step())
	}
	was, events, sites := hash(t, m), v.Events(), v.Sinusoids()
	v.Events()[0].ID = 1 << 60
	v.Sinusoids()[0] = -1
	_ = append(v.Events()[:0], agents.Event{})
	for c := range v.Cells() {
		c.Pos, c.Kind = -1, agents.KindCount
	}
	counts := v.Counts()
	counts[0] = -1
	require.Equal(t, events, v.Events())
	require.Equal(t, sites, v.Sinusoids())
	require.NotEqual(t, counts, v.Counts())
	require.Equal(t, was, hash(t, m))
	require.NoError(t, m.Step())
}

// A view shows the model as it is.
func TestViewShowsTheModel(t *testing.T) {
	p := busy()
	m := must(New(p, plate(64), 1, Options{}))
	run(t, m, 30)
	v := m.View()
	require.EqualValues(t, 30, v.Tick())
	require.Equal(t, 120.0, v.Time())
	require.Equal(t, 4.0, v.Step())
	require.Equal(t, 64, v.Grid().W)
	require.Equal(t, p.Matrix.Maturation, v.Maturation())
	n, last := [agents.KindCount]int{}, uint64(0)
	for c := range v.Cells() {
		n[c.Kind]++
		require.Greater(t, c.ID, last, "in the order of identity")
		last = c.ID
	}
	require.Equal(t, n, v.Counts())
	for c := range v.Cells() { // a look may end early
		require.NotZero(t, c.ID)
		break
	}
	pixels, sum := []int32{3, 99, 2000}, 0.0
	for _, i := range pixels {
		sum += float64(v.Signal(signal.OPG, int(i)))
	}
	require.Positive(t, sum)
	require.Equal(t, sum, v.SignalSum(signal.OPG, pixels))
	for k := range agents.KindCount {
		require.Equal(t, m.rules[k].Foot, v.Foot(k))
	}
	covered := 0
	for i := range v.Grid().Len() {
		require.Equal(t, m.env.Cover(int32(i)), v.Cover(i))
		if v.Cover(i) != 0 {
			covered++
		}
	}
	require.Positive(t, covered)
}

// All parameters of a model are complete, have paths of their own, and belong to
// one model alone.
func TestParamsAreComplete(t *testing.T) {
	p := Defaults()
	require.NoError(t, param.Check(p.Groups()))
	paths := map[string]bool{}
	for _, s := range param.Describe(p.Groups()) {
		require.False(t, paths[s.Path], s.Path)
		paths[s.Path] = true
	}
	for _, path := range []string{"time.step", "matrix.maturation", "signals.rankl.half_life", "cells.osteoclast.lifespan", "stimuli.inflammation"} {
		require.True(t, paths[path], path)
	}
	require.Equal(t, Defaults(), p)
	of[agents.OsteoclastParams](&p, agents.Osteoclast).Rate = -1
	require.NotEqual(t, Defaults(), p)
}

// A pointer that Groups gives sets the parameter that the model reads.
func TestGroupsPointIntoTheParams(t *testing.T) {
	p := Defaults()
	for _, s := range param.Describe(p.Groups()) {
		if s.Path == "cells.osteoclast.rate" || s.Path == "signals.opg.secretion" || s.Path == "time.step" {
			s.Set(0.75)
		}
	}
	require.Equal(t, 0.75, of[agents.OsteoclastParams](&p, agents.Osteoclast).Rate)
	require.Equal(t, 0.75, p.Signals[signal.OPG].Secretion)
	require.Equal(t, 0.75, p.Time.Step)
}
