package metric

import (
	"trabecula/agents"
	"trabecula/field/tissue"
)

// Census counts the cells of a section.
type Census struct {
	Of      [agents.KindCount]int
	OnBone  [agents.KindCount]int // osteoclasts and osteoblasts with bone in reach of their footprint
	Nuclei  int                   // of osteoclasts
	Lacunae int                   // of dead osteocytes
}

// census counts the cells of v.
func census(v Section) (c Census) {
	t := v.Tissue()
	for cell := range v.Cells() {
		c.Of[cell.Kind]++
		switch cell.Kind {
		case agents.Osteoclast:
			c.Nuclei += int(cell.Nuclei)
			fallthrough
		case agents.Osteoblast:
			if reaches(t, int(cell.Pos), v.Foot(cell.Kind)) {
				c.OnBone[cell.Kind]++
			}
		case agents.Osteocyte:
			if cell.Has(agents.Dead) {
				c.Lacunae++
			}
		}
	}
	return c
}

// reaches tells whether any pixel within radius [um] of a pixel is bone.
func reaches(t tissue.View, at int, radius float64) bool {
	g := t.Grid()
	x0, y0 := g.XY(at)
	r := radius / g.Pixel
	n := int(r)
	for y := max(y0-n, 0); y <= min(y0+n, g.H-1); y++ {
		for x := max(x0-n, 0); x <= min(x0+n, g.W-1); x++ {
			if inReach(x-x0, y-y0, r) && t.Solid(g.At(x, y)) {
				return true
			}
		}
	}
	return false
}

// inReach tells whether an offset [px] is no longer than r [px].
func inReach(dx, dy int, r float64) bool { return float64(dx*dx+dy*dy) <= r*r }
