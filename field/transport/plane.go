package transport

import "math"

// tiny is the concentration [pM] below which a pixel is empty: far below a
// molecule, far above the denormal numbers that would slow the kernels down.
const tiny = 1e-30

// set sets all cells of a plane to v.
func (s *shape) set(p *plane, v float32) {
	for y := range s.h {
		for half := range p {
			fill(p[half][s.row(y):][:s.columns(half)], v)
		}
	}
}

// pack splits pixels into the halves of a plane and sets past to f times them.
func (s *shape) pack(to, past *plane, u []float32, f float32) {
	for y := range s.h {
		from, o := u[y*s.w:][:s.w], s.row(y)
		for half := range to {
			n := s.columns(half)
			c, q := to[half][o:][:n], past[half][o:][:n]
			for j := range c {
				v := from[2*j+half]
				c[j], q[j] = v, f*v
			}
		}
	}
}

// unpack joins the halves of a plane and returns the sum of the pixels and that
// of their changes. It empties pixels below tiny, negative ones included; a NaN
// survives into the sums.
func (s *shape) unpack(u []float32, from *plane) (sum, change float64) {
	for y := range s.h {
		to, o := u[y*s.w:][:s.w], s.row(y)
		for half := range from {
			for j, v := range from[half][o:][:s.columns(half)] {
				if v < tiny {
					v = 0
				}
				old := to[2*j+half]
				to[2*j+half] = v
				sum += float64(v)
				change += math.Abs(float64(v - old))
			}
		}
	}
	return sum, change
}

// scale multiplies u by f and returns the sum of the product.
func scale(u []float32, f float32) float64 {
	sum := 0.0
	for i, v := range u {
		v *= f
		u[i] = v
		sum += float64(v)
	}
	return sum
}

// sum returns the sum of all cells.
func (p *plane) sum() float64 {
	sum := 0.0
	for _, half := range p {
		for _, v := range half {
			sum += float64(v)
		}
	}
	return sum
}

// product returns the sum of a*b over all cells.
func product(a, b *plane) float64 {
	sum := 0.0
	for half := range a {
		q := b[half][:len(a[half])]
		for i, v := range a[half] {
			sum += float64(v) * float64(q[i])
		}
	}
	return sum
}

// fill sets all of u to v.
func fill(u []float32, v float32) {
	for i := range u {
		u[i] = v
	}
}

// addScaled adds f*a to dst.
func addScaled(dst *plane, f float32, a *plane) {
	for half := range dst {
		d := dst[half][:len(a[half])]
		for i, v := range a[half] {
			d[i] += float32(f * v)
		}
	}
}

// addProduct adds f*a*b to dst.
func addProduct(dst *plane, f float32, a, b *plane) {
	for half := range dst {
		d, q := dst[half][:len(a[half])], b[half][:len(a[half])]
		for i, v := range a[half] {
			d[i] += float32(float32(f*v) * q[i])
		}
	}
}

// copyPlane copies src to dst.
func copyPlane(dst, src *plane) {
	for half := range dst {
		copy(dst[half], src[half])
	}
}
