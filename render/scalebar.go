package render

import (
	"math"
	"strconv"
)

// niceBelow returns the largest of 1, 2, 5 times a power of ten that is at most
// x, which must be positive; anything else gives 0.
func niceBelow(x float64) float64 {
	if !(x > 0) || math.IsInf(x, 0) {
		return 0
	}
	k := math.Floor(math.Log10(x))
	best := 0.0
	for _, p := range [...]float64{k - 1, k, k + 1} {
		for _, d := range [...]float64{1, 2, 5} {
			if v := power(d, p); v <= x*(1+1e-9) {
				best = v
			}
		}
	}
	return best
}

// niceAbove returns the smallest of 1, 2, 3, 4, 5, 6, 8 times a power of ten
// that is at least x.
func niceAbove(x float64) float64 {
	if !(x > 0) || math.IsInf(x, 0) {
		return 0
	}
	k := math.Floor(math.Log10(x))
	for _, d := range [...]float64{1, 2, 3, 4, 5, 6, 8} {
		if v := power(d, k); v >= x*(1-1e-9) {
			return v
		}
	}
	return power(1, k+1)
}

// power returns d x 10^k, exact for whole numbers and correctly rounded else.
func power(d, k float64) float64 {
	v, err := strconv.ParseFloat(strconv.Itoa(int(d))+"e"+strconv.Itoa(int(k)), 64)
	if err != nil {
		return d * math.Pow(10, k) // out of range of float64
	}
	return v
}

// barLength returns a round length for the scale bar of a section, about a
// fifth of its width [um], and how it is written.
func barLength(width float64) (um float64, label string) {
	um = niceBelow(width / 4)
	if um >= 1000 {
		return um, number(um/1000) + " mm"
	}
	return um, number(um) + " µm"
}

// number writes a value shortly, with an exponent only where it must.
func number(v float64) string {
	if v == 0 {
		return "0" // not -0
	}
	if a := math.Abs(v); a < 1e-3 || a >= 1e6 {
		return strconv.FormatFloat(v, 'g', 3, 64)
	}
	return strconv.FormatFloat(v, 'f', -1, 64)
}
