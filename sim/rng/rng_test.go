package rng

import (
	"math"
	"math/bits"
	"testing"

	"github.com/stretchr/testify/require"
)

// The generator under the keys is SplitMix64: the published values for the
// state 1234567 (Rosetta Code, "Pseudo-random numbers/Splitmix64").
func TestStreamIsSplitMix64(t *testing.T) {
	s := Stream{1234567}
	for _, want := range []uint64{6457827717110365317, 3203168211198807973, 9817491932198370423, 4593380528125082431, 16408922859458223821} {
		require.Equal(t, want, s.Uint64())
	}
}

// What a key gives never changes: every stored result of the project depends on
// it. If this test fails, the generator is wrong, not the test.
func TestKeyedStreamsNeverChange(t *testing.T) {
	for _, key := range []struct {
		seed    uint64
		tick    int64
		id      uint64
		purpose uint32
		want    [3]uint64
	}{
		{0, 0, 0, 0, [3]uint64{0x993eb9adc48b88e0, 0xf92a1d15d21b59b0, 0x672c2beec426a63a}},
		{1, 0, 0, 0, [3]uint64{0x353e4bc350092183, 0x916567156e857d81, 0xf623bfe66256489d}},
		{0, 1, 0, 0, [3]uint64{0x4a9ef13514b24be5, 0x9ec59e874e92f23c, 0x76d89a98390635aa}},
		{0, 0, 1, 0, [3]uint64{0x9c6327c03c7343fe, 0xddfa83767ee564b8, 0x215c1f8d44f989d7}},
		{0, 0, 0, 1, [3]uint64{0xa12b4b6bba6c529, 0x4b5c713af388d58c, 0x7860d256cd720a8}},
		{42, 8760, 123456, 2, [3]uint64{0xc8348ae791461945, 0x70e93c8b83033968, 0xa3ff2a2d091f07e6}},
		{18446744073709551615, -1, 9223372036854775808, 4294967295, [3]uint64{0xe6d355f074562494, 0x3e739ac67deea566, 0x107e60d227579723}},
	} {
		s := At(key.seed, key.tick, key.id, key.purpose)
		require.Equal(t, key.want, [3]uint64{s.Uint64(), s.Uint64(), s.Uint64()}, "%+v", key)
	}
}

// A stream is a function of the key alone, and of every part of it at its own place.
func TestKeysDoNotCollide(t *testing.T) {
	require.Equal(t, At(3, 4, 5, 6), At(3, 4, 5, 6))
	seen := map[uint64][4]int{}
	const n = 11
	for i := range n * n * n * n {
		key := [4]int{i % n, i / n % n, i / n / n % n, i / n / n / n}
		s := At(uint64(key[0]), int64(key[1]), uint64(key[2]), uint32(key[3]))
		other, twice := seen[s.Uint64()]
		require.False(t, twice, "%v and %v begin alike", key, other)
		s = At(uint64(key[0]), int64(key[1]), uint64(key[2]), uint32(key[3]))
		seen[s.Uint64()] = key
	}
}

// draws are sequences that a model uses in truth: one stream drawn on, and the
// first draws of streams with neighbouring keys, where a weak mixer fails first.
var draws = map[string]func(i int) uint64{
	"one stream":                 func(i int) uint64 { return nth(At(1, 2, 3, 4), i) },
	"first of rising ids":        func(i int) uint64 { return nth(At(1, 0, uint64(i), 0), 0) },
	"first of rising ticks":      func(i int) uint64 { return nth(At(1, int64(i), 7, 0), 0) },
	"first of rising purposes":   func(i int) uint64 { return nth(At(1, 0, 7, uint32(i)), 0) },
	"first of rising seeds":      func(i int) uint64 { return nth(At(uint64(i), 0, 7, 0), 0) },
	"second of rising ids":       func(i int) uint64 { return nth(At(1, 0, uint64(i), 0), 1) },
	"ids and ticks together":     func(i int) uint64 { return nth(At(1, int64(i), uint64(i), 0), 0) },
	"id falls as tick rises":     func(i int) uint64 { return nth(At(1, int64(i), uint64(samples-i), 0), 0) },
	"a grid of ids and ticks":    func(i int) uint64 { return nth(At(1, int64(i/256), uint64(i%256), 0), 0) },
	"ids in steps of a power":    func(i int) uint64 { return nth(At(1, 0, uint64(i)<<40, 0), 0) },
	"ticks before the beginning": func(i int) uint64 { return nth(At(1, int64(-i), 7, 0), 0) },
}

