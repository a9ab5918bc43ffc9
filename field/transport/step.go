package transport

import (
	"fmt"
	"math"
)

// flow is what moves a signal during a step.
type flow struct {
	sec, upt []Point
	secreted float64 // [pM pixel/h]
	taken    float64 // at the present plane [pM pixel/h]
}

// flowOf sums up the points of a step.
func (s *species) flowOf(sec, upt []Point) flow {
	return flow{sec, upt, total(sec), weighted(upt, s.u)}
}

// load is what a residual is compared with: secretion, or decay while that is
// greater. Residuals below tolerance*load keep the relative L1 error of the
// plane below tolerance for any number of steps, for the operator takes at
// least decay times the L1 norm of an error out of it.
func (s *species) load(f flow) float64 { return max(f.secreted, s.decay*s.mass) }

// advance carries a signal that does not bind over a step.
func (s *species) advance(b *bench, f flow, set *Settings) error {
	before := s.mass
	if s.vanish(f) {
		return nil
	}
	x, ok := s.balance(f)
	if !ok || s.bound(b, f, x) > set.ResidualTolerance*s.load(f) {
		if err := s.solve(b, f, set); err != nil {
			return err
		}
		f.taken = weighted(f.upt, s.u)
		x, _ = s.balanceFrom(f, before)
	} else {
		s.effort.Skipped++
	}
	s.rescale(x)
	s.book(f, before, 0)
	return s.verify()
}

// vanish empties the plane if nothing of the past is left and nobody secretes,
// and tells whether the step is done.
func (s *species) vanish(f flow) bool {
	if f.secreted > 0 || (s.shift > 0 && s.mass > s.trace) {
		return false
	}
	s.clear()
	return true
}

// clear empties the plane; what was there has decayed.
func (s *species) clear() {
	if s.mass == 0 && s.carry == 0 {
		return
	}
	s.ledger.Decayed += s.mass + s.carry
	s.mass, s.carry, s.ledger.Stored = 0, 0, 0
	s.fit = fit{upt: s.fit.upt}
	fill(s.u, 0)
}

// balance returns the factor on the present plane that closes the balance of
// the section, and whether there is one.
func (s *species) balance(f flow) (float64, bool) { return s.balanceFrom(f, s.mass) }

// balanceFrom returns the factor on the plane that closes the balance of a step
// that began with an amount of before:
// shift*(mass-before) = secreted - decay*mass - taken.
func (s *species) balanceFrom(f flow, before float64) (float64, bool) {
	gain := f.secreted + s.carry/s.dt + s.shift*before
	sink := (s.shift+s.decay)*s.mass + f.taken
	if gain <= 0 || sink <= 0 {
		return 1, false
	}
	return gain / sink, true
}

// bound returns a bound of the L1 residual of x times the present plane as the
// result of a step: that of the last solve, which scales with the plane, plus
// all that has changed since.
func (s *species) bound(b *bench, f flow, x float64) float64 {
	if !s.fit.known {
		return math.Inf(1)
	}
	factor := s.fit.factor * x
	return factor*s.fit.residual +
		b.distance(f.sec, s.fit.sec, factor, nil) +
		x*b.distance(f.upt, s.fit.upt, 1, s.u) +
		s.shift*math.Abs(1-x)*s.mass
}

// reserve is the share of the tolerance to which planes are solved, so that the
// next small changes need no solve.
const reserve = 0.5

// solve brings the residual of the plane below tolerance.
func (s *species) solve(b *bench, f flow, set *Settings) error {
	s.effort.Solves++
	s.alive()
	if s.mixed {
		s.mixed = false
		s.relevel(s.fit.upt)
	}
	s.reuptake(f.upt)
	s.refresh()
	rhs := s.levels[0].cells(b.rhs[0])
	s.start(rhs, f.sec)
	slack := s.rounding(f.secreted + s.shift*s.mass)
	residual, err := s.iterate(b, reserve*set.ResidualTolerance*s.load(f), slack, set.CycleLimit)
	if err != nil {
		return err
	}
	s.mass = tidy(s.u)
	s.remember(f.sec, residual+s.drift(rhs, f.sec))
	return nil
}

// start sets the right-hand side of the step: what was there and what is secreted.
func (s *species) start(rhs []float32, sec []Point) {
	shift := float32(s.shift)
	for i, v := range s.u {
		rhs[i] = shift * v
	}
	scatter(rhs, sec)
}

// iterate relaxes and does cycles until the residual, beyond the slack that
// rounding has, is below goal, and returns it.
func (s *species) iterate(b *bench, goal, slack float64, limit int) (float64, error) {
	norms := b.relax(s.levels, s.padded)
	for n := 0; ; n++ {
		residual := norms.beyond(slack)
		if residual <= goal {
			return residual, nil
		}
		if n == limit {
			return 0, fmt.Errorf("%s: residual %.3g after %d cycles, want at most %.3g", s.name, residual, n, goal)
		}
		norms = b.cycle(s.levels, s.padded)
		s.effort.Cycles++
	}
}

// drift returns the storage term of the step in the L1 norm, which a steady
// plane would not have. It takes the secretion out of rhs to see the past.
func (s *species) drift(rhs []float32, sec []Point) float64 {
	if s.shift == 0 {
		return 0
	}
	for _, p := range sec {
		rhs[p.At] -= p.Rate
	}
	shift, sum := float32(s.shift), 0.0
	for i, v := range s.u {
		sum += math.Abs(float64(shift*v - rhs[i]))
	}
	return sum
}

// remember notes what a solve was for and how well it went.
func (s *species) remember(sec []Point, residual float64) {
	s.fit.known, s.fit.factor, s.fit.residual = true, 1, residual
	s.fit.sec = append(s.fit.sec[:0], sec...)
}

// rescale multiplies the plane by x, unless that is 1 in float32.
func (s *species) rescale(x float64) {
	f := float32(x)
	if f == 1 {
		return
	}
	s.mass = scale(s.u, f)
	s.fit.factor *= float64(f)
}

// book enters a step into the ledger. A change of the amount within the step
// is a change of the time for which molecules decayed; bound is the net loss
// to binding [pM pixel/h].
func (s *species) book(f flow, before, bound float64) {
	change := s.mass - before
	decayed := s.dt*s.decay*s.mass - (1-s.shift*s.dt)*change
	taken := s.dt * weighted(f.upt, s.u)
	s.ledger.Secreted += s.dt * f.secreted
	s.ledger.Decayed += decayed
	s.ledger.Taken += taken
	s.ledger.Bound += s.dt * bound
	s.ledger.Stored = s.mass
	s.carry += s.dt*(f.secreted-bound) - decayed - taken - change
}
