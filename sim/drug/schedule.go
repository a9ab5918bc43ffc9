package drug

import (
	"math"
	"sort"

	"trabecula/sim/unit"
)

// nextClock is the first time [h] at or after a time at which the clock shows a
// time of day [h].
func nextClock(after, clock float64) float64 {
	return clock + unit.Day*math.Ceil((after-clock)/unit.Day-instant)
}

// instant is the part of a day that rounding may make of nothing.
const instant = 1e-9

// perCycle is the number of doses in a cycle.
func (t *Treatment) perCycle() int { return max(1, int(math.Ceil(t.On/t.Interval))) }

// due is when dose k falls by the schedule [h], pauses and ends aside; it rises
// with k. Days and longer begin at the time of day, whatever the length of a
// month; shorter intervals count from the first dose.
func (t *Treatment) due(k int) float64 {
	start := t.From
	if t.Cycle > 0 {
		n := t.perCycle()
		start += float64(k/n) * t.Cycle
		k %= n
	}
	switch {
	case t.Interval == 0:
		return start
	case t.byDay():
		return nextClock(start+float64(k)*t.Interval, t.Clock)
	}
	return nextClock(start, t.Clock) + float64(k)*t.Interval
}

// byDay tells whether each dose falls at the time of day.
func (t *Treatment) byDay() bool {
	return t.Interval >= 3*unit.Day || math.Mod(t.Interval, unit.Day) == 0
}

// first is the first dose, by its number, that falls at a time or later [h].
func (t *Treatment) first(from float64) int {
	if t.Interval == 0 {
		if t.From >= from {
			return 0
		}
		return 1
	}
	enough := max(0, int((from-t.From)/t.Interval)) + 3
	return sort.Search(enough, func(k int) bool { return t.due(k) >= from })
}

// next is the first dose, by its number, that is k or later and is given; -1 if
// there is none.
func (t *Treatment) next(k int) int {
	for {
		at := t.due(k)
		if at >= t.To || t.Interval == 0 && k > 0 {
			return -1
		}
		p := t.pause(at)
		if p == nil {
			return k
		}
		k = t.first(p.To)
	}
}

// pause finds the pause that a time [h] falls in; nil if there is none.
func (t *Treatment) pause(at float64) *Span {
	for i := range t.Pauses {
		if p := &t.Pauses[i]; p.From <= at && at < p.To {
			return p
		}
	}
	return nil
}

// last is the number after that of the last dose, where their count is limited:
// doses that a pause drops do not count.
func (t *Treatment) last() int {
	if t.Times == 0 {
		return math.MaxInt
	}
	k := -1
	for range t.Times {
		next := t.next(k + 1)
		if next < 0 {
			break
		}
		k = next
	}
	return k + 1
}

// end is when the treatment is over [h], at the latest a little after its last dose
// where their count is limited.
func (t *Treatment) end() float64 {
	if t.Times == 0 {
		return t.To
	}
	return min(t.To, t.due(t.last()-1)+shortest)
}

// runs tells whether a treatment at a rate is on at a time [h], and when that may
// change next; +Inf if never.
func (t *Treatment) runs(at float64) (on bool, change float64) {
	if at < t.From {
		return false, t.From
	}
	if at >= t.To {
		return false, math.Inf(1)
	}
	on, change = true, t.To
	if t.Cycle > 0 {
		on, change = t.inCycle(at)
		change = min(change, t.To)
	}
	for _, p := range t.Pauses {
		switch {
		case at < p.From:
			change = min(change, p.From)
		case at < p.To:
			on, change = false, min(change, p.To)
		}
	}
	return on, change
}

// inCycle tells whether a time [h] is in the part of its cycle that is on, and when
// that changes. Cycles start where From + n*Cycle puts them, to the last bit.
func (t *Treatment) inCycle(at float64) (on bool, change float64) {
	n := math.Floor((at - t.From) / t.Cycle)
	for t.From+(n+1)*t.Cycle <= at {
		n++
	}
	for n > 0 && t.From+n*t.Cycle > at {
		n--
	}
	start := t.From + n*t.Cycle
	if at < start+t.On {
		return true, min(start+t.On, t.From+(n+1)*t.Cycle)
	}
	return false, t.From + (n+1)*t.Cycle
}
