package transport

import "math"

// settleScales solves sink*x + flux = gain for the factors x of the three, flux
// = meet*x0*x1 - split*x2 with the opposite sign for the last: Newton's method
// from 1, where the planes are nearly right.
func settleScales(gain, sink [3]float64, meet, split float64) [3]float64 {
	x := [3]float64{1, 1, 1}
	for range 50 {
		flux := meet*x[0]*x[1] - split*x[2]
		r := [3]float64{gain[0] - sink[0]*x[0] - flux, gain[1] - sink[1]*x[1] - flux, gain[2] - sink[2]*x[2] + flux}
		d := newton(sink, [3]float64{meet * x[1], meet * x[0], -split}, r)
		worst := 0.0
		for i := range x {
			x[i] = max(x[i]+d[i], x[i]/10)
			worst = max(worst, math.Abs(d[i]))
		}
		if worst < 1e-14 {
			break
		}
	}
	return x
}

// newton solves (diag(sink) + n m^T) d = r with n = (1, 1, -1) by the formula
// of Sherman and Morrison (1950). A member without sink is empty and stays so.
func newton(sink, m, r [3]float64) (d [3]float64) {
	n := [3]float64{1, 1, -1}
	var dr, dn [3]float64
	up, down := 0.0, 1.0
	for i := range d {
		if sink[i] > 0 {
			dr[i], dn[i] = r[i]/sink[i], n[i]/sink[i]
		}
		up += m[i] * dr[i]
		down += m[i] * dn[i]
	}
	for i := range d {
		d[i] = dr[i] - dn[i]*up/down
	}
	return d
}
