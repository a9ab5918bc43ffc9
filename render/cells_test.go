package render

import (
	"image"
	"image/color"
	"math"
	"testing"

	"github.com/stretchr/testify/require"

	"trabecula/agents"
)

// wall is a section whose lower half, from row 20 on, is bone.
func wall() *still {
	s := empty(40)
	for i := range s.t.Bone {
		if _, y := s.t.XY(i); y >= 20 {
			s.t.Bone[i], s.t.Mineral[i] = 1, 1
		}
	}
	return s
}

// at8 paints s at 8 screen pixels per pixel.
func at8(s *still) *image.RGBA { return picture(s, Options{Scale: 8, Layers: Tissue | Cells}) }

// extent returns the box around the pixels that look like c.
func extent(img *image.RGBA, c color.RGBA) (box image.Rectangle) {
	for y := range img.Rect.Dy() {
		for x := range img.Rect.Dx() {
			if near(img.RGBAAt(x, y), c) {
				box = box.Union(image.Rect(x, y, x+1, y+1))
			}
		}
	}
	return box
}

func TestDeadOsteocytesAreHollow(t *testing.T) {
	s, pal := wall(), DefaultPalette()
	s.add(agents.Osteocyte, 10, 30)
	s.add(agents.Osteocyte, 30, 30).Flags = agents.Dead
	img := at8(s)
	require.Equal(t, pal.Cell(agents.Osteocyte), img.RGBAAt(10*8+4, 30*8+4))
	require.Equal(t, pal.Paper, img.RGBAAt(30*8+4, 30*8+4))
}

func TestOsteocytesLieAlongTheSurface(t *testing.T) {
	s := wall()
	s.add(agents.Osteocyte, 20, 25)
	box := extent(at8(s), DefaultPalette().Cell(agents.Osteocyte))
	require.Greater(t, box.Dx(), 3*box.Dy()/2)
}

// A lining cell covers 27 um to each side of its place: 5.4 pixels.
func TestLiningCellsAreFlatArcs(t *testing.T) {
	s, pal := wall(), DefaultPalette()
	s.add(agents.LiningCell, 20, 19)
	box := extent(at8(s), pal.Cell(agents.LiningCell))
	require.InDelta(t, 2*27/5.0*8, box.Dx(), 10)
	require.Less(t, box.Dy(), 8, "thinner than a pixel")
	require.InDelta(t, 20*8, box.Max.Y, 3, "on the surface")
}

func TestRetractedLiningCellsLetGo(t *testing.T) {
	s, pal := wall(), DefaultPalette()
	s.add(agents.LiningCell, 20, 19).Flags = agents.Retracted
	box := extent(at8(s), pal.Cell(agents.LiningCell))
	require.Less(t, box.Dx(), 40)
	require.NotZero(t, box.Dx())
}

// The other face of a thin trabecula is not lined by the cell across.
func TestLiningCellsStayOnTheirSide(t *testing.T) {
	s := empty(40)
	for i := range s.t.Bone {
		if _, y := s.t.XY(i); y >= 20 && y < 23 {
			s.t.Bone[i] = 1
		}
	}
	s.add(agents.LiningCell, 20, 19)
	box := extent(at8(s), DefaultPalette().Cell(agents.LiningCell))
	require.Less(t, box.Max.Y, 21*8)
}

func TestOsteoblastsStandOnBone(t *testing.T) {
	s, pal := wall(), DefaultPalette()
	s.add(agents.Osteoblast, 20, 18)
	box := extent(at8(s), pal.Cell(agents.Osteoblast))
	require.InDelta(t, 20*8, box.Max.Y, 3)
	require.InDelta(t, 20.5*8, float64(box.Min.X+box.Max.X)/2, 2)
	require.Less(t, math.Abs(float64(box.Dx()-box.Dy())), 8.0, "cuboidal")
}

// An osteoclast of five nuclei has the radius of View.Foot, 20 um = 4 pixels,
// one of twenty twice that; its body ends at the bone.
func TestOsteoclastsAreAsWideAsTheirContact(t *testing.T) {
	body := DefaultPalette().Cell(agents.Osteoclast)
	for nuclei, pixels := range map[uint8]float64{5: 8, 20: 16} {
		s := empty(60)
		s.add(agents.Osteoclast, 30, 30).Nuclei = nuclei
		box := extent(at8(s), body)
		require.InDelta(t, pixels*8, box.Dx(), 0.12*pixels*8)
	}
	s := wall()
	s.add(agents.Osteoclast, 20, 18).Nuclei = 5
	require.Less(t, extent(at8(s), body).Max.Y, 21*8)
}

func TestOsteoclastsShowEveryNucleus(t *testing.T) {
	s := wall()
	p := New(Options{Scale: 2})
	dst := picture(s, Options{Scale: 2})
	p.Paint(dst, s)
	b := p.brush(dst, s.Grid())
	for n := 1; n <= 20; n++ {
		c := agents.Cell{ID: uint64(n), Kind: agents.Osteoclast, Nuclei: uint8(n)}
		at := spot{x: 41, y: 37, reach: 20}
		r := b.size(at.reach*math.Sqrt(float64(n)/typicalNuclei), 4)
		nuclei := b.nuclei(c, at, r, 1)
		require.Len(t, nuclei, n)
		for _, place := range nuclei {
			require.Less(t, math.Hypot(place.x-at.x, place.y-at.y), r)
			require.Less(t, place.y, 40.0, "not in bone")
		}
	}
}

func TestCommittedPrecursorsBearTheMark(t *testing.T) {
	s, pal := empty(40), DefaultPalette()
	s.add(agents.Precursor, 10, 20)
	s.add(agents.Precursor, 30, 20).Flags = agents.Committed
	box := extent(at8(s), pal.Cell(agents.Osteoclast))
	require.InDelta(t, 30.5*8, float64(box.Min.X+box.Max.X)/2, 4)
	require.Less(t, box.Dx(), 24)
}

// All cells remain visible where a pixel of the section is one of the screen.
func TestEveryKindIsSeenAtScaleOne(t *testing.T) {
	pal := DefaultPalette()
	for k := range agents.KindCount {
		s := wall()
		if k == agents.Osteocyte {
			s.add(k, 20, 30)
		} else {
			s.add(k, 20, 19)
		}
		img := picture(s, Options{Scale: 1, Layers: Tissue | Cells})
		seen := 0
		for i := range 9 {
			for j := range 9 {
				if y := map[bool]int{true: 30, false: 17}[k == agents.Osteocyte]; labOf(img.RGBAAt(16+i, y-4+j)).distance(labOf(pal.Cell(k))) < 0.12 {
					seen++
				}
			}
		}
		require.GreaterOrEqual(t, seen, 4, "%v", k)
	}
}
