package transport

import (
	"math"
	"testing"

	"github.com/stretchr/testify/require"

	"trabecula/field"
	"trabecula/field/signal"
)

// neutralise sets an extra loss and fails on an error.
func neutralise(t testing.TB, v *Solver, sig signal.Signal, extra float64) {
	t.Helper()
	require.NoError(t, v.SetClearance(sig, extra))
}

// TestClearanceUniform holds a uniform plane against q/K (1 - exp(-K t)), with K
// the sum of decay and extra loss, for steps in which the past is felt and for
// those in which it is not. The loss to either is in proportion.
func TestClearanceUniform(t *testing.T) {
	const k, q = 0.4, 8.0
	g := grid(20, 13)
	in := secrete(signal.TNF, everywhere(g, func(int, int) float64 { return q }))
	for _, extra := range []float64{0, 0.05, 1, 30} {
		v := New(g, only(1e5, 1e4, k), signal.Binding{}, exactly())
		neutralise(t, v, signal.TNF, extra)
		for hour := range 4 {
			advance(t, v, in, 1)
			all := k + extra
			want := q / all * (1 - math.Exp(-all*float64(hour+1)))
			if math.Exp(-all) < v.settings.SteadyRemainder {
				want = q / all
			}
			require.InEpsilon(t, want, float64(v.Values(signal.TNF)[77]), 1e-5, "%g 1/h, %d h", extra, hour+1)
		}
		l := v.Ledger(signal.TNF)
		require.InDelta(t, extra/k, l.Neutralised/l.Decayed, 1e-9)
		closes(t, v, signal.TNF, Ledger{}, l.Secreted)
	}
}

// TestClearanceChanges lets a uniform plane with a past follow a loss that comes
// and goes, against the solution from one hour to the next.
func TestClearanceChanges(t *testing.T) {
	const k, q = 0.3, 5.0
	g := grid(12, 15)
	in := secrete(signal.TNF, everywhere(g, func(int, int) float64 { return q }))
	v, want := New(g, only(1e5, 1e4, k), signal.Binding{}, exactly()), 0.0
	for hour, extra := range []float64{0, 0, 0.5, 0.5, 0.2, 2, 0, 0, 1.1, 1.1} {
		neutralise(t, v, signal.TNF, extra)
		advance(t, v, in, 1)
		all := k + extra
		want = q/all + (want-q/all)*math.Exp(-all)
		require.InEpsilon(t, want, float64(v.Values(signal.TNF)[50]), 1e-5, "hour %d", hour)
	}
	closes(t, v, signal.TNF, Ledger{}, v.Ledger(signal.TNF).Secreted)
}

// TestAntibodyTakesRANKL gives denosumab in rising doses to a section that makes
// RANKL and OPG everywhere. Free RANKL falls to the root of the mass action of
// all that binds it: without OPG to secretion over the whole loss.
func TestAntibodyTakesRANKL(t *testing.T) {
	g := grid(14, 11)
	p, anti := only(1e5, 1e4, 1.4), signal.NeutralisingDefaults()[0]
	uniform := func(rate float64) []Point { return everywhere(g, func(int, int) float64 { return rate }) }
	const rankl = 20.0
	for _, opg := range []float64{0, 30} {
		last := math.Inf(1)
		for _, plasma := range []float64{0, 1e3, 1e4, 8e4} {
			v := New(g, p, defaultBinding, exactly())
			in := secrete(signal.RANKL, uniform(rankl))
			if opg > 0 {
				in.Secretion[signal.OPG] = uniform(opg)
			}
			extra := anti.Extra(plasma)
			neutralise(t, v, signal.RANKL, extra)
			advance(t, v, in, 24)
			from := v.Ledger(signal.RANKL).Neutralised
			advance(t, v, in, 24)
			free := float64(v.Values(signal.RANKL)[30])
			require.InEpsilon(t, freeRANKL(rankl, opg, 1.4, extra), free, 1e-4, "%g pM, OPG %g", plasma, opg)
			require.Less(t, free, last)
			last = free
			l := v.Ledger(signal.RANKL)
			require.InDelta(t, 24*extra*l.Stored, l.Neutralised-from, 1e-6*l.Secreted)
			closes(t, v, signal.RANKL, Ledger{}, l.Secreted)
		}
		require.Less(t, last, 0.1*rankl/1.4)
	}
}

// freeRANKL solves the steady uniform trio by bisection: what is secreted is
// what drains and, with all losses k but the antibody's, leaves as complex.
func freeRANKL(rankl, opg, k, extra float64) float64 {
	complex := func(r float64) float64 { // of the balance of OPG: opg = k*(o + c), on r o = (off + k) c
		return opg / k / (1 + (defaultBinding.Off+k)/(defaultBinding.On*r))
	}
	lo, hi := 0.0, rankl/(k+extra)
	for range 200 {
		mid := (lo + hi) / 2
		if (k+extra)*mid+k*complex(mid) < rankl {
			lo = mid
		} else {
			hi = mid
		}
	}
	return hi
}

