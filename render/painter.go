package render

import (
	"fmt"
	"image"
	"math"

	"trabecula/agents"
	"trabecula/field"
)

// Painter paints scenes. It keeps its buffers from one picture to the next, so
// it is not safe for concurrent use; the zero value is not ready, see New.
type Painter struct {
	o      Options
	hidden [agents.KindCount]bool
	relief relief
	window Window // of the overlay in the last picture
	ground ground
	inks   []ink
	faces  faces
}

// New returns a painter of the given options.
func New(o Options) *Painter {
	p := &Painter{o: o.filled(), hidden: o.hidden()}
	p.inks = inksOf(p.o.Palette)
	return p
}

// Options returns what the painter was made with, zero values filled in.
func (p *Painter) Options() Options { return p.o }

// Size returns the size of a painted section of g, without its frame.
func (p *Painter) Size(g field.Grid) image.Point {
	side := func(n int) int { return max(int(float64(n)*p.o.Scale+0.5), 1) }
	return image.Pt(side(g.W), side(g.H))
}

// Paint paints the section, without its frame, over the whole of dst, which
// must have the Size of the scene's grid. The same scene gives the same pixels.
func (p *Painter) Paint(dst *image.RGBA, s Scene) {
	g := s.Grid()
	if size := p.Size(g); dst.Rect.Size() != size {
		panic(fmt.Sprintf("render: picture of %v, want %v for %v", dst.Rect.Size(), size, g))
	}
	p.relief.build(g, s.Tissue().Bone)
	p.ground.paint(dst, s, p)
	b := p.brush(dst, g)
	if p.o.has(Sinusoids) {
		b.sinusoids(s)
	}
	if p.o.has(Cells) {
		b.cells(s, p.hidden)
	}
}

// brush returns a brush for the section of g on dst.
func (p *Painter) brush(dst *image.RGBA, g field.Grid) *brush {
	size := p.o.Scale / g.Pixel
	return &brush{canvas: canvas{dst}, relief: &p.relief, palette: p.o.Palette, inks: p.inks,
		scale: p.o.Scale, um: size, line: math.Max(0.6, math.Min(p.o.Scale/2, 2)), halo: p.o.Overlay != nil}
}
