package validate

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"trabecula/sim/run"
	"trabecula/sim/scenario"
	"trabecula/sim/unit"
)

// Arm is one group of a virtual trial: who they are and what is done to them.
type Arm struct {
	Name     string
	Text     string
	Scenario string
	Set      []string // causes, "path=value"
	At       []string // causes that change in mid-run, "1 y: path=value; path=value"
	Treat    []string
	Start    float64 // time 0 of its rows [h]
	Until    float64 // [h]
	Quick    bool    // a part of quick validation

	at scenario.Position
}

// armText is an arm as it is written.
type armText struct {
	Name     text   `key:"name,must"`
	Text     text   `key:"text,must"`
	Extends  text   `key:"extends"`
	Scenario text   `key:"scenario"`
	Set      []text `key:"set"`
	At       []text `key:"at"`
	Treat    []text `key:"treat"`
	Start    text   `key:"start"`
	Until    text   `key:"until"`
	Quick    text   `key:"quick"`
}

// arm makes an arm, laid over the one it extends.
func (t armText) arm(known []Arm, f *faults) Arm {
	a := Arm{Scenario: "healthy", Start: unit.Year}
	if t.Extends.string != "" {
		i := slices.IndexFunc(known, func(k Arm) bool { return k.Name == t.Extends.string })
		if i < 0 {
			f.add(t.Extends.at, "extends = %q, want the name of an arm above", t.Extends.string)
		} else {
			a = known[i]
			a.Set, a.At, a.Treat, a.Quick = slices.Clone(a.Set), slices.Clone(a.At), slices.Clone(a.Treat), false
		}
	}
	a.Name, a.Text, a.at = t.Name.string, t.Text.string, t.Name.at
	if slices.ContainsFunc(known, func(k Arm) bool { return k.Name == a.Name }) {
		f.add(t.Name.at, "name = %q, there is such an arm above", a.Name)
	}
	if t.Scenario.string != "" {
		a.Scenario = t.Scenario.string
	}
	for _, s := range t.Set {
		a.Set = laid(a.Set, s.string)
	}
	for _, s := range t.At {
		a.At = append(a.At, s.string)
	}
	for _, s := range t.Treat {
		a.Treat = append(a.Treat, s.string)
	}
	t.times(&a, f)
	a.Quick = oneOf(t.Quick, "quick", "no", []string{"yes", "no"}, f) == "yes"
	return a
}

// times reads when the arm begins to count and when it ends.
func (t armText) times(a *Arm, f *faults) {
	if t.Start.string != "" {
		a.Start = duration(t.Start, "start", f)
	}
	if t.Until.string != "" {
		a.Until = duration(t.Until, "until", f)
	}
	if a.Until <= a.Start {
		f.add(a.at, "until: the arm %s ends before its start", a.Name)
	}
}

// laid adds a setting to others, in place of one of the same parameter.
func laid(sets []string, s string) []string {
	kept := slices.DeleteFunc(slices.Clone(sets), func(o string) bool { return key(o) == key(s) })
	return append(kept, s)
}

// key is the path of a setting "path=value".
func key(set string) string {
	path, _, _ := strings.Cut(set, "=")
	return strings.TrimSpace(path)
}

// Config returns the configuration of one run of the arm.
func (l *Library) Config(a Arm, seed int) (*run.Config, error) {
	sets := slices.Concat(l.Protocol.Set, l.Protocol.window(seed))
	for _, s := range slices.Concat(a.Set, l.Set) {
		sets = laid(sets, s)
	}
	sets = laid(sets, "random.seed="+strconv.Itoa(seed))
	sets = laid(sets, "time.until="+unit.Format(a.Until, "d"))
	c, _, err := run.LoadAsked(a.Scenario, run.Asked{Sets: sets, Turns: a.At, Treatments: a.Treat})
	return c, err
}

// identity is what decides the run of a seed beside the program: the hash of the
// configuration of the first seed, and what another seed changes in it.
func (l *Library) identity(first string, seed int) string {
	return fmt.Sprintf("%s\n%d\n%q", first, seed, l.Protocol.window(seed))
}