// TestClearanceBalances stirs sources under losses that come, change and go, on
// binding and other signals: ledgers close and planes stay within tolerance.
func TestClearanceBalances(t *testing.T) {
	s := newScene(grid(44, 37), 2, 40)
	v := New(s.g, signal.Defaults(), defaultBinding, perPixel())
	for hour := range 36 {
		s.stir([]float64{0.1, 0, 0}[hour%3], []float64{0, 1e-5, 1e-3}[hour%3])
		for _, sig := range []signal.Signal{signal.RANKL, signal.OPG, signal.Sclerostin, signal.IL6} {
			neutralise(t, v, sig, []float64{0, 3, 3.01, 60, 1e-3}[(hour+int(sig))/4%5])
		}
		before := wide(v.Values(signal.IL6))
		advance(t, v, s.in, 1)
		for _, sig := range []signal.Signal{signal.Sclerostin, signal.IL6} {
			sp := v.species[sig]
			q := problemOf(v, sig, s.in, sp.shift)
			for i := range q.loss {
				q.loss[i] += sp.extra
				if sig == signal.IL6 {
					q.rhs[i] += sp.shift * before[i]
				}
			}
			load := max(total(s.in.Secretion[sig]), sp.drain()*sp.mass)
			require.LessOrEqual(t, q.residual(wide(v.Values(sig))),
				1.01*v.settings.ResidualTolerance*load+2*sp.rounding(sp.mass*(sp.drain()+sp.shift)), "%v, hour %d", sig, hour)
		}
	}
	for sig := range signal.Count {
		l := v.Ledger(sig)
		closes(t, v, sig, Ledger{}, l.Secreted+math.Abs(l.Bound))
	}
	require.Positive(t, v.Ledger(signal.RANKL).Neutralised)
	require.Zero(t, v.Ledger(signal.TNF).Neutralised)
}

// TestClearanceStep checks that a change too small to matter costs no solve and
// leaves no trace, that small changes add up, and that an end is an end.
func TestClearanceStep(t *testing.T) {
	g := grid(16, 16)
	v := New(g, only(1e5, 1e4, 4), signal.Binding{}, perPixel())
	in := secrete(signal.TNF, []Point{{40, 100}})
	advance(t, v, in, 1)
	neutralise(t, v, signal.TNF, 0.039)
	require.Zero(t, v.Clearance(signal.TNF))
	neutralise(t, v, signal.TNF, 0.041)
	require.Equal(t, 0.041, v.Clearance(signal.TNF))
	neutralise(t, v, signal.TNF, 0.075)
	require.Equal(t, 0.041, v.Clearance(signal.TNF))
	neutralise(t, v, signal.TNF, 0)
	require.Zero(t, v.Clearance(signal.TNF))
	for _, bad := range []float64{-1, math.NaN(), math.Inf(1)} {
		require.ErrorContains(t, v.SetClearance(signal.IL1, bad), "signals.il1: extra clearance")
	}
}

// TestClearanceResumes interrupts before every step while losses rise and fall by
// more and by less than the step that is taken over, with 1 and 3 workers.
func TestClearanceResumes(t *testing.T) {
	run := func(resume bool, workers int) []byte {
		s := newScene(grid(67, 84), 4, 80)
		fresh := func() *Solver { return New(s.g, signal.Defaults(), defaultBinding, inBlocks(2)) }
		v := fresh()
		for step := range 20 {
			s.stir([]float64{0, 0, 0, 0.05}[step%4], []float64{1e-4, 3e-4, 0, 1e-3}[step%4])
			v.SetMedium(s.bone, s.osteoid)
			if resume {
				state, err := v.MarshalBinary()
				require.NoError(t, err)
				v = fresh()
				require.NoError(t, v.UnmarshalBinary(state))
			}
			dose := 5 * math.Exp(-0.05*float64(step%12)) * float64(min(step%12, 1))
			for _, sig := range []signal.Signal{signal.RANKL, signal.IL6, signal.TNF} {
				neutralise(t, v, sig, dose*(1+float64(sig)))
			}
			require.NoError(t, v.Advance(s.in, 1, workers))
		}
		state, err := v.MarshalBinary()
		require.NoError(t, err)
		return state
	}
	want := run(false, 1)
	require.Equal(t, want, run(true, 1))
	require.Equal(t, want, run(true, 3))
}

// BenchmarkClearance512 is a step in which the loss of RANKL changed by 2 %, at
// an antibody's peak.
func BenchmarkClearance512(b *testing.B) {
	g := field.Grid{W: 512, H: 512, Pixel: 5, Thickness: 10}
	s := newScene(g, 1, 2000)
	s.bone, s.osteoid = trabeculae(g)
	v := New(g, signal.Defaults(), defaultBinding, DefaultSettings())
	v.SetMedium(s.bone, s.osteoid)
	advance(b, v, s.in, 1)
	for n := 0; b.Loop(); n++ {
		neutralise(b, v, signal.RANKL, []float64{20, 20.4}[n%2])
		require.NoError(b, v.Advance(s.in, 1, 2))
	}
}
