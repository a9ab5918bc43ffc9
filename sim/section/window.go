package section

import (
	"fmt"
	"math"
	"strconv"
	"strings"

	"trabecula/field"
)

// window is the part of a source that becomes the section, in source pixels;
// the model grid lies exactly on it.
type window struct {
	x, y  float64
	ratio float64 // model pixel over source pixel
	grid  field.Grid
}

// Overflow of a size by less than this part of a pixel is rounding.
const roundOff = 1e-6

// window lays the model grid on s: on the crop asked for, or on the centre.
func (p Params) window(s source) (window, error) {
	from, err := p.area(s)
	if err != nil {
		return window{}, err
	}
	w := window{ratio: p.Pixel / s.pixel}
	width, height := p.Width/s.pixel, p.Height/s.pixel
	if p.Crop != "" {
		width, height = float64(from.w), float64(from.h)
	}
	w.grid = field.Grid{W: fit(width, from.w, w.ratio), H: fit(height, from.h, w.ratio), Pixel: p.Pixel, Thickness: p.Thickness}
	w.x = float64(from.x) + (float64(from.w)-float64(w.grid.W)*w.ratio)/2
	w.y = float64(from.y) + (float64(from.h)-float64(w.grid.H)*w.ratio)/2
	return w, checkGrid(w.grid, fmt.Sprintf("%s: %d x %d px of %g um", s.name, from.w, from.h, s.pixel))
}

// fit returns how many whole model pixels cover what is wanted or, if that is
// less, what there is.
func fit(want float64, have int, ratio float64) int {
	return int(math.Min(want, float64(have))/ratio + roundOff)
}

// checkGrid refuses a section that is too small or too large.
func checkGrid(g field.Grid, of string) error {
	switch {
	case g.W < minSide || g.H < minSide:
		return fmt.Errorf("%s give a section of %d x %d model pixels of %g um, want at least %d x %d", of, g.W, g.H, g.Pixel, minSide, minSide)
	case g.Len() > maxModel:
		return fmt.Errorf("%s give a section of %d x %d model pixels of %g um, want at most 4096 x 4096 in all; take a larger section.pixel", of, g.W, g.H, g.Pixel)
	}
	return nil
}

// rect is a part of an image, in whole pixels.
type rect struct{ x, y, w, h int }

// crop reads the crop of p, "x,y,w,h"; it is the zero rect if none is asked for.
func (p Params) crop() (rect, error) {
	if p.Crop == "" {
		return rect{}, nil
	}
	bad := fmt.Errorf("section.crop = %q, want x,y,w,h in pixels of the image, such as 0,40,200,200", p.Crop)
	parts := strings.Split(p.Crop, ",")
	if len(parts) != 4 {
		return rect{}, bad
	}
	var v [4]int
	for i, part := range parts {
		n, err := strconv.Atoi(strings.TrimSpace(part))
		if err != nil || n < 0 || n > maxSource {
			return rect{}, bad
		}
		v[i] = n
	}
	if v[2] == 0 || v[3] == 0 {
		return rect{}, bad
	}
	return rect{v[0], v[1], v[2], v[3]}, nil
}

// area returns the part of s that may be used: the crop asked for, or all.
func (p Params) area(s source) (rect, error) {
	c, err := p.crop()
	if err != nil || c == (rect{}) {
		return rect{w: s.w, h: s.h}, err
	}
	if c.x+c.w > s.w || c.y+c.h > s.h {
		return c, fmt.Errorf("section.crop = %q reaches beyond %s, which has %d x %d px", p.Crop, s.name, s.w, s.h)
	}
	return c, nil
}
