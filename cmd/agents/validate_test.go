package main

import (
	"encoding/json"
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/require"
)

const trialData = `
[[protocol]]
set = ["section.width=0.3 mm", "section.height=0.3 mm", "section.pixel=10 um", "time.step=6 h", "endocrine.settle=10 d",
  "section.geometry=synthetic", "section.synthetic.tb_th=60 um", "section.synthetic.bv_tv=0.25"]

[[arm]]
name = "none"
text = "nothing done"
start = "10 d"
until = "20 d"
quick = "yes"

[[target]]
row = "X1"
observable = "BV/TV"
column = "bv_tv"
unit = "%"
arm = "none"
points = ["0..10 d: in 0..60"]
strength = "N"
status = "DERIVED"
population = "nobody"
source = "a test"

[[target]]
row = "X2"
observable = "BMD falls"
column = "bmd_tv"
arm = "none"
transform = "change"
baseline = "5 d"
window = "5 d"
points = ["10 d: < 90"]
strength = "D"
status = "DERIVED"
population = "nobody"
source = "a test"

[[sensitivity]]
parameters = ["section.synthetic.bv_tv"]

[[skip]]
row = "X3"
reason = "dogs"
`

func trialFolder(t *testing.T) string {
	t.Helper()
	dir := t.TempDir()
	require.NoError(t, os.WriteFile(filepath.Join(dir, "X.toml"), []byte(trialData), 0o644))
	return dir
}

func TestValidateScoresAndResumes(t *testing.T) {
	data, out := trialFolder(t), t.TempDir()
	args := []string{"validate", "--data", data, "--out", out, "--seeds", "2", "--workers", "2"}
	code, stdout, stderr := call(args...)
	require.Equal(t, 0, code, stderr)
	require.Contains(t, stdout, "1 arms, 2 seeds")
	require.Regexp(t, `X1 +BV/TV +none +0..10 d +in 0..60 +\d+\.?\d* \+/- \S+ \(2\) +% +in +N`, stdout)
	require.Contains(t, stdout, "X3 not attempted: dogs")
	require.Contains(t, stderr, "2 of 2: none")
	code, again, stderr := call(args...)
	require.Equal(t, 0, code)
	require.Equal(t, stdout, again)
	require.Empty(t, stderr, "nothing is run twice")
	for _, name := range []string{"scorecard.json", "scorecard.csv", "plots/none.png", "plots/none.svg"} {
		require.FileExists(t, filepath.Join(out, name))
	}
	code, stdout, _ = call(append(args, "--json", "--quick", "--only", "X1")...)
	require.Equal(t, 0, code)
	var card struct {
		Quick bool             `json:"quick"`
		Rows  []map[string]any `json:"rows"`
	}
	require.NoError(t, json.Unmarshal([]byte(stdout), &card))
	require.True(t, card.Quick)
	require.Len(t, card.Rows, 1)
	require.Equal(t, "in", card.Rows[0]["verdict"])
	code, stdout, _ = call(append(args, "--sensitivity")...)
	require.Equal(t, 0, code)
	require.Contains(t, stdout, "section.synthetic.bv_tv  0.2")
}

func TestValidateRefusesBadInput(t *testing.T) {
	for _, args := range [][]string{{"--only", "Q9,Q8"}, {"--seeds", "-1"}, {"--set", "no.such=1"}, {"--arms", "nobody"}, {"--data", t.TempDir() + "/none"}} {
		out := filepath.Join(t.TempDir(), "out")
		code, _, stderr := call(append([]string{"validate", "--data", trialFolder(t), "--out", out}, args...)...)
		require.Equal(t, 2, code, "%v", args)
		require.NotEmpty(t, stderr)
		require.NoDirExists(t, out, "nothing is written")
	}
	_, _, stderr := call("validate", "--data", trialFolder(t), "--only", "Q9,Q8")
	require.Contains(t, stderr, "rows Q9, Q8: unknown or not attempted, want some of X1, X2")
}
