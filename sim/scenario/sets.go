package scenario

import (
	"strings"

	"trabecula/sim/param"
)

// Set gives the parameters of the groups the defaults of their tags and then what
// the sets say, each "key=value". If anything is wrong the groups are left as
// they were and the error, of type Faults, holds every fault.
func Set(groups []param.Group, sets []string) error {
	o := newOverlay(groups)
	o.layAll(readSets(sets, &o.faults))
	if len(o.faults) > 0 {
		return o.faults.sorted()
	}
	o.commit()
	return nil
}

// readSets reads the values of --set, each "key=value", as entries.
func readSets(sets []string, faults *Faults) []entry {
	var entries []entry
	seen := map[string]bool{}
	for _, s := range sets {
		at := Position{File: "--set " + s}
		key, value, ok := strings.Cut(s, "=")
		key, value = strings.TrimSpace(key), unquote(strings.TrimSpace(value))
		switch {
		case !ok || key == "":
			faults.add(at, "want key=value, such as cells.osteoclast.lifespan=10d")
		case seen[key]:
			faults.add(at, "%s: set twice", key)
		default:
			entries = append(entries, entry{path: key, value: value, shown: value, key: at, at: at, form: bareword})
		}
		seen[key] = true
	}
	return entries
}

// unquote strips quotes that a shell left in place.
func unquote(s string) string {
	if len(s) >= 2 && (s[0] == '"' || s[0] == '\'') && s[len(s)-1] == s[0] {
		return s[1 : len(s)-1]
	}
	return s
}
