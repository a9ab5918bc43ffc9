package scenario

import (
	"slices"
	"strings"
)

// changesKey is the list of what changes in mid-run.
const changesKey = "changes"

// keys are those of the file itself, which are no parameters.
var keys = []string{"schema", "extends", "title", "text", "sources", changesKey}

// reserved tells whether a path belongs to the file itself.
func reserved(path string) bool {
	return slices.Contains(keys, path) || strings.HasPrefix(path, changesKey+".")
}

// head is what a file says about itself.
type head struct {
	extends   string
	extendsAt Position
	title     string
	text      string
	sources   []string
	schema    bool
}

// readHead reads the keys of the file itself.
func readHead(file string, entries []entry) (h head, faults Faults) {
	for _, e := range entries {
		if e.turn == 0 && reserved(e.path) {
			h.read(e, &faults)
		}
	}
	if !h.schema && !slices.ContainsFunc(entries, func(e entry) bool { return e.turn == 0 && e.path == "schema" }) {
		faults.add(Position{File: file}, "schema: missing, want schema = 1 as the first line")
	}
	return h, faults
}

// read reads one key of the file itself.
func (h *head) read(e entry, faults *Faults) {
	want := map[string]form{"schema": number, "sources": list}[e.path]
	if want == "" {
		want = text
	}
	switch {
	case strings.HasPrefix(e.path, changesKey+"."):
		faults.add(e.key, "%s: no change to belong to, want a line [[changes]] above", e.path)
	case e.path == changesKey:
		faults.add(e.key, "changes = %s, want tables, each below a line [[changes]]", e.shown)
	case e.path == "schema" && (e.form != number || e.value != "1"):
		faults.add(e.at, "schema = %s, want 1", e.shown)
	case e.path == "sources" && (e.form != list || e.mixed):
		faults.add(e.at, "sources = %s, want a list of texts", e.shown)
	case e.form != want:
		faults.add(e.at, "%s = %s, want a text in quotes", e.path, e.shown)
	default:
		h.keep(e)
	}
}

// keep stores a key that is as it should be.
func (h *head) keep(e entry) {
	switch e.path {
	case "schema":
		h.schema = true
	case "extends":
		h.extends, h.extendsAt = e.value, e.at
	case "title":
		h.title = strings.TrimSpace(e.value)
	case "text":
		h.text = strings.TrimSpace(e.value)
	case "sources":
		h.sources = e.items
	}
}
