package sim

import (
	"testing"

	"github.com/stretchr/testify/require"

	"trabecula/agents"
	"trabecula/field/tissue"
)

// empty returns a model of a plate in which nothing lives: rows 16 to 31 of 48
// are bone.
func empty(workers int) *Model {
	p := busy()
	p.Marrow.Sinusoids = 0
	m := must(New(p, plate(48), 1, Options{Workers: workers}))
	m.cells = nil
	return m
}

// put enters a cell at (x, y) and returns its slot.
func (m *Model) put(c agents.Cell, x, y int) int32 {
	c.ID, c.Pos, c.Nuclei = m.nextID, int32(m.tissue.At(x, y)), max(c.Nuclei, 1)
	m.nextID++
	m.cells = append(m.cells, c)
	return int32(len(m.cells) - 1)
}

// want applies intents as if the cells had stated them, in two shards.
func (m *Model) want(wishes ...agents.Intent) {
	m.events = m.events[:0]
	m.freeze()
	m.next = append(m.next[:0], m.cells...)
	m.shards = []agents.Intents{{List: wishes[:len(wishes)/2]}, {List: wishes[len(wishes)/2:]}}
	m.apply()
}

// kinds returns what lives.
func (m *Model) kinds() (list []agents.Kind) {
	for _, c := range m.cells {
		list = append(list, c.Kind)
	}
	return list
}

func precursor() agents.Cell {
	return agents.Cell{Kind: agents.Precursor, Flags: agents.Committed, RANK: 1}
}

// Four committed precursors in different shards all want to found an osteoclast
// with two of the others: the first in slot order gets its way, the one left over
// stays what it was. Workers change nothing.
func TestFirstSlotWinsAContestedFusion(t *testing.T) {
	for workers := 1; workers <= 4; workers++ {
		m := empty(workers)
		p := of[agents.PrecursorParams](&m.params, agents.Precursor)
		p.Fusion, p.Residence, p.Speed, p.Contact = 1e6, 1e15, 0, 40
		of[agents.MacrophageParams](&m.params, agents.Macrophage).Residence = 1e15
		m.rules = m.params.Cells.Bind()
		m.put(precursor(), 20, 15)
		for range 2 * shardSize {
			m.put(agents.Cell{Kind: agents.Macrophage}, 40, 3)
		}
		second := m.put(precursor(), 21, 15)
		third := m.put(precursor(), 22, 15)
		m.put(precursor(), 23, 15)
		left := m.cells[len(m.cells)-1].ID
		founders := []uint64{m.cells[0].ID, m.cells[second].ID, m.cells[third].ID}
		m.freeze()
		require.NoError(t, m.Step())
		require.Greater(t, len(m.shards), 3)
		wishes := 0
		for i := range m.shards {
			for _, w := range m.shards[i].List {
				if w.Op == agents.Fuse {
					wishes++
				}
			}
		}
		require.Equal(t, 4, wishes, "all four must have wanted it")
		require.Equal(t, 1, m.View().Counts()[agents.Osteoclast])
		require.Equal(t, 1, m.View().Counts()[agents.Precursor])
		var fused []uint64
		for _, e := range m.View().Events() {
			if e.What == "fusion" {
				fused = append(fused, e.ID)
			}
		}
		require.Equal(t, founders, fused)
		for _, c := range m.cells {
			if c.Kind == agents.Osteoclast {
				require.EqualValues(t, 3, c.Nuclei)
			}
			if c.Kind == agents.Precursor {
				require.Equal(t, left, c.ID)
			}
		}
	}
}

// Two wish to take in one precursor: it is gone with the first, and the second
// wish fails.
func TestOnePrecursorFusesOnce(t *testing.T) {
	m := empty(1)
	cell := m.put(precursor(), 20, 15)
	a := m.put(agents.Cell{Kind: agents.Osteoclast, Nuclei: 4}, 22, 14)
	b := m.put(agents.Cell{Kind: agents.Osteoclast, Nuclei: 4}, 24, 14)
	m.want(
		agents.Intent{Op: agents.Fuse, Slot: cell, Into: b, With: [2]int32{-1, -1}, Cause: "joined"},
		agents.Intent{Op: agents.Fuse, Slot: cell, Into: a, With: [2]int32{-1, -1}, Cause: "joined"})
	require.Len(t, m.cells, 2)
	require.EqualValues(t, 4, m.cells[0].Nuclei)
	require.EqualValues(t, 5, m.cells[1].Nuclei)
	require.Len(t, m.events, 1)
}

