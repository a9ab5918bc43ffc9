package render

import (
	"math"

	"trabecula/field"
	"trabecula/field/tissue"
)

// level is the height of the relief at the surface of bone.
const level = tissue.Solid

// relief is a field of shares, such as the bone fraction, slightly smoothed, as
// a landscape whose contour is drawn; that of bone at level is its surface.
// Lattice point (x, y) is the centre of pixel (x, y).
type relief struct {
	w, h        int
	f, row, raw []float32
}

// build takes the relief of what share gives for every pixel. Half of the weight stays with the pixel
// and half is spread by the binomial 3 x 3 kernel, so that contours lose their
// steps but no full or empty pixel changes sides.
func (r *relief) build(g field.Grid, share func(i int) float32) {
	r.w, r.h = g.W, g.H
	r.f, r.row, r.raw = resize(r.f, g.Len()), resize(r.row, g.Len()), resize(r.raw, g.Len())
	for i := range r.raw {
		r.raw[i] = share(i)
	}
	for y := range g.H {
		for x := range g.W {
			left, right := g.At(max(x-1, 0), y), g.At(min(x+1, g.W-1), y)
			r.row[g.At(x, y)] = 0.25*r.raw[left] + 0.5*r.raw[g.At(x, y)] + 0.25*r.raw[right]
		}
	}
	for y := range g.H {
		up, down := max(y-1, 0), min(y+1, g.H-1)
		for x := range g.W {
			i := g.At(x, y)
			spread := 0.25*r.row[g.At(x, up)] + 0.5*r.row[i] + 0.25*r.row[g.At(x, down)]
			r.f[i] = 0.5*r.raw[i] + 0.5*spread
		}
	}
}

// flat makes r a plain at height 0.
func (r *relief) flat(g field.Grid) {
	r.w, r.h = g.W, g.H
	r.f = resize(r.f, g.Len())
	clear(r.f)
}

// resize returns a slice of n entries, the old one if it is long enough.
func resize[T any](s []T, n int) []T {
	if cap(s) < n {
		return make([]T, n)
	}
	return s[:n]
}

// at returns the height at a point, bilinear between lattice points.
func (r *relief) at(x, y float64) float64 {
	x0, wx := split(x, r.w)
	y0, wy := split(y, r.h)
	x1, y1 := min(x0+1, r.w-1), min(y0+1, r.h-1)
	top := float64(r.f[y0*r.w+x0])*(1-wx) + float64(r.f[y0*r.w+x1])*wx
	bottom := float64(r.f[y1*r.w+x0])*(1-wx) + float64(r.f[y1*r.w+x1])*wx
	return top*(1-wy) + bottom*wy
}

// split returns the lattice point before x, held to the lattice, and the way on.
func split(x float64, n int) (int, float64) {
	x = field.Clamp(x, 0, float64(n-1))
	i := int(x)
	return i, x - float64(i)
}

// slope returns the gradient at a point, over 0.75 pixels to each side.
func (r *relief) slope(x, y float64) (gx, gy float64) {
	const d = 0.75
	return (r.at(x+d, y) - r.at(x-d, y)) / (2 * d), (r.at(x, y+d) - r.at(x, y-d)) / (2 * d)
}

// point lies on the surface; (nx, ny) is the unit vector out of bone there.
type point struct{ x, y, nx, ny float64 }

// surface returns the point of the surface nearest to (x, y), found downhill
// within two pixels.
func (r *relief) surface(x, y float64) (p point, ok bool) {
	const reach = 2
	sx, sy := x, y
	for range 8 {
		gx, gy := r.slope(sx, sy)
		g2 := gx*gx + gy*gy
		if g2 < 1e-6 {
			return point{}, false
		}
		miss := level - r.at(sx, sy)
		step := field.Clamp(miss/math.Sqrt(g2), -0.75, 0.75) / math.Sqrt(g2)
		sx, sy = sx+step*gx, sy+step*gy
		g := math.Sqrt(g2)
		p = point{sx, sy, -gx / g, -gy / g}
		if math.Abs(miss) < 0.02 {
			break
		}
	}
	return p, math.Hypot(sx-x, sy-y) <= reach
}

// arc follows the surface both ways from p for as long as it stays within reach
// [px] of p, in steps of half a pixel.
func (r *relief) arc(p point, reach float64) []point {
	back := r.follow(p, -1, reach)
	path := make([]point, 0, 2*len(back)+1)
	for i := len(back) - 1; i >= 0; i-- {
		path = append(path, back[i])
	}
	path = append(path, p)
	return append(path, r.follow(p, 1, reach)...)
}

func (r *relief) follow(p point, sense, reach float64) (path []point) {
	const stride = 0.5
	at := p
	for range int(4*reach/stride) + 1 {
		next, ok := r.surface(at.x-sense*stride*at.ny, at.y+sense*stride*at.nx)
		if !ok || math.Hypot(next.x-p.x, next.y-p.y) > reach || next.nx*at.nx+next.ny*at.ny < 0 {
			break
		}
		path, at = append(path, next), next
	}
	return path
}

// grain returns the direction of the trabecula around a point inside it [rad]:
// across the pull of marrow within about 12 pixels. Osteocytes lie along it.
func (r *relief) grain(x, y float64) float64 {
	const rays = 16
	var xx, xy, yy float64
	for k := range rays {
		sin, cos := math.Sincos(2 * math.Pi * float64(k) / rays)
		for _, d := range [...]float64{4, 8, 12} {
			m := (1 - r.at(x+d*cos, y+d*sin)) / d
			xx, xy, yy = xx+m*cos*cos, xy+m*cos*sin, yy+m*sin*sin
		}
	}
	return 0.5*math.Atan2(2*xy, xx-yy) + math.Pi/2
}
