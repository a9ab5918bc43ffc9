package render

import (
	"image"
	"image/draw"
	"math"

	"trabecula/field"
)

// Frame returns the picture of a scene with everything around it.
func Frame(s Scene, o Options) *image.RGBA { return New(o).Frame(s) }

// layout is where the parts of a frame lie [screen pixels].
type layout struct {
	em      float64 // size of text
	pad     int
	section image.Rectangle
	panel   image.Rectangle // legend and colour bar; empty = none
	whole   image.Point
}

// Frame returns the picture of s with title, time, scale bar, legend and colour
// bar, as far as the layers ask for them.
func (p *Painter) Frame(s Scene) *image.RGBA {
	l := p.layout(s.Grid())
	dst := image.NewRGBA(image.Rectangle{Max: l.whole})
	draw.Draw(dst, dst.Rect, image.NewUniform(p.o.Palette.Paper), image.Point{}, draw.Src)
	p.Paint(dst.SubImage(l.section).(*image.RGBA), s)
	c := canvas{dst}
	p.header(c, l, s)
	if p.o.has(ScaleBar) {
		p.scaleBar(c, l, s.Grid())
	}
	if !l.panel.Empty() {
		p.panel(c, l, s)
	}
	return dst
}

// FrameSize returns the size of the frames of scenes on g.
func (p *Painter) FrameSize(g field.Grid) image.Point { return p.layout(g).whole }

// Section returns where the section lies in the frames of scenes on g, so that
// a point of the frame can be traced to a pixel.
func (p *Painter) Section(g field.Grid) image.Rectangle { return p.layout(g).section }

func (p *Painter) layout(g field.Grid) layout {
	size := p.Size(g)
	l := layout{em: math.Round(math.Min(math.Max(float64(min(size.X, size.Y))/56, 12), 64))}
	p.faces.at(l.em)
	l.pad = int(l.em)
	top := l.pad
	if p.o.hasHeader() {
		top += int(1.9 * l.em)
	}
	l.section = image.Rectangle{Max: size}.Add(image.Pt(l.pad, top))
	l.whole = l.section.Max.Add(image.Pt(l.pad, l.pad))
	if p.o.has(ScaleBar) {
		l.whole.Y += int(1.6 * l.em)
	}
	if w, h := p.panelSize(); w > 0 {
		at := image.Pt(l.section.Max.X+l.pad, top)
		l.panel = image.Rectangle{at, at.Add(image.Pt(w, max(h, size.Y)))}
		l.whole = image.Pt(l.panel.Max.X+l.pad, max(l.whole.Y, l.panel.Max.Y+l.pad))
	}
	return l
}

func (o Options) hasHeader() bool { return o.has(Clock) || o.has(Title) && o.Title != "" }

// header writes the title and the time above the section.
func (p *Painter) header(c canvas, l layout, s Scene) {
	base := float64(l.pad) + 1.05*l.em
	left, right := float64(l.section.Min.X), float64(l.section.Max.X)
	if p.o.has(Clock) {
		now := clock(s.Time())
		c.textRight(p.faces.regular, right, base, now, p.o.Palette.Ink)
		right -= width(p.faces.regular, now) + l.em
	}
	if p.o.has(Title) {
		c.text(p.faces.bold, left, base, shorten(p.faces.bold, p.o.Title, right-left), p.o.Palette.Ink)
	}
}

// scaleBar draws a bar of a round length below the section, where it hides
// nothing.
func (p *Painter) scaleBar(c canvas, l layout, g field.Grid) {
	um, label := barLength(float64(g.W) * g.Pixel)
	long, thick := um/g.Pixel*p.o.Scale, math.Round(0.3*l.em)
	x, mid := float64(l.section.Min.X), float64(l.section.Max.Y)+1.2*l.em
	c.box(x, math.Round(mid-thick/2), long, thick, p.o.Palette.Ink, 1)
	c.text(p.faces.regular, x+long+0.5*l.em, mid+0.36*l.em, label, p.o.Palette.Ink)
}
