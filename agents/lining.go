package agents

import (
	"trabecula/field/signal"
	"trabecula/field/tissue"
	"trabecula/sim/rng"
)

// LiningParams rule the flat cells on quiescent surface.
type LiningParams struct {
	Foot       float64 `param:"foot" default:"27 um" range:"5 um..100 um" doc:"radius of surface that one cell covers" source:"textbooks (recalled): about 50 um long"`
	Spacing    float64 `param:"spacing" default:"45 um" range:"5 um..200 um" doc:"distance between lining cells at which the surface counts as covered" source:"derived from the footprint"`
	Threshold  float64 `param:"threshold" default:"0.6" range:"0..1" doc:"RANKL occupancy above which the cell retracts" source:"assumed: above the calm section, below an alarmed site"`
	HalfRANKL  float64 `param:"half_rankl" default:"13 pM" range:"0.01 pM..1e5 pM" doc:"half-effect of RANKL" source:"Pivonka 2008: K_D8 = 13.06 pM"`
	Retract    float64 `param:"retract" default:"5 d" range:"1 h..100 d" doc:"time constant of retraction and of covering again" source:"assumed: days, between osteocyte death and the arrival of osteoclasts (Verborgt 2000, recalled)"`
	Spread     float64 `param:"spread" default:"0.1 1/d" range:"0..10" doc:"rate at which a cell divides onto uncovered quiescent surface beside it" source:"assumed: denuded quiescent surface is covered again in one to two weeks"`
	Settle     float64 `param:"settle" default:"0.01 1/d" range:"0..10" doc:"rate at which a cell creeps onto eroded surface that no reversal cell has taken" source:"assumed: arrested reversal surface persists for months (Andersen 2013, recalled)"`
	HalfTGFb   float64 `param:"half_tgfb" default:"0.01 pM" range:"1e-6 pM..1e3 pM" doc:"half-effect of TGF-β on return to the osteoprogenitor state" source:"order of Pivonka 2008 (1.4-5e-3 pM)"`
	RANKL      float64 `param:"rankl" default:"250 molecules/h" range:"0..1e7" doc:"RANKL secretion of a retracted cell, the canopy of a remodelling site" source:"assumed: twice an osteocyte"`
	OPG        float64 `param:"opg" default:"2e4 molecules/h" range:"0..1e9" doc:"OPG secretion of a covering cell" source:"assumed: half an osteocyte"`
	Reactivate float64 `param:"reactivate" default:"0.002 1/d" range:"0..10" doc:"rate at which a covering cell turns back to osteoblast when hormones double the drive to it" source:"assumed: a few per cent of surface in the first months of daily PTH, of which a fifth to a third forms without resorption (Lindsay 2006, recalled)"`
	MCSF       float64 `param:"mcsf" default:"2000 molecules/h" range:"0..1e7" doc:"M-CSF secretion" source:"assumed: order of RANKL"`
}

var liningCell = kind[LiningParams]{
	name: "lining_cell", plural: "lining cells", cover: CoverLining,
	doc:   "covers quiescent surface; retracts where RANKL is high, which opens a remodelling site; can return to the lineage",
	foot:  func(p *LiningParams) float64 { return p.Foot },
	act:   actLining,
	found: foundLining,
}

// Thresholds of a lining cell. assumed: enough apart that a cell does not dither.
const (
	freed  = 0.3 // TGF-β drive at which a cell on eroded bone returns to the lineage
	letGo  = 0.6 // retraction at which it leaves the surface
	holdOn = 0.4 // retraction at which it takes the surface again
)