// The dead want nothing: what a cell wishes after its death in the same step fails,
// and none can fuse with it.
func TestTheDeadWantNothing(t *testing.T) {
	m := empty(1)
	dying := m.put(agents.Cell{Kind: agents.Osteoclast, Nuclei: 4}, 22, 14)
	cell := m.put(precursor(), 20, 15)
	at := int32(m.tissue.At(22, 16))
	m.want(
		agents.Intent{Op: agents.Die, Slot: dying, Cause: "age"},
		agents.Intent{Op: agents.Resorb, Slot: dying, At: at, Amount: 0.5},
		agents.Intent{Op: agents.Divide, Slot: dying, Kind: agents.Osteoclast, At: 3},
		agents.Intent{Op: agents.Fuse, Slot: cell, Into: dying, With: [2]int32{-1, -1}})
	require.Equal(t, []agents.Kind{agents.Precursor}, m.kinds())
	require.Equal(t, float32(1), m.tissue.Bone[at])
	require.Len(t, m.events, 1)
}

// Two cells dig at one pixel: the second gets what is left of it, and each is
// credited with what it took.
func TestTwoCannotTakeMoreThanThereIs(t *testing.T) {
	m := empty(1)
	a := m.put(agents.Cell{Kind: agents.Osteoclast}, 20, 14)
	b := m.put(agents.Cell{Kind: agents.Osteoclast}, 22, 14)
	at := int32(m.tissue.At(21, 16))
	m.want(
		agents.Intent{Op: agents.Resorb, Slot: a, At: at, Amount: 0.75},
		agents.Intent{Op: agents.Resorb, Slot: b, At: at, Amount: 0.75})
	require.Zero(t, m.tissue.Bone[at])
	require.Equal(t, float32(0.75*25), m.cells[0].Work)
	require.Equal(t, float32(0.25*25), m.cells[1].Work)
	require.NoError(t, m.Check())
	m.want(
		agents.Intent{Op: agents.Form, Slot: a, At: at, Amount: 0.75},
		agents.Intent{Op: agents.Form, Slot: b, At: at, Amount: 0.75})
	require.Equal(t, float32(1), m.tissue.Bone[at])
	require.Equal(t, float32((0.75+0.75)*25), m.cells[0].Work)
	require.Equal(t, float32((0.25+0.25)*25), m.cells[1].Work)
	require.NoError(t, m.Check())
}

// Cells do not enter bone, and none is born in it.
func TestBoneIsClosed(t *testing.T) {
	m := empty(1)
	slot := m.put(agents.Cell{Kind: agents.Macrophage}, 20, 14)
	bone, marrow := int32(m.tissue.At(20, 20)), int32(m.tissue.At(21, 13))
	m.want(
		agents.Intent{Op: agents.Move, Slot: slot, At: bone},
		agents.Intent{Op: agents.Divide, Slot: slot, Kind: agents.Macrophage, At: bone},
		agents.Intent{Op: agents.Enter, Slot: -1, Kind: agents.TCell, At: bone},
		agents.Intent{Op: agents.Move, Slot: slot, At: marrow})
	require.Len(t, m.cells, 1)
	require.Equal(t, marrow, m.cells[0].Pos)
	require.Empty(t, m.events)
}

// A daughter knows her mother and begins as she is; an immigrant has none.
func TestBirthAndEntry(t *testing.T) {
	m := empty(1)
	m.tick = 10
	mother := m.put(agents.Cell{Kind: agents.LiningCell, Growth: 0.25, Clock: 0.5}, 20, 15)
	id := m.cells[mother].ID
	at := int32(m.tissue.At(25, 15))
	m.want(
		agents.Intent{Op: agents.Divide, Slot: mother, Kind: agents.LiningCell, At: at, Cause: "room"},
		agents.Intent{Op: agents.Enter, Slot: -1, Kind: agents.TCell, At: at, Cause: "vessel"})
	require.Equal(t, []agents.Kind{agents.LiningCell, agents.LiningCell, agents.TCell}, m.kinds())
	daughter, immigrant := m.cells[1], m.cells[2]
	require.Equal(t, id, daughter.Parent)
	require.Equal(t, float32(0.25), daughter.Growth)
	require.Equal(t, float32(40), daughter.Born, "10 steps of 4 h")
	require.Zero(t, immigrant.Parent)
	require.Equal(t, []uint64{id, id + 1, id + 2}, []uint64{m.cells[0].ID, daughter.ID, immigrant.ID})
	require.Equal(t, "birth", m.events[0].What)
	require.Equal(t, id, m.events[0].Other)
	require.Equal(t, "entry", m.events[1].What)
}

