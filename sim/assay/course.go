package assay

import (
	"math"
	"sort"
)

// Course is a table of samples of one arm.
type Course struct {
	Arm    string
	Time   []float64 // of the test [h]
	values [][]float64

	all, mornings []extent // of the hourly samples, by probe, where the rows are means
}

// extent is the range of some values.
type extent struct{ low, high float64 }

// newCourse returns a course without samples.
func newCourse(arm string) *Course {
	c := &Course{Arm: arm, values: make([][]float64, len(probes))}
	for range probes {
		nothing := extent{math.Inf(1), math.Inf(-1)}
		c.all, c.mornings = append(c.all, nothing), append(c.mornings, nothing)
	}
	return c
}

// see widens the ranges by samples taken at an hour of the day.
func (c *Course) see(row []float64, hour float64) {
	for i, v := range row {
		c.all[i] = c.all[i].with(v)
		if hour > 7-1e-6 && hour < 9+1e-6 {
			c.mornings[i] = c.mornings[i].with(v)
		}
	}
}

// with widens an extent to hold a value.
func (e extent) with(v float64) extent { return extent{math.Min(e.low, v), math.Max(e.high, v)} }

// Of returns the values of a probe. An unknown name is a bug: it panics.
func (c *Course) Of(probe string) []float64 { return c.values[index(probe)] }

// at returns the value of a probe at a time [h], linear between samples.
func (c *Course) at(probe string, time float64) float64 {
	return interpolate(c.Time, c.Of(probe), time)
}

// interpolate returns y at x, linear between points of rising x, constant beyond.
func interpolate(xs, ys []float64, x float64) float64 {
	i := sort.SearchFloat64s(xs, x)
	switch {
	case len(xs) == 0:
		return math.NaN()
	case i == 0:
		return ys[0]
	case i == len(xs):
		return ys[len(ys)-1]
	}
	s := (x - xs[i-1]) / (xs[i] - xs[i-1])
	return ys[i-1] + s*(ys[i]-ys[i-1])
}

// between calls f for the samples of a probe from a time to another [h], ends
// included.
func (c *Course) between(probe string, from, to float64, f func(time, value float64)) {
	for i, v := range c.Of(probe) {
		if t := c.Time[i]; t >= from-1e-9 && t <= to+1e-9 {
			f(t, v)
		}
	}
}

// mean returns the mean of the samples in a span; NaN if there are none.
func (c *Course) mean(probe string, from, to float64) float64 {
	sum, n := 0.0, 0.0
	c.between(probe, from, to, func(_, v float64) { sum, n = sum+v, n+1 })
	return sum / n
}

// highest returns the highest value in a span and when it was [h].
func (c *Course) highest(probe string, from, to float64) (value, time float64) {
	value, time = math.NaN(), math.NaN()
	c.between(probe, from, to, func(t, v float64) {
		if !(v <= value) {
			value, time = v, t
		}
	})
	return value, time
}

// lowest returns the lowest value in a span and when it was [h].
func (c *Course) lowest(probe string, from, to float64) (value, time float64) {
	value, time = math.NaN(), math.NaN()
	c.between(probe, from, to, func(t, v float64) {
		if !(v >= value) {
			value, time = v, t
		}
	})
	return value, time
}

// change returns by how much a value differs from another [%].
func change(from, to float64) float64 { return 100 * (to/from - 1) }
