package metric

import "trabecula/field/tissue"

// Calcium of mineralised bone, as electrons scattered back by it tell.
const (
	ashFull    = 0.67  // ash fraction of matrix with full mineral (Hernandez et al. 2001, Bone 29:74, recalled)
	calciumTop = 22.94 // calcium of matrix with full mineral: what most of adult cancellous bone has, CaPeak [wt%] (Roschger et al. 2003, Bone 32:316, recalled)
	calciumBin = 0.17  // width of a bin [wt%] (Roschger et al. 1998, Bone 23:319, recalled)
	calciumLow = 17.68 // bone below this mineralises still: the 5th centile of adults [wt%] (Roschger et al. 2003, Bone 32:316, recalled)
)

// spectrum is the area of mineralised bone by its calcium [px], bins of
// calciumBin wt% from 0.
type spectrum struct {
	bins      [150]float64
	area, sum float64 // of all; of area times calcium [px wt%]
	low       float64 // area below calciumLow
}

// calcium returns the calcium of matrix with a mineral content, 1 = full [wt%]: of
// mineral in proportion to the content, and of an organic part that stays.
func calcium(content float64) float64 {
	const organic = 1/ashFull - 1 // mass per mass of full mineral
	return calciumTop * (1 + organic) * content / (content + organic)
}

// add counts pixel i, if at least half of it is mineralised bone.
func (c *spectrum) add(t tissue.View, i int) {
	matrix := float64(t.Bone(i) - t.Osteoid(i))
	if matrix < tissue.Solid {
		return
	}
	ca := calcium(float64(t.Mineral(i)) / matrix)
	c.bins[min(int(ca/calciumBin), len(c.bins)-1)] += matrix
	c.area += matrix
	c.sum += matrix * ca
	if ca < calciumLow {
		c.low += matrix
	}
}

// top returns the fullest bin.
func (c *spectrum) top() (top int) {
	for i, area := range c.bins {
		if area > c.bins[top] {
			top = i
		}
	}
	return top
}

// peak returns the calcium of the fullest bin [wt%].
func (c *spectrum) peak() float64 {
	return (float64(c.top()) + 0.5) * calciumBin * ratio(c.area, c.area)
}

// width returns the full width of the peak at half its height [wt%].
func (c *spectrum) width() float64 {
	top := c.top()
	from, to := top, top
	for from > 0 && c.bins[from-1] >= c.bins[top]/2 {
		from--
	}
	for to < len(c.bins)-1 && c.bins[to+1] >= c.bins[top]/2 {
		to++
	}
	return float64(to-from+1) * calciumBin * ratio(c.area, c.area)
}

// bmdd holds the bone mineral density distribution.
func bmdd() []Column {
	const roschger = "Roschger et al. 2003, Bone 32:316 (recalled)"
	return []Column{
		{"ca_mean_wt_pct", "CaMean", "wt%", "mean calcium of mineralised bone, by area", roschger,
			func(s *Sample) float64 { return ratio(s.Calcium.sum, s.Calcium.area) }},
		{"ca_peak_wt_pct", "CaPeak", "wt%", "most frequent calcium of mineralised bone, in bins of 0.17 wt%", roschger,
			func(s *Sample) float64 { return s.Calcium.peak() }},
		{"ca_width_wt_pct", "CaWidth", "wt%", "full width of the peak at half its height; narrower than measured, which adds what the beam and a micrometre's grain blur", roschger,
			func(s *Sample) float64 { return s.Calcium.width() }},
		{"ca_low_pct", "CaLow", "%", "part of mineralised bone below 17.68 wt% of calcium", roschger,
			func(s *Sample) float64 { return percent(s.Calcium.low, s.Calcium.area) }},
	}
}
