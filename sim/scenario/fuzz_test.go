package scenario_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/stretchr/testify/require"

	"trabecula/assets"
	"trabecula/sim/scenario"
)

// FuzzLoad holds that no file makes Load panic, that a fault leaves the
// parameters alone, and that what loads resolves to itself.
func FuzzLoad(f *testing.F) {
	for _, seed := range []string{
		"", "schema = 1", "schema = 1\n[cells.osteoclast]\nlifespan = '3 d'", "a.b.c = {d = {e = [1, {}]}}", "[[x]]\n[", "=",
		"\"\" = 1\n\"a.b\" = 2\n", "schema = 0x", "x = \"\"\"\n", "x = [\n1\n", "x = '\\u0000'", "\r", "\r\n\r\n", "run = {seed=1}\nrun.seed = 2",
		"run.image = \"\\uD800\"", "schema = 1e400", "a=1979-05-27T07:32:00Z", "\ufeff", "k = 10 d", strings.Repeat("[", 200), "x=" + strings.Repeat("[", 20000),
		"schema = 1\nextends = ''", "schema = 1\nextends = '.'", "schema = 1\nextends = 'my.toml'", "schema = 1\ncells.osteoclast = []",
		"# \x7f\nschema = 1\n", "schema = 1 # \x01", "run.seed = -0\nschema = +1", "run.seed = 1_0__0",
		"schema = 1\n[[changes]]\nat = 1\nset.run.seed = 2", "[[changes]]\n[[changes]]\n[changes.set]\n[changes]\nat=[]", "changes = [{at = 1}]",
		"schema = 1\n[[changes]]\nat = 1\nramp = 2\ntext = '\\\\'\nset = {\"cells.osteoblast.rate\" = 3}\n[changes.set]\nx=1",
	} {
		f.Add(seed)
	}
	path := filepath.Join(f.TempDir(), "my.toml")
	f.Fuzz(func(t *testing.T, file string) {
		require.NoError(t, os.WriteFile(path, []byte(file), 0o600))
		m := defaults()
		loaded, err := turning.Load(path, m.groups(), nil)
		if err != nil {
			require.NotEmpty(t, err.Error())
			require.Equal(t, defaults(), m)
			return
		}
		require.True(t, utf8.ValidString(file))
		back := defaults()
		require.NoError(t, os.WriteFile(path, scenario.Resolved(m.groups(), loaded.Turns...), 0o600))
		again, err := turning.Load(path, back.groups(), nil)
		require.NoError(t, err)
		require.Equal(t, m, back)
		require.Equal(t, scenario.Hash(m.groups(), loaded.Turns...), scenario.Hash(back.groups(), again.Turns...))
	})
}

// FuzzSets holds that no --set makes Load panic or half-set the parameters.
func FuzzSets(f *testing.F) {
	for _, seed := range []string{"", "=", "a=b", "run.seed=1", "run.image='", "cells.osteoclast.lifespan=1e400 d", "..=1", "cells.=1", ".x=1", "\xff=\xff", "run.image=\xff"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, set string) {
		m := defaults()
		_, err := scenario.Loader{Builtin: builtins}.Load("healthy", m.groups(), []string{set})
		if err != nil {
			require.True(t, strings.HasPrefix(err.Error(), "--set "+set), err.Error())
			require.Equal(t, defaults(), m)
		}
	})
}

func TestHealthyIsTheDefaults(t *testing.T) {
	m := defaults()
	s, err := scenario.Loader{Builtin: assets.Scenarios()}.Load("healthy", m.groups(), nil)
	require.NoError(t, err)
	require.Equal(t, defaults(), m)
	require.Empty(t, s.Changes)
	require.NotEmpty(t, s.Title)
	require.NotEmpty(t, s.Text)
	require.NotContains(t, s.Text, "\n", "one paragraph")
	require.NotEmpty(t, s.Sources)
}
