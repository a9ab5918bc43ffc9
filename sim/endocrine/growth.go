package endocrine

import (
	"math"

	"trabecula/sim/drug"
)

// GrowthParams are the causes and constants of the GH-IGF-1 axis, organ by organ.
type GrowthParams struct {
	Pituitary float64 `param:"pituitary" default:"1" range:"0..2" doc:"somatotroph cells, of a healthy pituitary; 0 in GH deficiency, what is beyond 1 is an adenoma that no feedback reaches (acromegaly)" source:"cause set by a scenario"`

	Somatotroph SomatotrophParams `param:"somatotroph"`
	IGF         IGFParams         `param:"igf"`
}

// growth is the axis GHRH, somatostatin and ghrelin, GH, IGF-1.
var growth = organ[GrowthParams]{
	path: "endocrine.growth",
	doc:  "growth: pulsatile GH and its releasable store, IGF-1 and its binding proteins",
	bind: func(p *GrowthParams, who Person) axis { return newSomatotropic(p, who) },
}

// somatotropic is the axis with its constants at hand. GH lives for minutes: what
// is released steadily is in balance with its clearance, and what a burst released
// decays by a known exponential, so that the integrator follows neither.
type somatotropic struct {
	*GrowthParams
	loss      float64 // of GH [1/h]
	clearance float64 // of GH [L/h]
}

// newSomatotropic binds the axis to a person.
func newSomatotropic(p *GrowthParams, who Person) *somatotropic {
	loss := math.Ln2 / p.Somatotroph.HalfLife
	return &somatotropic{p, loss, loss * p.Somatotroph.Volume * who.Mass}
}

// The states of the growth axis.
const (
	growthBurst  = iota // GH of bursts in plasma, at the time of the last
	growthTime          // of the last burst
	growthStore         // releasable GH, of a full store
	growthSignal        // occupied GH receptors of the liver, mean over its memory
	growthIGF1          // total
)

func (s *somatotropic) states(Person) []state {
	return []state{
		{"growth.gh_burst", "pM", 0, 100},
		{"growth.gh_burst_time", "h", 0, 24},
		{"growth.gh_store", "1", 0.85, 1},
		{"growth.gh_signal", "1", s.IGF.Rest, 0.2},
		{"growth.igf1", "nM", s.IGF.Level, 30},
	}
}

func (s *somatotropic) publish(now *moment, y []float64) {
	l := &now.Levels
	l.IGF1 = y[growthIGF1]
	l.FreeIGF1 = s.IGF.free(l.IGF1, y[growthSignal])
	l.GH = s.steady(now, s.release(now, y)) + s.left(now, y)
}

// derive lets the store refill, and the liver follow the GH between bursts.
func (s *somatotropic) derive(now *moment, y, dy []float64) {
	l := &now.Levels
	release := s.release(now, y)
	dy[growthBurst], dy[growthTime] = 0, 0
	dy[growthStore] = s.Somatotroph.refill(y[growthStore], release)
	dy[growthSignal] = (s.IGF.occupancy(s.steady(now, release)) - y[growthSignal]) / s.IGF.Memory
	dy[growthIGF1] = s.IGF.derive(now, l, y[growthSignal])
}

// healthy returns the somatotrophs that feedback reaches, of a healthy pituitary.
func (s *somatotropic) healthy() float64 { return min(s.Pituitary, 1) }

// release returns the GH in plasma that feedback reaches between bursts [pM].
func (s *somatotropic) release(now *moment, y []float64) float64 {
	return s.healthy() * s.Somatotroph.release(now, y)
}

// steady returns the GH in plasma that no burst released [pM]: that release, an
// adenoma's and what is given.
func (s *somatotropic) steady(now *moment, release float64) float64 {
	adenoma := max(s.Pituitary-1, 0) * s.Somatotroph.Adenoma
	return release + adenoma + now.Drugs[drug.GHIn]/s.clearance
}

// left returns the GH in plasma that bursts released [pM].
func (s *somatotropic) left(now *moment, y []float64) float64 {
	return y[growthBurst] * math.Exp(-s.loss*max(now.Time-y[growthTime], 0))
}

func (s *somatotropic) next(after float64) float64 { return nextBurst(after) }

// burst releases GH. The liver sees the whole pulse at once, as it remembers
// longer than a pulse lasts.
func (s *somatotropic) burst(now *moment, y []float64) {
	left := s.left(now, y)
	size := s.healthy() * s.Somatotroph.burst(now, y) * s.loss
	y[growthSignal] += s.IGF.pulse(s.steady(now, s.release(now, y)), left, size, s.loss)
	y[growthStore] -= s.Somatotroph.spent(size / s.loss)
	y[growthBurst], y[growthTime] = left+size, now.Time
}
