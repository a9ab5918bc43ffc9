package agents

import (
	"trabecula/field/signal"
	"trabecula/sim/rng"
)

// RegulatoryParams rule the regulatory T lymphocytes of the marrow.
type RegulatoryParams struct {
	Density   float64 `param:"density" default:"3 1/mm^2" range:"0..1e4" doc:"regulatory T cells per marrow area in the initial section" source:"assumed: a quarter of all T cells, as among the CD4 cells of human marrow (Zou 2004, recalled)"`
	Entry     float64 `param:"entry" default:"0.3 1/d" range:"0..1e3" doc:"cells entering at one sinusoid" source:"assumed: balances loss at the density above"`
	Inflow    float64 `param:"inflow" default:"10" range:"0..1e3" doc:"rise of entry at an inflammatory stimulus of 1" source:"assumed: as T cell, so that the two keep their ratio"`
	Residence float64 `param:"residence" default:"2 d" range:"1 h..1000 d" doc:"mean stay of a resting cell; an active one stays twice as long" source:"assumed: as T cell"`
	Division  float64 `param:"division" default:"0.5 1/d" range:"0..10" doc:"division rate of a fully activated cell" source:"assumed: as T cell"`
	Speed     float64 `param:"speed" default:"40 um/h" range:"0..500" doc:"migration speed" source:"assumed: as T cell"`
	HalfTNF   float64 `param:"half_tnf" default:"20 pM" range:"1e-3 pM..1e5 pM" doc:"TNF-α that half activates" source:"direction: TNF-α expands and activates regulatory T cells through TNFR2 (Chen 2007, recalled), here for the IL-2 of the effectors beside it too; size assumed: a fifth of what it takes to drive a macrophage, so that restraint comes with the drive"`
	HalfIL6   float64 `param:"half_il6" default:"200 pM" range:"1e-3 pM..1e5 pM" doc:"IL-6 that halves activation" source:"direction: IL-6 tips the balance from regulatory to Th17 cells (Bettelli 2006, recalled); size assumed: twice what half activates an effector"`
	IL10      float64 `param:"il10" default:"8000 molecules/h" range:"0..1e8" doc:"IL-10 secretion of a fully activated cell" source:"assumed: gives some pM of IL-10 when a quarter of the T cells are regulatory, the order of 100 pg/mL"`
	TGFb      float64 `param:"tgfb" default:"10 molecules/h" range:"0..1e6" doc:"active TGF-β secretion of a fully activated cell" source:"assumed: most stays latent or on its own surface; the mean in marrow stays below the 0.005 pM that recruit progenitors (Pivonka 2008)"`
}

var regulatory = kind[RegulatoryParams]{
	name: "regulatory_t_cell", plural: "regulatory T cells",
	doc: "recirculates; antigen, that is inflammatory stimulus, and TNF-α activate it, IL-6 hampers it; divides and secretes IL-10 and a little TGF-β when active, which restrain T cells and macrophages",
	act: actRegulatory,
	enter: func(p *RegulatoryParams, env *Env, site int32, r *rng.Stream, out *Intents) {
		enterAt(p.Entry*(1+p.Inflow*env.Stimulus), RegulatoryTCell, env, site, r, out)
	},
	found: func(p *RegulatoryParams, env *Env, r *rng.Stream) []Cell {
		return scatter(RegulatoryTCell, p.Density, env, r)
	},
}

func actRegulatory(p *RegulatoryParams, env *Env, c Cell, r *rng.Stream, out *Intents) {
	env.follow(&c)
	able := 1 - hill(env.il6(&c), p.HalfIL6, 1)
	active := env.activate(&c, able, 0.5*env.Stimulus+0.5*hill(env.tnf(&c)-env.Signal(signal.IL1, c.Pos), p.HalfTNF, cooperative), 0)
	if recirculate(p.Residence, p.Division, active, RegulatoryTCell, env, &c, r, out) {
		return
	}
	out.Secretes(signal.IL10, c.Pos, p.IL10*active)
	out.Secretes(signal.TGFb, c.Pos, p.TGFb*active)
	roam(p.Speed, 2, signal.TNF, env, c, r, out)
	out.Self(c)
}

// recirculate lets a lymphocyte leave, half as readily when it is fully active, or
// divide with the square of its activity; it reports whether the cell has left.
func recirculate(residence, division, active float64, k Kind, env *Env, c *Cell, r *rng.Stream, out *Intents) (left bool) {
	if r.Hazard((1-0.5*active)/residence, env.Step) {
		out.Die("left the marrow")
		return true
	}
	if active > 0.2 { // assumed: as much as a cell that has met its antigen shows
		c.Flags |= Memory
	}
	if r.Hazard(division*active*active, env.Step) {
		out.Divide(k, c.Pos, "antigen and cytokines")
	}
	return false
}
