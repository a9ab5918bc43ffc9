package drug

import "math"

// given is a drug of a plan, with the places of its states.
type given struct {
	name       string
	kin        kinetics
	ways       []way
	plasma     int // -1: the body has the pool
	peripheral int // -1: there is none
	effect     int // -1: the effect comes at once
}

// way is a route in use, with the places of its states.
type way struct {
	entry   entry
	depot   int // -1: straight into plasma
	slow    int // -1: there is no slow way
	rate    int // of constant release; -1: doses come at once
	plasma  int // of the drug
	courses []course
}

// course is a treatment in amounts that the body gets.
type course struct {
	Treatment
	steady bool    // at a rate, without single doses
	amount float64 // of a dose [pmol], or of a rate [pmol/h], that is absorbed
	lag    float64 // [h]
	over   float64 // time in which a dose is released [h]; 0: at once
	after  int     // number after that of the last dose
}

// give makes a drug of the plan ready and appends its states.
func (r *Regimen) give(d *Drug, k kinetics, plan []Treatment, mass float64) given {
	g := given{name: d.Name, kin: k, plasma: -1, peripheral: -1, effect: -1}
	top := 0.0
	for _, t := range plan {
		top = max(top, t.typical(&k, mass))
	}
	if k.volume > 0 {
		g.plasma = r.state(d, "plasma", "pmol", top*inPlasma)
	}
	if k.peripheral > 0 {
		g.peripheral = r.state(d, "peripheral", "pmol", top*inPlasma)
	}
	if k.onset > 0 {
		g.effect = r.state(d, "effect", "1", 1)
	}
	for _, e := range k.entries {
		if own := by(plan, e.route); own != nil {
			g.ways = append(g.ways, r.way(d, &k, e, own, g.plasma, mass))
		}
	}
	return g
}

// inPlasma is the part of a dose that is in plasma at a time, for the scale only.
const inPlasma = 0.05

// state appends a state and returns its place. What gets nothing, as where nothing
// is absorbed, has the scale 1 nonetheless, as none may be 0.
func (r *Regimen) state(d *Drug, name, unit string, scale float64) int {
	if scale == 0 {
		scale = 1
	}
	r.states = append(r.states, State{key(d.Name) + "." + name, unit, scale})
	return len(r.states) - 1
}

// by returns the treatments by a route.
func by(plan []Treatment, route Route) (own []Treatment) {
	for _, t := range plan {
		if t.Route == route {
			own = append(own, t)
		}
	}
	return own
}

// typical is the amount [pmol] that a treatment has in the body at a time, roughly:
// a dose, or what a rate brings in a day.
func (t *Treatment) typical(k *kinetics, mass float64) float64 {
	x := t.Dose.amount(k, mass) * k.route(t.Route).share
	if t.Dose.Rate() {
		x *= 24
	}
	return x
}

// way makes a route of the plan ready and appends its states.
func (r *Regimen) way(d *Drug, k *kinetics, e entry, plan []Treatment, plasma int, mass float64) way {
	w := way{entry: e, depot: -1, slow: -1, rate: -1, plasma: plasma}
	top, steady := 0.0, false
	for _, t := range plan {
		c := course{t, t.Dose.Rate(), t.Dose.amount(k, mass) * e.share, e.lag, e.over, t.last()}
		if t.Over > 0 {
			c.over = t.Over
		}
		top = max(top, t.typical(k, mass))
		steady = steady || c.steady || c.over > 0
		w.courses = append(w.courses, c)
	}
	name := string(e.route) + "."
	if e.depot() {
		w.depot = r.state(d, name+"depot", "pmol", top)
	}
	if e.slow > 0 {
		w.slow = r.state(d, name+"slow", "pmol", top)
	}
	if steady {
		w.rate = r.state(d, name+"rate", "pmol/h", top)
	}
	return w
}

// next returns the first event of the route after a time [h].
func (w *way) next(after float64) float64 {
	next := math.Inf(1)
	for i := range w.courses {
		next = min(next, w.courses[i].change(after))
	}
	return next
}

