package endocrine

import "slices"

// Reading is a row of the laboratory's catalogue: a level in the unit in which
// people report it.
type Reading struct {
	Name   string // snake_case, ends in the unit
	Symbol string // as in tables and legends
	Unit   string
	Doc    string
	Source string // of the intervals
	Value  func(*Levels) float64
	Female Interval // of a healthy woman of 20-40 years
	Male   Interval // of a healthy man of 20-40 years
}

// Interval is a reference interval of healthy adults.
type Interval struct {
	Low, High float64
	Over      Span   // what of the level is in it
	Note      string // how it changes with age, cycle or time of day; "" if it does not
}

// Contains tells whether a value is in the interval.
func (i Interval) Contains(v float64) bool { return i.Low <= v && v <= i.High }

// Span is the time over which a level is compared with its interval.
type Span int

const (
	Hours   Span = iota // every single sample
	Morning             // samples of 07-09 h
	Days                // the mean of a day
	Months              // the mean of 28 days
)

// Of returns the interval of a sex.
func (r Reading) Of(p Person) Interval {
	if p.Female() {
		return r.Female
	}
	return r.Male
}

// Serum is the catalogue of laboratory readings: one or more for every level.
var Serum = slices.Concat(mineralReadings, hormoneReadings, steroidReadings, cytokineReadings, fluxReadings)

// both returns readings whose intervals the sexes share.
func both(i Interval, r Reading) Reading {
	r.Female, r.Male = i, i
	return r
}

// Molar masses [g/mol] (PubChem and UniProt; recalled).
const (
	massCalcium      = 40.078
	massPhosphorus   = 30.974
	massPTH          = 9425
	massCalcitriol   = 416.6
	massCalcidiol    = 400.6
	massCalcitonin   = 3418
	massIGF1         = 7649
	massT4           = 776.87
	massT3           = 650.97
	massACTH         = 4541
	massCortisol     = 362.46
	massEstradiol    = 272.38
	massProgesterone = 314.46
	massTestosterone = 288.42
	massTNF          = 52000 // trimer
	massIL1          = 17000
	massIL6          = 23000
)

// Factors that turn a concentration times a molar mass [g/mol] into clinical units.
const (
	pgPerML = 1e-3 // of pM times g/mol, also ng/mL of nM times g/mol
	mgPerDL = 0.1  // of mM times g/mol
	ugPerDL = 1e-4 // of nM times g/mol, also ng/dL of pM times g/mol
	ngPerDL = 0.1  // of nM times g/mol
)
