package transport

import (
	"fmt"
	"math"
)

// check returns an error for the first point that lies outside a plane of n
// pixels or whose rate is not a number of at least zero.
func check(what string, ps []Point, n int) error {
	for _, p := range ps {
		if p.At < 0 || int(p.At) >= n {
			return fmt.Errorf("%s: pixel %d is outside the section of %d pixels", what, p.At, n)
		}
		if !(p.Rate >= 0 && p.Rate <= math.MaxFloat32) {
			return fmt.Errorf("%s: rate %g at pixel %d, want a number >= 0", what, p.Rate, p.At)
		}
	}
	return nil
}

// total adds the rates.
func total(ps []Point) float64 {
	sum := 0.0
	for _, p := range ps {
		sum += float64(p.Rate)
	}
	return sum
}

// weighted adds the rates times the concentration where they act.
func weighted(ps []Point, u []float32) float64 {
	sum := 0.0
	for _, p := range ps {
		sum += float64(p.Rate) * float64(u[p.At])
	}
	return sum
}

// weighted adds the rates times the concentration in a plane.
func (s *shape) weighted(ps []Point, p *plane) float64 {
	sum := 0.0
	for _, q := range ps {
		sum += float64(q.Rate) * float64(*s.cell(p, q.At))
	}
	return sum
}

// scatter adds the rates to a plane in slice order.
func (s *shape) scatter(p *plane, ps []Point) {
	for _, q := range ps {
		*s.cell(p, q.At) += q.Rate
	}
}

// distance returns a bound of what the change from factor times the points of old
// to those of now does to the residual of a plane, weighted by u unless that is
// nil. It is the lesser of two: the L1 norm of the change, and the cost of moving
// every point to where its like in the other list is.
func (b *bench) distance(now, old []Point, factor float64, u []float32, reach float64) float64 {
	f, rest, moves, moved := float32(factor), 0.0, 0.0, false
	for i := range max(len(now), len(old)) {
		p, q := pointAt(now, i), pointAt(old, i)
		if p.At == q.At {
			rest += math.Abs(float64(p.Rate)-factor*float64(q.Rate)) * weight(u, p.At)
			continue
		}
		moved = true
		moves += b.move(p, q, factor, u, reach)
		b.shift(p, 1)
		b.shift(q, -f)
	}
	if !moved {
		return rest
	}
	change := 0.0
	for i := range max(len(now), len(old)) {
		p, q := pointAt(now, i), pointAt(old, i)
		if p.At != q.At {
			change += b.settle(p, u) + b.settle(q, u)
		}
	}
	return rest + min(moves, change)
}

// move returns what it costs to make factor times q into p. A source that moves by
// a short way d changes its field by d/reach of its amount in the L1 norm: that is
// the integral of |dK0(r/reach)/dx| over the plane, for any d an upper bound. So
// much residual, left in place, would do as much.
func (b *bench) move(p, q Point, factor float64, u []float32, reach float64) float64 {
	if p.At == nowhere || q.At == nowhere {
		return float64(p.Rate)*weight(u, p.At) + factor*float64(q.Rate)*weight(u, q.At)
	}
	w := int32(b.shapes[0].w)
	way := math.Hypot(float64(p.At%w-q.At%w), float64(p.At/w-q.At/w))
	to, from := float64(p.Rate)*weight(u, p.At), factor*float64(q.Rate)*weight(u, q.At)
	return math.Abs(to-from) + min(to, from)*min(2, way/reach)
}

// shift adds f times a point to the plane of changes.
func (b *bench) shift(p Point, f float32) {
	if p.At != nowhere {
		b.change[p.At] += f * p.Rate
	}
}

// settle clears the change where p is and returns its weighted size.
func (b *bench) settle(p Point, u []float32) float64 {
	if p.At == nowhere || b.change[p.At] == 0 {
		return 0
	}
	d := math.Abs(float64(b.change[p.At])) * weight(u, p.At)
	b.change[p.At] = 0
	return d
}

// weight returns u at i, or 1 if u is nil, and 0 nowhere.
func weight(u []float32, i int32) float64 {
	switch {
	case i == nowhere:
		return 0
	case u == nil:
		return 1
	}
	return float64(u[i])
}
