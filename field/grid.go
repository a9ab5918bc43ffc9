package field

import (
	"fmt"

	"golang.org/x/exp/constraints"
)

// Grid is a lattice of W x H square pixels. Pixel (x, y) has the index y*W + x;
// y grows downwards, as in an image. The section has a nominal thickness, so
// that amounts, concentrations and areal densities have true units.
type Grid struct {
	W, H      int
	Pixel     float64 // edge of a pixel [um]
	Thickness float64 // nominal thickness of the section [um]
}

// Len returns the number of pixels.
func (g Grid) Len() int { return g.W * g.H }

// At returns the index of pixel (x, y), which must lie inside.
func (g Grid) At(x, y int) int { return y*g.W + x }

// XY returns the column and row of pixel i.
func (g Grid) XY(i int) (x, y int) { return i % g.W, i / g.W }

// Inside tells whether (x, y) is a pixel of the grid.
func (g Grid) Inside(x, y int) bool { return x >= 0 && y >= 0 && x < g.W && y < g.H }

// PixelArea returns the area of a pixel [um2].
func (g Grid) PixelArea() float64 { return g.Pixel * g.Pixel }

// PixelVolume returns the volume of a pixel of the section [um3].
func (g Grid) PixelVolume() float64 { return g.PixelArea() * g.Thickness }

// Area returns the tissue area of the whole section, T.Ar [um2].
func (g Grid) Area() float64 { return g.PixelArea() * float64(g.Len()) }

// String says the size as a person would: "512 x 512 px at 5 um".
func (g Grid) String() string { return fmt.Sprintf("%d x %d px at %g um", g.W, g.H, g.Pixel) }

// Step4 and Step8 are the offsets of the edge and of the edge-and-corner
// neighbours, in a fixed order that results may depend on.
var (
	Step4 = [4][2]int{{0, -1}, {-1, 0}, {1, 0}, {0, 1}}
	Step8 = [8][2]int{{-1, -1}, {0, -1}, {1, -1}, {-1, 0}, {1, 0}, {-1, 1}, {0, 1}, {1, 1}}
)

// Plane is one number a pixel, V[y*W + x].
type Plane[T constraints.Integer | constraints.Float] struct {
	Grid
	V []T
}

// NewPlane returns a plane of zeros on g.
func NewPlane[T constraints.Integer | constraints.Float](g Grid) Plane[T] {
	return Plane[T]{Grid: g, V: make([]T, g.Len())}
}

// Sum adds all pixels in index order, in float64.
func (p Plane[T]) Sum() float64 {
	sum := 0.0
	for _, v := range p.V {
		sum += float64(v)
	}
	return sum
}

// Clamp returns v held between lo and hi.
func Clamp[T constraints.Ordered](v, lo, hi T) T { return min(max(v, lo), hi) }
