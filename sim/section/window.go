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
	w := window{ratio: p.Pixel / s.pixel}
	width, height := p.Width/s.pixel, p.Height/s.pixel
	x, y := 0.0, 0.0
	sourceW, sourceH := float64(s.w), float64(s.h)
	if p.Crop != "" {
		c, err := p.parseCrop()
		if err != nil {
			return w, err
		}
		if c[0]+c[2] > s.w || c[1]+c[3] > s.h {
			return w, fmt.Errorf("section.crop: %q reaches beyond %s, which has %d x %d px", p.Crop, s.name, s.w, s.h)
		}
		x, y, sourceW, sourceH = float64(c[0]), float64(c[1]), float64(c[2]), float64(c[3])
		width, height = sourceW, sourceH
	}
	w.grid = field.Grid{W: fit(width, sourceW, w.ratio), H: fit(height, sourceH, w.ratio), Pixel: p.Pixel, Thickness: p.Thickness}
	w.x = x + (sourceW-float64(w.grid.W)*w.ratio)/2
	w.y = y + (sourceH-float64(w.grid.H)*w.ratio)/2
	return w, checkGrid(w.grid, fmt.Sprintf("%s: %d x %d px of %g um", s.name, s.w, s.h, s.pixel))
}

// fit returns how many whole model pixels cover what is wanted or, if that is
// less, what there is.
func fit(want, have, ratio float64) int {
	return int(math.Min(want, have)/ratio + roundOff)
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

// parseCrop reads "x,y,w,h".
func (p Params) parseCrop() (crop [4]int, err error) {
	parts := strings.Split(p.Crop, ",")
	bad := fmt.Errorf("section.crop: %q, want x,y,w,h in pixels of the image, such as 0,40,200,200", p.Crop)
	if len(parts) != 4 {
		return crop, bad
	}
	for i, part := range parts {
		if crop[i], err = strconv.Atoi(strings.TrimSpace(part)); err != nil {
			return crop, bad
		}
	}
	const most = 1 << 30
	if min(crop[0], crop[1]) < 0 || min(crop[2], crop[3]) < 1 || max(crop[0], crop[1], crop[2], crop[3]) > most {
		return crop, bad
	}
	return crop, nil
}
