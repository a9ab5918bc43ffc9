package ode

import (
	"math"
	"math/cmplx"
	"testing"

	"github.com/stretchr/testify/require"
)

// sums of the rows of a matrix.
func sums(m [stages][stages]float64) (s [stages]float64) {
	for i := range stages {
		for j := range stages {
			s[i] += m[i][j]
		}
	}
	return s
}

// residuals returns by how much the weights miss the conditions of a W-method,
// for any matrix in place of the Jacobian, up to the order (Hairer & Wanner 1996,
// IV.7, table 7.1 and exercise 1, split by the powers of the matrix).
func residuals(t tableau, weight [stages]float64, order int) (r []float64) {
	alpha, gamma := sums(t.alpha), sums(t.gamma)
	one := [stages]float64{1, 1, 1, 1}
	dot := func(terms ...[stages]float64) (sum float64) {
		for i := range stages {
			p := weight[i]
			for _, v := range terms {
				p *= v[i]
			}
			sum += p
		}
		return sum
	}
	through := func(m [stages][stages]float64, v [stages]float64) (p [stages]float64) {
		for i := range stages {
			for j := range stages {
				p[i] += m[i][j] * v[j]
			}
		}
		return p
	}
	r = append(r, dot(one)-1)
	if order >= 2 {
		r = append(r, dot(alpha)-1./2, dot(gamma))
	}
	if order >= 3 {
		r = append(r, dot(alpha, alpha)-1./3,
			dot(through(t.alpha, alpha))-1./6, dot(through(t.alpha, gamma)),
			dot(through(t.gamma, alpha)), dot(through(t.gamma, gamma)))
	}
	return r
}

func TestTableauMeetsTheConditionsOfAWMethod(t *testing.T) {
	table := ros34pw2()
	for i, v := range residuals(table, table.weight, 3) {
		require.InDelta(t, 0, v, 2e-15, "order 3, condition %d", i)
	}
	for i, v := range residuals(table, table.embedded, 2) {
		require.InDelta(t, 0, v, 2e-15, "embedded order 2, condition %d", i)
	}
	miss := 0.0
	for _, v := range residuals(table, table.embedded, 3) {
		miss = max(miss, math.Abs(v))
	}
	require.Greater(t, miss, 0.01, "the embedded method must differ in order")
	require.InDelta(t, 0, 6*math.Pow(table.gamma[0][0], 3)-18*math.Pow(table.gamma[0][0], 2)+9*table.gamma[0][0]-1, 1e-14)
}

// amplification returns R(z) of y' = z y by a step of 1, R(z) = 1 + z weight (1 -
// z (alpha + gamma))^-1 1, solved forward as the matrix is lower triangular.
func amplification(t tableau, weight [stages]float64, z complex128) complex128 {
	var k [stages]complex128
	r := complex(1, 0)
	for i := range stages {
		sum := complex(1, 0)
		for j := range i {
			sum += z * complex(t.alpha[i][j]+t.gamma[i][j], 0) * k[j]
		}
		k[i] = sum / (1 - z*complex(t.gamma[i][i], 0))
		r += z * complex(weight[i], 0) * k[i]
	}
	return r
}

func TestMethodIsLStable(t *testing.T) {
	table := ros34pw2()
	for _, z := range []complex128{-1e12, 1e12i, -1e12 + 1e12i} {
		require.InDelta(t, 0, cmplx.Abs(amplification(table, table.weight, z)), 1e-10, "R(%g)", z)
		require.InDelta(t, 0.48, cmplx.Abs(amplification(table, table.embedded, z)), 0.01, "embedded R(%g)", z)
	}
	for e := -30; e < 80; e++ {
		z := complex(0, math.Pow(10, float64(e)/10))
		require.LessOrEqual(t, cmplx.Abs(amplification(table, table.weight, z)), 1+1e-14, "R(%g): the left half-plane follows, R having no pole there", z)
		require.LessOrEqual(t, cmplx.Abs(amplification(table, table.embedded, z)), 1+1e-14, "embedded R(%g)", z)
	}
}

func TestStepFollowsTheStabilityFunction(t *testing.T) {
	table := ros34pw2()
	for _, z := range []float64{-0.1, -1, -30, -1e9} {
		f := func(_ float64, y, dy []float64) { dy[0] = z * y[0] }
		got := march(New(f, []float64{1}, defaults(1e-4)), 0, 1, 1, []float64{1}, exact)
		want := real(amplification(table, table.weight, complex(z, 0)))
		require.InDelta(t, want, got[0], 1e-9, "z = %g", z)
	}
}

// use is what stands for the Jacobian in march.
type use int

const (
	exact use = iota // new at every step
	stale            // that of the start of the march
	none             // zero
)

// march takes equal steps, whatever their errors, and returns the states.
func march(s *Solver, t, end float64, steps int, y []float64, jacobian use) []float64 {
	h := (end - t) / float64(steps)
	for i := range steps {
		at := t + float64(i)*h
		s.f(at, y, s.slope)
		if s.age = unknown; i > 0 && jacobian != exact {
			s.age = 0
		}
		s.linearise(at, h, y)
		if jacobian == none {
			clear(s.matrix.matrix)
			s.tied = 0
		}
		s.try(at, h, y)
		copy(y, s.next)
	}
	return y
}

// swing is a nonlinear system that depends on time, of known solution: y0 = 1 +
// sin(t)/2, y1 = 1 / (1 + t).
func swing(t float64, y, dy []float64) {
	dy[0] = math.Cos(t)/2 + y[0]*(1+math.Sin(t)/2-y[0])*3 + (y[1]*(1+t) - 1)
	dy[1] = -y[1]*y[1] + math.Pow(y[0], 3) - math.Pow(1+math.Sin(t)/2, 3)
}

func TestOrderIsThree(t *testing.T) {
	for _, jacobian := range []use{exact, stale, none} {
		fault := func(steps int) float64 {
			y := march(New(swing, []float64{1, 1}, defaults(1e-4)), 0, 2, steps, []float64{1, 1}, jacobian)
			return math.Hypot(y[0]-1-math.Sin(2)/2, y[1]-1./3)
		}
		for steps := 100; steps <= 400; steps *= 2 {
			order := math.Log2(fault(steps) / fault(2*steps))
			require.InDelta(t, 3, order, 0.15, "Jacobian %d, %d steps", jacobian, steps)
		}
	}
}

// TestTimeIsAsGoodAsAState compares a step with that of the system whose time is
// a state of its own; they would differ by far more if df/dt were left out.
func TestTimeIsAsGoodAsAState(t *testing.T) {
	f := func(t float64, y, dy []float64) { dy[0] = -5 * (math.Pow(y[0], 3) - math.Pow(t, 2)) }
	g := func(_ float64, y, dy []float64) {
		f(y[1], y, dy)
		dy[1] = 1
	}
	for _, h := range []float64{0.01, 0.03, 0.1} {
		a := march(New(f, []float64{1}, defaults(1e-4)), 2, 2+h, 1, []float64{1}, exact)
		b := march(New(g, []float64{1, 1}, defaults(1e-4)), 2, 2+h, 1, []float64{1, 2}, exact)
		require.InEpsilon(t, b[0], a[0], 1e-7, "h = %g", h)
		require.InEpsilon(t, 2+h, b[1], 1e-12)
	}
}
