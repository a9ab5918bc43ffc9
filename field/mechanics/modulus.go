package mechanics

import (
	"fmt"
	"math"

	"trabecula/field"
)

// tissueModulus returns Young's modulus of bone tissue by its mineral content, 1 =
// full [MPa]: a power of the ash fraction (Hernandez et al. 2001, Bone 29:74,
// recalled). Organic matrix is taken to be as much as that of full bone.
func (p Params) tissueModulus(content float64) float64 {
	mineral := p.Ash * content
	ash := mineral / (mineral + 1 - p.Ash)
	return max(p.Marrow, p.Bone*math.Pow(ash/p.Ash, p.Exponent))
}

// moduli writes Young's modulus of every pixel [MPa]: bone and marrow by their
// share.
func (p Params) moduli(bone, mineral, to []float32) error {
	solid := 0.0
	for i, b := range bone {
		m := mineral[i]
		if !(b >= 0 && b <= 1) || !(m >= 0 && m <= 1) {
			return fmt.Errorf("mechanics: pixel %d has a bone fraction of %v and a mineral content of %v, want 0..1", i, b, m)
		}
		to[i] = float32(p.Marrow)
		if b > 0 {
			content := min(float64(m)/float64(b), 1)
			to[i] = float32(p.Marrow + float64(b)*(p.tissueModulus(content)-p.Marrow))
		}
		solid += float64(b)
	}
	if solid == 0 {
		return fmt.Errorf("mechanics: no bone in the section, want some to carry the load")
	}
	return nil
}

// blocks writes the mean of the pixels of every element; at the right and lower
// edge an element may hold fewer pixels.
func blocks(g field.Grid, edge int, l lattice, from, to []float32) {
	for y := range l.h {
		for x := range l.w {
			sum, n := float32(0), 0
			for j := y * edge; j < min((y+1)*edge, g.H); j++ {
				for i := x * edge; i < min((x+1)*edge, g.W); i++ {
					sum += from[g.At(i, j)]
					n++
				}
			}
			to[y*l.w+x] = sum / float32(n)
		}
	}
}
