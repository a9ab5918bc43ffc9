package sim

import (
	"fmt"
	"testing"

	"github.com/stretchr/testify/require"

	"trabecula/agents"
	"trabecula/field"
	"trabecula/field/tissue"
	"trabecula/sim/unit"
)

// plate returns a section of size x size px of 5 um, a third of it a plate of
// mineralised bone from edge to edge.
func plate(size int) *tissue.Tissue {
	t := tissue.New(field.Grid{W: size, H: size, Pixel: 5, Thickness: 10})
	for i := range t.Bone {
		if _, y := t.XY(i); y >= size/3 && y < 2*size/3 {
			t.Bone[i], t.Mineral[i], t.Born[i], t.TGFb[i], t.IGF1[i] = 1, 0.9, -1e4, 2400, 3300
		}
	}
	return t
}

// must returns what cannot fail with the parameters of these tests.
func must(m *Model, err error) *Model {
	if err != nil {
		panic(err)
	}
	return m
}

// of returns the parameters of a kind, to be set.
func of[P any](p *Params, k agents.Kind) *P { return p.Cells[k].(*P) }

// busy returns parameters with which a small section lives through in weeks what
// takes years, so that every event and every operation happens. It owes nothing
// to how the defaults are tuned: what matters is set here.
func busy() Params {
	p := Defaults()
	p.Time.Step = 4
	p.Marrow.Sinusoids, p.Marrow.Clearance = 40e-6, 20
	p.Stimuli.Inflammation = 0.3
	p.Matrix = tissue.Params{Maturation: 3 * unit.Day, Primary: unit.Day, Burst: 0.65, Secondary: 0.01 / unit.Day, TGFb: 2400, IGF1: 3300}
	busyResorption(&p)
	busyFormation(&p)
	immune := of[agents.TCellParams](&p, agents.TCell)
	immune.Entry, immune.Residence = 0.2/unit.Day, 5*unit.Day
	return p
}

// busyResorption makes osteoclasts form easily and die soon.
func busyResorption(p *Params) {
	osteocyte := of[agents.OsteocyteParams](p, agents.Osteocyte)
	osteocyte.Apoptosis, osteocyte.RANKL, osteocyte.OPG, osteocyte.Dead = 0.002/unit.Day, 2500, 500, 0.25
	osteocyte.Density, osteocyte.Spacing = 6e-4, 25
	osteocyte.Alarm, osteocyte.AlarmRANKL = 100*unit.Day, 10
	precursor := of[agents.PrecursorParams](p, agents.Precursor)
	precursor.Density, precursor.Entry, precursor.Threshold = 300e-6, 4/unit.Day, 0.2
	precursor.HalfRANKL, precursor.Fusion = 2, 2/unit.Day
	osteoclast := of[agents.OsteoclastParams](p, agents.Osteoclast)
	osteoclast.Lifespan, osteoclast.NucleusLife, osteoclast.HalfRANKL = 6*unit.Day, 6*unit.Day, 1
	osteoclast.Rate = 12 / unit.Day // so that bone is left for months
	lining := of[agents.LiningParams](p, agents.LiningCell)
	lining.HalfRANKL, lining.Retract, lining.Cover = 10, 2*unit.Day, 2*unit.Day
	lining.Spread, lining.Settle, lining.RANKL, lining.OPG = 0.5/unit.Day, 2/unit.Day, 200, 1000
	lining.HalfTGFb = 1e3 // they stay, and so settle what is eroded beneath them
}

// busyFormation makes osteoblasts arise easily and work fast.
func busyFormation(p *Params) {
	progenitor := of[agents.ProgenitorParams](p, agents.Progenitor)
	progenitor.Density, progenitor.Commit, progenitor.HalfTGFb = 100e-6, 0.05, 1e-4
	pre := of[agents.PreOsteoblastParams](p, agents.PreOsteoblast)
	pre.HalfTGFb, pre.Lifespan, pre.RANKL = 1e-4, 10*unit.Day, 200
	reversal := of[agents.ReversalParams](p, agents.Reversal)
	reversal.Maturation, reversal.Quorum, reversal.Hold, reversal.Loss = 4*unit.Day, 1, 1, 0.05/unit.Day
	reversal.Spread = 0.2 / unit.Day
	osteoblast := of[agents.OsteoblastParams](p, agents.Osteoblast)
	osteoblast.Rate, osteoblast.Tiring, osteoblast.Rest = 8/unit.Day, 8*unit.Day, 2*unit.Day
	osteoblast.Burial, osteoblast.BurialRate = 40, 1/unit.Day
}

// history is what a model did in a stretch of steps.
type history struct {
	events  []agents.Event
	ops     map[agents.Op]int
	what    map[string]int
	founded int // fusions of three
	joined  int // fusions into an osteoclast
}

// run takes n steps of m and writes down what happened.
func run(t *testing.T, m *Model, n int) (h history) {
	t.Helper()
	h.ops, h.what = map[agents.Op]int{}, map[string]int{}
	for range n {
		h.step(t, m)
	}
	return h
}

// step takes one step of m.
func (h *history) step(t *testing.T, m *Model) {
	t.Helper()
	require.NoError(t, m.Step())
	for i := range m.shards {
		for _, w := range m.shards[i].List {
			h.ops[w.Op]++
		}
	}
	for _, e := range m.View().Events() {
		h.what[e.What]++
		if e.What == "fusion" && e.Cause == "founded" {
			h.founded++
		} else if e.What == "fusion" {
			h.joined++
		}
		h.events = append(h.events, e)
	}
}

// lacks names what has not happened yet of all that can.
func (h *history) lacks(now tissue.Totals) (list []string) {
	lack := func(name string, n int) {
		if n == 0 {
			list = append(list, name)
		}
	}
	for op := agents.Move; op <= agents.Note; op++ {
		lack(fmt.Sprintf("operation %d", op), h.ops[op])
	}
	for _, what := range []string{"birth", "entry", "fusion", "death", "embedding", "change"} {
		lack(what, h.what[what])
	}
	lack("founded", h.founded)
	lack("joined", h.joined)
	for n, count := range []int64{now.Erosions, now.Reversals, now.Completions, now.Arrests} {
		lack(fmt.Sprintf("turn of a surface %d", n), int(count))
	}
	return list
}

func hash(t *testing.T, m *Model) string {
	t.Helper()
	sum, err := m.Hash()
	require.NoError(t, err)
	return sum
}

// months returns how many steps of 4 h there are in some months of 30 days; a short
// test, which looks for races, takes a tenth of that.
func months(n float64) int {
	if testing.Short() {
		n /= 10
	}
	return int(n * 180)
}

// lengthy leaves a test out of the short run, which looks for races, when there
// is none to be found in it.
func lengthy(t *testing.T) {
	t.Helper()
	if testing.Short() {
		t.Skip("long, and of one goroutine")
	}
}
