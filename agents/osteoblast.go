package agents

import (
	"trabecula/field"
	"trabecula/field/signal"
	"trabecula/sim/rng"
)

// OsteoblastParams rule the cells that lay osteoid.
type OsteoblastParams struct {
	Foot       float64 `param:"foot" default:"7.5 um" range:"2 um..50 um" doc:"radius of surface that one cell covers" source:"footprint 10-15 um (textbooks, recalled)"`
	Rate       float64 `param:"rate" default:"0.9 um/d" range:"0..20" doc:"thickness of osteoid laid per time at full activity on a flat bed, basal Wnt" source:"initial matrix apposition 1.6 um/d (Eriksen 1985), there in a concave bed, which speeds it by up to twice"`
	Tiring     float64 `param:"tiring" default:"70 d" range:"1 d..500 d" doc:"time constant with which matrix synthesis of a cell declines" source:"1.6 um/d at first and 54 um of wall in 151 d give 35 d (Eriksen 1985); calibrated: balance of the healthy section"`
	Sense      float64 `param:"sense" default:"40 um" range:"10 um..200 um" doc:"radius in which the cell layer feels the curvature of its bed" source:"assumed: three cell diameters; tissue grows faster in concave places (Bidan 2012, Alias & Buenzli 2017, recalled)"`
	Bulge      float64 `param:"bulge" default:"0.09" range:"0.01..1" doc:"convexity, as bone missing from the disc, at which formation stops; concavity speeds it in the same measure" source:"assumed: a bulge of the radius of sensing; keeps seams level"`
	HalfScl    float64 `param:"half_sclerostin" default:"28 pM" range:"0.01 pM..1e6 pM" doc:"sclerostin that halves Wnt signalling" source:"assumed: what osteocytes keep at the surface in health; order of serum, 20-60 pM"`
	HalfIGF1   float64 `param:"half_igf1" default:"20 pM" range:"1e-4 pM..1e5 pM" doc:"half-effect of IGF-1 on collagen synthesis" source:"human osteoblasts respond from 0.1 nM (1993, Biosci Rep 13:297)"`
	Lifespan   float64 `param:"lifespan" default:"150 d" range:"5 d..1000 d" doc:"mean time to apoptosis of a working cell" source:"weeks to months: 69 d (Peterson & Riggs 2010), 90 d (Manolagas 2000, recalled), 50-90, cap 150 d (Bishop et al. 2024)"`
	Rest       float64 `param:"rest" default:"12 d" range:"1 d..200 d" doc:"mean time to the end of a cell that no longer lays matrix" source:"assumed"`
	Lining     float64 `param:"lining" default:"30 um" range:"5 um..200 um" doc:"a resting cell this far from any lining cell becomes one; else it dies" source:"half the spacing of lining cells, plus slack"`
	Burial     float64 `param:"burial" default:"58 um" range:"5 um..200 um" doc:"a cell with no osteocyte within this distance may be buried" source:"gives 220 lacunae per mm2 (Buenzli & Sims 2015)"`
	BurialRate float64 `param:"burial_rate" default:"0.15 1/d" range:"0..10" doc:"rate of burial of such a cell" source:"assumed: within a few cell layers"`
	TNFDeath   float64 `param:"tnf_death" default:"2" range:"0..100" doc:"rise of apoptosis at saturating cytokines" source:"direction: TNF-α raises osteoblast apoptosis; size assumed"`
	HalfTNF    float64 `param:"half_tnf" default:"30 pM" range:"0.001 pM..1e5 pM" doc:"half-effect of the cytokines on osteoblasts" source:"IC50 0.6-1 ng/mL (Gilbert 2000, recalled)"`
	RANKL      float64 `param:"rankl" default:"60 molecules/h" range:"0..1e7" doc:"RANKL secretion" source:"assumed: less than a pre-osteoblast; mature cells carry little"`
	OPG        float64 `param:"opg" default:"3e4 molecules/h" range:"0..1e9" doc:"OPG secretion" source:"assumed: half more than an osteocyte"`
	IGF1       float64 `param:"igf1" default:"2000 molecules/h" range:"0..1e9" doc:"IGF-1 secretion" source:"assumed: gives tens of pM among osteoblasts"`
	MCSF       float64 `param:"mcsf" default:"1000 molecules/h" range:"0..1e7" doc:"M-CSF secretion" source:"assumed: order of RANKL"`
}

var osteoblast = kind[OsteoblastParams]{
	name: "osteoblast", plural: "osteoblasts", cover: CoverOsteoblast,
	doc:  "lays osteoid where its bed is concave and Wnt is on; ends buried as osteocyte, as lining cell, or by apoptosis",
	foot: func(p *OsteoblastParams) float64 { return p.Foot },
	act:  actOsteoblast,
}

// Stages of an osteoblast. assumed, all three.
const (
	burying     = 0.2     // activity above which a cell may be buried: the layer must still rise over it
	spentVigour = 0.08    // activity below which a cell counts as spent
	flattening  = 3 * 24. // time constant with which a spent cell becomes ready to end [h]
)

