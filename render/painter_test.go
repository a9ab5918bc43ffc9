package render

import (
	"image"
	"image/color"
	"math"
	"testing"

	"github.com/stretchr/testify/require"

	"trabecula/agents"
	"trabecula/field"
	"trabecula/field/tissue"
)

// picture paints the section of s without a frame.
func picture(s Scene, o Options) *image.RGBA {
	p := New(o)
	dst := image.NewRGBA(image.Rectangle{Max: p.Size(s.Grid())})
	p.Paint(dst, s)
	return dst
}

// share returns the share of pixels that satisfy is.
func share(img *image.RGBA, is func(c color.RGBA) bool) float64 {
	n := 0
	for y := range img.Rect.Dy() {
		for x := range img.Rect.Dx() {
			if is(img.RGBAAt(x, y)) {
				n++
			}
		}
	}
	return float64(n) / float64(img.Rect.Dx()*img.Rect.Dy())
}

// near tells whether two colours look alike.
func near(a, b color.RGBA) bool { return labOf(a).distance(labOf(b)) < 0.035 }

func ball(n int, r float64) *still {
	g := field.Grid{W: n, H: n, Pixel: 5, Thickness: 10}
	mid := float64(n-1) / 2
	return &still{t: carve(g, func(x, y float64) float64 { return math.Hypot(x-mid, y-mid) - r })}
}

// empty is marrow only.
func empty(n int) *still {
	return &still{t: tissue.New(field.Grid{W: n, H: n, Pixel: 5, Thickness: 10})}
}

// The drawn bone is as large as the bone: a disc of 20 pixels' radius.
func TestBoneIsDrawnAtItsSize(t *testing.T) {
	s, pal := ball(64, 20), DefaultPalette()
	want := math.Pi * 20 * 20 / (64 * 64)
	for _, scale := range []float64{1, 1.5, 2, 4} {
		img := picture(s, Options{Scale: scale, Layers: Tissue})
		got := share(img, func(c color.RGBA) bool { return labOf(c).distance(labOf(pal.Marrow)) > 0.06 })
		require.InDelta(t, want, got, 0.012, "scale %g", scale)
	}
}

func TestSurfaceOfADiscIsACircle(t *testing.T) {
	s := ball(64, 20)
	var r relief
	r.build(s.Grid(), s.Tissue().Bone)
	for k := range 24 {
		sin, cos := math.Sincos(float64(k) / 24 * 2 * math.Pi)
		p, ok := r.surface(31.5+21*cos, 31.5+21*sin)
		require.True(t, ok)
		require.InDelta(t, 20, math.Hypot(p.x-31.5, p.y-31.5), 0.25)
		require.Greater(t, p.nx*cos+p.ny*sin, 0.97, "points out of bone")
	}
}

func TestArcHasTheLengthOfItsChord(t *testing.T) {
	s := ball(64, 20)
	var r relief
	r.build(s.Grid(), s.Tissue().Bone)
	p, ok := r.surface(31.5, 11)
	require.True(t, ok)
	const reach = 10
	arc := r.arc(p, reach)
	want := 2 * 2 * 20 * math.Asin(reach/2.0/20) // both ways, along the circle
	require.InDelta(t, want, 0.5*float64(len(arc)-1), 1.2)
}

func TestNoFullPixelChangesSides(t *testing.T) {
	for _, lone := range []float32{0, 1} {
		s := empty(9)
		for i := range s.t.Bone {
			s.t.Bone[i] = 1 - lone
		}
		at := s.t.At(4, 4)
		s.t.Bone[at] = lone
		var r relief
		r.build(s.Grid(), s.Tissue().Bone)
		require.Equal(t, lone > level, r.f[at] > level)
	}
}

