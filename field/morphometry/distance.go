package morphometry

// lattice is a mask with every pixel cut into four, 2W x 2H points at the
// centres of the quarters, and the squared distance, in half pixels, from each
// to the nearest point of the other phase. That distance is a diameter in
// pixels: a strip of n pixels has points n half pixels from either side, none
// farther, and on a slanting edge, whose stairs an inscribed disc would touch
// with their tips, the points of the stairs lie on the edge that was sampled.
type lattice struct {
	w, h int
	d2   []int32
}

// far is a distance beyond any on a lattice, small enough to be squared.
const far = 1 << 15

// distances returns the lattice of m with the exact Euclidean distance of every
// bone point to marrow, 0 in marrow. With closed, what lies beyond the edge of
// the section counts as marrow; otherwise it counts as nothing.
//
// Columns are swept, then every row takes the lower envelope of the parabolas
// of its columns (Felzenszwalb & Huttenlocher 2012, Theory Comput 8:415-428,
// doi 10.4086/toc.2012.v008a019; here in whole numbers).
func distances(m Mask, closed bool) lattice {
	l := quarters(m)
	l.sweepColumns(closed)
	e := newEnvelope(l.w, closed)
	for y := range l.h {
		e.transform(l.d2[y*l.w : (y+1)*l.w])
	}
	return l
}

// quarters marks the points of bone with far and those of marrow with 0.
func quarters(m Mask) lattice {
	l := lattice{w: 2 * m.W, h: 2 * m.H}
	l.d2 = make([]int32, l.w*l.h)
	for y := range m.H {
		upper := l.d2[2*y*l.w : (2*y+1)*l.w]
		for x, solid := range m.Solid[y*m.W : (y+1)*m.W] {
			if solid {
				upper[2*x], upper[2*x+1] = far, far
			}
		}
		copy(l.d2[(2*y+1)*l.w:], upper)
	}
	return l
}

// sweepColumns replaces far by the distance within the column. Rows -1 and h
// are marrow if closed.
func (l lattice) sweepColumns(closed bool) {
	last := (l.h - 1) * l.w
	if closed {
		for x := range l.w {
			l.d2[x] = min(l.d2[x], 1)
			l.d2[last+x] = min(l.d2[last+x], 1)
		}
	}
	for i := l.w; i < len(l.d2); i++ {
		l.d2[i] = min(l.d2[i], l.d2[i-l.w]+1)
	}
	for i := last - 1; i >= 0; i-- {
		l.d2[i] = min(l.d2[i], l.d2[i+l.w]+1)
	}
}

// envelope is the scratch of one row: the parabolas of the lower envelope, and
// where each begins. If closed, there is one of height 0 on either side.
type envelope struct {
	site, from, height []int32
	closed             bool
	n                  int
}

func newEnvelope(width int, closed bool) *envelope {
	n := width + 2
	return &envelope{site: make([]int32, n), from: make([]int32, n), height: make([]int32, n), closed: closed}
}

// transform turns the distances within columns into squared distances.
func (e *envelope) transform(row []int32) {
	e.n = 0
	last := int32(len(row)) - 1
	if e.closed {
		e.add(-1, 0, last)
	}
	for x, d := range row {
		d = min(d, far)
		e.add(int32(x), d*d, last)
	}
	if e.closed {
		e.add(last+1, 0, last)
	}
	k := e.n - 1
	for x := last; x >= 0; x-- {
		for e.from[k] > x {
			k--
		}
		d := x - e.site[k]
		row[x] = d*d + e.height[k]
	}
}

// add puts the parabola of a column to the right of those before it.
func (e *envelope) add(site, height, last int32) {
	begin := int32(0)
	for e.n > 0 {
		if begin = e.meet(e.n-1, site, height); begin > e.from[e.n-1] {
			break
		}
		begin = 0
		e.n--
	}
	if begin <= last {
		e.site[e.n], e.from[e.n], e.height[e.n] = site, begin, height
		e.n++
	}
}

// meet returns the first x at which the parabola of column b, of height hb, is
// below the k-th of the envelope, which is left of it.
func (e *envelope) meet(k int, b, hb int32) int32 {
	// (x-b)^2 + hb < (x-a)^2 + ha  <=>  2x(b-a) > b^2 - a^2 + hb - ha
	a := int64(e.site[k])
	n := int64(b)*int64(b) - a*a + int64(hb) - int64(e.height[k])
	d := 2 * (int64(b) - a)
	q := n / d
	if n%d < 0 {
		q--
	}
	return int32(min(q+1, far))
}
