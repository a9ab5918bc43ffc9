package main

import (
	"fmt"
	"math"
	"path/filepath"
	"strings"

	"trabecula/render/chart"
	"trabecula/sim/unit"
	"trabecula/sim/validate"
)

// plots draws the courses of every arm over the published points.
func (c validateCommand) plots(l *validate.Library, trials *validate.Trials) error {
	for _, a := range l.Arms {
		var panels []chart.Panel
		for _, p := range l.Panels(a.Name, trials) {
			panels = append(panels, drawn(p))
		}
		if len(panels) == 0 {
			continue
		}
		title := a.Name
		if len(panels) > 1 { // there is room
			title += ": " + a.Text
		}
		png, err := chart.PNG(title, panels)
		if err != nil {
			return err
		}
		svg, err := chart.SVG(title, panels)
		if err != nil {
			return err
		}
		for name, data := range map[string][]byte{a.Name + ".png": png, a.Name + ".svg": svg} {
			if err := validate.Replace(filepath.Join(c.Out, "plots", name), data); err != nil {
				return err
			}
		}
	}
	return nil
}

// drawn turns a course and its published points into a panel.
func drawn(p validate.Panel) chart.Panel {
	n := len(p.Months)
	mean := chart.Line{Name: fmt.Sprintf("simulated, mean of %d", p.N), X: p.Months, Y: p.Mean}
	spread := chart.Line{Name: "± 1 SD of individuals", Dashed: true}
	for _, sign := range []float64{1, -1} {
		for i := range n {
			spread.X, spread.Y = append(spread.X, p.Months[i]), append(spread.Y, p.Mean[i]+sign*p.SD[i])
		}
		spread.X, spread.Y = append(spread.X, math.NaN()), append(spread.Y, math.NaN())
	}
	return chart.Panel{Title: strings.Join(p.Rows, ", ") + " " + p.Observable, X: "time [months]", Y: p.Unit,
		Lines: []chart.Line{mean, spread, published(p)}}
}

// published draws every published value as a cross on its accepted interval, at
// the end of its window.
func published(p validate.Panel) chart.Line {
	l := chart.Line{Name: "published, accepted interval"}
	stroke := func(x ...float64) {
		for i := 0; i < len(x); i += 2 {
			l.X, l.Y = append(l.X, x[i]), append(l.Y, x[i+1])
		}
		l.X, l.Y = append(l.X, math.NaN()), append(l.Y, math.NaN())
	}
	w := 0.012 * (p.Months[len(p.Months)-1] - p.Months[0])
	for _, q := range p.Points {
		if q.Sign != 0 {
			continue
		}
		from, to := q.From/unit.Month, q.To/unit.Month
		x := to
		if to-from > 6*w {
			x = (from + to) / 2
			stroke(from, q.Value, to, q.Value)
		}
		stroke(x, q.Low, x, q.High)
		for _, y := range []float64{q.Low, q.Value, q.High} {
			stroke(x-w, y, x+w, y)
		}
	}
	return l
}
