package validate

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"trabecula/sim/unit"
)

// Only returns the library of some rows, if any are named, and of the rows that
// some arms are enough for, if any are named. The error names all that is unknown,
// and what there is.
func (l *Library) Only(rows, arms []string) (*Library, error) {
	err := errors.Join(unknown("rows", rows, l.RowNames()), unknown("arms", arms, l.ArmNames()))
	o := *l
	o.Targets = slices.DeleteFunc(slices.Clone(l.Targets), func(t Target) bool {
		return len(rows) > 0 && !slices.Contains(rows, t.Row) || len(arms) > 0 && !t.within(arms)
	})
	o.Bodies = slices.DeleteFunc(slices.Clone(l.Bodies), func(b BodyRow) bool {
		return len(rows) > 0 && !slices.Contains(rows, b.Row) || len(arms) > 0
	})
	if len(rows)+len(arms) > 0 {
		o.Skipped = nil
	}
	o.prune()
	return &o, err
}

// unknown says which names are not among those there are.
func unknown(what string, names, all []string) error {
	names = slices.DeleteFunc(slices.Clone(names), func(n string) bool { return slices.Contains(all, n) })
	if len(names) == 0 {
		return nil
	}
	return fmt.Errorf("%s %s: unknown or not attempted, want some of %s", what, strings.Join(names, ", "), strings.Join(all, ", "))
}

// within tells whether some arms are enough for a target.
func (t *Target) within(arms []string) bool {
	return slices.Contains(arms, t.Arm) && (t.Control == nil || slices.Contains(arms, t.Control.Arm))
}

// quickYear is how long an arm of quick validation lasts after its start [h].
const quickYear = unit.Year

// Quick returns the library of a first look: the arms that are marked for it, cut
// to their first year after start, and the points within it.
func (l *Library) Quick() *Library {
	o := *l
	o.Bodies, o.Skipped, o.Arms = nil, nil, nil
	for _, a := range l.Arms {
		if a.Quick {
			a.Until = min(a.Until, a.Start+quickYear)
			o.Arms = append(o.Arms, a)
		}
	}
	o.Targets = nil
	for _, t := range l.Targets {
		t.Points = t.early()
		late := t.Control != nil && t.Control.To > quickYear+1e-6
		if t.within(o.ArmNames()) && len(t.Points) > 0 && !late {
			o.Targets = append(o.Targets, t)
		}
	}
	o.prune()
	return &o
}

// early returns the points of a target within the first year; a mean or a rate over
// a longer time is taken over as much of it as there is.
func (t *Target) early() []Point {
	var early []Point
	for _, p := range t.Points {
		if p.From <= quickYear/2 && t.Control == nil && (t.Transform == Mean || t.Transform == Rate) {
			p.To = min(p.To, quickYear)
		}
		if p.To <= quickYear+1e-6 {
			early = append(early, p)
		}
	}
	return early
}

// prune drops the arms that no target needs.
func (l *Library) prune() {
	l.Arms = slices.DeleteFunc(slices.Clone(l.Arms), func(a Arm) bool { return len(l.needs(a.Name)) == 0 })
}
