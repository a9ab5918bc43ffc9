package section

import (
	"image"
	"image/color"
	"math"
	"testing"

	"github.com/stretchr/testify/require"

	"trabecula/field/morphometry"
	"trabecula/field/tissue"
)

// shape is an image that is bright where inside is true, at 64 levels of edge.
func shape(w, h int, inside func(x, y float64) bool) *image.Gray {
	img := image.NewGray(image.Rect(0, 0, w, h))
	for i := range img.Pix {
		hits := 0
		for s := range 64 {
			if inside(float64(i%w)+(float64(s%8)+0.5)/8, float64(i/w)+(float64(s/8)+0.5)/8) {
				hits++
			}
		}
		img.Pix[i] = uint8(hits * 255 / 64)
	}
	return img
}

func disc(cx, cy, r float64) func(x, y float64) bool {
	return func(x, y float64) bool { return math.Hypot(x-cx, y-cy) < r }
}

// A disc of known size keeps its area and its perimeter at any pixel of image
// and model.
func TestDisc(t *testing.T) {
	const radius, side = 400.0, 1200.0 // um
	for _, source := range []float64{3, 7.5, 12, 20} {
		n := int(side / source)
		path := writePNG(t, shape(n, n, disc(side/2/source, side/2/source, radius/source)))
		for _, model := range []float64{2.5, 5, 10} {
			p := defaults()
			p.Image, p.PixelSize, p.Pixel = path, source, model
			bone, r, err := Build(p, 1, matrix)
			require.NoError(t, err)
			require.InEpsilon(t, r.SourceBVTV, r.BVTV, 1e-4)
			require.InEpsilon(t, r.SourceBVTV, r.SolidBVTV, 0.01)
			require.InEpsilon(t, math.Pi*radius*radius, r.BVTV*bone.Area(), 0.01, "image %g um, model %g um", source, model)
			m := morphometry.Threshold(bone.Grid, bone.Bone, tissue.Solid)
			if source <= 12 {
				require.InEpsilon(t, 2*math.Pi*radius, morphometry.Perimeter(m), 0.03, "image %g um, model %g um", source, model)
			}
		}
	}
}

// Without smoothing every model pixel holds exactly the area that is under it.
func TestByArea(t *testing.T) {
	img := image.NewGray(image.Rect(0, 0, 40, 40))
	for y := range 40 {
		for x := 13; x < 27; x++ {
			img.SetGray(x, y, color.Gray{255})
		}
	}
	p := defaults()
	p.Image, p.PixelSize, p.Pixel, p.Smooth = writePNG(t, img), 16, 10, false
	bone, _, err := Build(p, 1, matrix)
	require.NoError(t, err)
	require.Equal(t, 64, bone.W)
	for x := range 64 {
		lo, hi := math.Max(float64(10*x), 13*16), math.Min(float64(10*x+10), 27*16)
		require.InDelta(t, math.Max(hi-lo, 0)/10, bone.Bone[bone.At(x, 30)], 1e-6, "column %d", x)
	}
}

// The section is cut from the centre, and whole if the image is small.
func TestWindow(t *testing.T) {
	img := shape(100, 60, disc(50, 30, 20))
	p := defaults()
	p.Image, p.PixelSize, p.Pixel = writePNG(t, img), 10, 5
	p.Width, p.Height = 600, 5000
	bone, r, err := Build(p, 1, matrix)
	require.NoError(t, err)
	require.Equal(t, [4]float64{20, 0, 60, 60}, r.Window)
	require.Equal(t, 120, bone.W)
	require.Equal(t, 120, bone.H)

	p.Crop = "30, 5, 21, 41"
	bone, r, err = Build(p, 1, matrix)
	require.NoError(t, err)
	require.Equal(t, [4]float64{30, 5, 21, 41}, r.Window)
	require.Equal(t, 42, bone.W)
	require.Equal(t, float32(1), bone.Bone[bone.At(41, 50)], "the disc's centre is the crop's right edge")
	require.Zero(t, bone.Bone[bone.At(0, 0)])
}

// Specks are removed below the size that is stated; islands are reported and
// stay.
func TestSpecksAndIslands(t *testing.T) {
	strut := func(x, y float64) bool { return x > 30 && x < 40 }
	img := shape(100, 100, func(x, y float64) bool {
		return strut(x, y) && !disc(35, 70, 1.2)(x, y) || disc(70, 30, 10)(x, y) || disc(70, 70, 2)(x, y)
	})
	p := defaults()
	p.Image, p.PixelSize, p.Pixel = writePNG(t, img), 10, 5
	_, r, err := Build(p, 1, matrix)
	require.NoError(t, err)
	require.Equal(t, 2, r.Specks, "the disc of 40 um and the hole of 24 um")
	require.Equal(t, 2, r.Pieces)
	require.Equal(t, 1, r.Islands)
	require.InEpsilon(t, math.Pi*100*100, r.IslandArea, 0.03)
	require.InEpsilon(t, math.Pi*100/(math.Pi*100+1000), r.IslandShare, 0.03)

	p.Specks = 0
	_, r, err = Build(p, 1, matrix)
	require.NoError(t, err)
	require.Zero(t, r.Specks)
	require.Equal(t, 2, r.Islands)
}

// Otsu's threshold of two peaks lies between them, and that of two values in
// their middle.
func TestOtsu(t *testing.T) {
	level, ok := otsu([]uint16{0, 0, 0, full, full})
	require.True(t, ok)
	require.InDelta(t, full/2, level, 1)
	level, _ = otsu([]uint16{100, 100, 300, 300})
	require.InDelta(t, 200, level, 1)
	_, ok = otsu([]uint16{5, 5, 5})
	require.False(t, ok)
	// Classes of 3 and 1 values: the split with the largest between-class
	// variance, 3·1·(d/4)², is after the third; by hand, not after the second.
	level, _ = otsu([]uint16{10, 20, 30, 90})
	require.InDelta(t, 60, level, 1)
}
