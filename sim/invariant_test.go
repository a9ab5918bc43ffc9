package sim

import (
	"math"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"trabecula/agents"
	"trabecula/field/signal"
	"trabecula/field/tissue"
)

// Months of a busy section keep all invariants, step by step, while everything
// that can happen does happen.
func TestInvariantsHoldWhileEverythingHappens(t *testing.T) {
	section := plate(64)
	for x := range section.W / 2 { // old erosion under lining cells, for them to settle
		section.Face[section.At(x, section.H/3)] = tissue.Eroded
	}
	m := must(New(busy(), section, 1, Options{Workers: 2, Check: true}))
	h := run(t, m, months(3))
	if testing.Short() {
		return
	}
	for range months(20) { // rare things take their time
		if len(h.lacks(m.tissue.Totals)) == 0 {
			break
		}
		h.step(t, m)
	}
	require.Empty(t, h.lacks(m.tissue.Totals))
	now := m.View().Tissue().Totals()
	require.Positive(t, min(now.Formed, now.Resorbed, now.Mineralised, now.MineralIn, now.MineralOut, now.ErodedTime, now.FormingTime))
}

// The event log accounts for every cell: what came less what went is the change
// in the number of each kind, at every step.
func TestEventsAccountForEveryCell(t *testing.T) {
	lengthy(t)
	m := must(New(busy(), plate(64), 2, Options{Workers: 1}))
	want := m.View().Counts()
	for range months(2) {
		require.NoError(t, m.Step())
		for _, e := range m.View().Events() {
			switch e.What {
			case "birth", "entry":
				want[e.Kind]++
			case "fusion":
				want[e.Kind]--
			case "death":
				want[e.Kind]--
			case "change", "embedding":
				want[e.Kind]++
				want[before(t, e)]--
			}
		}
		require.Equal(t, want, m.View().Counts(), "tick %d", m.View().Tick())
	}
}

// before returns the kind that a cell was before it changed.
func before(t *testing.T, e agents.Event) agents.Kind {
	t.Helper()
	_, name, found := strings.Cut(string(e.Cause), ", was ")
	require.True(t, found, "%+v", e)
	for k := range agents.KindCount {
		if k.String() == name {
			return k
		}
	}
	t.Fatalf("no kind %q", name)
	return 0
}

// Every event names the step in which it happened, a pixel of the section and an
// identity that has been given out; a birth names a parent.
func TestEventsAreWellFormed(t *testing.T) {
	lengthy(t)
	m := must(New(busy(), plate(64), 3, Options{Workers: 1}))
	h := run(t, m, months(1))
	last := int64(0)
	for _, e := range h.events {
		require.GreaterOrEqual(t, e.Tick, last)
		last = e.Tick
		require.True(t, e.ID >= 1 && e.ID < m.nextID)
		require.True(t, e.At >= 0 && int(e.At) < m.tissue.Len())
		require.NotEmpty(t, e.Cause)
		if e.What == "birth" || e.What == "fusion" {
			require.True(t, e.Other >= 1 && e.Other < m.nextID && e.Other != e.ID, "%+v", e)
		}
	}
	require.Less(t, last, m.View().Tick())
}

// Check names what is wrong, where and when.
func TestCheckNamesWhatIsWrong(t *testing.T) {
	nan := float32(math.NaN())
	tests := map[string]struct {
		corrupt func(m *Model, i int)
		want    string
	}{
		"too much bone":     {func(m *Model, i int) { m.tissue.Bone[i] = 1.5 }, "tissue.bone = 1.5, want 0..1 in pixel (5, 16)"},
		"no number of bone": {func(m *Model, i int) { m.tissue.Bone[i] = nan }, "tissue.bone = NaN"},
		"negative bone":     {func(m *Model, i int) { m.tissue.Bone[i] = -0.1 }, "tissue.bone = -0.1"},
		"too much osteoid":  {func(m *Model, i int) { m.tissue.Osteoid[i] = 1.1 }, "tissue.osteoid = 1.1, want 0..1 in pixel (5, 16)"},
		"too much mineral":  {func(m *Model, i int) { m.tissue.Mineral[i] = 1.1 }, "tissue.mineral = 1.1"},
		"mineral in osteoid": {func(m *Model, i int) { m.tissue.Osteoid[i] = 0.5 },
			"tissue.mineral = 0.9"},
		"negative TGF-β":    {func(m *Model, i int) { m.tissue.TGFb[i] = -1 }, "tissue.matrix TGF-β1 = -1"},
		"negative IGF-1":    {func(m *Model, i int) { m.tissue.IGF1[i] = -1 }, "tissue.matrix IGF-1 = -1"},
		"bone from nowhere": {func(m *Model, i int) { m.tissue.Bone[i], m.tissue.Mineral[i] = 0.95, 0.9 }, "tissue balance"},
		"mineral gone":      {func(m *Model, i int) { m.tissue.Mineral[i] = 0.8 }, "mineral balance"},
		"twins":             {func(m *Model, _ int) { m.cells[3].ID = m.cells[2].ID }, "cells: identity"},
		"a cell from the future": {func(m *Model, _ int) { m.cells[len(m.cells)-1].ID = m.nextID },
			"cells: identity"},
		"entombed":         {func(m *Model, i int) { m.cells[0].Pos = int32(i) }, "inside bone in pixel (5, 16)"},
		"mad cell":         {func(m *Model, _ int) { m.cells[0].RANK = nan }, "has a state of NaN"},
		"infinite cell":    {func(m *Model, _ int) { m.cells[0].Work = float32(math.Inf(1)) }, "has a state of +Inf"},
		"negative cell":    {func(m *Model, _ int) { m.cells[0].Growth = -1 }, "has a state of -1"},
		"negative signal":  {func(m *Model, i int) { m.solver.Values(signal.OPG)[i] = -2 }, "signals.opg = -2 pM in pixel (5, 16)"},
		"no signal at all": {func(m *Model, i int) { m.solver.Values(signal.TNF)[i] = nan }, "signals.tnf = NaN pM"},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			m := must(New(busy(), plate(32), 1, Options{}))
			for range 3 {
				require.NoError(t, m.Step())
			}
			require.NoError(t, m.Check())
			require.NotEqual(t, agents.Osteocyte, m.cells[0].Kind)
			i := m.tissue.At(5, 16)
			m.tissue.Bone[i], m.tissue.Osteoid[i], m.tissue.Mineral[i] = 1, 0, 0.9
			m.start = m.balance()
			m.tissue.Totals.Formed, m.tissue.Totals.Resorbed, m.tissue.Totals.MineralIn, m.tissue.Totals.MineralOut = 0, 0, 0, 0
			require.NoError(t, m.Check())
			test.corrupt(m, i)
			require.ErrorContains(t, m.Check(), test.want)
			require.ErrorContains(t, m.Check(), "invariant broken at tick 3: ")
		})
	}
}

// With the option, a step that breaks an invariant says so itself.
func TestStepChecksIfAsked(t *testing.T) {
	for _, check := range []bool{false, true} {
		m := must(New(busy(), plate(32), 1, Options{Check: check}))
		m.start.Bone++
		require.Equal(t, check, m.Step() != nil)
	}
}
