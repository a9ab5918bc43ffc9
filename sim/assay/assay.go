package assay

import (
	"fmt"
	"slices"
	"strings"
)

// Assay is a test: who is examined, what is done in each arm, and what is read.
type Assay struct {
	Name, Doc string
	Note      string   // what a reader of the result should know
	Shown     []string // probes that are drawn and tabulated

	who      []string     // settings of the person, unless the request says otherwise
	arms     []arm        // one nameless arm if there are none
	axis     axisUnit     // of time
	protocol func(*bench) // carries one arm out
	summary  func(*Result)
}

// arm is one group of a test: what differs from the others.
type arm struct {
	name string
	set  []string // settings, "key=value"
	plan string   // treatments
}

// axisUnit is the unit in which the time of a test is told.
type axisUnit struct {
	name string  // column, such as "time_h"
	text string  // such as "time [h]"
	size float64 // [h]
}

var (
	inHours = axisUnit{"time_h", "time [h]", 1}
	inDays  = axisUnit{"time_d", "time [d]", 24}
	inYears = axisUnit{"time_y", "time [years]", 365.25 * 24}
	inAge   = axisUnit{"age_y", "age [years]", 1}
)

// Names lists the assays in the order of the catalogue.
func Names() []string {
	var names []string
	for _, a := range Catalogue() {
		names = append(names, a.Name)
	}
	return names
}

// Find returns the assay of that name; the error names the nearest.
func Find(name string) (Assay, error) {
	all := Catalogue()
	i := slices.IndexFunc(all, func(a Assay) bool { return a.Name == name })
	if i < 0 {
		return Assay{}, fmt.Errorf("assay %s: unknown, want one of %s, a row (%s), rows or overlay", name, strings.Join(Names(), ", "), strings.Join(RowNames(), ", "))
	}
	return all[i], nil
}

// groups returns the arms, of which there is at least one.
func (a Assay) groups() []arm {
	if len(a.arms) == 0 {
		return []arm{{}}
	}
	return a.arms
}

// owned lists the parameters that the test itself sets: a request may not.
func (a Assay) owned() []string {
	var keys []string
	for _, g := range a.groups() {
		for _, s := range g.set {
			keys = append(keys, key(s))
		}
	}
	return keys
}

// key is the path of a setting "path=value".
func key(set string) string {
	path, _, _ := strings.Cut(set, "=")
	return strings.TrimSpace(path)
}
