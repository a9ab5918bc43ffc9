package transport

import (
	"fmt"
	"math"
)

// trio is the reversible binding a + b <-> c by mass action. The same net flux
// on*a*b - off*c leaves a and b and enters c in every pixel.
type trio struct {
	members [3]*species
	on, off float64  // [1/pM/h], [1/h]
	meet    float64  // on times the sum of a*b over the present planes [pM pixel/h]
	u       [3]plane // packed during a solve; nil until needed
	base    [3]plane // what enters each, binding apart [pM/h]
}

// complex is the index of c among the members.
const complex = 2

// has tells whether s is one of the three.
func (t *trio) has(s *species) bool {
	return s == t.members[0] || s == t.members[1] || s == t.members[complex]
}

// split returns off times the sum of c, the gain of a and b [pM pixel/h].
func (t *trio) split() float64 { return t.off * t.members[complex].mass }

// gain returns what member i gets from binding [pM pixel/h].
func (t *trio) gain(i int) float64 {
	if i == complex {
		return t.meet
	}
	return t.split()
}

// weigh brings meet up to date.
func (t *trio) weigh() { t.meet = t.on * dot(lanes(), t.members[0].u, t.members[1].u) }

// advance carries the three over a step.
func (t *trio) advance(b *bench, fs [3]flow, set *Settings) error {
	t.vanish(fs)
	if t.apart(fs) {
		return t.advanceApart(b, fs, set)
	}
	var before [3]float64
	for i, s := range t.members {
		before[i] = s.mass
	}
	if x := t.balance(fs, before); t.fits(b, fs, x, set.ResidualTolerance) {
		for i, s := range t.members {
			s.effort.Skipped++
			s.rescale(x[i])
		}
	} else if err := t.solve(b, fs, set); err != nil {
		return err
	}
	t.weigh()
	return t.book(fs, before)
}

// apart tells whether nothing binds or dissociates in this step.
func (t *trio) apart(fs [3]flow) bool {
	m := t.members
	alone := t.on == 0 || m[0].empty(fs[0].sec) || m[1].empty(fs[1].sec)
	return alone && (t.off == 0 || m[complex].empty(fs[complex].sec))
}

// advanceApart carries the three over a step one by one.
func (t *trio) advanceApart(b *bench, fs [3]flow, set *Settings) error {
	for i, s := range t.members {
		s.fit.known = s.fit.known && !s.mixed
		if s.empty(fs[i].sec) {
			continue
		}
		if err := s.advance(b, fs[i], set); err != nil {
			return err
		}
	}
	t.meet = 0
	return nil
}

// vanish empties the complex and a partner that nobody secretes if no past is
// felt in either: they could only come from one another.
func (t *trio) vanish(fs [3]flow) {
	gone := func(i int) bool { return t.members[i].shift == 0 && fs[i].secreted == 0 }
	for i, s := range t.members[:complex] {
		if gone(i) && gone(complex) {
			s.clear()
			t.members[complex].clear()
			t.meet = 0
		}
	}
}

// fits tells whether the planes, scaled by x, leave residuals below tolerance.
func (t *trio) fits(b *bench, fs [3]flow, x [3]float64, tolerance float64) bool {
	var f [3]float64
	for i, s := range t.members {
		if !s.fit.known {
			return false
		}
		f[i] = s.fit.factor * x[i]
	}
	for i, s := range t.members {
		if s.mass == 0 {
			continue
		}
		rest := s.bound(b, fs[i], x[i])
		if meet := t.meet * x[0] * x[1]; i == complex {
			rest += meet * math.Abs(1-f[complex]/(f[0]*f[1]))
		} else {
			rest += meet * math.Abs(1-1/f[1-i])
			rest += t.split() * x[complex] * math.Abs(1-f[i]/f[complex])
		}
		if !(rest <= tolerance*s.load(fs[i].secreted+t.gain(i))) {
			return false
		}
	}
	return true
}

