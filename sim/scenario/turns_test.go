package scenario_test

import (
	"os"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"trabecula/sim/scenario"
)

// turning loads scenarios in which osteoblasts and the seed may change, in runs
// as long as an osteoclast lives, 14 d.
var turning = scenario.Loader{Builtin: builtins, End: "cells.osteoclast.lifespan", Causes: func(path string) bool {
	return strings.HasPrefix(path, "cells.osteoblast.") || path == "run.seed"
}}

// turn writes the file and loads it with the turns of the command line.
func turn(t *testing.T, m *model, file string, turns ...string) (scenario.Scenario, error) {
	t.Helper()
	t.Chdir(t.TempDir())
	require.NoError(t, os.WriteFile("my.toml", []byte(file), 0o600))
	return turning.Load("my.toml", m.groups(), nil, turns...)
}

func TestTurnsAreReadInEveryFormAndInOrder(t *testing.T) {
	m := defaults()
	s, err := turn(t, m, `
schema = 1
cells.osteoblast.rate = 1
[[changes]]
at = 2
text = "rest"
set.cells.osteoblast.rate = "0.3 um/d"
set.run.seed = 7
[[changes]]
at = "1 week"
ramp = "2 d"
[changes.set.cells.osteoblast]
rate = 1
share = "10 %"
[[changes]]
at = "240 h"
set = { "cells.osteoblast.rate" = 2 }
`, "5d: cells.osteoblast.share = '20 %'; run.seed=8", "13 d over 12 h: cells.osteoblast.rate=0")
	require.NoError(t, err)
	require.InDelta(t, 1.0/24, m.osteoblast.Rate, 1e-15, "turns are later")
	rate, share, seed := "cells.osteoblast.rate", "cells.osteoblast.share", "run.seed"
	require.Equal(t, []scenario.Turn{
		{At: 48, Text: "rest", Set: []scenario.Setting{{Path: rate, Value: "0.3 um/d"}, {Path: seed, Value: "7"}}, From: "my.toml:4:3"},
		{At: 120, Set: []scenario.Setting{{Path: share, Value: "0.2"}, {Path: seed, Value: "8"}}, From: "--at 5d: cells.osteoblast.share = '20 %'; run.seed=8"},
		{At: 168, Ramp: 48, Set: []scenario.Setting{{Path: rate, Value: "1 um/d"}, {Path: share, Value: "0.1"}}, From: "my.toml:9:3"},
		{At: 240, Set: []scenario.Setting{{Path: rate, Value: "2 um/d"}}, From: "my.toml:15:3"},
		{At: 312, Ramp: 12, Set: []scenario.Setting{{Path: rate, Value: "0 um/d"}}, From: "--at 13 d over 12 h: cells.osteoblast.rate=0"},
	}, s.Turns)
}

// What a run was given stands in its resolved file, whichever layer it is from,
// and a file may be laid over one that has turns.
func TestResolvedHoldsTurns(t *testing.T) {
	m := defaults()
	s, err := turn(t, m, "schema = 1\n[[changes]]\nat = '3 d'\nramp = '36 h'\ntext = 'so \"said\"'\nset.cells.osteoblast.rate = 0.1\nset.cells.osteoblast.share = 0.1\n",
		"0d: cells.osteoblast.rate=0.123456789012345; run.seed=18446744073709551615")
	require.NoError(t, err)
	require.Len(t, s.Turns, 2)
	resolved := string(scenario.Resolved(m.groups(), s.Turns...))
	require.Empty(t, conforms(t, resolved))
	back := defaults()
	again, err := turn(t, back, resolved)
	require.NoError(t, err)
	require.Equal(t, m, back)
	require.Equal(t, scenario.Hash(m.groups(), s.Turns...), scenario.Hash(back.groups(), again.Turns...))
	require.NoError(t, os.WriteFile("over.toml", []byte("schema = 1\nextends = 'my.toml'\n[[changes]]\nat = '1 d'\nset.run.seed = 3\n"), 0o600))
	over, err := turning.Load("over.toml", back.groups(), nil)
	require.NoError(t, err)
	require.Len(t, over.Turns, 3)
	require.Equal(t, 24.0, over.Turns[1].At)
}

func TestHashTellsTurnsApart(t *testing.T) {
	m := defaults()
	seen := map[string]string{scenario.Hash(m.groups()): "none"}
	for _, at := range []string{"1d: run.seed=1", "2d: run.seed=1", "1d: run.seed=2", "1d: cells.osteoblast.share=1", "1d over 1d: cells.osteoblast.share=1"} {
		s, err := turn(t, m, "schema = 1\n", at)
		require.NoError(t, err)
		hash := scenario.Hash(m.groups(), s.Turns...)
		require.Empty(t, seen[hash], at)
		seen[hash] = at
	}
}

// A run made shorter does not reach its later turns; they are no fault, as those
// are that a file puts beyond its own end.
func TestTurnsThatARunDoesNotReachAreDropped(t *testing.T) {
	t.Chdir(t.TempDir())
	file := "schema = 1\n[[changes]]\nat = '3 d'\nset.run.seed = 3\n[[changes]]\nat = '9 d'\nset.run.seed = 4\n"
	require.NoError(t, os.WriteFile("my.toml", []byte(file), 0o600))
	s, err := turning.Load("my.toml", defaults().groups(), []string{"cells.osteoclast.lifespan=9d"})
	require.NoError(t, err)
	require.Len(t, s.Turns, 1)
}

