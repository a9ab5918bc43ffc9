package transport

// level is one grid of the multigrid hierarchy for one signal. Its quantities
// are extensive: a conductance is diffusivity times face width over distance
// [um2/h per um2 = 1/h of a fine pixel], a loss is summed over the fine pixels
// of a cell [1/h], so that every sum over a coarse grid is that of the fine one.
//
// All planes have lead unused entries before the first and after the last cell.
// Conductances out of the grid are zero, so the kernels need no edge cases.
type level struct {
	w, h, lead int
	lanes      int       // of the vector kernels
	dx         []float32 // conductance to the right neighbour
	dy         []float32 // conductance to the neighbour below
	loss       []float32 // shift, decay, uptake and binding
	inv        []float32 // 1 / (loss + the four conductances)
}

// newShapes returns levels without planes from w x h down to a single cell.
func newShapes(w, h int) []level {
	ls := []level{{w: w, h: h, lead: leadOf(w), lanes: lanes()}}
	for w > 1 || h > 1 {
		w, h = (w+1)/2, (h+1)/2
		ls = append(ls, level{w: w, h: h, lead: leadOf(w), lanes: lanes()})
	}
	return ls
}

// newLevels returns the hierarchy from w x h without conductance or loss.
func newLevels(w, h int) []level {
	ls := newShapes(w, h)
	for k := range ls {
		l := &ls[k]
		l.dx, l.dy, l.loss, l.inv = l.plane(), l.plane(), l.plane(), l.plane()
	}
	return ls
}

// plane returns a padded plane of zeros for the level.
func (l *level) plane() []float32 { return make([]float32, l.w*l.h+2*l.lead) }

// cells returns the cells of a padded plane, index y*w + x.
func (l *level) cells(p []float32) []float32 { return p[l.lead : l.lead+l.w*l.h] }

// row returns the index of the first cell of row y in a padded plane.
func (l *level) row(y int) int { return l.lead + y*l.w }

// at returns the index of cell (x, y) in a padded plane.
func (l *level) at(x, y int) int { return l.lead + y*l.w + x }

// children returns the half-open range of fine columns or rows that make up
// coarse index i of a side with n fine cells; the last may have only one.
func children(i, n int) (from, to int) { return 2 * i, min(2*i+2, n) }

// coarsenX sets the conductance from coarse cell (x, y) to its right
// neighbour, row by row.
func (l *level) coarsenX(fine *level, x, y int) {
	if x+1 >= l.w {
		return
	}
	mid := 2*x + 1
	from, to := children(y, fine.h)
	sum := float32(0)
	for j := from; j < to; j++ {
		d, right := fine.dx[fine.at(0, j):], float32(0)
		if mid+2 < fine.w {
			right = 0.5 / d[mid+1]
		}
		sum += joint(d[mid], 0.5/d[mid-1]+right)
	}
	l.dx[l.at(x, y)] = sum
}

// coarsenY sets the conductance from coarse cell (x, y) to the one below,
// column by column.
func (l *level) coarsenY(fine *level, x, y int) {
	if y+1 >= l.h {
		return
	}
	mid := 2*y + 1
	from, to := children(x, fine.w)
	sum := float32(0)
	for i := from; i < to; i++ {
		lower := float32(0)
		if mid+2 < fine.h {
			lower = 0.5 / fine.dy[fine.at(i, mid+1)]
		}
		sum += joint(fine.dy[fine.at(i, mid)], 0.5/fine.dy[fine.at(i, mid-1)]+lower)
	}
	l.dy[l.at(x, y)] = sum
}

// joint returns the conductance between the centres of two coarse cells: that
// of the face between them in series with half of each cell, rest. It is held
// above three quarters of what it is in a uniform medium. Without that bound
// (half the face is what the Galerkin product of constant interpolation gives,
// overcorrection removed) a barrier inside a cell makes the coarse grid
// overshoot: cycles diverge for jumps of the diffusivity above 30.
func joint(face, rest float32) float32 { return max(1/(1/face+rest), 0.375*face) }

// coarsenLoss sets the losses of row y to the sums over their children.
func (l *level) coarsenLoss(fine *level, y int) {
	sumChildren(l.loss[l.row(y):l.row(y)+l.w], fine, fine.loss, y)
}

// invert sets the reciprocal diagonal of row y.
func (l *level) invert(y int) {
	o, w := l.row(y), l.w
	inv, loss := l.inv[o:][:w], l.loss[o:][:w]
	left, right := l.dx[o-1:][:w], l.dx[o:][:w]
	up, down := l.dy[o-w:][:w], l.dy[o:][:w]
	for x := invertVector(l, o); x < len(inv); x++ {
		inv[x] = 1 / (loss[x] + (left[x] + right[x]) + (up[x] + down[x]))
	}
}

// coarsenMedium computes the conductances of all coarse levels.
func coarsenMedium(ls []level) {
	for k := 1; k < len(ls); k++ {
		for y := range ls[k].h {
			for x := range ls[k].w {
				ls[k].coarsenX(&ls[k-1], x, y)
				ls[k].coarsenY(&ls[k-1], x, y)
			}
		}
	}
}

// coarsenLosses computes the losses of all coarse levels and the reciprocal
// diagonals of all levels.
func coarsenLosses(ls []level) {
	for k := range ls {
		for y := range ls[k].h {
			if k > 0 {
				ls[k].coarsenLoss(&ls[k-1], y)
			}
			ls[k].invert(y)
		}
	}
}

// leadOf returns the padding of a plane of width w: a row and a cell, rounded
// up to a cache line.
func leadOf(w int) int { return (w + 1 + 15) &^ 15 }