// Who becomes another kind keeps its identity and begins anew.
func TestBecome(t *testing.T) {
	m := empty(1)
	slot := m.put(agents.Cell{Kind: agents.Osteoblast, Clock: 1, Flags: agents.Retracted, Work: 9}, 20, 15)
	id, into := m.cells[slot].ID, int32(m.tissue.At(20, 16))
	m.want(agents.Intent{Op: agents.Become, Slot: slot, Kind: agents.Osteocyte, At: into, Cause: "buried"})
	c := m.cells[0]
	require.Equal(t, agents.Osteocyte, c.Kind)
	require.Equal(t, id, c.ID)
	require.Equal(t, into, c.Pos)
	require.Zero(t, c.Clock)
	require.Zero(t, c.Flags)
	require.Equal(t, agents.Event{What: "embedding", ID: id, Kind: agents.Osteocyte, At: into, Cause: "buried, was osteoblast"}, m.events[0])
	require.NoError(t, m.Check())
}

// Bone that grows over a cell pushes it into the marrow beside; an osteocyte
// stays, and who finds no marrow in reach is crushed.
func TestCellsMakeWayForBone(t *testing.T) {
	m := empty(1)
	m.put(agents.Cell{Kind: agents.Macrophage}, 20, 15)
	m.put(agents.Cell{Kind: agents.Osteocyte}, 20, 16)
	m.put(agents.Cell{Kind: agents.TCell}, 5, 40)
	for x := range 48 {
		m.tissue.Bone[m.tissue.At(x, 15)] = 1
	}
	m.want()
	require.Len(t, m.cells, 3)
	require.Equal(t, int32(m.tissue.At(20, 14)), m.cells[0].Pos)
	require.Equal(t, int32(m.tissue.At(20, 16)), m.cells[1].Pos)
	for i := range m.tissue.Bone {
		m.tissue.Bone[i] = 1
	}
	m.want()
	require.Equal(t, []agents.Kind{agents.Osteocyte}, m.kinds())
	require.Len(t, m.events, 2)
	require.EqualValues(t, "crushed", m.events[0].Cause)
}

// Settle turns eroded surface within its radius quiescent.
func TestSettleActsWithinItsRadius(t *testing.T) {
	m := empty(1)
	slot := m.put(agents.Cell{Kind: agents.LiningCell}, 20, 15)
	for x := range 48 {
		m.tissue.Face[m.tissue.At(x, 16)] = tissue.Eroded
	}
	m.want(agents.Intent{Op: agents.Settle, Slot: slot, At: int32(m.tissue.At(20, 15)), Amount: 26})
	for x := range 48 {
		settled := x >= 15 && x <= 25 // 5 px aside and 1 down are 25.5 um
		require.Equal(t, settled, m.tissue.Face[m.tissue.At(x, 16)] == tissue.Quiescent, "column %d", x)
	}
	require.EqualValues(t, 11, m.tissue.Totals.Arrests)
}

// A note is an entry in the log and nothing else.
func TestNoteOnlyWritesTheLog(t *testing.T) {
	m := empty(1)
	slot := m.put(agents.Cell{Kind: agents.Osteocyte}, 20, 20)
	was := m.cells[slot]
	m.want(agents.Intent{Op: agents.Note, Slot: slot, What: "something", Cause: "reason"})
	require.Equal(t, []agents.Cell{was}, m.cells)
	require.Equal(t, []agents.Event{{What: "something", ID: was.ID, Kind: was.Kind, At: was.Pos, Cause: "reason"}}, m.events)
}
