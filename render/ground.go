package render

import (
	"image/color"
	"math"

	"trabecula/field"
	"trabecula/field/tissue"
)

// LeastMineral is the degree of mineralisation at the pale end of the ramp of
// bone; below it bone looks the same. Primary mineralisation takes matrix to
// 60-70 % within days, so that what ramps is the slow rest.
const LeastMineral = 0.5

// tint is a colour to be mixed with others, 0..255 each.
type tint struct{ r, g, b float32 }

func tintOf(c color.RGBA) tint { return tint{float32(c.R), float32(c.G), float32(c.B)} }

func (a tint) mix(b tint, t float32) tint {
	return tint{a.r + (b.r-a.r)*t, a.g + (b.g-a.g)*t, a.b + (b.b-a.b)*t}
}

// ground paints what lies under the cells: marrow, bone, the line along its
// surface, or a field in place of them.
type ground struct {
	w, h    int
	colours []tint    // of mineralised matrix, one a pixel
	weights []float32 // how much of it there is, one a pixel
	seams   relief    // share of osteoid in matrix
	osteoid tint
	values  []float32 // of the overlay, 0..1 of its window; empty = none
	edges   []edge
	patches []patch
	heights []float32 // of the relief
	xs      []int     // for every column of the picture: lattice point to its left
	wx      []float32 // and the way on from there
	ramp    [256]tint // of mineral
	field   [256]tint // of the overlay
	marrow  tint
	lines   [edgeCount]line
	width   float64 // screen pixels per lattice pixel
	scale   float64 // factor on the widths of lines
}

// line is a stroke along the surface.
type line struct {
	colour tint
	half   float64 // half of its width [screen pixels]
	casing bool    // lies on a dark casing, to be seen on any colour
}

// prepare works out everything that is one a lattice pixel or one a column.
func (g *ground) prepare(s Scene, p *Painter) {
	grid := s.Grid()
	g.w, g.h, g.width = grid.W, grid.H, p.o.Scale
	g.scale = math.Max(0.7, math.Min(p.o.Scale/2, 2))
	g.marrow = tintOf(p.o.Palette.Marrow)
	g.osteoid = g.marrow
	g.setLines(p)
	g.values = g.values[:0]
	switch {
	case p.o.Overlay != nil:
		g.takeValues(s, p)
	case p.o.has(Tissue):
		g.takeColours(s.Tissue(), p.o.Palette)
	default:
		g.noColours(grid, p.o.Palette)
	}
	g.takeEdges(s.Tissue())
	g.takePatches(p.relief.f)
	g.takeColumns(p.Size(grid).X)
}

func (g *ground) setLines(p *Painter) {
	pal := p.o.Palette
	g.lines = [edgeCount]line{}
	if !p.o.has(Surface) {
		return
	}
	if p.o.Overlay != nil && !p.o.Overlay.Bone {
		white := line{tint{255, 255, 255}, 0.7 * g.scale, true}
		g.lines = [edgeCount]line{quiescentEdge: white, erodedEdge: white, coveredEdge: white}
		return
	}
	g.lines = [edgeCount]line{
		quiescentEdge: {tintOf(pal.Quiescent), 0.5 * g.scale, false},
		erodedEdge:    {tintOf(pal.Eroded), 1.1 * g.scale, false},
		coveredEdge:   {tintOf(darker(pal.Osteoid, 0.7)), 0.5 * g.scale, false},
	}
}

// takeColours gives every pixel the colour of its matrix.
func (g *ground) takeColours(t tissue.View, pal *Palette) {
	n := g.w * g.h
	g.colours, g.weights = resize(g.colours, n), resize(g.weights, n)
	for i := range g.ramp {
		g.ramp[i] = tintOf(blend(pal.Young, pal.Old, float64(i)/255))
	}
	g.osteoid = tintOf(pal.Osteoid)
	g.seams.build(t.Grid(), func(i int) float32 { return t.Osteoid(i) / max(t.Bone(i), 0.1) })
	for i := range n {
		hard := t.Bone(i) - t.Osteoid(i)
		g.weights[i] = max(hard, 0)
		g.colours[i] = g.ramp[rampIndex(t.Mineral(i)/max(hard, 1e-3))]
	}
}

func rampIndex(degree float32) int {
	return int(255*field.Clamp((degree-LeastMineral)/(1-LeastMineral), 0, 1) + 0.5)
}

// noColours leaves a plain ground.
func (g *ground) noColours(grid field.Grid, pal *Palette) {
	g.colours, g.weights = resize(g.colours, grid.Len()), resize(g.weights, grid.Len())
	paper := tintOf(pal.Paper)
	g.marrow = paper
	for i := range g.colours {
		g.colours[i], g.weights[i] = paper, 1
	}
	g.seams.flat(grid)
}

// takeValues places every pixel in the window of the overlay.
func (g *ground) takeValues(s Scene, p *Painter) {
	o := p.o.Overlay
	w := o.fit(s, p.o.Window)
	p.window = w
	g.values = resize(g.values, g.w*g.h)
	for i := range g.values {
		g.values[i] = float32(w.share(o.value(s, i)))
	}
	for i := range g.field {
		g.field[i] = tintOf(p.o.Palette.Map[i])
	}
	if !o.Bone {
		return
	}
	g.colours, g.weights = resize(g.colours, len(g.values)), resize(g.weights, len(g.values))
	for i := range g.colours {
		g.colours[i], g.weights[i] = g.field[int(g.values[i]*255+0.5)], s.Tissue().Bone(i)
	}
	g.seams.flat(s.Grid())
	g.values = g.values[:0] // bone carries the field now, marrow its own colour
}

// share returns where v lies in the window, held to [0, 1].
func (w Window) share(v float64) float64 {
	switch {
	case !(v > w.Lo): // what is not a number lies at the bottom too
		return 0
	case w.Log:
		return min(math.Log(v/w.Lo)/math.Log(w.Hi/w.Lo), 1)
	}
	return min((v-w.Lo)/(w.Hi-w.Lo), 1)
}
