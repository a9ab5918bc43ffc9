package metric_test

import (
	"iter"
	"slices"
	"testing"

	"github.com/stretchr/testify/require"

	"trabecula/agents"
	"trabecula/field"
	"trabecula/field/histology"
	"trabecula/field/mechanics"
	"trabecula/field/signal"
	"trabecula/field/tissue"
	"trabecula/sim"
	"trabecula/sim/endocrine"
	"trabecula/sim/metric"
	"trabecula/sim/unit"
)

var _ metric.Section = sim.View{}

// bench is a hand-made section: a plate of bone that fills columns 0 to 19 of 40,
// 100 rows high, so that one row is one per cent of the surface.
type bench struct {
	tissue  *tissue.Tissue
	time    float64
	biopsy  histology.Biopsy
	cells   []agents.Cell
	covered []agents.Cover
	signals func(s signal.Signal, i int32) float64
}

const (
	rows = 100
	wide = 20 // of the plate [px]
)

func newBench() *bench {
	g := field.Grid{W: 2 * wide, H: rows, Pixel: 5, Thickness: 10}
	b := &bench{tissue: tissue.New(g), covered: make([]agents.Cover, g.Len()),
		signals: func(signal.Signal, int32) float64 { return 0 }}
	for i := range b.tissue.Bone {
		if i%g.W < wide {
			b.tissue.Bone[i], b.tissue.Mineral[i] = 1, 0.8
		}
	}
	return b
}

func (b *bench) Time() float64            { return b.time }
func (b *bench) Maturation() float64      { return 13 * unit.Day }
func (b *bench) Age() float64             { return 30 }
func (b *bench) Daily() []float64         { return make([]float64, len(endocrine.Serum)) }
func (b *bench) Biopsy() histology.Biopsy { return b.biopsy }
func (b *bench) Bearing() mechanics.Bearing {
	return mechanics.Bearing{Stiffness: mechanics.Stiffness{X: 3, Y: 4, Z: 5}, Failure: 7}
}
func (b *bench) Tissue() tissue.View          { return b.tissue.View() }
func (b *bench) Cells() iter.Seq[agents.Cell] { return slices.Values(b.cells) }
func (b *bench) Cover(i int) agents.Cover     { return b.covered[i] }
func (b *bench) Foot(agents.Kind) float64     { return 20 }
func (b *bench) SignalSum(s signal.Signal, pixels []int32) (sum float64) {
	for _, i := range pixels {
		sum += b.signals(s, i)
	}
	return sum
}

// at returns a pixel of the plate, depth pixels below its surface.
func (b *bench) at(row, depth int) int { return b.tissue.At(wide-1-depth, row) }

// face sets the state of the surface in rows from to to-1.
func (b *bench) face(from, to int, f tissue.Face) {
	for y := from; y < to; y++ {
		b.tissue.Face[b.at(y, 0)] = f
	}
}

// osteoid makes the pixels of rows from to to-1 at a depth osteoid of an age [d].
func (b *bench) osteoid(from, to, depth int, age float64) {
	for y := from; y < to; y++ {
		i := b.at(y, depth)
		b.tissue.Osteoid[i], b.tissue.Mineral[i] = 1, 0
		b.tissue.Batch[i], b.tissue.Begun[i] = 1, float32(b.time-age*unit.Day)
		b.tissue.Laid[i] = b.tissue.Begun[i]
	}
}

// cover lets cells of a kind hold rows from to to-1.
func (b *bench) cover(from, to int, c agents.Cover) {
	for y := from; y < to; y++ {
		b.covered[b.at(y, 0)] |= c
	}
}

// named returns a row of r by the name of the column.
func named(r *metric.Recorder, v metric.Section) map[string]float64 { return metric.Named(r.Row(v)) }

// first returns the first row of a section.
func (b *bench) first() map[string]float64 { return named(metric.NewRecorder(), b) }

func requireMissing(t *testing.T, row map[string]float64, names ...string) {
	t.Helper()
	for _, name := range names {
		require.Contains(t, row, name)
		require.NotEqual(t, row[name], row[name], "%s = %g, want missing", name, row[name])
	}
}
