package mechanics

import (
	"image"
	"image/png"
	"slices"
	"testing"

	"github.com/stretchr/testify/require"

	"trabecula/assets"
)

// slice reads the moduli of a bundled segmented slice: 10 GPa, 2 MPa.
func slice(t *testing.T, name string) (lattice, []float32) {
	s, ok := assets.FindSlice(name)
	require.True(t, ok)
	f, err := assets.Tissue().Open(s.File)
	require.NoError(t, err)
	defer f.Close()
	img, err := png.Decode(f)
	require.NoError(t, err)
	grey := img.(*image.Gray)
	l := lattice{grey.Rect.Dx(), grey.Rect.Dy()}
	modulus := make([]float32, l.w*l.h)
	for i := range modulus {
		modulus[i] = 2
		if grey.GrayAt(i%l.w, i/l.w).Y > 127 {
			modulus[i] = 10e3
		}
	}
	return l, modulus
}

// Apparent moduli and strain energy densities of the bundled slices at a strain
// of 0.1 %, plane strain, frictionless platens, free sides, against an
// independent implementation: sparse matrices and direct solution in SciPy on
// the same images (LHDL specimen 2923, redistributed by ciclope, Iori et al.).
func TestReferenceSlices(t *testing.T) {
	for _, c := range []struct {
		name              string
		axis              axis
		modulus           float64 // MPa
		mean, median, p95 float64 // SED of bone, kPa
	}{
		{"xy150", alongY, 19.3993, 0.0212231, 0.00039068, 0.0786531},
		{"xy150", alongX, 4.89461, 0.000363372, 2.26693e-05, 0.00111868},
		{"xz098", alongY, 15.7584, 0.00112601, 0.000154069, 0.00481493},
		{"xz098", alongX, 4.09528, 0.000347719, 4.64372e-05, 0.00143307},
		{"xz150", alongY, 84.506, 0.158936, 0.0116826, 0.656682},
		{"xz150", alongX, 3.23934, 6.99674e-05, 8.45937e-06, 0.000255806},
	} {
		t.Run(c.name+" "+c.axis.String(), func(t *testing.T) {
			l, modulus := slice(t, c.name)
			h := newHierarchy(l, held{x: c.axis == alongX, y: c.axis == alongY})
			require.NoError(t, h.update(modulus, plane[float32](0.3)))
			p := newProblem(c.axis, l)
			require.NoError(t, p.solve(material{modulus, plane[float64](0.3)}, newBench(h), 1e-7, 1000))
			t.Logf("%d iterations", p.iterations)
			require.InEpsilon(t, c.modulus, 2*energy(l, plane[float64](0.3), modulus, p.u, 0)/float64(len(modulus)), 1e-5)
			bone := boneEnergy(p, modulus)
			require.InEpsilon(t, c.mean, average(bone), 1e-3)
			require.InEpsilon(t, c.median, bone[len(bone)/2], 2e-2)
			require.InEpsilon(t, c.p95, bone[len(bone)*95/100], 1e-2)
		})
	}
}

// boneEnergy returns the energy densities of the bone at 0.1 % of strain [kPa],
// in order.
func boneEnergy(p *problem, modulus []float32) (bone []float64) {
	c := plane[float64](0.3)
	for i, m := range modulus {
		if m > 2 {
			s := p.at(p.u, i%p.w, i/p.w)
			bone = append(bone, 1e3*1e-6/2*float64(m)*c.product(s, s, 0, 0))
		}
	}
	slices.Sort(bone)
	return bone
}

func average(v []float64) float64 {
	sum := 0.0
	for _, x := range v {
		sum += x
	}
	return sum / float64(len(v))
}
