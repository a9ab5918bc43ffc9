// Package chart draws curves: as text for a terminal, as PNG and SVG for paper.
// It knows numbers, names and units; it does not know bodies, sections or what
// was measured. It alone uses the plot library. Start at Panel, then at Text.
package chart

import "math"

// Panel is one pair of axes.
type Panel struct {
	Title     string // what is shown: "PTH"
	X, Y      string // names of the axes with their units: "time [h]", "pM"
	Lines     []Line
	Low, High float64 // band drawn behind the lines, such as a reference interval; none if both are 0
}

// Line is a curve through points; a coordinate that is not finite leaves a gap.
type Line struct {
	Name   string // in the legend, if the panel has several lines
	X, Y   []float64
	Dashed bool
}

// banded tells whether the panel has a band.
func (p Panel) banded() bool { return p.Low != 0 || p.High != 0 }

// extent is the range of one coordinate.
type extent struct{ low, high float64 }

// nothing is the extent of no values.
func nothing() extent { return extent{math.Inf(1), math.Inf(-1)} }

// with widens an extent to hold a value.
func (e extent) with(v float64) extent {
	if math.IsNaN(v) || math.IsInf(v, 0) {
		return e
	}
	return extent{math.Min(e.low, v), math.Max(e.high, v)}
}

// padded returns an extent that holds at least something, with a margin on both
// sides, a share of its length.
func (e extent) padded(margin float64) extent {
	if e.low > e.high {
		return extent{0, 1}
	}
	pad := margin * (e.high - e.low)
	if e.high-e.low <= 1e-9*math.Max(math.Abs(e.low), math.Abs(e.high)) {
		pad = math.Max(0.05*math.Abs(e.low), 1e-9)
	}
	return extent{e.low - pad, e.high + pad}
}

// share returns where in the extent a value lies, 0 to 1 inside.
func (e extent) share(v float64) float64 { return (v - e.low) / (e.high - e.low) }

// extents returns the ranges of a panel's points.
func (p Panel) extents() (x, y extent) {
	x, y = nothing(), nothing()
	for _, l := range p.Lines {
		for i := range l.X {
			if finite(l.X[i], l.Y[i]) {
				x, y = x.with(l.X[i]), y.with(l.Y[i])
			}
		}
	}
	return x.padded(0), y.padded(0.05)
}

func finite(values ...float64) bool {
	for _, v := range values {
		if math.IsNaN(v) || math.IsInf(v, 0) {
			return false
		}
	}
	return true
}