func TestSizes(t *testing.T) {
	g := field.Grid{W: 101, H: 50, Pixel: 5, Thickness: 10}
	require.Equal(t, image.Pt(202, 100), New(Options{}).Size(g))
	require.Equal(t, image.Pt(152, 75), New(Options{Scale: 1.5}).Size(g))
	require.Equal(t, image.Pt(1, 1), New(Options{Scale: 1e-3}).Size(g))
	require.PanicsWithValue(t, "render: picture of (3,3), want (202,100) for 101 x 50 px at 5 um", func() {
		New(Options{}).Paint(image.NewRGBA(image.Rect(0, 0, 3, 3)), &still{t: tissue.New(g)})
	})
}

// Whatever was in the buffers of the painter or in the picture does not show.
func TestSamePixelsFromAUsedPainter(t *testing.T) {
	want := picture(strut(), Options{Scale: 2.5})
	p := New(Options{Scale: 2.5})
	p.Frame(section512())
	dst := image.NewRGBA(want.Rect)
	for i := range dst.Pix {
		dst.Pix[i] = 77
	}
	p.Paint(dst, strut())
	require.Equal(t, want.Pix, dst.Pix)
}

func TestLayersAndKindsCanBeLeftOut(t *testing.T) {
	s, pal := strut(), DefaultPalette()
	blue := func(c color.RGBA) bool { return c == pal.Cell(agents.Osteoblast) }
	require.NotZero(t, share(picture(s, Options{Scale: 4}), blue))
	require.Zero(t, share(picture(s, Options{Scale: 4, Hide: []agents.Kind{agents.Osteoblast}}), blue))
	require.Zero(t, share(picture(s, Options{Scale: 4, Layers: Tissue | Surface}), blue))
	require.Equal(t, pal.Vessel, picture(s, Options{Scale: 4, Layers: Tissue | Sinusoids}).RGBAAt(50*4, 8*4))
	require.Equal(t, pal.Marrow, picture(s, Options{Scale: 4, Layers: Tissue | Cells}).RGBAAt(50*4, 8*4))
	red := func(c color.RGBA) bool { return near(c, pal.Eroded) }
	require.NotZero(t, share(picture(s, Options{Scale: 4, Layers: Tissue | Surface}), red))
	require.Zero(t, share(picture(s, Options{Scale: 4, Layers: Tissue}), red))
}

func TestUnknownKindsArePassedOver(t *testing.T) {
	s := empty(20)
	s.add(agents.KindCount+3, 10, 10)
	require.Equal(t, picture(empty(20), Options{}).Pix, picture(s, Options{}).Pix)
	New(Options{}).Frame(s)
}

// Bone of each mineral degree has its colour of the ramp, and osteoid its own.
func TestBoneShowsItsMineral(t *testing.T) {
	pal := DefaultPalette()
	for degree, want := range map[float32]color.RGBA{0.2: pal.Young, 0.5: pal.Young, 0.75: blend(pal.Young, pal.Old, 0.5), 1: pal.Old} {
		s := empty(16)
		for i := range s.t.Bone {
			s.t.Bone[i], s.t.Mineral[i] = 1, degree
		}
		require.InDelta(t, 0, labOf(want).distance(labOf(picture(s, Options{}).RGBAAt(16, 16))), 0.01, "%g", degree)
		for i := range s.t.Bone {
			s.t.Osteoid[i], s.t.Mineral[i] = 1, 0
		}
		require.Equal(t, pal.Osteoid, picture(s, Options{}).RGBAAt(16, 16))
	}
}

func TestTinySectionsAndScales(t *testing.T) {
	for _, size := range [][2]int{{1, 1}, {1, 5}, {3, 2}} {
		for _, scale := range []float64{0.3, 1, 7} {
			g := field.Grid{W: size[0], H: size[1], Pixel: 5, Thickness: 10}
			s := &still{t: carve(g, func(x, _ float64) float64 { return x - 0.5 })}
			for k := range agents.KindCount {
				s.add(k, 0, 0)
			}
			require.NotPanics(t, func() { Frame(s, Options{Scale: scale}) }, "%v at %g", g, scale)
		}
	}
}
