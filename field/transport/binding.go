package transport

import (
	"fmt"
	"math"
)

// trio is the reversible binding a + b <-> c by mass action. The same net flux
// on*a*b - off*c leaves a and b and enters c in every pixel.
type trio struct {
	a, b, c *species
	on, off float64      // [1/pM/h], [1/h]
	base    [3][]float32 // what enters each, binding apart [pM/h]; nil until needed
}

// has tells whether s is one of the three.
func (t *trio) has(s *species) bool { return s == t.a || s == t.b || s == t.c }

// members returns a, b and c.
func (t *trio) members() [3]*species { return [3]*species{t.a, t.b, t.c} }

// free tells whether the three cannot meet in this step.
func (t *trio) free(fs [3]flow) bool {
	apart := t.on == 0 || t.a.empty(fs[0].sec) || t.b.empty(fs[1].sec)
	return apart && (t.off == 0 || t.c.empty(fs[2].sec))
}

// advance carries the three over a step.
func (t *trio) advance(b *bench, fs [3]flow, set *Settings) error {
	t.vanish(fs)
	if t.free(fs) {
		for i, s := range t.members() {
			if err := s.advance(b, fs[i], set); err != nil {
				return err
			}
		}
		return nil
	}
	var before [3]float64
	for i, s := range t.members() {
		before[i] = s.mass
	}
	if err := t.solve(b, fs, set); err != nil {
		return err
	}
	return t.close(fs, before)
}

// vanish empties the complex and a partner that nobody secretes if no past is
// felt in any of the three.
func (t *trio) vanish(fs [3]flow) {
	steady := t.a.shift == 0 && t.b.shift == 0 && t.c.shift == 0
	if !steady || fs[2].secreted > 0 || (fs[0].secreted > 0 && fs[1].secreted > 0) {
		return
	}
	t.c.clear()
	if fs[0].secreted == 0 {
		t.a.clear()
	}
	if fs[1].secreted == 0 {
		t.b.clear()
	}
}

// solve goes round the three until none needs a cycle.
func (t *trio) solve(b *bench, fs [3]flow, set *Settings) error {
	t.start(fs)
	for n := 0; ; n++ {
		cycles := 0
		for i, s := range t.members() {
			c, err := t.solveOne(b, i, s, fs[i], set)
			if err != nil {
				return err
			}
			cycles += c
		}
		if cycles == 0 {
			return nil
		}
		if n == set.BindingLimit {
			return fmt.Errorf("%s: binding not settled after %d rounds", t.c.name, n)
		}
	}
}

// start keeps what enters the three apart from binding.
func (t *trio) start(fs [3]flow) {
	for i, s := range t.members() {
		s.effort.Solves++
		s.alive()
		s.mixed = true
		s.fit.known = false
		s.fit.upt = append(s.fit.upt[:0], fs[i].upt...)
		if t.base[i] == nil {
			t.base[i] = make([]float32, len(s.u))
		}
		s.start(t.base[i], fs[i].sec)
	}
}

// solveOne relaxes one of the three while the others rest, and returns how many
// cycles it took.
func (t *trio) solveOne(b *bench, i int, s *species, f flow, set *Settings) (int, error) {
	gain := t.arrange(b, i, s)
	total := f.secreted + s.shift*s.mass + gain
	done := s.effort.Cycles
	goal := set.ResidualTolerance * max(f.secreted+gain, s.decay*s.mass)
	residual, err := s.iterate(b, goal, s.rounding(total), set.CycleLimit)
	if err != nil {
		return 0, err
	}
	s.fit.residual = residual
	s.mass = tidy(s.u)
	return int(s.effort.Cycles - done), nil
}

// arrange sets the losses and the right-hand side of member i and returns what
// it gains by binding [pM pixel/h].
func (t *trio) arrange(b *bench, i int, s *species) float64 {
	l := &s.levels[0]
	loss, rhs := l.cells(l.loss), l.cells(b.rhs[0])
	copy(rhs, t.base[i])
	on, off := float32(t.on), float32(t.off)
	if i == 2 {
		fill(loss, s.loss()+off)
		addProduct(rhs, on, t.a.u, t.b.u)
	} else {
		fill(loss, s.loss())
		addScaled(loss, on, t.members()[1-i].u)
		addScaled(rhs, off, t.c.u)
	}
	scatter(loss, s.fit.upt)
	s.refresh()
	coarsenLosses(s.levels)
	if i == 2 {
		return t.on * product(t.a.u, t.b.u)
	}
	return t.off * t.c.mass
}

// close scales the three planes so that all balances hold, and books them.
func (t *trio) close(fs [3]flow, before [3]float64) error {
	ms := t.members()
	var gain, sink [3]float64
	for i, s := range ms {
		gain[i] = fs[i].secreted + s.carry/s.dt + s.shift*before[i]
		sink[i] = (s.shift+s.decay)*s.mass + weighted(fs[i].upt, s.u)
	}
	x := settleScales(gain, sink, t.on*product(t.a.u, t.b.u), t.off*t.c.mass)
	for i, s := range ms {
		s.rescale(x[i])
	}
	bound := t.on*product(t.a.u, t.b.u) - t.off*t.c.mass
	for i, s := range ms {
		sign := 1.0
		if i == 2 {
			sign = -1
		}
		s.book(fs[i], before[i], sign*bound)
		if err := s.verify(); err != nil {
			return err
		}
	}
	return nil
}

// settleScales solves sink*x + flux = gain for the factors x of the three, flux
// = p*x0*x1 - q*x2 with the opposite sign for the last: Newton's method from 1,
// where the planes are nearly right.
func settleScales(gain, sink [3]float64, p, q float64) [3]float64 {
	x := [3]float64{1, 1, 1}
	for range 50 {
		flux := p*x[0]*x[1] - q*x[2]
		r := [3]float64{gain[0] - sink[0]*x[0] - flux, gain[1] - sink[1]*x[1] - flux, gain[2] - sink[2]*x[2] + flux}
		d := step3(sink, p*x[1], p*x[0], q, r)
		worst := 0.0
		for i := range x {
			x[i] = max(x[i]+d[i], 0)
			worst = max(worst, math.Abs(d[i]))
		}
		if worst < 1e-14 {
			break
		}
	}
	return x
}

// step3 solves (diag(sink) + n m^T) d = r with n = (1, 1, -1), m = (pa, pb, -q)
// by the formula of Sherman and Morrison (1950). A member with no sink is empty
// and stays so.
func step3(sink [3]float64, pa, pb, q float64, r [3]float64) (d [3]float64) {
	n, m := [3]float64{1, 1, -1}, [3]float64{pa, pb, -q}
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
