package agents

import (
	"math"

	"trabecula/field"
	"trabecula/field/signal"
	"trabecula/field/tissue"
	"trabecula/sim/rng"
)

// Marrow tells whether pixel i is marrow.
func (e *Env) Marrow(i int32) bool { return !e.Tissue.Solid(int(i)) }

// OnBone tells whether marrow pixel i touches bone by an edge or a corner.
func (e *Env) OnBone(i int32) bool {
	return e.Marrow(i) && e.touching(i, func(j int32) bool { return !e.Marrow(j) })
}

// Exposed tells whether bone pixel i touches marrow by an edge.
func (e *Env) Exposed(i int32) bool {
	if e.Marrow(i) {
		return false
	}
	x, y := e.Grid.XY(int(i))
	for _, s := range field.Step4 {
		if e.Grid.Inside(x+s[0], y+s[1]) && e.Marrow(int32(e.Grid.At(x+s[0], y+s[1]))) {
			return true
		}
	}
	return false
}

// FaceAt tells whether marrow pixel i touches exposed bone with that face.
func (e *Env) FaceAt(i int32, face tissue.Face) bool {
	return e.Marrow(i) && e.touching(i, func(j int32) bool {
		return !e.Marrow(j) && e.Tissue.Face(int(j)) == face
	})
}

// Bare tells whether marrow pixel i touches mineralised bone that no cell of
// the osteoblast lineage covers: the only place where an osteoclast attaches.
func (e *Env) Bare(i int32) bool {
	const lineage = CoverLining | CoverReversal | CoverOsteoblast
	return e.Marrow(i) && e.cover[i]&lineage == 0 && e.touching(i, func(j int32) bool {
		return !e.Marrow(j) && e.Tissue.Face(int(j)) != tissue.Covered && e.cover[j]&lineage == 0
	})
}

// touching tells whether any of the eight neighbours of i satisfies is.
func (e *Env) touching(i int32, is func(j int32) bool) bool {
	x, y := e.Grid.XY(int(i))
	for _, s := range field.Step8 {
		if e.Grid.Inside(x+s[0], y+s[1]) && is(int32(e.Grid.At(x+s[0], y+s[1]))) {
			return true
		}
	}
	return false
}

// Concavity returns how much more bone than a flat wall would give lies within
// radius [um] of pixel i, as a fraction of the disc: positive in a cavity,
// negative on a bulge, independent of how far pixel i itself is filled.
func (e *Env) Concavity(i int32, radius float64) float64 {
	sum, n := 0.0, 0
	e.Disc(i, radius, func(j int32, _ float64) {
		sum += float64(e.Tissue.Bone(int(j)))
		n++
	})
	offset := float64(e.Tissue.Bone(int(i))) - 0.5 // of the front from the pixel's centre [px]
	chord := float64(2*int(radius/e.Grid.Pixel)+1) / float64(n)
	return sum/float64(n) - 0.5 - offset*chord
}

// headings are those of field.Step8 [rad].
var headings = func() (h [8]float64) {
	for k, s := range field.Step8 {
		h[k] = math.Atan2(float64(s[1]), float64(s[0]))
	}
	return h
}()

// Walk moves up to n pixels through marrow: at each pixel the neighbour with the
// best score, noise included; score gets the pixel and the heading to it.
func (e *Env) Walk(from int32, n int, r *rng.Stream, score func(i int32, heading float64) float64) (to int32, heading float64) {
	to, heading = from, 0
	for range n {
		x, y := e.Grid.XY(int(to))
		best, next, dir := math.Inf(-1), to, heading
		for k, s := range field.Step8 {
			if !e.Grid.Inside(x+s[0], y+s[1]) {
				continue
			}
			j := int32(e.Grid.At(x+s[0], y+s[1]))
			if !e.Marrow(j) {
				continue
			}
			h := headings[k]
			if v := score(j, h) + r.Float64(); v > best {
				best, next, dir = v, j, h
			}
		}
		to, heading = next, dir
	}
	return to, heading
}

// Strides returns how many whole pixels a cell of some speed [um/h] moves in
// this step; the remainder is left to chance.
func (e *Env) Strides(speed float64, r *rng.Stream) int {
	s := speed * e.Step / e.Grid.Pixel
	n := int(s)
	if r.Chance(s - float64(n)) {
		n++
	}
	return n
}

// Slope returns the relative rise of a signal from pixel i to pixel j, within
// [-1, 1]: what a cell that compares its two ends can tell.
func (e *Env) Slope(s signal.Signal, i, j int32) float64 {
	a, b := e.Signal(s, i), e.Signal(s, j)
	if a+b == 0 {
		return 0
	}
	return (b - a) / (a + b)
}

// MarrowPixel returns a random marrow pixel, or -1 if chance finds none.
func (e *Env) MarrowPixel(r *rng.Stream) int32 {
	for range 1000 {
		if i := int32(r.IntN(e.Grid.Len())); e.Marrow(i) {
			return i
		}
	}
	return -1
}

// MarrowArea returns the area of marrow [mm2].
func (e *Env) MarrowArea() float64 {
	n := 0
	for i := range e.Grid.Len() {
		if e.Marrow(int32(i)) {
			n++
		}
	}
	return float64(n) * e.Grid.PixelArea() * 1e-6
}

// NearestMarrow returns the marrow pixel nearest to i within radius [um].
func (e *Env) NearestMarrow(i int32, radius float64) (to int32, ok bool) {
	return e.nearest(i, radius, e.Marrow)
}

// once tells whether this is the step of a cell to do what it does once in a time
// [h]: cells take turns.
func (e *Env) once(c *Cell, every float64) bool {
	n := max(int64(every/e.Step+0.5), 1)
	return (e.Tick+int64(c.ID))%n == 0
}

// apart returns the distance between two pixels [um].
func (e *Env) apart(i, j int32) float64 {
	ix, iy := e.Grid.XY(int(i))
	jx, jy := e.Grid.XY(int(j))
	return math.Hypot(float64(ix-jx), float64(iy-jy)) * e.Grid.Pixel
}

// nearest returns the pixel nearest to i, within radius [um], for which is holds;
// of equals, the first by index.
func (e *Env) nearest(i int32, radius float64, is func(j int32) bool) (to int32, ok bool) {
	best := -1.0
	e.Disc(i, radius, func(j int32, d2 float64) {
		if (best < 0 || d2 < best) && is(j) {
			best, to = d2, j
		}
	})
	return to, best >= 0
}
