package transport

import "golang.org/x/sys/cpu"

// lanes returns how many pixels the vector kernels of this machine take at a
// time: 16 with AVX-512, 8 with AVX2, 0 if there are none. Results are the same.
func lanes() int {
	switch {
	case cpu.X86.HasAVX512F:
		return 16
	case cpu.X86.HasAVX2:
		return 8
	}
	return 0
}

//go:noescape
func relax8(u, rhs, dx, dy, loss, inv *float32, pitch, n, phase int)

//go:noescape
func relax16(u, rhs, dx, dy, loss, inv *float32, pitch, n, phase int)

//go:noescape
func residual8(dst, u, rhs, dx, dy, loss *float32, pitch, n int, sums *[16]float32)

//go:noescape
func residual16(dst, u, rhs, dx, dy, loss *float32, pitch, n int, sums *[16]float32)

//go:noescape
func blend8(dst, own, other *float32, n int)

//go:noescape
func spread8(dst, t *float32, n int)

//go:noescape
func addSpread8(dst, t *float32, n int)

//go:noescape
func sumPairs8(dst, upper, lower *float32, n int)

//go:noescape
func invert8(inv, loss, dx, dy *float32, pitch, n int)

// The functions below do the first cells of a row in vectors and return how
// many; none unless lanes are positive.

func relaxVector(l *level, u, rhs []float32, o, phase int) int {
	n := whole(l.w, l.lanes)
	if n == 0 {
		return 0
	}
	f := relax8
	if l.lanes == 16 {
		f = relax16
	}
	f(&u[o], &rhs[o], &l.dx[o], &l.dy[o], &l.loss[o], &l.inv[o], l.w, n, phase)
	return n
}

func residualVector(dst []float32, l *level, u, rhs []float32, o int, sums *[16]float32) int {
	n := 0
	if l.lanes > 0 {
		n = whole(l.w, 16)
	}
	if n == 0 {
		return 0
	}
	f := residual8
	if l.lanes == 16 {
		f = residual16
	}
	f(&dst[0], &u[o], &rhs[o], &l.dx[o], &l.dy[o], &l.loss[o], l.w, n, sums)
	return n
}

func blendVector(lanes int, dst, own, other []float32) int {
	n := whole(len(own), min(lanes, 8))
	if n > 0 {
		blend8(&dst[0], &own[0], &other[0], n)
	}
	return n
}

func spreadVector(lanes int, dst, t []float32, add bool) int {
	n := whole(len(dst)/2, min(lanes, 8))
	switch {
	case n == 0:
	case add:
		addSpread8(&dst[0], &t[0], n)
	default:
		spread8(&dst[0], &t[0], n)
	}
	return n
}

func sumPairsVector(lanes int, dst, upper, lower []float32) int {
	n := whole(len(upper)/2, min(lanes, 8))
	if n > 0 {
		sumPairs8(&dst[0], &upper[0], &lower[0], n)
	}
	return n
}

func invertVector(l *level, o int) int {
	n := whole(l.w, min(l.lanes, 8))
	if n > 0 {
		invert8(&l.inv[o], &l.loss[o], &l.dx[o], &l.dy[o], l.w, n)
	}
	return n
}

// whole returns the greatest multiple of lanes up to n, 0 without lanes.
func whole(n, lanes int) int {
	if lanes == 0 {
		return 0
	}
	return n / lanes * lanes
}
