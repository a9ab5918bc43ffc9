package section

import (
	"bytes"
	"image"
	"image/color"
	"image/png"
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/require"
	"golang.org/x/image/tiff"
)

func writeFile(t testing.TB, name string, data []byte) string {
	path := filepath.Join(t.TempDir(), name)
	require.NoError(t, os.WriteFile(path, data, 0o600))
	return path
}

func writePNG(t testing.TB, img image.Image) string {
	var b bytes.Buffer
	require.NoError(t, png.Encode(&b, img))
	return writeFile(t, "slice.png", b.Bytes())
}

func writeTIFF(t testing.TB, img image.Image, opt *tiff.Options) string {
	var b bytes.Buffer
	require.NoError(t, tiff.Encode(&b, img, opt))
	return writeFile(t, "slice.tif", b.Bytes())
}

// repaint returns img with every grey value v turned by f, in the image made by
// blank.
func repaint(img *image.Gray, blank interface {
	image.Image
	Set(x, y int, c color.Color)
}, f func(v uint8) color.Color) image.Image {
	for i, v := range img.Pix {
		blank.Set(i%img.Rect.Dx(), i/img.Rect.Dx(), f(v))
	}
	return blank
}

// An image gives the same bone however it is stored.
func TestFormats(t *testing.T) {
	grey := shape(60, 60, disc(25, 30, 15))
	same := func(v uint8) color.Color { return color.Gray{v} }
	box := grey.Rect
	var greys color.Palette
	for v := range 256 {
		greys = append(greys, color.Gray{uint8(v)})
	}
	files := map[string]string{
		"png 8":        writePNG(t, grey),
		"png 16":       writePNG(t, repaint(grey, image.NewGray16(box), same)),
		"png palette":  writePNG(t, repaint(grey, image.NewPaletted(box, greys), same)),
		"png alpha":    writePNG(t, repaint(grey, image.NewNRGBA(box), func(v uint8) color.Color { return color.NRGBA{255, 255, 255, v} })),
		"png alpha 16": writePNG(t, repaint(grey, image.NewNRGBA64(box), func(v uint8) color.Color { return color.NRGBA{v, v, v, 254} })),
		"tiff 8":       writeTIFF(t, grey, nil),
		"tiff 16":      writeTIFF(t, repaint(grey, image.NewGray16(box), same), &tiff.Options{Compression: tiff.Deflate, Predictor: true}),
		"tiff palette": writeTIFF(t, repaint(grey, image.NewPaletted(box, greys), same), nil),
	}
	p := defaults()
	p.Image, p.PixelSize = files["png 8"], 10
	want, _, err := Build(p, 1, matrix)
	require.NoError(t, err)
	for name, path := range files {
		p.Image = path
		got, _, err := Build(p, 1, matrix)
		require.NoError(t, err, name)
		require.InDeltaSlice(t, want.Bone, got.Bone, 0.05, name)
	}
}

// A two-phase image gives the same as its palette or its one bit.
func TestTwoPhase(t *testing.T) {
	grey := shape(60, 60, func(x, y float64) bool { return int(x) >= 20 && int(x) < 40 })
	two := repaint(grey, image.NewPaletted(grey.Rect, color.Palette{color.Black, color.White}), func(v uint8) color.Color { return color.Gray{v} })
	p := defaults()
	p.PixelSize = 10
	for _, path := range []string{writePNG(t, grey), writePNG(t, two), writeTIFF(t, two, nil)} {
		p.Image = path
		_, r, err := Build(p, 1, matrix)
		require.NoError(t, err)
		require.InDelta(t, 1.0/3, r.BVTV, 1e-6)
		require.InDelta(t, 0.5, r.Threshold, 1e-4)
	}
}

// The dark phase of an image is the bright one of its negative, with Otsu's
// threshold and with a given one, and what is transparent is marrow in both.
func TestInvert(t *testing.T) {
	grey := shape(60, 60, disc(25, 30, 15))
	negative := repaint(grey, image.NewGray(grey.Rect), func(v uint8) color.Color { return color.Gray{255 - v} })
	p := defaults()
	p.PixelSize = 10
	for _, threshold := range []string{"otsu", "0.3", "0.7"} {
		p.Image, p.Threshold, p.Invert = writePNG(t, grey), threshold, false
		bright, rb, err := Build(p, 1, matrix)
		require.NoError(t, err)
		p.Image, p.Invert = writePNG(t, negative), true
		if threshold != "otsu" {
			p.Threshold = map[string]string{"0.3": "0.7", "0.7": "0.3"}[threshold]
		}
		dark, rd, err := Build(p, 1, matrix)
		require.NoError(t, err)
		require.InDeltaSlice(t, bright.Bone, dark.Bone, 1e-3)
		require.InDelta(t, 1-rb.Threshold, rd.Threshold, 1e-3)
	}
	clear := repaint(grey, image.NewNRGBA(grey.Rect), func(v uint8) color.Color { return color.NRGBA{A: v} })
	p.Image, p.Threshold = writePNG(t, clear), "0.5"
	_, r, err := Build(p, 1, matrix)
	require.NoError(t, err)
	require.InDelta(t, 0.196, r.BVTV, 0.003, "the black disc, not the clear ground")
}

// A given threshold decides what is bone.
func TestThreshold(t *testing.T) {
	ramp := image.NewGray(image.Rect(0, 0, 256, 64))
	for i := range ramp.Pix {
		ramp.Pix[i] = uint8(i % 256)
	}
	p := defaults()
	p.Image, p.PixelSize = writePNG(t, ramp), 5
	for text, want := range map[string]float64{"0.25": 0.75, "0.5": 0.5, "0.9": 0.1, "otsu": 0.5} {
		p.Threshold = text
		_, r, err := Build(p, 1, matrix)
		require.NoError(t, err)
		require.InDelta(t, want, r.BVTV, 1.0/128, text)
	}
}

// ReadMask gives the image as it is.
func TestReadMask(t *testing.T) {
	p := defaults()
	p.Image = "bundled:xz150"
	m, r, err := ReadMask(p)
	require.NoError(t, err)
	require.Equal(t, []int{216, 448}, []int{m.W, m.H})
	require.Equal(t, 19.5, m.Pixel)
	require.InDelta(t, 0.182044, r.BVTV, 1e-6, "as the reference table of the slice has it")
	require.Equal(t, 19, r.Pieces)
	p.Crop = "10,20,30,40"
	cut, _, err := ReadMask(p)
	require.NoError(t, err)
	require.Equal(t, []int{30, 40}, []int{cut.W, cut.H})
	require.Equal(t, m.Solid[m.At(10, 20)], cut.Solid[0])
	require.Equal(t, m.Solid[m.At(39, 59)], cut.Solid[cut.At(29, 39)])
}
