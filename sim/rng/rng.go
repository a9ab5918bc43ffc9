// Package rng gives keyed streams of random numbers: a stream is a function of
// (seed, tick, id, purpose) and of nothing else, so chance does not depend on
// the order of work. It knows no cells. Start at At.
package rng

import "math"

// Stream is a SplitMix64 generator (Steele, Lea & Flood 2014, OOPSLA,
// doi 10.1145/2660193.2660195) whose start is mixed from a key.
type Stream struct{ state uint64 }

const golden = 0x9e3779b97f4a7c15 // 2^64 / golden ratio, the Weyl increment of SplitMix64

// At returns the stream that belongs to the key.
func At(seed uint64, tick int64, id uint64, purpose uint32) Stream {
	s := mix(seed + golden)
	for _, part := range [...]uint64{uint64(tick), id, uint64(purpose)} {
		s = mix((s + golden) ^ mix(part+golden)) // the sum, lest seed and tick change places
	}
	return Stream{s}
}

// mix is the finaliser of SplitMix64 (variant 13 of Stafford's table).
func mix(z uint64) uint64 {
	z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9
	z = (z ^ (z >> 27)) * 0x94d049bb133111eb
	return z ^ (z >> 31)
}

// Uint64 returns 64 random bits.
func (s *Stream) Uint64() uint64 {
	s.state += golden
	return mix(s.state)
}

// Float64 returns a number in [0, 1) with 53 random bits.
func (s *Stream) Float64() float64 { return float64(s.Uint64()>>11) * 0x1p-53 }

// IntN returns a number in [0, n); n must be positive. Its bias is below n/2^53.
func (s *Stream) IntN(n int) int { return int(s.Float64() * float64(n)) }

// Chance tells whether an event of probability p happens.
func (s *Stream) Chance(p float64) bool { return p > 0 && s.Float64() < p }

// Hazard tells whether an event of constant rate [1/h] happens within dt [h].
func (s *Stream) Hazard(rate, dt float64) bool { return s.Chance(-math.Expm1(-rate * dt)) }

// Normal returns a standard normal number (Box & Muller 1958).
func (s *Stream) Normal() float64 {
	r := math.Sqrt(-2 * math.Log(1-s.Float64()))
	return r * math.Cos(2*math.Pi*s.Float64())
}
