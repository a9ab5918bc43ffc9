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
)

// Resolved writes every parameter with its unit, meaning, range and source as a
// scenario file that extends nothing; loading it gives exactly the same values.
func Resolved(groups []param.Group) []byte {
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
				fmt.Fprintf(&b, "# %s\n%s = %s\n", remark(s), s.Name, tomlValue(s))
			}
		}
	}
	return b.Bytes()
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

// tomlValue writes the present value: in quotes where it has a unit or is a
// text, or is a whole number that TOML cannot hold.
func tomlValue(s param.Spec) string {
	v := s.Value()
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
// parameters. It does not depend on their order, units or documentation.
func Hash(groups []param.Group) string {
	var lines []string
	for _, s := range param.Describe(groups) {
		lines = append(lines, s.Path+"="+exact(s.Value())+"\n")
	}
	slices.Sort(lines)
	sum := sha256.Sum256([]byte(strings.Join(lines, "")))
	return hex.EncodeToString(sum[:])
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
