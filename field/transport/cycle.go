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

// norms are the L1 norms of a residual over pixels and over blocks of 4 x 4
// pixels [pM pixel/h].
type norms struct{ pixels, blocks float64 }

// beyond returns by how much a residual exceeds the slack of rounding, which is
// the most that rounding the plane to float32 can do to pixels. In blocks its
// errors cancel to a twentieth of that; an eighth is allowed.
func (n norms) beyond(slack float64) float64 {
	return max(n.pixels-slack, n.blocks-slack/8)
}

// Half sweeps of a cycle: one updates every second cell. More of them on coarse
// levels, where they are cheap, make up for a restriction without smoothing.
const (
	halfSweepsFine   = 4
	halfSweepsCoarse = 8
)

// measure restricts the residual of u to the coarse levels and returns its norms.
func (b *bench) measure(ls []level, u []float32) norms { return b.finest(ls, u, false, 0) }

// relax does a sweep over u and measures.
func (b *bench) relax(ls []level, u []float32) norms { return b.finest(ls, u, false, 2) }

// cycle solves the residual of the last measurement on the coarse levels, from
// the single cell upwards, adds the result to u, relaxes and measures.
func (b *bench) cycle(ls []level, u []float32) norms {
	last := len(ls) - 1
	end := ls[last].lead
	b.u[last][end] = b.rhs[last][end] * ls[last].inv[end]
	for k := last - 1; k > 0; k-- {
		l := &ls[k]
		for y := range l.h + halfSweepsCoarse {
			b.interpolate(ls, k, b.u[k], y)
			relaxRows(l, b.u[k], b.rhs[k], y-1, halfSweepsCoarse)
		}
	}
	return b.finest(ls, u, true, halfSweepsFine)
}

// finest does what there is to do on the finest level: interpolate the
// correction, relax and measure. Each follows the one before a row behind, so
// that the planes pass through the cache once.
func (b *bench) finest(ls []level, u []float32, correct bool, halves int) (n norms) {
	l := &ls[0]
	for y := range l.h + halves + 1 {
		if correct {
			b.interpolate(ls, 0, u, y)
		}
		relaxRows(l, u, b.rhs[0], y-1, halves)
		n.pixels += b.restrict(ls, u, y-1-halves)
	}
	for k := 2; k < len(ls); k++ {
		for y := range ls[k].h {
			sumChildren(b.rhs[k][ls[k].row(y):][:ls[k].w], &ls[k-1], b.rhs[k-1], y)
		}
	}
	for _, r := range ls[2].cells(b.rhs[2]) {
		n.blocks += math.Abs(float64(r))
	}
	return n
}

// relaxRows does half sweeps of alternating colour over one row each, the first
// over row y and every next over the row above.
func relaxRows(l *level, u, rhs []float32, y, halves int) {
	for pass := range halves {
		if at := y - pass; at >= 0 && at < l.h {
			relaxRow(l, u, rhs, at, pass&1)
		}
	}
}

// restrict computes the residual of row y, returns its L1 norm and, at the
// second row of a pair or the last, sums it up for the next level.
func (b *bench) restrict(ls []level, u []float32, y int) float64 {
	l := &ls[0]
	if y < 0 || y >= l.h {
		return 0
	}
	dst := b.rhs[1][ls[1].row(y/2):][:ls[1].w]
	if y%2 == 1 {
		norm := residualRow(b.lower, l, u, b.rhs[0], y)
		sumPairs(l.lanes, dst, b.upper, b.lower)
		return norm
	}
	norm := residualRow(b.upper, l, u, b.rhs[0], y)
	if y == l.h-1 {
		sumPairs(l.lanes, dst, b.upper, nil)
	}
	return norm
}

// interpolate brings the correction of the next level to row y of u: added on
// the finest level, set on the others, which start from nothing.
func (b *bench) interpolate(ls []level, k int, u []float32, y int) {
	l := &ls[k]
	if y >= l.h {
		return
	}
	blendRows(b.blend, &ls[k+1], b.u[k+1], y, l.h)
	dst := u[l.row(y):][:l.w]
	if k == 0 {
		addSpreadRow(l.lanes, dst, b.blend)
		return
	}
	spreadRow(l.lanes, dst, b.blend)
}
