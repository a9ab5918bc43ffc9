package agents

import "trabecula/field/signal"

// expose works out what the blood of the step does to receptors.
func (e *Env) expose() {
	e.exposure = nil
	if e.Response != nil && len(e.Blood) > 0 {
		e.exposure = e.Response.expose(e.Blood, e.Step, e.patchy())
		e.exposure.patch(&e.Perfusion)
	}
}

// patchy tells whether perfusion differs from pixel to pixel.
func (e *Env) patchy() bool {
	for _, plane := range e.Perfusion {
		if plane != nil {
			return true
		}
	}
	return false
}

// follow carries the pathways of a cell over the step.
func (e *Env) follow(c *Cell) {
	if e.exposure == nil {
		return
	}
	at := e.exposure.locate(c.Pos)
	at.tnf, at.il6 = e.Signal(signal.TNF, c.Pos)+e.Signal(signal.IL1, c.Pos), e.Signal(signal.IL6, c.Pos)
	e.exposure.follow(c.Kind, &c.Paths, &at)
}

// factor returns by how much hormones change a rate of a cell.
func (e *Env) factor(c *Cell, rate Rate) float64 {
	if e.exposure == nil {
		return 1
	}
	return e.Response.Factor(c.Kind, rate, &c.Paths)
}

// AtRest returns the pathways of a cell of a kind that comes from a healthy body:
// those of founders and immigrants.
func (e *Env) AtRest(k Kind) Pathways {
	if e.Response == nil {
		return Pathways{}
	}
	return e.Response.Rest(k)
}

// What health holds down. assumed, both: oestradiol at its least in a menstrual
// cycle lets the activation of immune cells rise by a third, without effect; and
// a cell of which next to nothing is active is at rest, so that calm marrow holds
// no cytokines, which would take time to spread and do nothing.
const (
	cycling = 1.35
	dormant = 1e-3
)

// activate moves the activity of an immune cell towards its drive by a stimulus
// [0..1], as far as the marrow is not calm [0..1]: hormones scale it, and let
// more or less of a latent one through; in health none of it.
func (e *Env) activate(c *Cell, calm, stimulus, latent float64) float64 {
	f := e.factor(c, Activation)
	drive := calm * min(f*stimulus+latent*max(f-cycling, 0), 1)
	c.Vigour = relax(c.Vigour, drive, transcription, e.Step)
	if c.Vigour < dormant && drive < dormant {
		c.Vigour = 0
	}
	return float64(c.Vigour)
}

// tnf returns the TNF-α and IL-1β that a cell senses [pM]: those of the marrow
// and what blood brings more than in health, whose share the half-effects of the
// rules hold already.
func (e *Env) tnf(c *Cell) float64 {
	return e.Signal(signal.TNF, c.Pos) + e.Signal(signal.IL1, c.Pos) + e.excess(c, BloodTNF)
}

// il6 returns the IL-6 that a cell senses [pM], like tnf.
func (e *Env) il6(c *Cell) float64 { return e.Signal(signal.IL6, c.Pos) + e.excess(c, BloodIL6) }

// excess returns by how much a pathway of a cell is above its rest.
func (e *Env) excess(c *Cell, q Pathway) float64 {
	if e.exposure == nil {
		return 0
	}
	return max(float64(c.Paths[q]-e.Response.rest[c.Kind][q]), 0)
}
