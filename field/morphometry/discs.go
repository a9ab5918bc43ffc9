package morphometry

import (
	"math"
	"slices"
)

// disc is a point of a lattice and the squared distance around it, packed so
// that the order of the numbers is that of the radii.
type disc uint64

// discs returns the largest discs of all points, the widest first, less those
// that a neighbour's disc contains, which would paint nothing.
func (l lattice) discs() []disc {
	ridge := newRidge(l)
	return l.widest(func(x, y int) bool { return !ridge.contained(x, y) })
}

// widest returns the discs of the points that keep lets pass, the widest first.
func (l lattice) widest(keep func(x, y int) bool) []disc {
	var all []disc
	for y := range l.h {
		for x := range l.w {
			at := y*l.w + x
			if d := l.d2[at]; d > 0 && d < far*far && keep(x, y) {
				all = append(all, disc(uint64(d)<<32|uint64(at)))
			}
		}
	}
	slices.Sort(all)
	slices.Reverse(all)
	return all
}

// ridge tells which discs their neighbours contain. Discs are compared as sets
// of points, by the radius that a neighbour needs (Rémy & Thiel 2002, Pattern
// Recognit Lett 23:649-661), found once for every radius: comparing them as
// circles would keep almost all.
type ridge struct {
	lattice
	steps []step
	needs [][]int32 // per kind of step, squared radius that contains a disc; 0 = not found yet
}

// step leads to a neighbour; kind is its offset up to mirror images.
type step struct{ x, y, kind int }

// kinds are the offsets of the neighbours, coprime so that none lies behind
// another. The longer ones prune what the slope of the distance, whose
// direction is no axis and no diagonal, leaves between the short ones.
var kinds = [...][2]int{{1, 0}, {1, 1}, {2, 1}, {3, 1}, {3, 2}, {4, 1}, {4, 3}}

// tabled bounds the squared radii for which needs are kept.
const tabled = 1 << 22

func newRidge(l lattice) ridge {
	most := int32(0)
	for _, d := range l.d2 {
		if d < far*far {
			most = max(most, d)
		}
	}
	r := ridge{lattice: l}
	for kind, k := range kinds {
		r.needs = append(r.needs, make([]int32, min(most, tabled)+1))
		for _, s := range [...][2]int{{k[0], k[1]}, {k[1], k[0]}} {
			r.steps = append(r.steps, step{s[0], s[1], kind}, step{s[0], -s[1], kind}, step{-s[0], s[1], kind}, step{-s[0], -s[1], kind})
		}
	}
	return r
}

// contained tells whether a neighbour's disc contains that of (x, y).
func (r ridge) contained(x, y int) bool {
	d := r.d2[y*r.w+x]
	for _, s := range r.steps {
		u, v := x+s.x, y+s.y
		if u < 0 || v < 0 || u >= r.w || v >= r.h {
			continue
		}
		if near := r.d2[v*r.w+u]; near > d && near >= r.need(d, s.kind) {
			return true
		}
	}
	return false
}

// need returns the least squared radius with which a neighbour's disc contains
// one of squared radius d.
func (r ridge) need(d int32, kind int) int32 {
	if d >= tabled {
		return needed(d, kinds[kind])
	}
	if r.needs[kind][d] == 0 {
		r.needs[kind][d] = needed(d, kinds[kind])
	}
	return r.needs[kind][d]
}

// needed is 1 more than the largest squared distance from the offset to a point
// of the disc, for points lie strictly inside.
func needed(d int32, offset [2]int) int32 {
	most := 0
	for y := -rootBelow(int(d)); y <= 0; y++ { // the far half
		x := -rootBelow(int(d) - y*y)
		most = max(most, (x-offset[0])*(x-offset[0])+(y-offset[1])*(y-offset[1]))
	}
	return int32(most + 1)
}

// painter gives every point the radius of the first disc that covers it.
type painter struct {
	lattice
	radius []float32 // half pixels
	next   []int32   // next point of the row that is not painted, or beyond; a forest with path halving
}

func newPainter(l lattice) *painter {
	p := &painter{lattice: l, radius: make([]float32, len(l.d2)), next: make([]int32, (l.w+1)*l.h)}
	for i := range p.next {
		p.next[i] = int32(i)
	}
	for i, d := range l.d2 {
		if d == 0 {
			p.next[i+i/l.w]++ // marrow takes no paint; a row has a sentinel at its end
		}
	}
	return p
}

// paint covers the points strictly inside d.
func (p *painter) paint(d disc) {
	d2, at := int(d>>32), int(d&math.MaxUint32)
	cx, cy := at%p.w, at/p.w
	radius := float32(math.Sqrt(float64(d2)))
	r := rootBelow(d2)
	for y := max(cy-r, 0); y <= min(cy+r, p.h-1); y++ {
		half := rootBelow(d2 - (y-cy)*(y-cy))
		p.row(y, max(cx-half, 0), min(cx+half, p.w-1), radius)
	}
}

// row paints what is not painted yet of points first..last of row y.
func (p *painter) row(y, first, last int, radius float32) {
	base := y * (p.w + 1)
	for i := p.free(base + first); i <= base+last; i = p.free(i) {
		p.radius[i-y] = radius
		p.next[i] = int32(i + 1)
	}
}

// free returns the first unpainted point from i on, or the row's sentinel.
func (p *painter) free(i int) int {
	for int(p.next[i]) != i {
		p.next[i] = p.next[p.next[i]]
		i = int(p.next[i])
	}
	return i
}

// pixels returns the diameters of the pixels of m [um]: a radius in half pixels
// is a diameter in pixels.
func (p *painter) pixels(m Mask) []float32 {
	diameter := make([]float32, m.Len())
	for i := range diameter {
		x, y := m.XY(i)
		at := 2*y*p.w + 2*x
		sum := p.radius[at] + p.radius[at+1] + p.radius[at+p.w] + p.radius[at+p.w+1]
		diameter[i] = sum / 4 * float32(m.Pixel)
	}
	return diameter
}

// rootBelow returns the largest whole number whose square is below n, n > 0.
func rootBelow(n int) int {
	r := int(math.Sqrt(float64(n)))
	for r*r >= n {
		r--
	}
	return r
}
