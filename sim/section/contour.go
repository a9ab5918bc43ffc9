package section

import (
	"math"

	"trabecula/field"
)

// byContour returns the bone fractions of a window whose source is coarser than
// the model: the corners of source pixels are rounded, and the area that bone
// takes in the source is kept.
//
// Grey values above and below the threshold are spread by the cubic B-spline,
// whose contours are smooth, then the level is sought at which the contour
// encloses the area asked for.
func (w window) byContour(s source, area float64) []float32 {
	return newContour(w.grid, w.spread(s)).enclose(area)
}

// spread returns, at the centre of every model pixel, the weighted mean of the
// source values around it; bone is above 0. Rows and columns are taken in turn.
func (w window) spread(s source) []float32 {
	columns := splines(w.x, w.ratio, w.grid.W, s.w)
	rows := splines(w.y, w.ratio, w.grid.H, s.h)
	stretched := make([]float32, s.h*w.grid.W)
	for y := range s.h {
		for x, column := range columns {
			sum := float32(0)
			for _, c := range column {
				sum += float32(c.weight) * s.contrast(y*s.w+c.at)
			}
			stretched[y*w.grid.W+x] = sum
		}
	}
	value := make([]float32, w.grid.Len())
	for y, row := range rows {
		for _, r := range row {
			weight := float32(r.weight)
			for x, v := range stretched[r.at*w.grid.W : (r.at+1)*w.grid.W] {
				value[w.grid.At(x, y)] += float32(weight * v)
			}
		}
	}
	return value
}

// contrast is how far source pixel i is above the threshold, of full scale,
// capped at the distance of the threshold from either end so that bright bone
// does not outweigh dark marrow.
func (s source) contrast(i int) float32 {
	cap := min(s.level, full-s.level)
	d := int(s.grey[i]) - s.level
	return float32(max(-cap, min(cap, d))) / full
}

// splines returns the weights of the cubic B-spline on source pixels for each
// of n model pixels; beyond the edge the last source pixel goes on.
func splines(origin, ratio float64, n, have int) [][]share {
	all := make([][]share, n)
	for i := range all {
		at := origin + (float64(i)+0.5)*ratio - 0.5 // in source pixel centres
		base := int(math.Floor(at))
		t := at - float64(base)
		weights := [4]float64{(1 - t) * (1 - t) * (1 - t) / 6, (3*t*t*t - 6*t*t + 4) / 6, (-3*t*t*t + 3*t*t + 3*t + 1) / 6, t * t * t / 6}
		for k, weight := range weights {
			all[i] = append(all[i], share{min(max(base-1+k, 0), have-1), weight})
		}
	}
	return all
}

// contour is a smooth plane and the steepness of it, which tell how much of a
// pixel lies above a level.
type contour struct {
	value []float32
	width []float32 // change of value across a pixel, in the direction of the gradient
}

func newContour(g field.Grid, value []float32) contour {
	f := contour{value, make([]float32, len(value))}
	for i := range value {
		x, y := g.XY(i)
		left, right := max(x-1, 0), min(x+1, g.W-1)
		up, down := max(y-1, 0), min(y+1, g.H-1)
		dx := (value[g.At(right, y)] - value[g.At(left, y)]) / float32(right-left)
		dy := (value[g.At(x, down)] - value[g.At(x, up)]) / float32(down-up)
		f.width[i] = float32(math.Hypot(float64(dx), float64(dy)))
	}
	return f
}

// enclose returns the fraction of every pixel inside the contour that encloses
// the area [pixels].
func (f contour) enclose(area float64) []float32 {
	lo, hi := f.bounds()
	for range halvings {
		level := (lo + hi) / 2
		if f.area(level) > area {
			lo = level
		} else {
			hi = level
		}
	}
	fraction := make([]float32, len(f.value))
	for i := range fraction {
		fraction[i] = f.fraction(i, (lo+hi)/2)
	}
	return fraction
}

// halvings take the level to the precision of the values, 24 bits.
const halvings = 26

// fraction is the part of pixel i above level, for a straight contour that
// crosses the pixel squarely.
func (f contour) fraction(i int, level float64) float32 {
	above := f.value[i] - float32(level)
	if width := f.width[i]; width > 0 {
		return max(0, min(1, 0.5+above/width))
	}
	if above > 0 {
		return 1
	}
	return 0
}

// area adds up the fractions, in pixels.
func (f contour) area(level float64) float64 {
	sum := 0.0
	for i := range f.value {
		sum += float64(f.fraction(i, level))
	}
	return sum
}

// bounds returns levels at which all is bone and nothing is.
func (f contour) bounds() (lo, hi float64) {
	for i, v := range f.value {
		lo = math.Min(lo, float64(v-f.width[i]))
		hi = math.Max(hi, float64(v+f.width[i]))
	}
	return lo, hi
}
