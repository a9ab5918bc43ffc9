package transport

import "math"

// The kernels work on one row of one half of a plane: the even or the odd
// columns. Fluxes are written as differences of concentrations: a sum of
// products less the centre would lose three digits of float32. Products are
// rounded by an explicit conversion so that no compiler fuses them and every
// machine gives the same bits. Each kernel has a vector form that does the same.

// row is half a row of a level with all that its balance takes.
type row struct {
	c, up, down []float32 // concentrations
	left, right []float32
	dl, dr      []float32 // conductances
	du, dd      []float32
	rhs, loss   []float32
}

// rowOf returns the columns of one half of row y.
func rowOf(l *level, u, rhs *plane, half, y int) row {
	o, n, other := l.row(y), l.used, 1-half
	side := o - other // the left neighbour of an even column is the odd one before
	return row{
		c: u[half][o:][:n], up: u[half][o-l.pitch:][:n], down: u[half][o+l.pitch:][:n],
		left: u[other][side:][:n], right: u[other][side+1:][:n],
		dl: l.dx[other][side:][:n], dr: l.dx[half][o:][:n],
		du: l.dy[half][o-l.pitch:][:n], dd: l.dy[half][o:][:n],
		rhs: rhs[half][o:][:n], loss: l.loss[half][o:][:n],
	}
}

// relaxRows does half sweeps of alternating colour over one row each, the first
// over row y and every next over the row above. A half sweep is a Gauss-Seidel
// update of every second cell; along this diagonal they are all of one half.
func relaxRows(l *level, u, rhs *plane, y, halves int) {
	skipped := max(0, y-l.h+1)
	top, rows := y-skipped, min(halves, y+1)-skipped
	if rows <= 0 || relaxVector(l, u, rhs, y&1, top, rows) {
		return
	}
	for i := range rows {
		relaxRow(l, u, rhs, y&1, top-i)
	}
}

// relaxRow updates one half of row y.
func relaxRow(l *level, u, rhs *plane, half, y int) {
	inv := l.inv[half][l.row(y):][:l.used]
	r := rowOf(l, u, rhs, half, y)
	c, up, down, left, right := r.c[:len(inv)], r.up[:len(inv)], r.down[:len(inv)], r.left[:len(inv)], r.right[:len(inv)]
	dl, dr, du, dd := r.dl[:len(inv)], r.dr[:len(inv)], r.du[:len(inv)], r.dd[:len(inv)]
	b, loss := r.rhs[:len(inv)], r.loss[:len(inv)]
	for j, f := range inv {
		v := c[j]
		flux := float32(dl[j]*(left[j]-v)) + float32(dr[j]*(right[j]-v)) +
			(float32(du[j]*(up[j]-v)) + float32(dd[j]*(down[j]-v)))
		c[j] = v + float32(f*((b[j]-float32(loss[j]*v))+flux))
	}
}

// residualRow writes what is missing from balance in one half of row y to dst
// and adds its absolute values to sums, each of which takes every 16th.
func residualRow(dst []float32, l *level, u, rhs *plane, half, y int, sums *[16]float32) {
	if residualVector(dst, l, u, rhs, half, y, sums) {
		return
	}
	r := rowOf(l, u, rhs, half, y)
	c, dst := r.c, dst[:len(r.c)]
	up, down, left, right := r.up[:len(c)], r.down[:len(c)], r.left[:len(c)], r.right[:len(c)]
	dl, dr, du, dd := r.dl[:len(c)], r.dr[:len(c)], r.du[:len(c)], r.dd[:len(c)]
	b, loss := r.rhs[:len(c)], r.loss[:len(c)]
	for j, v := range c {
		flux := float32(dl[j]*(left[j]-v)) + float32(dr[j]*(right[j]-v)) +
			(float32(du[j]*(up[j]-v)) + float32(dd[j]*(down[j]-v)))
		rest := (b[j] - float32(loss[j]*v)) + flux
		dst[j] = rest
		sums[j&15] += abs32(rest)
	}
}

// abs32 returns the absolute value without a branch.
func abs32(v float32) float32 { return math.Float32frombits(math.Float32bits(v) &^ (1 << 31)) }

// sumChildren sets row y of a coarse plane to the sums over the children. A row
// or column that an odd side lacks is one of zeros beyond the fine grid.
func sumChildren(fine, coarse *shape, dst, p *plane, y int) {
	upper, lower := fine.row(2*y), fine.row(2*y+1)
	sumPairs(fine, coarse, dst, y, [4][]float32{p[0][upper:], p[1][upper:], p[0][lower:], p[1][lower:]})
}

// sumPairs sets row y of a coarse plane to the sums of the even and odd columns
// of an upper and a lower fine row.
func sumPairs(fine, coarse *shape, dst *plane, y int, from [4][]float32) {
	o, n := coarse.row(y), fine.used
	even, odd := dst[0][o:][:n/2], dst[1][o:][:n/2]
	if sumPairsVector(fine.lanes, even, odd, from, n) {
		return
	}
	a, b, c, d := from[0][:n], from[1][:n], from[2][:n], from[3][:n]
	for j := range even {
		i := 2 * j
		even[j] = (a[i] + b[i]) + (c[i] + d[i])
		odd[j] = (a[i+1] + b[i+1]) + (c[i+1] + d[i+1])
	}
}

// blendRow sets t to three quarters of coarse row y/2 and a quarter of the row
// on the other side of fine row y, columns in order, with one entry more at
// either end.
func blendRow(t []float32, coarse *shape, u *plane, y, fineRows int) {
	own, other := y/2, y/2
	switch {
	case y == fineRows-1 && y%2 == 0: // the only child is in the middle
	case y%2 == 0 && y > 0:
		other--
	case y%2 == 1 && own+1 < coarse.h:
		other++
	}
	n, o, p := coarse.used, coarse.row(own), coarse.row(other)
	if !blendVector(coarse.lanes, t[1:], u, o, p, n) {
		for half := range 2 {
			a, b := u[half][o:][:n], u[half][p:][:n]
			for j, v := range a {
				t[1+2*j+half] = float32(0.75*v) + float32(0.25*b[j])
			}
		}
	}
	t[0], t[coarse.w+1] = t[1], t[coarse.w]
}

// spreadRow adds to a fine row the values of t interpolated to twice the
// resolution, and raises what is then below least.
func spreadRow(lanes int, even, odd, t []float32, least float32) {
	if spreadVector(lanes, even, odd, t, least) {
		return
	}
	for j := range even {
		v := float32(0.75 * t[j+1])
		even[j] = raise(even[j]+(v+float32(0.25*t[j])), least)
		odd[j] = raise(odd[j]+(v+float32(0.25*t[j+2])), least)
	}
}

// raise returns v, or least if v is below it.
func raise(v, least float32) float32 {
	if v < least {
		return least
	}
	return v
}

// invertRow sets the reciprocal diagonal of row y.
func invertRow(l *level, y int) {
	for half := range 2 {
		if invertVector(l, half, y) {
			continue
		}
		o, other, n := l.row(y), 1-half, l.used
		side := o - other
		inv, loss := l.inv[half][o:][:n], l.loss[half][o:][:n]
		left, right := l.dx[other][side:][:n], l.dx[half][o:][:n]
		up, down := l.dy[half][o-l.pitch:][:n], l.dy[half][o:][:n]
		for j := range inv {
			inv[j] = l.over / (loss[j] + (left[j] + right[j]) + (up[j] + down[j]))
		}
	}
}
