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
	was     plane    // the member at work, before
	ones    plane
	upt     [3][]Point
}

// pair is the index of c among the members.
const pair = 2

// has tells whether s is one of the three.
func (t *trio) has(s *species) bool {
	return s == t.members[0] || s == t.members[1] || s == t.members[pair]
}

// split returns off times the sum of c, the gain of a and b [pM pixel/h].
func (t *trio) split() float64 { return t.off * t.members[pair].mass }

// gain returns what member i gets from binding [pM pixel/h].
func (t *trio) gain(i int) float64 {
	if i == pair {
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
	x := t.balance(fs, before)
	rest := t.bounds(b, fs, x)
	for i, s := range t.members {
		x[i] = s.rescale(x[i])
	}
	t.weigh()
	if t.fits(fs, rest, set.ResidualTolerance) {
		for _, s := range t.members {
			s.effort.Skipped++
		}
	} else if err := t.solve(b, fs, before, rest, x, set); err != nil {
		return err
	}
	t.weigh()
	return t.book(fs, before)
}

// apart tells whether nothing binds or dissociates in this step.
func (t *trio) apart(fs [3]flow) bool {
	m := t.members
	alone := t.on == 0 || m[0].empty(fs[0].sec) || m[1].empty(fs[1].sec)
	return alone && (t.off == 0 || m[pair].empty(fs[pair].sec))
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
	for i, s := range t.members[:pair] {
		if gone(i) && gone(pair) {
			s.clear()
			t.members[pair].clear()
			t.meet = 0
		}
	}
}

// bounds returns bounds of the residuals of the planes scaled by x. A scaled
// partner or complex counts as a change of coefficients since the last solve.
func (t *trio) bounds(b *bench, fs [3]flow, x [3]float64) (rest [3]float64) {
	var f [3]float64
	for i, s := range t.members {
		f[i] = s.fit.factor * x[i]
	}
	meet, split := t.meet*x[0]*x[1], t.split()*x[pair]
	for i, s := range t.members {
		rest[i] = s.bound(b, fs[i], x[i])
		switch {
		case s.mass == 0:
			rest[i] = math.Inf(1)
		case i == pair:
			rest[i] += meet * math.Abs(1-f[i]/(f[0]*f[1]))
		default:
			rest[i] += meet*math.Abs(1-1/f[1-i]) + split*math.Abs(1-f[i]/f[pair])
		}
	}
	return rest
}

// fits tells whether residuals are within tolerance.
func (t *trio) fits(fs [3]flow, rest [3]float64, tolerance float64) bool {
	for i, s := range t.members {
		if !(rest[i] <= tolerance*s.load(fs[i].secreted+t.gain(i))) {
			return false
		}
	}
	return true
}

// lenience is the part of the tolerance that a member may use up and still be
// left alone while another is solved.
const lenience = 0.75

// solve goes round the three, each alone while the others rest, until the bounds
// of all residuals are met. What one changes is added to the bounds of the others.
// The planes, of the amounts before, have just been multiplied by scaled, which is
// the change that all sources have in common, and have residuals within rest.
func (t *trio) solve(b *bench, fs [3]flow, before, rest, scaled [3]float64, set *Settings) error {
	touched := [3]bool{}
	t.start(fs, scaled)
	for n, settled := 0, false; !settled; n++ {
		if n == set.BindingLimit {
			return fmt.Errorf("%s: binding not settled after %d rounds", t.members[pair].name, n)
		}
		settled = true
		for i, s := range t.members {
			gain := fs[i].secreted + t.gain(i)
			if rest[i] <= lenience*set.ResidualTolerance*s.load(gain) {
				continue
			}
			goal := s.goal(set.ResidualTolerance, gain)
			settled = false
			was := rest[i]
			var err error
			if rest[i], err = t.settle(b, i, was, goal, s.rounding(gain+s.shift*before[i]), set.CycleLimit); err != nil {
				return err
			}
			touched[i] = true
			t.disturb(i, &rest)
		}
	}
	for i, s := range t.members {
		rest[i] += s.shift * math.Abs(1-scaled[i]) * before[i] // stored, as in species.solve
	}
	t.finish(fs, before, rest, touched)
	return nil
}

// settle brings the residual of member i to its goal and returns it. Where the
// bound is little above that, the residual may already be there.
func (t *trio) settle(b *bench, i int, bound, goal, slack float64, limit int) (float64, error) {
	const little = 3
	s, u := t.members[i], &t.u[i]
	copyPlane(&t.was, u)
	t.arrange(b, i)
	if bound < little*goal {
		if residual := b.measure(s.levels, u).beyond(slack); residual <= goal {
			return residual, nil
		}
	}
	coarsenLosses(s.levels)
	residual, err := s.iterate(b, u, goal, slack, limit)
	s.mass = s.levels[0].sum(u)
	if i != pair {
		t.meet = t.on * (dot(lanes(), t.u[0][0], t.u[1][0]) + dot(lanes(), t.u[0][1], t.u[1][1]))
	}
	return residual, err
}

// disturb adds to the bounds of the others what the change of member i does to
// their residuals in the L1 norm.
func (t *trio) disturb(i int, rest *[3]float64) {
	rate, weights := t.on, &t.u[1-i&1]
	if i == pair {
		rate, weights = t.off, &t.ones
	}
	change := rate * t.members[i].levels[0].weightedChange(weights, &t.u[i], &t.was)
	for j := range rest {
		if j != i {
			rest[j] += change
		}
	}
}

// finish scales the planes so that all balances hold and remembers how well they fit.
func (t *trio) finish(fs [3]flow, before, rest [3]float64, touched [3]bool) {
	for i, s := range t.members {
		fs[i].taken = s.levels[0].weighted(fs[i].upt, &t.u[i])
	}
	x := t.balance(fs, before)
	for i, s := range t.members {
		if touched[i] {
			s.take(&t.u[i], fs[i], rest[i], x[i])
			continue
		}
		s.remember(fs[i], rest[i], 1)
		s.rescale(x[i])
	}
}

// start packs the planes and keeps what enters them apart from binding.
func (t *trio) start(fs [3]flow, scaled [3]float64) {
	for i, s := range t.members {
		s.effort.Solves++
		s.alive()
		s.refresh()
		s.mixed = true
		shape := &s.levels[0].shape
		if t.u[i][0] == nil {
			t.u[i], t.base[i] = shape.plane(), shape.plane()
		}
		shape.pack(&t.u[i], &t.base[i], s.u, float32(s.shift/scaled[i]))
		shape.scatter(&t.base[i], fs[i].sec)
		t.upt[i] = fs[i].upt
	}
	if shape := &t.members[0].levels[0].shape; t.ones[0] == nil {
		t.was, t.ones = shape.plane(), shape.plane()
		shape.set(&t.ones, 1)
	}
}

// arrange sets the losses and the right-hand side of member i.
func (t *trio) arrange(b *bench, i int) {
	s := t.members[i]
	l, rhs := &s.levels[0], &b.rhs[0]
	copyPlane(rhs, &t.base[i])
	on, off := float32(t.on), float32(t.off)
	if i == pair {
		l.set(&l.loss, s.loss()+off)
		l.addProduct(rhs, on, &t.u[0], &t.u[1])
	} else {
		l.set(&l.loss, s.loss())
		l.addScaled(&l.loss, on, &t.u[1-i])
		l.addScaled(rhs, off, &t.u[pair])
	}
	l.scatter(&l.loss, t.upt[i])
}

// balance returns the factors on the three planes that close all balances of a
// step that began with the amounts before.
func (t *trio) balance(fs [3]flow, before [3]float64) [3]float64 {
	var gain, sink [3]float64
	for i, s := range t.members {
		gain[i] = fs[i].secreted + s.carry/s.dt + s.shift*before[i]
		sink[i] = (s.shift+s.drain())*s.mass + fs[i].taken
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
