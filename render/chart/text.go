package chart

import (
	"fmt"
	"io"
	"math"
	"strconv"
	"strings"
	"unicode/utf8"
)

// Sizes of a panel of text [characters].
const (
	textHeight = 8
	gutter     = 9 // for the numbers of the vertical axis
	leastWidth = 20
)

// Text draws panels one below the other, for a terminal of so many characters a
// line. Dashed lines are drawn broken; several lines of a panel share its dots.
func Text(w io.Writer, panels []Panel, width int) error {
	for _, p := range panels {
		if err := p.text(w, max(width-gutter-2, leastWidth)); err != nil {
			return err
		}
	}
	return nil
}

func (p Panel) text(w io.Writer, width int) error {
	x, y := p.extents()
	d := newDots(width, textHeight)
	for _, l := range p.Lines {
		d.curve(l, x, y)
	}
	var out strings.Builder
	fmt.Fprintf(&out, "%*s  %s\n", gutter, "", p.heading())
	for i := range textHeight {
		mark, number := "│", ""
		if i == 0 || i == textHeight-1 || i == textHeight/2 {
			mark, number = "┤", short(y.high-(y.high-y.low)*(float64(i)+0.5)/textHeight, y)
		}
		fmt.Fprintf(&out, "%*s %s%s\n", gutter, number, mark, strings.TrimRight(d.row(i), string(blankCell)))
	}
	fmt.Fprintf(&out, "%*s └%s\n%s\n\n", gutter, "", strings.Repeat("─", width), p.foot(x, width))
	_, err := io.WriteString(w, out.String())
	return err
}

// heading names the panel, its unit, its band and its lines.
func (p Panel) heading() string {
	text := p.Title
	if p.Y != "" {
		text += " [" + p.Y + "]"
	}
	if p.banded() {
		text += fmt.Sprintf(", reference %.4g to %.4g", p.Low, p.High)
	}
	if len(p.Lines) < 2 {
		return text
	}
	names := make([]string, len(p.Lines))
	for i, l := range p.Lines {
		names[i] = "solid " + l.Name
		if l.Dashed {
			names[i] = "dotted " + l.Name
		}
	}
	return text + ": " + strings.Join(names, ", ")
}

// foot is the line of numbers below the horizontal axis, with its name.
func (p Panel) foot(x extent, width int) string {
	left, middle, right := short(x.low, x), short((x.low+x.high)/2, x), short(x.high, x)
	if p.X != "" {
		middle += "  " + p.X
	}
	gap := func(used int) string { return strings.Repeat(" ", max(1, used)) }
	text := gap(gutter+2) + left
	text += gap(gutter+2+width/2-utf8.RuneCountInString(text)) + middle
	return text + gap(gutter+2+width-utf8.RuneCountInString(text)-len(right)) + right
}

// short writes a number with as many digits as tell apart the ends of an extent.
func short(v float64, e extent) string {
	digits := 2 - int(math.Floor(math.Log10(e.high-e.low)))
	if math.Abs(v) >= 1e6 || digits > 5 {
		return strconv.FormatFloat(v, 'g', 4, 64)
	}
	scale := math.Pow(10, float64(min(max(digits, 0), 5)))
	return strconv.FormatFloat(math.Round(v*scale)/scale+0, 'f', -1, 64)
}
