package unit

import (
	"math/big"
	"slices"
	"strings"

	"github.com/agext/levenshtein"
)

// symbol is a unit: what one of it is worth in base units, as an exact
// fraction, and its dimension.
type symbol struct {
	worth string
	dim   Dimension
}

var (
	length        = Dimension{Length: 1}
	time          = Dimension{Time: 1}
	concentration = Dimension{Concentration: 1}
	molecules     = Dimension{Molecules: 1}
	stress        = Dimension{Stress: 1}
	mass          = Dimension{Mass: 1}
	amount        = Dimension{Concentration: 1, Length: 3}
	activity      = Dimension{Activity: 1}
)

// symbols are the units that Parse knows. Worths are exact but for the degree,
// which is pi/180 to the precision of a float64. A litre is 1e15 um3 and a
// newton 1 MPa mm2, by definition; a year is Julian, a month a twelfth of it.
var symbols = map[string]symbol{
	"nm": {"1/1000", length}, "um": {"1", length}, "mm": {"1000", length},
	"cm": {"10000", length}, "m": {"1000000", length},

	"ms": {"1/3600000", time}, "s": {"1/3600", time}, "min": {"1/60", time},
	"h": {"1", time}, "hour": {"1", time}, "hours": {"1", time},
	"d": {"24", time}, "day": {"24", time}, "days": {"24", time},
	"week": {"168", time}, "weeks": {"168", time},
	"month": {"730.5", time}, "months": {"730.5", time},
	"y": {"8766", time}, "year": {"8766", time}, "years": {"8766", time},

	"Hz": {"3600", Dimension{Time: -1}},
	"mL": {"1e12", Dimension{Length: 3}}, "dL": {"1e14", Dimension{Length: 3}}, "L": {"1e15", Dimension{Length: 3}},

	"pg": {"1e-6", mass}, "ng": {"1e-3", mass}, "ug": {"1", mass}, "mg": {"1e3", mass}, "g": {"1e6", mass}, "kg": {"1e9", mass},
	"kDa": {"1e-18", Dimension{Mass: 1, Concentration: -1, Length: -3}}, // 1 kg/mol

	"pmol": {"1e15", amount}, "nmol": {"1e18", amount}, "umol": {"1e21", amount}, "mmol": {"1e24", amount}, "mol": {"1e27", amount},

	"IU": {"1", activity}, "mIU": {"1/1000", activity}, "uIU": {"1e-6", activity},

	"fM": {"1/1000", concentration}, "pM": {"1", concentration}, "nM": {"1e3", concentration},
	"uM": {"1e6", concentration}, "mM": {"1e9", concentration}, "M": {"1e12", concentration},

	"molecule": {"1", molecules}, "molecules": {"1", molecules},

	"Pa": {"1e-6", stress}, "kPa": {"1e-3", stress}, "MPa": {"1", stress}, "GPa": {"1e3", stress},
	"N": {"1e6", Dimension{Stress: 1, Length: 2}},

	"%": {"1/100", Dimension{}}, "strain": {"1", Dimension{}}, "ustrain": {"1e-6", Dimension{}},
	"rad": {"1", Dimension{}}, "deg": {"0.017453292519943295", Dimension{}}, "°": {"0.017453292519943295", Dimension{}},
	"cell": {"1", Dimension{}}, "cells": {"1", Dimension{}}, "nucleus": {"1", Dimension{}}, "nuclei": {"1", Dimension{}},
	"pixel": {"1", Dimension{}}, "pixels": {"1", Dimension{}}, "fold": {"1", Dimension{}},
}

// examples are the units that an error about an unknown one offers.
const examples = "um, mm, s, min, h, d, week, year, pM, nM, molecules, kPa, MPa, GPa, %, cells, and products such as um^2/s"

// lookup finds a symbol by name; both signs for micro are read as u.
func lookup(name string) (symbol, bool) {
	s, ok := symbols[micro.Replace(name)]
	return s, ok
}

var micro = strings.NewReplacer("µ", "u", "μ", "u")

// nearest returns the known symbol most like the name, or "".
func nearest(name string) string {
	best, least := "", 2
	for _, known := range known() {
		d := levenshtein.Distance(name, known, nil)
		if strings.EqualFold(name, known) {
			d = 0
		}
		if d < least && d < len(known) {
			best, least = known, d
		}
	}
	return best
}

// known lists the symbols in order.
func known() []string {
	list := make([]string, 0, len(symbols))
	for name := range symbols {
		list = append(list, name)
	}
	slices.Sort(list)
	return list
}

// ratio returns the worth as an exact fraction; a bad one is a bug here.
func (s symbol) ratio() *big.Rat {
	r, ok := new(big.Rat).SetString(s.worth)
	if !ok {
		panic("unit: bad worth " + s.worth)
	}
	return r
}
