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

// ray is the way from a point of the interface along the normal of the surface
// into bone.
type ray struct {
	tissue tissue.View
	x, y   float64 // where it meets the interface [px]
	dx, dy float64 // of unit length
}

// reach is the radius of the disc in which the normal of the surface is
// estimated [px].
const reach = 3.5

// ray returns the way into bone from the middle of e: to the centre of bone in a
// disc around it.
func (e Edge) ray(t tissue.View) ray {
	g := t.Grid()
	bx, by := g.XY(e.Bone)
	mx, my := g.XY(e.Marrow)
	r := ray{tissue: t, x: float64(bx+mx) / 2, y: float64(by+my) / 2}
	for y := max(int(r.y-reach), 0); y <= min(int(r.y+reach), g.H-1); y++ {
		for x := max(int(r.x-reach), 0); x <= min(int(r.x+reach), g.W-1); x++ {
			dx, dy := float64(x)-r.x, float64(y)-r.y
			if dx*dx+dy*dy <= reach*reach {
				r.dx += float64(t.Bone(g.At(x, y))) * dx
				r.dy += float64(t.Bone(g.At(x, y))) * dy
			}
		}
	}
	if r.dx*float64(bx-mx)+r.dy*float64(by-my) <= 0 { // a spike: the pixels are all there is to go by
		r.dx, r.dy = float64(bx-mx), float64(by-my)
	}
	length := math.Hypot(r.dx, r.dy)
	r.dx, r.dy = r.dx/length, r.dy/length
	return r
}

// pace is the length of a step along a ray [px].
const pace = 0.25

// inward visits the steps of r, from one pixel outside the interface to a depth
// [um] or to half the way to marrow on the other side. Depth is that of the middle
// of the step.
func (r ray) inward(deepest float64, visit func(i int, depth float64)) {
	px := r.tissue.Grid().Pixel
	limit := deepest / px
	for d := 1.0; d < 2*limit; d += pace {
		if i, ok := r.at(d); !ok || !r.tissue.Solid(i) {
			limit = min(limit, d/2)
		}
	}
	for d := pace/2 - 1; d < limit; d += pace {
		if i, ok := r.at(d); ok {
			visit(i, d*px)
		}
	}
}

// at returns the pixel at a depth [px], if there is one.
func (r ray) at(depth float64) (int, bool) {
	g := r.tissue.Grid()
	x, y := int(math.Floor(r.x+r.dx*depth+0.5)), int(math.Floor(r.y+r.dy*depth+0.5))
	if !g.Inside(x, y) {
		return 0, false
	}
	return g.At(x, y), true
}

// line is a label under the interface.
type line struct {
	width float64 // of labelled matrix [um]
	depth float64 // of its centroid [um]
}

// line returns a label along r.
func (r ray) line(l tissue.Label) (found line) {
	step := pace * r.tissue.Grid().Pixel
	r.inward(deepest, func(i int, depth float64) {
		width := float64(r.tissue.Label(l, i)) * step
		found.width += width
		found.depth += width * depth
	})
	if found.width > 0 {
		found.depth /= found.width
	}
	return found
}

// osteoid returns the width of the seam along r [um].
func (r ray) osteoid() (width float64) {
	step := pace * r.tissue.Grid().Pixel
	r.inward(tissue.SeamDepth, func(i int, _ float64) { width += float64(r.tissue.Osteoid(i)) * step })
	return width
}
