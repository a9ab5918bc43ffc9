package main

import (
	"bytes"
	"context"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"
)

// built is the program, built once for the tests that need a process.
var built string

func TestMain(m *testing.M) {
	os.Exit(withBinary(m))
}

func withBinary(m *testing.M) int {
	dir, err := os.MkdirTemp("", "agents")
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		return 1
	}
	defer os.RemoveAll(dir)
	built = filepath.Join(dir, "agents")
	build := exec.Command("go", "build", "-tags", "headless", "-o", built, ".")
	build.Env = append(os.Environ(), "CGO_ENABLED=0")
	if out, err := build.CombinedOutput(); err != nil {
		fmt.Fprintf(os.Stderr, "%s%v\n", out, err)
		return 1
	}
	return m.Run()
}

// call runs a command in this process and returns what it said.
func call(args ...string) (code int, stdout, stderr string) {
	var out, errs bytes.Buffer
	code = execute(process{context.Background(), args, &out, &errs, time.Now})
	return code, out.String(), errs.String()
}

// small are the flags of a run that takes no time.
func small(dir string, more ...string) []string {
	return append([]string{"run", "healthy", "--out", dir, "--set", "section.width=0.4mm", "--set", "section.height=0.4mm",
		"--set", "section.pixel=10um", "--set", "output.scale=1"}, more...)
}

func TestNoCommandPrintsHelp(t *testing.T) {
	code, stdout, stderr := call()
	require.Equal(t, 0, code)
	require.Contains(t, stdout, "Usage: agents <command>")
	require.Empty(t, stderr)
	code, _, stderr = call("dance")
	require.Equal(t, 2, code)
	require.Contains(t, stderr, `unexpected argument dance`)
}

func TestRunPrintsASummary(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "run")
	code, stdout, stderr := call(small(dir, "--days", "2", "--workers", "2", "--check", "--progress", "plain")...)
	require.Equal(t, 0, code, stderr)
	require.Contains(t, stdout, "healthy, seed 1: done of 2 d")
	require.Contains(t, stdout, dir)
	require.Contains(t, stderr, "100 % · 2 d of 2 d")

	code, stdout, stderr = call("verify", dir, "-q")
	require.Equal(t, 0, code, stderr)
	require.Empty(t, stdout+stderr)
	code, stdout, _ = call("verify", dir, "--json", "--progress", "none")
	require.Equal(t, 0, code)
	require.Contains(t, stdout, `"identical": true`)
	code, stdout, _ = call("resume", dir, "--json")
	require.Equal(t, 0, code)
	require.Contains(t, stdout, `"status": "done"`)
}

func TestVerifyOfAnEditedRunExits4(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "run")
	code, _, stderr := call(small(dir, "--days", "2", "-q")...)
	require.Equal(t, 0, code, stderr)
	series := filepath.Join(dir, "series.csv")
	text, err := os.ReadFile(series)
	require.NoError(t, err)
	require.NoError(t, os.WriteFile(series, bytes.Replace(text, []byte("\n1,"), []byte("\n1.5,"), 1), 0o644))
	code, stdout, stderr := call("verify", dir, "--progress", "none")
	require.Equal(t, 4, code)
	require.Empty(t, stdout)
	require.Contains(t, stderr, `series.csv:3: column 1, time_d = "1.5", done again it is "1"`)
}

func TestLengthsAreQuantities(t *testing.T) {
	for _, c := range []struct {
		o    overrides
		want []string
	}{
		{overrides{Years: "2"}, []string{"time.until=2 y"}},
		{overrides{Years: "2 y"}, []string{"time.until=2 y"}},
		{overrides{Days: "180 d"}, []string{"time.until=180 d"}},
		{overrides{Days: "1.5", Seed: "7"}, []string{"random.seed=7", "time.until=1.5 d"}},
		{overrides{Until: "3 months", Set: []string{"a=b,c"}}, []string{"a=b,c", "time.until=3 months"}},
		{overrides{Image: "a.png", PixelSize: "17um"}, []string{"section.image=a.png", "section.pixel_size=17um"}},
	} {
		require.Equal(t, c.want, c.o.sets())
	}
	code, _, stderr := call("run", "healthy", "--years", "1", "--days", "2")
	require.Equal(t, 2, code)
	require.Contains(t, stderr, "--years and --days can't be used together")
}

