package agents

import (
	"trabecula/field/signal"
	"trabecula/sim/rng"
)

// PrecursorParams rule the monocytes that can become osteoclasts.
type PrecursorParams struct {
	Density    float64 `param:"density" default:"50 1/mm^2" range:"0..1e4" doc:"precursors per marrow area in the initial section" source:"assumed: a tenth of the 0.028 of 10 um pixels (280 /mm2) in the 2D model of Bishop et al. 2024, which counts all pre-osteoclasts"`
	Entry      float64 `param:"entry" default:"2 1/d" range:"0..1e3" doc:"monocytes entering at one sinusoid" source:"assumed: balances the residence time at the density above with about 5 sinusoids per mm2"`
	Residence  float64 `param:"residence" default:"5 d" range:"1 h..100 d" doc:"mean stay in marrow without M-CSF" source:"assumed: monocytes circulate and dwell for days"`
	HalfMCSF   float64 `param:"half_mcsf" default:"100 pM" range:"1e-3 pM..1e5 pM" doc:"M-CSF that halves the loss" source:"assumed: twice the mean in the section"`
	Speed      float64 `param:"speed" default:"15 um/h" range:"0..500" doc:"migration speed" source:"assumed: below the 105 um/h of an osteoclast on bone (Kanehisa & Heersche 1988)"`
	Chemotaxis float64 `param:"chemotaxis" default:"6" range:"0..100" doc:"weight of the RANKL slope against noise" source:"assumed"`
	HalfRANKL  float64 `param:"half_rankl" default:"13 pM" range:"0.01 pM..1e5 pM" doc:"half-effect of RANKL on RANK" source:"Pivonka 2008: K_D8 = 13.06 pM"`
	Steepness  float64 `param:"steepness" default:"2" range:"1..8" doc:"Hill steepness of NF-kB activation" source:"assumed: RANK signals as a trimer"`
	Memory     float64 `param:"memory" default:"2 d" range:"1 h..30 d" doc:"time constant of NF-kB and NFATc1" source:"osteoclastogenesis takes days of RANKL in culture (textbooks, recalled)"`
	Threshold  float64 `param:"threshold" default:"0.8" range:"0..1" doc:"activity at which a precursor commits" source:"assumed: reached in an alarmed site, not in the calm section"`
	TNF        float64 `param:"tnf" default:"2" range:"0..100" doc:"gain of NF-kB by TNF-α and IL-1β, given RANKL" source:"assumed: synergy needs permissive RANKL (Wei 2005, Moon 2013)"`
	HalfTNF    float64 `param:"half_tnf" default:"5 pM" range:"0.001 pM..1e5 pM" doc:"half-effect of TNF-α and IL-1β together" source:"order of 100 pg/mL"`
	Contact    float64 `param:"contact" default:"22 um" range:"5 um..100 um" doc:"distance at which committed cells fuse" source:"two cell diameters"`
	Fusion     float64 `param:"fusion" default:"0.333 1/d" range:"0..100" doc:"rate at which a committed precursor on bare bone founds an osteoclast with two others in reach" source:"Bishop et al. 2024: 1/3 per day"`
	Join       float64 `param:"join" default:"1 1/d" range:"0..100" doc:"rate at which a committed precursor joins an osteoclast in reach that has no nuclei yet; it falls to none at twelve" source:"assumed: an osteoclast fuses more readily than precursors do; keeps 3-8 nuclei against a loss of 8 % per day"`
	Uptake     float64 `param:"uptake" default:"20 1/h" range:"0..1e4" doc:"RANKL bound and taken in by RANK, first order in the cell's pixel" source:"assumed: a cell clears its own pixel in minutes"`
}

var precursor = kind[PrecursorParams]{
	name: "precursor", plural: "osteoclast precursors",
	doc: "monocyte from the circulation; follows RANKL, needs M-CSF, integrates RANK occupancy until it commits; three committed ones fuse on bare bone",
	act: actPrecursor,
	enter: func(p *PrecursorParams, env *Env, site int32, r *rng.Stream, out *Intents) {
		enterAt(p.Entry, Precursor, env, site, r, out)
	},
	found: func(p *PrecursorParams, env *Env, r *rng.Stream) []Cell { return scatter(Precursor, p.Density, env, r) },
}

// enterAt lets blood cells of a kind in at a sinusoid.
func enterAt(rate float64, k Kind, env *Env, site int32, r *rng.Stream, out *Intents) {
	if env.Marrow(site) && r.Hazard(rate, env.Step) {
		out.Enter(k, site, "from sinusoid")
	}
}

