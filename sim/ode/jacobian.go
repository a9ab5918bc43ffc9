package ode

type jacobian struct {
	value [][]float64
	scale []float64
	point []float64
	rate  []float64
}

func newJacobian(f Func, scale []float64) *jacobian {
	n := len(scale)
	j := &jacobian{scale: scale, point: make([]float64, n), rate: make([]float64, n)}
	for range scale {
		j.value = append(j.value, make([]float64, n))
	}
	return j
}

func (j *jacobian) update(f Func, t float64, y, slope []float64) {
	copy(j.point, y)
	for c := range y {
		d := max(y[c], 1e-3*j.scale[c]) / (1 << 16)
		j.point[c] = y[c] + d
		d = j.point[c] - y[c]
		f(t, j.point, j.rate)
		for r := range y {
			j.value[r][c] = (j.rate[r] - slope[r]) / d
		}
		j.point[c] = y[c]
	}
}
