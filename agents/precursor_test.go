package agents

import (
	"math"
	"testing"

	"github.com/stretchr/testify/require"

	"trabecula/field/signal"
	"trabecula/field/tissue"
)

// precursors returns a world with a wall in which precursors neither leave nor
// wander and fuse as soon as they may.
func precursors() (*world, *PrecursorParams) {
	s := walled(61, 41, 20)
	p := of[PrecursorParams](s, Precursor)
	p.Residence, p.Speed, p.Fusion, p.Contact = forever, 0, atOnce, 22
	p.HalfRANKL, p.Threshold, p.Memory, p.HalfTNF, p.TNF = 10, 0.4, 48, 5, 2
	return s, p
}

// bound adds a precursor that RANKL has committed.
func (s *world) bound(x, y int) {
	c := &s.cells[s.add(Precursor, x, y)]
	c.RANK, c.Flags = 1, Committed
}

// RANK activity follows its occupancy with the time constant of NF-kB, and the
// cell commits when it passes the threshold.
func TestPrecursorCommitsByRANKL(t *testing.T) {
	s, p := precursors()
	s.flood(signal.RANKL, 20)
	s.add(Precursor, 10, 10)
	occupied := math.Pow(2, p.Steepness) / (1 + math.Pow(2, p.Steepness))
	require.Greater(t, occupied, p.Threshold)
	due := -p.Memory * math.Log(1-p.Threshold/occupied)
	for n := 1; n < 200; n++ {
		s.step()
		require.InDelta(t, occupied*(1-math.Exp(-float64(n)/p.Memory)), s.cells[0].RANK, 1e-5)
		require.Equal(t, float64(n) > due, s.cells[0].Has(Committed), "after %d h, due after %g h", n, due)
	}
	s.flood(signal.RANKL, 0)
	s.steps(1000)
	require.False(t, s.cells[0].Has(Committed), "without RANKL the bond is lost")
}

// TNF-α and IL-1β amplify what RANKL does; alone they do nothing, however much
// there is (permissive RANKL).
func TestPrecursorNeedsRANKLBesideTNF(t *testing.T) {
	s, _ := precursors()
	s.flood(signal.TNF, 1e6)
	s.flood(signal.IL1, 1e6)
	s.add(Precursor, 10, 10)
	s.steps(1000)
	require.Zero(t, s.cells[0].RANK)
	require.False(t, s.cells[0].Has(Committed))

	s, _ = precursors()
	s.flood(signal.RANKL, 6) // too little by itself: 0.26 of occupancy
	s.add(Precursor, 10, 10)
	s.steps(1000)
	require.False(t, s.cells[0].Has(Committed))
	s.flood(signal.TNF, 1e6)
	s.steps(1000)
	require.True(t, s.cells[0].Has(Committed))
}

// An osteoclast is founded by three committed precursors in touch with each
// other on bare mineralised bone, and in no other way.
func TestPrecursorsFoundOnlyByThreeOnBareBone(t *testing.T) {
	tests := map[string]struct {
		set  func(s *world)
		want int
	}{
		"three on bare bone": {func(s *world) { s.bound(30, 19); s.bound(31, 19); s.bound(32, 19) }, 3},
		"two":                {func(s *world) { s.bound(30, 19); s.bound(31, 19) }, 0},
		"two and an uncommitted one": {func(s *world) {
			s.flood(signal.RANKL, 0)
			s.bound(30, 19)
			s.bound(31, 19)
			s.add(Precursor, 32, 19)
		}, 0},
		"three too far apart": {func(s *world) { s.bound(10, 19); s.bound(20, 19); s.bound(30, 19) }, 0},
		"three in the marrow": {func(s *world) { s.bound(30, 10); s.bound(31, 10); s.bound(32, 10) }, 0},
		"on osteoid": {func(s *world) {
			s.bound(30, 19)
			s.bound(31, 19)
			s.bound(32, 19)
			for i := range s.Face {
				s.Face[i] = tissue.Covered
			}
		}, 0},
		"under lining cells": {func(s *world) {
			s.bound(30, 19)
			s.bound(31, 19)
			s.bound(32, 19)
			s.cover(LiningCell)
		}, 0},
		"under reversal cells": {func(s *world) {
			s.bound(30, 19)
			s.bound(31, 19)
			s.bound(32, 19)
			s.cover(Reversal)
		}, 0},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			s, _ := precursors()
			s.flood(signal.RANKL, 1e4)
			test.set(s)
			var founding []Intent
			for _, w := range only(s.step().List, Fuse) {
				if s.cells[w.Slot].Kind == Precursor {
					founding = append(founding, w)
				}
			}
			require.Len(t, founding, test.want)
			for _, w := range founding {
				require.EqualValues(t, -1, w.Into)
				require.ElementsMatch(t, []int32{0, 1, 2}, []int32{w.Slot, w.With[0], w.With[1]})
				require.True(t, s.env.Bare(w.At))
			}
		})
	}
}

