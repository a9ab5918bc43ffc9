package validate

import (
	"errors"
	"io/fs"
	"path"
	"slices"
	"sort"
	"strings"

	"trabecula/sim/metric"
	"trabecula/sim/param"
	"trabecula/sim/run"
)

// Library is all that is compared and all that is run for it.
type Library struct {
	Protocol  Protocol
	Arms      []Arm
	Targets   []Target
	Bodies    []BodyRow
	Skipped   []Skip
	Misses    []Miss
	Sensitive []string // parameters that sensitivity moves
	Set       []string // settings over all others, for sensitivity
}

// Skip is a row that is not attempted.
type Skip struct {
	Row    string `json:"row"`
	Reason string `json:"reason"`
}

// Miss is what is believed to be the reason why a row is out.
type Miss struct{ Row, Reason string }

// BodyRow is a row that an experiment on the body alone measures (sim/assay).
type BodyRow struct {
	Row      string
	Group    string
	Strength Strength
	Status   string
}

type skipText struct {
	Row    text `key:"row,must"`
	Reason text `key:"reason,must"`
}

type bodyText struct {
	Row      text `key:"row,must"`
	Strength text `key:"strength,must"`
	Status   text `key:"status,must"`
}

type sensitivityText struct {
	Parameters []text `key:"parameters,must"`
}

// parameters checks the parameters of sensitivity.
func (t sensitivityText) parameters(f *faults) []string {
	var paths []string
	specs := param.Describe(run.Defaults().Groups())
	for _, p := range t.Parameters {
		if _, err := moved(specs, []string{p.string}); err != nil {
			f.add(p.at, "%v", err)
		}
		paths = append(paths, p.string)
	}
	return paths
}

// Read reads every .toml file of a folder. The error names every fault with its
// file, line and column.
func Read(folder fs.FS) (*Library, error) {
	names, err := fs.Glob(folder, "*.toml")
	if err != nil {
		return nil, err
	}
	if len(names) == 0 {
		return nil, errors.New("no .toml files, want those of targets and arms")
	}
	sort.Strings(names)
	l, f := &Library{}, &faults{}
	for _, name := range names {
		data, err := fs.ReadFile(folder, name)
		if err != nil {
			return nil, err
		}
		l.add(name, read(name, data, f), f)
	}
	l.check(f)
	return l, f.err()
}

// add takes the records of a file.
func (l *Library) add(file string, records []record, f *faults) {
	group := strings.TrimSuffix(path.Base(file), ".toml")
	for _, r := range records {
		switch r.kind.string {
		case "target":
			var t targetText
			bind(r, &t, f)
			l.Targets = append(l.Targets, t.target(group, f))
			l.checkTarget(t, f)
		case "arm":
			var t armText
			bind(r, &t, f)
			l.Arms = append(l.Arms, t.arm(l.Arms, f))
		case "protocol":
			var t protocolText
			bind(r, &t, f)
			l.Protocol = t.protocol(f)
		default:
			l.addNote(group, r, f)
		}
	}
}

// addNote takes what is said of rows without targets of their own.
func (l *Library) addNote(group string, r record, f *faults) {
	switch r.kind.string {
	case "skip", "miss":
		var t skipText
		bind(r, &t, f)
		if r.kind.string == "skip" {
			l.Skipped = append(l.Skipped, Skip{t.Row.string, t.Reason.string})
			return
		}
		l.Misses = append(l.Misses, Miss{t.Row.string, t.Reason.string})
	case "sensitivity":
		var t sensitivityText
		bind(r, &t, f)
		l.Sensitive = append(l.Sensitive, t.parameters(f)...)
	case "body":
		var t bodyText
		bind(r, &t, f)
		l.Bodies = append(l.Bodies, t.body(group, f))
	default:
		f.add(r.kind.at, "%s: unknown table, want target, arm, protocol, body, skip, miss or sensitivity", r.kind.string)
	}
}

// checkColumn refuses a column that no section has.
func checkColumn(c text, key string, f *faults) {
	if c.string != "" && !slices.ContainsFunc(metric.Columns(), func(m metric.Column) bool { return m.Name == c.string }) {
		f.add(c.at, "%s = %q, no such column; see agents list outputs", key, c.string)
	}
}

// checkTarget notes the places of names that can only be checked at the end.
func (l *Library) checkTarget(t targetText, f *faults) {
	checkColumn(t.Column, "column", f)
	f.later = append(f.later, func() {
		for _, arm := range []text{t.Arm, {armOf(t.Against.string), t.Against.at}} {
			if _, ok := l.Arm(arm.string); arm.string != "" && !ok {
				f.add(arm.at, "arm %q: unknown, want one of %s", arm.string, strings.Join(l.ArmNames(), ", "))
			}
		}
	})
}

// armOf returns the arm of "ARM @ TIME".
func armOf(against string) string {
	arm, _, _ := strings.Cut(against, "@")
	return strings.TrimSpace(arm)
}

// check finds what is wrong between records.
func (l *Library) check(f *faults) {
	for _, c := range f.later {
		c()
	}
	if len(f.list) > 0 {
		return
	}
	for _, t := range l.Targets {
		a, _ := l.Arm(t.Arm)
		for _, p := range t.Points {
			if p.To > a.Until-a.Start+1e-6 {
				f.add(a.at, "until: the arm %s ends before %s of row %s", a.Name, p.Time, t.Row)
			}
		}
	}
	l.checkArms(f)
}

// Arm returns the arm of that name.
func (l *Library) Arm(name string) (Arm, bool) {
	i := slices.IndexFunc(l.Arms, func(a Arm) bool { return a.Name == name })
	if i < 0 {
		return Arm{}, false
	}
	return l.Arms[i], true
}

// ArmNames lists the arms.
func (l *Library) ArmNames() []string {
	var names []string
	for _, a := range l.Arms {
		names = append(names, a.Name)
	}
	return names
}

// RowNames lists the rows that are attempted, each once, in their order.
func (l *Library) RowNames() []string {
	var names []string
	note := func(row string) {
		if !slices.Contains(names, row) {
			names = append(names, row)
		}
	}
	for _, t := range l.Targets {
		note(t.Row)
	}
	for _, b := range l.Bodies {
		note(b.Row)
	}
	return names
}

// Check finds arms that cannot be run with the settings over all others.
func (l *Library) Check() error {
	f := &faults{}
	l.checkArms(f)
	return f.err()
}

// checkArms finds arms that cannot be run.
func (l *Library) checkArms(f *faults) {
	for _, a := range l.Arms {
		if _, err := l.Config(a, 1); err != nil {
			f.add(a.at, "arm %s: %v", a.Name, err)
		}
	}
}

// needs lists the columns that the targets need of an arm.
func (l *Library) needs(arm string) []string {
	var columns []string
	for _, t := range l.Targets {
		if t.Arm == arm || t.Control != nil && t.Control.Arm == arm {
			columns = append(columns, t.Column)
		}
	}
	slices.Sort(columns)
	return slices.Compact(columns)
}

// columns lists what is kept of a run of an arm, in the order of the catalogue.
func (l *Library) columns(arm string) []string {
	want := append(l.needs(arm), l.Protocol.Columns...)
	var names []string
	for _, c := range metric.Columns() {
		if slices.Contains(want, c.Name) {
			names = append(names, c.Name)
		}
	}
	return names
}
