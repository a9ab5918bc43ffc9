package agents

import "trabecula/field/signal"

// leastShare returns the first entry of the tables of an exposure that is wanted.
func (e *Env) leastShare() int {
	for _, plane := range e.Perfusion {
		if plane != nil {
			return 0
		}
	}
	return shares
}

// follow carries the pathways of a cell over the step.
func (e *Env) follow(c *Cell) {
	if e.exposure == nil {
		return
	}
	at := place{tnf: e.Signal(signal.TNF, c.Pos) + e.Signal(signal.IL1, c.Pos), il6: e.Signal(signal.IL6, c.Pos)}
	var share [signal.HormoneCount]float32
	if e.perfuse(c.Pos, &share) {
		at.share = &share
	}
	e.exposure.follow(c.Kind, &c.Paths, &at)
}

// perfuse writes the shares of blood that reach a pixel, if any is set.
func (e *Env) perfuse(i int32, share *[signal.HormoneCount]float32) (any bool) {
	for h, plane := range e.Perfusion {
		share[h] = 1
		if plane != nil {
			share[h], any = plane[i], true
		}
	}
	return any
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