const samples = 1 << 16

// nth returns number i of a stream, counted from 0.
func nth(s Stream, i int) uint64 {
	s.state += uint64(i) * golden
	return s.Uint64()
}

func unitOf(bits uint64) float64 { return float64(bits>>11) * 0x1p-53 }

// Five standard errors: with the fixed keys above nothing here is left to chance,
// the bound only says what a fair generator would hold.
const sigmas = 5.0

func TestDrawsAreUniform(t *testing.T) {
	for name, draw := range draws {
		t.Run(name, func(t *testing.T) {
			const bins = 256
			var high, low [bins]int
			for i := range samples {
				v := draw(i)
				high[v>>56]++
				low[v>>11&(bins-1)]++ // the last bits that Float64 keeps
			}
			for _, counts := range [][bins]int{high, low} {
				chi2, want := 0.0, float64(samples)/bins
				for _, n := range counts {
					chi2 += (float64(n) - want) * (float64(n) - want) / want
				}
				require.InDelta(t, bins-1, chi2, sigmas*math.Sqrt(2*(bins-1)))
			}
		})
	}
}

func TestDrawsHaveMomentsAndNoMemory(t *testing.T) {
	for name, draw := range draws {
		t.Run(name, func(t *testing.T) {
			mean, square, lag, last := 0.0, 0.0, 0.0, 0.0
			for i := range samples {
				v := unitOf(draw(i)) - 0.5
				mean, square = mean+v/samples, square+v*v/samples
				if i > 0 {
					lag += v * last / (samples - 1)
				}
				last = v
			}
			root := math.Sqrt(samples)
			require.InDelta(t, 0, mean, sigmas*math.Sqrt(1.0/12)/root)
			require.InDelta(t, 1.0/12, square, sigmas*math.Sqrt(1.0/180)/root) // Var of (u-1/2)^2
			require.InDelta(t, 0, lag, sigmas/12/root)
		})
	}
}

// Pairs of the first two draws fill the square evenly: a Monte Carlo rule that
// draws twice sees no pattern from cell to cell.
func TestPairsFillTheSquare(t *testing.T) {
	const edge = 16
	var counts [edge * edge]int
	for i := range samples {
		s := At(9, 0, uint64(i), 0)
		counts[s.IntN(edge)*edge+s.IntN(edge)]++
	}
	chi2, want := 0.0, float64(samples)/(edge*edge)
	for _, n := range counts {
		chi2 += (float64(n) - want) * (float64(n) - want) / want
	}
	require.InDelta(t, edge*edge-1, chi2, sigmas*math.Sqrt(2*(edge*edge-1)))
}

// One flipped bit of any part of the key flips half of the bits of the first draw.
func TestKeyAvalanche(t *testing.T) {
	const trials = 400
	flip := map[string]func(i, bit int) Stream{
		"seed":    func(i, bit int) Stream { return At(uint64(i)^1<<bit, 5, 6, 7) },
		"tick":    func(i, bit int) Stream { return At(5, int64(i)^1<<bit, 6, 7) },
		"id":      func(i, bit int) Stream { return At(5, 6, uint64(i)^1<<bit, 7) },
		"purpose": func(i, bit int) Stream { return At(5, 6, 7, uint32(i)^1<<(bit%32)) },
	}
	straight := map[string]func(i int) Stream{
		"seed":    func(i int) Stream { return At(uint64(i), 5, 6, 7) },
		"tick":    func(i int) Stream { return At(5, int64(i), 6, 7) },
		"id":      func(i int) Stream { return At(5, 6, uint64(i), 7) },
		"purpose": func(i int) Stream { return At(5, 6, 7, uint32(i)) },
	}
	for part := range flip {
		for bit := range 64 {
			changed := 0
			for i := range trials {
				a, b := straight[part](i), flip[part](i, bit)
				changed += bits.OnesCount64(a.Uint64() ^ b.Uint64())
			}
			require.InDelta(t, 32, float64(changed)/trials, sigmas*4/math.Sqrt(trials), "%s, bit %d", part, bit) // sigma of 64 fair bits is 4
		}
	}
}

