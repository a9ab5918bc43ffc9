// Package histology reads a section as a pathologist does under fluorescence:
// which surface carries labels, and how far apart they lie. It looks at planes
// only and knows neither cells nor what was truly laid. Start at Take.
//
// Formulas are those of Dempster et al. 2013, J Bone Miner Res 28:2-17.
package histology

import (
	"trabecula/field/morphometry"
	"trabecula/field/tissue"
)

// Biopsy is what was read from one section. Perimeters are shares of the
// Cauchy-Crofton perimeter by the count of pixel edges between bone and marrow.
type Biopsy struct {
	Time     float64 // at which it was taken [h]; 0 = none yet
	Interval float64 // between the starts of the two labels, Ir.L.t [h]
	Bone     float64 // B.Ar [um2]
	Osteoid  float64 // O.Ar [um2]
	Surface  float64 // B.Pm [um]
	Seams    float64 // O.Pm [um]
	Single   float64 // sL.Pm [um]
	Double   float64 // dL.Pm [um]
	Between  float64 // mean distance of the labels along the normal of the surface, Ir.L.Wi, over Double [um]
}

// What the eye sees under a fluorescence microscope.
const (
	visible = 0.2 // um of labelled matrix along the normal from which a label shows; assumed: the resolution of light
	apart   = 1.5 // um between the centroids of two labels from which they are told apart; assumed: below it they blur into one line
	deepest = 60  // um, how deep labels are looked for; assumed: they lie within two weeks' apposition under a seam, 15-30 um
)

// Take reads a section at a time [h] whose labels began an interval [h] apart.
func Take(t tissue.View, time, interval float64) Biopsy {
	g := t.Grid()
	solid := morphometry.NewMask(g)
	b := Biopsy{Time: time, Interval: interval}
	for i := range solid.Solid {
		b.Bone += float64(t.Bone(i)) * g.PixelArea()
		b.Osteoid += float64(t.Osteoid(i)) * g.PixelArea()
		solid.Solid[i] = t.Solid(i)
	}
	Edges(t, func(e Edge) { b.count(t, e) })
	if b.Double > 0 {
		b.Between /= b.Double
	}
	if b.Surface > 0 {
		b.scale(morphometry.Perimeter(solid) / b.Surface)
	}
	return b
}

// count adds an edge of the interface.
func (b *Biopsy) count(t tissue.View, e Edge) {
	b.Surface++
	r := t.Ray(e.Bone, e.Marrow)
	if t.Face(e.Bone) == tissue.Covered && seamOf(t, r) >= tissue.SeamWidth {
		b.Seams++
	}
	first, second := lineOf(t, r, tissue.FirstLabel), lineOf(t, r, tissue.SecondLabel)
	one, two := first.width >= visible, second.width >= visible
	switch distance := first.depth - second.depth; {
	case one && two && distance >= apart:
		b.Double++
		b.Between += distance
	case one || two:
		b.Single++
	}
}

// scale turns counts of edges into lengths.
func (b *Biopsy) scale(f float64) {
	for _, length := range [...]*float64{&b.Surface, &b.Seams, &b.Single, &b.Double} {
		*length *= f
	}
}
