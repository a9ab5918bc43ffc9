package drug

import (
	"errors"
	"fmt"
	"math"
	"regexp"
	"strconv"
	"strings"

	"trabecula/sim/unit"
)

// Parse reads a treatment plan: treatments split by semicolons, each a drug, a
// dose, a route and a schedule, such as
//
//	teriparatide 20 ug subcutaneous daily from 1y to 3y; denosumab 60 mg sc q6m times 4
//
// The error lists every fault, each after the treatment in which it is.
func Parse(text string) ([]Treatment, error) {
	var plan []Treatment
	var faults []error
	number := 0
	for part := range strings.SplitSeq(text, ";") {
		if strings.TrimSpace(part) == "" {
			continue
		}
		number++
		t, wrong := parseOne(part)
		for _, w := range wrong {
			faults = append(faults, fault(number, strings.TrimSpace(part), w))
		}
		plan = append(plan, t)
	}
	if faults == nil {
		faults = overlaps(plan)
	}
	if faults != nil {
		return nil, errors.Join(faults...)
	}
	return plan, nil
}

// fault says what is wrong with a treatment, by its number in the plan.
func fault(number int, text, wrong string) error {
	return fmt.Errorf("treatment.plan: treatment %d (%q): %s", number, text, wrong)
}

// reader reads one treatment word by word.
type reader struct {
	words  []string // lower case
	drug   int      // row of the catalogue; -1 if it is unknown
	t      Treatment
	infuse bool
	timed  bool     // a frequency was said
	once   bool     // so was a single dose
	length float64  // of the course, after "for" [h]
	wrong  []string // faults
}

// parseOne reads one treatment and returns what is wrong with it.
func parseOne(text string) (Treatment, []string) {
	r := &reader{words: strings.Fields(strings.ToLower(text)), length: math.NaN()}
	r.t = Treatment{Clock: morning, From: math.NaN(), To: math.Inf(1)}
	r.readDrug()
	r.readDose()
	for len(r.words) > 0 && len(r.wrong) < maxFaults {
		r.clause()
	}
	r.complete()
	if len(r.wrong) == 0 {
		r.wrong = r.t.faults()
	}
	return r.t, r.wrong
}

// maxFaults bounds what is said about one treatment.
const maxFaults = 10

// fail notes a fault.
func (r *reader) fail(format string, args ...any) {
	r.wrong = append(r.wrong, fmt.Sprintf(format, args...))
}

// take removes n words from the front and returns them, or fewer if they end.
func (r *reader) take(n int) string {
	n = min(n, len(r.words))
	taken := strings.Join(r.words[:n], " ")
	r.words = r.words[n:]
	return taken
}

// accept takes the words of a phrase if they come next.
func (r *reader) accept(phrase string) bool {
	n := strings.Count(phrase, " ") + 1
	if len(r.words) < n || strings.Join(r.words[:n], " ") != phrase {
		return false
	}
	r.take(n)
	return true
}

// readDrug takes the longest name that is known.
func (r *reader) readDrug() {
	for n := min(maxName, len(r.words)); n > 0; n-- {
		if r.drug = find(strings.Join(r.words[:n], " ")); r.drug >= 0 {
			r.take(n)
			r.t.Drug = Catalogue[r.drug].Name
			return
		}
	}
	r.drug = -1
	n := 0
	for n < len(r.words) && !number.MatchString(r.words[n]) && routeOf(r.words[n]) == "" {
		n++
	}
	if n == 0 {
		r.fail("no drug before the dose, want one of %s", strings.Join(names(), ", "))
		return
	}
	r.fail("%s", unknownDrug(r.take(n)))
}

// maxName is the number of words in the longest name.
const maxName = 4

// number matches the number that a word starts with; it may be one that is refused.
var number = regexp.MustCompile(`^([+\-−]?(?:(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?|nan|inf(?:inity)?))(.*)$`)

// readDose takes a number and a unit, which may be one word or two.
func (r *reader) readDose() {
	q, ok := r.quantity()
	if !ok {
		r.fail("no dose %s, want a number and a unit such as 20 ug", quoted(r.words))
		return
	}
	r.t.Dose = Dose{q.value, canonical(q.unit)}
	if !(q.value > 0) || math.IsInf(q.value, 0) {
		r.fail("dose %s, want one above 0", q)
	}
	if _, err := measureOf(r.t.Dose.Unit); err != nil {
		r.fail("dose %s: %v", q, err)
	}
}

// quantity is a number with its unit, as written.
type quantity struct {
	number, unit string
	value        float64 // of the number; it may not be finite
}

// String writes the quantity.
func (q quantity) String() string { return strings.TrimSpace(q.number + " " + q.unit) }

// quantity takes a number and its unit; ok is false if no number comes next.
func (r *reader) quantity() (q quantity, ok bool) {
	if len(r.words) == 0 {
		return q, false
	}
	found := number.FindStringSubmatch(r.words[0])
	if found == nil {
		return q, false
	}
	r.take(1)
	q.number, q.unit = strings.Replace(found[1], "−", "-", 1), found[2]
	q.value, _ = strconv.ParseFloat(q.number, 64) // infinite if it is too large
	if q.unit == "" {
		q.unit = r.take(1)
	}
	return q, true
}

// span takes a time [h] such as "6 months"; what it is of is said in errors.
func (r *reader) span(what string) float64 {
	q, ok := r.quantity()
	if !ok {
		r.fail("%s: no time %s, want %s", what, quoted(r.words), wantTime)
		return math.NaN()
	}
	h, err := unit.ParseIn(q.String(), "h", "30 d")
	switch {
	case math.IsNaN(q.value) || math.IsInf(q.value, 0):
		r.fail("%s %s, want a finite time", what, q)
	case q.unit == "" || err != nil:
		r.fail("%s %s, want %s", what, q, wantTime)
	case h < 0:
		r.fail("%s %s, want no time before 0", what, q)
	default:
		return h
	}
	return math.NaN()
}

const wantTime = "a time such as 30 d, 6 months or 2 y"

// quoted shows the next word, or that there is none.
func quoted(words []string) string {
	if len(words) == 0 {
		return "at the end"
	}
	return "at " + strconv.Quote(words[0])
}