func actOsteoblast(p *OsteoblastParams, env *Env, c Cell, r *rng.Stream, out *Intents) {
	env.follow(&c)
	if !env.OnBone(c.Pos) {
		to, ok := env.nearestOnBone(c.Pos, 4*p.Foot)
		if !ok {
			out.Die("lost its surface")
			return
		}
		out.Move(to)
	}
	if r.Hazard((1+p.TNFDeath*env.inflamed(&c, p.HalfTNF))*env.factor(&c, Apoptosis)/p.Lifespan, env.Step) {
		out.Die("apoptosis")
		return
	}
	if p.end(env, c, r, out) {
		return
	}
	p.lay(env, &c, out)
	out.Secretes(signal.RANKL, c.Pos, p.RANKL*env.factor(&c, RANKLSecretion))
	out.Secretes(signal.OPG, c.Pos, p.OPG*env.factor(&c, OPGSecretion))
	out.Secretes(signal.IGF1, c.Pos, p.IGF1*env.factor(&c, IGF1Secretion))
	out.Secretes(signal.MCSF, c.Pos, p.MCSF)
	out.Self(c)
}

// end decides whether the cell is buried, rests for good, or goes on.
func (p *OsteoblastParams) end(env *Env, c Cell, r *rng.Stream, out *Intents) bool {
	if c.Vigour > burying && r.Hazard(p.BurialRate, env.Step) && env.Count(Osteocyte, c.Pos, p.Burial) == 0 {
		if into := env.grave(c.Pos); into >= 0 {
			out.Embed(into, "buried")
			return true
		}
	}
	if c.Clock < 1 || !r.Hazard(1/p.Rest, env.Step) {
		return false
	}
	if env.Count(LiningCell, c.Pos, p.Lining) == 0 {
		out.Become(LiningCell, "surface filled")
	} else {
		out.Die("surface filled")
	}
	return true
}

// lay adds osteoid where the bed is deepest; the cell tires as it works.
func (p *OsteoblastParams) lay(env *Env, c *Cell, out *Intents) {
	c.Wnt = relax(c.Wnt, env.wnt(c, p.HalfScl), transcription, env.Step)
	c.Vigour = relax(c.Vigour, 0, p.Tiring/env.factor(c, Exhaustion), env.Step)
	p.rest(env, c)
	at := env.bed(c.Pos)
	if at < 0 {
		return
	}
	igf := 0.8 + 0.4*hill( // assumed: IGF-1 moves collagen synthesis by a fifth either way
		env.Signal(signal.IGF1, c.Pos), p.HalfIGF1, 1)
	shape := field.Clamp(1+env.Concavity(at, p.Sense)/p.Bulge, 0, 2)
	area := p.Rate * env.factor(c, Matrix) * float64(c.Vigour) * shape * 2 * float64(c.Wnt) * igf * 2 * p.Foot * env.Step // basal Wnt is a half, so that Rate holds there
	out.Form(at, area/env.Grid.PixelArea())
}

// rest starts the clock of a cell that has tired, and holds it back else.
func (p *OsteoblastParams) rest(env *Env, c *Cell) {
	spent := 0.0
	if c.Vigour < spentVigour {
		spent = 1.2
	}
	c.Clock = relax(c.Clock, spent, flattening, env.Step)
}

// bed returns the pixel near marrow pixel i that most bone surrounds and that is
// not yet full: matrix smooths its bed. It returns -1 if there is none.
func (e *Env) bed(i int32) int32 {
	best, at := 0.0, int32(-1)
	e.Disc(i, 2*e.Grid.Pixel, func(j int32, d2 float64) {
		if e.Tissue.Bone(int(j)) >= 1 {
			return
		}
		if s := e.support(j) - 0.02*d2; s > best { // of equals, the nearest
			best, at = s, j
		}
	})
	return at
}

// support returns the mean bone fraction around pixel i, edges counting double.
func (e *Env) support(i int32) float64 {
	x, y := e.Grid.XY(int(i))
	sum, n := float64(e.Tissue.Bone(int(i))), 1.0
	for _, s := range field.Step8 {
		if !e.Grid.Inside(x+s[0], y+s[1]) {
			continue
		}
		w := 2.0
		if s[0] != 0 && s[1] != 0 {
			w = 1
		}
		sum, n = sum+w*float64(e.Tissue.Bone(e.Grid.At(x+s[0], y+s[1]))), n+w
	}
	return sum / n
}

// grave returns the osteoid pixel beside marrow pixel i in which a cell that its
// neighbours cover comes to lie, or -1.
func (e *Env) grave(i int32) int32 {
	best, at := 0.3, int32(-1) // assumed: enough osteoid to hold a cell
	e.Disc(i, 2*e.Grid.Pixel, func(j int32, _ float64) {
		if o := float64(e.Tissue.Osteoid(int(j))); !e.Marrow(j) && o > best {
			best, at = o, j
		}
	})
	return at
}
