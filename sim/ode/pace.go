package ode

import "math"

// Limits of the change of the step from one to the next, and the part of the step
// that would just meet the tolerance that is tried: as is usual (Hairer & Wanner
// 1996, Solving Ordinary Differential Equations II, IV.7 and IV.8).
const (
	growth = 5.0
	shrink = 0.2
	safety = 0.9
)

// pace controls the length of steps by the error of this one and the last, so
// that it settles rather than swings (Gustafsson 1991, ACM Trans. Math. Softw.
// 17:533-554).
type pace struct {
	last     float64 // error of the last accepted step; 0 if there is none
	rejected bool    // since the last accepted step
}

// local is the order of the error of a step: the embedded order and one.
const local = 3

// accept returns the step to try after one of length h that was to be want, and
// had the error in units of the tolerance. Cutting a step to fit does not shorten
// the next.
func (p *pace) accept(h, want, fault float64) float64 {
	fault = max(fault, 1e-30) // no division by zero
	ideal := h * safety * math.Pow(fault, -1.0/local)
	next := ideal
	if p.last > 0 {
		next = h * safety * math.Pow(fault, -0.7/local) * math.Pow(p.last, 0.4/local)
	}
	most := growth * h
	if p.rejected {
		most = h
	}
	p.last, p.rejected = fault, false
	next = min(max(next, shrink*h), most)
	if h < want {
		next = max(next, min(want, ideal))
	}
	return next
}

// reject returns the step to try instead of one with the error, which may be no
// number.
func (p *pace) reject(h, fault float64) float64 {
	p.rejected = true
	if fault-fault != 0 {
		return shrink * h
	}
	return h * max(safety*math.Pow(fault, -1.0/local), shrink)
}

// fit returns the length of a step that was to be want, where left remains: all of
// it if that is little more, half of it if two steps do, so that none is a sliver.
func fit(want, limit, left float64) float64 {
	switch {
	case left <= min(1.1*want, limit):
		return left
	case left <= 2*want:
		return left / 2
	default:
		return want
	}
}

// after returns the time h after t: exactly end after the last step.
func after(t, h, end float64) float64 {
	if h >= end-t {
		return end
	}
	return min(t+h, end)
}

// tiny is a step too short to move time between t and end reliably [h].
func tiny(t, end float64) float64 {
	const ulp = 1.0 / (1 << 52)
	return 16 * ulp * max(math.Abs(t), math.Abs(end))
}

// first guesses a first step: a hundredth of the time in which the fastest state
// would change by its size (Hairer, Nørsett & Wanner 1993, Solving Ordinary
// Differential Equations I, II.4).
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
