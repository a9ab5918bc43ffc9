package histology

import (
	"math"

	"trabecula/field/tissue"
)

// Edge is the face between a bone pixel and the marrow pixel beside it.
type Edge struct{ Bone, Marrow int }

// Edges visits every edge of the interface once, in the order of the pixels; the
// edge of the section is none.
func Edges(t tissue.View, visit func(e Edge)) {
	g := t.Grid()
	pair := func(i, j int) {
		switch a, b := t.Solid(i), t.Solid(j); {
		case a && !b:
			visit(Edge{i, j})
		case b && !a:
			visit(Edge{j, i})
		}
	}
	for i := range g.Len() {
		if (i+1)%g.W != 0 {
			pair(i, i+1)
		}
		if i+g.W < g.Len() {
			pair(i, i+g.W)
		}
	}
}

// inward visits the column of pixels under e: the marrow pixel, then bone, until
// it comes to marrow again, to a depth [um] or to half the way to the marrow on
// the other side. Depth is that of a pixel's centre under the interface.
func (e Edge) inward(t tissue.View, deepest float64, visit func(i int, depth float64)) {
	g := t.Grid()
	step := e.Bone - e.Marrow
	x, y := g.XY(e.Bone)
	mx, my := g.XY(e.Marrow)
	dx, dy := x-mx, y-my
	limit, n := deepest, 0.0
	for ; n*g.Pixel < 2*deepest && g.Inside(x, y); n++ {
		if !t.Solid(g.At(x, y)) {
			limit = min(limit, n*g.Pixel/2)
			break
		}
		x, y = x+dx, y+dy
	}
	visit(e.Marrow, -g.Pixel/2)
	for k := range int(n) {
		depth := (float64(k) + 0.5) * g.Pixel
		if depth > limit {
			return
		}
		visit(e.Bone+k*step, depth)
	}
}

// Seam returns the width of the osteoid under e [um], what the marrow pixel holds
// included.
func (e Edge) Seam(t tissue.View) (width float64) {
	e.inward(t, tissue.SeamDepth, func(i int, _ float64) { width += float64(t.Osteoid(i)) })
	return width * t.Grid().Pixel
}

// line is a label under an edge.
type line struct {
	amount float64 // of labelled matrix [um]
	depth  float64 // of its centroid [um]
}

// line returns a label under e, along the column.
func (e Edge) line(t tissue.View, l tissue.Label) (found line) {
	e.inward(t, deepest, func(i int, depth float64) {
		amount := float64(t.Label(l, i)) * t.Grid().Pixel
		found.amount += amount
		found.depth += amount * depth
	})
	if found.amount > 0 {
		found.depth /= found.amount
	}
	return found
}

// window is the radius of the disc in which the normal of the surface is
// estimated [px].
const window = 3.5

// cosine returns that of the angle between the column of e and the normal of the
// surface: the direction of the centre of bone in a disc around e.
func (e Edge) cosine(t tissue.View) float64 {
	g := t.Grid()
	bx, by := g.XY(e.Bone)
	mx, my := g.XY(e.Marrow)
	cx, cy := float64(bx+mx)/2, float64(by+my)/2
	nx, ny := 0.0, 0.0
	for y := max(int(cy-window), 0); y <= min(int(cy+window), g.H-1); y++ {
		for x := max(int(cx-window), 0); x <= min(int(cx+window), g.W-1); x++ {
			dx, dy := float64(x)-cx, float64(y)-cy
			if dx*dx+dy*dy <= window*window {
				nx += float64(t.Bone(g.At(x, y))) * dx
				ny += float64(t.Bone(g.At(x, y))) * dy
			}
		}
	}
	length := math.Hypot(nx, ny)
	if length == 0 {
		return 1
	}
	return math.Abs(nx*float64(bx-mx)+ny*float64(by-my)) / length
}
