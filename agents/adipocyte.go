package agents

import (
	"trabecula/field/signal"
	"trabecula/sim/rng"
)

// AdipocyteParams rule the fat cells of the marrow.
type AdipocyteParams struct {
	Density  float64 `param:"density" default:"20 1/mm^2" range:"0..1e4" doc:"fat cells per marrow area in the initial section" source:"assumed: what the healthy loss of progenitors, 1 % a day of 12 /mm2, keeps up at the life below; iliac marrow holds several times that, and most fat is older than a run"`
	Lifespan float64 `param:"lifespan" default:"180 d" range:"1 d..30 y" doc:"mean life" source:"assumed: months; fat of bone marrow comes and goes within months on fasting or glucocorticoid (recalled), that under the skin lives for ten years (Spalding 2008, recalled)"`
	RANKL    float64 `param:"rankl" default:"30 molecules/h" range:"0..1e7" doc:"RANKL secretion" source:"marrow fat cells express RANKL (Takeshita 2014, Fan 2017, recalled); assumed: a fiftieth of an osteocyte's, so that in health they make 2-3 % of the RANKL of marrow"`
	MCSF     float64 `param:"mcsf" default:"100 molecules/h" range:"0..1e7" doc:"M-CSF secretion" source:"direction: marrow fat cells express Csf1 (recalled); size assumed: a tenth of an osteocyte's"`
}

var adipocyte = kind[AdipocyteParams]{
	name: "adipocyte", plural: "marrow adipocytes",
	doc: "a mesenchymal progenitor lost to fat; does not move or divide; secretes a little RANKL and M-CSF",
	act: actAdipocyte,
	found: func(p *AdipocyteParams, env *Env, r *rng.Stream) []Cell {
		return scatter(Adipocyte, p.Density, env, r)
	},
}

func actAdipocyte(p *AdipocyteParams, env *Env, c Cell, r *rng.Stream, out *Intents) {
	if r.Hazard(1/p.Lifespan, env.Step) {
		out.Die("age")
		return
	}
	env.follow(&c)
	out.Secretes(signal.RANKL, c.Pos, p.RANKL*env.factor(&c, RANKLSecretion))
	out.Secretes(signal.MCSF, c.Pos, p.MCSF)
	out.Self(c)
}
