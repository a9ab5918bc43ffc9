package transport

import (
	"fmt"
	"math"

	"trabecula/field"
	"trabecula/field/signal"
	"trabecula/sim/unit"
)

// species is one signal: its plane, its numbers and what is known about how
// well the plane fits them.
type species struct {
	name    string
	d       diffusivity
	decay   float64 // [1/h]
	extra   float64 // loss on top of decay, to what neutralises the signal [1/h]
	shift   float64 // of the time step, see timeStep [1/h]; 0 if steady
	dt      float64 // of the step that shift is for [h]
	trace   float64 // amount below which nothing is left [pM pixel]
	medium  *medium
	u       []float32 // [pM], index y*W + x
	changes int64     // how often u has changed since the solver was made
	levels  []level   // nil until the signal first appears
	stale   []int32   // pixels whose coarse levels are out of date
	mixed   bool      // the losses contain those to binding
	w, h    int
	fit     fit
	mass    float64 // sum of u [pM pixel]
	carry   float64 // secreted and not yet placed, by rounding [pM pixel]
	ledger  Ledger
	effort  Effort
}

// fit is what the last solve left, the basis of the bound on the residual. The
// plane is factor times the plane that was solved.
type fit struct {
	known    bool
	residual float64 // bound of the L1 norm of the steady residual of the solved plane [pM pixel/h]
	factor   float64
	sec, upt []Point // for which it was solved
}

// newSpecies returns a signal of which there is none, on a grid whose pixels have
// the given height over width.
func newSpecies(g field.Grid, aspect float32, sig signal.Signal, p signal.Params, m *medium) *species {
	s := &species{
		name:  "signals." + sig.String(),
		d:     newDiffusivity(g, aspect, p.DiffusionMarrow, p.DiffusionOsteoid, p.DiffusionBone),
		decay: math.Ln2 / p.HalfLife,
		trace: leastMolecules * unit.MoleculePerVolume / g.PixelVolume(),
		w:     g.W, h: g.H, medium: m,
		u: make([]float32, g.Len()),
	}
	return s
}

// leastMolecules is the amount in the whole section below which a signal that
// nobody secretes has gone.
const leastMolecules = 1e-6

// timeStep sets the length of the step. The scheme is backward Euler with a
// fitted step: shift*(new - old) = secretion - loss*new + diffusion, where
// shift = k/(exp(k dt)-1) instead of 1/dt makes the decay of a uniform plane
// exact, k being all losses that act everywhere. It is L-stable, positive for any dt and of first order; no positive
// linear scheme has a higher one (Bolley and Crouzeix 1978). A signal of which
// less than remainder of the past is left after a step, exp(-k dt), is steady.
func (s *species) timeStep(dt, remainder float64) {
	if s.dt == dt {
		return
	}
	s.dt, s.shift = dt, s.shiftOf(dt, remainder)
	s.fit = fit{}
	s.relevel(nil)
}

// shiftOf returns the shift of a step, 0 if the signal is steady then.
func (s *species) shiftOf(dt, remainder float64) float64 {
	k := s.drain()
	if math.Exp(-k*dt) < remainder {
		return 0
	}
	return k / math.Expm1(k*dt)
}

// drain is the loss rate that every pixel has [1/h].
func (s *species) drain() float64 { return s.decay + s.extra }

// loss returns the loss rate of every pixel, shift included [1/h].
func (s *species) loss() float32 { return float32(s.shift + s.drain()) }

// neutralise sets the loss on top of decay. What that changes of the residual
// is added to its bound. A plane that forgets its past falls at once by what the
// whole loss rises: goals are relative to the amount, which the old loss left.
func (s *species) neutralise(extra, remainder float64) {
	change, was := math.Abs(extra-s.extra), s.drain()
	s.extra = extra
	if s.dt > 0 {
		s.shift = s.shiftOf(s.dt, remainder)
	}
	if before := s.mass; s.shift == 0 && s.drain() > was {
		s.rescale(was / s.drain())
		s.lose(before - s.mass)
		s.ledger.Stored = s.mass
	}
	if s.fit.factor > 0 {
		s.fit.residual += change * s.mass / s.fit.factor
	}
	s.relevel(s.fit.upt)
}

// empty tells whether there is none of the signal and nobody secretes it.
func (s *species) empty(sec []Point) bool { return len(sec) == 0 && s.mass == 0 }

// rounding is the greatest L1 residual that rounding the plane to float32 can
// cause, when gain is all that enters it [pM pixel/h].
func (s *species) rounding(gain float64) float64 {
	const unit = 1.0 / (1 << 24) // relative roundoff of float32
	loss := s.shift + s.drain()
	return unit * (4*s.d.most() + loss) * gain / loss
}

// verify returns an error if the plane contains what is not a number.
func (s *species) verify() error {
	if s.mass <= math.MaxFloat64 {
		return nil
	}
	for i, v := range s.u {
		if invalid(v) {
			return fmt.Errorf("%s: concentration %g at pixel %d", s.name, v, i)
		}
	}
	return fmt.Errorf("%s: amount %g in the section", s.name, s.mass)
}
