package agents

import (
	"trabecula/field/signal"
	"trabecula/sim/rng"
)

// MacrophageParams rule the resident macrophages of the marrow.
type MacrophageParams struct {
	Density   float64 `param:"density" default:"8 1/mm^2" range:"0..1e4" doc:"macrophages per marrow area in the initial section" source:"assumed: fewer than precursors"`
	Entry     float64 `param:"entry" default:"0.05 1/d" range:"0..1e3" doc:"cells entering at one sinusoid" source:"assumed: balances loss at the density above"`
	Inflow    float64 `param:"inflow" default:"10" range:"0..1e3" doc:"rise of entry at an inflammatory stimulus of 1" source:"assumed"`
	Residence float64 `param:"residence" default:"30 d" range:"1 d..1000 d" doc:"mean stay in marrow" source:"assumed: weeks"`
	Division  float64 `param:"division" default:"0.01 1/d" range:"0..10" doc:"rate of self-renewal at saturating M-CSF" source:"assumed"`
	HalfMCSF  float64 `param:"half_mcsf" default:"10 pM" range:"1e-3 pM..1e5 pM" doc:"half-effect of M-CSF on self-renewal" source:"assumed"`
	Speed     float64 `param:"speed" default:"10 um/h" range:"0..500" doc:"migration speed" source:"assumed"`
	HalfIL10  float64 `param:"half_il10" default:"5 pM" range:"1e-3 pM..1e5 pM" doc:"IL-10 that halves cytokine release" source:"assumed: order of 100 pg/mL"`
	TNF       float64 `param:"tnf" default:"1e4 molecules/h" range:"0..1e8" doc:"TNF-α secretion of a fully activated cell; at rest it secretes none" source:"assumed: gives some pM around the cell, the order of 100 pg/mL; the 1-3 pg/mL of healthy serum, 0.05 pM, have no effect here"`
	IL1       float64 `param:"il1" default:"5e3 molecules/h" range:"0..1e8" doc:"IL-1β secretion of a fully activated cell" source:"assumed: half of TNF-α"`
	IL6       float64 `param:"il6" default:"1e4 molecules/h" range:"0..1e8" doc:"IL-6 secretion of a fully activated cell" source:"assumed: as TNF-α"`
	IL10      float64 `param:"il10" default:"2e3 molecules/h" range:"0..1e8" doc:"IL-10 secretion of a cell that resolves: it has been fully activated and is so no more" source:"direction: macrophages turn from M1-like to M2-like and make IL-10 a day after TNF-α (recalled); size assumed: a fifth of TNF-α"`
	Turn      float64 `param:"turn" default:"1 d" range:"1 h..100 d" doc:"time constant with which an activated cell turns to resolution, and back when calm" source:"assumed: IL-10 follows TNF-α by 12-24 h in culture (recalled)"`
	Latent    float64 `param:"latent" default:"0.02" range:"0..1" doc:"stimulus that health holds down: what is felt of it when hormones double activation" source:"assumed: as T cell"`
	HalfTNF   float64 `param:"half_tnf" default:"100 pM" range:"0.001 pM..1e5 pM" doc:"TNF-α that half activates" source:"assumed: order of 2 ng/mL, so that calm marrow stays calm"`
}

var macrophage = kind[MacrophageParams]{
	name: "macrophage", plural: "macrophages",
	doc: "resident immune cell; inflammatory stimulus and TNF-α activate it, IL-10 calms it; secretes TNF-α, IL-1β, IL-6 when active and IL-10 when it resolves",
	act: actMacrophage,
	enter: func(p *MacrophageParams, env *Env, site int32, r *rng.Stream, out *Intents) {
		enterAt(p.Entry*(1+p.Inflow*env.Stimulus), Macrophage, env, site, r, out)
	},
	found: func(p *MacrophageParams, env *Env, r *rng.Stream) []Cell {
		return scatter(Macrophage, p.Density, env, r)
	},
}

func actMacrophage(p *MacrophageParams, env *Env, c Cell, r *rng.Stream, out *Intents) {
	if r.Hazard(1/p.Residence, env.Step) {
		out.Die("age")
		return
	}
	env.follow(&c)
	calm := 1 - hill(env.Signal(signal.IL10, c.Pos), p.HalfIL10, 1)
	active := env.activate(&c, calm, env.Stimulus+hill(env.tnf(&c)-env.Signal(signal.IL1, c.Pos), p.HalfTNF, cooperative), p.Latent)
	out.Secretes(signal.TNF, c.Pos, p.TNF*active)
	out.Secretes(signal.IL1, c.Pos, p.IL1*active)
	out.Secretes(signal.IL6, c.Pos, p.IL6*active)
	out.Secretes(signal.IL10, c.Pos, p.IL10*p.resolve(&c, active, env.Step))
	if r.Hazard(p.Division*hill(env.Signal(signal.MCSF, c.Pos), p.HalfMCSF, 1), env.Step) {
		out.Divide(Macrophage, c.Pos, "M-CSF")
	}
	roam(p.Speed, 4, signal.TNF, env, c, r, out)
	out.Self(c)
}

// resolve lets a macrophage turn to resolution after its activity and returns how
// far it resolves [0..1]: as far as it has turned and is not active still.
func (p *MacrophageParams) resolve(c *Cell, active, step float64) float64 {
	c.Clock = relax(c.Clock, active, p.Turn, step)
	if c.Clock < dormant && active == 0 {
		c.Clock = 0
	}
	return float64(c.Clock) * (1 - active)
}

// roam wanders through marrow, drawn by a signal.
func roam(speed, weight float64, s signal.Signal, env *Env, c Cell, r *rng.Stream, out *Intents) {
	to, _ := env.Walk(c.Pos, env.Strides(speed, r), r, func(j int32, _ float64) float64 {
		return weight * env.Slope(s, c.Pos, j)
	})
	if to != c.Pos {
		out.Move(to)
	}
}