func actLining(p *LiningParams, env *Env, c Cell, r *rng.Stream, out *Intents) {
	env.follow(&c)
	if !env.OnBone(c.Pos) {
		if to, ok := env.nearestOnBone(c.Pos, p.Foot); ok && !c.Has(Retracted) {
			out.Move(to)
		} else if !ok {
			out.Become(PreOsteoblast, "lost its surface")
			return
		}
	}
	drive := hill(env.Signal(signal.RANKL, c.Pos), p.HalfRANKL, 1) * env.factor(&c, Retraction)
	c.Growth = relax(c.Growth, hill(env.Signal(signal.TGFb, c.Pos), p.HalfTGFb, 1), transcription, env.Step)
	p.retract(env, &c, drive)
	if c.Growth > freed && env.FaceAt(c.Pos, tissue.Eroded) {
		out.Become(PreOsteoblast, "freed by TGF-β")
		return
	}
	if c.Has(Retracted) {
		out.Secretes(signal.RANKL, c.Pos, p.RANKL*env.factor(&c, RANKLSecretion))
	} else {
		if p.reactivates(env, &c, r) {
			out.Self(c)
			out.Become(Osteoblast, "reactivated")
			return
		}
		out.Secretes(signal.OPG, c.Pos, p.OPG*env.factor(&c, OPGSecretion))
		p.spread(env, &c, r, out)
		if env.FaceAt(c.Pos, tissue.Eroded) && r.Hazard(p.Settle, env.Step) {
			out.Settle(c.Pos, p.Foot)
		}
	}
	out.Secretes(signal.MCSF, c.Pos, p.MCSF)
	out.Self(c)
}

// reactivates tells whether hormones turn a cell on quiescent bone back to work,
// without any resorption before. assumed: none do so in health.
func (p *LiningParams) reactivates(env *Env, c *Cell, r *rng.Stream) bool {
	return r.Hazard(p.Reactivate*max(env.factor(c, Reactivation)-1, 0), env.Step) && !env.FaceAt(c.Pos, tissue.Eroded)
}

// retract lets go of the surface, or takes it again, with hysteresis.
func (p *LiningParams) retract(env *Env, c *Cell, drive float64) {
	target := 0.0
	if drive > p.Threshold {
		target = 1
	}
	c.Clock = relax(c.Clock, target, p.Retract, env.Step)
	if c.Clock > letGo {
		c.Flags |= Retracted
	} else if c.Clock < holdOn {
		c.Flags &^= Retracted
	}
}

// spread sends a daughter to bare surface beside the cell: soon if it is
// quiescent, late if it is eroded, whose surface then settles unfilled.
func (p *LiningParams) spread(env *Env, c *Cell, r *rng.Stream, out *Intents) {
	if !r.Hazard(p.Spread, env.Step) {
		return
	}
	to, eroded := int32(-1), false
	env.Disc(c.Pos, 2*p.Foot, func(i int32, d2 float64) {
		if d2*env.Grid.PixelArea() >= p.Foot*p.Foot && env.cover[i] == 0 && env.Bare(i) && to < 0 {
			to, eroded = i, env.FaceAt(i, tissue.Eroded)
		}
	})
	if to < 0 || env.Count(LiningCell, to, p.Foot) > 0 {
		return
	}
	if eroded {
		if !r.Chance(p.Settle / p.Spread) {
			return
		}
		out.Settle(to, p.Foot)
	}
	out.Divide(LiningCell, to, "covers bare surface")
}

// nearestOnBone returns the marrow pixel nearest to i that touches bone, within
// radius [um].
func (e *Env) nearestOnBone(i int32, radius float64) (to int32, ok bool) {
	return e.nearest(i, radius, e.OnBone)
}

// foundLining covers all surface, one cell every Spacing.
func foundLining(p *LiningParams, env *Env, _ *rng.Stream) []Cell {
	var cells []Cell
	taken := make([]bool, env.Grid.Len())
	for i := range int32(env.Grid.Len()) {
		if env.OnBone(i) && !taken[i] {
			cells = append(cells, Cell{Kind: LiningCell, Pos: i})
			env.Disc(i, p.Spacing, func(j int32, _ float64) { taken[j] = true })
		}
	}
	return cells
}
