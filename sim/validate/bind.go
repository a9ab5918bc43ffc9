package validate

import (
	"reflect"
	"slices"
	"strings"
)

// bind copies the fields of a record into a struct whose fields, texts or lists
// of them, carry the tag `key:"name"`, or `key:"name,must"` for what may not be
// missing. The texts keep their places, for what is found wrong with them later.
func bind(r record, into any, f *faults) {
	v := reflect.ValueOf(into).Elem()
	var names []string
	for i := range v.NumField() {
		name, must, _ := strings.Cut(v.Type().Field(i).Tag.Get("key"), ",")
		names = append(names, name)
		at := slices.IndexFunc(r.fields, func(g field) bool { return g.name.string == name })
		switch {
		case at >= 0:
			assign(v.Field(i), r.fields[at], f)
		case must == "must":
			f.add(r.kind.at, "%s: missing in this [[%s]]", name, r.kind.string)
		}
	}
	for _, g := range r.fields {
		if !slices.Contains(names, g.name.string) {
			f.add(g.name.at, "%s: unknown key, want one of %s", g.name.string, strings.Join(names, ", "))
		}
	}
}

// assign copies one field.
func assign(to reflect.Value, g field, f *faults) {
	switch p := to.Addr().Interface().(type) {
	case *[]text:
		*p = g.values
	case *text:
		if g.list {
			f.add(g.name.at, "%s: a list, want one text", g.name.string)
			return
		}
		if len(g.values) == 1 {
			*p = g.values[0]
		}
	}
}
