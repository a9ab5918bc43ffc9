package render

import (
	"math"
	"slices"

	"trabecula/agents"
)

// seat tells how a kind is placed.
type seat uint8

const (
	loose seat = iota // in marrow
	buried
	seated // on the surface of bone
	spread // along the surface of bone
)

// look is how a kind of cell is drawn.
type look struct {
	seat seat
	draw func(b *brush, c agents.Cell, s spot)
}

// looks lists the kinds; one that is missing is drawn round.
var looks = [agents.KindCount]look{
	agents.Progenitor:      {loose, (*brush).progenitor},
	agents.PreOsteoblast:   {loose, (*brush).preOsteoblast},
	agents.Reversal:        {seated, (*brush).reversal},
	agents.Osteoblast:      {seated, (*brush).osteoblast},
	agents.LiningCell:      {spread, (*brush).lining},
	agents.Osteocyte:       {buried, (*brush).osteocyte},
	agents.Precursor:       {loose, (*brush).precursor},
	agents.Osteoclast:      {loose, (*brush).osteoclast},
	agents.Macrophage:      {loose, (*brush).macrophage},
	agents.TCell:           {loose, (*brush).tCell},
	agents.RegulatoryTCell: {loose, (*brush).tCell},
	agents.BCell:           {loose, (*brush).bCell},
	agents.Osteomorph:      {loose, (*brush).osteomorph},
	agents.Adipocyte:       {loose, (*brush).adipocyte},
}

// order returns the kinds from the bottom of the picture to its top; kinds it
// does not name come last.
func order() []agents.Kind {
	list := []agents.Kind{agents.Osteocyte, agents.Adipocyte, agents.LiningCell, agents.Osteoclast, agents.Reversal,
		agents.Osteoblast, agents.Macrophage, agents.Progenitor, agents.PreOsteoblast, agents.Precursor, agents.Osteomorph,
		agents.BCell, agents.TCell, agents.RegulatoryTCell}
	for k := range agents.KindCount {
		if !slices.Contains(list, k) {
			list = append(list, k)
		}
	}
	return list
}

// cells draws the cells, kind by kind and in the order of the scene within one.
func (b *brush) cells(s Scene, hidden [agents.KindCount]bool) {
	var byKind [agents.KindCount][]agents.Cell
	for c := range s.Cells() {
		if c.Kind < agents.KindCount && !hidden[c.Kind] {
			byKind[c.Kind] = append(byKind[c.Kind], c)
		}
	}
	for _, k := range order() {
		for _, c := range byKind[k] {
			b.cell(c, b.place(s, c))
		}
	}
}

// cell draws one cell at a spot.
func (b *brush) cell(c agents.Cell, at spot) {
	if draw := looks[c.Kind].draw; draw != nil {
		draw(b, c, at)
		return
	}
	b.round(c, at, 7)
}

// place finds the spot of a cell.
func (b *brush) place(s Scene, c agents.Cell) spot {
	px, py := s.Grid().XY(int(c.Pos))
	x, y := float64(px), float64(py)
	reach := s.Foot(c.Kind)
	switch looks[c.Kind].seat {
	case buried:
		return spot{x: b.screen(x), y: b.screen(y), angle: b.relief.grain(x, y)}
	case seated, spread:
		if p, ok := b.relief.surface(x, y); ok {
			return b.sit(c, p, reach)
		}
	}
	return b.float(c, x, y, reach)
}

// sit returns the spot of a cell on the surface, with its arc if it has one.
func (b *brush) sit(c agents.Cell, p point, reach float64) spot {
	at := b.on(p, reach)
	if looks[c.Kind].seat == spread && !c.Has(agents.Retracted) {
		for _, q := range b.relief.arc(p, reach*b.um/b.scale) {
			at.arc = append(at.arc, b.on(q, reach))
		}
	}
	return at
}

// float returns the spot of a cell in marrow, somewhere in its pixel, so that
// cells of one pixel do not hide each other.
func (b *brush) float(c agents.Cell, x, y, reach float64) spot {
	jitter := func(purpose uint64) float64 { return 0.7 * (chance(c.ID, purpose) - 0.5) }
	at := spot{x: b.screen(x + jitter(10)), y: b.screen(y + jitter(11)), angle: float64(c.Dir), reach: reach}
	if c.Dir == 0 {
		at.angle = 2 * math.Pi * chance(c.ID, 12)
	}
	return at
}

