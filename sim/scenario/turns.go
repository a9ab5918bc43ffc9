package scenario

import (
	"slices"
	"strings"

	"trabecula/sim/param"
	"trabecula/sim/unit"
)

// Turn is a change of causes in mid-run.
type Turn struct {
	At   float64   `json:"at_h"`             // since the start
	Ramp float64   `json:"ramp_h,omitempty"` // over which values move evenly; 0 = at once
	Text string    `json:"text,omitempty"`
	Set  []Setting `json:"set"`
	From string    `json:"from"` // "my.toml:12:1" or "--at ..."
}

// Setting is a parameter and the value that it takes.
type Setting struct {
	Path  string `json:"path"`
	Value string `json:"value"` // with its unit; reads back as the same bits
}

// String says "day 730.5: endocrine.pth.glands = 0; removal of the adenoma".
func (t Turn) String() string {
	var parts []string
	for _, s := range t.Set {
		parts = append(parts, s.Path+" = "+s.Value)
	}
	text := "day " + unit.Number(t.At, "d")
	if t.Ramp > 0 {
		text += " over " + unit.Format(t.Ramp, "d")
	}
	text += ": " + strings.Join(parts, ", ")
	if t.Text != "" {
		text += "; " + t.Text
	}
	return text
}

// timetable collects the turns of all layers.
type timetable struct {
	*overlay
	causes []string // paths of parameters that may change
	end    string   // path of the length of a run
	turns  []placed
}

// placed is a turn and where it is written.
type placed struct {
	Turn
	at    Position
	layer int
}

func newTimetable(l Loader, o *overlay) *timetable {
	t := &timetable{overlay: o, end: l.End}
	if l.Causes != nil {
		t.causes = slices.DeleteFunc(slices.Clone(o.paths), func(path string) bool { return !l.Causes(path) })
	}
	return t
}

// lay reads the turns of a layer. They lie within the run as it is after that
// layer: a later one may make it shorter, and what it no longer reaches is
// dropped.
func (t *timetable) lay(entries []entry) {
	layer := 0
	if n := len(t.turns); n > 0 {
		layer = t.turns[n-1].layer + 1
	}
	for i := 1; ; i++ {
		own := slices.DeleteFunc(slices.Clone(entries), func(e entry) bool { return e.turn != i })
		if len(own) == 0 {
			return
		}
		if read, ok := t.turn(own); ok {
			t.hold(read, layer)
		}
	}
}

// turn reads the entries of one change; ok tells whether it is whole.
func (t *timetable) turn(own []entry) (read placed, ok bool) {
	before := len(t.faults)
	read.at, read.From = own[0].key, own[0].key.String()
	timed := false
	for _, e := range own[1:] {
		path, inSet := strings.CutPrefix(e.path, "set.")
		switch {
		case e.form == header:
		case inSet:
			t.setting(&read.Turn, strings.ReplaceAll(path, `"`, ""), e)
		default:
			timed = timed || e.path == "at"
			t.about(&read.Turn, e)
		}
	}
	if !timed {
		t.faults.add(read.at, `changes: no time, want at = "1 y"`)
	}
	if len(read.Set) == 0 && len(t.faults) == before {
		t.faults.add(read.at, "changes: nothing is set, want [changes.set] with one of %s", strings.Join(t.roots(), ", "))
	}
	return read, len(t.faults) == before
}

// about reads a key of a change that is not a parameter.
func (t *timetable) about(into *Turn, e entry) {
	switch {
	case e.path == "at":
		into.At = t.time(e, "1 y")
	case e.path == "ramp":
		into.Ramp = t.time(e, "30 d")
	case e.path == "text" && e.form == text:
		into.Text = strings.TrimSpace(e.value)
	case e.path == "text":
		t.faults.add(e.at, "changes.text = %s, want a text in quotes", e.shown)
	default:
		t.faults.add(e.key, "changes.%s: unknown key, want at, ramp, text or [changes.set]", e.path)
	}
}

// time reads a time since the start, or a length of time [h].
func (t *timetable) time(e entry, example string) float64 {
	if e.form != text && e.form != number && e.form != bareword {
		t.faults.add(e.at, "changes.%s = %s, want a time such as %q", e.path, e.shown, example)
		return 0
	}
	v, err := unit.ParseIn(e.value, "d", example)
	switch {
	case err != nil:
		t.faults.add(e.at, "changes.%s: %s", e.path, err)
	case v < 0:
		t.faults.add(e.at, "changes.%s = %s, want at least 0 d", e.path, e.shown)
	}
	return v
}

// setting reads a parameter that changes.
func (t *timetable) setting(into *Turn, path string, e entry) {
	spec, known := t.byPath[path]
	switch {
	case !known && t.table(path):
		t.faults.add(e.key, "%s: a table, want one of its keys: %s", path, strings.Join(children(t.paths, path), ", "))
	case !known:
		t.faults.add(e.key, "%s: unknown key, %s", path, hint(path, t.causes))
	case !slices.Contains(t.causes, path):
		t.faults.add(e.key, "%s: cannot change in mid-run, want a cause: one of %s", path, strings.Join(t.roots(), ", "))
	case slices.ContainsFunc(into.Set, func(s Setting) bool { return s.Path == path }):
		t.faults.add(e.key, "%s: set twice", path)
	default:
		t.value(into, spec, e)
	}
}

