package sim

import (
	"slices"
	"testing"

	"github.com/stretchr/testify/require"

	"trabecula/sim/endocrine"
	"trabecula/sim/param"
)

// with returns parameters in which some were set, by path.
func with(t *testing.T, p Params, sets map[string]string) Params {
	t.Helper()
	c := p.Copy()
	for _, s := range param.Describe(c.Groups()) {
		if text, ok := sets[s.Path]; ok {
			v, err := s.Parse(text)
			require.NoError(t, err)
			s.Set(v)
		}
	}
	return c
}

// stored returns the state of a model.
func stored(t *testing.T, m *Model) []byte {
	t.Helper()
	state, err := m.MarshalBinary()
	require.NoError(t, err)
	return state
}

// settled is a busy model whose body has hardly settled: it steps sooner.
func settled(t *testing.T) Params {
	return with(t, busy(), map[string]string{"endocrine.settle": "1 d"})
}

func TestCopySharesNothing(t *testing.T) {
	p := busy()
	c := p.Copy()
	require.Equal(t, p, c)
	for _, s := range param.Describe(c.Groups()) {
		if s.Path == "endocrine.pth.glands" || s.Path == "cells.osteoclast.lifespan" {
			s.Set(map[string]any{"endocrine.pth.glands": int64(0), "cells.osteoclast.lifespan": 99.0}[s.Path])
		}
	}
	require.Equal(t, busy(), p)
	require.NotEqual(t, p, c)
}

// A change to what is already so is none, at any step.
func TestChangeToTheSameChangesNothing(t *testing.T) {
	p := settled(t)
	a, b := must(New(p, plate(64), 1, Options{Workers: 1})), must(New(p, plate(64), 1, Options{Workers: 1}))
	for _, steps := range []int{0, 1, 37, 60} {
		run(t, a, steps)
		run(t, b, steps)
		require.NoError(t, b.Change(p.Copy()))
		require.Equal(t, hash(t, a), hash(t, b))
	}
	run(t, a, 30)
	run(t, b, 30)
	require.Equal(t, hash(t, a), hash(t, b))
}

// Every cause can change in a living model without losing any of its state, and a
// model that is stored and restored with the new causes goes on alike.
func TestAnyCauseMayChange(t *testing.T) {
	p := settled(t)
	m := must(New(p, plate(64), 1, Options{Workers: 1, Check: true}))
	run(t, m, 10)
	response := *m.body.Response()
	before, every := len(stored(t, m)), map[string]string{}
	for _, s := range param.Describe(p.Groups()) {
		if Cause(s.Path) && s.Kind == param.Float {
			every[s.Path] = s.Format(s.Default.(float64) * 0.99)
		}
	}
	require.NoError(t, m.Change(with(t, p, every)))
	require.Len(t, stored(t, m), before)
	require.Equal(t, response, *m.body.Response(), "what cells count from")
	run(t, m, 10)
	changed := with(t, p, map[string]string{"endocrine.pth.glands": "0", "stimuli.inflammation": "0.5"})
	require.NoError(t, m.Change(changed))
	again := must(Restore(changed, stored(t, m), Options{Workers: 1, Check: true}))
	require.Equal(t, 0.5, m.env.Stimulus)
	run(t, m, 60)
	run(t, again, 60)
	require.Equal(t, hash(t, m), hash(t, again))
	require.Zero(t, changed.Body.Axes[slices.IndexFunc(endocrine.Catalogue, func(s endocrine.Spec) bool { return s.Path == "endocrine.pth" })].(*endocrine.PTHParams).Glands)
	require.Less(t, m.View().Levels().PTH, 1e-6, "60 h of a half-life of minutes")
}

func TestOnlyCausesMayChange(t *testing.T) {
	for path, want := range map[string]bool{
		"stimuli.inflammation": true, "mechanics.load": true, "endocrine.pth.glands": true, "endocrine.gonad.ovary.mass": true, "endocrine.diet.calcium": true,
		"mechanics.stress_z": false, "person.age": false, "endocrine.settle": false, "endocrine.skeleton.flux": false,
		"cells.osteoclast.lifespan": false, "signals.rankl.secretion": false, "treatment.plan": false, "time.step": false,
	} {
		require.Equal(t, want, Cause(path), path)
	}
}
