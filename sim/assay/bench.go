package assay

import (
	"context"
	"math"
	"slices"

	"trabecula/sim/drug"
	"trabecula/sim/endocrine"
	"trabecula/sim/unit"
)

// bench is where one arm of a test is done. After a fault its methods do
// nothing; the fault is told at the end.
type bench struct {
	ctx     context.Context
	arm     string
	sets    []string // of the person, as of now
	body    *endocrine.Body
	zero    float64 // of the body's time at which the test begins [h]
	courses []*Course
	err     error
}

// admit settles the person of the arm.
func (b *bench) admit() {
	p, err := params(b.sets)
	if err == nil {
		b.body, err = endocrine.New(p)
	}
	b.err, b.zero = err, 0
}

// readmit settles the same person with some settings changed.
func (b *bench) readmit(sets ...string) {
	if b.err == nil {
		b.sets = changed(b.sets, sets)
		b.admit()
	}
}

// operate changes parameters of the living person, as surgery or another diet does.
func (b *bench) operate(sets ...string) {
	if b.err != nil {
		return
	}
	state, err := b.body.MarshalBinary()
	if err == nil {
		b.sets = changed(b.sets, sets)
		var p endocrine.Params
		if p, err = params(b.sets); err == nil {
			b.body, err = endocrine.Restore(p, state)
		}
	}
	b.err = err
}

// changed returns settings with others in place of those for the same parameters.
func changed(sets, others []string) []string {
	kept := slices.DeleteFunc(slices.Clone(sets), func(s string) bool {
		return slices.ContainsFunc(others, func(o string) bool { return key(o) == key(s) })
	})
	return append(kept, others...)
}

// course starts a table of samples.
func (b *bench) course(name string) {
	b.courses = append(b.courses, newCourse(name))
}

// begin makes this moment time 0 of the test.
func (b *bench) begin() {
	if b.err == nil {
		b.zero = b.body.Time()
	}
}

// hours returns the time of the test [h].
func (b *bench) hours() float64 { return b.body.Time() - b.zero }

// longest is the longest step of the body: the skeleton's fluxes are held over it.
const longest = unit.Hour

// wait lets time pass [h].
func (b *bench) wait(span float64) {
	if b.err != nil {
		return
	}
	for end := b.body.Time() + span; b.err == nil && end-b.body.Time() > 1e-9; {
		if b.err = b.ctx.Err(); b.err == nil {
			b.err = b.body.Advance(math.Min(longest, end-b.body.Time()))
		}
	}
}

// sample takes all readings now.
func (b *bench) sample() {
	if b.err == nil {
		b.note(b.hours(), b.read())
	}
}

// read returns the value of every probe now.
func (b *bench) read() []float64 {
	values := make([]float64, len(probes))
	now := moment{b.body.Levels(), b.body.Bone(), b.body.Turnover()}
	for i, p := range probes {
		values[i] = p.of(&now)
	}
	return values
}

// note adds a row to the present course.
func (b *bench) note(time float64, row []float64) {
	c := b.courses[len(b.courses)-1]
	c.Time = append(c.Time, math.Round(time*1e6)/1e6+0) // sums of steps leave crumbs; +0 makes -0 of them 0
	for i, v := range row {
		c.values[i] = append(c.values[i], v)
	}
}

// follow samples now, unless there is a sample of now, and then every so often
// over a span [h].
func (b *bench) follow(span, every float64) {
	if b.err != nil {
		return
	}
	if c := b.courses[len(b.courses)-1]; len(c.Time) == 0 || c.Time[len(c.Time)-1] < b.hours()-1e-9 {
		b.sample()
	}
	for n := int(math.Round(span / every)); n > 0 && b.err == nil; n-- {
		b.wait(every)
		b.sample()
	}
}

// means notes the mean of every span of so many hours, at the middle of it, over
// n spans; samples are taken every hour.
func (b *bench) means(n int, span float64) {
	for range n {
		if b.err != nil {
			return
		}
		start := b.hours()
		row := b.mean(span)
		if b.err == nil {
			b.note(start+span/2, row)
		}
	}
}

// mean returns the mean of hourly samples over a span [h].
func (b *bench) mean(span float64) []float64 {
	sum, n := make([]float64, len(probes)), math.Round(span)
	for range int(n) {
		b.wait(unit.Hour)
		if b.err != nil {
			return nil
		}
		row := b.read()
		b.courses[len(b.courses)-1].see(row, math.Mod(b.body.Time(), unit.Day))
		for i, v := range row {
			sum[i] += v / n
		}
	}
	return sum
}

// infuse runs a pump at a rate until told otherwise.
func (b *bench) infuse(p drug.Port, rate float64) {
	if b.err == nil {
		b.body.Infuse(p, rate)
	}
}
