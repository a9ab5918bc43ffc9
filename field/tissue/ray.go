package tissue

import (
	"math"

	"trabecula/field"
)

// Ray is the way from a point of the bone surface along its normal, into bone and
// out into marrow.
type Ray struct {
	t      *Tissue
	x, y   float64 // where it meets the interface [px]
	dx, dy float64 // into bone, of unit length
}

const (
	normalReach = 3.5  // radius of the disc in which the normal of the surface is estimated [px]
	pace        = 0.25 // length of a step along a ray [px]
)

// Ray returns the way through the middle of the edge between a bone pixel and a
// marrow pixel beside it: towards the centre of bone in a disc around it.
func (v View) Ray(bone, marrow int) Ray { return v.t.ray(bone, marrow) }

func (t *Tissue) ray(bone, marrow int) Ray {
	bx, by := t.XY(bone)
	mx, my := t.XY(marrow)
	r := Ray{t: t, x: float64(bx+mx) / 2, y: float64(by+my) / 2}
	for y := max(int(r.y-normalReach), 0); y <= min(int(r.y+normalReach), t.H-1); y++ {
		for x := max(int(r.x-normalReach), 0); x <= min(int(r.x+normalReach), t.W-1); x++ {
			dx, dy := float64(x)-r.x, float64(y)-r.y
			if dx*dx+dy*dy <= normalReach*normalReach {
				r.dx += float64(t.Bone[t.At(x, y)]) * dx
				r.dy += float64(t.Bone[t.At(x, y)]) * dy
			}
		}
	}
	if r.dx*float64(bx-mx)+r.dy*float64(by-my) <= 0 { // a spike: the pixels are all there is to go by
		r.dx, r.dy = float64(bx-mx), float64(by-my)
	}
	length := math.Hypot(r.dx, r.dy)
	r.dx, r.dy = r.dx/length, r.dy/length
	return r
}

// rayFrom returns the ray through an edge of bone pixel i that has one.
func (t *Tissue) rayFrom(i int) (Ray, bool) {
	x, y := t.XY(i)
	for _, s := range field.Step4 {
		if t.Inside(x+s[0], y+s[1]) && t.Bone[t.At(x+s[0], y+s[1])] < Solid {
			return t.ray(i, t.At(x+s[0], y+s[1])), true
		}
	}
	return Ray{}, false
}

// Inward visits the pixels of r, from one pixel outside the interface to a depth
// [um] or to half the way to marrow on the other side, until visit returns false.
// Depth is that of the middle of a step under the interface, width the length of
// the step [um], 0 where r only grazes a pixel.
func (r Ray) Inward(deepest float64, visit func(i int, depth, width float64) bool) {
	limit := deepest / r.t.Pixel
	for d := 1.0; d < 2*limit; d += pace {
		if i, ok := r.at(d); ok && r.t.Bone[i] < Solid {
			limit = min(limit, d/2)
			break
		}
	}
	last := -1
	for d := pace/2 - 1; d < limit; d += pace {
		i, ok := r.at(d)
		if !ok {
			continue
		}
		if k, slips := r.t.between(last, i); slips && !visit(k, d*r.t.Pixel, 0) {
			return
		}
		if !visit(i, d*r.t.Pixel, pace*r.t.Pixel) {
			return
		}
		last = i
	}
}

// between returns a pixel beside both i and j if those touch by a corner only: a
// line one pixel wide must not be missed between them.
func (t *Tissue) between(i, j int) (int, bool) {
	if i < 0 {
		return 0, false
	}
	xi, yi := t.XY(i)
	xj, yj := t.XY(j)
	return t.At(xj, yi), xi != xj && yi != yj
}

// outward visits the pixels of r into marrow, from one pixel inside the interface,
// until visit returns false or the section ends.
func (r Ray) outward(visit func(i int, width float64) bool) {
	for d := 1 - pace/2; ; d -= pace {
		if i, ok := r.at(d); !ok || !visit(i, pace*r.t.Pixel) {
			return
		}
	}
}

// at returns the pixel at a depth [px], if there is one.
func (r Ray) at(depth float64) (int, bool) {
	x, y := int(math.Floor(r.x+r.dx*depth+0.5)), int(math.Floor(r.y+r.dy*depth+0.5))
	if !r.t.Inside(x, y) {
		return 0, false
	}
	return r.t.At(x, y), true
}
