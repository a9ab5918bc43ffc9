package ode

import (
	"math"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/stretchr/testify/require"
)

func TestProbeFindsWhatDependsOnWhat(t *testing.T) {
	f := func(t float64, y, dy []float64) {
		dy[0] = -y[0] * y[4]
		dy[1] = max(0, y[0]-30)      // above a threshold, far above the scale
		dy[2] = y[3] / (1 + y[2])    //
		dy[3] = 1e9 - 1e-3*y[3]      // small beside the rest
		dy[4] = math.Log(y[1] - 0.5) // not everywhere a number
		dy[5] = 7
		if h := math.Mod(t, 24); h > 18 && h < 22 { // gated by the time of day
			dy[5] = y[1]
		}
	}
	want := pattern{{0, 1}, {1, 4, 5}, {2}, {2, 3}, {0, 4}, {5}}
	require.Equal(t, want, probe(f, []float64{1, 1, 1, 1, 1, 1}))
}

func TestProbeFindsTheChainAtAnyScale(t *testing.T) {
	for _, size := range []float64{1e-9, 1, 1e9} {
		f := func(_ float64, y, dy []float64) {
			for i := range y {
				dy[i] = y[(i+1)%len(y)]/size - math.Pow(y[i]/size, 1.5)
			}
		}
		scale := make([]float64, 9)
		for i := range scale {
			scale[i] = size
		}
		for c, rows := range probe(f, scale) {
			before := (c + len(scale) - 1) % len(scale)
			require.Equal(t, []int{min(c, before), max(c, before)}, rows)
		}
	}
}

// scatter returns a pattern with the diagonal and entries at random.
func scatter(r *rand.Rand, n int, density float64) pattern {
	p := make(pattern, n)
	for c := range p {
		for k := range n {
			if k == c || r.Float64() < density {
				p[c] = append(p[c], k)
			}
		}
	}
	return p
}

func TestColoursShareNoRate(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	for range 50 {
		p := scatter(r, 30, 0.1)
		groups, states := p.colours(), 0
		for _, g := range groups {
			taken := map[int]bool{}
			for _, c := range g {
				states++
				for _, row := range p[c] {
					require.False(t, taken[row])
					taken[row] = true
				}
			}
		}
		require.Equal(t, 30, states)
		require.Less(t, len(groups), 30)
	}
	require.Len(t, pattern{{0, 1}, {1, 2}, {2, 3}, {3, 4}, {4}}.colours(), 2, "a cascade takes two")
}

func TestJacobianIsThatOfTheFormula(t *testing.T) {
	f := func(t float64, y, dy []float64) {
		dy[0] = -3*y[0] + y[1]*y[2]
		dy[1] = math.Pow(y[0], 4) - t*y[1]
		dy[2] = math.Sin(y[2]) - y[0]
		dy[3] = y[3] * y[3]
	}
	o, y := New(f, []float64{1, 1, 1, 1}, defaults(1e-4)), []float64{2, 3, -0.5, 0}
	f(5, y, o.slope)
	o.jacobian.update(f, 5, y, o.slope, o.matrix.matrix)
	want := [][]float64{{-3, -0.5, 3, 0}, {32, -5, 0, 0}, {-1, 0, math.Cos(0.5), 0}, {0, 0, 0, 0}}
	for _, e := range o.jacobian.entries {
		require.InDelta(t, -want[e.row][e.column], o.matrix.matrix[e.slot], 1e-4)
		want[e.row][e.column] = 0
	}
	require.Equal(t, make([][]float64, 4), zeroless(want), "entries left out")
}

// zeroless turns rows of zeros into nil.
func zeroless(rows [][]float64) (out [][]float64) {
	for _, row := range rows {
		if !slices.ContainsFunc(row, func(v float64) bool { return v != 0 }) {
			row = nil
		}
		out = append(out, row)
	}
	return out
}

func TestFactorsSolveSparseSystems(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 4))
	for range 200 {
		n := 1 + r.IntN(40)
		p := scatter(r, n, 3/float64(n))
		f, slot := newFactors(p)
		x, want := make([]float64, n), make([]float64, n)
		for i := range want {
			want[i] = r.NormFloat64()
		}
		for c, rows := range p {
			for _, row := range rows {
				v := r.NormFloat64()
				f.matrix[slot(row, c)] = v
				x[row] += v * want[c]
			}
			x[c] += 10 * want[c]
		}
		require.True(t, f.factorise(10))
		f.solve(x)
		for i := range x {
			require.InDelta(t, want[i], x[i], 1e-12)
		}
	}
}

func TestFactorsRefuseALostPivot(t *testing.T) {
	f, slot := newFactors(pattern{{0, 1}, {0, 1}})
	for _, at := range [][2]int{{0, 0}, {0, 1}, {1, 0}, {1, 1}} {
		f.matrix[slot(at[0], at[1])] = 1.0 / 3
	}
	require.False(t, f.factorise(0), "singular")
	require.False(t, f.factorise(1e-14), "nearly singular")
	require.True(t, f.factorise(1e-3))
	f.matrix[0] = math.NaN()
	require.False(t, f.factorise(1))
}

func TestEliminationFillsLittle(t *testing.T) {
	n := 40
	arrow := make(pattern, n) // the first state depends on all and all on it
	for c := range arrow {
		arrow[c] = []int{0, c}
	}
	arrow[0] = nil
	for r := range n {
		arrow[0] = append(arrow[0], r)
	}
	f, _ := newFactors(arrow)
	require.Len(t, f.value, 3*n-2, "no fill, as the first goes last")
	g, _ := newFactors(probe(synthetic, ones(50)))
	require.Less(t, len(g.value), 250)
}
