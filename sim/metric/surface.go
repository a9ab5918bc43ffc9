package metric

import (
	"trabecula/agents"
	"trabecula/field/morphometry"
	"trabecula/field/tissue"
)

// Surface is the bone-marrow interface by what covers it, each a length [um].
// Bone is the Cauchy-Crofton perimeter; the parts are its share by the count of
// pixel edges between bone and marrow, so they carry no bias of the lattice as
// long as state and direction of the surface are unrelated.
type Surface struct {
	Bone         float64 // B.Pm
	Osteoid      float64 // O.Pm
	Eroded       float64 // E.Pm, reversal included
	Quiescent    float64 // Q.Pm
	Osteoclast   float64 // Oc.Pm, part of Eroded
	Osteoblast   float64 // Ob.Pm
	Mineralising float64 // M.Pm, part of Osteoid
}

// edge is the face between a bone pixel and a marrow pixel beside it.
type edge struct{ bone, marrow int }

// survey walks along the interface and measures it.
func (w *scratch) survey(v Section, now *State) {
	t := v.Tissue()
	var count Surface // in edges
	w.edges(func(e edge) {
		count.Bone++
		count.add(v, t, e)
		w.touch(e, now)
	})
	now.Surface = count
	if count.Bone > 0 {
		now.Surface = count.scaled(morphometry.Perimeter(w.mask) / count.Bone)
	}
}

// edges visits every edge of the interface once; the edge of the section is none.
func (w *scratch) edges(visit func(e edge)) {
	g, solid := w.mask.Grid, w.mask.Solid
	pair := func(i, j int) {
		switch {
		case solid[i] && !solid[j]:
			visit(edge{i, j})
		case solid[j] && !solid[i]:
			visit(edge{j, i})
		}
	}
	for i := range solid {
		if (i+1)%g.W != 0 {
			pair(i, i+1)
		}
		if i+g.W < len(solid) {
			pair(i, i+g.W)
		}
	}
}

// touch notes both pixels of an edge, each once.
func (w *scratch) touch(e edge, now *State) {
	if !w.touched[e.bone] {
		w.touched[e.bone] = true
		now.Exposed++
	}
	if !w.touched[e.marrow] {
		w.touched[e.marrow] = true
		w.contact = append(w.contact, int32(e.marrow))
	}
}

// add counts an edge by the state of its bone pixel and by who holds that pixel.
func (c *Surface) add(v Section, t tissue.View, e edge) {
	cover := v.Cover(e.bone)
	if cover&agents.CoverOsteoblast != 0 {
		c.Osteoblast++
	}
	switch width, ripe := seam(v, t, e); {
	case t.Face(e.bone) == tissue.Eroded:
		c.Eroded++
		const between = agents.CoverReversal | agents.CoverOsteoblast
		if cover&agents.CoverOsteoclast != 0 && cover&between == 0 {
			c.Osteoclast++
		}
	case t.Face(e.bone) == tissue.Covered && width >= tissue.SeamWidth:
		c.Osteoid++
		if ripe {
			c.Mineralising++
		}
	default:
		c.Quiescent++
	}
}

// seamLeast is the osteoid of a pixel below which the tissue counts it as no
// longer part of a seam.
const seamLeast = 0.05

// seam returns the width of the osteoid under an edge [um], what the marrow
// pixel already holds included, and whether some of it is old enough to take up
// mineral: a mineralisation front, where a label would now be laid.
func seam(v Section, t tissue.View, e edge) (width float64, ripe bool) {
	g := t.Grid()
	x, y := g.XY(e.bone)
	mx, my := g.XY(e.marrow)
	dx, dy := x-mx, y-my
	width = float64(t.Osteoid(e.marrow))
	for depth := g.Pixel / 2; depth <= tissue.SeamDepth && g.Inside(x, y) && t.Solid(g.At(x, y)); depth += g.Pixel {
		i := g.At(x, y)
		width += float64(t.Osteoid(i))
		ripe = ripe || t.Osteoid(i) > seamLeast && v.Time()-float64(t.Begun(i)) >= v.Maturation()
		x, y = x+dx, y+dy
	}
	return width * g.Pixel, ripe
}

// scaled returns c with all lengths times f.
func (c Surface) scaled(f float64) Surface {
	return Surface{c.Bone * f, c.Osteoid * f, c.Eroded * f, c.Quiescent * f, c.Osteoclast * f, c.Osteoblast * f, c.Mineralising * f}
}

// plus returns the sums of the lengths of c and d.
func (c Surface) plus(d Surface) Surface {
	return Surface{c.Bone + d.Bone, c.Osteoid + d.Osteoid, c.Eroded + d.Eroded, c.Quiescent + d.Quiescent,
		c.Osteoclast + d.Osteoclast, c.Osteoblast + d.Osteoblast, c.Mineralising + d.Mineralising}
}
