package render

import (
	"trabecula/field"
	"trabecula/field/tissue"
)

// edge tells which line runs along the surface near a pixel.
type edge uint8

const (
	noEdge edge = iota
	quiescentEdge
	erodedEdge
	coveredEdge
	edgeCount
)

// patch tells what a square between four lattice points holds.
type patch uint8

const (
	marrowPatch patch = iota
	bonePatch
	surfacePatch
)

// takeEdges gives every pixel the state of the exposed bone at or nearest to it
// among its neighbours.
func (g *ground) takeEdges(t tissue.View) {
	g.edges = resize(g.edges, g.w*g.h)
	clear(g.edges)
	grid := t.Grid()
	for i := range g.edges {
		if t.Solid(i) && exposed(t, grid, i) {
			g.edges[i] = quiescentEdge + edge(t.Face(i)) // in the order of the faces
		}
	}
	for _, diagonal := range [...]bool{false, true} {
		g.spreadEdges(grid, diagonal)
	}
}

// spreadEdges hands the exposed pixels' edges to neighbours that have none.
func (g *ground) spreadEdges(grid field.Grid, diagonal bool) {
	const fresh = edge(0x80) // marks what was set in this pass and must not spread
	for i, e := range g.edges {
		if e == noEdge || e&fresh != 0 {
			continue
		}
		x, y := grid.XY(i)
		for _, d := range field.Step8 {
			if (d[0] != 0 && d[1] != 0) != diagonal || !grid.Inside(x+d[0], y+d[1]) {
				continue
			}
			if j := grid.At(x+d[0], y+d[1]); g.edges[j] == noEdge {
				g.edges[j] = e | fresh
			}
		}
	}
	for i := range g.edges {
		g.edges[i] &^= fresh
	}
}

func exposed(t tissue.View, grid field.Grid, i int) bool {
	x, y := grid.XY(i)
	for _, d := range field.Step4 {
		if grid.Inside(x+d[0], y+d[1]) && !t.Solid(grid.At(x+d[0], y+d[1])) {
			return true
		}
	}
	return false
}

// takePatches sorts the squares between lattice points, so that most of a
// section is painted without looking for the surface.
func (g *ground) takePatches(f []float32) {
	g.patches = resize(g.patches, g.w*g.h)
	for y := range g.h {
		below := min(y+1, g.h-1) * g.w
		for x := range g.w {
			right := min(x+1, g.w-1)
			a, b, c, d := f[y*g.w+x], f[y*g.w+right], f[below+x], f[below+right]
			g.patches[y*g.w+x] = patchOf(min(a, b, c, d), max(a, b, c, d))
		}
	}
	g.heights = f
}

func patchOf(lo, hi float32) patch {
	switch {
	case hi < 0.05:
		return marrowPatch
	case lo > 0.95:
		return bonePatch
	}
	return surfacePatch
}

func (g *ground) takeColumns(width int) {
	g.xs, g.wx = resize(g.xs, width), resize(g.wx, width)
	for x := range width {
		i, w := split((float64(x)+0.5)/g.width-0.5, g.w)
		g.xs[x], g.wx[x] = i, float32(w)
	}
}
