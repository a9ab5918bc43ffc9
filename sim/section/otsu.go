package section

// otsu returns the grey value from which a pixel belongs to the bright class,
// such that the variance between the two classes is largest (Otsu 1979, IEEE
// Trans Syst Man Cybern 9:62-66, doi 10.1109/TSMC.1979.4310076). Where a range
// of values does equally well, as in a two-phase image, it is their middle. ok
// is false if all pixels are alike.
func otsu(grey []uint16) (level int, ok bool) {
	histogram := make([]int, full+1)
	total := 0.0
	for _, v := range grey {
		histogram[v]++
		total += float64(v)
	}
	first, last, best := 0, 0, 0.0
	below, belowSum := 0, 0.0
	for v, n := range histogram[:full] {
		below += n
		belowSum += float64(v) * float64(n)
		spread := between(float64(below), belowSum, float64(len(grey)), total)
		if spread > best {
			first, best = v, spread
		}
		if spread == best {
			last = v
		}
	}
	return (first+last)/2 + 1, best > 0
}

// between is the variance between two classes, up to a constant factor; n of N
// pixels, whose values add up to sum of total, form the dark one.
func between(n, sum, N, total float64) float64 {
	if n == 0 || n == N {
		return 0
	}
	d := sum/n - (total-sum)/(N-n)
	return n * (N - n) * d * d
}
