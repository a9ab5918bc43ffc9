package agents

import (
	"trabecula/field/signal"
	"trabecula/sim/rng"
)

// OsteomorphParams rule the mononuclear daughters of osteoclasts that wait near
// bone until RANKL returns (McDonald 2021).
type OsteomorphParams struct {
	Lifespan   float64 `param:"lifespan" default:"150 d" range:"1 d..10 y" doc:"mean life" source:"assumed: months; osteomorphs pile up under weeks of OPG:Fc in mice (McDonald 2021), and the rebound after denosumab comes 7-9 months after the last dose (recalled)"`
	Speed      float64 `param:"speed" default:"15 um/h" range:"0..500" doc:"migration speed" source:"assumed: as precursor"`
	Chemotaxis float64 `param:"chemotaxis" default:"6" range:"0..100" doc:"weight of the RANKL slope against noise" source:"assumed: as precursor"`
	Homing     float64 `param:"homing" default:"0.5" range:"0..100" doc:"weight of staying on bone, against noise" source:"assumed: as the hold of bare bone on a committed precursor"`
	HalfRANKL  float64 `param:"half_rankl" default:"10 pM" range:"0.01 pM..1e5 pM" doc:"half-effect of RANKL on RANK" source:"assumed: between an osteoclast, 5 pM, and a precursor, 13 pM: the programme is in place"`
	Memory     float64 `param:"memory" default:"1 d" range:"1 h..30 d" doc:"time constant of NF-kB and NFATc1" source:"assumed: as osteoclast"`
	Threshold  float64 `param:"threshold" default:"0.6" range:"0..1" doc:"activity at which it is bound to fuse again" source:"assumed: reached at 12 pM of RANKL, about half of what a precursor needs"`
	Contact    float64 `param:"contact" default:"30 um" range:"5 um..100 um" doc:"distance at which it fuses" source:"assumed: siblings of one osteoclast lie within its foot"`
	Fusion     float64 `param:"fusion" default:"1 1/d" range:"0..100" doc:"rate at which one bound to fuse on bare bone founds an osteoclast with two others in reach" source:"assumed: thrice a precursor; cells of a split osteoclast are seen to fuse again within hours to days (McDonald 2021)"`
	Join       float64 `param:"join" default:"1 1/d" range:"0..100" doc:"rate at which it joins an osteoclast in reach that has no nuclei yet; it falls to none at twelve" source:"assumed: as precursor"`
	Uptake     float64 `param:"uptake" default:"20 1/h" range:"0..1e4" doc:"RANKL bound and taken in by RANK, first order in the cell's pixel" source:"assumed: as precursor"`
}

var osteomorph = kind[OsteomorphParams]{
	name: "osteomorph", plural: "osteomorphs",
	doc: "mononuclear daughter of an osteoclast that RANKL has left; waits for months near bone, commits at less RANKL and fuses faster than a monocyte when it returns",
	act: actOsteomorph,
}

func actOsteomorph(p *OsteomorphParams, env *Env, c Cell, r *rng.Stream, out *Intents) {
	env.follow(&c)
	if r.Hazard(1/p.Lifespan, env.Step) {
		out.Die("age")
		return
	}
	p.sense(env, &c)
	out.Takes(signal.RANKL, c.Pos, p.Uptake)
	if !c.Has(Committed) || !unite(p.Contact, p.Fusion, p.Join, env, c, r, out) {
		p.walk(env, &c, r, out)
	}
	out.Self(c)
}

// sense integrates RANK occupancy and binds the cell to fuse or lets it go, as in
// a precursor.
func (p *OsteomorphParams) sense(env *Env, c *Cell) {
	occupied := hill(env.Signal(signal.RANKL, c.Pos)*env.factor(c, Commitment), p.HalfRANKL, cooperative)
	c.commit(occupied, p.Memory, p.Threshold, env.Step)
}

// walk follows the RANKL slope and keeps to bone; one bound to fuse looks for
// bare bone.
func (p *OsteomorphParams) walk(env *Env, c *Cell, r *rng.Stream, out *Intents) {
	forage(p.Speed, p.Chemotaxis, p.Homing, env, c, r, out, func(j int32) bool {
		return c.Has(Committed) && env.Bare(j) || !c.Has(Committed) && env.OnBone(j)
	})
}

// FissionParams rule the end of an osteoclast that RANKL has left: it splits into
// osteomorphs instead of dying.
type FissionParams struct {
	Share float64 `param:"share" default:"0.8" range:"0..1" doc:"chance that an osteoclast without any RANK signalling splits instead of dying" source:"assumed: osteoclasts under OPG:Fc are seen to split more than to die (McDonald 2021)"`
	Half  float64 `param:"half_rank" default:"0.7" range:"1e-3..1" doc:"RANK signalling that halves this chance, to the fourth" source:"assumed: that of an osteoclast at 3 pM of RANKL, a tenth of what is around a working one in health, so that splitting is rare there"`
}

// chance returns that of splitting instead of dying at a RANK signalling [0..1].
func (p *FissionParams) chance(rank float32) float64 {
	return p.Share * (1 - hill(float64(rank), p.Half, 4))
}

// split turns an osteoclast that would die for lack of RANKL into as many
// osteomorphs as it has nuclei, if chance has it so; it reports whether it did.
func (p *OsteoclastParams) split(env *Env, c Cell, r *rng.Stream, out *Intents) bool {
	if !r.Chance(p.Fission.chance(c.RANK)) {
		return false
	}
	const why = "fission for lack of RANKL"
	daughters := c.Nuclei - 1
	c.Nuclei, c.Load, c.Work = 1, 0, 0 // what it holds of bisphosphonate is lost, as when it dies
	out.Self(c)
	out.Become(Osteomorph, why)
	for range daughters {
		out.Divide(Osteomorph, c.Pos, why)
	}
	return true
}
