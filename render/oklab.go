package render

import (
	"image/color"
	"math"
)

// lab is a colour in Oklab: equal distances look equally different, near enough
// (Ottosson 2020, "A perceptual color space for image processing").
type lab struct{ l, a, b float64 }

// lch returns the colour of a lightness [0..1], chroma and hue [deg].
func lch(l, c, hue float64) lab {
	sin, cos := math.Sincos(hue * math.Pi / 180)
	return lab{l, c * cos, c * sin}
}

// linear returns the linear-light sRGB components; outside [0, 1] the colour
// lies outside the gamut.
func (c lab) linear() (r, g, b float64) {
	l := cube(c.l + 0.3963377774*c.a + 0.2158037573*c.b)
	m := cube(c.l - 0.1055613458*c.a - 0.0638541728*c.b)
	s := cube(c.l - 0.0894841775*c.a - 1.2914855480*c.b)
	return 4.0767416621*l - 3.3077115913*m + 0.2309699292*s,
		-1.2684380046*l + 2.6097574011*m - 0.3413193965*s,
		-0.0041960863*l - 0.7034186147*m + 1.7076147010*s
}

func cube(x float64) float64 { return x * x * x }

// rgba returns the nearest opaque sRGB colour of the same lightness and hue.
func (c lab) rgba() color.RGBA {
	c = c.shown()
	r, g, b := c.linear()
	return color.RGBA{encode(r), encode(g), encode(b), 255}
}

// shown returns c with its chroma cut to what sRGB can show.
func (c lab) shown() lab {
	if c.inGamut() {
		return c
	}
	lo, hi := 0.0, 1.0
	for range 20 {
		if mid := (lo + hi) / 2; (lab{c.l, c.a * mid, c.b * mid}).inGamut() {
			lo = mid
		} else {
			hi = mid
		}
	}
	return lab{c.l, c.a * lo, c.b * lo}
}

func (c lab) inGamut() bool {
	r, g, b := c.linear()
	return min(r, g, b) >= -1e-4 && max(r, g, b) <= 1+1e-4
}

// labOf returns an sRGB colour in Oklab.
func labOf(c color.RGBA) lab {
	return labOfLinear(decode(c.R), decode(c.G), decode(c.B))
}

func labOfLinear(r, g, b float64) lab {
	l := math.Cbrt(0.4122214708*r + 0.5363325363*g + 0.0514459929*b)
	m := math.Cbrt(0.2119034982*r + 0.6806995451*g + 0.1073969566*b)
	s := math.Cbrt(0.0883024619*r + 0.2817188376*g + 0.6299787005*b)
	return lab{0.2104542553*l + 0.7936177850*m - 0.0040720468*s,
		1.9779984951*l - 2.4285922050*m + 0.4505937099*s,
		0.0259040371*l + 0.7827717662*m - 0.8086757660*s}
}

// encode and decode are the transfer curve of sRGB (IEC 61966-2-1).
func encode(v float64) uint8 {
	v = min(max(v, 0), 1)
	if v <= 0.0031308 {
		v *= 12.92
	} else {
		v = 1.055*math.Pow(v, 1/2.4) - 0.055
	}
	return uint8(v*255 + 0.5)
}

func decode(v uint8) float64 {
	x := float64(v) / 255
	if x <= 0.04045 {
		return x / 12.92
	}
	return math.Pow((x+0.055)/1.055, 2.4)
}

// distance returns how different two colours look; 0.02 is just noticeable.
func (c lab) distance(d lab) float64 {
	return math.Sqrt((c.l-d.l)*(c.l-d.l) + (c.a-d.a)*(c.a-d.a) + (c.b-d.b)*(c.b-d.b))
}

// mix returns the colour at t [0..1] on the way from c to d.
func (c lab) mix(d lab, t float64) lab {
	return lab{c.l + (d.l-c.l)*t, c.a + (d.a-c.a)*t, c.b + (d.b-c.b)*t}
}

// darker returns c with its lightness multiplied by factor.
func darker(c color.RGBA, factor float64) color.RGBA {
	d := labOf(c)
	d.l *= factor
	return d.rgba()
}

// blend returns the colour at t [0..1] between two, mixed in Oklab.
func blend(from, to color.RGBA, t float64) color.RGBA { return labOf(from).mix(labOf(to), t).rgba() }
