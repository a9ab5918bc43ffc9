package mechanics

// gram holds the products of the strains of the unit problems in an element,
// weighted by its stiffness: xx, yy, zz, xy, xz, yz [MPa]. The strain energy
// density under apparent strains e is half of the sum of gram_ij e_i e_j.
type gram [6]float64

// pairs lists the unit problems of the entries of a gram.
var pairs = [6][2]axis{{alongX, alongX}, {alongY, alongY}, {outOfPlane, outOfPlane},
	{alongX, alongY}, {alongX, outOfPlane}, {alongY, outOfPlane}}

// product returns the energy product of two states of an element of unit
// modulus: mean strains s and t, out-of-plane strains z and v.
func (c coefficients[T]) product(s, t strains[T], z, v T) T {
	return c.normal*(s.x*t.x+s.y*t.y+z*v) +
		c.cross*(s.x*(t.y+v)+s.y*(t.x+v)+z*(t.x+t.y)) +
		c.shear*s.shear*t.shear + c.hourglass*(s.hx*t.hx+s.hy*t.hy)
}

// at returns the strains of element (x, y) under displacement u.
func (l lattice) at(u []float64, x, y int) strains[float64] {
	n := l.row()
	i := y*n + 2*x
	return strain((*[4]float64)(u[i:i+4]), (*[4]float64)(u[i+n:i+n+4]))
}

// energy returns the strain energy [MPa per element].
func energy(l lattice, c coefficients[float64], modulus []float32, u []float64, z float64) float64 {
	sum := 0.0
	for y := range l.h {
		row := 0.0
		for x := range l.w {
			s := l.at(u, x, y)
			row += float64(modulus[y*l.w+x]) * c.product(s, s, z, z)
		}
		sum += row
	}
	return sum / 2
}

// grams returns the gram of every element under the unit problems.
func grams(l lattice, c coefficients[float64], modulus []float32, problems [axes]*problem) []gram {
	all := make([]gram, len(modulus))
	for e, m := range modulus {
		var s [axes]strains[float64]
		for a, p := range problems {
			s[a] = l.at(p.u, e%l.w, e/l.w)
		}
		for k, pair := range pairs {
			i, j := pair[0], pair[1]
			all[e][k] = float64(m) * c.product(s[i], s[j], problems[i].z, problems[j].z)
		}
	}
	return all
}

// density returns the strain energy density under apparent strains e [MPa].
func (g *gram) density(e [axes]float64) float64 {
	return (g[0]*e[0]*e[0]+g[1]*e[1]*e[1]+g[2]*e[2]*e[2])/2 + g[3]*e[0]*e[1] + g[4]*e[0]*e[2] + g[5]*e[1]*e[2]
}
