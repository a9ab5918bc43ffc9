package transport

import (
	"math"

	"trabecula/field"
)

// medium is the composition of the pixels that the conductances stand for. It
// follows the tissue in steps: a pixel is taken over when its bone or osteoid
// fraction has moved by at least Settings.MediumStep, or has arrived at 0 or 1,
// since it was last taken over.
type medium struct {
	bone, osteoid []float32
	changed       []int32 // pixels taken over by the last update, ascending
}

// update takes over what has moved far enough.
func (m *medium) update(bone, osteoid []float32, step float32) {
	m.changed = m.changed[:0]
	for i, b := range bone {
		if moved(m.bone[i], b, step) || moved(m.osteoid[i], osteoid[i], step) {
			m.bone[i], m.osteoid[i] = b, osteoid[i]
			m.changed = append(m.changed, int32(i))
		}
	}
}

// moved tells whether a fraction has gone far enough from old to now.
func moved(old, now, step float32) bool {
	if old == now {
		return false
	}
	d := now - old
	return d >= step || -d >= step || now == 0 || now == 1
}

// diffusivity is the rate of exchange between equal pixels by material, D/h2 [1/h].
type diffusivity struct {
	marrow, osteoid, bone float32
	aspect                float32 // height over width of a pixel
}

// newDiffusivity converts diffusivities [um2/h] to exchange on a grid.
func newDiffusivity(g field.Grid, aspect float32, marrow, osteoid, bone float64) diffusivity {
	perPixel := func(d float64) float32 { return float32(d / g.PixelArea()) }
	return diffusivity{perPixel(marrow), perPixel(osteoid), perPixel(bone), aspect}
}

// tightest is the diffusivity of the tightest pixel relative to marrow. Pockets
// that nothing leaves cannot be reached from coarse grids; within the range of a
// signal a thousandth is as tight as zero.
const tightest = 1e-3

// of returns the volume-weighted mean of the diffusivities in pixel i.
func (d diffusivity) of(m *medium, i int) float32 {
	bone, osteoid := m.bone[i], m.osteoid[i]
	mean := float32(d.marrow*(1-bone)) + float32(d.osteoid*osteoid) + float32(d.bone*(bone-osteoid))
	return max(mean, tightest*d.marrow)
}

// most returns the greatest conductance there can be.
func (d diffusivity) most() float64 {
	return float64(max(d.marrow, d.osteoid, d.bone) * max(d.aspect, 1/d.aspect))
}

// face returns the conductance between two pixels: the harmonic mean.
func face(a, b float32) float32 {
	if a <= 0 || b <= 0 {
		return 0
	}
	return 2 * float32(a*b) / (a + b)
}

// fill sets all conductances of the finest level.
func (d diffusivity) fill(l *level, m *medium) {
	for y := range l.h {
		for x := range l.w {
			d.setRight(l, m, x, y)
			d.setDown(l, m, x, y)
		}
	}
}

// setRight sets the conductance from pixel (x, y) to its right neighbour and
// returns by how much it changed.
func (d diffusivity) setRight(l *level, m *medium, x, y int) float64 {
	if x < 0 || x+1 >= l.w {
		return 0
	}
	i := y*l.w + x
	return swap(l.at(&l.dx, x, y), face(d.of(m, i), d.of(m, i+1))*d.aspect)
}

// setDown sets the conductance from pixel (x, y) to the one below and returns
// by how much it changed.
func (d diffusivity) setDown(l *level, m *medium, x, y int) float64 {
	if y < 0 || y+1 >= l.h {
		return 0
	}
	i := y*l.w + x
	return swap(l.at(&l.dy, x, y), face(d.of(m, i), d.of(m, i+l.w))/d.aspect)
}

// swap stores now and returns its distance from what was there.
func swap(p *float32, now float32) float64 {
	d := math.Abs(float64(now) - float64(*p))
	*p = now
	return d
}
