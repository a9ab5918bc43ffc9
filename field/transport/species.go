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
	name   string
	d      diffusivity
	decay  float64 // [1/h]
	shift  float64 // of the time step, see timeStep [1/h]; 0 if steady
	dt     float64 // of the step that shift is for [h]
	trace  float64 // amount below which nothing is left [pM pixel]
	medium *medium
	u      []float32 // [pM], index y*W + x
	levels []level   // nil until the signal first appears
	stale  []int32   // pixels whose coarse levels are out of date
	mixed  bool      // the losses contain those to binding
	w, h   int
	fit    fit
	mass   float64 // sum of u [pM pixel]
	carry  float64 // secreted and not yet placed, by rounding [pM pixel]
	ledger Ledger
	effort Effort
}

// fit is what the last solve left, the basis of the bound on the residual. The
// plane is factor times the plane that was solved.
type fit struct {
	known    bool
	residual float64 // bound of the L1 norm of the steady residual of the solved plane [pM pixel/h]
	factor   float64
	sec, upt []Point // for which it was solved
}

// newSpecies returns a signal of which there is none.
func newSpecies(g field.Grid, sig signal.Signal, p signal.Params, m *medium) *species {
	perPixel := func(d float64) float32 { return float32(d / g.PixelArea()) }
	s := &species{
		name:  "signals." + sig.String(),
		d:     diffusivity{perPixel(p.DiffusionMarrow), perPixel(p.DiffusionOsteoid), perPixel(p.DiffusionBone)},
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
// exact. It is L-stable, positive for any dt and of first order; no positive
// linear scheme has a higher one (Bolley and Crouzeix 1978). A signal of which
// less than remainder of the past is left after a step, exp(-k dt), is steady.
func (s *species) timeStep(dt, remainder float64) {
	if s.dt == dt {
		return
	}
	s.dt, s.shift = dt, 0
	if math.Exp(-s.decay*dt) >= remainder {
		s.shift = s.decay / math.Expm1(s.decay*dt)
	}
	s.fit = fit{}
	s.relevel(nil)
}

// loss returns the loss rate of every pixel, shift included [1/h].
func (s *species) loss() float32 { return float32(s.shift + s.decay) }

// empty tells whether there is none of the signal and nobody secretes it.
func (s *species) empty(sec []Point) bool { return len(sec) == 0 && s.mass == 0 }

// rounding is the greatest L1 residual that rounding the plane to float32 can
// cause, when gain is all that enters it [pM pixel/h].
func (s *species) rounding(gain float64) float64 {
	const unit = 1.0 / (1 << 24) // relative roundoff of float32
	loss := s.shift + s.decay
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
