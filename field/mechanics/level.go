package mechanics

// held says on which faces the displacement normal to the face is prescribed;
// along a held face nodes slide freely.
type held struct{ x, y bool }

// release sets the held components of v to zero.
func release[T real](l lattice, h held, v []T) {
	n := l.row()
	if h.y {
		for i := 0; i < n; i += 2 {
			v[i+1], v[l.h*n+i+1] = 0, 0
		}
	}
	if h.x {
		for y := range l.h + 1 {
			v[y*n], v[y*n+n-2] = 0, 0
		}
	}
}

// matrix is the symmetric stiffness of one element of a coarse level: rows and
// columns are x and y of the upper left, upper right, lower left, lower right
// node.
type matrix [8][8]float32

// operator is the stiffness on one lattice of the multigrid hierarchy.
type operator struct {
	lattice
	held    held
	inverse []float32       // of the diagonal; 0 where held
	bound   float32         // of the eigenvalues of the stiffness over its diagonal
	stencil [][9][4]float32 // stiffness by neighbour: xx, xy, yx, yy; nil on the finest level
	modulus []float32       // of the elements [MPa]; the finest level only
	unit    coefficients[float32]
}

// half is the lattice of half the resolution; an odd edge is rounded up, the
// elements beyond it are void.
func (l lattice) half() lattice { return lattice{(l.w + 1) / 2, (l.h + 1) / 2} }

// apply writes the stiffness times v to out.
func (l *operator) apply(v, out []float32) {
	if l.stencil == nil {
		force(l.lattice, l.unit, l.modulus, v, 0, out, 0, l.h+1)
		return
	}
	for y := range l.h + 1 {
		l.applyEdge(0, y, v, out)
		if y > 0 && y < l.h {
			l.applyRow(y, v, out)
		} else {
			for x := 1; x < l.w; x++ {
				l.applyEdge(x, y, v, out)
			}
		}
		l.applyEdge(l.w, y, v, out)
	}
}

// applyRow multiplies the rows of the inner nodes of row y of the lattice.
func (l *operator) applyRow(y int, v, out []float32) {
	n := l.row()
	stencil := l.stencil[y*(l.w+1):][:l.w:l.w]
	above, here, below := v[(y-1)*n:y*n], v[y*n:(y+1)*n], v[(y+1)*n:(y+2)*n]
	out = out[y*n : (y+1)*n]
	for x := 1; x < len(stencil); x++ {
		s := &stencil[x]
		a, b, c := (*[6]float32)(above[2*x-2:]), (*[6]float32)(here[2*x-2:]), (*[6]float32)(below[2*x-2:])
		fx := (s[0][0]*a[0] + s[0][1]*a[1]) + (s[1][0]*a[2] + s[1][1]*a[3]) + (s[2][0]*a[4] + s[2][1]*a[5])
		fy := (s[0][2]*a[0] + s[0][3]*a[1]) + (s[1][2]*a[2] + s[1][3]*a[3]) + (s[2][2]*a[4] + s[2][3]*a[5])
		gx := (s[3][0]*b[0] + s[3][1]*b[1]) + (s[4][0]*b[2] + s[4][1]*b[3]) + (s[5][0]*b[4] + s[5][1]*b[5])
		gy := (s[3][2]*b[0] + s[3][3]*b[1]) + (s[4][2]*b[2] + s[4][3]*b[3]) + (s[5][2]*b[4] + s[5][3]*b[5])
		hx := (s[6][0]*c[0] + s[6][1]*c[1]) + (s[7][0]*c[2] + s[7][1]*c[3]) + (s[8][0]*c[4] + s[8][1]*c[5])
		hy := (s[6][2]*c[0] + s[6][3]*c[1]) + (s[7][2]*c[2] + s[7][3]*c[3]) + (s[8][2]*c[4] + s[8][3]*c[5])
		out[2*x], out[2*x+1] = (fx+gx)+hx, (fy+gy)+hy
	}
}

// applyEdge multiplies the rows of node (x, y), which may lack neighbours.
func (l *operator) applyEdge(x, y int, v, out []float32) {
	n := l.row()
	at := y*n + 2*x
	var fx, fy float32
	for k, a := range &l.stencil[at/2] {
		dx, dy := k%3-1, k/3-1
		if x+dx < 0 || x+dx > l.w || y+dy < 0 || y+dy > l.h {
			continue
		}
		ux, uy := v[at+dy*n+2*dx], v[at+dy*n+2*dx+1]
		fx += a[0]*ux + a[1]*uy
		fy += a[2]*ux + a[3]*uy
	}
	out[at], out[at+1] = fx, fy
}

// fine fills the finest level from the moduli of its elements.
func (l *operator) fine(modulus []float32, c coefficients[float32]) {
	l.modulus, l.unit = modulus, c
	// All elements are alike but for a factor, so no eigenvalue of the whole
	// exceeds that of one: the one of equal strains in x and y.
	l.bound = (c.normal + c.cross) / c.diagonal()
	clear(l.inverse)
	n := l.row()
	for e, m := range modulus {
		at := e/l.w*n + 2*(e%l.w)
		for _, i := range [4]int{at, at + 2, at + n, at + n + 2} {
			l.inverse[i] += m * c.diagonal()
		}
	}
	for i := 0; i < len(l.inverse); i += 2 {
		l.inverse[i] = 1 / l.inverse[i]
		l.inverse[i+1] = l.inverse[i]
	}
	release(l.lattice, l.held, l.inverse)
}

// assemble fills a coarse level from the matrices of its elements.
func (l *operator) assemble(elements []matrix) {
	if l.stencil == nil {
		l.stencil = make([][9][4]float32, l.nodes())
	}
	clear(l.stencil)
	l.bound = 0
	for e := range elements {
		l.add(e%l.w, e/l.w, &elements[e])
		l.bound = max(l.bound, elements[e].bound())
	}
	for i := range l.stencil {
		l.inverse[2*i] = reciprocal(l.stencil[i][4][0])
		l.inverse[2*i+1] = reciprocal(l.stencil[i][4][3])
	}
	release(l.lattice, l.held, l.inverse)
}

func reciprocal(v float32) float32 {
	if v == 0 {
		return 0
	}
	return 1 / v
}

// add adds the matrix of element (x, y) to the stencils of its nodes.
func (l *operator) add(x, y int, m *matrix) {
	for i := range 4 {
		s := &l.stencil[(y+i/2)*(l.w+1)+x+i%2]
		for j := range 4 {
			k := (j/2-i/2+1)*3 + j%2 - i%2 + 1
			s[k][0] += m[2*i][2*j]
			s[k][1] += m[2*i][2*j+1]
			s[k][2] += m[2*i+1][2*j]
			s[k][3] += m[2*i+1][2*j+1]
		}
	}
}