// dose applies what is due exactly at a time [h]. A rate is set anew from all that
// then runs, so that no rounding is left behind.
func (w *way) dose(t float64, y []float64) {
	rate := 0.0
	for i := range w.courses {
		c := &w.courses[i]
		rate += c.rate(t)
		if c.bolus(t) {
			w.put(c.amount, y)
		}
	}
	if w.rate >= 0 {
		y[w.rate] = rate
	}
}

// put brings an amount [pmol], or a rate of it in dy, to where the route begins.
func (w *way) put(amount float64, y []float64) {
	switch {
	case w.depot < 0:
		y[w.plasma] += amount
	case w.slow < 0:
		y[w.depot] += amount
	default:
		y[w.depot] += amount * (1 - w.entry.slow)
		y[w.slow] += amount * w.entry.slow
	}
}

// uptake is the rate of appearance in plasma by the route [pmol/h].
func (w *way) uptake(y []float64) float64 {
	if w.depot < 0 {
		if w.rate < 0 {
			return 0
		}
		return y[w.rate]
	}
	flux := w.entry.rate * y[w.depot]
	if w.slow >= 0 {
		flux += w.entry.slowRate * y[w.slow]
	}
	return flux
}

// derive adds the changes of the route's depots, and of plasma by it.
func (w *way) derive(y, dy []float64) {
	if w.depot >= 0 {
		if w.rate >= 0 {
			w.put(y[w.rate], dy)
		}
		dy[w.depot] -= w.entry.rate * y[w.depot]
		if w.slow >= 0 {
			dy[w.slow] -= w.entry.slowRate * y[w.slow]
		}
	}
	if w.plasma >= 0 {
		dy[w.plasma] += w.uptake(y)
	}
}

// derive adds the changes of the drug's states.
func (g *given) derive(y, dy []float64) {
	for i := range g.ways {
		g.ways[i].derive(y, dy)
	}
	if g.plasma < 0 {
		return
	}
	c := g.concentration(y)
	dy[g.plasma] -= g.kin.eliminated(c)
	if g.peripheral >= 0 {
		out := g.kin.exchange * (c - y[g.peripheral]/g.kin.peripheral)
		dy[g.plasma] -= out
		dy[g.peripheral] += out
	}
	if g.effect >= 0 {
		dy[g.effect] = g.kin.onset * (g.kin.occupied(c) - y[g.effect])
	}
}

// concentration is that in plasma [pM].
func (g *given) concentration(y []float64) float64 {
	if g.plasma < 0 {
		return 0
	}
	return y[g.plasma] / g.kin.volume
}

// uptake is the rate of appearance in plasma by a route, or by all if it is ""
// [pmol/h].
func (g *given) uptake(y []float64, only Route) (sum float64) {
	for i := range g.ways {
		if only == "" || g.ways[i].entry.route == only {
			sum += g.ways[i].uptake(y)
		}
	}
	return sum
}

// publish adds what the drug does to the ports.
func (g *given) publish(y []float64, p *Ports) {
	for _, a := range g.kin.actions {
		p.add(a.port, a.gain*g.cause(a, y)/sockets[a.port].worth)
	}
}

// cause is what of the drug acts [pM, pmol/h or a share].
func (g *given) cause(a action, y []float64) float64 {
	switch {
	case a.by == concentration:
		return g.concentration(y)
	case a.by == appearance:
		return g.uptake(y, a.only)
	case g.effect >= 0:
		return y[g.effect]
	}
	return g.kin.occupied(g.concentration(y))
}

// reading is the plasma concentration, or the uptake if the body has the pool.
func (g *given) reading(y []float64) Reading {
	if g.plasma < 0 {
		return Reading{g.name, "uptake", "ug/h", g.kin.mass(g.uptake(y, ""))}
	}
	return Reading{g.name, "plasma", "ng/mL", g.kin.mass(g.concentration(y))}
}
