package transport

import (
	"math"
	"testing"

	"github.com/stretchr/testify/require"

	"trabecula/field/signal"
)

// closes checks that the ledger of a signal over a period closes to 1e-6 of what
// went through, and that what it says is stored is in the plane.
func closes(t *testing.T, v *Solver, sig signal.Signal, from Ledger, in float64) {
	t.Helper()
	l := v.Ledger(sig)
	net := (l.Secreted - from.Secreted) - (l.Decayed - from.Decayed) - (l.Taken - from.Taken) - (l.Bound - from.Bound) - (l.Neutralised - from.Neutralised)
	require.InDelta(t, l.Stored-from.Stored, net, 1e-6*in, sig.String())
	sum := 0.0
	for _, c := range v.species[sig].u {
		sum += float64(c) * v.blocks.area
	}
	require.InDelta(t, sum, l.Stored, 1e-9*sum, sig.String())
}

// TestDailyBalance runs two days of stirred sources, by turns moved, jittered,
// jittered too little to be solved for, and left alone.
func TestDailyBalance(t *testing.T) {
	for seed := range uint64(3) {
		s := newScene(grid(61, 48), seed, 60)
		v := New(s.g, signal.Defaults(), defaultBinding, inBlocks(1+int(seed)))
		for range 2 {
			var from [signal.Count]Ledger
			for sig := range from {
				from[sig] = v.Ledger(signal.Signal(sig))
			}
			for hour := range 24 {
				s.stir([]float64{0.1, 0, 0, 0}[hour%4], []float64{0, 0.1, 1e-5, 0}[hour%4])
				v.SetMedium(s.bone, s.osteoid)
				advance(t, v, s.in, 1)
			}
			for sig := range signal.Count {
				in := v.Ledger(sig).Secreted - from[sig].Secreted
				if sig == signal.RANKLOPG {
					in = from[sig].Bound - v.Ledger(sig).Bound
					require.Positive(t, in)
				}
				closes(t, v, sig, from[sig], in)
			}
		}
		for sig, e := range v.Stats() {
			require.Positive(t, e.Solves, signal.Signal(sig).String())
			if sig >= int(signal.MCSF) && v.species[sig].shift == 0 {
				require.Positive(t, e.Skipped, signal.Signal(sig).String())
			}
		}
	}
}

// TestSinksFollowPlanes computes decay, uptake and binding from the planes after
// every step, skipped ones included, and holds the ledger against them.
func TestSinksFollowPlanes(t *testing.T) {
	s := newScene(grid(40, 33), 5, 40)
	v := New(s.g, signal.Defaults(), defaultBinding, perPixel())
	const dt = 0.5
	for step := range 24 {
		s.stir([]float64{0.1, 0, 0}[step%3], []float64{0, 1e-5, 0}[step%3])
		var from [signal.Count]Ledger
		for sig := range from {
			from[sig] = v.Ledger(signal.Signal(sig))
		}
		advance(t, v, s.in, dt)
		net := defaultBinding.On*dot(0, v.Values(signal.RANKL), v.Values(signal.OPG)) - defaultBinding.Off*v.Ledger(signal.RANKLOPG).Stored
		for sig := range signal.Count {
			sp, l := v.species[sig], v.Ledger(sig)
			change := l.Stored - from[sig].Stored
			decayed := dt*sp.decay*l.Stored - (1-sp.shift*dt)*change
			require.InEpsilon(t, decayed, l.Decayed-from[sig].Decayed, 1e-9)
			require.Positive(t, decayed)
			if sig != signal.RANKLOPG {
				require.InEpsilon(t, dt*weighted(s.in.Uptake[sig], v.Values(sig)), l.Taken-from[sig].Taken, 1e-9)
			}
			if v.trio.has(sp) {
				require.InEpsilon(t, dt*net, math.Abs(l.Bound-from[sig].Bound), 1e-6)
			}
		}
	}
}

