package section

import (
	"math"

	"trabecula/field/tissue"
	"trabecula/sim/rng"
)

// Purposes of the random streams of this package, keyed by tick -1: before the
// run.
const (
	before        int64  = -1
	packetStream  uint32 = 1
	textureStream uint32 = 2
)

// ripen fills the bone of t with matrix: age, mineral and bound factors. Bone
// lies in packets of one age, as cement lines show it to.
func (p Params) ripen(t *tissue.Tissue, seed uint64, matrix tissue.Params) {
	tgfb, igf1 := matrix.Contents(t.Grid)
	packets := newPackets(p.Mineral, seed, t)
	for i, bone := range t.Bone {
		if bone == 0 {
			continue
		}
		age := packets.age(t.XY(i))
		t.Born[i] = float32(-age)
		t.Mineral[i] = bone * float32(matrix.Ripened(age))
		t.TGFb[i] = bone * float32(tgfb)
		t.IGF1[i] = bone * float32(igf1)
	}
}

// packets are Voronoi cells around points strewn one to a square of the packet
// spacing.
type packets struct {
	columns, rows int
	spacing       float64 // pixels
	x, y, years   []float64
}

func newPackets(m Mineral, seed uint64, t *tissue.Tissue) packets {
	k := packets{spacing: math.Max(m.Packet/t.Pixel, 1)}
	k.columns = int(float64(t.W)/k.spacing) + 3 // a ring of squares around the section
	k.rows = int(float64(t.H)/k.spacing) + 3
	for n := range k.columns * k.rows {
		s := rng.At(seed, before, uint64(n), packetStream)
		k.x = append(k.x, (float64(n%k.columns-1)+s.Float64())*k.spacing)
		k.y = append(k.y, (float64(n/k.columns-1)+s.Float64())*k.spacing)
		k.years = append(k.years, -m.Age*math.Log(1-s.Float64()))
	}
	return k
}

// age returns the age of the packet nearest to pixel (x, y).
func (k packets) age(x, y int) float64 {
	px, py := float64(x)+0.5, float64(y)+0.5
	column, row := int(px/k.spacing)+1, int(py/k.spacing)+1
	nearest, age := math.Inf(1), 0.0
	for r := row - 1; r <= row+1; r++ {
		for c := column - 1; c <= column+1; c++ {
			n := r*k.columns + c
			dx, dy := k.x[n]-px, k.y[n]-py
			if d := dx*dx + dy*dy; d < nearest {
				nearest, age = d, k.years[n]
			}
		}
	}
	return age
}
