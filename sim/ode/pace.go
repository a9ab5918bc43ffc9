package ode

import "math"

// Limits of the change of the step from one to the next.
const (
	growth = 5.0 // assumed: as usual (Hairer & Wanner 1996, IV.7)
	shrink = 0.2
	safety = 0.9
)

// pace controls the length of steps by the error of this one and the last, so
// that it settles rather than swings (Gustafsson 1991, ACM TOMS 17:533-554).
type pace struct {
	last     float64 // error of the last accepted step; 0 if there is none
	rejected bool    // since the last accepted step
}

// accept returns the factor by which the step may grow after one with the error.
func (p *pace) accept(fault float64) float64 {
	const order = 3 // of the error estimate, the embedded order and one
	fault = max(fault, 1e-6)
	factor := safety * math.Pow(fault, -1.0/order)
	if p.last > 0 {
		factor = safety * math.Pow(fault, -0.7/order) * math.Pow(p.last, 0.4/order)
	}
	most := growth
	if p.rejected {
		most = 1
	}
	p.last, p.rejected = fault, false
	return min(max(factor, shrink), most)
}

// reject returns the factor by which to shorten a step with the error, which may
// be no number.
func (p *pace) reject(fault float64) float64 {
	p.rejected = true
	if math.IsNaN(fault) || math.IsInf(fault, 0) {
		return shrink
	}
	return max(safety*math.Pow(fault, -1.0/3), shrink)
}

// fit returns the length of a step that was to be want, where left remains: all of
// it if that is little more, half of it if two steps do.
func fit(want, limit, left float64) float64 {
	want = min(want, limit)
	switch {
	case left <= limit && left <= 1.1*want:
		return left
	case left <= 2*want:
		return left / 2
	default:
		return want
	}
}

// after returns the time h after t, exactly end if it is within rounding of it.
func after(t, h, end float64) float64 {
	if h == end-t || t+h >= end {
		return end
	}
	return t + h
}

// tiny is a step too short to move time reliably between t and end.
func tiny(t, end float64) float64 {
	const ulp = 1.0 / (1 << 52)
	return 16 * ulp * max(math.Abs(t), math.Abs(end))
}

// proposal is the step to try next after one of length h that was accepted and
// may grow to long: a step cut short to fit does not shorten the next.
func (s *Solver) proposal(h, long float64) float64 {
	if h < s.step {
		long = max(long, s.step)
	}
	return min(long, s.settings.StepLimit)
}

// first guesses a first step: a hundredth of the time in which the fastest state
// would change by its size (Hairer, Nørsett & Wanner 1993, II.4).
func (s *Solver) first(y []float64) float64 {
	h := s.settings.StepLimit
	for i, v := range s.slope {
		size := max(math.Abs(y[i]), s.floor[i]/s.settings.Relative)
		if v != 0 {
			h = min(h, 0.01*size/math.Abs(v))
		}
	}
	return h
}
