package drug

import (
	"fmt"
	"math"
	"strings"

	"trabecula/sim/unit"
)

// Treatment is a drug, a dose, a route and a schedule. The zero Interval means
// once at From, or all the time if the dose is a rate. Times are in hours since
// midnight of the first day.
type Treatment struct {
	Drug     string // as in the catalogue
	Dose     Dose
	Route    Route
	Over     float64 // time in which a dose runs in [h]; 0: as the route does
	Interval float64 // between doses [h]
	Clock    float64 // time of day of the doses [h]
	On       float64 // part of every cycle in which there are doses [h]
	Cycle    float64 // [h]; 0 if there are no cycles
	From     float64 // start [h]
	To       float64 // end, before which the last dose falls [h]; +Inf if open
	Times    int     // number of doses; 0 if not limited
	Pauses   []Span  // in which no dose is given
}

// Span is the time from From until before To [h].
type Span struct{ From, To float64 }

// morning is the time of day at which doses are taken unless the plan says [h].
const morning = 8

// Once tells whether the treatment is a single dose.
func (t Treatment) Once() bool { return t.Interval == 0 && !t.Dose.Rate() }

// String writes the treatment so that Parse reads it back as the same.
func (t Treatment) String() string {
	words := []string{t.Drug, t.Dose.String(), string(t.Route)}
	add := func(on bool, format string, args ...any) {
		if on {
			words = append(words, fmt.Sprintf(format, args...))
		}
	}
	add(t.Dose.Rate() && t.Route != Transdermal, "infusion")
	add(t.Over > 0, "over %s", span(t.Over))
	add(t.Once(), "once at %s", span(t.From))
	add(t.Interval > 0, "%s", often(t.Interval))
	add(t.Interval > 0 && t.Clock != morning, "at %s", clock(t.Clock))
	add(t.Cycle > 0, "for %s every %s", span(t.On), span(t.Cycle))
	add(!t.Once() && t.From != 0, "from %s", span(t.From))
	add(!math.IsInf(t.To, 1), "to %s", span(t.To))
	add(t.Times > 0, "times %d", t.Times)
	for _, p := range t.Pauses {
		add(true, "pause from %s to %s", span(p.From), span(p.To))
	}
	return strings.Join(words, " ")
}

// span writes a time [h] in the unit in which it is shortest.
func span(h float64) string {
	if h == 0 {
		return "0 d"
	}
	best, in := unit.Number(h, "y"), "y"
	for _, u := range []string{"month", "week", "d", "h", "min"} {
		if n := unit.Number(h, u); len(n) < len(best) {
			best, in = n, u
		}
	}
	if best != "1" && len(in) > len("min") {
		in += "s"
	}
	return best + " " + in
}

// often writes an interval [h] as a prescription does.
func often(h float64) string {
	for _, f := range frequencies {
		if f.interval == h {
			return f.words[0]
		}
	}
	return "every " + span(h)
}

// frequencies are the intervals that have names; the first is how they are written.
var frequencies = []struct {
	interval float64 // [h]
	words    []string
}{
	{unit.Day, []string{"daily", "once daily", "once a day", "once per day", "qd", "od"}},
	{unit.Day / 2, []string{"twice daily", "twice a day", "twice per day", "2 times daily", "2 times a day", "bid", "bd"}},
	{unit.Day / 3, []string{"3 times daily", "3 times a day", "3 times per day", "three times daily", "three times a day", "thrice daily", "tid", "tds"}},
	{unit.Day / 4, []string{"4 times daily", "4 times a day", "4 times per day", "four times daily", "four times a day", "qid", "qds"}},
	{unit.Week, []string{"weekly", "once weekly", "once a week", "once per week"}},
	{unit.Week / 2, []string{"twice weekly", "twice a week", "twice per week", "2 times weekly", "2 times a week", "biw"}},
	{unit.Month, []string{"monthly", "once monthly", "once a month", "once per month"}},
	{unit.Year, []string{"yearly", "once yearly", "once a year", "once per year", "annually"}},
}

// clock writes a time of day [h], such as "08:30".
func clock(h float64) string {
	minutes := int(math.Round(h * 60))
	return fmt.Sprintf("%02d:%02d", minutes/60, minutes%60)
}