// on returns the spot at a point of the surface.
func (b *brush) on(p point, reach float64) spot {
	return spot{x: b.screen(p.x), y: b.screen(p.y), angle: math.Atan2(p.nx, -p.ny), reach: reach}
}

// round draws a disc with a nucleus, of a radius [um].
func (b *brush) round(c agents.Cell, s spot, um float64) {
	r := b.size(um, 2.6)
	b.draw(s.x, s.y, r, disc(s.x, s.y, r), b.fill(c.Kind, r))
	b.nucleus(c.Kind, s, 0.42*r)
}

// nucleus draws a plain dark disc.
func (b *brush) nucleus(k agents.Kind, s spot, r float64) {
	if r > 1.2 { // smaller ones only dim the colour of the body
		b.draw(s.x, s.y, r, disc(s.x, s.y, r), paint{fill: b.inks[k].nucleus})
	}
}

// progenitor draws a mesenchymal cell with three processes.
func (b *brush) progenitor(c agents.Cell, s spot) {
	r := b.size(9, 3.2)
	b.draw(s.x, s.y, 1.4*r, lobed(s.x, s.y, r, 3, 0.34, 2*math.Pi*chance(c.ID, 13)), b.fill(c.Kind, 0.7*r))
	b.nucleus(c.Kind, s, 0.36*r)
}

// preOsteoblast draws a migrating spindle.
func (b *brush) preOsteoblast(c agents.Cell, s spot) {
	long := b.size(12, 4.6)
	b.draw(s.x, s.y, long, s.tilt().spindle(long, 0.42*long), b.fill(c.Kind, 0.42*long))
	b.nucleus(c.Kind, s, 0.2*long)
}

// reversal draws a low dome on the surface.
func (b *brush) reversal(c agents.Cell, s spot) {
	long := b.size(s.reach, 3)
	high := 0.5 * long
	at := s.away(0.7 * high)
	b.draw(at.x, at.y, long, at.tilt().ellipse(long, high), b.fill(c.Kind, high))
	b.nucleus(c.Kind, at, 0.5*high)
}

// osteoblast draws a cuboid on the surface, its nucleus away from bone; an idle
// one is flatter, as osteoblasts are that near the end of their work.
func (b *brush) osteoblast(c agents.Cell, s spot) {
	half := b.size(0.8*s.reach, 2.4)
	high := half * (0.7 + 0.4*min(float64(c.Vigour)/0.5, 1))
	at := s.away(0.95 * high)
	b.draw(at.x, at.y, half+high, at.tilt().block(0.95*half, high, 0.35*half), b.fill(c.Kind, half))
	b.nucleus(c.Kind, at.away(0.2*high), 0.4*half)
}

// lining draws a thin cell along its arc of surface, thickest at its nucleus; a
// retracted one is a short body that has let go.
func (b *brush) lining(c agents.Cell, s spot) {
	in := b.inks[c.Kind]
	if len(s.arc) < 2 {
		at := s.away(b.size(3, 1.5))
		long := b.size(9, 3.4)
		b.draw(at.x, at.y, long, at.tilt().ellipse(long, 0.4*long), b.fill(c.Kind, 0.4*long))
		return
	}
	if b.halo {
		b.along(s.arc, b.line, paint{fill: b.palette.Paper})
	}
	thick := b.along(s.arc, 0, paint{fill: in.body})
	at := s.away(thick)
	b.draw(at.x, at.y, 4*thick, at.tilt().ellipse(b.size(5.5, 2.4), 1.15*thick), paint{fill: in.nucleus})
}

// along fills a band on an arc of the surface, thickest in its middle, and more
// to each side; it returns half the thickness there [screen pixels].
func (b *brush) along(arc []spot, more float64, p paint) (thick float64) {
	thin, thick := b.size(0.8, 0.45), b.size(1.7, 0.9)
	n := len(arc) - 1
	width := func(i int) float64 { return thin + (thick-thin)*math.Sin(math.Pi*float64(i)/float64(n)) }
	for i := range n {
		u, v := arc[i].away(width(i)), arc[i+1].away(width(i+1))
		reach := math.Hypot(v.x-u.x, v.y-u.y) + thick + more
		b.draw(u.x, u.y, reach, stroke(u.x, u.y, width(i)+more, v.x, v.y, width(i+1)+more), p)
	}
	return thick
}

