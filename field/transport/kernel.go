package transport

import "math"

// The kernels work on one row of padded planes. Fluxes are written as
// differences of concentrations: a sum of products less the centre would lose
// three digits of float32. Products are rounded by an explicit conversion so
// that no compiler fuses them and every machine gives the same bits.
//
// Each begins with as much of the row as the vector form of this machine takes.

// relaxRow does a Gauss-Seidel update of every second cell of row y, those
// with x + y of the parity of colour.
func relaxRow(l *level, u, rhs []float32, y, colour int) {
	o, phase := l.row(y), (y+colour)&1
	if n := relaxVector(l, u, rhs, o, phase); n < l.w {
		relaxPlain(l, u, rhs, o, n+phase)
	}
}

// relaxPlain updates every second cell of the row at o from column x on.
func relaxPlain(l *level, u, rhs []float32, o, x int) {
	w := l.w
	c, b := u[o:][:w], rhs[o:][:w]
	cl, cr, cu, cd := u[o-1:][:w], u[o+1:][:w], u[o-w:][:w], u[o+w:][:w]
	dl, dr, du, dd := l.dx[o-1:][:w], l.dx[o:][:w], l.dy[o-w:][:w], l.dy[o:][:w]
	loss, inv := l.loss[o:][:w], l.inv[o:][:w]
	for ; x < len(c); x += 2 {
		v := c[x]
		flux := float32(dl[x]*(cl[x]-v)) + float32(dr[x]*(cr[x]-v)) +
			(float32(du[x]*(cu[x]-v)) + float32(dd[x]*(cd[x]-v)))
		c[x] = v + float32(inv[x]*((b[x]-float32(loss[x]*v))+flux))
	}
}

// residualRow writes what is missing from balance in row y to dst and returns
// the sum of its absolute values, of which every 16th is added up in float32.
func residualRow(dst []float32, l *level, u, rhs []float32, y int) float64 {
	o := l.row(y)
	var sums [16]float32
	if n := residualVector(dst, l, u, rhs, o, &sums); n < l.w {
		residualPlain(dst, l, u, rhs, o, n, &sums)
	}
	sum := 0.0
	for _, s := range sums {
		sum += float64(s)
	}
	return sum
}

// residualPlain does the row at o from column x on.
func residualPlain(dst []float32, l *level, u, rhs []float32, o, x int, sums *[16]float32) {
	w := l.w
	c, b := u[o:][:w], rhs[o:][:w]
	cl, cr, cu, cd := u[o-1:][:w], u[o+1:][:w], u[o-w:][:w], u[o+w:][:w]
	dl, dr, du, dd := l.dx[o-1:][:w], l.dx[o:][:w], l.dy[o-w:][:w], l.dy[o:][:w]
	loss, dst := l.loss[o:][:w], dst[:w]
	for ; x < len(c); x++ {
		v := c[x]
		flux := float32(dl[x]*(cl[x]-v)) + float32(dr[x]*(cr[x]-v)) +
			(float32(du[x]*(cu[x]-v)) + float32(dd[x]*(cd[x]-v)))
		r := (b[x] - float32(loss[x]*v)) + flux
		dst[x] = r
		sums[x&15] += abs32(r)
	}
}

// abs32 returns the absolute value without a branch.
func abs32(v float32) float32 { return math.Float32frombits(math.Float32bits(v) &^ (1 << 31)) }

// sumChildren writes the sums over the children of coarse row y to dst.
func sumChildren(dst []float32, fine *level, p []float32, y int) {
	from, to := children(y, fine.h)
	upper := p[fine.row(from):][:fine.w]
	if to-from == 1 {
		sumPairs(fine.lanes, dst, upper, nil)
		return
	}
	sumPairs(fine.lanes, dst, upper, p[fine.row(from+1):][:fine.w])
}

// sumPairs adds two neighbours of upper, and of lower unless that is nil, to
// one of dst; the last of an odd row has no neighbour.
func sumPairs(lanes int, dst, upper, lower []float32) {
	n, half := 0, len(upper)/2
	if lower != nil {
		n = sumPairsVector(lanes, dst, upper, lower)
	}
	for x := n; x < half; x++ {
		dst[x] = upper[2*x] + upper[2*x+1]
		if lower != nil {
			dst[x] += lower[2*x] + lower[2*x+1]
		}
	}
	if last := 2 * half; last < len(upper) {
		dst[half] = upper[last]
		if lower != nil {
			dst[half] += lower[last]
		}
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
	for x := blendVector(coarse.lanes, in, own, other); x < len(own); x++ {
		in[x] = float32(0.75*own[x]) + float32(0.25*other[x])
	}
	t[0], t[len(own)+1] = in[0], in[len(own)-1]
}

// spreadRow sets dst to the values of t interpolated to twice the resolution.
func spreadRow(lanes int, dst, t []float32) {
	half := len(dst) / 2
	for x := spreadVector(lanes, dst, t, false); x < half; x++ {
		v := float32(0.75 * t[x+1])
		dst[2*x] = v + float32(0.25*t[x])
		dst[2*x+1] = v + float32(0.25*t[x+2])
	}
	if len(dst)%2 == 1 {
		dst[len(dst)-1] = t[half+1]
	}
}

// addSpreadRow adds what spreadRow sets and cuts at zero: the exact
// concentration is not negative, so a cut is always nearer to it.
func addSpreadRow(lanes int, dst, t []float32) {
	half := len(dst) / 2
	for x := spreadVector(lanes, dst, t, true); x < half; x++ {
		v := float32(0.75 * t[x+1])
		dst[2*x] = cut(dst[2*x] + (v + float32(0.25*t[x])))
		dst[2*x+1] = cut(dst[2*x+1] + (v + float32(0.25*t[x+2])))
	}
	if len(dst)%2 == 1 {
		dst[len(dst)-1] = cut(dst[len(dst)-1] + t[half+1])
	}
}

// cut returns v, or 0 if v is negative.
func cut(v float32) float32 {
	if v < 0 {
		return 0
	}
	return v
}
