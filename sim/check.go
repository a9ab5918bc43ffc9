package sim

import (
	"fmt"
	"math"

	"trabecula/agents"
	"trabecula/field/signal"
	"trabecula/field/tissue"
)

// balance is what the tissue holds in all [um2, full pixels of it; molecules; microcracks].
type balance struct{ Bone, Mineral, Bisphosphonate, Cracks, Label float64 }

// balance sums the planes in index order.
func (m *Model) balance() (b balance) {
	for i := range m.tissue.Bone {
		b.Bone += float64(m.tissue.Bone[i])
		b.Mineral += float64(m.tissue.Mineral[i])
		b.Bisphosphonate += float64(m.tissue.Bisphosphonate[i])
		b.Cracks += float64(m.tissue.Damage[i])
		b.Label += float64(m.tissue.Label1[i]) + float64(m.tissue.Label2[i])
	}
	b.Cracks *= m.tissue.PixelArea()
	b.Label *= m.tissue.PixelArea()
	b.Bone *= m.tissue.PixelArea()
	b.Mineral *= m.tissue.PixelArea()
	return b
}

// tolerance of the balances, relative to what the section holds: float64 sums of
// float32 planes over years of steps.
const tolerance = 1e-9

// Check verifies the invariants: fractions within bounds, no NaN, tissue and
// mineral balanced, identities unique and rising, only osteocytes inside bone. An
// error names plane or cell, pixel and tick.
func (m *Model) Check() error {
	for _, check := range [...]func() error{m.checkTissue, m.checkBalance, m.checkCells, m.checkSignals} {
		if err := check(); err != nil {
			return fmt.Errorf("invariant broken at tick %d: %w", m.tick, err)
		}
	}
	return nil
}

func (m *Model) checkTissue() error {
	t := m.tissue
	for i := range t.Bone {
		for _, p := range [...]struct {
			name  string
			v, to float32
		}{{"bone", t.Bone[i], 1}, {"osteoid", t.Osteoid[i], t.Bone[i]}, {"mineral", t.Mineral[i], t.Bone[i] - t.Osteoid[i] + 1e-6},
			{"matrix TGF-β1", t.TGFb[i], math.MaxFloat32}, {"matrix IGF-1", t.IGF1[i], math.MaxFloat32},
			{"bisphosphonate", t.Bisphosphonate[i], math.MaxFloat32},
			{"damage", t.Damage[i], math.MaxFloat32}, {"first label", t.Label1[i], t.Bone[i]}, {"second label", t.Label2[i], t.Bone[i]},
			{"lost", t.Lost[i], 1}, {"cement", t.Cement[i], math.MaxFloat32}, {"floor", t.Floor[i], 1}, {"batch", t.Batch[i], math.MaxFloat32}} {
			if !(p.v >= 0 && p.v <= p.to) { // catches NaN too
				return m.at(fmt.Sprintf("tissue.%s = %g, want 0..%g", p.name, p.v, p.to), i)
			}
		}
	}
	return nil
}

// at names a pixel in an error.
func (m *Model) at(what string, i int) error {
	x, y := m.tissue.XY(i)
	return fmt.Errorf("%s in pixel (%d, %d)", what, x, y)
}

func (m *Model) checkBalance() error {
	now, t := m.balance(), m.tissue.Totals
	bone := m.start.Bone + t.Formed - t.Resorbed
	mineral := m.start.Mineral + t.MineralIn - t.MineralOut
	if off := math.Abs(now.Bone - bone); off > tolerance*m.tissue.Area() {
		return fmt.Errorf("tissue balance: section holds %.6f um2 of bone, start + formed - resorbed = %.6f", now.Bone, bone)
	}
	if off := math.Abs(now.Mineral - mineral); off > tolerance*m.tissue.Area() {
		return fmt.Errorf("mineral balance: section holds %.6f um2, start + taken up - freed = %.6f", now.Mineral, mineral)
	}
	bound := m.start.Bisphosphonate + t.Adsorbed - t.Released
	if off := math.Abs(now.Bisphosphonate - bound); off > tolerance*(m.start.Bisphosphonate+t.Adsorbed) {
		return fmt.Errorf("bisphosphonate balance: section holds %.6g molecules, start + adsorbed - released = %.6g", now.Bisphosphonate, bound)
	}
	cracks := m.start.Cracks + t.Cracked - t.Uncracked
	if off := math.Abs(now.Cracks - cracks); off > tolerance*(m.start.Cracks+t.Cracked) {
		return fmt.Errorf("damage balance: section holds %.6g microcracks, start + opened - removed = %.6g", now.Cracks, cracks)
	}
	label := m.start.Label + t.Labelled - t.Bleached
	if off := math.Abs(now.Label - label); off > tolerance*m.tissue.Area() {
		return fmt.Errorf("label balance: section holds %.6f um2, laid - removed = %.6f", now.Label, label)
	}
	return nil
}

func (m *Model) checkCells() error {
	last := uint64(0)
	for _, c := range m.cells {
		if c.ID <= last || c.ID >= m.nextID {
			return fmt.Errorf("cells: identity %d of a %s after %d, want unique and rising below %d", c.ID, c.Kind, last, m.nextID)
		}
		last = c.ID
		if c.Kind != agents.Osteocyte && m.tissue.Bone[c.Pos] >= tissue.Solid {
			return m.at(fmt.Sprintf("cells: %s %d inside bone", c.Kind, c.ID), int(c.Pos))
		}
		for _, v := range [...]float32{c.Clock, c.RANK, c.Growth, c.Wnt, c.Work, c.Vigour, c.Load} {
			if !(v >= 0) || math.IsInf(float64(v), 0) {
				return m.at(fmt.Sprintf("cells: %s %d has a state of %g", c.Kind, c.ID, v), int(c.Pos))
			}
		}
		for q, v := range c.Paths {
			if !(v >= 0) || math.IsInf(float64(v), 0) {
				return m.at(fmt.Sprintf("cells: %s %d has %s at %g", c.Kind, c.ID, agents.Pathway(q), v), int(c.Pos))
			}
		}
	}
	return nil
}

func (m *Model) checkSignals() error {
	for s := range signal.Count {
		for i, v := range m.solver.Values(s) {
			if !(v >= 0) || math.IsInf(float64(v), 0) {
				return m.at(fmt.Sprintf("signals.%s = %g pM", s, v), i)
			}
		}
	}
	return nil
}
