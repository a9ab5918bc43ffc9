// Package morphometry measures the shape of a two-phase section: amounts,
// perimeter, plate model, local thickness, connectivity. It knows no bone cells
// and no time; "bone" is the true phase of a mask, "marrow" the other. Start at
// Measure; Columns says what each number is.
package morphometry

import "trabecula/field"

// Mask is a two-phase section. Solid[y*W+x] tells whether pixel (x, y) is bone.
type Mask struct {
	field.Grid
	Solid []bool
}

// NewMask returns a mask on g that is marrow everywhere.
func NewMask(g field.Grid) Mask { return Mask{Grid: g, Solid: make([]bool, g.Len())} }

// Threshold returns the mask of the pixels whose fraction is at least level.
func Threshold(g field.Grid, fraction []float32, level float32) Mask {
	m := NewMask(g)
	for i, f := range fraction {
		m.Solid[i] = f >= level
	}
	return m
}

// Invert returns the mask with the phases swapped.
func (m Mask) Invert() Mask {
	inv := NewMask(m.Grid)
	for i, s := range m.Solid {
		inv.Solid[i] = !s
	}
	return inv
}

// Count returns the number of bone pixels.
func (m Mask) Count() int {
	n := 0
	for _, s := range m.Solid {
		if s {
			n++
		}
	}
	return n
}