// value reads the value that a parameter takes.
func (t *timetable) value(into *Turn, spec param.Spec, e entry) {
	if !fits(spec.Kind, e.form) {
		t.faults.add(e.at, "%s", spec.WrongType(e.shown))
		return
	}
	v, err := spec.Parse(e.value)
	if err != nil {
		t.faults.add(e.at, "%s", err)
		return
	}
	into.Set = append(into.Set, Setting{spec.Path, spec.Format(v)})
}

// roots lists the tables whose parameters may change.
func (t *timetable) roots() []string {
	if len(t.causes) == 0 {
		return []string{"none"}
	}
	var roots []string
	for _, path := range t.causes {
		parts := strings.SplitN(path, ".", 3)
		roots = append(roots, strings.Join(parts[:min(2, len(parts))], "."))
	}
	slices.Sort(roots)
	return slices.Compact(roots)
}

// hold keeps a turn that lies in the run, after those of its layer that come
// before it.
func (t *timetable) hold(p placed, layer int) {
	p.layer = layer
	shown := unit.Format(p.At, "d")
	if end, ok := t.until(); ok && p.At >= end {
		t.faults.add(p.at, "changes.at = %s, want less than %s = %s", shown, t.end, unit.Format(end, "d"))
		return
	}
	if n := len(t.turns); n > 0 && t.turns[n-1].layer == layer && t.turns[n-1].At >= p.At {
		t.faults.add(p.at, "changes.at = %s, want more than the %s of the change before, at %s", shown, unit.Format(t.turns[n-1].At, "d"), t.turns[n-1].at)
		return
	}
	t.turns = append(t.turns, p)
}

// until returns the length of the run as the layers so far have it [h].
func (t *timetable) until() (end float64, ok bool) {
	end, ok = t.values[t.end].(float64)
	return end, ok
}

// plan returns the turns of all layers in the order of time. Those that the run
// does not reach are left out.
func (t *timetable) plan() []Turn {
	slices.SortStableFunc(t.turns, func(a, b placed) int {
		switch {
		case a.At < b.At:
			return -1
		case a.At > b.At:
			return 1
		}
		return 0
	})
	var all []Turn
	for i, p := range t.turns {
		if i > 0 && t.turns[i-1].At == p.At {
			t.faults.add(p.at, "changes.at = %s: there is a change at that time already, at %s", unit.Format(p.At, "d"), t.turns[i-1].at)
		}
		if end, ok := t.until(); !ok || p.At < end {
			all = append(all, p.Turn)
		}
	}
	t.checkRamps(all)
	return all
}

// checkRamps reports what cannot move evenly: what is no number with a fraction,
// and what another turn moves at the same time.
func (t *timetable) checkRamps(all []Turn) {
	free := map[string]float64{} // when the ramp of a parameter ends
	for _, turn := range all {
		at := Position{File: turn.From}
		for _, s := range turn.Set {
			if kind := t.byPath[s.Path].Kind; turn.Ramp > 0 && kind != param.Float {
				t.faults.add(at, "changes.ramp: %s is of type %s, which cannot move evenly", s.Path, kind)
			}
			if free[s.Path] > turn.At {
				t.faults.add(at, "%s: still on its way by the ramp of an earlier change, until %s", s.Path, unit.Format(free[s.Path], "d"))
			}
			free[s.Path] = turn.At + turn.Ramp
		}
	}
}

// readTurns reads the values of --at, each "1 y: key=value; key=value" or "1 y
// over 30 d: key=value", as entries.
func readTurns(turns []string, faults *Faults) (entries []entry) {
	for i, text := range turns {
		at := Position{File: "--at " + text}
		when, what, ok := strings.Cut(text, ":")
		if !ok {
			faults.add(at, `want "time: key=value", such as "1 y: endocrine.pth.glands=0"`)
			continue
		}
		when, ramp, ramped := strings.Cut(when, " over ")
		add := func(path string, f form, value string) {
			entries = append(entries, entry{path: path, turn: i + 1, form: f, value: value, shown: value, key: at, at: at})
		}
		add("", header, "")
		add("at", bareword, strings.TrimSpace(when))
		if ramped {
			add("ramp", bareword, strings.TrimSpace(ramp))
		}
		for _, part := range strings.Split(what, ";") {
			key, value, ok := strings.Cut(part, "=")
			if !ok {
				faults.add(at, "%q: want key=value", strings.TrimSpace(part))
				continue
			}
			add("set."+strings.TrimSpace(key), bareword, unquote(strings.TrimSpace(value)))
		}
	}
	return entries
}
