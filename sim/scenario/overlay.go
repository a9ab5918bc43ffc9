package scenario

import (
	"slices"
	"strings"

	"trabecula/sim/param"
)

// Change is a parameter that a layer set.
type Change struct {
	Path  string `json:"path"`
	Value string `json:"value"` // with its unit
	From  string `json:"from"`  // "my.toml:12:12" or "--set ..."
}

// overlay collects what the layers set, until all of them are known to be
// without fault.
type overlay struct {
	specs  []param.Spec
	byPath map[string]param.Spec
	paths  []string
	values map[string]any
	from   map[string]Position
	faults Faults
}

// newOverlay starts from the defaults.
func newOverlay(groups []param.Group) *overlay {
	o := &overlay{byPath: map[string]param.Spec{}, values: map[string]any{}, from: map[string]Position{}}
	o.specs = param.Describe(groups)
	for _, s := range o.specs {
		if reserved(s.Path) {
			panic("scenario: " + s.Path + ": path of a parameter is a key of the file itself")
		}
		o.byPath[s.Path] = s
		o.paths = append(o.paths, s.Path)
		o.values[s.Path] = s.Default
	}
	return o
}

// layAll applies what a layer says of parameters from the start.
func (o *overlay) layAll(entries []entry) {
	for _, e := range entries {
		if e.turn == 0 && (e.form == bareword || !reserved(e.path)) {
			o.lay(e)
		}
	}
}

// lay applies one entry of a file or one --set.
func (o *overlay) lay(e entry) {
	spec, known := o.byPath[e.path]
	switch {
	case known && e.form == header:
		o.faults.add(e.key, "%s: a parameter, not a table; %s goes below [%s]", e.path, spec.Name, spec.Table)
	case known:
		o.set(spec, e)
	case o.table(e.path) && e.form != header:
		o.faults.add(e.key, "%s: a table, want one of its keys: %s", e.path, strings.Join(children(o.paths, e.path), ", "))
	case !o.table(e.path):
		o.unknown(e)
	}
}

// set reads the value of a parameter.
func (o *overlay) set(spec param.Spec, e entry) {
	if !fits(spec.Kind, e.form) {
		o.faults.add(e.at, "%s", spec.WrongType(e.shown))
		return
	}
	v, err := spec.Parse(e.value)
	if err != nil {
		o.faults.add(e.at, "%s", err)
		return
	}
	o.values[e.path], o.from[e.path] = v, e.at
}

// fits tells whether a parameter of the kind can be written in the form.
func fits(k param.Kind, f form) bool {
	if f == bareword {
		return true
	}
	switch k {
	case param.Float, param.Int:
		return f == number || f == text
	case param.Bool:
		return f == flag
	}
	return f == text
}

// table tells whether there are parameters below the path.
func (o *overlay) table(path string) bool { return len(children(o.paths, path)) > 0 }

// unknown reports a key or table that does not exist. Below an unknown table
// only the table is reported.
func (o *overlay) unknown(e entry) {
	_, table := last(e.path)
	switch {
	case e.form == header:
		o.faults.add(e.key, "%s: unknown table, %s", e.path, hint(e.path, o.tables()))
	case o.reported(table):
	case o.inParameter(e.path) != "":
		p := o.inParameter(e.path)
		o.faults.add(e.key, "%s: %s is a parameter, not a table", e.path, p)
	default:
		o.faults.add(e.key, "%s: unknown key, %s", e.path, hint(e.path, o.known(e.form)))
	}
}

// known lists the keys there are; those of the file itself are none of --set.
func (o *overlay) known(f form) []string {
	if f == bareword {
		return o.paths
	}
	return slices.Concat(o.paths, keys)
}

// reported tells whether the table was already reported as unknown.
func (o *overlay) reported(table string) bool {
	for _, f := range o.faults {
		if table != "" && strings.HasPrefix(f.Text, table+": unknown table") {
			return true
		}
	}
	return false
}

// inParameter returns the parameter that the path goes through, or "".
func (o *overlay) inParameter(path string) string {
	for path != "" {
		_, path = last(path)
		if _, ok := o.byPath[path]; ok {
			return path
		}
	}
	return ""
}

// tables lists all tables of parameters.
func (o *overlay) tables() []string {
	seen := map[string]bool{}
	var list []string
	for _, s := range o.specs {
		for t := s.Table; t != "" && !seen[t]; _, t = last(t) {
			seen[t] = true
			list = append(list, t)
		}
	}
	return list
}

// commit writes all values to the parameters and lists what layers set.
func (o *overlay) commit() []Change {
	var changes []Change
	for _, s := range o.specs {
		v := o.values[s.Path]
		s.Set(v)
		if from, ok := o.from[s.Path]; ok {
			changes = append(changes, Change{s.Path, s.Format(v), from.String()})
		}
	}
	return changes
}
