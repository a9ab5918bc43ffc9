package render

import (
	"image/color"
	"math"

	"trabecula/agents"
)

// brush draws the things of a section on a canvas.
type brush struct {
	canvas
	relief  *relief // nil in a legend: there is no bone then
	palette *Palette
	inks    []ink
	scale   float64 // screen pixels per lattice pixel
	um      float64 // screen pixels per um
	line    float64 // width of outlines [screen pixels]
	halo    bool    // on overlays, where any colour may lie around
}

// ink holds the colours of one kind of cell.
type ink struct{ body, rim, nucleus color.RGBA }

func inksOf(p *Palette) []ink {
	inks := make([]ink, agents.KindCount)
	for k := range inks {
		body := p.Cell(agents.Kind(k))
		inks[k] = ink{body, darker(body, 0.62), darker(body, 0.45)}
	}
	return inks
}

// spot is where and how a cell is drawn.
type spot struct {
	x, y  float64 // centre, or the point of the surface it sits on [screen pixels]
	angle float64 // along its length, or along the surface, marrow to the left [rad]
	reach float64 // radius of surface it covers [um]
	arc   []spot  // the surface within that radius, for kinds that lie along it
}

// tilt returns the frame of a spot: u along it, v into bone.
func (s spot) tilt() frame { return tilted(s.x, s.y, s.angle) }

// away returns the spot moved by d screen pixels out of bone.
func (s spot) away(d float64) spot {
	s.x, s.y = s.tilt().screen(0, -d)
	return s
}

// fill returns the usual paint of a kind for a body r wide to each side; the rim
// of a small one is thin, so that its colour shows.
func (b *brush) fill(k agents.Kind, r float64) paint {
	p := paint{fill: b.inks[k].body, rim: b.inks[k].rim, width: math.Min(b.line, 0.22*r)}
	if b.halo {
		p.halo = b.line
	}
	return p
}

// size returns a length of a cell [screen pixels], no less than least, so that
// small cells stay visible at low magnification.
func (b *brush) size(um, least float64) float64 { return math.Max(um*b.um, least) }

// chance returns a number in [0, 1) that belongs to a cell and a purpose, for
// looks only (finaliser of SplitMix64; Steele, Lea & Flood 2014).
func chance(id, purpose uint64) float64 {
	z := id*0x9E3779B97F4A7C15 + (purpose+1)*0xD1B54A32D192ED03
	z = (z ^ z>>30) * 0xBF58476D1CE4E5B9
	z = (z ^ z>>27) * 0x94D049BB133111EB
	return float64((z^z>>31)>>11) / (1 << 53)
}

// sinusoids draws the vessels: lumen and thin wall.
func (b *brush) sinusoids(s Scene) {
	g := s.Grid()
	for n, i := range s.Sinusoids() {
		x, y := g.XY(int(i))
		b.sinusoid(b.screen(float64(x)), b.screen(float64(y)), uint64(n))
	}
}

// sinusoid draws one vessel, a slanted cut through a tube about 25 um wide
// (assumed: marrow sinusoids are 10-50 um across).
func (b *brush) sinusoid(x, y float64, n uint64) {
	long, wide := 16+4*chance(n, 0), 11+2*chance(n, 1)
	f := tilted(x, y, math.Pi*chance(n, 2))
	p := paint{fill: b.palette.Vessel, rim: b.palette.VesselWall, width: 0.8 * b.line}
	if b.halo {
		p = paint{rim: b.palette.VesselWall, width: b.line} // hollow: the field shows
	}
	b.draw(x, y, long*b.um, f.ellipse(long*b.um, wide*b.um), p)
}

// screen returns where a lattice coordinate lies on the picture.
func (b *brush) screen(lattice float64) float64 { return (lattice + 0.5) * b.scale }

func (b *brush) lattice(screen float64) float64 { return screen/b.scale - 0.5 }
