package metric

import (
	"fmt"
	"math"
)

// Strength is how much a published value binds.
type Strength byte

// The strengths: a value with its spread must be met within it; one without, or
// one only recalled, within 30 %; a goal is a bound of this project's own.
const (
	Spread Strength = 'S'
	Number Strength = 'N'
	Goal   Strength = 'G'
)

// slack is how far from a number without spread a simulation may be.
const slack = 0.3

// Target is a published result that a healthy section is held against.
type Target struct {
	Row        string // of the table of validation targets; it never changes its meaning
	Symbol     string
	Column     string // of the catalogue; empty: not simulated yet
	Unit       string
	Published  string // as printed
	Low, High  float64
	Strength   Strength
	Population string
	Source     string
}

// Rule says how the target is scored.
func (t Target) Rule() string {
	switch t.Strength {
	case Spread:
		return "inside the published interval, or mean +/- 1 SD"
	case Number:
		return "within 30 % of the number or the range"
	}
	return "inside the bounds"
}

// study is the people and the paper that several targets come from.
type study struct{ population, source string }

// meanSD is a mean and its standard deviation.
func (s study) meanSD(row, symbol, column, unit string, mean, sd float64) Target {
	return Target{row, symbol, column, unit, fmt.Sprintf("%g +/- %g", mean, sd), mean - sd, mean + sd, Spread, s.population, s.source}
}

// interval is a published reference interval.
func (s study) interval(row, symbol, column, unit string, low, high float64) Target {
	return Target{row, symbol, column, unit, fmt.Sprintf("%g-%g", low, high), low, high, Spread, s.population, s.source}
}

// number is a value without spread.
func (s study) number(row, symbol, column, unit string, value float64) Target {
	return Target{row, symbol, column, unit, fmt.Sprintf("%g", value), value * (1 - slack), value * (1 + slack), Number, s.population, s.source}
}

// about is a range without spread, such as textbooks give.
func (s study) about(row, symbol, column, unit string, low, high float64) Target {
	return Target{row, symbol, column, unit, fmt.Sprintf("%g-%g", low, high), low * (1 - slack), high * (1 + slack), Number, s.population, s.source}
}

// goal is a bound that this project sets itself.
func (s study) goal(row, symbol, column, unit, published string, low, high float64) Target {
	return Target{row, symbol, column, unit, published, low, high, Goal, s.population, s.source}
}

// admits tells whether a simulated value meets the target.
func (t Target) admits(v float64) bool { return !math.IsNaN(v) && v >= t.Low && v <= t.High }