// scatter founds cells of a kind at a density [1/um2] anywhere in marrow.
func scatter(k Kind, density float64, env *Env, r *rng.Stream) (cells []Cell) {
	for range int(density*env.MarrowArea()*1e6 + 0.5) {
		if i := env.MarrowPixel(r); i >= 0 {
			cells = append(cells, Cell{Kind: k, Pos: i})
		}
	}
	return cells
}

func actPrecursor(p *PrecursorParams, env *Env, c Cell, r *rng.Stream, out *Intents) {
	env.follow(&c)
	survival := 1 + env.Signal(signal.MCSF, c.Pos)/p.HalfMCSF
	if r.Hazard(1/(p.Residence*survival), env.Step) {
		out.Die("left the marrow")
		return
	}
	p.sense(env, &c)
	out.Takes(signal.RANKL, c.Pos, p.Uptake)
	if !c.Has(Committed) || !unite(p.Contact, p.Fusion, p.Join, env, c, r, out) {
		p.walk(env, &c, r, out)
	}
	out.Self(c)
}

// sense integrates RANK occupancy; TNF and IL-1 amplify it but cannot replace it.
func (p *PrecursorParams) sense(env *Env, c *Cell) {
	inflamed := hill(env.tnf(c), p.HalfTNF, 1)
	occupied := hill(env.Signal(signal.RANKL, c.Pos)*(1+p.TNF*inflamed)*env.factor(c, Commitment), p.HalfRANKL, p.Steepness)
	c.commit(occupied, p.Memory, p.Threshold, env.Step)
}

// commit carries NF-kB over the step, towards what RANK occupancy drives it to, and
// binds the cell to fuse above a threshold; it lets it go below half of that.
func (c *Cell) commit(occupied, memory, threshold, step float64) {
	c.RANK = relax(c.RANK, occupied, memory, step)
	if float64(c.RANK) > threshold {
		c.Flags |= Committed
	} else if float64(c.RANK) < threshold/2 {
		c.Flags &^= Committed
	}
}

// unite joins an osteoclast in reach [um], or founds one with two others on bare
// bone away from osteoblasts, at the rates of join and fusion [1/h]; it reports whether the cell, a
// committed precursor or osteomorph, stays for that.
func unite(reach, fusion, join float64, env *Env, c Cell, r *rng.Stream, out *Intents) bool {
	partners, n, into, repelled := [2]int32{}, 0, int32(-1), false
	env.Near(c.Pos, reach, func(slot int32, _ float64) bool {
		o := &env.cells[slot]
		if o.Kind == Osteoclast && into < 0 {
			into = slot
		} else if (o.Kind == Precursor || o.Kind == Osteomorph) && o.ID != c.ID && o.RANK >= c.RANK/2 && n < 2 { // one fusogenic cell takes in others that are less so (Mensah 2010, recalled)
			partners[n], n = slot, n+1
		}
		repelled = repelled || o.Kind == Osteoblast // semaphorin 3A of osteoblasts (Hayashi 2012, recalled)
		return true
	})
	switch {
	case into >= 0:
		if room := 1 - float64(env.cells[into].Nuclei)/maxNuclei; r.Hazard(join*max(room, 0), env.Step) {
			out.Join(into)
		}
		return false
	case !env.Bare(c.Pos):
		return false
	case n == 2 && !repelled && r.Hazard(fusion, env.Step):
		out.Found(c.Pos, partners)
	}
	return true
}

// walk follows the RANKL slope; a committed cell also looks for bare bone.
func (p *PrecursorParams) walk(env *Env, c *Cell, r *rng.Stream, out *Intents) {
	const hold = 0.5 // adhesion: bare bone holds a committed cell
	forage(p.Speed, p.Chemotaxis, hold, env, c, r, out, func(j int32) bool { return c.Has(Committed) && env.Bare(j) })
}

// forage walks at a speed [um/h] up the RANKL slope, and stays where bone holds the
// cell with the weight of hold, both against noise.
func forage(speed, chemotaxis, hold float64, env *Env, c *Cell, r *rng.Stream, out *Intents, holds func(j int32) bool) {
	to, dir := env.Walk(c.Pos, env.Strides(speed, r), r, func(j int32, _ float64) float64 {
		score := chemotaxis * env.Slope(signal.RANKL, c.Pos, j)
		if holds(j) {
			score += hold
		}
		return score
	})
	c.Dir = float32(dir)
	if to != c.Pos {
		out.Move(to)
	}
}
