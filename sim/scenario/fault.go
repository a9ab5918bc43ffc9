package scenario

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
)

// Position is where a fault is. Line and column count from 1, columns in
// characters; they are 0 where there is only a name, as of "--set key=value".
type Position struct {
	File         string
	Line, Column int
}

// String writes "my.toml:12:3", or the name alone.
func (p Position) String() string {
	if p.Line == 0 {
		return p.File
	}
	return fmt.Sprintf("%s:%d:%d", p.File, p.Line, p.Column)
}

// Fault is one thing wrong in a scenario.
type Fault struct {
	At   Position
	Text string // what, starting with the path of the key
}

// Error returns place and text.
func (f Fault) Error() string { return f.At.String() + ": " + f.Text }

// Faults is everything wrong in a scenario.
type Faults []Fault

// Error returns one line per fault.
func (f Faults) Error() string {
	lines := make([]string, len(f))
	for i, fault := range f {
		lines[i] = fault.Error()
	}
	return strings.Join(lines, "\n")
}

// add appends a fault.
func (f *Faults) add(at Position, format string, args ...any) {
	*f = append(*f, Fault{at, fmt.Sprintf(format, args...)})
}

// sorted returns the faults file by file, in the order the files came up, and
// within a file from top to bottom.
func (f Faults) sorted() Faults {
	rank := map[string]int{}
	for _, fault := range f {
		if _, ok := rank[fault.At.File]; !ok {
			rank[fault.At.File] = len(rank)
		}
	}
	slices.SortStableFunc(f, func(a, b Fault) int {
		return cmp.Or(
			cmp.Compare(rank[a.At.File], rank[b.At.File]),
			cmp.Compare(a.At.Line, b.At.Line),
			cmp.Compare(a.At.Column, b.At.Column))
	})
	return f
}
