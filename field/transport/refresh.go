package transport

import (
	"math"
	"slices"
)

// dense is the share of pixels changed from which everything is computed anew.
const dense = 8

// alive makes the levels of the signal if it has none.
func (s *species) alive() {
	if s.levels != nil {
		return
	}
	s.levels = newLevels(s.w, s.h)
	s.remedium()
	s.relevel(s.fit.upt)
}

// remedium computes all conductances.
func (s *species) remedium() {
	s.d.fill(&s.levels[0], s.medium)
	coarsenMedium(s.levels)
	s.stale = s.stale[:0]
}

// relevel computes all losses and diagonals for the given uptake.
func (s *species) relevel(upt []Point) {
	if s.levels == nil {
		return
	}
	l := &s.levels[0]
	l.set(&l.loss, s.loss())
	l.scatter(&l.loss, upt)
	coarsenLosses(s.levels)
}

// follow takes the changed pixels of the medium over into the finest level and
// adds what that can change of the residual to its bound.
func (s *species) follow() {
	m := s.medium
	if s.levels == nil || len(m.changed) == 0 {
		return
	}
	if len(m.changed)*dense > len(s.u) {
		s.remedium()
		s.relevel(s.fit.upt)
		s.fit.known = false
		return
	}
	l, u, sum := &s.levels[0], s.u, 0.0
	drop := func(d float64, i, j int) {
		if d != 0 {
			sum += 2 * d * math.Abs(float64(u[i])-float64(u[j]))
		}
	}
	for _, p := range m.changed {
		i := int(p)
		x, y := i%l.w, i/l.w
		drop(s.d.setRight(l, m, x-1, y), i, max(i-1, 0))
		drop(s.d.setRight(l, m, x, y), i, min(i+1, len(u)-1))
		drop(s.d.setDown(l, m, x, y-1), i, max(i-l.w, 0))
		drop(s.d.setDown(l, m, x, y), i, min(i+l.w, len(u)-1))
	}
	s.stale = append(s.stale, m.changed...)
	if s.fit.factor > 0 {
		s.fit.residual += sum / s.fit.factor
	}
}

// reuptake sets the losses of the finest level to those of a new uptake.
func (s *species) reuptake(upt []Point) {
	l := &s.levels[0]
	for _, p := range s.fit.upt {
		*l.cell(&l.loss, p.At) = s.loss()
	}
	for _, p := range upt {
		*l.cell(&l.loss, p.At) = s.loss()
	}
	l.scatter(&l.loss, upt)
	for i := range max(len(upt), len(s.fit.upt)) {
		old, now := pointAt(s.fit.upt, i), pointAt(upt, i)
		if old != now {
			s.stale = appendPixel(appendPixel(s.stale, old), now)
		}
	}
	s.fit.upt = append(s.fit.upt[:0], upt...)
}

// nowhere is the place of a point that does not exist.
const nowhere = -1

// pointAt returns point i, or one that is nowhere.
func pointAt(ps []Point, i int) Point {
	if i < len(ps) {
		return ps[i]
	}
	return Point{At: nowhere}
}

// appendPixel appends the place of a point that exists.
func appendPixel(list []int32, p Point) []int32 {
	if p.At == nowhere {
		return list
	}
	return append(list, p.At)
}

// refresh brings the coarse levels and the diagonals up to date around stale
// pixels. The result is that of computing everything anew, bit for bit.
func (s *species) refresh() {
	if len(s.stale)*dense > len(s.u) {
		coarsenMedium(s.levels)
		coarsenLosses(s.levels)
		s.stale = s.stale[:0]
		return
	}
	cells := s.stale
	for k := range s.levels {
		if k > 0 {
			cells = parents(cells, s.levels[k-1].w, s.levels[k].w)
		}
		slices.Sort(cells)
		cells = slices.Compact(cells)
		s.refreshCells(k, cells)
	}
	s.stale = s.stale[:0]
}

// parents replaces cells of a grid of width w by those of the next coarser one.
func parents(cells []int32, w, coarse int) []int32 {
	for i, c := range cells {
		cells[i] = c/int32(w)/2*int32(coarse) + c%int32(w)/2
	}
	return cells
}

// refreshCells computes the cells of one level anew: conductances and loss
// from the finer level, then the diagonal of each and its neighbours.
func (s *species) refreshCells(k int, cells []int32) {
	l := &s.levels[k]
	for _, c := range cells {
		x, y := int(c)%l.w, int(c)/l.w
		if k > 0 {
			l.coarsenCell(&s.levels[k-1], x, y)
		}
	}
	for _, c := range cells {
		x, y := int(c)%l.w, int(c)/l.w
		l.invertCell(x, y)
		l.invertCell(x-1, y)
		l.invertCell(x+1, y)
		l.invertCell(x, y-1)
		l.invertCell(x, y+1)
	}
}

// coarsenCell computes the loss of a cell and the conductances around it.
func (l *level) coarsenCell(fine *level, x, y int) {
	l.coarsenX(fine, x-1, y)
	l.coarsenX(fine, x, y)
	l.coarsenY(fine, x, y-1)
	l.coarsenY(fine, x, y)
	i, j := 2*x, 2*y
	at := func(x, y int) float32 { return *fine.at(&fine.loss, x, y) }
	*l.at(&l.loss, x, y) = (at(i, j) + at(i+1, j)) + (at(i, j+1) + at(i+1, j+1))
}

// invertCell sets the reciprocal diagonal of a cell, if there is one at (x, y).
func (l *level) invertCell(x, y int) {
	if x < 0 || y < 0 || x >= l.w || y >= l.h {
		return
	}
	sides := *l.at(&l.dx, x-1, y) + *l.at(&l.dx, x, y)
	ends := *l.at(&l.dy, x, y-1) + *l.at(&l.dy, x, y)
	*l.at(&l.inv, x, y) = l.over / (*l.at(&l.loss, x, y) + sides + ends)
}