func TestListsAreComplete(t *testing.T) {
	for what, want := range map[string][]string{
		"scenarios": {"healthy"},
		"params":    {"time.until", "random.seed", "section.image", "cells.osteoclast.", "signals.rankl.secretion", "output.snapshots"},
		"outputs":   {"time_d", "bv_tv", "n_oc"},
		"signals":   {"rankl", "OPG", "sclerostin"},
		"cells":     {"osteocyte", "precursor"},
	} {
		for _, format := range [][]string{nil, {"--json"}} {
			code, stdout, stderr := call(append([]string{"list", what}, format...)...)
			require.Equal(t, 0, code, stderr)
			for _, w := range want {
				require.Contains(t, stdout, w, what)
			}
		}
	}
	code, _, stderr := call("list", "pixies")
	require.Equal(t, 2, code)
	require.Contains(t, stderr, "must be one of")
}

func TestShowSchemaAndVersion(t *testing.T) {
	code, stdout, _ := call("show", "healthy", "--set", "cells.osteoclast.lifespan=10d")
	require.Equal(t, 0, code)
	require.Regexp(t, `\* cells\.osteoclast\.lifespan +10 d`, stdout)
	code, stdout, _ = call("show", "healthy", "--json")
	require.Equal(t, 0, code)
	require.Contains(t, stdout, `"config_hash"`)
	code, stdout, _ = call("schema")
	require.Equal(t, 0, code)
	require.Contains(t, stdout, `"$schema"`)
	code, stdout, _ = call("version")
	require.Equal(t, 0, code)
	require.Contains(t, stdout, "trabecula "+version)
	code, stdout, _ = call("version", "--json")
	require.Equal(t, 0, code)
	require.Contains(t, stdout, `"go": "go1.`)
}

func TestCheckReportsAllFaultsOfAllFiles(t *testing.T) {
	dir := t.TempDir()
	file := func(name, text string) string {
		path := filepath.Join(dir, name)
		require.NoError(t, os.WriteFile(path, []byte("schema = 1\nextends = \"builtin:healthy\"\n"+text), 0o644))
		return path
	}
	good := file("good.toml", "[time]\nuntil = \"1 d\"\n")
	one := file("one.toml", "[cells.osteoclast]\nlifespan = \"10 um\"\nlifepsan = 3\n")
	two := file("two.toml", "[section]\nimage = \"none.png\"\npixel_size = \"10 um\"\n")
	code, stdout, stderr := call("check", good, one, two)
	require.Equal(t, 2, code)
	require.Equal(t, good+": fine\n", stdout)
	require.Contains(t, stderr, one+":4:12: cells.osteoclast.lifespan")
	require.Contains(t, stderr, one+":5:1: cells.osteoclast.lifepsan")
	require.Contains(t, stderr, filepath.Join(dir, "none.png")+": no such file")
	require.Len(t, strings.Split(strings.TrimSpace(stderr), "\n"), 3)
	code, _, stderr = call("check", good, "healthy")
	require.Equal(t, 0, code, stderr)
}

func TestMorphometryOfABundledSlice(t *testing.T) {
	code, stdout, stderr := call("morphometry", "bundled:xz150", "--json")
	require.Equal(t, 0, code, stderr)
	for _, name := range []string{"bv_tv", "b_pm_mm", "bs_tv_per_mm", "tb_th_um", "tb_n_per_mm", "tb_sp_um", "tb_th_local_um", "tb_sp_local_um", "euler"} {
		require.Contains(t, stdout, `"`+name+`": `)
	}
	code, _, stderr = call("morphometry", "missing.png", "--pixel-size", "9.75um")
	require.Equal(t, 2, code)
	require.Equal(t, "missing.png: no such file\n", stderr)
	code, _, stderr = call("morphometry", "missing.png", "--pixel-size=-1um")
	require.Equal(t, 2, code)
	require.Contains(t, stderr, "--pixel-size = -1um")
}

func TestBaselineComparesWithPublishedBone(t *testing.T) {
	args := []string{"baseline", "--seeds", "3", "--years", "0.02", "--jobs", "2", "--set", "section.width=0.4mm", "--set", "section.height=0.4mm", "--set", "section.pixel=10um"}
	code, stdout, stderr := call(args...)
	require.Equal(t, 0, code, stderr)
	require.Contains(t, stdout, "3 seeds, 0.02 years each")
	require.Contains(t, stdout, "drift of BV/TV")
	require.Contains(t, stdout, "A10")
	require.Equal(t, 3, strings.Count(stderr, "seed "))
	_, again, _ := call(append(args, "--quiet")...)
	require.Equal(t, stdout, again, "results do not depend on who ends first")
	code, stdout, _ = call(append(args, "--json", "-q")...)
	require.Equal(t, 0, code)
	require.Contains(t, stdout, `"comparison"`)
}
