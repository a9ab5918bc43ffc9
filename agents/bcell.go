package agents

import (
	"trabecula/field/signal"
	"trabecula/sim/rng"
)

// BCellParams rule the B lymphocytes of the marrow.
type BCellParams struct {
	Density   float64 `param:"density" default:"10 1/mm^2" range:"0..1e4" doc:"B cells per marrow area in the initial section" source:"assumed: the order of T cells; those near bone only"`
	Entry     float64 `param:"entry" default:"0.4 1/d" range:"0..1e3" doc:"cells entering at one sinusoid, those that ripen in the marrow itself included" source:"assumed: balances loss at the density above"`
	Inflow    float64 `param:"inflow" default:"3" range:"0..1e3" doc:"rise of entry at an inflammatory stimulus of 1" source:"assumed: less than T cells"`
	Residence float64 `param:"residence" default:"5 d" range:"1 h..1000 d" doc:"mean stay of a resting cell; an active one stays twice as long" source:"assumed: B cells ripen in marrow for days before they leave"`
	Division  float64 `param:"division" default:"0.1 1/d" range:"0..10" doc:"division rate of a fully activated cell" source:"assumed: clones expand in lymph nodes, not in marrow"`
	Speed     float64 `param:"speed" default:"10 um/h" range:"0..500" doc:"migration speed" source:"assumed: a quarter of a T cell's"`
	HalfIL6   float64 `param:"half_il6" default:"100 pM" range:"1e-3 pM..1e5 pM" doc:"IL-6 that half activates" source:"direction: IL-6 was found as B cell stimulating factor (Hirano 1986, recalled); size assumed: as T cell"`
	HalfIL10  float64 `param:"half_il10" default:"5 pM" range:"1e-3 pM..1e5 pM" doc:"IL-10 that halves activation" source:"assumed: as T cell; stands for restraint by regulatory T cells"`
	Latent    float64 `param:"latent" default:"0.02" range:"0..1" doc:"stimulus that health holds down: what is felt of it when hormones double activation" source:"assumed: as T cell; B cells carry 2-3x the RANKL after menopause (Eghbali-Fatourechi 2003, recalled)"`
	OPG       float64 `param:"opg" default:"1e4 molecules/h" range:"0..1e9" doc:"OPG secretion of a resting cell" source:"B cells and their precursors make about half of the OPG of mouse marrow (Li 2007, recalled); assumed: 4 % of it here, as bone cells are set to give what is measured"`
	RANKL     float64 `param:"rankl" default:"2000 molecules/h" range:"0..1e7" doc:"RANKL secretion of a fully activated cell" source:"direction: activated B cells carry RANKL (Kawai 2006, recalled); size assumed: a tenth of a T cell's"`
}

var bCell = kind[BCellParams]{
	name: "b_cell", plural: "B cells",
	doc: "recirculates; secretes OPG at rest and RANKL instead when active; inflammatory stimulus and IL-6 activate it, IL-10 restrains it",
	act: actBCell,
	enter: func(p *BCellParams, env *Env, site int32, r *rng.Stream, out *Intents) {
		enterAt(p.Entry*(1+p.Inflow*env.Stimulus), BCell, env, site, r, out)
	},
	found: func(p *BCellParams, env *Env, r *rng.Stream) []Cell { return scatter(BCell, p.Density, env, r) },
}

func actBCell(p *BCellParams, env *Env, c Cell, r *rng.Stream, out *Intents) {
	env.follow(&c)
	calm := 1 - hill(env.Signal(signal.IL10, c.Pos), p.HalfIL10, 1)
	active := env.activate(&c, calm, 0.5*env.Stimulus+0.5*hill(env.il6(&c), p.HalfIL6, cooperative), p.Latent)
	if recirculate(p.Residence, p.Division, active, BCell, env, &c, r, out) {
		return
	}
	// It goes over from the one to the other, as in HIV and arthritis (Titanji 2014, recalled).
	out.Secretes(signal.OPG, c.Pos, p.OPG*(1-active)*env.factor(&c, OPGSecretion))
	out.Secretes(signal.RANKL, c.Pos, p.RANKL*active*env.factor(&c, RANKLSecretion))
	roam(p.Speed, 2, signal.IL6, env, c, r, out)
	out.Self(c)
}