// osteocyte draws a cell in its lacuna; the lacuna of a dead one is empty.
// Lacunae are drawn at 1.3 times their 15 x 8 um, to be seen.
func (b *brush) osteocyte(c agents.Cell, s spot) {
	in := b.inks[c.Kind]
	long, wide := b.size(9.5, 2.8), b.size(5, 1.6)
	if c.Has(agents.Dead) {
		b.draw(s.x, s.y, long, s.tilt().ellipse(long, wide), paint{fill: b.palette.Paper, rim: in.body, width: 0.7 * b.line})
		return
	}
	p := paint{fill: in.body}
	if b.halo {
		p.halo = 0.7 * b.line
	}
	b.draw(s.x, s.y, long, s.tilt().ellipse(long, wide), p)
}

// precursor draws a monocyte; a committed one bears the colour of osteoclasts
// in its middle.
func (b *brush) precursor(c agents.Cell, s spot) {
	if !c.Has(agents.Committed) {
		b.round(c, s, 6.5)
		return
	}
	r := b.size(7.5, 3.2)
	b.draw(s.x, s.y, r, disc(s.x, s.y, r), b.fill(c.Kind, r))
	b.draw(s.x, s.y, r, disc(s.x, s.y, 0.62*r), paint{fill: b.inks[agents.Osteoclast].body})
	b.nucleus(agents.Osteoclast, s, 0.25*r)
}

// macrophage draws a cell with ruffles.
func (b *brush) macrophage(c agents.Cell, s spot) {
	r := b.size(9, 3.4)
	b.draw(s.x, s.y, 1.3*r, lobed(s.x, s.y, r, 5, 0.24, 2*math.Pi*chance(c.ID, 14)), b.fill(c.Kind, 0.7*r))
	b.nucleus(c.Kind, s, 0.35*r)
}

// tCell draws a small cell; one that has met its antigen is nearly all nucleus.
func (b *brush) tCell(c agents.Cell, s spot) {
	r := b.size(5, 2.4)
	p := b.fill(c.Kind, r)
	p.rim = b.palette.Ink
	b.draw(s.x, s.y, r, disc(s.x, s.y, r), p)
	if c.Has(agents.Memory) {
		b.draw(s.x, s.y, r, disc(s.x, s.y, 0.45*r), paint{fill: b.palette.Ink})
	}
}

// bCell draws a small cell with a rim; one that has met its antigen, its nucleus
// to the side as in a plasma cell.
func (b *brush) bCell(c agents.Cell, s spot) {
	r := b.size(5.5, 2.5)
	b.draw(s.x, s.y, r, disc(s.x, s.y, r), b.fill(c.Kind, r))
	if c.Has(agents.Memory) {
		b.draw(s.x, s.y, r, disc(s.x+0.4*r, s.y, 0.4*r), paint{fill: b.palette.Paper})
	}
}

// osteomorph draws a small cell with four blunt arms; one that is bound to fuse
// bears the colour of osteoclasts in its middle.
func (b *brush) osteomorph(c agents.Cell, s spot) {
	r := b.size(6.5, 3)
	b.draw(s.x, s.y, 1.3*r, lobed(s.x, s.y, r, 4, 0.2, 2*math.Pi*chance(c.ID, 15)), b.fill(c.Kind, 0.7*r))
	if c.Has(agents.Committed) {
		b.draw(s.x, s.y, r, disc(s.x, s.y, 0.5*r), paint{fill: b.inks[agents.Osteoclast].body})
	}
}

// adipocyte draws a wide pale droplet of fat, its nucleus pressed to the rim.
func (b *brush) adipocyte(c agents.Cell, s spot) {
	r := b.size(14, 3) // half of the 50-60 um of a marrow fat cell, so that it hides little
	b.draw(s.x, s.y, r, disc(s.x, s.y, r), b.fill(c.Kind, r))
	turn := 2 * math.Pi * chance(c.ID, 16)
	b.nucleus(c.Kind, spot{x: s.x + 0.82*r*math.Cos(turn), y: s.y + 0.82*r*math.Sin(turn)}, 0.14*r)
}
