package agents

import (
	"trabecula/field/signal"
	"trabecula/field/tissue"
	"trabecula/sim/rng"
)

// PreOsteoblastParams rule the motile, dividing members of the lineage.
type PreOsteoblastParams struct {
	Speed      float64 `param:"speed" default:"10 um/h" range:"0..500" doc:"migration speed" source:"assumed: fibroblast-like, 10-30 um/h in culture"`
	Chemotaxis float64 `param:"chemotaxis" default:"8" range:"0..100" doc:"weight of the TGF-β and IGF-1 slope against noise" source:"assumed"`
	Division   float64 `param:"division" default:"0.5 1/d" range:"0..10" doc:"division rate at full growth drive" source:"maximum 1 per day (Bishop et al. 2024)"`
	HalfTGFb   float64 `param:"half_tgfb" default:"0.005 pM" range:"1e-6 pM..1e3 pM" doc:"half-effect of TGF-β" source:"Pivonka 2008: 4.5e-3 pM"`
	HalfIGF1   float64 `param:"half_igf1" default:"20 pM" range:"1e-4 pM..1e5 pM" doc:"half-effect of IGF-1" source:"assumed: as progenitor"`
	Memory     float64 `param:"memory" default:"3 d" range:"1 h..30 d" doc:"time constant of the growth drive" source:"assumed"`
	Crowd      float64 `param:"crowd" default:"12" range:"1..1000" doc:"lineage cells within 50 um at which division halves" source:"assumed: contact inhibition at confluence of the surface"`
	Lifespan   float64 `param:"lifespan" default:"14 d" range:"1 d..100 d" doc:"mean life without a surface and without growth factors" source:"14 d of differentiation (Bishop et al. 2024)"`
	RANKL      float64 `param:"rankl" default:"80 molecules/h" range:"0..1e7" doc:"RANKL secretion" source:"assumed: a twentieth of an osteocyte, the main source in the adult (Nakashima 2011, Xiong 2011, recalled); much more and sites sustain themselves"`
	MCSF       float64 `param:"mcsf" default:"1000 molecules/h" range:"0..1e7" doc:"M-CSF secretion" source:"assumed: order of RANKL"`
	Inflamed   float64 `param:"inflamed" default:"2" range:"0..100" doc:"rise of RANKL at saturating TNF-α, IL-1β and IL-6" source:"2-4x (derived, several sources)"`
	HalfTNF    float64 `param:"half_tnf" default:"10 pM" range:"0.001 pM..1e5 pM" doc:"half-effect of the three cytokines together" source:"assumed: order of 200 pg/mL"`
}

var preOsteoblast = kind[PreOsteoblastParams]{
	name: "preosteoblast", plural: "pre-osteoblasts",
	doc: "motile and dividing; climbs TGF-β and IGF-1 to eroded bone that osteoclasts have left and takes it as a reversal cell",
	act: actPreOsteoblast,
}

func actPreOsteoblast(p *PreOsteoblastParams, env *Env, c Cell, r *rng.Stream, out *Intents) {
	env.follow(&c)
	c.Growth = relax(c.Growth, env.growth(c.Pos, p.HalfTGFb, p.HalfIGF1), p.Memory, env.Step)
	out.Self(c)
	if env.free(c.Pos) {
		out.Become(Reversal, "eroded surface")
		return
	}
	if r.Hazard((1-min(float64(c.Growth), 1))*env.factor(&c, Apoptosis)/p.Lifespan, env.Step) {
		out.Die("no growth factor")
		return
	}
	const about = 50 // um, as the parameter Crowd says
	crowd := float64(env.Count(PreOsteoblast, c.Pos, about) + env.Count(Reversal, c.Pos, about))
	if r.Hazard(p.Division*float64(c.Growth)*env.factor(&c, Proliferation)/(1+crowd/p.Crowd), env.Step) {
		out.Divide(PreOsteoblast, c.Pos, "growth factors")
	}
	out.Secretes(signal.RANKL, c.Pos, p.RANKL*(1+p.Inflamed*env.inflamed(&c, p.HalfTNF))*env.factor(&c, RANKLSecretion))
	out.Secretes(signal.MCSF, c.Pos, p.MCSF)
	p.walk(env, c, r, out)
}

func (p *PreOsteoblastParams) walk(env *Env, c Cell, r *rng.Stream, out *Intents) {
	to, _ := env.Walk(c.Pos, env.Strides(p.Speed, r), r, func(j int32, _ float64) float64 {
		score := p.Chemotaxis * (env.Slope(signal.TGFb, c.Pos, j) + env.Slope(signal.IGF1, c.Pos, j))
		if env.free(j) {
			score++ // adhesion: collagen remnants and TGF-β of eroded bone hold the cell
		}
		return score
	})
	if to != c.Pos {
		out.Move(to)
	}
}

// free tells whether marrow pixel i touches eroded bone that nobody holds; lining
// cells have no hold on eroded bone.
func (e *Env) free(i int32) bool {
	return e.cover[i]&^CoverLining == 0 && e.FaceAt(i, tissue.Eroded)
}

// inflamed returns the joint occupancy of a cell's TNF, IL-1 and IL-6 receptors.
func (e *Env) inflamed(c *Cell, half float64) float64 { return hill(e.tnf(c)+e.il6(c), half, 1) }
