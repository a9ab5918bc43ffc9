package main

import (
	"flag"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

var writeDocs = flag.Bool("docs", false, "write the tables and figures of docs/endocrine.md and docs/model.md anew")

const endocrineDoc = "../../docs/endocrine.md"

// block is a generated part of the page: the command, and what it printed.
var block = regexp.MustCompile("(?s)<!-- (agents assay [^\n]*) -->\n```\n.*?```\n")

// figure is a picture of the page, drawn by the test or overlay of that name.
var figure = regexp.MustCompile(`!\[[^]]*\]\(endocrine/([^)]*)\.png\)`)

// The tables and figures of the page come from commands that work; with -docs
// they are made anew.
func TestEndocrineDocIsGenerated(t *testing.T) {
	page, err := os.ReadFile(endocrineDoc)
	require.NoError(t, err)
	require.GreaterOrEqual(t, len(block.FindAllSubmatch(page, -1)), 4)
	for _, f := range figure.FindAllSubmatch(page, -1) {
		name := string(f[1])
		if *writeDocs {
			draw(t, name)
		}
		info, err := os.Stat(filepath.Join(filepath.Dir(endocrineDoc), "endocrine", name+".png"))
		require.NoError(t, err, "run: go test ./cmd/agents -run EndocrineDoc -docs")
		require.Less(t, info.Size(), int64(80_000), name)
	}
	if !*writeDocs {
		return
	}
	page = block.ReplaceAllFunc(page, func(old []byte) []byte {
		command := string(block.FindSubmatch(old)[1])
		code, stdout, stderr := call(append(strings.Fields(command)[1:], "--no-chart")...)
		require.Equal(t, 0, code, stderr)
		return []byte("<!-- " + command + " -->\n```\n" + strings.TrimSpace(stdout) + "\n```\n")
	})
	require.NoError(t, os.WriteFile(endocrineDoc, page, 0o644))
}

// draw makes a figure of the page: "overlay-NAME" or the name of a test.
func draw(t *testing.T, name string) {
	t.Helper()
	args, file := []string{"assay", name}, name
	if overlay, ok := strings.CutPrefix(name, "overlay-"); ok {
		args, file = []string{"assay", "overlay", overlay}, overlay
	}
	dir := filepath.Join(t.TempDir(), "out")
	code, _, stderr := call(append(args, "--no-chart", "--out", dir)...)
	require.Equal(t, 0, code, stderr)
	data, err := os.ReadFile(filepath.Join(dir, file+".png"))
	require.NoError(t, err)
	to := filepath.Join(filepath.Dir(endocrineDoc), "endocrine")
	require.NoError(t, os.MkdirAll(to, 0o755))
	require.NoError(t, os.WriteFile(filepath.Join(to, name+".png"), data, 0o644))
}
