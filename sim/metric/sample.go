package metric

import (
	"iter"

	"trabecula/agents"
	"trabecula/field"
	"trabecula/field/histology"
	"trabecula/field/mechanics"
	"trabecula/field/morphometry"
	"trabecula/field/signal"
	"trabecula/field/tissue"
	"trabecula/sim/unit"
)

// Section is what a row is computed from; sim.View is one.
type Section interface {
	Time() float64       // since the start [h]
	Maturation() float64 // age at which osteoid begins to mineralise [h]
	Tissue() tissue.View
	Biopsy() histology.Biopsy // the latest
	Cells() iter.Seq[agents.Cell]
	Cover(i int) agents.Cover                          // by whom pixel i is covered
	Foot(k agents.Kind) float64                        // radius of surface under a cell [um]
	SignalSum(s signal.Signal, pixels []int32) float64 // of the concentrations in pixels [pM]
	Age() float64                                      // of the person [years]
	Bearing() mechanics.Bearing                        // of load
	Daily() []float64                                  // readings of endocrine.Serum, means of the last day
}

// Sample is a section at one moment, measured once for all columns of a row.
type Sample struct {
	Days    float64 // since the start
	Tissue  float64 // T.Ar [um2]
	Mineral float64 // mineral content, full pixels of it [um2]
	Cracks  float64 // expected number of microcracks
	Calcium spectrum
	Now     State
	Totals  tissue.Totals
	Biopsy  histology.Biopsy
	Bearing mechanics.Bearing
	Cells   Census
	Marrow  [signal.Count]float64 // mean in marrow [pM]
	Contact [signal.Count]float64 // mean in marrow pixels that touch bone by an edge [pM]

	Age   float64   // of the person [years]
	Serum []float64 // readings of endocrine.Serum, means of the last day

	Week    Window // the last 7 d
	Rates   Window // the last 90 d
	Packets Window // the last 360 d
}

// State is the part of a Sample that is averaged over windows of time.
type State struct {
	Bone    float64 // B.Ar, osteoid included [um2]
	Osteoid float64 // O.Ar [um2]
	Exposed float64 // bone pixels that touch marrow by an edge
	Surface Surface
}

// scratch is memory that is used again for every row.
type scratch struct {
	mask            morphometry.Mask
	touched         []bool
	marrow, contact []int32
}

// resize makes the scratch fit a lattice.
func (w *scratch) resize(g field.Grid) {
	if w.mask.Grid != g {
		w.mask, w.touched = morphometry.NewMask(g), make([]bool, g.Len())
	}
	clear(w.touched)
	w.marrow, w.contact = w.marrow[:0], w.contact[:0]
}

// measure returns the Sample of v, still without the windows of time.
func (w *scratch) measure(v Section) Sample {
	t := v.Tissue()
	w.resize(t.Grid())
	s := Sample{Days: v.Time() / unit.Day, Tissue: t.Grid().Area(), Totals: t.Totals(), Biopsy: v.Biopsy(), Bearing: v.Bearing(), Age: v.Age(), Serum: v.Daily()}
	w.amounts(t, &s)
	w.survey(v, &s.Now)
	s.Cells = census(v)
	for k := range signal.Count {
		s.Marrow[k] = ratio(v.SignalSum(k, w.marrow), float64(len(w.marrow)))
		s.Contact[k] = ratio(v.SignalSum(k, w.contact), float64(len(w.contact)))
	}
	return s
}

// amounts sums the planes of the tissue and tells bone from marrow.
func (w *scratch) amounts(t tissue.View, s *Sample) {
	bone, osteoid, mineral := 0.0, 0.0, 0.0
	for i := range w.mask.Solid {
		bone += float64(t.Bone(i))
		osteoid += float64(t.Osteoid(i))
		mineral += float64(t.Mineral(i))
		s.Cracks += t.Cracks(i)
		s.Calcium.add(t, i)
		w.mask.Solid[i] = t.Solid(i)
		if !t.Solid(i) {
			w.marrow = append(w.marrow, int32(i))
		}
	}
	px := t.Grid().PixelArea()
	s.Now.Bone, s.Now.Osteoid, s.Mineral = bone*px, osteoid*px, mineral*px
}
