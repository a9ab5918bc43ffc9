package mechanics

import "math"

// weights are the bilinear weights by which node n (row) of child element c
// follows the four nodes of its parent.
func weights(c int) (w [4][4]float32) {
	for n := range 4 {
		x, y := float32(c%2+n%2)/2, float32(c/2+n/2)/2
		w[n] = [4]float32{(1 - x) * (1 - y), x * (1 - y), (1 - x) * y, x * y}
	}
	return w
}

// project adds to m the matrix of child c seen through the motion of its
// parent: the energy of the child when its nodes follow the parent's.
func (m *matrix) project(c int, child *matrix, w *[4][4]float32) {
	var half [8][8]float32 // child times weights
	for i := range 8 {
		for n := range 4 {
			kx, ky := child[i][2*n], child[i][2*n+1]
			for j, v := range w[n] {
				half[i][2*j] += kx * v
				half[i][2*j+1] += ky * v
			}
		}
	}
	for n := range 4 {
		for i, v := range w[n] {
			if v == 0 {
				continue
			}
			for j := range 8 {
				m[2*i][j] += v * half[2*n][j]
				m[2*i+1][j] += v * half[2*n+1][j]
			}
		}
	}
}

// unitMatrix is the stiffness of one finest element of unit modulus.
func unitMatrix(c coefficients[float32]) (m matrix) {
	l := lattice{1, 1}
	for j := range 8 {
		var u, f [8]float32
		u[j] = 1
		force(l, c, []float32{1}, u[:], 0, f[:], 0, 2)
		for i := range 8 {
			m[i][j] = f[i]
		}
	}
	return m
}

// coarsenModuli returns the matrices of the elements of the first coarse level:
// the moduli of four children times fixed matrices.
func coarsenModuli(l lattice, modulus []float32, unit matrix) []matrix {
	var part [4]matrix
	for c := range part {
		w := weights(c)
		part[c].project(c, &unit, &w)
	}
	return gather(l, func(m *matrix, c, child int) {
		e := modulus[child]
		for i := range m {
			for j := range m[i] {
				m[i][j] += e * part[c][i][j]
			}
		}
	})
}

// coarsen returns the matrices of the elements of the next level.
func coarsen(l lattice, elements []matrix) []matrix {
	var w [4][4][4]float32
	for c := range w {
		w[c] = weights(c)
	}
	return gather(l, func(m *matrix, c, child int) { m.project(c, &elements[child], &w[c]) })
}

// gather makes the elements of half of l, adding child after child.
func gather(l lattice, add func(m *matrix, c, child int)) []matrix {
	half := l.half()
	all := make([]matrix, half.w*half.h)
	for e := range all {
		for c := range 4 {
			x, y := 2*(e%half.w)+c%2, 2*(e/half.w)+c/2
			if x < l.w && y < l.h {
				add(&all[e], c, y*l.w+x)
			}
		}
	}
	return all
}

// bound returns a bound of the eigenvalues of the element's matrix over its
// diagonal: the fourth root of the sum of their fourth powers.
func (m *matrix) bound() float32 {
	var scale [8]float32
	for i := range scale {
		if m[i][i] > 0 {
			scale[i] = float32(1 / math.Sqrt(float64(m[i][i])))
		}
	}
	var s matrix
	for i := range s {
		for j := range s[i] {
			s[i][j] = m[i][j] * scale[i] * scale[j]
		}
	}
	sum := float32(0)
	for i := range s {
		for j := range s[i] {
			square := float32(0)
			for k := range 8 {
				square += s[i][k] * s[k][j]
			}
			sum += square * square
		}
	}
	return float32(math.Sqrt(math.Sqrt(float64(sum))))
}
