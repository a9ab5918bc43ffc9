package agents

import (
	"math"
	"testing"

	"github.com/stretchr/testify/require"

	"trabecula/field/signal"
)

// osteomorphs returns a world with a wall in which osteomorphs do not die or wander.
func osteomorphs() (*world, *OsteomorphParams) {
	s := walled(61, 41, 20)
	p := of[OsteomorphParams](s, Osteomorph)
	p.Lifespan, p.Speed = forever, 0
	p.HalfRANKL, p.Threshold, p.Memory, p.Contact, p.Fusion = 8, 0.45, 24, 30, 1.0/24
	return s, p
}

// apply carries out what cells want to become, and their daughters.
func (s *world) apply(list []Intent) {
	for _, w := range list {
		switch w.Op {
		case Become:
			c := &s.cells[w.Slot]
			c.Kind, c.Flags, c.Clock = w.Kind, 0, 0
		case Divide:
			s.cells = append(s.cells, Cell{ID: uint64(len(s.cells)+1) << 20, Kind: w.Kind, Pos: w.At, Nuclei: 1, RANK: s.cells[w.Slot].RANK})
		}
	}
}

// An osteoclast that starves splits into one osteomorph a nucleus, at its share
// of those that would die, and all for the same cause.
func TestStarvedOsteoclastsSplit(t *testing.T) {
	for _, nuclei := range []uint8{1, 5, 8} {
		s, p := osteoclasts()
		p.Starved, p.Fission.Share = 1e-9, 1
		s.flood(signal.RANKL, 0)
		c := s.fed(30, 10)
		c.Nuclei, c.RANK, c.Load = nuclei, 0, 7
		list := s.step().List
		require.Len(t, list, int(nuclei))
		require.Equal(t, Become, list[0].Op)
		for n, w := range list {
			require.Equal(t, n > 0, w.Op == Divide)
			require.Equal(t, Osteomorph, w.Kind)
			require.EqualValues(t, "fission for lack of RANKL", w.Cause)
		}
		require.EqualValues(t, 1, s.cells[0].Nuclei)
		require.Zero(t, s.cells[0].Load)
		s.apply(list)
		require.Len(t, s.cells, int(nuclei))
	}
}

// ends lets n osteoclasts of a RANK activity starve and returns how many split and
// how many died, whatever the cause.
func ends(n int, rank float32, share float64) (split, died int) {
	s, p := osteoclasts()
	p.Starved, p.Memory, p.Fission = 1e-9, forever, FissionParams{Share: share, Half: 0.2}
	for range n {
		s.fed(30, 10).RANK = rank
	}
	for _, w := range s.step().List {
		switch {
		case w.Op == Become:
			split++
		case w.Op == Die && w.Cause == "lack of RANKL":
			died++
		}
	}
	return split, died
}

// How many split falls with what RANK signalling is left: half at its half-effect,
// hardly any of those that are nearly fed.
func TestFissionNeedsDeprivation(t *testing.T) {
	const n = 2000
	for rank, want := range map[float32]float64{0: 0.8, 0.2: 0.4, 0.9: 0.8 * 0.2 * 0.2 * 0.2 * 0.2 / (0.9 * 0.9 * 0.9 * 0.9)} {
		split, died := ends(n, rank, 0.8)
		require.Equal(t, n, split+died)
		requireShare(t, want, split, n)
	}
	split, _ := ends(n, 0, 0)
	require.Zero(t, split)
}

// Death by age or bisphosphonate is death.
func TestOnlyTheStarvedSplit(t *testing.T) {
	s, p := osteoclasts()
	p.Lifespan, p.Fission.Share = 1e-9, 1
	s.fed(30, 10)
	list := s.step().List
	require.Len(t, list, 1)
	require.Equal(t, Die, list[0].Op)
	require.EqualValues(t, "age", list[0].Cause)
}

// It waits for the length of its life, months by default, without RANKL or M-CSF.
func TestOsteomorphWaits(t *testing.T) {
	const n = 1500
	s, p := osteomorphs()
	p.Lifespan = 100
	mean, causes := s.lives(Cell{Kind: Osteomorph, Pos: s.pixel(30, 10)}, n)
	requireLife(t, 100, mean, n)
	require.Equal(t, map[Cause]int{"age": n}, causes)
	require.Greater(t, Defaults()[Osteomorph].(*OsteomorphParams).Lifespan, 60*24.0)
}

