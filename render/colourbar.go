package render

import (
	"math"
	"strconv"
	"strings"
)

// tick is a number on a colour bar and its place, 0..1.
type tick struct {
	at    float64
	label string
}

// ticks returns up to about five round numbers in the window.
func (w Window) ticks() (list []tick) {
	if w.Log {
		return w.logTicks()
	}
	step := niceBelow((w.Hi - w.Lo) / 3.9)
	for k := math.Ceil(w.Lo/step - 1e-9); k*step <= w.Hi+1e-9*step; k++ {
		v := math.Round(k*step*1e12/step) / 1e12 * step
		list = append(list, tick{w.share(v), number(tidy(v))})
	}
	return list
}

// tidy drops the digits that arithmetic left behind.
func tidy(v float64) float64 {
	short, err := strconv.ParseFloat(strconv.FormatFloat(v, 'g', 12, 64), 64)
	if err != nil {
		return v
	}
	return short
}

// logTicks returns powers of ten, every few of them if there are many, or 1, 2
// and 5 times them if there are few.
func (w Window) logTicks() (list []tick) {
	lo, hi := math.Log10(w.Lo), math.Log10(w.Hi)
	stride := math.Max(math.Ceil((hi-lo)/5), 1)
	digits := []float64{1}
	if hi-lo < 1.5 {
		digits = []float64{1, 2, 5}
	}
	for k := math.Floor(lo); k <= hi; k++ {
		if math.Mod(k-math.Floor(hi), stride) != 0 {
			continue
		}
		for _, d := range digits {
			if v := power(d, k); v >= w.Lo*(1-1e-9) && v <= w.Hi*(1+1e-9) {
				list = append(list, tick{w.share(v), powerLabel(v, d, k)})
			}
		}
	}
	return list
}

// powerLabel writes powers of ten beyond 0.01 and 1000 with an exponent.
func powerLabel(v, digit, k float64) string {
	if digit != 1 || k >= -2 && k <= 3 {
		return number(v)
	}
	raised := strings.NewReplacer("-", "⁻", "0", "⁰", "1", "¹", "2", "²", "3", "³", "4", "⁴",
		"5", "⁵", "6", "⁶", "7", "⁷", "8", "⁸", "9", "⁹")
	return "10" + raised.Replace(strconv.Itoa(int(k)))
}

// colourBar draws the map of the overlay with its label and numbers from y on.
func (p *Painter) colourBar(c canvas, l layout, y float64) {
	o, pal := p.o.Overlay, p.o.Palette
	w := p.window
	left, wide := float64(l.panel.Min.X), float64(l.panel.Dx())
	label := o.Label + " [" + o.Unit + "]"
	c.text(p.faces.bold, left, y+l.em, label, pal.Ink)
	top, high := math.Round(y+1.5*l.em), math.Round(l.em)
	for i := range int(wide) {
		c.box(left+float64(i), top, 1, high, pal.Map.At((float64(i)+0.5)/wide), 1)
	}
	for _, t := range w.ticks() {
		x := math.Round(left + t.at*(wide-1))
		c.box(x, top+high, 1, 0.3*l.em, pal.Ink, 1)
		half := width(p.faces.regular, t.label) / 2
		at := math.Min(math.Max(x-half, left), left+wide-2*half)
		c.text(p.faces.regular, at, top+high+1.3*l.em, t.label, pal.Ink)
	}
}
