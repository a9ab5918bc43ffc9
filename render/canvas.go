package render

import (
	"image"
	"image/color"
	"math"
)

// canvas is a picture that shapes are drawn on, smoothly at their edges.
type canvas struct{ *image.RGBA }

// shape tells how far a screen point lies outside of an outline [screen
// pixels]; inside is negative.
type shape func(x, y float64) float64

// paint is how a shape is filled.
type paint struct {
	fill, rim color.RGBA // a transparent fill leaves the shape hollow
	width     float64    // of the rim, which lies inside of the outline
	halo      float64    // width of a pale ring around it
}

// draw fills the shape, which lies within reach of (x, y), all in screen pixels.
func (c canvas) draw(x, y, reach float64, s shape, p paint) {
	reach += p.halo + 1
	box := image.Rect(int(math.Floor(x-reach)), int(math.Floor(y-reach)), int(math.Ceil(x+reach))+1, int(math.Ceil(y+reach))+1)
	box = box.Intersect(c.Rect.Sub(c.Rect.Min))
	for py := box.Min.Y; py < box.Max.Y; py++ {
		pix := c.Pix[py*c.Stride:]
		for px := box.Min.X; px < box.Max.X; px++ {
			d := s(float64(px)+0.5, float64(py)+0.5)
			if d < p.halo+0.5 {
				p.put(pix[4*px:4*px+4:4*px+4], d)
			}
		}
	}
}

// put blends the paint at distance d from the outline into one pixel.
func (p *paint) put(pix []uint8, d float64) {
	if p.halo > 0 {
		over(pix, color.RGBA{255, 255, 255, 255}, 0.75*cover(d-p.halo))
	}
	in := cover(d)
	if in == 0 {
		return
	}
	if p.width <= 0 {
		over(pix, p.fill, in)
		return
	}
	core := cover(d + p.width)
	if p.fill.A == 0 {
		over(pix, p.rim, in-core)
		return
	}
	over(pix, p.rim, in)
	over(pix, p.fill, core)
}

// cover returns the share of a pixel that an outline at distance d covers.
func cover(d float64) float64 { return min(max(0.5-d, 0), 1) }

// over blends an opaque colour into a pixel.
func over(pix []uint8, c color.RGBA, alpha float64) {
	a := int32(alpha*256 + 0.5)
	if a <= 0 {
		return
	}
	mix := func(old, new uint8) uint8 { return uint8(int32(old) + ((int32(new)-int32(old))*a+128)>>8) }
	pix[0], pix[1], pix[2] = mix(pix[0], c.R), mix(pix[1], c.G), mix(pix[2], c.B)
}

// box fills a rectangle given by its corner and size [screen pixels], smoothly
// at fractional edges.
func (c canvas) box(x, y, w, h float64, col color.RGBA, alpha float64) {
	r := image.Rect(int(math.Floor(x)), int(math.Floor(y)), int(math.Ceil(x+w)), int(math.Ceil(y+h)))
	r = r.Intersect(c.Rect.Sub(c.Rect.Min))
	for py := r.Min.Y; py < r.Max.Y; py++ {
		v := overlap(float64(py), y, h)
		for px := r.Min.X; px < r.Max.X; px++ {
			i := py*c.Stride + 4*px
			over(c.Pix[i:i+4:i+4], col, alpha*v*overlap(float64(px), x, w))
			c.Pix[i+3] = 255
		}
	}
}

// overlap returns how much of the unit interval at p lies in [from, from+length].
func overlap(p, from, length float64) float64 {
	return max(min(p+1, from+length)-max(p, from), 0)
}

// disc is a circle.
func disc(x, y, r float64) shape {
	return func(px, py float64) float64 { return length(px-x, py-y) - r }
}

// lobed is a circle whose radius swings n times around by a share amp.
func lobed(x, y, r float64, n int, amp, phase float64) shape {
	return func(px, py float64) float64 {
		dx, dy := px-x, py-y
		return length(dx, dy) - r*(1+amp*math.Cos(float64(n)*math.Atan2(dy, dx)+phase))
	}
}

// frame turns screen points into the coordinates of a tilted shape.
type frame struct{ x, y, cos, sin float64 }

func tilted(x, y, angle float64) frame {
	sin, cos := math.Sincos(angle)
	return frame{x, y, cos, sin}
}

func (f frame) local(px, py float64) (u, v float64) {
	dx, dy := px-f.x, py-f.y
	return dx*f.cos + dy*f.sin, dy*f.cos - dx*f.sin
}

// screen returns where a local point lies.
func (f frame) screen(u, v float64) (x, y float64) {
	return f.x + u*f.cos - v*f.sin, f.y + u*f.sin + v*f.cos
}

// ellipse has the half axes a along and b across; the distance is first order.
func (f frame) ellipse(a, b float64) shape {
	return func(px, py float64) float64 {
		u, v := f.local(px, py)
		k := length(u/a, v/b)
		g := length(u/(a*a), v/(b*b))
		if g < 1e-9 {
			return -min(a, b)
		}
		return k * (k - 1) / g
	}
}

// spindle is pointed at both ends, half length a and half width b.
func (f frame) spindle(a, b float64) shape {
	r := (a*a + b*b) / (2 * b)
	return func(px, py float64) float64 {
		u, v := f.local(px, py)
		return length(u, math.Abs(v)+r-b) - r
	}
}

// block is a rectangle of half sides a and b with rounded corners.
func (f frame) block(a, b, round float64) shape {
	return func(px, py float64) float64 {
		u, v := f.local(px, py)
		qx, qy := math.Abs(u)-a+round, math.Abs(v)-b+round
		return length(max(qx, 0), max(qy, 0)) + min(max(qx, qy), 0) - round
	}
}

// stroke is the segment from (x0, y0) to (x1, y1), r0 and r1 wide to each side.
func stroke(x0, y0, r0, x1, y1, r1 float64) shape {
	dx, dy := x1-x0, y1-y0
	l2 := max(dx*dx+dy*dy, 1e-9)
	return func(px, py float64) float64 {
		t := min(max(((px-x0)*dx+(py-y0)*dy)/l2, 0), 1)
		return length(px-x0-t*dx, py-y0-t*dy) - (r0 + (r1-r0)*t)
	}
}

// length is math.Hypot without its care for numbers that no picture holds; it
// is the inner loop of every shape.
func length(x, y float64) float64 { return math.Sqrt(x*x + y*y) }
