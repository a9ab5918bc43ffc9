// Package param describes parameters where they stand: a struct field with a
// tag is a parameter with a default, a unit, a range, a meaning and a source.
// It knows no model and no file format. Start at Default and Describe.
//
//	type Params struct {
//		Lifespan float64 `param:"lifespan" default:"14 d" range:"1 d..90 d" doc:"mean life of a nucleus" source:"Parfitt 1994"`
//	}
//
// A float64 holds its value in base units (see package unit); the unit of the
// default is the one in which the parameter is shown and plain numbers are read.
// The tags are:
//
//	param    name, snake_case; on a nested struct, the table of its parameters
//	default  "14 d", "8", "fast", "true"; without it Describe takes the value held
//	unit     where it is not that of the default, or there is none
//	base     "unit" if the field holds the number of its unit, not of base units
//	range    "1 d..90 d", "0..", "..5"; a plain bound is in the unit
//	choices  "fast|slow", of a string
//	doc      the meaning, a phrase
//	source   a citation, or "assumed: " and why
package param
