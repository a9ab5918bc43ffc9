package agents

import (
	"math"

	"trabecula/sim/rng"
)

// ProgenitorParams rule the mesenchymal progenitors of the marrow.
type ProgenitorParams struct {
	Density  float64 `param:"density" default:"12 1/mm^2" range:"0..1e4" doc:"progenitors per marrow area in the initial section, and the niche's capacity" source:"assumed: rarer than precursors by four; Bishop et al. 2024 start with 1e-4 of 10 um pixels (1 /mm2)"`
	Speed    float64 `param:"speed" default:"8 um/h" range:"0..500" doc:"migration speed" source:"assumed: resident cell"`
	Division float64 `param:"division" default:"0.5 1/d" range:"0..10" doc:"division rate at full growth drive" source:"at most 1 per day (Bishop et al. 2024); halved since one daughter stays"`
	Renewal  float64 `param:"renewal" default:"0.02 1/d" range:"0..10" doc:"rate of self-renewal into an empty niche, and of loss" source:"assumed: pool turns over in weeks"`
	HalfTGFb float64 `param:"half_tgfb" default:"0.005 pM" range:"1e-6 pM..1e3 pM" doc:"half-effect of TGF-β on recruitment" source:"Pivonka 2008: 4.5e-3 pM"`
	HalfIGF1 float64 `param:"half_igf1" default:"20 pM" range:"1e-4 pM..1e5 pM" doc:"half-effect of free IGF-1 on proliferation" source:"assumed: 0.1 nM raises collagen in human osteoblasts (1993, Biosci Rep 13:297)"`
	Memory   float64 `param:"memory" default:"2 d" range:"1 h..30 d" doc:"time constant of Smad and IGF-1 receptor signalling" source:"assumed"`
	Fat      float64 `param:"fat" default:"0.01 1/d" range:"0..10" doc:"loss to fat cells that hormones add when they double the drive to them; the healthy loss is that of a crowded niche" source:"assumed: half of the turnover of the pool"`
	Commit   float64 `param:"commit" default:"0.15" range:"0..1" doc:"growth drive above which daughters commit to the osteoblast lineage" source:"assumed"`
}

var progenitor = kind[ProgenitorParams]{
	name: "progenitor", plural: "mesenchymal progenitors",
	doc: "lives in the marrow niche; divides under TGF-β and IGF-1 and leaves pre-osteoblasts; turns to fat where the niche is full or under glucocorticoid",
	act: actProgenitor,
	found: func(p *ProgenitorParams, env *Env, r *rng.Stream) []Cell {
		return scatter(Progenitor, p.Density, env, r)
	},
}

func actProgenitor(p *ProgenitorParams, env *Env, c Cell, r *rng.Stream, out *Intents) {
	env.follow(&c)
	c.Growth = relax(c.Growth, env.growth(c.Pos, p.HalfTGFb, p.HalfIGF1), p.Memory, env.Step)
	out.Self(c)
	if r.Hazard(p.Fat*max(env.factor(&c, Adipogenesis)-1, 0), env.Step) {
		out.Become(Adipocyte, "PPARγ")
		return
	}
	if float64(c.Growth) > p.Commit && r.Hazard(p.Division*float64(c.Growth)*env.factor(&c, Proliferation), env.Step) {
		out.Divide(PreOsteoblast, c.Pos, "TGF-β and IGF-1")
	}
	p.renew(env, c, r, out)
	if to, _ := env.Walk(c.Pos, env.Strides(p.Speed, r), r, func(int32, float64) float64 { return 0 }); to != c.Pos {
		out.Move(to)
	}
}

// renew keeps the niche: a cell with room around it divides, a crowded one turns to fat.
func (p *ProgenitorParams) renew(env *Env, c Cell, r *rng.Stream, out *Intents) {
	if !r.Hazard(p.Renewal, env.Step) {
		return
	}
	const (
		niche = 300. // um, assumed: reach over which progenitors sense crowding
		bone  = 0.22 // assumed: share of the disc that is not marrow, as in the bundled slices
	)
	capacity := p.Density * math.Pi * niche * niche * (1 - bone)
	if crowd := float64(env.Count(Progenitor, c.Pos, niche)); r.Chance(crowd / (crowd + capacity)) {
		out.Become(Adipocyte, "niche full")
	} else {
		out.Divide(Progenitor, c.Pos, "niche empty")
	}
}
