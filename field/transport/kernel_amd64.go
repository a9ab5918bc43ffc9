package transport

import "golang.org/x/sys/cpu"

// lanes returns how many cells the vector kernels of this machine take at a
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
func relax8(c, left, dl, dr, dd, rhs, loss *float32, pitch, n int, inv *float32, rows int)

//go:noescape
func relax16(c, left, dl, dr, dd, rhs, loss *float32, pitch, n int, inv *float32, rows int)

//go:noescape
func residual8(c, left, dl, dr, dd, rhs, loss *float32, pitch, n int, dst *float32, sums *[16]float32)

//go:noescape
func residual16(c, left, dl, dr, dd, rhs, loss *float32, pitch, n int, dst *float32, sums *[16]float32)

//go:noescape
func blend8(dst, ownEven, ownOdd, otherEven, otherOdd *float32, n int)

//go:noescape
func spread8(even, odd, t *float32, n int, least float32)

//go:noescape
func sumPairs8(even, odd, a, b, c, d *float32, n int)

//go:noescape
func invert8(inv, loss, dl, dr, dd *float32, pitch, n int, over float32)

// The functions below do a row in vectors, and tell whether they did.

func relaxVector(l *level, u, rhs *plane, half, y, rows int) bool {
	if l.lanes == 0 {
		return false
	}
	o, other := l.row(y), 1-half
	side := o - other
	c, left, dl, dr := &u[half][o], &u[other][side], &l.dx[other][side], &l.dx[half][o]
	if l.lanes == 16 {
		relax16(c, left, dl, dr, &l.dy[half][o], &rhs[half][o], &l.loss[half][o], l.pitch, l.used, &l.inv[half][o], rows)
	} else {
		relax8(c, left, dl, dr, &l.dy[half][o], &rhs[half][o], &l.loss[half][o], l.pitch, l.used, &l.inv[half][o], rows)
	}
	return true
}

func residualVector(dst []float32, l *level, u, rhs *plane, half, y int, sums *[16]float32) bool {
	if l.lanes == 0 {
		return false
	}
	o, other := l.row(y), 1-half
	side := o - other
	c, left, dl, dr := &u[half][o], &u[other][side], &l.dx[other][side], &l.dx[half][o]
	if l.lanes == 16 {
		residual16(c, left, dl, dr, &l.dy[half][o], &rhs[half][o], &l.loss[half][o], l.pitch, l.used, &dst[0], sums)
	} else {
		residual8(c, left, dl, dr, &l.dy[half][o], &rhs[half][o], &l.loss[half][o], l.pitch, l.used, &dst[0], sums)
	}
	return true
}

func blendVector(lanes int, dst []float32, u *plane, own, other, n int) bool {
	if lanes > 0 {
		blend8(&dst[0], &u[0][own], &u[1][own], &u[0][other], &u[1][other], n)
	}
	return lanes > 0
}

func spreadVector(lanes int, even, odd, t []float32, least float32) bool {
	if lanes > 0 {
		spread8(&even[0], &odd[0], &t[0], len(even), least)
	}
	return lanes > 0
}

func sumPairsVector(lanes int, even, odd []float32, from [4][]float32, n int) bool {
	if lanes > 0 {
		sumPairs8(&even[0], &odd[0], &from[0][0], &from[1][0], &from[2][0], &from[3][0], n)
	}
	return lanes > 0
}

func invertVector(l *level, half, y int) bool {
	if l.lanes > 0 {
		o, other := l.row(y), 1-half
		invert8(&l.inv[half][o], &l.loss[half][o], &l.dx[other][o-other], &l.dx[half][o], &l.dy[half][o], l.pitch, l.used, l.over)
	}
	return l.lanes > 0
}
