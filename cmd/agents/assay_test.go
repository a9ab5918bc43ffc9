package main

import (
	"encoding/csv"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"trabecula/sim/assay"
)

// brief are flags that settle the body for days only: what it is, not when.
var brief = []string{"--set", "endocrine.settle=5 d"}

func TestAssayListsEveryTestRowAndOverlay(t *testing.T) {
	code, stdout, stderr := call("assay")
	require.Equal(t, 0, code, stderr)
	again, _, _ := call("assay", "list")
	require.Equal(t, 0, again)
	for _, name := range append(assay.Names(), assay.RowNames()...) {
		require.Contains(t, stdout, "\n"+name+" ")
	}
	require.Contains(t, stdout, "overlay kidney-failure")
	code, stdout, _ = call("assay", "list", "--json")
	require.Equal(t, 0, code)
	require.True(t, json.Valid([]byte(stdout)))
}

func TestAssayPrintsTableAndChartAndWritesFiles(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "a", "lab")
	args := append([]string{"assay", "calcium-infusion", "--sex", "male", "--age", "40", "--out", dir}, brief...)
	code, first, stderr := call(args...)
	require.Equal(t, 0, code, stderr)
	for _, want := range []string{"Extremes after time 0", "iCa [mmol/L]", "time [h]", "└──", "┤"} {
		require.Contains(t, first, want)
	}
	for name, magic := range map[string]string{"calcium-infusion.png": "\x89PNG", "calcium-infusion.svg": "<?xml", "calcium-infusion.csv": "arm,time_h,"} {
		data, err := os.ReadFile(filepath.Join(dir, name))
		require.NoError(t, err)
		require.True(t, strings.HasPrefix(string(data), magic), name)
	}
	table, err := os.ReadFile(filepath.Join(dir, "calcium-infusion.csv"))
	require.NoError(t, err)
	rows, err := csv.NewReader(strings.NewReader(string(table))).ReadAll()
	require.NoError(t, err)
	require.Greater(t, len(rows), 200)

	code, _, stderr = call(args...)
	require.Equal(t, 2, code)
	require.Contains(t, stderr, dir+": not empty")
	code, second, stderr := call(append(args, "--force")...)
	require.Equal(t, 0, code, stderr)
	require.Equal(t, first, second, "the same test gives the same bits")
	kept, err := os.ReadFile(filepath.Join(dir+".old-1", "calcium-infusion.csv"))
	require.NoError(t, err)
	now, err := os.ReadFile(filepath.Join(dir, "calcium-infusion.csv"))
	require.NoError(t, err)
	require.Equal(t, kept, now)
}

func TestAssayTreatsAndSpeaksJSON(t *testing.T) {
	code, stdout, stderr := call(append([]string{"assay", "calcium-infusion", "--json", "--treat", "calcitriol 0.5 ug oral daily"}, brief...)...)
	require.Equal(t, 0, code, stderr)
	var out struct {
		Assay   string
		Courses []map[string]any
	}
	require.NoError(t, json.Unmarshal([]byte(stdout), &out))
	require.Equal(t, "calcium-infusion", out.Assay)
	require.Len(t, out.Courses, 2)
	require.Contains(t, out.Courses[0], "serum_pth_pg_ml")
}

func TestAssayRowTellsPublishedAndSimulated(t *testing.T) {
	code, stdout, stderr := call("assay", "J5")
	require.Equal(t, 0, code, stderr)
	require.Contains(t, stdout, "published")
	require.Regexp(t, `J5 .*\b(IN|OUT)\b`, stdout)
	code, stdout, _ = call("assay", "J5", "--json")
	require.Equal(t, 0, code)
	require.Contains(t, stdout, `"verdict"`)
}

func TestBadAssayExits2AndWritesNothing(t *testing.T) {
	root := t.TempDir()
	require.NoError(t, os.Mkdir(filepath.Join(root, "full"), 0o755))
	require.NoError(t, os.WriteFile(filepath.Join(root, "full", "thesis.txt"), nil, 0o644))
	before := tree(t, root)
	load := func(more ...string) []string { return append([]string{"calcium-load"}, more...) }
	for name, c := range map[string]struct {
		args []string
		want string
	}{
		"unknown assay":      {[]string{"calcium-lode"}, "assay calcium-lode: unknown"},
		"unknown overlay":    {[]string{"overlay", "mars"}, "overlay mars: unknown"},
		"argument too many":  {load("twice"), "unexpected argument twice"},
		"age 300":            {load("--age", "300"), "person.age = 300 years, want 10"},
		"age NaN":            {load("--age", "NaN"), "person.age"},
		"age in kg":          {load("--age", "30 kg"), "person.age"},
		"third sex":          {load("--sex", "both"), "person.sex = \"both\", want one of female, male"},
		"negative dose":      {load("--treat", "denosumab -60 mg subcutaneous once at 0 d"), "treatment"},
		"dose NaN":           {load("--treat", "denosumab NaN mg subcutaneous once at 0 d"), "treatment"},
		"unknown drug":       {load("--treat", "banana 60 mg oral daily"), "banana"},
		"unknown route":      {load("--treat", "denosumab 60 mg oral daily"), "oral"},
		"interval 0":         {load("--treat", "denosumab 60 mg subcutaneous every 0 d"), "every"},
		"unknown key":        {load("--set", "endocrine.pth.glandz=0"), "endocrine.pth.glandz: unknown key"},
		"key of a section":   {load("--set", "section.width=1 mm"), "section.width: unknown"},
		"out of range":       {load("--set", "endocrine.pth.glands=99"), "endocrine.pth.glands = 99"},
		"no value":           {load("--set", "banana"), "want key=value"},
		"set twice":          {load("--age", "40", "--set", "person.age=50"), "set twice"},
		"plan by set":        {load("--set", "treatment.plan=x"), "give treatments with --treat"},
		"set by the test":    {[]string{"ageing", "--sex", "male"}, "person.sex is what the test itself sets"},
		"person of a row":    {[]string{"J1", "--age", "40"}, "of no use"},
		"narrow":             {load("--width", "3"), "--width = 3, want 30 to 400"},
		"full folder":        {load("--out", filepath.Join(root, "full")), "not empty"},
		"file as folder":     {load("--out", filepath.Join(root, "full/thesis.txt")), "a file, want a folder"},
		"person of overlays": {[]string{"overlay", "--age", "40"}, "of no use"},
	} {
		t.Run(name, func(t *testing.T) {
			args := append([]string{"assay"}, c.args...)
			if !strings.Contains(strings.Join(args, " "), "--out") {
				args = append(args, "--out", filepath.Join(root, "new"))
			}
			code, stdout, stderr := call(args...)
			require.Equal(t, 2, code, stderr)
			require.Empty(t, stdout)
			require.Contains(t, stderr, c.want)
			require.NotContains(t, stderr, "goroutine")
			require.Equal(t, before, tree(t, root), "nothing may be written")
		})
	}
}
