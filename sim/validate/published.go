package validate

import (
	"fmt"
	"math"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"trabecula/sim/unit"
)

// slack is how far from a number without spread a simulation may be, as a share
// of the change that was published.
const slack = 0.3

// point reads "TIME: VALUE". A time is "12 months", which stands for the window
// that ends then, or "6..12 months". A value is one of
//
//	5.0 (4.5..5.5)    a number and its interval
//	3.1 +/- 1.3 SD    a mean and its spread among people
//	-4.0 +/- 1.5 SE   a mean and its standard error
//	10 or 4.4..10     a number, or a range without spread
//	in -1..1          bounds to be kept as they are
//	> 0, < 100        a direction
func (t *Target) point(p text, f *faults) (Point, bool) {
	when, what, ok := strings.Cut(p.string, ":")
	if !ok {
		f.add(p.at, "points: %q, want TIME: VALUE, such as \"12 months: 5.0 (4.5..5.5)\"", p.string)
		return Point{}, false
	}
	window := t.Window
	if t.Transform == Rate {
		window = 0
	}
	made := Point{Time: strings.TrimSpace(when), Published: strings.TrimSpace(what)}
	made.From, made.To = span(text{when, p.at}, "points", window, f)
	if err := t.value(&made); err != nil {
		f.add(p.at, "points: %v", err)
		return made, false
	}
	if t.Transform == Rate && made.From == made.To {
		f.add(p.at, "points: %q: a rate needs a span of time, such as 6..12 months", when)
	}
	return made, true
}

const numberText = `([-+]?\d+(?:\.\d+)?)`

var (
	spreadForm   = regexp.MustCompile(`^` + numberText + `\s*\+/-\s*` + numberText + `\s*(SD|SE)$`)
	intervalForm = regexp.MustCompile(`^` + numberText + `\s*\(\s*` + numberText + `\s*\.\.\s*` + numberText + `\s*\)$`)
	boundsForm   = regexp.MustCompile(`^in\s*` + numberText + `\s*\.\.\s*` + numberText + `$`)
	rangeForm    = regexp.MustCompile(`^` + numberText + `\s*\.\.\s*` + numberText + `$`)
	numberForm   = regexp.MustCompile(`^` + numberText + `$`)
	signForm     = regexp.MustCompile(`^([<>])\s*` + numberText + `$`)
)

// value reads what was published and sets what is accepted.
func (t *Target) value(p *Point) error {
	forms := []struct {
		form *regexp.Regexp
		take func(words []string, v []float64)
		fits []Strength
	}{
		{spreadForm, func(w []string, v []float64) { p.spread(v[0], v[1], w[3]) }, []Strength{Spread}},
		{intervalForm, func(_ []string, v []float64) { p.Value, p.Low, p.High = v[0], v[1], v[2] }, []Strength{Spread}},
		{boundsForm, func(_ []string, v []float64) { p.Value, p.Low, p.High = (v[0]+v[1])/2, v[0], v[1] }, []Strength{Spread, Number}},
		{rangeForm, func(_ []string, v []float64) { t.about(p, v[0], v[1]) }, []Strength{Number}},
		{numberForm, func(_ []string, v []float64) { t.about(p, v[0], v[0]) }, []Strength{Number}},
		{signForm, func(w []string, v []float64) { p.direction(w[1], v[1]) }, []Strength{Direction}},
	}
	for _, f := range forms {
		words := f.form.FindStringSubmatch(p.Published)
		if words == nil {
			continue
		}
		if !slices.Contains(f.fits, t.Strength) {
			return fmt.Errorf("%q is no value of strength %s, which %s", p.Published, t.Strength, wanted(t.Strength))
		}
		f.take(words, numbers(words))
		return p.check(t.Strength)
	}
	return fmt.Errorf("%q is no value: strength %s %s", p.Published, t.Strength, wanted(t.Strength))
}

// wanted says how values of a strength are written.
func wanted(s Strength) string {
	switch s {
	case Spread:
		return `takes "5.0 (4.5..5.5)", "3.1 +/- 1.3 SD", "-4.0 +/- 1.5 SE" or "in 1..2"`
	case Number:
		return `takes "10", "4.4..10" or "in -1..1"`
	}
	return `takes "> 0" or "< 0"`
}

// numbers returns the numbers among words, 0 for what is none.
func numbers(words []string) []float64 {
	v := make([]float64, 0, len(words))
	for _, w := range words[1:] {
		x, _ := strconv.ParseFloat(w, 64)
		v = append(v, x)
	}
	return v
}

// spread accepts a mean +/- 1 SD of people, or +/- 2 SE.
func (p *Point) spread(mean, s float64, kind string) {
	if kind == "SE" {
		s *= 2
	}
	p.Value, p.Low, p.High = mean, mean-s, mean+s
}

// about accepts a range widened by 30 % of the change that its ends stand for.
func (t *Target) about(p *Point, low, high float64) {
	p.Value = (low + high) / 2
	p.Low, p.High = low-slack*math.Abs(low-t.null()), high+slack*math.Abs(high-t.null())
}

// null is the value that stands for no change.
func (t *Target) null() float64 {
	switch {
	case t.Control != nil && t.Control.By == Ratio:
		return 1
	case t.Control == nil && t.Transform == Percent:
		return 100
	}
	return 0
}

// direction accepts what is above or below a value.
func (p *Point) direction(sign string, value float64) {
	p.Value, p.Sign, p.Low, p.High = value, 1, value, math.Inf(1)
	if sign == "<" {
		p.Sign, p.Low, p.High = -1, math.Inf(-1), value
	}
}

// check refuses what nothing can meet.
func (p *Point) check(s Strength) error {
	switch {
	case p.Low > p.High:
		return fmt.Errorf("%q: the interval ends before it begins", p.Published)
	case p.Low == p.High:
		return fmt.Errorf("%q: nothing but this very value would be accepted; give bounds with \"in -1..1\"", p.Published)
	case s == Spread && (p.Value < p.Low || p.Value > p.High):
		return fmt.Errorf("%q: the number lies outside of its interval", p.Published)
	}
	return nil
}

// span reads "12 months", which stands for a window that ends then, or
// "6..12 months" [h].
func span(t text, key string, window float64, f *faults) (from, to float64) {
	trimmed := strings.TrimSpace(t.string)
	first, last, isSpan := strings.Cut(trimmed, "..")
	if !isSpan {
		to = duration(text{trimmed, t.at}, key, f)
		return to - window, to
	}
	words := strings.Fields(last)
	if len(words) == 2 && !strings.ContainsAny(first, "abcdefghijklmnopqrstuvwxyz") {
		first += " " + words[1]
	}
	from, to = duration(text{first, t.at}, key, f), duration(text{last, t.at}, key, f)
	if from >= to {
		f.add(t.at, "%s: %q ends before it begins", key, trimmed)
	}
	return from, to
}

// duration reads a time [h].
func duration(t text, key string, f *faults) float64 {
	v, err := unit.ParseIn(strings.TrimSpace(t.string), "d", "12 months")
	if err != nil {
		f.add(t.at, "%s: %v", key, err)
	}
	return v
}
