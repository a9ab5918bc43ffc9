package chart

import "math"

// A braille cell holds 2 x 4 dots.
const (
	dotsAcross, dotsDown = 2, 4
	blankCell            = '\u2800'
)

// dotBits are the bits of a cell's dots, by row and column (Unicode block 2800).
var dotBits = [dotsDown][dotsAcross]rune{{0x01, 0x08}, {0x02, 0x10}, {0x04, 0x20}, {0x40, 0x80}}

// dots is a field of braille cells.
type dots struct {
	w, h  int // cells
	cells []rune
}

func newDots(w, h int) *dots {
	d := &dots{w, h, make([]rune, w*h)}
	for i := range d.cells {
		d.cells[i] = blankCell
	}
	return d
}

// set makes a dot; x to the right, y upwards.
func (d *dots) set(x, y int) {
	y = d.h*dotsDown - 1 - y
	if x < 0 || y < 0 || x >= d.w*dotsAcross || y >= d.h*dotsDown {
		return
	}
	d.cells[y/dotsDown*d.w+x/dotsAcross] |= dotBits[y%dotsDown][x%dotsAcross]
}

// row returns the cells of a row, the top one first.
func (d *dots) row(i int) string { return string(d.cells[i*d.w : (i+1)*d.w]) }

// curve draws a line; dashed leaves out every other pair of columns.
func (d *dots) curve(l Line, x, y extent) {
	across, up := float64(d.w*dotsAcross-1), float64(d.h*dotsDown-1)
	at := func(i int) (float64, float64) { return across * x.share(l.X[i]), up * y.share(l.Y[i]) }
	for i := range l.X {
		if !finite(l.X[i], l.Y[i]) {
			continue
		}
		bx, by := at(i)
		ax, ay := bx, by
		if i > 0 && finite(l.X[i-1], l.Y[i-1]) {
			ax, ay = at(i - 1)
		}
		d.segment(ax, ay, bx, by, l.Dashed)
	}
}

// segment draws a straight piece.
func (d *dots) segment(ax, ay, bx, by float64, dashed bool) {
	n := math.Ceil(math.Max(math.Abs(bx-ax), math.Abs(by-ay)))
	for i := 0.0; i <= n; i++ {
		s := i / math.Max(n, 1)
		x, y := int(math.Round(ax+s*(bx-ax))), int(math.Round(ay+s*(by-ay)))
		if !dashed || x/dotsAcross%2 == 0 {
			d.set(x, y)
		}
	}
}