// cover puts a cell of a kind over every pixel along the wall.
func (s *world) cover(k Kind) {
	for x := range s.W {
		s.add(k, x, 19)
	}
}

// Each founder tries at the rate of fusion.
func TestPrecursorsFuseAtTheirRate(t *testing.T) {
	s, p := precursors()
	p.Fusion = 0.1
	s.flood(signal.RANKL, 1e4)
	s.bound(30, 19)
	s.bound(31, 10) // not on bone, but in reach
	s.bound(32, 19)
	p.Contact = 100
	const n = 3000
	hits := map[int32]int{}
	for _, w := range only(s.steps(n), Fuse) {
		hits[w.Slot]++
	}
	requireShare(t, 1-math.Exp(-0.1), hits[0], n)
	require.Zero(t, hits[1])
	requireShare(t, 1-math.Exp(-0.1), hits[2], n)
}

// A committed precursor joins an osteoclast in reach, in the marrow too; an
// uncommitted one does not, and a full osteoclast takes none.
func TestPrecursorJoinsAnOsteoclast(t *testing.T) {
	joins := func(nuclei uint8, rankl, away int) int {
		s, _ := precursors()
		s.flood(signal.RANKL, float64(rankl))
		s.add(Precursor, 30, 10)
		s.cells[0].RANK = 1
		s.cells[0].Flags = Committed
		osteoclast := s.add(Osteoclast, 30+away, 10)
		n := 0
		for range 300 {
			s.cells[0].ID++ // another cell with other luck
			s.cells[osteoclast] = Cell{ID: 1 << 40, Kind: Osteoclast, Nuclei: nuclei, Pos: s.pixel(30+away, 10)}
			for _, w := range only(s.step().List, Fuse) {
				require.Equal(t, osteoclast, w.Into)
				require.Zero(t, w.Slot)
				n++
			}
		}
		return n
	}
	require.Greater(t, joins(3, 1e4, 2), 0)
	require.Zero(t, joins(maxNuclei, 1e4, 2), "full")
	require.Zero(t, joins(3, 1e4, 9), "out of reach")
	require.LessOrEqual(t, joins(3, 0, 2), joins(3, 1e4, 2)/2, "the bond is lost within days")
}

// M-CSF keeps precursors: twice as long at its half-effect.
func TestPrecursorStaysWithMCSF(t *testing.T) {
	const n = 2000
	for ratio, want := range map[float64]float64{0: 40, 1: 80, 4: 200} {
		s, p := precursors()
		p.Residence, p.HalfMCSF = 40, 50
		s.flood(signal.MCSF, 50*ratio)
		mean, causes := s.lives(Cell{Kind: Precursor, Pos: s.pixel(10, 10)}, n)
		requireLife(t, want, mean, n)
		require.Equal(t, map[Cause]int{"left the marrow": n}, causes)
	}
}

// A precursor takes RANKL up where it is, and climbs its slope.
func TestPrecursorFollowsRANKL(t *testing.T) {
	s, p := precursors()
	p.Uptake = 7
	s.add(Precursor, 30, 10)
	points := s.step().Uptake[signal.RANKL]
	require.Len(t, points, 1)
	require.Equal(t, s.pixel(30, 10), points[0].At)
	require.Equal(t, float32(7), points[0].Rate)
	requireClimbs(t, Precursor, signal.RANKL, func(s *world) {
		p := of[PrecursorParams](s, Precursor)
		p.Residence, p.Speed, p.Threshold = forever, 10, 2
	})
}

// requireClimbs lets cells loose in marrow with a slope of a signal to the right,
// and without.
func requireClimbs(t *testing.T, k Kind, sig signal.Signal, set func(s *world)) {
	t.Helper()
	drift := func(factor float64) float64 {
		s := newWorld(121, 31)
		set(s)
		s.slope(sig, 1e-3, factor)
		for range 60 {
			s.add(k, 60, 15)
			s.cells[len(s.cells)-1].Nuclei = 5
		}
		s.roam(20)
		sum := 0.0
		for _, c := range s.cells {
			x, _ := s.XY(int(c.Pos))
			sum += float64(x - 60)
		}
		return sum / float64(len(s.cells))
	}
	require.Greater(t, drift(1.3), 15.0, "up the slope")
	require.Less(t, drift(1/1.3), -15.0, "up the slope, the other way")
	require.InDelta(t, 0, drift(1), 6, "nowhere without a slope")
}

// Monocytes enter at the rate of one sinusoid, and only if it lies in marrow.
func TestPrecursorsEnterAtTheirRate(t *testing.T) {
	s, p := precursors()
	p.Entry = 0.2
	const n = 5000
	require.InDelta(t, 1-math.Exp(-0.2), float64(s.entries(Precursor, s.pixel(5, 5), n))/n, sigmas*0.4/math.Sqrt(n))
	require.Zero(t, s.entries(Precursor, s.pixel(5, 30), n), "a vessel walled in by bone")
}
