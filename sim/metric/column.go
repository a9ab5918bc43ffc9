package metric

import (
	"math"
	"slices"
)

// Column is one quantity of a section: what it is and how a Sample gives it.
type Column struct {
	Name       string // snake_case, unit included where it has one
	Symbol     string // ASBMR symbol; empty if there is none
	Unit       string // "1" for plain numbers
	Definition string // as simulated, with the language it speaks
	Source     string // of the definition
	Value      func(s *Sample) float64
}

// Columns returns the catalogue, in the order of a row; time_d comes first. A
// new column is a line in the file of its like, or a file and a line here.
func Columns() []Column {
	return slices.Concat(
		clock(), structure(), mineral(), bmdd(), bearing(), damage(), surfaces(), profiles(),
		apposition(), labels(), periods(), fluxes(), sites(), walls(), cells(), signals(), body(),
	)
}

// Sources of definitions.
const (
	dempster = "Dempster et al. 2013, J Bone Miner Res 28:2"
	parfitt  = "Parfitt et al. 1983, J Clin Invest 72:1396"
	here     = "defined here"
)

// section turns a width or a distance in the plane into the mean thickness of a
// randomly cut isotropic structure (Parfitt et al. 1987).
const section = math.Pi / 4

// clock holds the column that rows are found by.
func clock() []Column {
	return []Column{
		{"time_d", "", "d", "simulated time since the start", here, func(s *Sample) float64 { return s.Days }},
	}
}

// ratio returns a/b, or NaN where there is nothing to divide by.
func ratio(a, b float64) float64 {
	if b == 0 {
		return math.NaN()
	}
	return a / b
}

// percent returns 100 a/b, or NaN where there is nothing to divide by.
func percent(a, b float64) float64 { return 100 * ratio(a, b) }

// present returns v, or NaN if v is 0: for what is missing where it is absent.
func present(v float64) float64 {
	if v == 0 {
		return math.NaN()
	}
	return v
}
