package drug

import (
	"fmt"
	"math"
	"strings"

	"trabecula/sim/unit"
)

// Bounds beyond which a plan is a slip of the pen, not a treatment.
const (
	longest  = 200 * unit.Year // of any time in a plan [h]
	shortest = 1 * unit.Minute // between doses [h]
	rarest   = 50 * unit.Year  // between doses [h]
	together = 1000            // doses that run in at a time
	overdose = 100             // times the usual dose
)

// faults says what is wrong with a treatment.
func (t Treatment) faults() (wrong []string) {
	fail := func(bad bool, format string, args ...any) {
		if bad {
			wrong = append(wrong, fmt.Sprintf(format, args...))
		}
	}
	row := find(t.Drug)
	if row < 0 {
		return []string{unknownDrug(t.Drug)}
	}
	fail(!(t.Dose.Value > 0) || math.IsInf(t.Dose.Value, 0), "dose %s, want one above 0", t.Dose)
	wrong = append(wrong, t.doseFaults(&Catalogue[row])...)
	fail(!(t.From >= 0) || t.From > longest, "from %s, want 0 d..200 y", hours(t.From))
	fail(math.IsNaN(t.To) || t.To <= t.From, "to %s is not after %s", hours(t.To), hours(t.From))
	fail(!math.IsInf(t.To, 1) && t.To > longest, "to %s, want at most 200 y", hours(t.To))
	fail(t.Over < 0 || t.Over > longest || math.IsNaN(t.Over), "over %s, want 0 d..200 y", hours(t.Over))
	fail(!(t.Clock >= 0 && t.Clock < unit.Day), "at %g h, want a time of day", t.Clock)
	fail(t.Times < 0 || t.Times > maxTimes, "times %d, want 1..%d", t.Times, maxTimes)
	if t.Interval != 0 {
		fail(!(t.Interval >= shortest) || t.Interval > rarest, "interval %s, want 1 min..50 y", hours(t.Interval))
	}
	once := t.Once() && (t.Cycle != 0 || t.Times != 0 || t.Pauses != nil || !math.IsInf(t.To, 1))
	fail(once, "once and a schedule, want one of them")
	if len(wrong) > 0 {
		return wrong
	}
	return append(t.cycleFaults(), t.pauseFaults()...)
}

// hours writes a time [h] that may be bad.
func hours(h float64) string {
	if math.IsNaN(h) || math.IsInf(h, 0) {
		return fmt.Sprint(h)
	}
	return span(h)
}

// doseFaults says what is wrong with dose and route for the drug.
func (t Treatment) doseFaults(d *Drug) (wrong []string) {
	k := d.reference()
	m, err := measureOf(t.Dose.Unit)
	switch {
	case err != nil:
		wrong = append(wrong, "dose: "+err.Error())
	case m.kind == "units" && k.iu == 0:
		wrong = append(wrong, fmt.Sprintf("dose %s, but %s is not dosed in international units, want ug, mg, pmol and their like", t.Dose, d.Name))
	case t.Dose.amount(&k, referenceMass) > overdose*d.usual(&k): // of a rate, per hour
		wrong = append(wrong, fmt.Sprintf("dose %s is beyond %d times the usual (%s)", t.Dose, overdose, d.Usual))
	}
	e := k.route(t.Route)
	if e == nil {
		return append(wrong, fmt.Sprintf("%s is not given by the route %q, want one of %s", d.Name, t.Route, routesOf(find(d.Name))))
	}
	if over := max(t.Over, e.over); t.Interval > 0 && over > together*t.Interval {
		wrong = append(wrong, fmt.Sprintf("over %s every %s, want at most %d doses at a time", hours(over), hours(t.Interval), together))
	}
	return wrong
}

// usual is the amount of the usual dose [pmol], per day if it is a rate.
func (d *Drug) usual(k *kinetics) float64 {
	r := &reader{words: strings.Fields(strings.ToLower(d.Usual))}
	r.readDose()
	amount := r.t.Dose.amount(k, referenceMass)
	if r.t.Dose.Rate() {
		amount *= unit.Day
	}
	return amount
}

// cycleFaults says what is wrong with the cycles.
func (t Treatment) cycleFaults() []string {
	switch {
	case t.Cycle == 0 && t.On == 0:
		return nil
	case !(t.On > 0) || !(t.Cycle > 0) || t.Cycle > longest:
		return []string{fmt.Sprintf("cycle of %s in %s, want times above 0 d", hours(t.On), hours(t.Cycle))}
	case t.Cycle < t.On:
		return []string{fmt.Sprintf("cycle of %s in %s is longer than itself", hours(t.On), hours(t.Cycle))}
	case t.Interval > 0 && t.Cycle < float64(t.perCycle())*t.Interval:
		return []string{fmt.Sprintf("cycle of %s is too short for %d doses", hours(t.Cycle), t.perCycle())}
	}
	return nil
}

// pauseFaults says what is wrong with the pauses.
func (t Treatment) pauseFaults() (wrong []string) {
	for i, p := range t.Pauses {
		if !(p.From >= 0) || !(p.To > p.From) || p.To > longest {
			wrong = append(wrong, fmt.Sprintf("pause from %s to %s ends before it starts", hours(p.From), hours(p.To)))
		}
		if i > 0 && p.From < t.Pauses[i-1].To {
			wrong = append(wrong, fmt.Sprintf("pause from %s begins before the one before it ends", hours(p.From)))
		}
	}
	return wrong
}

// overlaps says which treatments of a plan give the same drug at the same time. A
// single dose may go with a schedule, and so may schedules at different times of
// the day, as 10 mg in the morning and 5 mg in the evening.
func overlaps(plan []Treatment) (faults []error) {
	for i, t := range plan {
		for j, before := range plan[:i] {
			if at, both := clash(before, t); both {
				faults = append(faults, fault(i+1, t.String(), fmt.Sprintf("overlaps treatment %d of the same drug at %s, want one after the other", j+1, span(at))))
			}
		}
	}
	return faults
}

// clash tells whether two treatments give the same drug at the same time, and when.
func clash(a, b Treatment) (at float64, both bool) {
	if a.Drug != b.Drug || a.Once() || b.Once() {
		return 0, false
	}
	if a.Interval >= unit.Day && b.Interval >= unit.Day && a.Clock != b.Clock {
		return 0, false
	}
	for _, x := range a.courses() {
		for _, y := range b.courses() {
			if from := max(x.From, y.From); from < min(x.To, y.To) {
				return from, true
			}
		}
	}
	return 0, false
}

// courses are the times between the pauses of a treatment.
func (t Treatment) courses() (list []Span) {
	from, end := t.From, t.end()
	for _, p := range t.Pauses {
		if p.From > from {
			list = append(list, Span{from, min(p.From, end)})
		}
		from = max(from, p.To)
	}
	if from < end {
		list = append(list, Span{from, end})
	}
	return list
}
