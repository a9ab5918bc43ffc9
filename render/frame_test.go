package render

import (
	"bytes"
	"flag"
	"image"
	"image/color"
	"image/draw"
	"image/png"
	"os"
	"path/filepath"
	"runtime"
	"testing"

	"github.com/stretchr/testify/require"
)

var update = flag.Bool("update", false, "write the golden pictures anew")

// golden compares a picture with testdata/name.png, pixel by pixel. Elsewhere
// than on amd64 the compiler may fuse multiplications and additions, so that
// there a colour may be off by two levels.
func golden(t *testing.T, name string, img *image.RGBA) {
	t.Helper()
	path := filepath.Join("testdata", name+".png")
	if *update {
		var file bytes.Buffer
		require.NoError(t, WritePNG(&file, img, Meta{}))
		require.Less(t, file.Len(), 100_000, "golden pictures stay small")
		require.NoError(t, os.WriteFile(path, file.Bytes(), 0o644))
	}
	data, err := os.ReadFile(path)
	require.NoError(t, err, "go test -update writes it")
	want, err := png.Decode(bytes.NewReader(data))
	require.NoError(t, err)
	require.Equal(t, want.Bounds(), img.Bounds())
	plain := image.NewRGBA(want.Bounds())
	draw.Draw(plain, plain.Rect, want, image.Point{}, draw.Src)
	allowed := 0
	if runtime.GOARCH != "amd64" {
		allowed = 2
	}
	require.LessOrEqual(t, farthest(plain.Pix, img.Pix), allowed, "%s differs; look at it, then go test -update", path)
}

func farthest(a, b []uint8) (most int) {
	for i := range a {
		most = max(most, int(a[i])-int(b[i]), int(b[i])-int(a[i]))
	}
	return most
}

func TestGoldenSite(t *testing.T) {
	golden(t, "site", Frame(strut(), Options{Scale: 6, Title: "Remodelling site"}))
}

func TestGoldenSmall(t *testing.T) {
	golden(t, "small", Frame(strut(), Options{Scale: 1}))
}

func TestGoldenOverlay(t *testing.T) {
	o, err := FindOverlay("rankl")
	require.NoError(t, err)
	golden(t, "rankl", Frame(strut(), Options{Scale: 4, Title: "RANKL, TNF-α and µm²", Overlay: o, Window: Window{Lo: 0.01, Hi: 20, Log: true}}))
}

func TestGoldenAge(t *testing.T) {
	o, err := FindOverlay("matrix_age")
	require.NoError(t, err)
	s := strut()
	s.time = 400 * 24
	golden(t, "age", Frame(s, Options{Scale: 4, Overlay: o, Layers: AllLayers &^ Cells}))
}

func TestFrameHoldsThePaintedSection(t *testing.T) {
	s, o := strut(), Options{Scale: 3, Layers: AllLayers &^ ScaleBar}
	p := New(o)
	frame := p.Frame(s)
	require.Equal(t, p.FrameSize(s.Grid()), frame.Rect.Size())
	want := picture(s, o)
	got := image.NewRGBA(want.Rect)
	draw.Draw(got, got.Rect, frame, p.Section(s.Grid()).Min, draw.Src)
	require.Equal(t, want.Pix, got.Pix)
}

// The bar of 100 um at 5 um a pixel and 4 screen pixels a pixel is 80 long.
func TestScaleBarHasItsLength(t *testing.T) {
	s := strut()
	p := New(Options{Scale: 4})
	ink := func(c color.RGBA) bool { return c == p.Options().Palette.Ink }
	img, box := p.Frame(s), p.Section(s.Grid())
	longest := 0
	for y := box.Max.Y; y < img.Rect.Max.Y; y++ {
		n := 0
		for ink(img.RGBAAt(box.Min.X+n, y)) {
			n++
		}
		longest = max(longest, n)
	}
	require.Equal(t, 80, longest)
}

func TestFrameWithoutDecorationIsTheSectionAndAMargin(t *testing.T) {
	s := strut()
	p := New(Options{Scale: 2, Layers: Tissue | Cells})
	size, inner := p.FrameSize(s.Grid()), p.Size(s.Grid())
	require.Equal(t, size.X-inner.X, size.Y-inner.Y)
}

// The legend does not jump from frame to frame: its room depends on nothing
// that changes in a run.
func TestFrameSizeIsStable(t *testing.T) {
	full, bare := strut(), strut()
	bare.cells = nil
	o := Options{Scale: 2}
	require.Equal(t, Frame(full, o).Rect, Frame(bare, o).Rect)
}

func TestLegendCounts(t *testing.T) {
	n := count(strut())
	require.Equal(t, 2, n.dead)
	require.Equal(t, 2, n.committed)
	_, cells := New(Options{}).legend(n)
	total := 0
	for _, e := range cells {
		total += e.count
	}
	require.Equal(t, len(strut().cells), total)
}
