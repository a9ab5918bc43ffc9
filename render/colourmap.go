package render

import (
	"image/color"
	"math"
)

// ColourMap gives 256 opaque colours, from low to high.
type ColourMap [256]color.RGBA

// At returns the colour of t, which is held to [0, 1].
func (m *ColourMap) At(t float64) color.RGBA {
	if !(t > 0) { // NaN too
		return m[0]
	}
	return m[int(min(t, 1)*255+0.5)]
}

// knot is a colour that a map passes through.
type knot struct{ lightness, chroma, hue float64 }

// ramp returns a map through the knots with even steps in Oklab, so that equal
// differences of the field look equally large wherever they lie.
func ramp(knots ...knot) (m ColourMap) {
	path := trace(knots)
	total := path[len(path)-1].at
	j := 0
	for i := range m {
		want := total * float64(i) / 255
		for j < len(path)-2 && path[j+1].at < want {
			j++
		}
		a, b := path[j], path[j+1]
		m[i] = a.colour.mix(b.colour, (want-a.at)/math.Max(b.at-a.at, 1e-12)).rgba()
	}
	return m
}

// stop is a colour and the Oklab distance travelled to it.
type stop struct {
	colour lab
	at     float64
}

// trace walks finely along a smooth curve through the knots.
func trace(knots []knot) []stop {
	const fine = 128
	path := []stop{{colour: between(knots, 0).shown()}}
	for i := 1; i <= fine*(len(knots)-1); i++ {
		c := between(knots, float64(i)/fine).shown()
		last := path[len(path)-1]
		path = append(path, stop{c, last.at + c.distance(last.colour)})
	}
	return path
}

// between returns the colour at place t, knots lying at 0, 1, 2 and so on, on a
// Catmull-Rom spline; corners at the knots would show as edges.
func between(knots []knot, t float64) lab {
	k := min(int(t), len(knots)-2)
	t -= float64(k)
	a, b, c, d := knots[max(k-1, 0)], knots[k], knots[k+1], knots[min(k+2, len(knots)-1)]
	curve := func(a, b, c, d float64) float64 {
		return b + t*((c-a)+t*((2*a-5*b+4*c-d)+t*(3*b-a-3*c+d)))/2
	}
	return lch(curve(a.lightness, b.lightness, c.lightness, d.lightness),
		curve(a.chroma, b.chroma, c.chroma, d.chroma), curve(a.hue, b.hue, c.hue, d.hue))
}

// Twilight is the map of overlays: dark violet over blue and green to pale
// yellow, lightness rising all the way, so that it reads in grey and without
// red-green or blue-yellow vision. The knots are our own choice, in the order of
// hues that viridis made common (van der Walt & Smith 2015).
func Twilight() ColourMap { return ramp(twilight()...) }

func twilight() []knot {
	return []knot{{0.24, 0.09, 310}, {0.42, 0.13, 272}, {0.60, 0.095, 218}, {0.78, 0.125, 152}, {0.95, 0.12, 108}}
}
