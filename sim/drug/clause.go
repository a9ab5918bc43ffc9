package drug

import (
	"math"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"trabecula/sim/unit"
)

// clause takes what comes next after the dose.
func (r *reader) clause() {
	if r.frequency() {
		return
	}
	word := r.take(1)
	if route := routeOf(word); route != "" {
		r.route(route)
		return
	}
	switch word {
	case "infusion", "pump", "continuous", "continuously":
		r.infuse = true
	case "once":
		r.once = true
	case "at":
		r.at()
	case "over":
		r.t.Over = r.span("over")
	case "from":
		r.t.From = r.span("from")
	case "to", "until":
		r.t.To = r.span(word)
	case "for":
		r.forTime()
	case "times":
		r.times()
	case "pause":
		r.pause()
	case "and", "by", "then", ",":
	default:
		r.unknown(word)
	}
}

// route notes the route; two are one too many.
func (r *reader) route(route Route) {
	if r.t.Route != "" && r.t.Route != route {
		r.fail("two routes, %s and %s", r.t.Route, route)
	}
	r.t.Route = route
}

// frequency takes the words that say how often, if they come next.
func (r *reader) frequency() bool {
	for _, f := range frequencies {
		for _, words := range f.words {
			if r.accept(words) {
				r.every(f.interval)
				return true
			}
		}
	}
	if r.accept("every") {
		r.every(r.period())
		return true
	}
	if len(r.words) == 0 {
		return false
	}
	if found := short.FindStringSubmatch(r.words[0]); found != nil {
		r.take(1)
		n, _ := strconv.ParseFloat(found[1], 64)
		r.every(n * shortUnits[found[2]])
		return true
	}
	return false
}

// short matches "q6m" and its like.
var short = regexp.MustCompile(`^q(\d{1,6})(h|d|w|m|mo|y)$`)

// shortUnits are the units after q [h].
var shortUnits = map[string]float64{"h": unit.Hour, "d": unit.Day, "w": unit.Week, "m": unit.Month, "mo": unit.Month, "y": unit.Year}

// period takes a time that may lack its number, as in "every day".
func (r *reader) period() float64 {
	if len(r.words) > 0 && !number.MatchString(r.words[0]) {
		if worth, dim, err := unit.ParseUnit(r.words[0]); err == nil && dim == (unit.Dimension{Time: 1}) {
			r.take(1)
			return worth
		}
	}
	return r.span("every")
}

// every notes the interval.
func (r *reader) every(h float64) {
	if r.timed {
		r.fail("two frequencies, want one")
	}
	if h <= 0 {
		r.fail("interval 0, want a time above 0")
	}
	r.t.Interval, r.timed = h, true
}

// at takes a time of day, or the time of a single dose.
func (r *reader) at() {
	if len(r.words) > 0 && strings.Contains(r.words[0], ":") {
		r.clock(r.take(1))
		return
	}
	if r.timed {
		r.fail("no time of day %s, want one such as 08:00", quoted(r.words))
	}
	r.once, r.t.From = true, r.span("at")
	r.t.Clock = math.NaN() // the time is exact
}

// clock reads a time of day such as "08:30".
func (r *reader) clock(text string) {
	found := clockForm.FindStringSubmatch(text)
	if found == nil {
		r.fail("at %q, want a time of day from 00:00 to 23:59", text)
		return
	}
	h, _ := strconv.Atoi(found[1])
	m, _ := strconv.Atoi(found[2])
	r.t.Clock = float64(h) + float64(m)/60
}

var clockForm = regexp.MustCompile(`^([01]?\d|2[0-3]):([0-5]\d)$`)

// forTime takes the length of the course, or of its part in every cycle.
func (r *reader) forTime() {
	length := r.span("for")
	if (r.timed || r.t.Dose.Rate()) && r.accept("every") {
		r.t.On, r.t.Cycle = length, r.period()
		if r.t.Cycle <= 0 || r.t.On <= 0 {
			r.fail("cycle of %g h in %g h, want times above 0", r.t.On, r.t.Cycle)
		}
		return
	}
	r.length = length
	if length <= 0 {
		r.fail("for 0, want a time above 0")
	}
}

// times takes the number of doses.
func (r *reader) times() {
	word := r.take(1)
	n, err := strconv.Atoi(word)
	if err != nil || n < 1 || n > maxTimes {
		r.fail("times %q, want a number of doses from 1 to %d", word, maxTimes)
		return
	}
	r.t.Times = n
}

