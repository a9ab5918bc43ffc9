package ode

import (
	"math"
	"testing"
)

// glands is the number of axes of a synthetic body of five states each.
const glands = 10

// synthetic is the rates of a body made up to resemble an endocrine one: axes of
// a releasing factor with a daily rhythm, a tropic hormone, a hormone that feeds
// back on both by Hill functions, its pool of tissue and a slow gland mass, each
// driven a little by the axis before. Time constants run from 2 min to a year.
func synthetic(t float64, y, dy []float64) {
	for g := range glands {
		own, last := y[5*g:5*g+5], y[(5*g+5*glands-5)%(5*glands):]
		out := dy[5*g : 5*g+5]
		fast := 20 / float64(1+g) // from 3 min to 30 min
		back := 1 / (1 + math.Pow(own[2], 2+0.3*float64(g)))
		day := 1 + 0.5*math.Cos(2*math.Pi*(t-float64(g))/24)
		help := last[3] / (1 + last[3])
		out[0] = fast * (day*back*4*help - own[0])
		out[1] = fast / 3 * (own[0]*2*back - own[1])
		swap := 5*own[2] - 4*own[3]
		out[2] = 2*own[4]*own[1] - own[2] - swap
		out[3] = swap - own[3]/30
		out[4] = (math.Pow(own[1], 0.5) - own[4]) / (200 * float64(1+g))
	}
}

// body returns a solver of the synthetic body, its states settled for 50 days.
func body(tb testing.TB, s Settings) (*Solver, []float64) {
	tb.Helper()
	y := make([]float64, 5*glands)
	scale := make([]float64, len(y))
	for i := range y {
		y[i], scale[i] = 1, 1
	}
	o := New(synthetic, scale, s)
	if err := o.Advance(-1200, 0, y, nil); err != nil {
		tb.Fatal(err)
	}
	return o, y
}

// BenchmarkDay is a day of the synthetic body of 50 states by hours.
func BenchmarkDay(b *testing.B) {
	o, start := body(b, defaults(1e-4))
	steps, calls := 0, 0
	f := o.f
	o.f = func(t float64, y, dy []float64) { calls++; f(t, y, dy) }
	count := func(float64, []float64) { steps++ }
	y := make([]float64, len(start))
	b.ReportAllocs()
	for b.Loop() {
		copy(y, start)
		for hour := range 24 {
			if err := o.Advance(float64(hour), float64(hour+1), y, count); err != nil {
				b.Fatal(err)
			}
		}
	}
	b.ReportMetric(float64(steps)/float64(b.N), "steps/day")
	b.ReportMetric(float64(calls)/float64(b.N), "calls/day")
	b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(steps), "ns/step")
	b.ReportMetric(float64(len(o.jacobian.groups)), "colours")
	b.ReportMetric(float64(len(o.matrix.value)), "entries")
	b.ReportMetric(float64(len(o.matrix.target)), "cut-ops")
}

// BenchmarkRates is one evaluation of the synthetic body.
func BenchmarkRates(b *testing.B) {
	_, y := body(b, defaults(1e-4))
	dy := make([]float64, len(y))
	for b.Loop() {
		synthetic(3, y, dy)
	}
}
