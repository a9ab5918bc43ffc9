package agents

import (
	"math"
	"testing"

	"github.com/stretchr/testify/require"

	"trabecula/field/signal"
)

// A fat cell stays where it is and secretes a little RANKL and M-CSF.
func TestAdipocyteStaysAndSecretes(t *testing.T) {
	s := newWorld(41, 41)
	p := of[AdipocyteParams](s, Adipocyte)
	p.Lifespan, p.RANKL, p.MCSF = forever, 30, 20
	s.add(Adipocyte, 20, 20)
	require.Empty(t, s.steps(1000), "it neither moves nor divides nor dies")
	out := s.step()
	require.InDelta(t, 30, rate(out.Secrete[signal.RANKL]), 1e-3)
	require.InDelta(t, 20, rate(out.Secrete[signal.MCSF]), 1e-3)
	require.Zero(t, s.env.Cover(s.pixel(20, 20)))
}

func TestAdipocyteDiesByAge(t *testing.T) {
	const n = 1500
	s := newWorld(41, 41)
	of[AdipocyteParams](s, Adipocyte).Lifespan = 100
	mean, causes := s.lives(Cell{Kind: Adipocyte, Pos: s.pixel(20, 20)}, n)
	requireLife(t, 100, mean, n)
	require.Equal(t, map[Cause]int{"age": n}, causes)
}

// A progenitor in a crowded niche turns to fat, in health too, and says why; it
// is not lost.
func TestCrowdedProgenitorsTurnToFat(t *testing.T) {
	const n = 4000
	s := newWorld(41, 41)
	p := of[ProgenitorParams](s, Progenitor)
	p.Density, p.Renewal, p.Speed, p.Division = 0, 0.1, 0, 0 // there is room for none
	s.add(Progenitor, 20, 20)
	list := s.steps(n)
	require.Empty(t, only(list, Die))
	fat := only(list, Become)
	requireShare(t, 1-math.Exp(-0.1), len(fat), n)
	require.Equal(t, Adipocyte, fat[0].Kind)
	require.EqualValues(t, "niche full", fat[0].Cause)
}

// What the healthy loss of progenitors makes is what the section begins with.
func TestFatIsFoundedAtItsBalance(t *testing.T) {
	stem, fat := Defaults()[Progenitor].(*ProgenitorParams), Defaults()[Adipocyte].(*AdipocyteParams)
	made := stem.Density * stem.Renewal / 2 // half of the cells at capacity find the niche full
	require.InEpsilon(t, made*fat.Lifespan, fat.Density, 0.15)
}
