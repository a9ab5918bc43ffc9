package mechanics

import (
	"math"
	"math/rand"
	"testing"

	"github.com/stretchr/testify/require"

	"trabecula/field"
)

// solvedFor returns a solver whose elements are pixels of given moduli [MPa], solved
// to the given accuracy.
func solvedFor(t testing.TB, l lattice, nu, accuracy float64, modulus func(x, y int) float64) *Solver {
	p := Defaults()
	p.Poisson, p.Coarsen, p.Accuracy = nu, 1, accuracy
	s := New(field.Grid{W: l.w, H: l.h, Pixel: 5, Thickness: 10}, p)
	for i := range s.modulus {
		s.modulus[i] = float32(modulus(i%l.w, i/l.w))
		s.bone[i], s.pixels[i] = 1, s.modulus[i]
	}
	require.NoError(t, s.hierarchy.update(s.modulus, plane[float32](nu)))
	require.NoError(t, s.solve(1))
	s.derive()
	return s
}

// stiff and soft are the moduli of bone and marrow [MPa].
const stiff, soft = 18e3, 2

// A homogeneous section strains evenly, whatever the displacement it starts
// from, under plane strain along x and y and with out-of-plane strain.
func TestPatch(t *testing.T) {
	l := lattice{37, 22}
	const modulus = 700
	draw := rand.New(rand.NewSource(1))
	c := plane[float64](0.3)
	even := make([]float32, l.w*l.h)
	for i := range even {
		even[i] = modulus
	}
	h := newHierarchy(l, held{true, true})
	require.NoError(t, h.update(even, plane[float32](0.3)))
	for a := range axes {
		p := newProblem(a, l)
		want := append([]float64(nil), p.u...)
		noise := make([]float64, len(p.u))
		for i := range noise {
			noise[i] = draw.Float64()
		}
		release(l, held{true, true}, noise)
		for i := range noise {
			p.u[i] += noise[i]
		}
		require.NoError(t, p.solve(material{even, c}, newBench(h), 1e-22, 100))
		require.InDeltaSlice(t, want, p.u, 1e-9, "%v", a)
		for y := range l.h {
			for x := range l.w {
				s := l.at(p.u, x, y)
				require.InDelta(t, c.normal, c.product(s, s, p.z, p.z), 1e-9)
			}
		}
	}
}

// The element reproduces the textbook stiffness of the bilinear square: its
// diagonal, its rigid motions and its symmetry.
func TestElement(t *testing.T) {
	c := plane[float32](0.3)
	m := unitMatrix(c)
	rigid := [3][8]float32{{1, 0, 1, 0, 1, 0, 1, 0}, {0, 1, 0, 1, 0, 1, 0, 1}, {0, 0, 0, 1, -1, 0, -1, 1}}
	for i := range 8 {
		require.InDelta(t, (3-4*0.3)/(6*(1+0.3)*(1-2*0.3)), m[i][i], 1e-6) // plane strain, E = 1
		for j := range 8 {
			require.InDelta(t, m[i][j], m[j][i], 1e-6)
		}
		for _, r := range rigid {
			sum := float32(0)
			for j, v := range r {
				sum += m[i][j] * v
			}
			require.InDelta(t, 0, sum, 1e-6)
		}
	}
	require.GreaterOrEqual(t, m.bound(), (c.normal+c.cross)/c.diagonal())
	require.Less(t, m.bound(), 1.1*(c.normal+c.cross)/c.diagonal())
}

// A block of one material has its modulus in all three axes, and a uniform
// stress s strains it by s/E: the energy density is s²/2E.
func TestBlock(t *testing.T) {
	p := Defaults()
	p.StressX, p.StressY, p.StressZ, p.Support = 0, -2, 0, 0
	g := field.Grid{W: 45, H: 31, Pixel: 5, Thickness: 10} // odd: blocks at the edge hold fewer pixels
	s := New(g, p)
	full := make([]float32, g.Len())
	for i := range full {
		full[i] = 1
	}
	require.NoError(t, s.Update(full, full, 1))
	require.InDelta(t, p.Bone, s.Stiffness().X, 1e-6*p.Bone)
	require.InDelta(t, p.Bone, s.Stiffness().Y, 1e-6*p.Bone)
	require.InDelta(t, p.Bone, s.Stiffness().Z, 1e-6*p.Bone)
	for _, w := range s.Energy() {
		require.InEpsilon(t, 1e3*4/(2*p.Bone), w, 1e-5)
	}
	require.InEpsilon(t, p.Yield*p.Bone, s.Strength().Y, 1e-6)
	require.InEpsilon(t, p.Yield*p.Bone, s.Strength().Z, 1e-6)
	require.InEpsilon(t, p.Yield*p.Bone/2, s.FailureLoad(), 1e-6)
}

