package drug

import (
	"math"

	"trabecula/sim/unit"
)

// start is when dose k gets to where it is absorbed [h].
func (c *course) start(k int) float64 { return c.due(k) + c.lag }

// following returns the number of the first dose that starts after a time [h]; -1 if
// there is none.
func (c *course) following(t float64) int {
	k := c.first(t - c.lag)
	for k > 0 && c.start(k-1) > t { // rounding of the lag
		k--
	}
	for c.start(k) <= t {
		if c.Interval == 0 {
			return -1
		}
		k++
	}
	return c.real(c.next(k))
}

// real is a dose's number, or -1 if the count is over before it.
func (c *course) real(k int) int {
	if k >= c.after {
		return -1
	}
	return k
}

// change is the first time after t at which a dose is given, a release ends or a
// rate changes [h]; +Inf if never.
func (c *course) change(t float64) float64 {
	if c.steady {
		_, change := c.runs(t)
		return change
	}
	next := math.Inf(1)
	if k := c.following(t); k >= 0 {
		next = c.start(k)
	}
	c.releasing(t, func(k int) { next = min(next, c.start(k)+c.over) })
	return next
}

// bolus tells whether a dose that comes at once is due exactly at a time [h].
func (c *course) bolus(t float64) bool {
	if c.steady || c.over > 0 {
		return false
	}
	k := c.following(math.Nextafter(t, math.Inf(-1)))
	return k >= 0 && c.start(k) == t
}

// rate is what the course brings at a constant rate just after a time [pmol/h].
func (c *course) rate(t float64) float64 {
	if c.steady {
		if on, _ := c.runs(t); on {
			return c.amount
		}
		return 0
	}
	n := 0
	c.releasing(t, func(int) { n++ })
	return float64(n) * c.amount / c.over
}

// releasing visits the doses whose release goes on just after a time [h].
func (c *course) releasing(t float64, visit func(k int)) {
	if c.over == 0 {
		return
	}
	for k := c.first(t - c.lag - c.over - unit.Minute); ; k++ { // earlier, lest rounding leave one out
		k = c.real(c.next(k))
		if k < 0 || c.start(k) > t {
			return
		}
		if c.start(k)+c.over > t {
			visit(k)
		}
	}
}
