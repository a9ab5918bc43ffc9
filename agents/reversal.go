package agents

import (
	"trabecula/field/signal"
	"trabecula/sim/rng"
)

// ReversalParams rule the mononuclear cells on eroded surface.
type ReversalParams struct {
	Foot       float64 `param:"foot" default:"13 um" range:"2 um..50 um" doc:"radius of surface that one cell covers" source:"assumed: slightly more than an osteoblast"`
	Maturation float64 `param:"maturation" default:"28 d" range:"1 d..200 d" doc:"time to osteoblast under basal Wnt once osteoclasts are away" source:"mononuclear phase about 34 of 51 d (Eriksen 1984, recalled); differentiation 14 d (Bishop et al. 2024)"`
	Hold       float64 `param:"hold" default:"0.01 pM" range:"1e-6 pM..1e3 pM" doc:"TGF-β that halves maturation" source:"order of Pivonka 2008 (1.4e-3 pM); TGF-β blocks late differentiation"`
	HalfScl    float64 `param:"half_sclerostin" default:"28 pM" range:"0.01 pM..1e6 pM" doc:"sclerostin that halves Wnt signalling" source:"assumed: what osteocytes keep at the surface in health; order of serum, 20-60 pM (ELISA dependent)"`
	Quorum     int     `param:"quorum" default:"3" range:"0..50" doc:"neighbours of the lineage within 40 um that osteoblast differentiation needs" source:"direction: osteoprogenitor density must pass a threshold (Lassen 2017, recalled); number assumed"`
	Spread     float64 `param:"spread" default:"1 1/d" range:"0..10" doc:"rate of division onto free eroded surface beside the cell" source:"assumed: covers a cavity within its mononuclear phase"`
	Loss       float64 `param:"loss" default:"0.008 1/d" range:"0..10" doc:"hazard of apoptosis" source:"assumed"`
	RANKL      float64 `param:"rankl" default:"80 molecules/h" range:"0..1e7" doc:"RANKL secretion" source:"assumed: as a pre-osteoblast"`
	OPG        float64 `param:"opg" default:"2e4 molecules/h" range:"0..1e9" doc:"OPG secretion" source:"assumed: half an osteocyte"`
}

var reversal = kind[ReversalParams]{
	name: "reversal_cell", plural: "reversal cells", cover: CoverReversal,
	doc:  "mononuclear cell on eroded surface; spreads over what osteoclasts left, matures when TGF-β has gone, becomes osteoblast in company",
	foot: func(p *ReversalParams) float64 { return p.Foot },
	act:  actReversal,
}

func actReversal(p *ReversalParams, env *Env, c Cell, r *rng.Stream, out *Intents) {
	env.follow(&c)
	if r.Hazard(p.Loss*env.factor(&c, Apoptosis), env.Step) {
		out.Die("apoptosis")
		return
	}
	if !env.OnBone(c.Pos) {
		if to, ok := env.nearestOnBone(c.Pos, 4*p.Foot); ok {
			out.Move(to)
		} else {
			out.Become(PreOsteoblast, "lost its surface")
			return
		}
	}
	tgfb := env.Signal(signal.TGFb, c.Pos)
	c.Wnt = relax(c.Wnt, env.wnt(&c, p.HalfScl), transcription, env.Step)
	c.Clock += float32(env.Step / p.Maturation * env.factor(&c, Differentiation) *
		float64(c.Wnt) * 2 * (1 - hill(tgfb, p.Hold, cooperative))) // basal Wnt is a half, so that Maturation holds there
	out.Self(c)
	out.Secretes(signal.RANKL, c.Pos, p.RANKL*env.factor(&c, RANKLSecretion))
	out.Secretes(signal.OPG, c.Pos, p.OPG*env.factor(&c, OPGSecretion))
	if c.Clock >= 1 && p.company(env, c) {
		out.Become(Osteoblast, "Wnt, in company")
		return
	}
	p.spread(env, c, r, out)
}

// company tells whether enough of the lineage and no osteoclast is about.
func (p *ReversalParams) company(env *Env, c Cell) bool {
	friends, foes := -1, 0
	const about = 40 // um, assumed: three cells either way
	env.Near(c.Pos, about, func(slot int32, _ float64) bool {
		switch env.cells[slot].Kind {
		case Reversal, Osteoblast:
			friends++
		case Osteoclast:
			foes++
		}
		return true
	})
	return friends >= p.Quorum && foes == 0
}

// spread leaves a daughter on the nearest free eroded surface.
func (p *ReversalParams) spread(env *Env, c Cell, r *rng.Stream, out *Intents) {
	if !r.Hazard(p.Spread*env.factor(&c, Proliferation), env.Step) {
		return
	}
	best, to := -1.0, int32(-1)
	env.Disc(c.Pos, 3*p.Foot, func(i int32, d2 float64) {
		if (best < 0 || d2 < best) && env.free(i) {
			best, to = d2, i
		}
	})
	if to >= 0 {
		out.Divide(Reversal, to, "free eroded surface")
	}
}