// maxTimes is more doses than any life has.
const maxTimes = 100000

// pause takes a drug holiday.
func (r *reader) pause() {
	p := Span{math.NaN(), math.NaN()}
	r.accept("from")
	p.From = r.span("pause from")
	switch {
	case r.accept("to"), r.accept("until"):
		p.To = r.span("pause to")
	case r.accept("for"):
		p.To = p.From + r.span("pause for")
	default:
		r.fail("pause without an end, want pause from T to T")
	}
	r.t.Pauses = append(r.t.Pauses, p)
}

// unknown says that a word means nothing here.
func (r *reader) unknown(word string) {
	if near := closest(word, vocabulary); near != "" {
		r.fail("%q is not understood, did you mean %q?", word, near)
		return
	}
	r.fail("%q is not understood, want a route (%s), a frequency (daily, weekly, every 6 months, once) or one of %s",
		word, r.routes(), strings.Join(vocabulary[:8], ", "))
}

// vocabulary is what errors offer.
var vocabulary = []string{"at", "from", "to", "for", "times", "pause", "over", "infusion",
	"daily", "weekly", "monthly", "yearly", "once", "every", "twice",
	"oral", "subcutaneous", "intramuscular", "intravenous", "transdermal", "nasal"}

// routes lists those of the drug, or all.
func (r *reader) routes() string {
	if r.drug < 0 {
		return strings.Join([]string{string(Oral), string(Subcutaneous), string(Intramuscular), string(Intravenous), string(Transdermal), string(Nasal)}, ", ")
	}
	return routesOf(r.drug)
}

// complete fills in what a prescription leaves out.
func (r *reader) complete() {
	r.chooseRoute()
	exact := math.IsNaN(r.t.Clock)
	if exact {
		r.t.Clock = morning
	} else if math.IsNaN(r.t.From) {
		r.t.From = 0
	}
	if !math.IsNaN(r.length) {
		r.t.To = r.t.From + r.length
	}
	switch {
	case r.t.Dose.Rate():
		r.continuous(exact)
	case r.once:
		r.single(exact)
	case !r.timed:
		r.fail("how often is not said, want daily, weekly, every 6 months, or once at 30 d")
	}
	if r.infuse && !r.t.Dose.Rate() && r.t.Over == 0 && !r.slowRoute() {
		r.fail("infusion of %s, want a rate such as %s/d, or over a time", r.t.Dose, r.t.Dose)
	}
}

// slowRoute tells whether the route itself lets a dose run in.
func (r *reader) slowRoute() bool {
	if r.drug < 0 {
		return false
	}
	k := Catalogue[r.drug].reference()
	e := k.route(r.t.Route)
	return e != nil && e.over > 0
}

// chooseRoute takes the only route of the drug where none is said, or that of an
// infusion.
func (r *reader) chooseRoute() {
	if r.drug < 0 {
		return
	}
	routes := Catalogue[r.drug].Routes
	if r.t.Route != "" {
		if !slices.ContainsFunc(routes, func(s RouteSpec) bool { return s.Route == r.t.Route }) {
			r.fail("%s is not given by the route %q, want one of %s", r.t.Drug, r.t.Route, r.routes())
		}
		return
	}
	for _, want := range []Route{Intravenous, Subcutaneous} {
		for _, s := range routes {
			if r.infuse && s.Route == want && r.t.Route == "" {
				r.t.Route = want
			}
		}
	}
	if len(routes) == 1 {
		r.t.Route = routes[0].Route
	}
	if r.t.Route == "" {
		r.fail("no route, want one of %s", r.routes())
	}
}

// continuous makes a rate run all the time: how often a patch is changed does not
// matter.
func (r *reader) continuous(exact bool) {
	if r.once || exact || r.t.Times > 0 {
		r.fail("%s is a rate, which runs from a time to a time; once, at and times go with single doses", r.t.Dose)
	}
	r.t.Interval = 0
	if r.t.Over > 0 {
		r.fail("%s is a rate; over goes with a single dose", r.t.Dose)
	}
}

// single makes one dose, at the exact time or when the clock next shows its time.
func (r *reader) single(exact bool) {
	if r.timed {
		r.fail("once and a frequency, want one of them")
	}
	if !exact {
		r.t.From = nextClock(r.t.From, r.t.Clock)
	}
	r.t.Clock = morning
}
