package validate

import (
	"math"

	"trabecula/sim/unit"
)

// Estimate is what an ensemble of seeds says.
type Estimate struct {
	Mean, SE float64
	N        int
}

// windows is what one seed shows in the windows of time that a point needs.
type windows [4]float64

// The windows.
const (
	now    = iota // of the point
	before        // baseline, or beginning of a rate
	controlNow
	controlBefore
)

// estimate returns the transform of the means over the seeds, not the mean of
// transforms: a small section may have no resorption at all in its own baseline.
// The standard error is that of leaving out one seed after another (jackknife).
func (l *Library) estimate(t Target, p Point, trials *Trials) Estimate {
	var seeds []windows
	for seed := 1; seed <= trials.Seeds; seed++ {
		if w, ok := l.look(t, p, trials, seed); ok {
			seeds = append(seeds, w)
		}
	}
	n := float64(len(seeds))
	e := Estimate{math.NaN(), math.NaN(), len(seeds)}
	if n == 0 {
		return e
	}
	years := (p.To - p.From) / unit.Year
	var sum windows
	for _, w := range seeds {
		sum = sum.plus(w, 1)
	}
	e.Mean = t.compare(sum.over(n), years, t.controlYears(p))
	if n > 1 {
		e.SE = math.Sqrt((n - 1) / n * t.spread(seeds, sum, years, t.controlYears(p)))
	}
	return e
}

// spread returns the sum of the squared differences of the estimates with one
// seed left out from their mean.
func (t *Target) spread(seeds []windows, sum windows, years, controlYears float64) float64 {
	n := float64(len(seeds))
	left, mean, squares := make([]float64, len(seeds)), 0.0, 0.0
	for i, w := range seeds {
		left[i] = t.compare(sum.plus(w, -1).over(n-1), years, controlYears)
		mean += left[i] / n
	}
	for _, v := range left {
		squares += (v - mean) * (v - mean)
	}
	return squares
}

func (w windows) plus(o windows, sign float64) windows {
	for i := range w {
		w[i] += sign * o[i]
	}
	return w
}

func (w windows) over(n float64) windows {
	for i := range w {
		w[i] /= n
	}
	return w
}

// controlYears is the length of the window of the control.
func (t *Target) controlYears(p Point) float64 {
	if t.Control == nil || t.Control.Own {
		return (p.To - p.From) / unit.Year
	}
	return (t.Control.To - t.Control.From) / unit.Year
}

// look reads the windows of one seed; it fails if a run or a value is missing.
func (l *Library) look(t Target, p Point, trials *Trials, seed int) (windows, bool) {
	var w windows
	var ok bool
	if w[now], w[before], ok = l.pair(t, t.Arm, p.From, p.To, trials, seed); !ok || t.Control == nil {
		return w, ok
	}
	from, to := p.From, p.To
	if !t.Control.Own {
		from, to = t.Control.From, t.Control.To
	}
	w[controlNow], w[controlBefore], ok = l.pair(t, t.Control.Arm, from, to, trials, seed)
	return w, ok
}

// pair reads the window of a time and the one before it, as the transform needs.
func (l *Library) pair(t Target, name string, from, to float64, trials *Trials, seed int) (a, b float64, ok bool) {
	c := trials.courses[job{name, seed}]
	arm, _ := l.Arm(name)
	if c == nil {
		return 0, 0, false
	}
	switch t.Transform {
	case Rate:
		a = c.mean(t.Column, arm.Start+to-t.Window, arm.Start+to)
		b = c.mean(t.Column, arm.Start+from-t.Window, arm.Start+from)
	case Mean:
		a = c.mean(t.Column, arm.Start+from, arm.Start+to)
	default:
		a = c.mean(t.Column, arm.Start+from, arm.Start+to)
		b = c.mean(t.Column, arm.Start-t.Baseline, arm.Start)
	}
	return a, b, !math.IsNaN(a) && !math.IsNaN(b)
}

// compare makes one number of the windows.
func (t *Target) compare(w windows, years, controlYears float64) float64 {
	own := t.transformed(w[now], w[before], years)
	if t.Control == nil {
		return own
	}
	control := t.transformed(w[controlNow], w[controlBefore], controlYears)
	switch t.Control.By {
	case Ratio:
		return own / control
	case Excess:
		return 100 * (own/control - 1)
	}
	return own - control
}

// transformed applies the transform to a value and its baseline.
func (t *Target) transformed(v, base, years float64) float64 {
	switch t.Transform {
	case Change:
		return 100 * (v/base - 1)
	case Percent:
		return 100 * v / base
	case Rate:
		return 100 * (v/base - 1) / years
	}
	return v
}
