package render

import (
	"image"
	"math"

	"trabecula/field"
)

// corner holds the four lattice points around a screen pixel and their weights.
type corner struct {
	i00, i10, i01, i11 int
	wx, wy             float32
}

func (c corner) mix(v []float32) float32 {
	top := v[c.i00] + (v[c.i10]-v[c.i00])*c.wx
	bottom := v[c.i01] + (v[c.i11]-v[c.i01])*c.wx
	return top + (bottom-top)*c.wy
}

// nearest returns the lattice point nearest to the screen pixel.
func (c corner) nearest() int {
	switch {
	case c.wx < 0.5 && c.wy < 0.5:
		return c.i00
	case c.wy < 0.5:
		return c.i10
	case c.wx < 0.5:
		return c.i01
	}
	return c.i11
}

func (g *ground) paint(dst *image.RGBA, s Scene, p *Painter) {
	g.prepare(s, p)
	for y := range dst.Rect.Dy() {
		g.row(dst.Pix[dst.PixOffset(dst.Rect.Min.X, dst.Rect.Min.Y+y):], y)
	}
}

// row paints one row of screen pixels.
func (g *ground) row(pix []uint8, y int) {
	y0, wy := split((float64(y)+0.5)/g.width-0.5, g.h)
	up, down := y0*g.w, min(y0+1, g.h-1)*g.w
	marrow, plain := g.marrow.bytes(), len(g.values) == 0
	for x, x0 := range g.xs {
		if plain && g.patches[up+x0] == marrowPatch {
			*(*[4]uint8)(pix[4*x:]) = marrow
			continue
		}
		x1 := min(x0+1, g.w-1)
		c := corner{up + x0, up + x1, down + x0, down + x1, g.wx[x], float32(wy)}
		*(*[4]uint8)(pix[4*x:]) = g.shade(c).bytes()
	}
}

func (t tint) bytes() [4]uint8 {
	return [4]uint8{uint8(t.r + 0.5), uint8(t.g + 0.5), uint8(t.b + 0.5), 255}
}

func (g *ground) shade(c corner) tint {
	patch := g.patches[c.i00]
	t := g.marrow
	switch {
	case len(g.values) > 0:
		t = g.field[uint8(c.mix(g.values)*255+0.5)]
	case patch != marrowPatch:
		t = g.bone(c)
	}
	if patch != surfacePatch {
		return t
	}
	depth := g.depth(c)
	if len(g.values) == 0 {
		t = g.marrow.mix(t, float32(field.Clamp(depth+0.5, 0, 1)))
	}
	return g.lines[g.edges[c.nearest()]].over(t, depth)
}

// bone mixes the colours of matrix around a screen pixel by how much there is.
func (g *ground) bone(c corner) tint {
	w00, w10 := (1-c.wx)*(1-c.wy)*g.weights[c.i00], c.wx*(1-c.wy)*g.weights[c.i10]
	w01, w11 := (1-c.wx)*c.wy*g.weights[c.i01], c.wx*c.wy*g.weights[c.i11]
	sum := w00 + w10 + w01 + w11
	if sum < 1e-4 {
		return g.osteoid // nothing hard around: marrow, or the middle of a seam
	}
	a, b, d, e := &g.colours[c.i00], &g.colours[c.i10], &g.colours[c.i01], &g.colours[c.i11]
	hard := tint{
		(w00*a.r + w10*b.r + w01*d.r + w11*e.r) / sum,
		(w00*a.g + w10*b.g + w01*d.g + w11*e.g) / sum,
		(w00*a.b + w10*b.b + w01*d.b + w11*e.b) / sum,
	}
	return hard.mix(g.osteoid, g.seam(c))
}

// seam returns how far a screen pixel of bone lies in an osteoid seam [0..1].
// Its front is drawn sharp, where the share of osteoid crosses a third, so that
// it reads as one thing and not as a stain.
func (g *ground) seam(c corner) float32 {
	share := c.mix(g.seams.f)
	if share < 0.02 {
		return 0
	}
	sharp := float32(0.6 * g.width) // the share falls within about two lattice pixels
	return field.Clamp(0.5+(share-0.33)*sharp, 0, 1)
}

// depth returns how far inside bone a screen pixel lies [screen pixels],
// negative in marrow; it is good near the surface.
func (g *ground) depth(c corner) float64 {
	f := g.heights
	f00, f10, f01, f11 := f[c.i00], f[c.i10], f[c.i01], f[c.i11]
	dx := float64((f10-f00)*(1-c.wy) + (f11-f01)*c.wy)
	dy := float64((f01-f00)*(1-c.wx) + (f11-f10)*c.wx)
	slope := math.Sqrt(dx*dx + dy*dy)
	return (float64(c.mix(f)) - level) * g.width / max(slope, 0.15)
}

// over lays the line over what lies under it.
func (l line) over(t tint, depth float64) tint {
	if l.half == 0 {
		return t
	}
	off := math.Abs(depth)
	if l.casing {
		t = t.mix(tint{}, float32(0.55*field.Clamp(l.half+1.2-off, 0, 1)))
	}
	return t.mix(l.colour, float32(field.Clamp(l.half+0.5-off, 0, 1)))
}
