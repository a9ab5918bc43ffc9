package transport

//go:noescape
func pack8(even, odd, pastEven, pastOdd, u *float32, n int, f float32)

//go:noescape
func unpack8(u, even, odd *float32, n int, f float32, sums, changes *[8]float64)

//go:noescape
func sum8(u *float32, n int, sums *[8]float64)

//go:noescape
func scale8(u *float32, n int, f float32, sums *[8]float64)

//go:noescape
func dot8(a, b *float32, n int, sums *[8]float64)

//go:noescape
func change8(w, u, was *float32, n int, sums *[8]float64)

//go:noescape
func addScaled8(dst, a *float32, n int, f float32)

//go:noescape
func addProduct8(dst, a, b *float32, n int, f float32)

//go:noescape
func mix8(dst, a, b *float32, n int, rest, rise float32)

//go:noescape
func double8(dst, t *float32, n int)

// The functions below do the first entries in vectors and return how many.

// inEights returns how much of n entries goes in eights.
func inEights(lanes, n int) int {
	if lanes == 0 {
		return 0
	}
	return n &^ 7
}

func packVector(lanes int, even, odd, pastEven, pastOdd, u []float32, f float32) int {
	n := inEights(lanes, len(odd))
	if n > 0 {
		pack8(&even[0], &odd[0], &pastEven[0], &pastOdd[0], &u[0], n, f)
	}
	return n
}

func unpackVector(lanes int, u, even, odd []float32, f float32, sums, changes *[8]float64) int {
	n := inEights(lanes, len(odd))
	if n > 0 {
		unpack8(&u[0], &even[0], &odd[0], n, f, sums, changes)
	}
	return n
}

func sumVector(lanes int, u []float32, sums *[8]float64) int {
	n := inEights(lanes, len(u))
	if n > 0 {
		sum8(&u[0], n, sums)
	}
	return n
}

func scaleVector(lanes int, u []float32, f float32, sums *[8]float64) int {
	n := inEights(lanes, len(u))
	if n > 0 {
		scale8(&u[0], n, f, sums)
	}
	return n
}

func dotVector(lanes int, a, b []float32, sums *[8]float64) int {
	n := inEights(lanes, len(a))
	if n > 0 {
		dot8(&a[0], &b[0], n, sums)
	}
	return n
}

func changeVector(lanes int, w, u, was []float32, sums *[8]float64) int {
	n := inEights(lanes, len(u))
	if n > 0 {
		change8(&w[0], &u[0], &was[0], n, sums)
	}
	return n
}

func addScaledVector(lanes int, dst, a []float32, f float32) int {
	n := inEights(lanes, len(a))
	if n > 0 {
		addScaled8(&dst[0], &a[0], n, f)
	}
	return n
}

func addProductVector(lanes int, dst, a, b []float32, f float32) int {
	n := inEights(lanes, len(a))
	if n > 0 {
		addProduct8(&dst[0], &a[0], &b[0], n, f)
	}
	return n
}

func mixVector(lanes int, dst, a, b []float32, f, g float32) int {
	n := inEights(lanes, len(dst))
	if n > 0 {
		mix8(&dst[0], &a[0], &b[0], n, f, g)
	}
	return n
}

func doubleVector(lanes int, dst, t []float32) int {
	n := inEights(lanes, len(t)-2)
	if n > 0 {
		double8(&dst[0], &t[0], n)
	}
	return n
}
