package transport

import (
	"math"
	"testing"

	"github.com/stretchr/testify/require"

	"trabecula/field/signal"
)

// TestBindingEquilibrium holds uniform planes with equal decay k against the
// steady state: A = a+c and B = b+c have k A = sa, k B = sb, and c solves
// c^2 - (A + B + K) c + A B = 0 with K = (off + k)/on.
func TestBindingEquilibrium(t *testing.T) {
	const k, sa, sb = 10.0, 2000.0, 3000.0
	g := grid(16, 19)
	for _, bind := range []signal.Binding{{On: 0.004, Off: 0.04}, {On: 0.5, Off: 5}, {On: 20, Off: 0.1}} {
		v := New(g, only(1e5, 1e4, k), bind, exactly())
		in := secrete(signal.RANKL, everywhere(g, func(_, _ int) float64 { return sa }))
		in.Secretion[signal.OPG] = everywhere(g, func(_, _ int) float64 { return sb })
		advance(t, v, in, 1)
		half := (sa/k + sb/k + (bind.Off+k)/bind.On) / 2
		c := half - math.Sqrt(half*half-sa/k*sb/k)
		for i := range g.Len() {
			require.InEpsilon(t, c, v.Values(signal.RANKLOPG)[i], 2e-5)
			require.InEpsilon(t, sa/k-c, v.Values(signal.RANKL)[i], 2e-4)
			require.InEpsilon(t, sb/k-c, v.Values(signal.OPG)[i], 1e-4)
		}
	}
}

// TestBindingApproach lets a, b and c form from nothing and holds them against
// the rate equations integrated in small steps. The scheme is of first order.
func TestBindingApproach(t *testing.T) {
	const k, sa, sb, end = 0.3, 50.0, 80.0, 2.0
	bind := signal.Binding{On: 0.02, Off: 0.3}
	var ref [3]float64
	rate := func(u [3]float64) [3]float64 {
		f := bind.On*u[0]*u[1] - bind.Off*u[2]
		return [3]float64{sa - k*u[0] - f, sb - k*u[1] - f, f - k*u[2]}
	}
	const n = 20000
	for range n { // midpoint rule
		d := rate(ref)
		var mid [3]float64
		for i := range ref {
			mid[i] = ref[i] + d[i]*end/n/2
		}
		for i, e := range rate(mid) {
			ref[i] += e * end / n
		}
	}
	g := grid(16, 16)
	set := exactly()
	set.SteadyRemainder = 0
	var errs []float64
	for _, steps := range []int{10, 20, 40} {
		v := New(g, only(1e4, 1e4, k), bind, set)
		in := secrete(signal.RANKL, everywhere(g, func(_, _ int) float64 { return sa }))
		in.Secretion[signal.OPG] = everywhere(g, func(_, _ int) float64 { return sb })
		for range steps {
			advance(t, v, in, end/float64(steps))
		}
		errs = append(errs, math.Abs(float64(v.Values(signal.RANKLOPG)[7])/ref[2]-1))
	}
	require.Less(t, errs[2], 0.02)
	require.InDelta(t, 1, order(errs[0], errs[1]), 0.1)
	require.InDelta(t, 1, order(errs[1], errs[2]), 0.1)
}

// TestBindingFits solves for each of the three in float64, with its partners as
// they are, and holds the planes against that, whether solved or skipped.
func TestBindingFits(t *testing.T) {
	bind := signal.Binding{On: 0.05, Off: 0.5}
	s := newScene(grid(33, 40), 2, 60)
	set := perPixel()
	v := New(s.g, signal.Defaults(), bind, set)
	three := [3]signal.Signal{signal.RANKL, signal.OPG, signal.RANKLOPG}
	for step := range 36 {
		opg := s.in.clone()
		s.stir([]float64{0, 0, 0.01}[step%3], []float64{1e-4, 2e-4, 0.01}[step%3])
		if step >= 18 { // OPG is disturbed by binding only, and mostly left alone
			s.in.Secretion[signal.OPG], s.in.Uptake[signal.OPG] = opg.Secretion[signal.OPG], opg.Uptake[signal.OPG]
		}
		var before [3][]float64
		for i, sig := range three {
			before[i] = wide(v.Values(sig))
		}
		advance(t, v, s.in, 1)
		a, b, c := v.Values(three[0]), v.Values(three[1]), v.Values(three[2])
		for i, sig := range three {
			sp := v.species[sig]
			q := problemOf(v, sig, s.in, sp.shift)
			gain := total(s.in.Secretion[sig])
			for j := range q.rhs {
				in, rate := bind.Off*float64(c[j]), bind.On*float64([][]float32{b, a, nil}[i%pair][j])
				if i == pair {
					in, rate = bind.On*float64(a[j])*float64(b[j]), bind.Off
				}
				q.rhs[j] += in + sp.shift*before[i][j]
				q.loss[j] += rate
				gain += in
			}
			exact, wrong := wide(v.Values(sig)), 0.0
			q.solve(exact, 1e-4)
			for j, u := range v.Values(sig) {
				wrong += math.Abs(float64(u) - exact[j])
			}
			require.LessOrEqual(t, wrong*(sp.decay+sp.shift),
				1.02*set.ResidualTolerance*max(gain, sp.decay*sp.mass)+2*sp.rounding(sp.mass*(sp.decay+sp.shift)), "%s, step %d", sp.name, step)
		}
	}
	for _, sig := range three {
		require.Greater(t, v.Stats()[sig].Skipped, int64(3))
		require.Greater(t, v.Stats()[sig].Solves, int64(3))
	}
	require.Greater(t, v.Stats()[signal.RANKL].Cycles, v.Stats()[signal.OPG].Cycles)
}

// TestBindingOneSided takes one partner away: the complex goes with it and the
// other partner is as if it had never bound.
func TestBindingOneSided(t *testing.T) {
	s := newScene(grid(24, 24), 4, 30)
	alone := New(s.g, only(1e5, 1e4, 10), defaultBinding, perPixel())
	both := New(s.g, only(1e5, 1e4, 10), defaultBinding, perPixel())
	advance(t, both, s.in, 1)
	require.Positive(t, both.Ledger(signal.RANKLOPG).Stored)
	s.in.Secretion[signal.OPG] = nil
	advance(t, alone, s.in, 1)
	advance(t, both, s.in, 1)
	require.Zero(t, both.Ledger(signal.RANKLOPG).Stored)
	require.Zero(t, both.Ledger(signal.OPG).Stored)
	require.Less(t, distance1(both.Values(signal.RANKL), wide(alone.Values(signal.RANKL))), 2e-3)
}
