package param

import (
	"fmt"
	"math"
	"reflect"
	"regexp"
	"slices"
	"strings"

	"trabecula/sim/unit"
)

// field is a struct field with a param tag.
type field struct {
	path   string // of the parameter
	table  string
	within string // path within the group
	tag    reflect.StructTag
	value  reflect.Value
}

// fields finds the parameters of a struct in order. A nested struct whose tag
// has a name adds it to the path; one without a tag shares the path.
func fields(v reflect.Value, path string) []field {
	return appendFields(nil, v, path, "")
}

func appendFields(list []field, v reflect.Value, path, within string) []field {
	for i := range v.NumField() {
		typ := v.Type().Field(i)
		name, tagged := typ.Tag.Lookup("param")
		f := field{join(path, name), path, join(within, name), typ.Tag, v.Field(i)}
		switch {
		case tagged && !typ.IsExported():
			f.panicf("field %s is not exported", typ.Name)
		case tagged && !validName.MatchString(name):
			f.panicf("field %s has the name %q, want snake_case", typ.Name, name)
		case f.value.Kind() == reflect.Struct && tagged:
			list = appendFields(list, f.value, f.path, f.within)
		case f.value.Kind() == reflect.Struct && typ.IsExported():
			list = appendFields(list, f.value, path, within)
		case tagged:
			list = append(list, f)
		}
	}
	return list
}

var validName = regexp.MustCompile(`^[a-z][a-z0-9_]*$`)

// join appends a name to a path that may be empty.
func join(path, name string) string {
	if path == "" {
		return name
	}
	return path + "." + name
}

// panicf reports a bug in a tag.
func (f field) panicf(format string, args ...any) {
	panic("param: " + f.path + ": " + fmt.Sprintf(format, args...))
}

// kind tells the kind of the field's type.
func (f field) kind() Kind {
	switch f.value.Kind() {
	case reflect.Float64:
		return Float
	case reflect.Int, reflect.Int64, reflect.Uint64:
		return Int
	case reflect.String:
		return String
	case reflect.Bool:
		return Bool
	}
	f.panicf("type %s, want float64, int, int64, uint64, string, bool or a struct", f.value.Type())
	return ""
}

// spec returns what reading a value needs: no range yet.
func (f field) spec() Spec {
	s := Spec{Path: f.path, Table: f.table, Name: f.path[strings.LastIndexByte(f.path, '.')+1:], Kind: f.kind(), field: f.value}
	s.Unit = f.unit(s.Kind)
	s.own = f.own(s.Kind)
	return s
}

// own tells whether the field holds the number of its unit.
func (f field) own(k Kind) bool {
	text, ok := f.tag.Lookup("base")
	if ok && (text != "unit" || k != Float) {
		f.panicf("base %q of a %s, want unit, of a float", text, k)
	}
	return ok
}

// unit is that of the tag, or else that of the default.
func (f field) unit(k Kind) string {
	if k == String || k == Bool {
		return ""
	}
	text, ok := f.tag.Lookup("unit")
	if !ok {
		text = unit.Of(f.tag.Get("default"))
	}
	worth, dim, err := unit.ParseUnit(text)
	switch {
	case err != nil:
		f.panicf("unit %v", err)
	case k == Int && (worth != 1 || dim != unit.Dimension{}):
		f.panicf("unit %q of an integer, want a count such as cells", text)
	case text == "":
		return "1"
	}
	return text
}

// defaultValue reads the default of the tag; ok tells whether there is one.
func (f field) defaultValue() (v any, ok bool) {
	text, ok := f.tag.Lookup("default")
	if !ok {
		return nil, false
	}
	v, err := f.spec().read(text)
	if err != nil {
		f.panicf("default: %v", err)
	}
	return v, true
}

// describe reads the whole tag.
func (f field) describe() Spec {
	s := f.spec()
	s.Doc, s.Source = f.tag.Get("doc"), f.tag.Get("source")
	if v, ok := f.defaultValue(); ok {
		s.Default = v
	} else {
		s.Default = s.Value()
	}
	if text, ok := f.tag.Lookup("choices"); ok {
		if s.Kind != String {
			f.panicf("choices for a %s", s.Kind)
		}
		s.Choices = strings.Split(text, "|")
		if i := slices.IndexFunc(s.Choices, notWord); i >= 0 {
			f.panicf("choice %q, want words split by |", s.Choices[i])
		}
	}
	f.bounds(&s)
	return s
}

// notWord tells whether a choice is no word that is typed without thought.
func notWord(choice string) bool { return !word.MatchString(choice) }

var word = regexp.MustCompile(`^[A-Za-z0-9_.-]+$`)

// bounds reads the range.
func (f field) bounds(s *Spec) {
	s.Min, s.Max = math.Inf(-1), math.Inf(1)
	text, ok := f.tag.Lookup("range")
	if !ok {
		return
	}
	low, high, found := strings.Cut(text, "..")
	if !found || s.Unit == "" {
		f.panicf("range %q of a %s, want low..high of a number", text, s.Kind)
	}
	low, high = f.bound(s, low, &s.Min), f.bound(s, high, &s.Max)
	if s.Min > s.Max {
		f.panicf("range %q is empty", text)
	}
	switch {
	case low != "" && high != "":
		s.Range = low + ".." + high
	case low != "":
		s.Range = "at least " + low
	case high != "":
		s.Range = "at most " + high
	}
}

// bound reads one end of the range and returns it as shown, with its unit.
func (f field) bound(s *Spec, text string, to *float64) string {
	text = strings.TrimSpace(text)
	if text == "" {
		return ""
	}
	v, err := s.number(text, "1 "+s.Unit)
	if err != nil {
		f.panicf("range: %v", err)
	}
	*to = v
	return withUnit(text, s.Unit)
}

// withUnit appends the unit to a plain number.
func withUnit(text, u string) string {
	if u == "1" || unit.Of(text) != "" {
		return text
	}
	return text + " " + u
}
