package scenario

import (
	"cmp"
	"slices"
	"strings"

	"github.com/agext/levenshtein"
)

// closest returns the candidate nearest to the name, or "" if none is so near
// that slips of the pen explain the difference: one in so many letters, or two
// letters swapped, or one in a name of up to three.
func closest(name string, candidates []string, letters int) string {
	allowed := max(2, len(name)/letters)
	if len(name) <= 3 {
		allowed = 1
	}
	best, least := "", allowed+1
	for _, c := range candidates {
		if d := levenshtein.Distance(name, c, nil); d < least {
			best, least = c, d
		}
	}
	return best
}

// last returns the last part of a path and the path of its table.
func last(path string) (name, table string) {
	i := strings.LastIndexByte(path, '.')
	if i < 0 {
		return path, ""
	}
	return path[i+1:], path[:i]
}

// children lists the names directly below a table, sorted.
func children(paths []string, table string) []string {
	prefix := table + "."
	if table == "" {
		prefix = ""
	}
	var names []string
	for _, p := range paths {
		if rest, ok := strings.CutPrefix(p, prefix); ok {
			name, _, _ := strings.Cut(rest, ".")
			names = append(names, name)
		}
	}
	slices.Sort(names)
	return slices.Compact(names)
}

// hint says what might have been meant by an unknown path: a key of the same
// table, a path like it, the same name elsewhere, or else what is valid there.
func hint(path string, known []string) string {
	name, table := last(path)
	for table != "" && len(children(known, table)) == 0 { // climb to a table there is
		name, table = last(table)
	}
	level := children(known, table)
	if near := closest(name, level, 4); near != "" {
		return "did you mean " + repair(path, table, near, known) + "?"
	}
	if near := closest(path, known, 10); near != "" {
		return "did you mean " + near + "?"
	}
	if same := elsewhere(path, known); len(same) > 0 && len(same) <= 3 {
		return "did you mean " + strings.Join(same, " or ") + "?"
	}
	if table == "" {
		return "want one of " + strings.Join(level, ", ")
	}
	return "want one of " + strings.Join(level, ", ") + " in " + table
}

// repair replaces the part of the path below table by near, and keeps what
// follows it if that makes a path there is.
func repair(path, table, near string, known []string) string {
	fixed := near
	if table != "" {
		fixed = table + "." + near
	}
	rest := strings.Split(path, ".")[strings.Count(fixed, ".")+1:]
	whole := strings.Join(append([]string{fixed}, rest...), ".")
	if slices.Contains(known, whole) || len(children(known, whole)) > 0 {
		return whole
	}
	if better := closest(whole, known, 10); better != "" {
		return better
	}
	return fixed
}

// elsewhere lists known paths that end in the same name, nearest length first.
func elsewhere(path string, known []string) []string {
	name, _ := last(path)
	var same []string
	for _, k := range known {
		if n, _ := last(k); n == name {
			same = append(same, k)
		}
	}
	slices.SortStableFunc(same, func(a, b string) int { return cmp.Compare(len(a), len(b)) })
	return same
}
