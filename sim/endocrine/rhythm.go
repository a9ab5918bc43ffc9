package endocrine

import "math"

// rhythm is a smooth daily drive of two harmonics, exp(swing cos(w(h-peak)) +
// twice cos(2w(h-second))) over its daily mean, so that it averages 1. The second
// makes rise and fall unlike.
type rhythm struct {
	peak, swing   float64 // of the first harmonic: hour of the day, logarithmic size
	second, twice float64 // of the second harmonic
	mean          float64
	hour, value   float64 // the last one asked for: an integrator asks many times
}

// newRhythm returns a daily drive.
func newRhythm(peak, swing, second, twice float64) rhythm {
	r := rhythm{peak: peak, swing: swing, second: second, twice: twice, mean: 1, hour: math.NaN()}
	const samples = 96 // quarters of an hour: exact to rounding for two smooth harmonics
	sum := 0.0
	for i := range samples {
		sum += r.at(24 * float64(i) / samples)
	}
	r.mean, r.hour = sum/samples, math.NaN()
	return r
}

// at returns the drive at an hour of the day, 1 on average.
func (r *rhythm) at(hour float64) float64 {
	if hour == r.hour {
		return r.value
	}
	const w = 2 * math.Pi / 24
	r.hour = hour
	r.value = math.Exp(r.swing*math.Cos(w*(hour-r.peak))+r.twice*math.Cos(2*w*(hour-r.second))) / r.mean
	return r.value
}

// unbound returns the free part of a ligand in equilibrium with binding sites, by
// mass action, all in the same unit: the positive root of
// free² + (sites + kd - total) free - kd total = 0.
func unbound(total, sites, kd float64) float64 {
	if total <= 0 {
		return total
	}
	b := sites + kd - total
	root := math.Sqrt(b*b + 4*kd*total)
	if b > 0 {
		return 2 * kd * total / (b + root) // the same root without cancellation
	}
	return (root - b) / 2
}

// saturating rises from 0 through 1 at x = 1 to the ceiling 1+half, by simple
// binding with the half-effect at x = half.
func saturating(x, half float64) float64 {
	if x <= 0 {
		return 0
	}
	return x * (1 + half) / (x + half)
}