func TestFloat64IsHalfOpen(t *testing.T) {
	least, most := 1.0, 0.0
	s := At(1, 1, 1, 1)
	for range samples {
		v := s.Float64()
		least, most = min(least, v), max(most, v)
	}
	require.GreaterOrEqual(t, least, 0.0)
	require.Less(t, most, 1.0)
	require.Less(t, least, 1e-3)
	require.Greater(t, most, 1-1e-3)
	require.Less(t, unitOf(math.MaxUint64), 1.0)
}

func TestIntNGivesEveryNumberAlike(t *testing.T) {
	for _, n := range []int{1, 2, 3, 7, 100} {
		counts := make([]int, n)
		s := At(2, 0, uint64(n), 0)
		for range samples {
			counts[s.IntN(n)]++ // an index out of range would panic
		}
		p := 1 / float64(n)
		for v, got := range counts {
			require.InDelta(t, p, float64(got)/samples, sigmas*math.Sqrt(p*(1-p)/samples), "%d of %d", v, n)
		}
	}
}

func TestChanceAtItsEnds(t *testing.T) {
	s := At(1, 2, 3, 4)
	for range 1000 {
		require.False(t, s.Chance(0))
		require.False(t, s.Chance(-1))
		require.True(t, s.Chance(1))
		require.False(t, s.Hazard(0, 1))
		require.False(t, s.Hazard(1, 0))
		require.True(t, s.Hazard(math.Inf(1), 1))
	}
}

// An impossible event draws nothing and a possible one draws once, so that a rate
// set to zero is the only thing that shifts the draws after it.
func TestChanceDrawsOnce(t *testing.T) {
	a, b := At(1, 2, 3, 4), At(1, 2, 3, 4)
	a.Chance(0)
	require.Equal(t, b, a)
	a.Chance(0.5)
	b.Uint64()
	require.Equal(t, b, a)
}

// Hazard happens with 1 - exp(-rate dt), whatever the two are.
func TestHazardHasTheAnalyticProbability(t *testing.T) {
	for i, h := range []struct{ rate, dt float64 }{{0.001, 1}, {0.1, 0.5}, {1, 1}, {3, 1}, {1e-4, 24}} {
		hits := 0
		for id := range samples * 4 {
			s := At(uint64(i), 0, uint64(id), 0)
			if s.Hazard(h.rate, h.dt) {
				hits++
			}
		}
		p, n := 1-math.Exp(-h.rate*h.dt), 4.0*samples
		require.InDelta(t, p, float64(hits)/n, sigmas*math.Sqrt(p*(1-p)/n), "%+v", h)
	}
}

// A hazard asked every step gives exponential lives: the mean is 1/rate for
// steps much shorter than it, whatever the step.
func TestHazardGivesExponentialLives(t *testing.T) {
	const mean, cells = 200.0, 4000
	for _, dt := range []float64{1, 4} {
		sum, outlived := 0.0, 0
		for id := range cells {
			age := 0.0
			for tick := int64(0); ; tick++ {
				s := At(7, tick, uint64(id), uint32(dt))
				if s.Hazard(1/mean, dt) {
					break
				}
				age += dt
			}
			sum += age + dt/2 // the event lies anywhere in its step
			if age >= mean {
				outlived++
			}
		}
		require.InDelta(t, mean, sum/cells, sigmas*mean/math.Sqrt(cells))
		require.InDelta(t, math.Exp(-1), float64(outlived)/cells, sigmas*0.5/math.Sqrt(cells))
	}
}

// The first four moments of Normal, and its tails.
func TestNormalHasItsMoments(t *testing.T) {
	var moment [5]float64
	within := 0
	const n = 4 * samples
	for id := range n {
		s := At(8, 0, uint64(id), 0)
		v := s.Normal()
		for k := range moment {
			moment[k] += math.Pow(v, float64(k)) / n
		}
		if math.Abs(v) < 1 {
			within++
		}
	}
	root := math.Sqrt(n)
	require.InDelta(t, 0, moment[1], sigmas/root)
	require.InDelta(t, 1, moment[2], sigmas*math.Sqrt2/root)
	require.InDelta(t, 0, moment[3], sigmas*math.Sqrt(15)/root)
	require.InDelta(t, 3, moment[4], sigmas*math.Sqrt(96)/root)
	p := math.Erf(1 / math.Sqrt2)
	require.InDelta(t, p, float64(within)/n, sigmas*math.Sqrt(p*(1-p))/root)
}
