package morphometry

import (
	"math"

	"trabecula/sim/unit"
)

// Perimeter returns the length of the bone-marrow interface, B.Pm [um], by the
// Cauchy-Crofton formula: crossings of the grid lines of four directions with
// equal weights (Serra 1982, Image Analysis and Mathematical Morphology,
// ch. VII). The edge of the section is no interface. On a straight edge the
// four directions are exact on the mean over orientations, and within 5.5 % on
// any one.
func Perimeter(m Mask) float64 {
	straight, diagonal := crossings(m)
	// A direction's lines are a pixel apart, or a pixel over sqrt 2.
	lines := float64(straight) + float64(diagonal)/math.Sqrt2
	return math.Pi / 2 * lines / 4 * m.Pixel
}

// crossings counts the phase changes along rows and columns, and along both
// diagonals.
func crossings(m Mask) (straight, diagonal int) {
	for y := range m.H {
		row := m.Solid[y*m.W : (y+1)*m.W]
		straight += changes(row[1:], row)
		if y+1 < m.H {
			next := m.Solid[(y+1)*m.W : (y+2)*m.W]
			straight += changes(next, row)
			diagonal += changes(next[1:], row)
			diagonal += changes(row[1:], next)
		}
	}
	return straight, diagonal
}

// changes counts the places where a and b differ; b may be longer.
func changes(a, b []bool) int {
	n := 0
	for i, v := range a {
		if v != b[i] {
			n++
		}
	}
	return n
}

// Plate is what the parallel plate model makes of areas and perimeter (Parfitt
// et al. 1983, J Clin Invest 72:1396-1409), with 4/π for a random section
// through isotropic tissue. Where there is no bone or no interface, the
// quantities that divide by them are NaN.
type Plate struct {
	BVTV float64 // bone volume fraction [1]
	BSTV float64 // surface density [1/mm]
	BSBV float64 // specific surface [1/mm]
	TbWi float64 // trabecular width in the plane [um]
	TbTh float64 // trabecular thickness [um]
	TbN  float64 // trabecular number [1/mm]
	TbSp float64 // trabecular separation [um]
}

// PlateOf returns the plate model of bone area [um2], perimeter [um] and tissue
// area [um2]. Bone area may be a sum of fractions.
func PlateOf(bone, perimeter, tissue float64) Plate {
	p := Plate{BVTV: bone / tissue, BSTV: 4 / math.Pi * perimeter / tissue * unit.Millimetre}
	if bone <= 0 || perimeter <= 0 {
		nan := math.NaN()
		p.BSBV, p.TbWi, p.TbTh, p.TbN, p.TbSp = nan, nan, nan, nan, nan
		return p
	}
	p.BSBV = 4 / math.Pi * perimeter / bone * unit.Millimetre
	p.TbWi = 2 * bone / perimeter
	p.TbTh = math.Pi / 4 * p.TbWi
	p.TbN = p.BVTV / p.TbTh * unit.Millimetre
	p.TbSp = unit.Millimetre/p.TbN - p.TbTh
	return p
}
