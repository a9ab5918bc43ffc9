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

// reach is the distance over which a field falls by e in the tightest medium
// [pixels], the shortest there is.
func (s *species) reach() float64 {
	d := max(min(s.d.marrow, s.d.osteoid, s.d.bone), tightest*s.d.marrow)
	return math.Sqrt(float64(d) / s.drain())
}

// load is what a residual is compared with: what enters the plane [pM pixel/h],
// or what drains from it while that is greater. Residuals below tolerance*load keep the
// relative L1 error of the plane below tolerance for any number of steps, for
// the operator takes at least the drain times the L1 norm of an error out of it.
// Of amounts below a trace nothing is asked.
func (s *species) load(gain float64) float64 { return max(gain, s.drain()*max(s.mass, s.trace)) }

// advance carries a signal that does not bind over a step.
func (s *species) advance(b *bench, f flow, set *Settings) error {
	if s.vanish(f) {
		return nil
	}
	before := s.mass
	x, ok := s.balance(f, before)
	if ok && s.bound(b, f, x) <= set.ResidualTolerance*s.load(f.secreted) {
		s.effort.Skipped++
		s.rescale(x)
	} else if err := s.solve(b, f, s.rescale(x), set); err != nil {
		return err
	}
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
	s.lose(s.mass + s.carry)
	s.mass, s.carry, s.ledger.Stored = 0, 0, 0
	s.fit = fit{upt: s.fit.upt}
	fill(s.u, 0)
	s.changes++
}

// lose books an amount that left by the drain.
func (s *species) lose(amount float64) {
	neutralised := amount * (s.extra / s.drain())
	s.ledger.Neutralised += neutralised
	s.ledger.Decayed += amount - neutralised
}

// balance returns the factor on a plane of amount mass, from which f.taken is
// taken, that closes the balance of a step that began with the amount before:
// shift*(mass-before) = secreted - drain*mass - taken; and whether there is one.
func (s *species) balance(f flow, before float64) (float64, bool) {
	gain := f.secreted + s.carry/s.dt + s.shift*before
	sink := (s.shift+s.drain())*s.mass + f.taken
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
		b.distance(f.sec, s.fit.sec, factor, nil, s.reach()) +
		x*b.distance(f.upt, s.fit.upt, 1, s.u, s.reach()) +
		s.shift*math.Abs(1-x)*s.mass
}

// goal is the residual to solve for: half of the tolerance. Closing the balance
// by a factor on the plane can double it, and what is left over saves a solve
// when little changes.
func (s *species) goal(tolerance, gain float64) float64 { return tolerance / 2 * s.load(gain) }

// solve brings the residual of the plane below tolerance. The plane has just been
// multiplied by scaled, which is the change that all sources have in common.
func (s *species) solve(b *bench, f flow, scaled float64, set *Settings) error {
	s.effort.Solves++
	s.alive()
	if s.mixed {
		s.mixed = false
		s.relevel(s.fit.upt)
	}
	s.reuptake(f.upt)
	s.refresh()
	u, shape := &b.u[0], &s.levels[0].shape
	before := s.mass / scaled
	shape.pack(u, &b.rhs[0], s.u, float32(s.shift/scaled))
	shape.scatter(&b.rhs[0], f.sec)
	slack := s.rounding(f.secreted + s.shift*before)
	residual, err := s.iterate(b, u, s.goal(set.ResidualTolerance, f.secreted), slack, set.CycleLimit)
	if err != nil {
		return err
	}
	s.mass, f.taken = shape.sum(u), shape.weighted(f.upt, u)
	x, _ := s.balance(f, before)
	s.take(u, f, residual+s.shift*math.Abs(1-scaled)*before, x)
	return nil
}

// take takes over x times the plane of a solve. A slow plane is further from its
// steady state than the residual of the step by what the solve stored.
func (s *species) take(u *plane, f flow, residual, x float64) {
	factor, unscaled := float32(x), s.mass
	var change float64
	s.mass, change = s.levels[0].unpack(s.u, u, factor)
	s.changes++
	change += math.Abs(1-x) * unscaled
	s.remember(f, residual+s.shift*change, float64(factor))
}

// remember notes for what a plane, divided by factor, was found to have at most
// the given residual.
func (s *species) remember(f flow, residual, factor float64) {
	s.fit.known, s.fit.factor, s.fit.residual = true, factor, residual
	s.fit.sec = append(s.fit.sec[:0], f.sec...)
	s.fit.upt = append(s.fit.upt[:0], f.upt...)
}

// iterate relaxes u and does cycles until the residual, beyond the slack that
// rounding has, is below goal, and returns it.
func (s *species) iterate(b *bench, u *plane, goal, slack float64, limit int) (float64, error) {
	norms := b.relax(s.levels, u)
	for n := 0; ; n++ {
		residual := norms.beyond(slack)
		if residual <= goal {
			return residual, nil
		}
		if n == limit {
			return 0, fmt.Errorf("%s: residual %.3g after %d cycles, want at most %.3g", s.name, residual, n, goal)
		}
		norms = b.cycle(s.levels, u)
		s.effort.Cycles++
	}
}

// rescale multiplies the plane by x, as float32, and returns that.
func (s *species) rescale(x float64) float64 {
	f := float32(x)
	if f == 1 {
		return 1
	}
	s.mass = scale(lanes(), s.u, f)
	s.changes++
	s.fit.factor *= float64(f)
	return float64(f)
}

// book enters a step into the ledger. A change of the amount within the step
// is a change of the time for which molecules drained; bound is the net loss
// to binding [pM pixel/h].
func (s *species) book(f flow, before, bound float64) {
	change := s.mass - before
	drained := s.dt*s.drain()*s.mass - (1-s.shift*s.dt)*change
	taken := s.dt * weighted(f.upt, s.u)
	s.ledger.Secreted += s.dt * f.secreted
	s.lose(drained)
	s.ledger.Taken += taken
	s.ledger.Bound += s.dt * bound
	s.ledger.Stored = s.mass
	s.carry += s.dt*(f.secreted-bound) - drained - taken - change
}
