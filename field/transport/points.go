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

// distance returns a bound of the L1 norm of the difference between the plane
// of now and factor times the plane of old, weighted by u unless that is nil.
// It is exact for points that are not at the same place in both lists.
func (b *bench) distance(now, old []Point, factor float64, u []float32) float64 {
	f, sum, moved := float32(factor), 0.0, false
	for i := range max(len(now), len(old)) {
		p, q := pointAt(now, i), pointAt(old, i)
		if p.At == q.At {
			sum += math.Abs(float64(p.Rate)-factor*float64(q.Rate)) * weight(u, p.At)
			continue
		}
		moved = true
		b.shift(p, 1)
		b.shift(q, -f)
	}
	if !moved {
		return sum
	}
	for i := range max(len(now), len(old)) {
		p, q := pointAt(now, i), pointAt(old, i)
		if p.At != q.At {
			sum += b.settle(p, u) + b.settle(q, u)
		}
	}
	return sum
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

// weight returns u at i, or 1 if u is nil.
func weight(u []float32, i int32) float64 {
	if u == nil {
		return 1
	}
	return float64(u[i])
}
