package histology

import "trabecula/field/tissue"

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

// line is a label under the interface.
type line struct {
	width float64 // of labelled matrix [um]
	depth float64 // of its centroid [um]
}

// lineOf returns a label along a ray.
func lineOf(t tissue.View, r tissue.Ray, l tissue.Label) (found line) {
	r.Inward(deepest, func(i int, depth, step float64) bool {
		width := float64(t.Label(l, i)) * step
		found.width += width
		found.depth += width * depth
		return true
	})
	if found.width > 0 {
		found.depth /= found.width
	}
	return found
}

// seamOf returns the width of the osteoid along a ray [um].
func seamOf(t tissue.View, r tissue.Ray) (width float64) {
	r.Inward(tissue.SeamDepth, func(i int, _, step float64) bool {
		width += float64(t.Osteoid(i)) * step
		return true
	})
	return width
}
