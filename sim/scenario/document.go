package scenario

import (
	"bytes"
	"errors"
	"fmt"
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/pelletier/go-toml/v2"
	"github.com/pelletier/go-toml/v2/unstable"
)

// form is how a value is written.
type form string

// The forms of values.
const (
	text     form = "text"
	number   form = "number"
	flag     form = "flag"
	list     form = "list"
	header   form = "table" // a [table] line; it has no value
	other    form = "date"
	bareword form = "bare" // of --set, where nothing is quoted
)

// entry is one key of a file, or one --set, with its value.
type entry struct {
	path  string   // dotted; of a change, below it
	turn  int      // which of the file's changes it belongs to, from 1; 0 = none
	form  form     // of the value
	value string   // unquoted text, or the literal
	shown string   // as it was written
	items []string // of a list of texts
	mixed bool     // the list holds something else than texts
	key   Position // where the key is, for faults
	at    Position // where the value is, for faults
}

// maxSyntaxFaults ends the search for further syntax errors.
const maxSyntaxFaults = 10

// parse reads a TOML document into its entries, in order. Lines that are not
// TOML are reported and skipped, so that one of them does not hide the rest.
func parse(file string, data []byte) ([]entry, Faults) {
	var syntax Faults
	work := bytes.Clone(data)
	for {
		d := document{file: file, data: work, seen: map[string]Position{}}
		fault := d.scan()
		if fault == nil {
			return d.entries, append(syntax, d.faults...)
		}
		syntax.add(d.place(fault.offset), "%s", fault.text)
		if len(syntax) == maxSyntaxFaults || !blank(work, fault.offset) {
			return d.entries, append(syntax, d.faults...)
		}
	}
}

// syntaxFault is where the parser stopped and why.
type syntaxFault struct {
	offset int
	text   string
}

// blank overwrites the line at the offset with spaces, if it is that line alone
// that is no TOML: within an open bracket or text, skipping it would only make
// more errors.
func blank(data []byte, offset int) bool {
	start := bytes.LastIndexByte(data[:offset], '\n') + 1
	end := len(data)
	if i := bytes.IndexByte(data[offset:], '\n'); i >= 0 {
		end = offset + i
	}
	line := data[start:end]
	alone := document{data: bytes.Clone(line), seen: map[string]Position{}}
	if alone.scan() == nil || bytes.Contains(line, []byte(`"""`)) || bytes.Contains(line, []byte(`'''`)) {
		return false
	}
	for i := range line {
		line[i] = ' '
	}
	return true
}

// document is a file while it is scanned.
type document struct {
	file    string
	data    []byte
	parser  unstable.Parser
	table   []string
	turn    int                 // the change that is open, from 1; 0 = none yet
	seen    map[string]Position // of each key
	entries []entry
	faults  Faults
}

// scan walks over the whole document; it returns where it had to stop, if so.
func (d *document) scan() *syntaxFault {
	d.parser.Reset(d.data)
	for d.parser.NextExpression() {
		switch e := d.parser.Expression(); e.Kind {
		case unstable.Table:
			d.open(e)
		case unstable.ArrayTable:
			d.openList(e)
		case unstable.KeyValue:
			d.keyValue(d.table, e)
		}
	}
	return d.stopped(d.parser.Error())
}

// stopped turns a parser's error into a fault with a place and, for the usual
// slip of a bare quantity, with advice.
func (d *document) stopped(err error) *syntaxFault {
	var at *unstable.ParserError
	if !errors.As(err, &at) {
		return nil
	}
	offset := int(d.parser.Range(at.Highlight).Offset)
	line, _, _ := bytes.Cut(d.data[bytes.LastIndexByte(d.data[:offset], '\n')+1:], []byte("\n"))
	if found := bare.FindSubmatch(line); found != nil {
		return &syntaxFault{offset, fmt.Sprintf("not TOML: texts and quantities with a unit go in quotes: %s = %q", found[1], bytes.TrimSpace(found[2]))}
	}
	return &syntaxFault{offset, "not TOML: " + at.Message}
}

// bare matches a value that lacks its quotes.
var bare = regexp.MustCompile(`^\s*([A-Za-z0-9_.-]+)\s*=\s*([-+]?[\d.][\deE.+-]*\s*[\pL%°/][^#"'\[\]{}]*|[\pL_][^#"'\[\]{}]*)(#.*)?$`)

