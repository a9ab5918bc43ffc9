package transport

import "math"

// bench is the working memory of one worker: a plane and a right-hand side per
// level, the correction on all but the finest, and a few rows.
type bench struct {
	shapes []shape
	u, rhs []plane
	rest   [4][]float32 // residual of the even and odd columns of two rows
	blend  []float32
	change []float32 // per pixel, zero between uses
}

// newBench returns working memory for a section of w x h pixels.
func newBench(w, h int) *bench {
	b := &bench{shapes: shapesOf(w, h), change: make([]float32, w*h)}
	for k := range b.shapes {
		b.u = append(b.u, b.shapes[k].plane())
		b.rhs = append(b.rhs, b.shapes[k].plane())
	}
	for i := range b.rest {
		b.rest[i] = make([]float32, b.shapes[0].used)
	}
	b.blend = make([]float32, 2*b.shapes[0].used+18)
	return b
}

// norms are the L1 norms of a residual over pixels and over blocks of 4 x 4
// pixels [pM pixel/h].
type norms struct{ pixels, blocks float64 }

// beyond returns by how much a residual exceeds the slack of rounding, which is
// the most that rounding the plane to float32 can do to pixels. In blocks its
// errors cancel to a twentieth of that; an eighth is allowed.
func (n norms) beyond(slack float64) float64 {
	return max(n.pixels-slack, n.blocks-slack/8, 0)
}

// Half sweeps of a cycle: one updates every second cell. There are more of them
// on coarse levels, where they are cheap; after a warm start with sources that
// moved, most of the residual is left there.
const (
	halfSweepsFine   = 4 // after the correction
	halfSweepsCoarse = 4 // before as well as after it
)

// measure restricts the residual of u to the next level and returns its norms.
func (b *bench) measure(ls []level, u *plane) norms { return b.finest(ls, u, false, 0) }

// relax does a sweep over u and measures.
func (b *bench) relax(ls []level, u *plane) norms { return b.finest(ls, u, false, 2) }

// cycle solves the residual of the last measurement on the coarse levels, adds
// the result to u, relaxes and measures.
func (b *bench) cycle(ls []level, u *plane) norms {
	last := len(ls) - 1
	for k := 1; k < last; k++ {
		clear(b.u[k][0])
		clear(b.u[k][1])
		b.pass(ls, k, &b.u[k], false, halfSweepsCoarse, true)
	}
	end := ls[last].row(0)
	b.u[last][0][end] = b.rhs[last][0][end] * ls[last].inv[0][end]
	for k := last - 1; k > 0; k-- {
		b.pass(ls, k, &b.u[k], true, halfSweepsCoarse, false)
	}
	return b.finest(ls, u, true, halfSweepsFine)
}

// finest does a pass over the finest level and returns the norms of the
// residual, the second from its sums on the level after the next.
func (b *bench) finest(ls []level, u *plane, correct bool, halves int) (n norms) {
	n.pixels = b.pass(ls, 0, u, correct, halves, true)
	for y := range ls[2].h {
		sumChildren(&ls[1].shape, &ls[2].shape, &b.rhs[2], &b.rhs[1], y)
	}
	n.blocks = ls[2].norm(&b.rhs[2])
	return n
}

// pass adds the correction of the next level to u if there is one, relaxes and
// restricts the residual to the next level, of which it returns the L1 norm.
// Each follows the one before a row behind, so that the planes pass through the
// cache once.
func (b *bench) pass(ls []level, k int, u *plane, correct bool, halves int, restrict bool) (norm float64) {
	l := &ls[k]
	for y := range l.h + halves + 1 {
		if correct && y < l.h {
			b.interpolate(ls, k, u, y)
		}
		relaxRows(l, u, &b.rhs[k], y-1, halves)
		if at := y - 1 - halves; restrict && at >= 0 {
			norm += b.restrict(ls, k, u, at, halves > 0 && l.over == 1)
		}
	}
	return norm
}

// restrict computes the residual of row y of level k, returns its L1 norm and, at
// the second row of a pair or the last, sums it up for the next level. After an exact
// half sweep its cells are in balance but for rounding; then relaxed tells to
// take their residual as zero.
func (b *bench) restrict(ls []level, k int, u *plane, y int, relaxed bool) float64 {
	l, lower := &ls[k], 2*(y&1)
	var sums [16]float32
	for half := range 2 {
		if relaxed && half != y&1 {
			clear(b.rest[lower+half][:l.used])
			continue
		}
		residualRow(b.rest[lower+half], l, u, &b.rhs[k], half, y, &sums)
	}
	if y == l.h-1 && lower == 0 {
		clear(b.rest[2])
		clear(b.rest[3])
	}
	if y == l.h-1 || lower > 0 {
		sumPairs(&l.shape, &ls[k+1].shape, &b.rhs[k+1], y/2, b.rest)
	}
	norm := 0.0
	for _, s := range sums {
		norm += float64(s)
	}
	return norm
}

// interpolate adds the correction of the next level to row y of u. On the finest
// level it cuts at zero: the exact concentration is not negative, so a cut is
// always nearer to it.
func (b *bench) interpolate(ls []level, k int, u *plane, y int) {
	l, least := &ls[k], float32(math.Inf(-1))
	if k == 0 {
		least = 0
	}
	blendRow(b.blend, &ls[k+1].shape, &b.u[k+1], y, l.h)
	o := l.row(y)
	spreadRow(l.lanes, u[0][o:][:l.used], u[1][o:][:l.used], b.blend, least)
	l.clip(u, y)
}
