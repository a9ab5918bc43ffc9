package endocrine

import (
	"math"

	"trabecula/agents"
	"trabecula/sim/unit"
)

// AnabolicParams rule Wnt signalling in the rest of the skeleton, and formation
// without resorption before it; as in the section.
type AnabolicParams struct {
	Paracrine  float64 `param:"paracrine" default:"0.5" range:"0..1" doc:"share of RANKL secretion that hangs on sclerostin" source:"as of the section's osteocytes; CTX falls by 40 % within two weeks of an antibody (McColm 2014, recalled)"`
	Waking     float64 `param:"waking" default:"0.006 1/d" range:"0..10" doc:"rate at which lining cells return to work when hormones double the drive to it, or Wnt signalling doubles" source:"assumed: as of the section's lining cells"`
	Quiescent  float64 `param:"quiescent" default:"120" range:"0..1e5" doc:"formation by all lining cells that wake in a day, of healthy formation" source:"assumed: activation frequency 0.5 1/y of bone surface (Parfitt 2004, recalled), and a fifth of the wall of a remodelled site"`
	Work       float64 `param:"work" default:"30 d" range:"1 d..365 d" doc:"time for which a woken cell forms" source:"assumed: a month, on a surface that has no cavity to fill"`
	Adapted    float64 `param:"adapted" default:"0.8" range:"0..1" doc:"power of a lasting change of Wnt signalling that other inhibitors take back" source:"assumed: DKK1 and sclerostin itself are induced when Wnt signalling rises (Florio 2016, Holdsworth 2019, recalled); P1NP is at baseline after 52 weeks of an antibody (McColm 2014, recalled)"`
	Adapting   float64 `param:"adapting" default:"120 d" range:"1 d..5000 d" doc:"time constant with which they do" source:"assumed: P1NP peaks in the first month of an antibody and is at baseline after nine (Cosman 2016, recalled)"`
	Refractory float64 `param:"refractory" default:"500 d" range:"1 d..5000 d" doc:"mean time before a lining cell can be woken again" source:"assumed: as of the section's lining cells; P1NP is at baseline after 52 weeks of an antibody (McColm 2014, recalled)"`
}

// freed is Wnt signalling above which it wakes lining cells, of that in health.
// assumed: as in the section, where none wake in health.
const freed = 1.5

// inhibit lets the other inhibitors of Wnt follow what it would be without them.
func (s *skeleton) inhibit(dt float64) {
	p, c := &s.p.Anabolic, &s.Cells
	c.Inhibitors = relaxed(c.Inhibitors, math.Pow(c.Wnt*c.Inhibitors, p.Adapted), p.Adapting, dt)
}

// wnt returns Wnt signalling relative to health, under its other inhibitors, where sclerostin, lost by so many
// times its own decay, holds half of it. assumed: simple binding, as many sites
// even out the steepness of each.
func (s *skeleton) wnt(loss float64) float64 {
	scl := s.factor(agents.Osteocyte, agents.SclerostinSecretion) / loss
	s.Cells.Sclerostin = scl
	return min(2/(1+scl)*s.factor(agents.Osteoblast, agents.Wnt), 2) / s.Cells.Inhibitors
}

// answer returns by what sclerostin multiplies the secretion of RANKL.
func (s *skeleton) answer() float64 {
	held := s.Cells.Sclerostin / (1 + s.Cells.Sclerostin)
	return 1 + s.p.Anabolic.Paracrine*(2*held-1)
}

// wake turns lining cells back to work where hormones or Wnt call for it.
func (s *skeleton) wake(dt float64) {
	p, c := &s.p.Anabolic, &s.Cells
	drive := max(s.factor(agents.LiningCell, agents.Reactivation)-1, 0) + max(c.Wnt-freed, 0)/(2-freed)
	rate := p.Waking * drive
	woken := rate * c.Lining
	c.Lining = relaxed(c.Lining, 1/(1+rate*p.Refractory), p.Refractory/(1+rate*p.Refractory), dt)
	c.Woken = relaxed(c.Woken, p.Quiescent*unit.Day*woken, p.Work, dt)
}
