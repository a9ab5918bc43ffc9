package transport

// tiny is the concentration [pM] below which a pixel is empty: far below a
// molecule, far above the denormal numbers that would slow the kernels down.
const tiny = 1e-30

// tidy empties pixels below tiny, negative ones included, and returns the sum.
// A NaN survives into the sum.
func tidy(u []float32) float64 {
	sum := 0.0
	for i, v := range u {
		if v < tiny {
			u[i], v = 0, 0
		}
		sum += float64(v)
	}
	return sum
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

// product returns the sum of a*b over all pixels.
func product(a, b []float32) float64 {
	sum := 0.0
	b = b[:len(a)]
	for i, v := range a {
		sum += float64(v) * float64(b[i])
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
func addScaled(dst []float32, f float32, a []float32) {
	a = a[:len(dst)]
	for i, v := range a {
		dst[i] += float32(f * v)
	}
}

// addProduct adds f*a*b to dst.
func addProduct(dst []float32, f float32, a, b []float32) {
	a, b = a[:len(dst)], b[:len(dst)]
	for i, v := range a {
		dst[i] += float32(float32(f*v) * b[i])
	}
}
