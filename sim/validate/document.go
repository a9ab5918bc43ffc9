package validate

import (
	"bytes"
	"errors"
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/pelletier/go-toml/v2/unstable"

	"trabecula/sim/scenario"
)

// text is a value of a file and where it stands.
type text struct {
	string
	at scenario.Position
}

// field is a key of a record with its values: one text, or a list of them.
type field struct {
	name   text
	values []text
	list   bool
}

// record is one [[table]] of a file: a target, an arm.
type record struct {
	kind   text
	fields []field
}

// faults collects everything wrong in the files.
type faults struct {
	list  scenario.Faults
	later []func() // checks that need all files
}

func (f *faults) add(at scenario.Position, format string, args ...any) {
	f.list = append(f.list, scenario.Fault{At: at, Text: fmt.Sprintf(format, args...)})
}

// err returns the faults, nil if there are none.
func (f *faults) err() error {
	if len(f.list) == 0 {
		return nil
	}
	return f.list
}

// document is a file while it is read: lists of tables whose values are texts,
// numbers or lists of texts.
type document struct {
	file    string
	data    []byte
	parser  unstable.Parser
	records []record
	faults  *faults
}

// read returns the records of a file.
func read(file string, data []byte, f *faults) []record {
	d := document{file: file, data: data, faults: f}
	d.parser.Reset(data)
	for d.parser.NextExpression() {
		switch e := d.parser.Expression(); e.Kind {
		case unstable.ArrayTable:
			d.records = append(d.records, record{kind: d.key(e)})
		case unstable.Table:
			name := d.key(e)
			f.add(name.at, "%s: a single table, want a list of them: [[%s]]", name.string, name.string)
			d.records = append(d.records, record{kind: name})
		case unstable.KeyValue:
			d.keyValue(e)
		}
	}
	var stopped *unstable.ParserError
	if errors.As(d.parser.Error(), &stopped) {
		f.add(d.place(int(d.parser.Range(stopped.Highlight).Offset)), "not TOML: %s", stopped.Message)
	}
	return d.records
}

// keyValue adds a key to the record that is open.
func (d *document) keyValue(e *unstable.Node) {
	name := d.key(e)
	if len(d.records) == 0 {
		d.faults.add(name.at, "%s: stands above the first [[table]]", name.string)
		return
	}
	r := &d.records[len(d.records)-1]
	if slices.ContainsFunc(r.fields, func(f field) bool { return f.name.string == name.string }) {
		d.faults.add(name.at, "%s: set twice in one [[%s]]", name.string, r.kind.string)
		return
	}
	f := field{name: name}
	switch v := e.Value(); v.Kind {
	case unstable.String, unstable.Integer, unstable.Float:
		f.values = []text{d.text(v, name.at)}
	case unstable.Array:
		f.list = true
		for it := v.Children(); it.Next(); {
			f.values = append(f.values, d.text(it.Node(), name.at))
		}
	default:
		d.faults.add(name.at, "%s: want a text, a number or a list of texts", name.string)
	}
	r.fields = append(r.fields, f)
}

// text returns a value; what has no place of its own has that of its key.
func (d *document) text(v *unstable.Node, at scenario.Position) text {
	if v.Raw.Length > 0 {
		at = d.place(int(v.Raw.Offset))
	}
	return text{string(v.Data), at}
}

// key returns the dotted key of a node.
func (d *document) key(e *unstable.Node) text {
	var parts []string
	var at scenario.Position
	for it := e.Key(); it.Next(); {
		if at.Line == 0 {
			at = d.place(int(it.Node().Raw.Offset))
		}
		parts = append(parts, string(it.Node().Data))
	}
	return text{strings.Join(parts, "."), at}
}

// place finds line and column of an offset.
func (d *document) place(offset int) scenario.Position {
	before := d.data[:offset]
	line := before[bytes.LastIndexByte(before, '\n')+1:]
	return scenario.Position{File: d.file, Line: bytes.Count(before, []byte("\n")) + 1, Column: utf8.RuneCount(line) + 1}
}
