package render

import (
	"image/color"
	"math"

	"trabecula/agents"
)

// swatchSize is an em in a legend, seen from its brush.
func (b *brush) swatchSize() float64 { return b.um / 0.052 }

// sample draws a cell as it looks in the section, at one size for all kinds but
// those too large for a line.
func sample(c agents.Cell) func(b *brush, x, y float64) {
	return func(b *brush, x, y float64) {
		em := b.swatchSize()
		own := *b
		at := spot{x: x, y: y, angle: 0.3, reach: 9}
		switch looks[c.Kind].seat {
		case seated:
			at.angle, at.y = 0, y+0.35*em
		case spread:
			at.angle, at.y = 0, y+0.1*em
			for d := -0.9; d <= 0.9; d += 0.1 {
				at.arc = append(at.arc, spot{x: x + d*em, y: at.y})
			}
		}
		if c.Kind == agents.Osteoclast {
			at.reach = 20
			own.um *= 0.75
		}
		own.cell(c, at)
	}
}

// block is a filled swatch.
func block(fill color.RGBA) func(b *brush, x, y float64) {
	return func(b *brush, x, y float64) {
		em := b.swatchSize()
		f := tilted(x, y, 0)
		b.draw(x, y, em, f.block(0.8*em, 0.45*em, 0.15*em), paint{fill: fill, rim: darker(fill, 0.8), width: b.line})
	}
}

// rampBlock is a swatch of bone from pale to dark.
func rampBlock(pal *Palette) func(b *brush, x, y float64) {
	return func(b *brush, x, y float64) {
		em := b.swatchSize()
		columns := int(1.6 * em)
		left := math.Round(x - 0.8*em) // whole pixels, or the columns show seams
		for i := range columns {
			col := blend(pal.Young, pal.Old, (float64(i)+0.5)/float64(columns))
			b.box(left+float64(i), y-0.45*em, 1, 0.9*em, col, 1)
		}
	}
}

// vessel is a swatch of a sinusoid, hollow over an overlay.
func vessel(hollow bool) func(b *brush, x, y float64) {
	return func(b *brush, x, y float64) {
		own := *b
		own.um, own.halo = 0.6*b.um, hollow
		own.sinusoid(x, y, 4)
	}
}

// rule is a line as it runs along the surface.
func rule(col color.RGBA, widths float64) func(b *brush, x, y float64) {
	return func(b *brush, x, y float64) {
		em, half := b.swatchSize(), 0.55*widths*b.line
		b.draw(x, y, em, stroke(x-0.8*em, y, half, x+0.8*em, y, half), paint{fill: col})
	}
}

// cased is the line along the surface over an overlay.
func cased(b *brush, x, y float64) {
	em, half := b.swatchSize(), 0.8*b.line
	s := stroke(x-0.8*em, y, half+1.2, x+0.8*em, y, half+1.2)
	b.draw(x, y, em, s, paint{fill: color.RGBA{110, 110, 110, 255}})
	b.draw(x, y, em, stroke(x-0.8*em, y, half, x+0.8*em, y, half), paint{fill: color.RGBA{255, 255, 255, 255}})
}
