package morphometry

import "math"

// Local is the distribution of local thickness over a phase [um]; NaN if the
// phase is absent, or alone.
type Local struct{ Mean, SD, Max float64 }

// LocalThickness returns for every bone pixel of m the diameter [um] of the
// largest disc that fits into the bone and covers it, the mean over its four
// quarters, and 0 in marrow (Hildebrand & Rüegsegger 1997, J Microsc
// 185:67-75, in two dimensions). A strip of n pixels is n pixels thick. With
// closed, the edge of the section is a wall; otherwise discs reach beyond it.
// Without any interface all is 0.
func LocalThickness(m Mask, closed bool) []float32 {
	l := distances(m, closed)
	p := newPainter(l)
	for _, disc := range l.discs() {
		p.paint(disc)
	}
	return p.pixels(m)
}

// LocalOf returns mean, standard deviation and maximum of the thickness of the
// bone pixels of m.
func LocalOf(m Mask, thickness []float32) Local {
	n, sum, squares, most := 0.0, 0.0, 0.0, 0.0
	for i, solid := range m.Solid {
		if solid {
			t := float64(thickness[i])
			n++
			sum += t
			squares += t * t
			most = math.Max(most, t)
		}
	}
	if most == 0 {
		return absent()
	}
	mean := sum / n
	return Local{mean, math.Sqrt(math.Max(squares/n-mean*mean, 0)), most}
}

func absent() Local { return Local{math.NaN(), math.NaN(), math.NaN()} }