// TestSkippedPlanesFit solves every step anew in float64, from the planes before
// it, and holds every plane after it against that, whether solved or skipped: the
// error must be within the tolerance of what is secreted, plus what rounding to
// float32 can cause. Rates change, some points go anywhere and some walk.
func TestSkippedPlanesFit(t *testing.T) {
	p := signal.Defaults()
	for seed := range uint64(3) {
		s := newScene(grid(40, 37), seed, 50)
		set := perPixel()
		v := New(s.g, p, signal.Binding{}, set)
		for step := range 30 {
			s.stir([]float64{0, 0, 0.002}[step%3], []float64{1e-4, 3e-4, 1e-3}[step%3])
			s.walk(0.02)
			v.SetMedium(s.bone, s.osteoid)
			var before [signal.Count][]float64
			for sig := range before {
				before[sig] = wide(v.Values(signal.Signal(sig)))
			}
			advance(t, v, s.in, 1)
			for sig, sp := range v.species {
				q := problemOf(v, signal.Signal(sig), s.in, sp.shift)
				for i, c := range before[sig] {
					q.rhs[i] += sp.shift * c
				}
				load := max(total(s.in.Secretion[sig]), sp.decay*sp.mass)
				if load == 0 {
					continue
				}
				exact := wide(v.Values(signal.Signal(sig)))
				q.solve(exact, 1e-4)
				wrong := 0.0
				for i, c := range v.Values(signal.Signal(sig)) {
					wrong += math.Abs(float64(c) - exact[i])
				}
				require.LessOrEqual(t, wrong*(sp.decay+sp.shift), 1.02*set.ResidualTolerance*load+2*sp.rounding(sp.mass*(sp.decay+sp.shift)),
					"%s, step %d of seed %d", sp.name, step, seed)
			}
		}
		for sig, e := range v.Stats() {
			if signal.Signal(sig) != signal.RANKLOPG {
				require.Greater(t, e.Skipped, int64(3), signal.Signal(sig).String())
			}
		}
	}
}

// TestSilence stops all secretion: steady signals are gone at once, slow ones
// decay by their half-life until less than a millionth of a molecule is left.
func TestSilence(t *testing.T) {
	s := newScene(grid(32, 32), 3, 30)
	s.in.Uptake = [signal.Count][]Point{}
	v := New(s.g, signal.Defaults(), defaultBinding, perPixel())
	for range 5 {
		advance(t, v, s.in, 1)
	}
	before := v.Ledger(signal.IL6).Stored
	require.Positive(t, before)
	advance(t, v, Input{}, 1)
	for sig, sp := range v.species {
		left := v.Ledger(signal.Signal(sig)).Stored
		if sp.shift == 0 {
			require.Zero(t, left, sp.name)
			require.Zero(t, maximum(v.Values(signal.Signal(sig))), sp.name)
		} else {
			require.Positive(t, left, sp.name)
		}
	}
	require.InEpsilon(t, before*math.Exp(-v.species[signal.IL6].decay), v.Ledger(signal.IL6).Stored, 1e-6)
	for range 200 {
		advance(t, v, Input{}, 1)
	}
	for sig, sp := range v.species {
		require.Zero(t, maximum(v.Values(signal.Signal(sig))), sp.name)
		l := v.Ledger(signal.Signal(sig))
		require.InDelta(t, l.Secreted, l.Decayed+l.Taken+l.Bound, 1e-9*(l.Secreted+math.Abs(l.Bound)), sp.name)
	}
}

// maximum returns the greatest value.
func maximum(u []float32) (most float32) {
	for _, v := range u {
		most = max(most, v)
	}
	return most
}

// TestAbsentSignalIsFree checks that signals nobody secretes take neither
// memory for a hierarchy nor any effort.
func TestAbsentSignalIsFree(t *testing.T) {
	v := New(grid(32, 32), signal.Defaults(), defaultBinding, perPixel())
	in := secrete(signal.RANKL, []Point{{5, 1000}})
	in.Uptake[signal.MCSF] = []Point{{7, 3}}
	advance(t, v, in, 1)
	for sig, e := range v.Stats() {
		if signal.Signal(sig) != signal.RANKL {
			require.Zero(t, e, signal.Signal(sig).String())
			require.Nil(t, v.species[sig].levels)
		}
	}
}

// TestNeverNegative runs rough media, without diffusion in bone for every other
// seed, with strong uptake and single sources, over steps of random length.
func TestNeverNegative(t *testing.T) {
	for seed := range uint64(12) {
		s := newScene(grid(16+int(seed)*3, 17+int(seed*7)%20), seed, 1+int(seed)*4)
		p := signal.Defaults()
		for sig := range p {
			if seed%2 == 0 {
				p[sig].DiffusionBone = 0
			}
		}
		v := New(s.g, p, signal.Binding{On: 0.5, Off: 0.5}, inBlocks(1+int(seed)%3))
		for range 6 {
			s.stir(0.3, 0.5)
			v.SetMedium(s.bone, s.osteoid)
			advance(t, v, s.in, []float64{0.02, 1, 24}[s.r.IntN(3)])
			for sig, sp := range v.species {
				for i, c := range v.Values(signal.Signal(sig)) {
					require.True(t, c >= 0 && c < math.MaxFloat32, "%s: %g at pixel %d", sp.name, c, i)
				}
			}
		}
	}
}
