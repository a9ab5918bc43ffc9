package transport

import "math"

// bench is the working memory of one worker: a correction and a right-hand
// side per level (only the latter on the finest), and a few rows.
type bench struct {
	u, rhs       [][]float32
	upper, lower []float32
	blend        []float32
	change       []float32 // per pixel, zero between uses
}

// newBench returns working memory for the shapes of ls.
func newBench(ls []level) *bench {
	b := &bench{}
	for k := range ls {
		b.rhs = append(b.rhs, ls[k].plane())
		b.u = append(b.u, nil)
		if k > 0 {
			b.u[k] = ls[k].plane()
		}
	}
	w := ls[0].w
	b.change = make([]float32, w*ls[0].h)
	b.upper, b.lower, b.blend = make([]float32, w), make([]float32, w), make([]float32, w+2)
	return b
}

// relax does one sweep over the finest level.
func (b *bench) relax(l *level, u []float32) {
	for y := range l.h + 1 {
		if y < l.h {
			relaxRow(l, u, b.rhs[0], y, 0)
		}
		if y > 0 {
			relaxRow(l, u, b.rhs[0], y-1, 1)
		}
	}
}

// residual measures the residual as far as it exceeds the slack of rounding,
// which is the most that rounding can do to pixels. In blocks its errors cancel
// to a twentieth of that; an eighth is allowed.
func (b *bench) residual(ls []level, u []float32, slack float64) float64 {
	pixels, blocks := b.measure(ls, u)
	return max(pixels-slack, blocks-slack/8)
}

// measure computes the residual of u, restricts it to the coarse levels and
// returns its L1 norm over pixels and over blocks of 4 x 4 pixels. Rounding u
// to float32 shows in the first and hardly in the second.
func (b *bench) measure(ls []level, u []float32) (pixels, blocks float64) {
	fine := &ls[0]
	for y := 0; y < fine.h; y += 2 {
		pixels += residualRow(b.upper, fine, u, b.rhs[0], y)
		both := y+1 < fine.h
		if both {
			pixels += residualRow(b.lower, fine, u, b.rhs[0], y+1)
		}
		if len(ls) > 1 {
			o := ls[1].row(y / 2)
			sumPairs(b.rhs[1][o:][:ls[1].w], b.upper, b.lower, both)
		}
	}
	for k := 2; k < len(ls); k++ {
		for y := range ls[k].h {
			sumChildren(b.rhs[k][ls[k].row(y):][:ls[k].w], &ls[k-1], b.rhs[k-1], y)
		}
	}
	if len(ls) < 3 {
		return pixels, 0
	}
	for _, r := range ls[2].cells(b.rhs[2]) {
		blocks += math.Abs(float64(r))
	}
	return pixels, blocks
}

// correct solves the restricted residual that measure left on the coarse
// levels, from the single cell upwards, and adds it to u.
func (b *bench) correct(ls []level, u []float32) {
	last := len(ls) - 1
	if last == 0 {
		b.rise(ls, 0, u, false)
		return
	}
	end := ls[last].lead
	b.u[last][end] = b.rhs[last][end] * ls[last].inv[end]
	for k := last - 1; k > 0; k-- {
		b.rise(ls, k, b.u[k], true)
	}
	b.rise(ls, 0, u, true)
}

// rise interpolates the correction of level k+1 to level k and relaxes it
// twice. The four half sweeps follow the interpolation row by row, each two
// rows' dependencies behind, so that a plane passes through the cache once.
func (b *bench) rise(ls []level, k int, u []float32, from bool) {
	l := &ls[k]
	rhs := b.rhs[k]
	for y := range l.h + 4 {
		if from && y < l.h {
			b.interpolate(l, &ls[k+1], k, u, y)
		}
		for pass := range 4 {
			if at := y - 1 - pass; at >= 0 && at < l.h {
				relaxRow(l, u, rhs, at, pass&1)
			}
		}
	}
}

// interpolate brings the correction of the next level to row y of u: added on
// the finest level, set on the others, which start from nothing.
func (b *bench) interpolate(l, coarse *level, k int, u []float32, y int) {
	blendRows(b.blend, coarse, b.u[k+1], y, l.h)
	dst := u[l.row(y):][:l.w]
	if k == 0 {
		addSpreadRow(dst, b.blend)
		return
	}
	spreadRow(dst, b.blend)
}
