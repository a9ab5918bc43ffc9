package chart

import (
	"cmp"
	"image"
	"image/color"
	"slices"
)

// paletted returns a picture in its 256 commonest colours: a chart has few, and
// a file of them is a third as large.
func paletted(img image.Image) *image.Paletted {
	out := image.NewPaletted(img.Bounds(), commonest(img, 256))
	for y := img.Bounds().Min.Y; y < img.Bounds().Max.Y; y++ {
		for x := img.Bounds().Min.X; x < img.Bounds().Max.X; x++ {
			out.Set(x, y, img.At(x, y))
		}
	}
	return out
}

// commonest lists the commonest colours of a picture, at most n.
func commonest(img image.Image, n int) color.Palette {
	count := map[color.RGBA]int{}
	var seen []color.RGBA
	for y := img.Bounds().Min.Y; y < img.Bounds().Max.Y; y++ {
		for x := img.Bounds().Min.X; x < img.Bounds().Max.X; x++ {
			c := color.RGBAModel.Convert(img.At(x, y)).(color.RGBA)
			if count[c]++; count[c] == 1 {
				seen = append(seen, c)
			}
		}
	}
	slices.SortStableFunc(seen, func(a, b color.RGBA) int { return cmp.Compare(count[b], count[a]) })
	var p color.Palette
	for _, c := range seen[:min(n, len(seen))] {
		p = append(p, c)
	}
	return p
}
