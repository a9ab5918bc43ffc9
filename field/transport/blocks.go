package transport

import (
	"math"

	"trabecula/field"
)

// blocks lays the grid of the signals over that of the tissue: equal blocks, as
// near to a whole number of pixels wide as the section allows. A pixel on the
// boundary of blocks belongs to each by its share, so that any size of section
// is covered exactly and nothing that pixels do is lost or doubled.
type blocks struct {
	x, y axis
	area float64 // of a block [pixels]
}

// axis lays blocks along one side of the section.
type axis struct {
	pixels, blocks int
	from           []int32   // the first block that pixel i lies in
	share          []float32 // of pixel i in that block; the rest is in the next
	low            []int32   // the last block whose centre is not beyond that of pixel i, or the first block
	rise           []float32 // of the way from the centre of that block to the next
}

// leastBlocks is how many blocks a section must have along its shorter side; one
// too small for that has smaller blocks.
const leastBlocks = 8

// newBlocks lays blocks of n x n pixels over g.
func newBlocks(g field.Grid, n int) blocks {
	n = max(min(n, min(g.W, g.H)/leastBlocks), 1)
	x, y := newAxis(g.W, n), newAxis(g.H, n)
	return blocks{x, y, x.edge() * y.edge()}
}

// newAxis lays blocks of n pixels, or a little less, along a side.
func newAxis(pixels, n int) axis {
	a := axis{pixels: pixels, blocks: (pixels + n - 1) / n}
	edge := a.edge()
	for i := range pixels {
		from := min(int(float64(i)/edge), a.blocks-1)
		if float64(i) >= edge*float64(from+1) {
			from++ // the division was rounded down
		}
		share := min(edge*float64(from+1)-float64(i), 1)
		if share > 1-1e-9 {
			share = 1
		}
		at := field.Clamp((float64(i)+0.5)/edge-0.5, 0, float64(a.blocks-1))
		low := min(int(at), max(a.blocks-2, 0))
		a.from, a.share = append(a.from, int32(from)), append(a.share, float32(share))
		a.low, a.rise = append(a.low, int32(low)), append(a.rise, float32(at-float64(low)))
	}
	return a
}

// edge returns the length of a block [pixels].
func (a *axis) edge() float64 { return float64(a.pixels) / float64(a.blocks) }

// shares returns the blocks of pixel i with its share in each; the second share
// is 0 where there is only one.
func (a *axis) shares(i int) (at [2]int, share [2]float32) {
	from := int(a.from[i])
	return [2]int{from, min(from+1, a.blocks-1)}, [2]float32{a.share[i], 1 - a.share[i]}
}

// single tells whether blocks are pixels.
func (b *blocks) single() bool { return b.area == 1 }

// grid returns the grid of the blocks over that of the tissue. Its pixel is the
// edge of the square of the area of a block.
func (b *blocks) grid(g field.Grid) field.Grid {
	return field.Grid{W: b.x.blocks, H: b.y.blocks, Pixel: g.Pixel * math.Sqrt(b.area), Thickness: g.Thickness}
}

// aspect returns height over width of a block.
func (b *blocks) aspect() float32 { return float32(b.y.edge() / b.x.edge()) }

// gather sets dst to what points do to blocks: rates of amounts in pixels, as
// concentrations in blocks. Uptake acts in the volume of the pixel only.
func (b *blocks) gather(dst, points []Point) []Point {
	dst = dst[:0]
	scale := float32(1 / b.area)
	for _, p := range points {
		xs, shareX := b.x.shares(int(p.At) % b.x.pixels)
		ys, shareY := b.y.shares(int(p.At) / b.x.pixels)
		for j, y := range ys {
			for i, x := range xs {
				if share := float32(shareX[i] * shareY[j]); share > 0 {
					dst = append(dst, Point{int32(y*b.x.blocks + x), float32(float32(p.Rate*scale) * share)})
				}
			}
		}
	}
	return dst
}

// mean returns the means of a fraction over the pixels of blocks.
func (b *blocks) mean(pixels []float32) []float32 {
	dst := make([]float32, b.x.blocks*b.y.blocks)
	scale := float32(1 / b.area)
	for row := range b.y.pixels {
		ys, shareY := b.y.shares(row)
		for j, y := range ys {
			if shareY[j] == 0 {
				continue
			}
			to := dst[y*b.x.blocks:][:b.x.blocks]
			for i, v := range pixels[row*b.x.pixels:][:b.x.pixels] {
				if v == 0 {
					continue
				}
				at, share := b.x.from[i], b.x.share[i]
				v *= float32(scale * shareY[j])
				to[at] += float32(v * share)
				if share < 1 {
					to[at+1] += float32(v * (1 - share))
				}
			}
		}
	}
	for i, v := range dst {
		dst[i] = min(v, 1) // shares add up to 1 but for rounding
	}
	return dst
}

// interpolate sets pixels between the centres of blocks, linear in x and in y.
// Beyond the outermost centres it is level. Blend has room for a row of blocks
// and one more at either end.
func (b *blocks) interpolate(lanes int, pixels, u, blend []float32) {
	w := b.x.blocks
	for row := range b.y.pixels {
		low, rise := int(b.y.low[row]), b.y.rise[row]
		mix(lanes, blend[1:w+1], u[low*w:][:w], u[min(low+1, b.y.blocks-1)*w:][:w], rise)
		blend[0], blend[w+1] = blend[1], blend[w]
		to := pixels[row*b.x.pixels:][:b.x.pixels]
		if b.x.pixels == 2*w {
			double(lanes, to, blend[:w+2])
		} else {
			b.x.spread(to, blend[1:w+1])
		}
	}
}

// spread sets a row of pixels between the centres of blocks.
func (a *axis) spread(pixels, blend []float32) {
	low, rise := a.low[:len(pixels)], a.rise[:len(pixels)]
	for i := range pixels {
		at := low[i]
		v := blend[at]
		pixels[i] = v + float32(rise[i]*(blend[min(int(at)+1, len(blend)-1)]-v))
	}
}
