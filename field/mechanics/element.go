package mechanics

// real is the precision of a plane of displacements.
type real interface{ ~float32 | ~float64 }

// lattice is a grid of w x h square elements with (w+1) x (h+1) nodes. A vector
// on it holds the x and y component of every node side by side, row by row;
// lengths are in edges of an element.
type lattice struct{ w, h int }

// nodes is the number of nodes.
func (l lattice) nodes() int { return (l.w + 1) * (l.h + 1) }

// row is the length of a row of nodes in a vector.
func (l lattice) row() int { return 2 * (l.w + 1) }

// coefficients are the stiffnesses of the fully integrated bilinear square
// element of unit modulus under plane strain. Seen from the mean strains and
// the two hourglass modes, which do not mix, the element is all but diagonal.
type coefficients[T real] struct {
	normal, cross, shear T // of the mean strains: σx = normal εx + cross εy
	hourglass            T // of the hourglass modes
}

// plane returns the coefficients for a Poisson's ratio.
func plane[T real](nu float64) coefficients[T] {
	k := 1 / ((1 + nu) * (1 - 2*nu))
	normal, shear := k*(1-nu), 1/(2*(1+nu))
	return coefficients[T]{T(normal), T(k * nu), T(shear), T((normal + shear) / 12)}
}

// diagonal is the diagonal entry that an element of unit modulus adds to each
// of its nodes.
func (c coefficients[T]) diagonal() T { return (c.normal + c.shear) / 3 }

// strains are the mean strains of an element and its two hourglass modes.
type strains[T real] struct{ x, y, shear, hx, hy T }

// strain returns the strains of the element between four nodes: a and c are the
// upper and the lower pair, x and y of the left node before those of the right.
func strain[T real](a, c *[4]T) strains[T] {
	topX, topY := a[2]-a[0], a[3]-a[1]
	lowX, lowY := c[2]-c[0], c[3]-c[1]
	left, right := c[1]-a[1], c[3]-a[3]
	return strains[T]{
		x: (topX + lowX) / 2, y: (left + right) / 2,
		shear: ((c[0] - a[0]) + (c[2] - a[2]) + topY + lowY) / 2,
		hx:    lowX - topX, hy: lowY - topY,
	}
}

// force writes the forces of rows lo to hi of nodes to out: stiffness times the
// displacement u, and what a uniform out-of-plane strain z adds. A node sums
// its elements in the same order whatever the range.
func force[T real](l lattice, c coefficients[T], modulus []float32, u []T, z T, out []T, lo, hi int) {
	n := l.row()
	clear(out[lo*n : hi*n])
	c.normal, c.cross, c.shear, z = c.normal/4, c.cross/4, c.shear/4, z*c.cross/2
	spare := make([]T, n) // takes what belongs to rows out of range
	for e := max(lo-1, 0); e < min(hi, l.h); e++ {
		above, below := spare, spare
		if e >= lo {
			above = out[e*n : (e+1)*n]
		}
		if e+1 < hi {
			below = out[(e+1)*n : (e+2)*n]
		}
		stress(c, modulus[e*l.w:(e+1)*l.w], u[e*n:(e+1)*n], u[(e+1)*n:(e+2)*n], z, above, below)
	}
}

// stress adds the nodal forces of a row of elements to the nodes above and
// below; c holds quarters of the stiffnesses of the mean strains, and z half of
// the in-plane stress that the out-of-plane strain makes. What the formulas
// double, strains and stresses, those factors halve.
func stress[T real](c coefficients[T], row []float32, upper, lower []T, z T, above, below []T) {
	n := 2 * len(row)
	upper, lower, above, below = upper[:n+2], lower[:n+2], above[:n+2], below[:n+2]
	ux, uy, lx, ly := upper[0], upper[1], lower[0], lower[1] // the left nodes
	leftX, leftY := lx-ux, ly-uy
	var ax, ay, bx, by T // forces of the element to the left on the shared nodes
	for i := 2; i < len(upper)-1 && i < len(lower)-1 && i < len(above)-1 && i < len(below)-1; i += 2 {
		e := T(row[i/2-1])
		topX, topY := upper[i]-ux, upper[i+1]-uy
		lowX, lowY := lower[i]-lx, lower[i+1]-ly
		ux, uy, lx, ly = upper[i], upper[i+1], lower[i], lower[i+1]
		rightX, rightY := lx-ux, ly-uy
		x, y := topX+lowX, leftY+rightY
		sx := e * (c.normal*x + c.cross*y + z)
		sy := e * (c.normal*y + c.cross*x + z)
		t := e * c.shear * ((leftX + rightX) + (topY + lowY))
		k := e * c.hourglass
		gx, gy := k*(lowX-topX), k*(lowY-topY)
		above[i-2] += ax + (gx - sx - t)
		above[i-1] += ay + (gy - sy - t)
		below[i-2] += bx - (gx + sx - t)
		below[i-1] += by + (sy - t - gy)
		ax, ay = sx-t-gx, t-sy-gy
		bx, by = sx+t+gx, sy+t+gy
		leftX, leftY = rightX, rightY
	}
	above[n] += ax
	above[n+1] += ay
	below[n] += bx
	below[n+1] += by
}
