package param

import (
	"fmt"
	"reflect"
	"strings"
)

// Group is a struct of parameters and the path that its parameters share.
type Group struct {
	Path   string // such as "cells.osteoclast"; may be empty
	Ptr    any    // pointer to a struct with param tags
	Source string // of the parameters whose tag names none
}

// sourcer is what a Ptr may implement to give the sources of its parameters,
// by their name within the group.
type sourcer interface{ SourceOf(name string) string }

// Kind is the type of a parameter's values.
type Kind string

// The kinds of parameters, and the Go type of their values.
const (
	Float  Kind = "float"  // float64, in base units unless the tag says otherwise
	Int    Kind = "int"    // int64, or uint64 where the field is one
	String Kind = "string" // string
	Bool   Kind = "bool"   // bool
)

// Spec is one parameter: what its tag says and where its value is.
type Spec struct {
	Path    string // such as "cells.osteoclast.lifespan"
	Table   string // the path without the name
	Name    string
	Kind    Kind
	Unit    string   // in which it is shown and plain numbers are read; "1" if dimensionless, "" if no number
	Default any      // of the Go type of the kind
	Min     float64  // base units; -Inf if open
	Max     float64  // base units; +Inf if open
	Range   string   // such as "1 d..90 d", "at least 0 d"; "" if open or no number
	Choices []string // of a string; nil if free
	Doc     string
	Source  string

	own   bool // the value is the number of Unit, not of base units
	field reflect.Value
}

// Value returns the present value, of the Go type of the kind.
func (s Spec) Value() any {
	switch {
	case s.field.CanInt():
		return s.field.Int()
	case s.field.CanUint():
		return s.field.Uint()
	case s.field.CanFloat():
		return s.field.Float()
	case s.Kind == Bool:
		return s.field.Bool()
	default:
		return s.field.String()
	}
}

// Set writes a value that Parse returned. Another type is a bug: it panics.
func (s Spec) Set(v any) {
	value := reflect.ValueOf(v)
	if !value.IsValid() || value.Kind() != reflect.ValueOf(s.Value()).Kind() {
		panic(fmt.Sprintf("param: %s set to a %T, want a %T", s.Path, v, s.Value()))
	}
	s.field.Set(value.Convert(s.field.Type()))
}

// Default returns a T with every parameter at the default of its tag. T is a
// struct; a tag that cannot be read, or lacks a default, is a bug: it panics.
func Default[T any]() T {
	var t T
	v := reflect.ValueOf(&t).Elem()
	for _, f := range fields(v, v.Type().Name()) {
		value, ok := f.defaultValue()
		if !ok {
			f.panicf("no default")
		}
		f.spec().Set(value)
	}
	return t
}

// Describe lists the parameters of the groups in order. The default of a
// parameter whose tag has none is the value it now holds. Malformed tags and
// paths that occur twice are bugs: it panics with the path.
func Describe(groups []Group) []Spec {
	var specs []Spec
	seen := map[string]bool{}
	for _, g := range groups {
		for _, f := range fields(target(g), g.Path) {
			s := f.describe()
			if seen[s.Path] {
				f.panicf("path occurs twice")
			}
			seen[s.Path] = true
			s.Source = source(g, f, s)
			specs = append(specs, s)
		}
	}
	return specs
}

// target returns the struct that a group points to.
func target(g Group) reflect.Value {
	v := reflect.ValueOf(g.Ptr)
	if v.Kind() != reflect.Pointer || v.IsNil() || v.Elem().Kind() != reflect.Struct {
		panic(fmt.Sprintf("param: %s: group of %T, want a pointer to a struct", g.Path, g.Ptr))
	}
	for _, part := range strings.Split(g.Path, ".") {
		if g.Path != "" && !validName.MatchString(part) {
			panic(fmt.Sprintf("param: %s: path of a group, want snake_case split by dots", g.Path))
		}
	}
	return v.Elem()
}

// source finds the source nearest to the parameter.
func source(g Group, f field, s Spec) string {
	if s.Source != "" {
		return s.Source
	}
	if ptr, ok := g.Ptr.(sourcer); ok {
		if found := ptr.SourceOf(f.within); found != "" {
			return found
		}
	}
	return g.Source
}
