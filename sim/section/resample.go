package section

import "math"

// share is how much of source pixel at lies in a model pixel; the shares of a
// model pixel add up to 1.
type share struct {
	at     int
	weight float64
}

// overlaps returns, for each of n model pixels from origin on, the source
// pixels below it; ratio is model over source pixel and have the number of
// source pixels.
func overlaps(origin, ratio float64, n, have int) [][]share {
	all := make([][]share, n)
	for i := range all {
		lo, hi := origin+float64(i)*ratio, origin+float64(i+1)*ratio
		for at := max(int(lo), 0); at < have && float64(at) < hi; at++ {
			if w := math.Min(hi, float64(at+1)) - math.Max(lo, float64(at)); w > 0 {
				all[i] = append(all[i], share{at, w / ratio})
			}
		}
	}
	return all
}

// byArea returns the area fraction of bone in every model pixel, exactly.
func (w window) byArea(s source) []float32 {
	columns := overlaps(w.x, w.ratio, w.grid.W, s.w)
	rows := overlaps(w.y, w.ratio, w.grid.H, s.h)
	fraction := make([]float32, w.grid.Len())
	for y, row := range rows {
		for x, column := range columns {
			sum := 0.0
			for _, r := range row {
				for _, c := range column {
					if s.mask.Solid[r.at*s.w+c.at] {
						sum += r.weight * c.weight
					}
				}
			}
			fraction[w.grid.At(x, y)] = float32(math.Min(sum, 1))
		}
	}
	return fraction
}