// RANK activity follows RANKL; above the threshold it is bound, below half of it free.
func TestOsteomorphCommitsByRANKL(t *testing.T) {
	s, p := osteomorphs()
	s.add(Osteomorph, 30, 10)
	s.flood(signal.RANKL, 12)
	occupied := hill(12, 8, cooperative)
	for n := 1; n < 100; n++ {
		out := s.step()
		want := occupied * (1 - math.Exp(-float64(n)/p.Memory))
		require.InDelta(t, want, s.cells[0].RANK, 1e-5)
		require.Equal(t, want > 0.45, s.cells[0].Has(Committed))
		require.InDelta(t, p.Uptake, rate(out.Uptake[signal.RANKL]), 1e-4)
	}
	s.flood(signal.RANKL, 0)
	s.steps(300)
	require.False(t, s.cells[0].Has(Committed))
}

// founding returns after how many hours of RANKL three cells of a kind at bare
// bone found an osteoclast, on the mean of n tries, and in how many they did
// within 20 d.
func founding(k Kind, rankl float64, n int) (mean float64, founded int) {
	for try := range n {
		s := walled(61, 41, 20)
		of[PrecursorParams](s, Precursor).Residence = forever
		of[OsteomorphParams](s, Osteomorph).Lifespan = forever
		s.seed = uint64(try + 1)
		s.flood(signal.RANKL, rankl)
		for x := range 3 {
			s.add(k, 30+x, 19)
		}
		of[PrecursorParams](s, Precursor).Speed, of[OsteomorphParams](s, Osteomorph).Speed = 0, 0
		for range 20 * 24 {
			if w := only(s.step().List, Fuse); len(w) > 0 {
				mean, founded = mean+float64(s.tick)/float64(n), founded+1
				break
			}
		}
	}
	return mean, founded
}

// When RANKL is back they are osteoclasts again at less of it and sooner than
// monocytes that have never been.
func TestOsteomorphsFuseSoonerThanMonocytes(t *testing.T) {
	const n = 25
	again, all := founding(Osteomorph, 60, n)
	anew, others := founding(Precursor, 60, n)
	require.Equal(t, []int{n, n}, []int{all, others})
	require.Less(t, again, 0.6*anew)
	_, all = founding(Osteomorph, 15, n)
	_, others = founding(Precursor, 15, n)
	require.Equal(t, []int{n, 0}, []int{all, others}, "at 15 pM")
	_, all = founding(Osteomorph, 2, n)
	require.Zero(t, all, "while RANKL is held down")
}

// Precursors take osteomorphs as partners, and the other way round; an osteoclast
// in reach takes one in.
func TestOsteomorphsAndPrecursorsAreOneForFusion(t *testing.T) {
	s, p := osteomorphs()
	p.Fusion, p.Join = atOnce, atOnce
	q := of[PrecursorParams](s, Precursor)
	q.Residence, q.Speed, q.Fusion, q.Contact = forever, 0, atOnce, 22
	s.flood(signal.RANKL, 1e4)
	s.bound(30, 19)
	for x := 31; x < 33; x++ {
		c := &s.cells[s.add(Osteomorph, x, 19)]
		c.RANK, c.Flags = 1, Committed
	}
	wishes := only(s.step().List, Fuse)
	require.Len(t, wishes, 3)
	for _, w := range wishes {
		require.ElementsMatch(t, []int32{0, 1, 2}, []int32{w.Slot, w.With[0], w.With[1]})
	}
	into := s.add(Osteoclast, 31, 18)
	s.cells[into].Nuclei = 3
	for _, w := range only(s.step().List, Fuse) {
		require.Equal(t, into, w.Into)
	}
}

func TestOsteomorphFollowsRANKL(t *testing.T) {
	requireClimbs(t, Osteomorph, signal.RANKL, func(s *world) {
		p := of[OsteomorphParams](s, Osteomorph)
		p.Lifespan, p.Speed, p.Threshold = forever, 10, 2
	})
}

// Without a slope it keeps to bone, as far as it homes to it.
func TestOsteomorphKeepsToBone(t *testing.T) {
	onBone := func(homing float64) (n int) {
		s, p := osteomorphs()
		p.Speed, p.Homing = 15, homing
		for x := 1; x < 60; x++ {
			s.add(Osteomorph, x, 10)
		}
		s.roam(300)
		for _, c := range s.cells {
			if s.env.OnBone(c.Pos) {
				n++
			}
		}
		return n
	}
	require.Greater(t, onBone(0.5), 2*onBone(0))
}
