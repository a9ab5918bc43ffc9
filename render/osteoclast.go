package render

import (
	"math"

	"trabecula/agents"
)

const (
	typicalNuclei = 5    // of the osteoclast whose contact is View.Foot
	contactLevel  = 0.75 // of the relief: how far the body is drawn into the bone it resorbs
	deepLevel     = 0.97 // of the relief: bone that no cell reaches across
)

// osteoclast draws a multinucleated body as wide as its contact, held to marrow
// and to the bone under its ruffled border, which is dark.
func (b *brush) osteoclast(c agents.Cell, s spot) {
	r := b.size(s.reach*math.Sqrt(float64(c.Nuclei)/typicalNuclei), 4)
	body := b.body(c, s, r)
	p := b.fill(c.Kind, r)
	p.halo = 0 // its outline under bone is not a distance that a halo could follow
	b.draw(s.x, s.y, 1.15*r, body, p)
	if b.relief != nil {
		b.ruffle(c, s, r, body)
	}
	rn := math.Min(b.size(3.4, 1.1), 0.3*r)
	for _, at := range b.nuclei(c, s, r, rn) {
		b.draw(at.x, at.y, rn, disc(at.x, at.y, rn), paint{fill: b.inks[c.Kind].nucleus})
	}
}

// body is a disc with an uneven outline, cut off where bone begins.
func (b *brush) body(c agents.Cell, s spot, r float64) shape {
	a3, a5 := 2*math.Pi*chance(c.ID, 20), 2*math.Pi*chance(c.ID, 21)
	outline := func(x, y float64) float64 {
		dx, dy := x-s.x, y-s.y
		t := math.Atan2(dy, dx)
		return length(dx, dy) - r*(1+0.05*math.Cos(3*t+a3)+0.04*math.Cos(5*t+a5))
	}
	if b.relief == nil {
		return outline
	}
	return func(x, y float64) float64 {
		d := outline(x, y)
		if d > 1 {
			return d
		}
		return math.Max(d, b.past(x, y, s))
	}
}

// past tells how far a point lies beyond the bone surface that the cell at s
// grips; a point behind a trabecula is far off.
func (b *brush) past(x, y float64, s spot) float64 {
	lx, ly := b.lattice(x), b.lattice(y)
	mx, my := b.lattice((x+s.x)/2), b.lattice((y+s.y)/2)
	if b.relief.at(mx, my) > deepLevel {
		return b.scale
	}
	const steepness = 0.6 // of the relief at the surface, per lattice pixel
	return (b.relief.at(lx, ly) - contactLevel) / steepness * b.scale
}

// ruffle darkens the body where it touches bone.
func (b *brush) ruffle(c agents.Cell, s spot, r float64, body shape) {
	const near = 0.3 // of the relief: where the border begins
	border := func(x, y float64) float64 {
		d := body(x, y)
		if d > 1 {
			return d
		}
		h := b.relief.at(b.lattice(x), b.lattice(y))
		return math.Max(d, (near-h)/0.6*b.scale)
	}
	b.draw(s.x, s.y, 1.15*r, border, paint{fill: b.inks[c.Kind].rim})
}

// nuclei returns where the nuclei of radius rn lie: on a sunflower's spiral
// (Vogel 1979), leaving out places in bone. If the cell is too narrow for all of
// them side by side, the rest overlap.
func (b *brush) nuclei(c agents.Cell, s spot, r, rn float64) (at []spot) {
	n := int(c.Nuclei)
	for _, apart := range [...]float64{2.2, 1.5, 0} {
		at = at[:0]
		for k := 0; len(at) < n && k < 6*n+12; k++ {
			p := s.seed(k, 0.8*r/math.Sqrt(float64(6*n+12)), 2*math.Pi*chance(c.ID, 22))
			if b.free(p) && apartFrom(at, p, apart*rn) {
				at = append(at, p)
			}
		}
		if len(at) == n {
			break
		}
	}
	return at
}

// seed returns place k of a sunflower of the given spacing around s.
func (s spot) seed(k int, spacing, turn float64) spot {
	const golden = 2.39996
	sin, cos := math.Sincos(golden*float64(k) + turn)
	d := spacing * math.Sqrt(float64(k)+0.5)
	return spot{x: s.x + d*cos, y: s.y + d*sin}
}

// free tells whether a place lies in marrow.
func (b *brush) free(p spot) bool {
	return b.relief == nil || b.relief.at(b.lattice(p.x), b.lattice(p.y)) < 0.2
}

// apartFrom tells whether p lies at least a distance from all others.
func apartFrom(others []spot, p spot, distance float64) bool {
	for _, o := range others {
		if length(o.x-p.x, o.y-p.y) < distance {
			return false
		}
	}
	return true
}
