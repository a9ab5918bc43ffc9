package transport

// The kernels work on one row of padded planes. Fluxes are written as
// differences of concentrations: a sum of products less the centre would lose
// three digits of float32. Products are rounded by an explicit conversion so
// that no compiler fuses them and every machine gives the same bits.

// relaxRow does a Gauss-Seidel update of every second cell of row y, those
// with x + y of the parity of colour.
func relaxRow(l *level, u, rhs []float32, y, colour int) {
	o, w := l.row(y), l.w
	c, b := u[o:][:w], rhs[o:][:w]
	cl, cr, cu, cd := u[o-1:][:w], u[o+1:][:w], u[o-w:][:w], u[o+w:][:w]
	dl, dr, du, dd := l.dx[o-1:][:w], l.dx[o:][:w], l.dy[o-w:][:w], l.dy[o:][:w]
	loss, inv := l.loss[o:][:w], l.inv[o:][:w]
	for x := (y + colour) & 1; x < len(c); x += 2 {
		v := c[x]
		flux := float32(dl[x]*(cl[x]-v)) + float32(dr[x]*(cr[x]-v)) +
			(float32(du[x]*(cu[x]-v)) + float32(dd[x]*(cd[x]-v)))
		c[x] = v + float32(inv[x]*((b[x]-float32(loss[x]*v))+flux))
	}
}

// residualRow writes what is missing from balance in row y to dst and returns
// the sum of its absolute values.
func residualRow(dst []float32, l *level, u, rhs []float32, y int) float64 {
	o, w := l.row(y), l.w
	c, b := u[o:][:w], rhs[o:][:w]
	cl, cr, cu, cd := u[o-1:][:w], u[o+1:][:w], u[o-w:][:w], u[o+w:][:w]
	dl, dr, du, dd := l.dx[o-1:][:w], l.dx[o:][:w], l.dy[o-w:][:w], l.dy[o:][:w]
	loss, dst := l.loss[o:][:w], dst[:w]
	sum := 0.0
	for x, v := range c {
		flux := float32(dl[x]*(cl[x]-v)) + float32(dr[x]*(cr[x]-v)) +
			(float32(du[x]*(cu[x]-v)) + float32(dd[x]*(cd[x]-v)))
		r := (b[x] - float32(loss[x]*v)) + flux
		dst[x] = r
		if r < 0 {
			r = -r
		}
		sum += float64(r)
	}
	return sum
}

// sumChildren writes the sums over the children of coarse row y to dst.
func sumChildren(dst []float32, fine *level, p []float32, y int) {
	from, to := children(y, fine.h)
	upper := p[fine.row(from):][:fine.w]
	lower := upper
	if to-from == 2 {
		lower = p[fine.row(from+1):][:fine.w]
	}
	sumPairs(dst, upper, lower, to-from == 2)
}

// sumPairs adds two neighbours of upper, and of lower if both, to one of dst.
func sumPairs(dst, upper, lower []float32, both bool) {
	for x := range dst {
		i := 2 * x
		v := upper[i]
		if i+1 < len(upper) {
			v += upper[i+1]
		}
		if both {
			s := lower[i]
			if i+1 < len(lower) {
				s += lower[i+1]
			}
			v += s
		}
		dst[x] = v
	}
}

// blendRows sets t to three quarters of coarse row y/2 and a quarter of the
// row on the other side of fine row y, with one entry more at either end.
func blendRows(t []float32, coarse *level, u []float32, y, fineRows int) {
	own := u[coarse.row(y/2):][:coarse.w]
	other := own
	switch {
	case y == fineRows-1 && y%2 == 0:
	case y%2 == 0 && y > 0:
		other = u[coarse.row(y/2-1):][:coarse.w]
	case y%2 == 1 && y/2+1 < coarse.h:
		other = u[coarse.row(y/2+1):][:coarse.w]
	}
	in := t[1:][:len(own)]
	for x, v := range own {
		in[x] = float32(0.75*v) + float32(0.25*other[x])
	}
	t[0], t[len(own)+1] = in[0], in[len(own)-1]
}

// spreadRow sets dst to the values of t interpolated to twice the resolution.
func spreadRow(dst, t []float32) {
	half := len(dst) / 2
	left, own, right := t[:half], t[1:][:half], t[2:][:half]
	for x, v := range own {
		v = float32(0.75 * v)
		dst[2*x] = v + float32(0.25*left[x])
		dst[2*x+1] = v + float32(0.25*right[x])
	}
	if len(dst)%2 == 1 {
		dst[len(dst)-1] = t[half+1]
	}
}

// addSpreadRow adds what spreadRow sets and cuts at zero: the exact
// concentration is not negative, so a cut is always nearer to it.
func addSpreadRow(dst, t []float32) {
	half := len(dst) / 2
	left, own, right := t[:half], t[1:][:half], t[2:][:half]
	for x, v := range own {
		v = float32(0.75 * v)
		a := dst[2*x] + (v + float32(0.25*left[x]))
		b := dst[2*x+1] + (v + float32(0.25*right[x]))
		if a < 0 {
			a = 0
		}
		if b < 0 {
			b = 0
		}
		dst[2*x], dst[2*x+1] = a, b
	}
	if len(dst)%2 == 1 {
		dst[len(dst)-1] = max(0, dst[len(dst)-1]+t[half+1])
	}
}
