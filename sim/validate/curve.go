package validate

import (
	"math"
	"slices"

	"trabecula/sim/unit"
)

// Panel is one observable of an arm over time: what was simulated, and the points
// of all rows that publish it.
type Panel struct {
	Arm        string
	Observable string
	Unit       string
	Rows       []string
	Points     []Point
	Months     []float64 // times of the curve, after time 0 of the arm
	Mean, SD   []float64 // of the ensemble; the spread between individuals, NaN for one
	N          int       // seeds at the end
}

// curveStep is the time between the values of a curve [h].
const curveStep = 7 * unit.Day

// Panels returns the courses over time that the targets of an arm publish, without
// rates, which are slopes, and without what is compared with a fixed time.
func (l *Library) Panels(arm string, trials *Trials) []Panel {
	var panels []Panel
	var kinds []Target
	for _, t := range l.Targets {
		if t.Arm != arm || !t.drawable() {
			continue
		}
		i := slices.IndexFunc(kinds, func(k Target) bool { return k.alike(t) })
		if i < 0 {
			i = len(kinds)
			kinds, panels = append(kinds, t), append(panels, l.curve(t, trials))
		}
		panels[i].Rows = append(panels[i].Rows, t.Row)
		panels[i].Points = append(panels[i].Points, t.Points...)
	}
	for i := range panels {
		slices.Sort(panels[i].Rows)
		panels[i].Rows = slices.Compact(panels[i].Rows)
	}
	return slices.DeleteFunc(panels, func(p Panel) bool { return p.N == 0 || !p.published() })
}

// drawable tells whether a target is a course over time.
func (t *Target) drawable() bool {
	return t.Transform != Rate && (t.Control == nil || t.Control.Own)
}

// alike tells whether two targets of an arm publish the same quantity.
func (t *Target) alike(o Target) bool {
	same := t.Column == o.Column && t.Transform == o.Transform && (t.Control == nil) == (o.Control == nil)
	return same && (t.Control == nil || *t.Control == *o.Control)
}

// published tells whether there is a number among the points, not a sign only.
func (p Panel) published() bool {
	return slices.ContainsFunc(p.Points, func(q Point) bool { return q.Sign == 0 })
}

// curve follows a target from its baseline to the end of the arm.
func (l *Library) curve(t Target, trials *Trials) Panel {
	a, _ := l.Arm(t.Arm)
	p := Panel{Arm: t.Arm, Observable: t.Observable, Unit: t.Unit}
	window := max(t.Window, 2*curveStep)
	for to := -math.Max(math.Min(t.Baseline, a.Start-window), 0); to <= a.Until-a.Start+1e-6; to += curveStep {
		e := l.estimate(t, Point{From: to - window, To: to}, trials)
		p.Months = append(p.Months, to/unit.Month)
		p.Mean, p.SD = append(p.Mean, e.Mean), append(p.SD, e.SE*math.Sqrt(float64(e.N)))
		p.N = max(p.N, e.N)
	}
	return p
}
