package ode

import (
	"math"
	"math/cmplx"
	"testing"

	"github.com/stretchr/testify/require"
)

// loose are the settings of problems that run to far times.
func loose(relative float64) Settings {
	s := defaults(relative)
	s.StepLimit = 1e12
	return s
}

func robertson(_ float64, y, dy []float64) {
	dy[0] = -0.04*y[0] + 1e4*y[1]*y[2]
	dy[1] = 0.04*y[0] - 1e4*y[1]*y[2] - 3e7*y[1]*y[1]
	dy[2] = 3e7 * y[1] * y[1]
}

// TestRobertson compares with the reference solutions of Hairer & Wanner 1996 (t =
// 40) and of Mazzia & Magherini 2008, Test Set for Initial Value Problem Solvers,
// release 2.4, problem ROBER (t = 1e11); (both recalled).
func TestRobertson(t *testing.T) {
	for _, relative := range []float64{1e-4, 1e-6, 1e-8} {
		s := loose(relative)
		s.Absolute = 1e-13
		o, y := New(robertson, []float64{1, 1e-5, 1}, s), []float64{1, 0, 0}
		require.NoError(t, o.Advance(0, 40, y, nil))
		near(t, []float64{0.7158270687193941, 0.9185534764557338e-5, 0.2841637457458413}, y, relative)
		require.NoError(t, o.Advance(40, 1e11, y, nil))
		// Differences, not the tolerance, limit steps 1e14 times the shortest scale.
		near(t, []float64{0.2083340149701255e-7, 0.8333360770334713e-13, 0.9999999791665050}, y, max(30*relative, 3e-5))
		require.InDelta(t, 1, y[0]+y[1]+y[2], 1e-11)

	}
}

// near requires each to be within the relative error.
func near(t *testing.T, want, got []float64, relative float64) {
	t.Helper()
	for i, v := range got {
		require.InEpsilon(t, want[i], v, relative, "state %d", i)
	}
}

// TestVanDerPol compares with the reference solution of problem VDPOL of the same
// test set: mu = 1000, with time in units of mu (recalled).
func TestVanDerPol(t *testing.T) {
	f := func(_ float64, y, dy []float64) {
		dy[0] = y[1]
		dy[1] = 1e6 * ((1-y[0]*y[0])*y[1] - y[0])
	}
	for _, relative := range []float64{1e-4, 1e-6, 1e-8} {
		y := []float64{2, 0}
		require.NoError(t, New(f, []float64{1, 1}, loose(relative)).Advance(0, 2, y, nil))
		near(t, []float64{1.706167732170483, -0.8928097010247975}, y, 20*relative)
	}
}

// modes are the eigenvalues of a linear system, in pairs.
var modes = []complex128{-1e6, -2e3, -30 + 40i, -30 - 40i, -0.5 + 2i, -0.5 - 2i, -0.01, -1e-4}

// reflect returns Q y of the reflection Q = 1 - 2 v v'/v'v, its own inverse.
func reflect(y []float64) []float64 {
	dot, norm := 0.0, 0.0
	v := func(i int) float64 { return 1 + 0.3*float64(i) }
	for i := range y {
		dot += v(i) * y[i]
		norm += v(i) * v(i)
	}
	out := make([]float64, len(y))
	for i := range y {
		out[i] = y[i] - 2*v(i)*dot/norm
	}
	return out
}

// modal applies a function of the eigenvalues, g(D), where a pair of complex ones
// is a rotation and a growth.
func modal(y []float64, g func(complex128) complex128) []float64 {
	out := make([]float64, len(y))
	for i := 0; i < len(y); i++ {
		w := g(modes[i])
		if imag(modes[i]) == 0 {
			out[i] = real(w) * y[i]
			continue
		}
		out[i], out[i+1] = real(w)*y[i]-imag(w)*y[i+1], imag(w)*y[i]+real(w)*y[i+1]
		i++
	}
	return out
}

func TestStiffLinearSystemFollowsTheExponential(t *testing.T) {
	f := func(_ float64, y, dy []float64) {
		copy(dy, reflect(modal(reflect(y), func(z complex128) complex128 { return z })))
	}
	start := []float64{1, -2, 3, 1, 0.5, -1, 2, 4}
	scale := []float64{1, 1, 1, 1, 1, 1, 1, 1}
	for _, end := range []float64{1e-6, 0.05, 3, 5000} {
		s := loose(1e-6)
		s.Absolute = 1e-6
		y := append([]float64{}, start...)
		require.NoError(t, New(f, scale, s).Advance(0, end, y, nil))
		want := reflect(modal(reflect(start), func(z complex128) complex128 { return cmplx.Exp(z * complex(end, 0)) }))
		for i := range y {
			require.InDelta(t, want[i], y[i], 1e-5, "state %d at %g", i, end)
		}
	}
}

// TestStiffSlaveFollowsItsMaster is the problem of Prothero & Robinson 1974, Math.
// Comput. 28:145-162, made nonlinear: a fast state on a rhythm of long period must
// not shorten the steps, as it does several times over without df/dt.
func TestStiffSlaveFollowsItsMaster(t *testing.T) {
	master := func(t float64) float64 { return 2 + math.Sin(t/4) }
	f := func(t float64, y, dy []float64) {
		dy[0] = -1e4*(math.Pow(y[0], 3)-math.Pow(master(t), 3)) + math.Cos(t/4)/4
	}
	steps, y := 0, []float64{2}
	require.NoError(t, New(f, []float64{1}, defaults(1e-4)).Advance(0, 100, y, func(at float64, y []float64) {
		steps++
		require.InDelta(t, master(at), y[0], 3e-4)
	}))
	require.Less(t, steps, 800)
}
