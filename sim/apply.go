package sim

import (
	"trabecula/agents"
	"trabecula/field"
	"trabecula/field/signal"
	"trabecula/field/tissue"
	"trabecula/field/transport"
)

// fate is what has become of a cell in the step that is being applied.
type fate uint8

const (
	alive fate = iota
	gone       // dead or fused: later intents about it fail
)

// apply is the one place that changes the world. It takes the intents in the
// order of the cells; who comes first gets what two want.
func (m *Model) apply() {
	m.cells, m.next = m.next, m.cells
	m.fate = append(m.fate[:0], make([]fate, len(m.cells))...)
	for i := range m.shards {
		for _, wish := range m.shards[i].List {
			if wish.Slot < 0 || m.fate[wish.Slot] == alive {
				m.grant(wish)
			}
		}
	}
	m.displace()
	m.bury()
}

// grant carries out one intent, as far as the world allows.
func (m *Model) grant(w agents.Intent) {
	switch w.Op {
	case agents.Move:
		if m.tissue.Bone[w.At] < tissue.Solid {
			m.cells[w.Slot].Pos = w.At
		}
	case agents.Become:
		m.become(w)
	case agents.Divide, agents.Enter:
		m.birth(w)
	case agents.Die:
		m.fate[w.Slot] = gone
		m.log("death", m.cells[w.Slot], w.Cause, 0)
	case agents.Resorb:
		m.resorb(w)
	case agents.Form:
		m.form(w)
	case agents.Fuse:
		m.fuse(w)
	case agents.Settle:
		m.settle(w)
	case agents.Note:
		m.log(w.What, m.cells[w.Slot], w.Cause, 0)
	}
}

func (m *Model) log(what string, c agents.Cell, why agents.Cause, other uint64) {
	m.events = append(m.events, agents.Event{Tick: m.tick, What: what, ID: c.ID, Kind: c.Kind,
		At: c.Pos, Cause: why, Other: other})
}

func (m *Model) become(w agents.Intent) {
	c := &m.cells[w.Slot]
	before := c.Kind
	c.Kind, c.Since, c.Clock, c.Flags, c.Vigour, c.Habit, c.Strain = w.Kind, float32(m.time()), 0, 0, 1, 0, 0
	what := "change"
	if w.Kind == agents.Osteocyte {
		what, c.Pos = "embedding", w.At
	}
	m.log(what, *c, w.Cause+", was "+agents.Cause(before.String()), 0)
}

// birth adds a daughter or an immigrant.
func (m *Model) birth(w agents.Intent) {
	if m.tissue.Bone[w.At] >= tissue.Solid {
		return // the place has been filled in this very step
	}
	c := agents.Cell{Kind: w.Kind, Pos: w.At, Paths: m.env.AtRest(w.Kind)}
	what, parent := "entry", uint64(0)
	if w.Op == agents.Divide {
		mother := m.cells[w.Slot]
		what, parent = "birth", mother.ID
		c.Growth, c.Wnt, c.RANK, c.Paths = mother.Growth, mother.Wnt, mother.RANK, mother.Paths
		c.Vigour = 1
		if mother.Kind == w.Kind {
			c.Clock, c.Vigour = mother.Clock, 0
		}
	}
	m.add(c, what, w.Cause, parent)
}

// add gives a new cell its identity and enters it.
func (m *Model) add(c agents.Cell, what string, why agents.Cause, parent uint64) {
	c.ID, c.Parent = m.nextID, parent
	c.Born, c.Since = float32(m.time()), float32(m.time())
	c.Nuclei = max(c.Nuclei, 1)
	m.nextID++
	m.cells, m.fate = append(m.cells, c), append(m.fate, alive)
	m.log(what, c, why, parent)
}

// resorb removes bone, and what stands loose beside it then.
func (m *Model) resorb(w agents.Intent) {
	m.dissolve(w.Slot, int(w.At), float64(w.Amount))
	x, y := m.tissue.XY(int(w.At))
	for _, s := range field.Step8 {
		if j := m.tissue.At(x+s[0], y+s[1]); m.tissue.Inside(x+s[0], y+s[1]) && m.tissue.Loose(j) {
			m.dissolve(w.Slot, j, 1)
		}
	}
}

// dissolve removes bone and frees what the matrix held, to be spread in the next step.
func (m *Model) dissolve(slot int32, i int, amount float64) {
	out := m.tissue.Resorb(i, amount, m.time())
	m.cells[slot].Work += float32(out.Bone * m.tissue.PixelArea())
	taken := out.Bisphosphonate * agents.Poisoned(m.params.Cells)
	m.cells[slot].Load += float32(taken)
	m.tissue.Rebind(m.params.Matrix.Bisphosphonate, i, out.Bisphosphonate-taken)
	step := m.params.Time.Step
	m.free(signal.TGFb, int32(i), out.TGFb*agents.FreedTGFb(m.params.Cells)/step)
	m.free(signal.IGF1, int32(i), out.IGF1/step)
}

func (m *Model) free(s signal.Signal, at int32, rate float64) {
	if rate > 0 {
		m.freed[s] = append(m.freed[s], transport.Point{At: at, Rate: float32(rate)})
	}
}

func (m *Model) form(w agents.Intent) {
	tgfb, igf1 := m.params.Matrix.Contents(m.tissue.Grid)
	laid := m.tissue.Form(int(w.At), float64(w.Amount), m.time(), tgfb, igf1)
	m.cells[w.Slot].Work += float32(laid * m.tissue.PixelArea())
}

// fuse joins a precursor to an osteoclast, or three precursors to a new one.
func (m *Model) fuse(w agents.Intent) {
	c := m.cells[w.Slot]
	if w.Into >= 0 {
		if m.fate[w.Into] == alive {
			m.fate[w.Slot] = gone
			m.cells[w.Into].Nuclei++
			m.log("fusion", c, w.Cause, m.cells[w.Into].ID)
		}
		return
	}
	if m.fate[w.With[0]] != alive || m.fate[w.With[1]] != alive {
		return
	}
	for _, slot := range [...]int32{w.Slot, w.With[0], w.With[1]} {
		m.fate[slot] = gone
		m.log("fusion", m.cells[slot], w.Cause, m.nextID)
	}
	m.add(agents.Cell{Kind: agents.Osteoclast, Pos: w.At, Nuclei: 3, RANK: c.RANK, Paths: c.Paths}, "birth", "three precursors fused", c.ID)
}

// settle turns the eroded surface around a pixel quiescent.
func (m *Model) settle(w agents.Intent) {
	m.env.Disc(w.At, float64(w.Amount), func(i int32, _ float64) { m.tissue.Settle(int(i)) })
}

// displace moves cells out of bone that has grown over them: only osteocytes
// live there. Who finds no marrow nearby is crushed.
func (m *Model) displace() {
	for i := range m.cells {
		c := &m.cells[i]
		if m.fate[i] == gone || c.Kind == agents.Osteocyte || m.tissue.Bone[c.Pos] < tissue.Solid {
			continue
		}
		if to, ok := m.env.NearestMarrow(c.Pos, 12*m.tissue.Pixel); ok {
			c.Pos = to
		} else {
			m.fate[i] = gone
			m.log("death", *c, "crushed", 0)
		}
	}
}

// bury removes the cells that are gone; the others keep their order.
func (m *Model) bury() {
	kept := m.cells[:0]
	for i, c := range m.cells {
		if m.fate[i] == alive {
			kept = append(kept, c)
		}
	}
	m.cells = kept
}
