package section

import (
	"fmt"
	"image"
	"image/color"

	"golang.org/x/exp/constraints"
)

// full is full scale of a grey value: 16 bit, as image/color counts.
const full = 0xffff

// greyImage is a source image as grey values and opacity, both 0..full.
type greyImage struct {
	w, h  int
	grey  []uint16
	alpha []uint16 // nil = opaque
}

// greyOf returns the grey values of img. An image of three channels is refused
// even if they are alike: which of them is bone is not for us to guess.
func greyOf(img image.Image, name string) (greyImage, error) {
	b := img.Bounds()
	g := greyImage{w: b.Dx(), h: b.Dy(), grey: make([]uint16, b.Dx()*b.Dy())}
	switch m := img.(type) {
	case *image.Gray:
		g.copyRows(func(y int, row []uint16) { widen(row, m.Pix[y*m.Stride:]) })
	case *image.Gray16:
		g.copyRows(func(y int, row []uint16) { readBig(row, m.Pix[y*m.Stride:]) })
	case *image.Paletted:
		return g, g.fromColours(img, "palette of colours", name)
	case *image.NRGBA, *image.NRGBA64:
		g.alpha = make([]uint16, len(g.grey)) // grey with alpha arrives as this
		return g, g.fromColours(img, "colour image with alpha", name)
	default:
		return g, fmt.Errorf("%s: colour image (3 channels), want grey; convert it to 8 or 16 bit grey", name)
	}
	return g, nil
}

func (g greyImage) copyRows(read func(y int, row []uint16)) {
	for y := range g.h {
		read(y, g.grey[y*g.w:(y+1)*g.w])
	}
}

// widen maps 0..255 onto 0..65535.
func widen[T constraints.Unsigned](dst []uint16, src []T) {
	for i := range dst {
		dst[i] = uint16(src[i]) * 0x101
	}
}

func readBig(dst []uint16, src []byte) {
	for i := range dst {
		dst[i] = uint16(src[2*i])<<8 | uint16(src[2*i+1])
	}
}

// fromColours fills g from img if its colours are greys.
func (g greyImage) fromColours(img image.Image, kind, name string) error {
	b := img.Bounds()
	for i := range g.grey {
		c := color.NRGBA64Model.Convert(img.At(b.Min.X+i%g.w, b.Min.Y+i/g.w)).(color.NRGBA64)
		if c.A != 0 && (c.R != c.G || c.G != c.B) {
			return fmt.Errorf("%s: %s, want grey; convert it to 8 or 16 bit grey", name, kind)
		}
		g.grey[i] = c.R
		if g.alpha != nil {
			g.alpha[i] = c.A
		} else if c.A != full {
			g.grey[i] = uint16(uint32(c.R) * uint32(c.A) / full)
		}
	}
	return nil
}

// boneBright turns g so that bone is bright and what is transparent is marrow.
func (g *greyImage) boneBright(invert bool) {
	for i, v := range g.grey {
		if invert {
			v = full - v
		}
		if g.alpha != nil {
			v = uint16(uint32(v) * uint32(g.alpha[i]) / full)
		}
		g.grey[i] = v
	}
	g.alpha = nil
}
