package transport

import "math"

// tiny is the concentration [pM] below which a pixel is empty: far below a
// molecule, far above the denormal numbers that would slow the kernels down.
const tiny = 1e-30

// full returns v, or 0 if v is below tiny. It lets NaN pass.
func full(v float32) float32 {
	if v < tiny {
		return 0
	}
	return v
}

// Sums are taken in float64, every eighth entry apart, and total adds them up.
type eighths [8]float64

func (s *eighths) total() float64 {
	return ((s[0] + s[1]) + (s[2] + s[3])) + ((s[4] + s[5]) + (s[6] + s[7]))
}

// set sets all cells of a plane to v.
func (s *shape) set(p *plane, v float32) {
	for y := range s.h {
		for half := range p {
			fill(p[half][s.row(y):][:s.columns(half)], v)
		}
	}
}

// halves returns the even and the odd columns of row y.
func (s *shape) halves(p *plane, y int) (even, odd []float32) {
	o := s.row(y)
	return p[0][o:][:s.columns(0)], p[1][o:][:s.columns(1)]
}

// pack splits pixels into the halves of a plane and sets past to f times them.
func (s *shape) pack(to, past *plane, u []float32, f float32) {
	for y := range s.h {
		from := u[y*s.w:][:s.w]
		even, odd := s.halves(to, y)
		pastEven, pastOdd := s.halves(past, y)
		for j := packVector(s.lanes, even, odd, pastEven, pastOdd, from, f); j < len(odd); j++ {
			even[j], odd[j] = from[2*j], from[2*j+1]
			pastEven[j], pastOdd[j] = f*even[j], f*odd[j]
		}
		if last := len(odd); last < len(even) {
			even[last] = from[2*last]
			pastEven[last] = f * even[last]
		}
	}
}

// unpack joins the halves of a plane, times f, and returns the sum of the pixels
// and that of their changes. It empties pixels below tiny, negative ones
// included; a NaN survives into the sums.
func (s *shape) unpack(u []float32, from *plane, f float32) (sum, change float64) {
	var sums, changes eighths
	for y := range s.h {
		to := u[y*s.w:][:s.w]
		even, odd := s.halves(from, y)
		put := func(x int, v float32) {
			v = full(v) * f
			sums[x>>1&7] += float64(v)
			changes[x&7] += float64(abs32(v - to[x]))
			to[x] = v
		}
		n := unpackVector(s.lanes, to, even, odd, f, (*[8]float64)(&sums), (*[8]float64)(&changes))
		for j, v := range even[n:] {
			put(2*(n+j), v)
			if n+j < len(odd) {
				put(2*(n+j)+1, odd[n+j])
			}
		}
	}
	return sums.total(), changes.total()
}

// sum returns what unpack would with a factor of 1.
func (s *shape) sum(p *plane) float64 {
	var sums eighths
	for _, half := range p {
		for j := sumVector(s.lanes, half, (*[8]float64)(&sums)); j < len(half); j++ {
			sums[j&7] += float64(full(half[j]))
		}
	}
	return sums.total()
}

// weightedChange returns the sum of w*|u-was|.
func (s *shape) weightedChange(w, u, was *plane) float64 {
	var sums eighths
	for half := range u {
		a, p, q := w[half], u[half], was[half]
		for j := changeVector(s.lanes, a, p, q, (*[8]float64)(&sums)); j < len(p); j++ {
			sums[j&7] += float64(a[j]) * float64(abs32(p[j]-q[j]))
		}
	}
	return sums.total()
}

// norm returns the sum of the absolute values.
func (s *shape) norm(p *plane) float64 {
	var sums eighths
	for _, half := range p {
		for j, v := range half {
			sums[j&7] += float64(abs32(v))
		}
	}
	return sums.total()
}

// scale multiplies u by f and returns the sum of the product.
func scale(lanes int, u []float32, f float32) float64 {
	var sums eighths
	for i := scaleVector(lanes, u, f, (*[8]float64)(&sums)); i < len(u); i++ {
		u[i] *= f
		sums[i&7] += float64(u[i])
	}
	return sums.total()
}

// dot returns the sum of a*b.
func dot(lanes int, a, b []float32) float64 {
	var sums eighths
	for i := dotVector(lanes, a, b, (*[8]float64)(&sums)); i < len(a); i++ {
		sums[i&7] += float64(a[i]) * float64(b[i])
	}
	return sums.total()
}

// mix sets dst to a, moved by a share of the way to b.
func mix(lanes int, dst, a, b []float32, share float32) {
	rest := 1 - share
	for i := mixVector(lanes, dst, a, b, rest, share); i < len(dst); i++ {
		dst[i] = float32(rest*a[i]) + float32(share*b[i])
	}
}

// double sets dst to t, without its first and last entry, interpolated to twice
// the resolution.
func double(lanes int, dst, t []float32) {
	for i := doubleVector(lanes, dst, t); i < len(dst)/2; i++ {
		v := float32(0.75 * t[i+1])
		dst[2*i] = v + float32(0.25*t[i])
		dst[2*i+1] = v + float32(0.25*t[i+2])
	}
}

// fill sets all of u to v.
func fill(u []float32, v float32) {
	for i := range u {
		u[i] = v
	}
}

// addScaled adds f*a to dst.
func (s *shape) addScaled(dst *plane, f float32, a *plane) {
	for half := range dst {
		d, p := dst[half], a[half]
		for i := addScaledVector(s.lanes, d, p, f); i < len(p); i++ {
			d[i] += float32(f * p[i])
		}
	}
}

// addProduct adds f*a*b to dst.
func (s *shape) addProduct(dst *plane, f float32, a, b *plane) {
	for half := range dst {
		d, p, q := dst[half], a[half], b[half]
		for i := addProductVector(s.lanes, d, p, q, f); i < len(p); i++ {
			d[i] += float32(float32(f*p[i]) * q[i])
		}
	}
}

// copyPlane copies src to dst.
func copyPlane(dst, src *plane) {
	for half := range dst {
		copy(dst[half], src[half])
	}
}

// invalid tells whether v is no concentration.
func invalid(v float32) bool { return !(v >= 0 && v <= math.MaxFloat32) }