// Layers across the axis y share its stress, and the strains of the others: the
// apparent stiffness follows in closed form, at Poisson's ratio 0 the moduli of
// Reuss and Voigt.
func TestLaminate(t *testing.T) {
	layer := func(y int) float64 {
		if y%8 < 3 {
			return stiff
		}
		return soft
	}
	arithmetic, harmonic := 0.0, 0.0
	for y := range 40 {
		arithmetic += layer(y) / 40
		harmonic += 1 / layer(y) / 40
	}
	harmonic = 1 / harmonic
	rows := func(_, y int) float64 { return layer(y) }
	columns := func(x, _ int) float64 { return layer(x) }

	s := solvedFor(t, lattice{40, 40}, 0, 1e-14, rows)
	require.InEpsilon(t, arithmetic, s.Stiffness().X, 1e-6)
	require.InEpsilon(t, harmonic, s.Stiffness().Y, 1e-6)
	require.InEpsilon(t, arithmetic, s.Stiffness().Z, 1e-6)
	s = solvedFor(t, lattice{40, 40}, 0, 1e-14, columns)
	require.InEpsilon(t, harmonic, s.Stiffness().X, 1e-6)
	require.InEpsilon(t, arithmetic, s.Stiffness().Y, 1e-6)

	c := plane[float64](0.3)
	s = solvedFor(t, lattice{40, 40}, 0.3, 1e-14, rows)
	r, a, h := c.cross/c.normal, c.normal*arithmetic, c.normal*harmonic
	require.InEpsilon(t, h, s.apparent[alongY][alongY], 1e-6)
	require.InEpsilon(t, r*h, s.apparent[alongX][alongY], 1e-6)
	require.InEpsilon(t, r*h, s.apparent[outOfPlane][alongY], 1e-6)
	require.InEpsilon(t, (1-r*r)*a+r*r*h, s.apparent[alongX][alongX], 1e-6)
	require.InEpsilon(t, (1-r*r)*a+r*r*h, s.apparent[outOfPlane][outOfPlane], 1e-6)
	require.InEpsilon(t, (r-r*r)*a+r*r*h, s.apparent[alongX][outOfPlane], 1e-6)
}

// A random mixture lies between Reuss and Voigt in every axis, out of the plane
// at least at Voigt but for Poisson's effect, and does not depend on the
// hierarchy: odd edges and few iterations.
func TestBounds(t *testing.T) {
	draw := rand.New(rand.NewSource(1))
	l := lattice{61, 43}
	arithmetic, harmonic, n := 0.0, 0.0, float64(l.w*l.h)
	s := solvedFor(t, l, 0.3, 1e-10, func(_, _ int) float64 {
		e := float64(soft)
		if draw.Float64() < 0.3 {
			e = stiff
		}
		arithmetic += e / n
		harmonic += 1 / e / n
		return e
	})
	for _, e := range []float64{s.Stiffness().X, s.Stiffness().Y, s.Stiffness().Z} {
		require.Greater(t, e, 1/harmonic)
		require.Less(t, e, arithmetic*(1+1e-3)) // unlike Poisson effects stiffen by less
	}
	require.Less(t, s.Stiffness().Y, 0.5*s.Stiffness().Z)
}

// On nested meshes the stiffness of a section with a stiff square falls
// towards its limit, and the steps shrink by 2^(2 lambda): the strain is
// singular at the corners of the square.
func TestMeshConvergence(t *testing.T) {
	var values []float64
	for n := 8; n <= 128; n *= 2 {
		s := solvedFor(t, lattice{n, n}, 0.3, 1e-12, func(x, y int) float64 {
			if 4*x >= n && 4*x < 3*n && 4*y >= n && 4*y < 3*n {
				return 1000
			}
			return 100
		})
		values = append(values, s.apparent[alongY][alongY])
	}
	for i := 2; i < len(values); i++ {
		before, step := values[i-2]-values[i-1], values[i-1]-values[i]
		require.Positive(t, step)
		order := math.Log2(before / step)
		t.Logf("step %g, order %.2f", step, order)
		require.Greater(t, order, 1.2)
		require.Less(t, order, 2.1)
	}
}
