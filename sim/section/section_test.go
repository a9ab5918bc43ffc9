package section

import (
	"math"
	"testing"

	"github.com/stretchr/testify/require"

	"trabecula/assets"
	"trabecula/field/morphometry"
	"trabecula/field/tissue"
	"trabecula/sim/param"
	"trabecula/sim/unit"
)

func defaults() Params { return param.Default[Params]() }

var matrix = param.Default[tissue.Params]()

func TestParams(t *testing.T) {
	p := defaults()
	require.NoError(t, param.Check([]param.Group{{Path: "section", Ptr: &p}}))
	require.NoError(t, p.Validate())
}

// Every bundled slice gives a section of 512 x 512 px whose bone area is that of
// the image, as fractions and as pixels that count as bone.
func TestBundled(t *testing.T) {
	for _, slice := range assets.Slices() {
		p := defaults()
		p.Image = "bundled:" + slice.Name
		bone, r, err := Build(p, 1, matrix)
		require.NoError(t, err, slice.Name)
		require.Equal(t, 512, bone.W)
		require.Equal(t, 512, bone.H)
		require.InEpsilon(t, r.SourceBVTV, r.BVTV, 1e-4, slice.Name)
		require.InEpsilon(t, r.SourceBVTV, r.SolidBVTV, 0.01, slice.Name)
		require.InDelta(t, 0.22, r.BVTV, 0.02, slice.Name)
	}
}

// The default section is the typical one that assets/tissue/README.md says it is.
func TestDefault(t *testing.T) {
	bone, r, err := Build(defaults(), 1, matrix)
	require.NoError(t, err)
	require.Equal(t, "bundled:xy150-grey", r.Image)
	s := morphometry.Measure(morphometry.Threshold(bone.Grid, bone.Bone, tissue.Solid), morphometry.Options{})
	require.InDelta(t, 0.211, s.BVTV, 0.001)
	require.InDelta(t, 145, s.TbTh, 1)
	require.InDelta(t, 540, s.TbSp, 3)
	require.Zero(t, r.Islands)
	require.True(t, s.SpansY)
}

// The same parameters give the same bits; the seed changes only the matrix.
func TestSame(t *testing.T) {
	a, ra, err := Build(defaults(), 7, matrix)
	require.NoError(t, err)
	b, rb, err := Build(defaults(), 7, matrix)
	require.NoError(t, err)
	require.Equal(t, a, b)
	require.Equal(t, ra, rb)
	c, _, err := Build(defaults(), 8, matrix)
	require.NoError(t, err)
	require.Equal(t, a.Bone, c.Bone)
	require.NotEqual(t, a.Born, c.Born)
}

// Bone holds matrix in proportion to its fraction, marrow none.
func TestMatrix(t *testing.T) {
	p := defaults()
	p.Width, p.Height = 640, 640
	bone, r, err := Build(p, 1, matrix)
	require.NoError(t, err)
	tgfb, igf1 := matrix.TGFb, matrix.IGF1 // the default pixel is the one they are stated for
	for i, f := range bone.Bone {
		require.InDelta(t, tgfb*float64(f), bone.TGFb[i], 1e-3)
		require.InDelta(t, igf1*float64(f), bone.IGF1[i], 1e-3)
		require.Zero(t, bone.Osteoid[i])
		require.LessOrEqual(t, bone.Mineral[i], f)
		require.GreaterOrEqual(t, bone.Mineral[i], float32(matrix.Burst)*f-1e-6)
		if f > 0 {
			require.Less(t, bone.Born[i], float32(0))
		}
	}
	require.Equal(t, tissue.Quiescent, bone.Face[0])
	require.Greater(t, r.MineralMean, 0.9)
}

// Ages are exponential about the mean that is asked for, and mineral the mean of
// the law over them: 1 - (1 - burst)/(1 + rate × age).
func TestMatrixAge(t *testing.T) {
	p := defaults()
	p.Mineral.Packet = 10 // many packets, for the statistics
	bone, r, err := Build(p, 3, matrix)
	require.NoError(t, err)
	mean := p.Mineral.Age / unit.Day
	require.InEpsilon(t, mean, r.AgeMean, 0.03)
	older := 0.0
	for i, f := range bone.Bone {
		if -float64(bone.Born[i]) > p.Mineral.Age {
			older += float64(f)
		}
	}
	require.InEpsilon(t, math.Exp(-1), older/sum(bone.Bone), 0.05)
	want := 1 - (1-matrix.Burst)/(1+matrix.Secondary*p.Mineral.Age)
	require.InDelta(t, want, r.MineralMean, 0.002)
}

// The section is as mineralised as the laws of its matrix make it.
func TestMatrixLaw(t *testing.T) {
	law := matrix
	law.Burst, law.Secondary = 0.5, 0
	bone, r, err := Build(defaults(), 1, law)
	require.NoError(t, err)
	require.InDelta(t, 0.5, r.MineralMean, 1e-6)
	require.InDelta(t, 0.5*sum(bone.Bone), sum(bone.Mineral), 1e-2)
}

func BenchmarkBuild(b *testing.B) {
	synthetic := defaults()
	synthetic.Geometry = "synthetic"
	for name, p := range map[string]Params{"image": defaults(), "synthetic": synthetic} {
		b.Run(name, func(b *testing.B) {
			for b.Loop() {
				_, _, err := Build(p, 1, matrix)
				require.NoError(b, err)
			}
		})
	}
}