// solve goes round the three, a cycle each, until none needs another.
func (t *trio) solve(b *bench, fs [3]flow, set *Settings) error {
	var before, residual [3]float64
	for i, s := range t.members {
		before[i] = s.mass
	}
	t.start(fs)
	for n, done := 0, false; !done; n++ {
		if n == set.BindingLimit {
			return fmt.Errorf("%s: binding not settled after %d rounds", t.members[complex].name, n)
		}
		done = true
		for i, s := range t.members {
			gain := fs[i].secreted + t.gain(i)
			residual[i] = t.round(b, i, n == 0, s.rounding(gain+s.shift*before[i]), s.goal(set.ResidualTolerance, gain))
			done = done && residual[i] >= 0
		}
	}
	for i, s := range t.members {
		fs[i].taken = s.levels[0].weighted(fs[i].upt, &t.u[i])
	}
	x := t.balance(fs, before)
	for i, s := range t.members {
		s.take(&t.u[i], fs[i], residual[i], x[i])
	}
	return nil
}

// start keeps what enters the three apart from binding.
func (t *trio) start(fs [3]flow) {
	for i, s := range t.members {
		s.effort.Solves++
		s.alive()
		s.refresh()
		s.mixed = true
		s.fit.upt = append(s.fit.upt[:0], fs[i].upt...)
		shape := &s.levels[0].shape
		if t.u[i][0] == nil {
			t.u[i], t.base[i] = shape.plane(), shape.plane()
		}
		shape.pack(&t.u[i], &t.base[i], s.u, float32(s.shift))
		shape.scatter(&t.base[i], fs[i].sec)
	}
}

// round does a cycle on member i while the others rest, after a relaxation if it
// is the first. It returns the residual, or -1 if that was above goal before the
// cycle and is to be measured again.
func (t *trio) round(b *bench, i int, first bool, slack, goal float64) float64 {
	s, u := t.members[i], &t.u[i]
	t.arrange(b, i)
	measure := b.measure
	if first {
		coarsenLosses(s.levels)
		measure = b.relax
	}
	if residual := measure(s.levels, u).beyond(slack); residual <= goal {
		return residual
	}
	if !first {
		coarsenLosses(s.levels)
	}
	b.cycle(s.levels, u)
	s.effort.Cycles++
	s.mass = s.levels[0].sum(u)
	if i != complex {
		t.meet = t.on * t.product()
	}
	return -1
}

// product returns the sum of a*b during a solve.
func (t *trio) product() float64 {
	return dot(lanes(), t.u[0][0], t.u[1][0]) + dot(lanes(), t.u[0][1], t.u[1][1])
}

// arrange sets the losses and the right-hand side of member i.
func (t *trio) arrange(b *bench, i int) {
	s := t.members[i]
	l, rhs := &s.levels[0], &b.rhs[0]
	copyPlane(rhs, &t.base[i])
	on, off := float32(t.on), float32(t.off)
	if i == complex {
		l.set(&l.loss, s.loss()+off)
		l.addProduct(rhs, on, &t.u[0], &t.u[1])
	} else {
		l.set(&l.loss, s.loss())
		l.addScaled(&l.loss, on, &t.u[1-i])
		l.addScaled(rhs, off, &t.u[complex])
	}
	l.scatter(&l.loss, s.fit.upt)
}

// balance returns the factors on the three planes that close all balances of a
// step that began with the amounts before.
func (t *trio) balance(fs [3]flow, before [3]float64) [3]float64 {
	var gain, sink [3]float64
	for i, s := range t.members {
		gain[i] = fs[i].secreted + s.carry/s.dt + s.shift*before[i]
		sink[i] = (s.shift+s.decay)*s.mass + fs[i].taken
	}
	return settleScales(gain, sink, t.meet, t.split())
}

// book enters the step into the three ledgers, with one net binding flux, and
// empties members of which there is less than a trace.
func (t *trio) book(fs [3]flow, before [3]float64) error {
	net := t.meet - t.split()
	for i, bound := range [3]float64{net, net, -net} {
		s := t.members[i]
		s.book(fs[i], before[i], bound)
		if err := s.verify(); err != nil {
			return err
		}
	}
	for i, s := range t.members {
		if fs[i].secreted == 0 && s.mass < s.trace {
			s.clear()
			t.weigh()
		}
	}
	return nil
}

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
