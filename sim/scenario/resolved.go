package scenario

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"

	"trabecula/sim/param"
	"trabecula/sim/unit"
)

// Resolved writes every parameter with its unit, meaning, range and source, and
// what changes in mid-run, as a scenario file that extends nothing; loading it
// gives exactly the same values.
func Resolved(groups []param.Group, turns ...Turn) []byte {
	var b bytes.Buffer
	b.WriteString("# Every parameter as resolved. This file is itself a scenario.\nschema = 1\n")
	specs := param.Describe(groups)
	for _, table := range tablesOf(specs) {
		b.WriteString("\n")
		if table != "" {
			fmt.Fprintf(&b, "[%s]\n", table)
		}
		for _, s := range specs {
			if s.Table == table {
				fmt.Fprintf(&b, "# %s\n%s = %s\n", remark(s), s.Name, tomlValue(s, s.Value()))
			}
		}
	}
	writeTurns(&b, specs, turns)
	return b.Bytes()
}

// writeTurns writes what changes in mid-run.
func writeTurns(b *bytes.Buffer, specs []param.Spec, turns []Turn) {
	for _, t := range turns {
		fmt.Fprintf(b, "\n[[%s]]\nat = %s\n", changesKey, quote(unit.Format(t.At, "d")))
		if t.Ramp > 0 {
			fmt.Fprintf(b, "ramp = %s\n", quote(unit.Format(t.Ramp, "d")))
		}
		if t.Text != "" {
			fmt.Fprintf(b, "text = %s\n", quote(t.Text))
		}
		fmt.Fprintf(b, "[%s.set]\n", changesKey)
		for _, s := range t.Set {
			fmt.Fprintf(b, "%s = %s\n", s.Path, s.toml(specs))
		}
	}
}

// toml writes the value as a scenario file has it.
func (s Setting) toml(specs []param.Spec) string {
	i := slices.IndexFunc(specs, func(p param.Spec) bool { return p.Path == s.Path })
	v, err := specs[i].Parse(s.Value)
	if err != nil {
		panic(err) // it was read by the same rules
	}
	return tomlValue(specs[i], v)
}

// tablesOf lists the tables in order, that of the file itself first: keys
// without a table cannot follow one.
func tablesOf(specs []param.Spec) []string {
	tables := []string{}
	for _, s := range specs {
		if s.Table != "" && !slices.Contains(tables, s.Table) {
			tables = append(tables, s.Table)
		}
	}
	if slices.ContainsFunc(specs, func(s param.Spec) bool { return s.Table == "" }) {
		tables = slices.Insert(tables, 0, "")
	}
	return tables
}

// remark is the comment above a parameter, on one line.
func remark(s param.Spec) string {
	parts := []string{s.Doc}
	if s.Unit != "" && s.Unit != "1" {
		parts[0] += " [" + s.Unit + "]"
	}
	if want := s.Range + strings.Join(s.Choices, ", "); want != "" {
		parts = append(parts, want)
	}
	if s.Source != "" {
		parts = append(parts, "source: "+s.Source)
	}
	return strings.Join(strings.Fields(strings.Join(parts, "; ")), " ")
}

// tomlValue writes a value: in quotes where it has a unit or is a text, or is a
// whole number that TOML cannot hold.
func tomlValue(s param.Spec, v any) string {
	written := s.Format(v)
	large, unsigned := v.(uint64)
	switch {
	case s.Kind == param.String:
		return quote(written)
	case s.Kind == param.Float && s.Unit != "1", unsigned && large > math.MaxInt64:
		return quote(written)
	}
	return written
}

// quote writes a basic string of TOML.
func quote(s string) string {
	var b strings.Builder
	b.WriteByte('"')
	for _, r := range s {
		switch {
		case r == '"' || r == '\\':
			b.WriteByte('\\')
			b.WriteRune(r)
		case r < ' ' || r == 0x7f:
			fmt.Fprintf(&b, `\u%04X`, r)
		default:
			b.WriteRune(r)
		}
	}
	b.WriteByte('"')
	return b.String()
}

// Hash is the SHA-256, in hexadecimal, of the paths and exact values of all
// parameters and of what changes in mid-run. It does not depend on the order of
// the parameters, their units or documentation.
func Hash(groups []param.Group, turns ...Turn) string {
	var lines []string
	for _, s := range param.Describe(groups) {
		lines = append(lines, s.Path+"="+exact(s.Value())+"\n")
	}
	slices.Sort(lines)
	for _, t := range turns {
		lines = append(lines, t.exact())
	}
	sum := sha256.Sum256([]byte(strings.Join(lines, "")))
	return hex.EncodeToString(sum[:])
}

// exact writes a turn so that two of them differ in what they do if and only if
// their texts do.
func (t Turn) exact() string {
	text := exact(t.At) + " " + exact(t.Ramp)
	for _, s := range t.Set {
		text += " " + s.Path + "=" + strconv.Quote(s.Value)
	}
	return text + "\n"
}

// exact writes a value so that two of them differ if and only if their texts do.
func exact(v any) string {
	switch v := v.(type) {
	case float64:
		return strconv.FormatFloat(v, 'g', -1, 64)
	case string:
		return strconv.Quote(v)
	}
	return fmt.Sprint(v)
}
