package agents

import (
	"trabecula/field/signal"
	"trabecula/sim/rng"
)

// TCellParams rule the effector T lymphocytes of the marrow. Their IL-17 is no
// signal of its own: what it does to bone goes through RANKL, whose secretion
// holds it.
type TCellParams struct {
	Density   float64 `param:"density" default:"8 1/mm^2" range:"0..1e4" doc:"T cells per marrow area in the initial section" source:"assumed: a few per cent of marrow cells are T cells; those near bone only"`
	Entry     float64 `param:"entry" default:"0.8 1/d" range:"0..1e3" doc:"cells entering at one sinusoid" source:"assumed: balances loss at the density above"`
	Inflow    float64 `param:"inflow" default:"10" range:"0..1e3" doc:"rise of entry at an inflammatory stimulus of 1" source:"assumed"`
	Residence float64 `param:"residence" default:"2 d" range:"1 h..1000 d" doc:"mean stay of a resting cell" source:"assumed: recirculation within days"`
	Division  float64 `param:"division" default:"0.5 1/d" range:"0..10" doc:"division rate of a fully activated cell" source:"assumed: below the 2-3 per day of clonal expansion"`
	Speed     float64 `param:"speed" default:"40 um/h" range:"0..500" doc:"migration speed" source:"assumed: below the 5-10 um/min seen in lymph nodes, net of turns"`
	HalfIL6   float64 `param:"half_il6" default:"100 pM" range:"1e-3 pM..1e5 pM" doc:"IL-6 and IL-1β that half activate" source:"assumed: order of 2 ng/mL"`
	HalfIL10  float64 `param:"half_il10" default:"5 pM" range:"1e-3 pM..1e5 pM" doc:"IL-10 that halves activation" source:"assumed: order of 100 pg/mL"`
	Latent    float64 `param:"latent" default:"0.02" range:"0..1" doc:"stimulus that health holds down: what is felt of it when hormones double activation" source:"assumed: makes the TNF-α that marrow T cells gain with the loss of oestrogen (Cenci 2000, recalled) a small share of full activation"`
	RANKL     float64 `param:"rankl" default:"20000 molecules/h" range:"0..1e7" doc:"RANKL secretion of a fully activated cell" source:"assumed: activated T cells carry much RANKL, and their IL-17 raises that of stroma (Kotake 1999, recalled), which is counted here; ten times an osteocyte"`
	TNF       float64 `param:"tnf" default:"20000 molecules/h" range:"0..1e8" doc:"TNF-α secretion of a fully activated cell" source:"assumed: two thirds of an activated macrophage"`
}

var tCell = kind[TCellParams]{
	name: "t_cell", plural: "effector T cells",
	doc: "recirculates; inflammatory stimulus, IL-6 and IL-1β activate it, IL-10 restrains it; divides and secretes RANKL and TNF-α when active",
	act: actTCell,
	enter: func(p *TCellParams, env *Env, site int32, r *rng.Stream, out *Intents) {
		enterAt(p.Entry*(1+p.Inflow*env.Stimulus), TCell, env, site, r, out)
	},
	found: func(p *TCellParams, env *Env, r *rng.Stream) []Cell { return scatter(TCell, p.Density, env, r) },
}

func actTCell(p *TCellParams, env *Env, c Cell, r *rng.Stream, out *Intents) {
	env.follow(&c)
	calm := 1 - hill(env.Signal(signal.IL10, c.Pos), p.HalfIL10, 1)
	cytokines := hill(env.il6(&c)+env.Signal(signal.IL1, c.Pos), p.HalfIL6, cooperative)
	active := env.activate(&c, calm, 0.5*env.Stimulus+0.5*cytokines, p.Latent)
	if recirculate(p.Residence, p.Division, active, TCell, env, &c, r, out) {
		return
	}
	out.Secretes(signal.RANKL, c.Pos, p.RANKL*active)
	out.Secretes(signal.TNF, c.Pos, p.TNF*active)
	roam(p.Speed, 2, signal.IL6, env, c, r, out)
	out.Self(c)
}