// open starts a table.
func (d *document) open(e *unstable.Node) {
	path, at := d.key(e, nil)
	d.table = path
	name, turn := d.name(path)
	if first, ok := d.first("["+name, turn, at); ok {
		d.faults.add(at, "%s: table opened twice, first at %s", name, first)
		return
	}
	d.entries = append(d.entries, entry{path: name, turn: turn, form: header, shown: "a table", key: at, at: at})
}

// openList starts a table of a list: only changes are listed.
func (d *document) openList(e *unstable.Node) {
	path, at := d.key(e, nil)
	d.table = path
	if dotted(path) != changesKey {
		d.faults.add(at, "%s: list of tables, want [%s]", dotted(path), dotted(path))
		return
	}
	d.turn++
	d.entries = append(d.entries, entry{turn: d.turn, form: header, shown: "a table", key: at, at: at})
}

// name returns the dotted path of a key or table, and the change to which it
// belongs, below which the path then is.
func (d *document) name(path []string) (name string, turn int) {
	if path[0] == changesKey && d.turn > 0 && len(path) > 1 {
		return strings.Join(path[1:], "."), d.turn
	}
	return dotted(path), 0
}

// first notes where a name of a change, or of none, comes up. If it is not the
// first time, it returns where that was.
func (d *document) first(name string, turn int, at Position) (Position, bool) {
	unique := fmt.Sprint(turn, " ", name)
	first, ok := d.seen[unique]
	if !ok {
		d.seen[unique] = at
	}
	return first, ok
}

// keyValue records a key and its value; inline tables add their keys.
func (d *document) keyValue(table []string, e *unstable.Node) {
	path, at := d.key(e, table)
	value := e.Value()
	if value.Kind == unstable.InlineTable {
		for it := value.Children(); it.Next(); {
			d.keyValue(path, it.Node())
		}
		return
	}
	name, turn := d.name(path)
	if first, ok := d.first(name, turn, at); ok {
		d.faults.add(at, "%s: set twice, first at %s", name, first)
		return
	}
	found := d.entry(name, at, value)
	found.turn = turn
	d.entries = append(d.entries, found)
}

// entry reads a value that is not a table.
func (d *document) entry(name string, key Position, value *unstable.Node) entry {
	e := entry{path: name, value: string(value.Data), shown: string(value.Data), key: key, at: key}
	if value.Raw.Length > 0 {
		e.at = d.place(int(value.Raw.Offset))
	}
	switch value.Kind {
	case unstable.String:
		e.form = text
		e.shown = fmt.Sprintf("%q", value.Data)
	case unstable.Integer, unstable.Float:
		e.form, e.value = number, literal(e.value)
	case unstable.Bool:
		e.form = flag
	case unstable.Array:
		e.form, e.shown = list, "a list"
		for it := value.Children(); it.Next(); {
			e.items = append(e.items, string(it.Node().Data))
			e.mixed = e.mixed || it.Node().Kind != unstable.String
		}
	default:
		e.form = other
	}
	return e
}

// key returns the dotted key of a node below the table, and its place.
func (d *document) key(e *unstable.Node, table []string) (path []string, at Position) {
	path = slices.Clone(table)
	for it := e.Key(); it.Next(); {
		if at.Line == 0 {
			at = d.place(int(it.Node().Raw.Offset))
		}
		path = append(path, string(it.Node().Data))
	}
	return path, at
}

// place finds line and column of an offset.
func (d *document) place(offset int) Position {
	before := d.data[:offset]
	line := before[bytes.LastIndexByte(before, '\n')+1:]
	return Position{d.file, bytes.Count(before, []byte("\n")) + 1, utf8.RuneCount(line) + 1}
}

// dotted joins a path; parts that are no bare key are quoted, so that a dot in
// one of them does not make another path.
func dotted(path []string) string {
	parts := make([]string, len(path))
	for i, p := range path {
		parts[i] = p
		if !bareKey.MatchString(p) {
			parts[i] = fmt.Sprintf("%q", p)
		}
	}
	return strings.Join(parts, ".")
}

var bareKey = regexp.MustCompile(`^[A-Za-z0-9_-]+$`)

// conform returns what only the full decoder refuses, such as a table that an
// inline table already closed. It is asked last, as its errors are less clear.
func conform(file string, data []byte) Faults {
	err := toml.Unmarshal(data, &map[string]any{})
	var at *toml.DecodeError
	switch {
	case err == nil:
		return nil
	case errors.As(err, &at):
		line, column := at.Position()
		return Faults{{Position{file, line, column}, "not TOML: " + strings.TrimPrefix(at.Error(), "toml: ")}}
	}
	return Faults{{Position{File: file}, "not TOML: " + err.Error()}}
}
