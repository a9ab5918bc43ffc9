package agents

import (
	"testing"

	"github.com/stretchr/testify/require"

	"trabecula/field/signal"
	"trabecula/field/transport"
	"trabecula/sim/param"
)

// Every kind has a name, a plural, a meaning, rules and parameters with meaning,
// source and range.
func TestCatalogueIsComplete(t *testing.T) {
	names, rules, set := map[string]bool{}, Defaults().Bind(), Defaults()
	for k := range KindCount {
		spec := Catalogue[k]
		require.Equal(t, spec.Name, k.String())
		require.Regexp(t, `^[a-z][a-z0-9_]*$`, spec.Name)
		require.False(t, names[spec.Name])
		names[spec.Name] = true
		require.NotEmpty(t, spec.Plural)
		require.NotEmpty(t, spec.Doc)
		require.NotNil(t, rules[k].Act)
		require.Equal(t, spec.Cover != 0, rules[k].Foot > 0, "%s: a cover needs a foot", k)
		require.NoError(t, param.Check([]param.Group{{Path: "cells." + spec.Name, Ptr: set[k]}}))
	}
	require.Len(t, names, int(KindCount))
}

// Every kind can come to be: founded, from the circulation, or from another kind.
func TestFoundersHaveTheirKind(t *testing.T) {
	s := walled(200, 200, 150)
	rules := s.params.Bind()
	s.freeze()
	founded := map[Kind]int{}
	for k := range rules {
		if rules[k].Found == nil {
			continue
		}
		for _, c := range rules[k].Found(s.env, newStream(uint64(k))) {
			require.Equal(t, Kind(k), c.Kind)
			require.Equal(t, Kind(k) != Osteocyte, s.env.Marrow(c.Pos))
			founded[Kind(k)]++
		}
	}
	for _, k := range []Kind{Progenitor, LiningCell, Osteocyte, Precursor, Macrophage, TCell, RegulatoryTCell, BCell, Adipocyte} {
		require.Positive(t, founded[k], "%s", k)
	}
}

// Founders of the marrow have the density of their parameters.
func TestFoundersHaveTheirDensity(t *testing.T) {
	s := walled(200, 200, 100)
	of[PrecursorParams](s, Precursor).Density = 4e-4
	s.freeze()
	require.Len(t, s.params.Bind()[Precursor].Found(s.env, newStream(1)), 200) // in 0.5 mm2
}

// Each model has parameters of its own.
func TestDefaultsAreFresh(t *testing.T) {
	a, b := Defaults(), Defaults()
	a[Osteoclast].(*OsteoclastParams).Rate = -1
	require.NotEqual(t, -1.0, b[Osteoclast].(*OsteoclastParams).Rate)
	require.NotEqual(t, -1.0, Defaults()[Osteoclast].(*OsteoclastParams).Rate)
}

// Flags are bits of their own.
func TestFlags(t *testing.T) {
	c := Cell{Flags: Committed | Dead}
	require.True(t, c.Has(Committed) && c.Has(Dead) && c.Has(Committed|Dead))
	require.False(t, c.Has(Retracted) || c.Has(Committed|Retracted))
	all := uint8(0)
	for _, f := range []uint8{Committed, Retracted, Dead, Memory} {
		require.Zero(t, all&f)
		all |= f
	}
}

// Intents carry who wanted what, in order.
func TestIntentsRemember(t *testing.T) {
	var out Intents
	out.Reset(make([]Cell, 5))
	out.Begin(3)
	out.Move(7)
	out.Become(Osteoblast, "why")
	out.Embed(8, "deep")
	out.Divide(Precursor, 9, "growth")
	out.Die("age")
	out.Resorb(10, 0.5)
	out.Form(11, 0.25)
	out.Join(2)
	out.Found(12, [2]int32{0, 1})
	out.Settle(13, 20)
	out.Note("death", "apoptosis")
	out.Self(Cell{ID: 42})
	out.Begin(-1)
	out.Enter(TCell, 14, "vessel")
	want := []Intent{
		{Op: Move, Slot: 3, At: 7},
		{Op: Become, Slot: 3, Kind: Osteoblast, Cause: "why"},
		{Op: Become, Slot: 3, Kind: Osteocyte, At: 8, Cause: "deep"},
		{Op: Divide, Slot: 3, Kind: Precursor, At: 9, Cause: "growth"},
		{Op: Die, Slot: 3, Cause: "age"},
		{Op: Resorb, Slot: 3, At: 10, Amount: 0.5},
		{Op: Form, Slot: 3, At: 11, Amount: 0.25},
		{Op: Fuse, Slot: 3, Into: 2, With: [2]int32{-1, -1}, Cause: "joined"},
		{Op: Fuse, Slot: 3, At: 12, Into: -1, With: [2]int32{0, 1}, Cause: "founded"},
		{Op: Settle, Slot: 3, At: 13, Amount: 20},
		{Op: Note, Slot: 3, What: "death", Cause: "apoptosis"},
		{Op: Enter, Slot: -1, Kind: TCell, At: 14, Cause: "vessel"},
	}
	require.Equal(t, want, out.List)
	require.EqualValues(t, 42, out.Next[3].ID)
	out.Reset(nil)
	require.Empty(t, out.List)
}

// Nothing secreted or taken up is no point at all.
func TestIntentsDropWhatIsNothing(t *testing.T) {
	var out Intents
	out.Reset(nil)
	out.Secretes(signal.OPG, 4, 2)
	out.Secretes(signal.OPG, 4, 0)
	out.Secretes(signal.OPG, 4, -1)
	out.Takes(signal.OPG, 5, 3)
	out.Takes(signal.OPG, 5, 0)
	require.Equal(t, []transport.Point{{At: 4, Rate: 2}}, out.Secrete[signal.OPG])
	require.Equal(t, []transport.Point{{At: 5, Rate: 3}}, out.Uptake[signal.OPG])
	out.Reset(nil)
	require.Empty(t, out.Secrete[signal.OPG])
	require.Empty(t, out.Uptake[signal.OPG])
}