func TestEveryFaultOfTurnsHasItsPlace(t *testing.T) {
	const causes = "cells.osteoblast, run.seed"
	for name, test := range map[string]struct {
		file string
		want []string
	}{
		"keys": {"[[changes]]\nta = 3\ntext = 3\nat = true\nramp = '-1 d'\nset.run.seed = 3\n", []string{
			"my.toml:3:1: changes.ta: unknown key, want at, ramp, text or [changes.set]",
			"my.toml:4:8: changes.text = 3, want a text in quotes",
			`my.toml:5:6: changes.at = true, want a time such as "1 y"`,
			`my.toml:6:8: changes.ramp = "-1 d", want at least 0 d`,
		}},
		"time": {"[[changes]]\nset.run.seed = 3\n[[changes]]\nat = '3 um'\nset.run.seed = 3\n", []string{
			`my.toml:2:3: changes: no time, want at = "1 y"`,
			`my.toml:5:6: changes.at: "3 um" is a length, want a time such as "1 y"`,
		}},
		"nothing": {"[[changes]]\nat = 3\n", []string{"my.toml:2:3: changes: nothing is set, want [changes.set] with one of " + causes}},
		"paths": {"[[changes]]\nat = 3\n[changes.set]\ncells.osteoblast.rat = 1\ncells.osteoclast.lifespan = 1\ncells.osteoblast = 1\nrun.seed = -1\ncells.osteoblast.share = 'x'\n", []string{
			"my.toml:5:1: cells.osteoblast.rat: unknown key, did you mean cells.osteoblast.rate?",
			"my.toml:6:1: cells.osteoclast.lifespan: cannot change in mid-run, want a cause: one of " + causes,
			"my.toml:7:1: cells.osteoblast: a table, want one of its keys: rate, share",
			"my.toml:8:12: run.seed = -1, want a whole number, at least 0",
			`my.toml:9:26: cells.osteoblast.share: "x" does not start with a number`,
		}},
		"twice": {"[[changes]]\nat = 3\nat = 4\nset.run.seed = 1\nset.run.seed = 2\n", []string{
			"my.toml:4:1: at: set twice, first at my.toml:3:1", "my.toml:6:1: set.run.seed: set twice, first at my.toml:5:1",
		}},
		"order": {"[[changes]]\nat = 3\nset.run.seed = 1\n[[changes]]\nat = 2\nset.run.seed = 2\n[[changes]]\nat = 3\nset.run.seed = 2\n[[changes]]\nat = 14\nset.run.seed = 2\n", []string{
			"my.toml:5:3: changes.at = 2 d, want more than the 3 d of the change before, at my.toml:2:3",
			"my.toml:8:3: changes.at = 3 d, want more than the 3 d of the change before, at my.toml:2:3",
			"my.toml:11:3: changes.at = 14 d, want less than cells.osteoclast.lifespan = 14 d",
		}},
		"ramps": {"[[changes]]\nat = 3\nramp = 2\nset.cells.osteoblast.rate = 1\nset.run.seed = 1\n[[changes]]\nat = 4\nset.cells.osteoblast.rate = 2\n", []string{
			"my.toml:2:3: changes.ramp: run.seed is of type int, which cannot move evenly",
			"my.toml:7:3: cells.osteoblast.rate: still on its way by the ramp of an earlier change, until 5 d",
		}},
		"form": {"changes = 3\nchanges.at = 4\n", []string{
			"my.toml:2:1: changes = 3, want tables, each below a line [[changes]]",
			"my.toml:3:1: changes.at: no change to belong to, want a line [[changes]] above",
		}},
	} {
		t.Run(name, func(t *testing.T) {
			m := defaults()
			_, err := turn(t, m, "schema = 1\n"+test.file)
			require.EqualError(t, err, strings.Join(test.want, "\n"))
			require.Equal(t, defaults(), m)
		})
	}
}

func TestEveryFaultOfAtIsReported(t *testing.T) {
	for at, want := range map[string]string{
		"1 d":                       `--at 1 d: want "time: key=value", such as "1 y: endocrine.pth.glands=0"`,
		"1 d: run.seed":             `--at 1 d: run.seed: "run.seed": want key=value`,
		"1 d: run.sed=1":            "--at 1 d: run.sed=1: run.sed: unknown key, did you mean run.seed?",
		"9 y: run.seed=1":           "--at 9 y: run.seed=1: changes.at = 3287.25 d, want less than cells.osteoclast.lifespan = 14 d",
		"3 d: run.seed=1":           "--at 3 d: run.seed=1: changes.at = 3 d: there is a change at that time already, at my.toml:2:3",
		"2 d: run.seed='a b'":       "--at 2 d: run.seed='a b': run.seed = a b, want a whole number, at least 0",
		"2 d over: run.seed=1":      `--at 2 d over: run.seed=1: changes.at: "2 d over" goes on with "over" after the unit`,
		"2d: run.seed=1;run.seed=2": "--at 2d: run.seed=1;run.seed=2: run.seed: set twice",
	} {
		t.Run(at, func(t *testing.T) {
			_, err := turn(t, defaults(), "schema = 1\n[[changes]]\nat = '3 d'\nset.run.seed = 3\n", at)
			require.ErrorContains(t, err, want)
		})
	}
}

// Without causes nothing may change.
func TestLoaderWithoutCausesRefusesTurns(t *testing.T) {
	_, err := load(t, defaults(), "schema = 1\n[[changes]]\nat = 1\nset.run.seed = 1\n")
	require.EqualError(t, err, "my.toml:4:1: run.seed: cannot change in mid-run, want a cause: one of none")
}
