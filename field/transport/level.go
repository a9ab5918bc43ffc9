package transport

// level is one grid of the multigrid hierarchy for one signal. Its quantities
// are extensive: a conductance is diffusivity times face width over distance
// [um2/h per um2 = 1/h of a fine pixel], a loss is summed over the fine pixels
// of a cell [1/h], so that every sum over a coarse grid is that of the fine one.
type level struct {
	shape
	dx   plane // conductance to the right neighbour
	dy   plane // conductance to the neighbour below
	loss plane // shift, decay, uptake and binding
	inv  plane // over / (loss + the four conductances)
	over float32
}

// shape is the size of a grid and how its planes lie in memory.
type shape struct {
	w, h  int
	pitch int // entries of a row of one half
	used  int // of those the ones that kernels go through, a multiple of 16
	lanes int // of the vector kernels
}

// plane holds the even and the odd columns of a grid, so that every second cell
// of a row is next to the last and a half sweep goes through whole vectors.
// There is a row of zeros above and below and at least one zero at the end of
// every row; conductances out of the grid are zero, so kernels need no edges.
type plane [2][]float32

// shapeOf returns the shape of a grid of w x h cells.
func shapeOf(w, h int) shape {
	half := (w + 1) / 2
	return shape{w: w, h: h, pitch: (half + 1 + 15) &^ 15, used: (half + 15) &^ 15, lanes: lanes()}
}

// shapesOf returns the shapes from w x h down to a single cell.
func shapesOf(w, h int) []shape {
	list := []shape{shapeOf(w, h)}
	for w > 1 || h > 1 {
		w, h = (w+1)/2, (h+1)/2
		list = append(list, shapeOf(w, h))
	}
	return list
}

// overRelaxation is the factor of a step of relaxation on coarse levels. A
// quarter more than exact saves a quarter of the residual after two cycles; on
// the finest level it could make concentrations negative.
const overRelaxation = 1.25

// newLevels returns the hierarchy from w x h without conductance or loss.
func newLevels(w, h int) (ls []level) {
	for _, s := range shapesOf(w, h) {
		ls = append(ls, level{s, s.plane(), s.plane(), s.plane(), s.plane(), overRelaxation})
	}
	ls[0].over, ls[len(ls)-1].over = 1, 1
	return ls
}

// plane returns a plane of zeros.
func (s *shape) plane() plane {
	n := (s.h + 2) * s.pitch
	return plane{make([]float32, n), make([]float32, n)}
}

// row returns the index of the first cell of row y in either half.
func (s *shape) row(y int) int { return (y + 1) * s.pitch }

// at returns a pointer to cell (x, y), which may be one outside the grid.
func (s *shape) at(p *plane, x, y int) *float32 { return &p[x&1][(y+1)*s.pitch+x>>1] }

// cell returns a pointer to the cell with the index i = y*w + x.
func (s *shape) cell(p *plane, i int32) *float32 { return s.at(p, int(i)%s.w, int(i)/s.w) }

// columns returns how many columns a half has.
func (s *shape) columns(half int) int { return (s.w + 1 - half) / 2 }

// clip zeroes what kernels left beyond the grid in row y.
func (s *shape) clip(p *plane, y int) {
	o := s.row(y)
	for half := range p {
		clear(p[half][o+s.columns(half) : o+s.used])
	}
}

// children returns the half-open range of fine columns or rows that make up
// coarse index i of a side with n fine cells; the last may have only one.
func children(i, n int) (from, to int) { return 2 * i, min(2*i+2, n) }

// coarsenX sets the conductance from coarse cell (x, y) to its right
// neighbour, row by row.
func (l *level) coarsenX(fine *level, x, y int) {
	if x < 0 || x+1 >= l.w {
		return
	}
	mid := 2*x + 1
	from, to := children(y, fine.h)
	sum := float32(0)
	for j := from; j < to; j++ {
		rest := 0.5 / *fine.at(&fine.dx, mid-1, j)
		if mid+2 < fine.w {
			rest += 0.5 / *fine.at(&fine.dx, mid+1, j)
		}
		sum += joint(*fine.at(&fine.dx, mid, j), rest)
	}
	*l.at(&l.dx, x, y) = sum
}

// coarsenY sets the conductance from coarse cell (x, y) to the one below,
// column by column.
func (l *level) coarsenY(fine *level, x, y int) {
	if y < 0 || y+1 >= l.h {
		return
	}
	mid := 2*y + 1
	from, to := children(x, fine.w)
	sum := float32(0)
	for i := from; i < to; i++ {
		rest := 0.5 / *fine.at(&fine.dy, i, mid-1)
		if mid+2 < fine.h {
			rest += 0.5 / *fine.at(&fine.dy, i, mid+1)
		}
		sum += joint(*fine.at(&fine.dy, i, mid), rest)
	}
	*l.at(&l.dy, x, y) = sum
}

// joint returns the conductance between the centres of two coarse cells: that
// of the face between them in series with half of each cell, rest. It is held
// above three quarters of what it is in a uniform medium. Without that bound
// (half the face is what the Galerkin product of constant interpolation gives,
// overcorrection removed) a barrier inside a cell makes the coarse grid
// overshoot: cycles diverge for jumps of the diffusivity above 30.
func joint(face, rest float32) float32 { return max(1/(1/face+rest), 0.375*face) }

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
				sumChildren(&ls[k-1].shape, &ls[k].shape, &ls[k].loss, &ls[k-1].loss, y)
			}
			invertRow(&ls[k], y)
			ls[k].clip(&ls[k].inv, y)
		}
	}
}
