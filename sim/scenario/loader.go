package scenario

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io/fs"
	"path"
	"slices"
	"strings"

	"trabecula/sim/param"
)

// Scenario is what was loaded, for people and for the manifest of a run.
type Scenario struct {
	Name    string   `json:"name"`
	Title   string   `json:"title"`
	Text    string   `json:"text"`
	Sources []string `json:"sources"`
	Files   []File   `json:"files"`   // the most basic first
	Changes []Change `json:"changes"` // what the layers set, in the order of the parameters
	Turns   []Turn   `json:"turns"`   // what changes in mid-run, in the order of time
}

// File is a file that was read.
type File struct {
	Path   string `json:"path"`
	SHA256 string `json:"sha256"`
}

// Loader loads scenarios.
type Loader struct {
	Builtin fs.FS                  // the folder of those that ship with the program, NAME.toml
	Causes  func(path string) bool // tells which parameters may change in mid-run; nil = none
	End     string                 // path of the parameter that is the length of a run; "" = runs have no end
}

// layer is one file of the chain of extends.
type layer struct {
	place   place
	head    head
	entries []entry
	data    []byte
}

// Load sets the parameters of the groups to the defaults of their tags, then to
// what the scenario and the files it extends say, then to the sets, each
// "key=value"; turns, each "1 y: key=value", add to what changes in mid-run. A
// name without slash and suffix is that of a builtin scenario. If anything is
// wrong the groups are left as they were and the error, of type Faults, holds
// every fault.
func (l Loader) Load(nameOrPath string, groups []param.Group, sets []string, turns ...string) (Scenario, error) {
	o := newOverlay(groups)
	t := newTimetable(l, o)
	chain := l.chain(nameOrPath, &o.faults)
	for _, layer := range chain {
		o.layAll(layer.entries)
		t.lay(layer.entries)
	}
	o.layAll(readSets(sets, &o.faults))
	t.lay(readTurns(turns, &o.faults))
	planned := t.plan()
	if len(o.faults) == 0 {
		o.faults = conformAll(chain)
	}
	if len(o.faults) > 0 {
		return Scenario{}, o.faults.sorted()
	}
	s := describe(chain)
	s.Changes, s.Turns = o.commit(), planned
	return s, nil
}

// List returns the builtin scenarios by name, without their changes. A file
// that cannot be read is left out; Load tells why.
func (l Loader) List() []Scenario {
	var all []Scenario
	for _, name := range l.names() {
		var faults Faults
		if chain := l.chain(name, &faults); len(faults) == 0 {
			all = append(all, describe(chain))
		}
	}
	return all
}

// names lists the builtin scenarios, sorted.
func (l Loader) names() []string {
	if l.Builtin == nil {
		return nil
	}
	files, _ := fs.Glob(l.Builtin, "*"+suffix) // the pattern is well-formed
	names := make([]string, len(files))
	for i, f := range files {
		names[i] = strings.TrimSuffix(path.Base(f), suffix)
	}
	slices.Sort(names)
	return names
}

// chain reads a scenario and what it extends, the most basic first.
func (l Loader) chain(nameOrPath string, faults *Faults) []layer {
	var layers []layer
	var seen []string
	at, from := locate(nameOrPath), Position{}
	for {
		if slices.Contains(seen, at.identity()) {
			faults.add(from, "extends: files extend each other in a circle: %s", circle(layers, at))
			break
		}
		seen = append(seen, at.identity())
		layer, ok := l.layer(at, from, nameOrPath, faults)
		if !ok {
			break
		}
		layers = append(layers, layer)
		if layer.head.extends == "" {
			break
		}
		nameOrPath = layer.head.extends
		at, from = at.next(nameOrPath), layer.head.extendsAt
	}
	slices.Reverse(layers)
	return layers
}

// layer reads one file; from is the place of the extends that asked for it.
func (l Loader) layer(at place, from Position, asked string, faults *Faults) (layer, bool) {
	data, err := at.read(l.Builtin)
	if err != nil {
		l.missing(at, from, asked, err, faults)
		return layer{}, false
	}
	entries, wrong := parse(at.String(), unmarked(data))
	h, more := readHead(at.String(), entries)
	*faults = append(*faults, append(wrong, more...)...)
	return layer{at, h, entries, data}, true
}

// missing reports a file that cannot be read, with what there is instead.
func (l Loader) missing(at place, from Position, asked string, err error, faults *Faults) {
	where, text := at.String(), err.Error()
	if at.builtin && err.Error() == "no such file" {
		name := strings.TrimSuffix(at.path, suffix)
		where, text = "scenario "+name, l.unknown(name)
	}
	if from.Line > 0 {
		faults.add(from, "extends = %q: %s: %s", asked, where, text)
		return
	}
	faults.add(Position{File: where}, "%s", text)
}

// unknown says which builtin scenarios there are.
func (l Loader) unknown(name string) string {
	names := l.names()
	valid := "want one of " + strings.Join(names, ", ") + " or the path of a .toml file"
	if near := closest(name, names, 4); near != "" {
		return fmt.Sprintf("unknown, did you mean %s? %s", near, valid)
	}
	return "unknown, " + valid
}

// circle writes the files that lead back to the place.
func circle(layers []layer, back place) string {
	var parts []string
	for _, l := range layers {
		parts = append(parts, l.place.String())
	}
	return strings.Join(append(parts, back.String()), " -> ")
}

// conformAll holds all files to the full decoder.
func conformAll(chain []layer) (faults Faults) {
	for _, l := range chain {
		faults = append(faults, conform(l.place.String(), unmarked(l.data))...)
	}
	return faults
}

// unmarked strips the byte order mark that some editors put first.
func unmarked(data []byte) []byte { return bytes.TrimPrefix(data, []byte("\ufeff")) }

// describe makes the scenario of a chain: the texts of the last file, or where
// it has none, of what it extends.
func describe(chain []layer) Scenario {
	var s Scenario
	for _, l := range chain {
		s.Name = l.place.name()
		sum := sha256.Sum256(l.data)
		s.Files = append(s.Files, File{l.place.String(), hex.EncodeToString(sum[:])})
		if l.head.title != "" {
			s.Title = l.head.title
		}
		if l.head.text != "" {
			s.Text = l.head.text
		}
		if l.head.sources != nil {
			s.Sources = l.head.sources
		}
	}
	return s
}
