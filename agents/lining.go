package agents

import (
	"math"

	"trabecula/field/signal"
	"trabecula/field/tissue"
	"trabecula/sim/rng"
)

// LiningParams rule the flat cells on quiescent surface.
type LiningParams struct {
	Foot       float64 `param:"foot" default:"27 um" range:"5 um..100 um" doc:"radius of surface that one cell covers" source:"textbooks (recalled): about 50 um long"`
	Spacing    float64 `param:"spacing" default:"45 um" range:"5 um..200 um" doc:"distance between lining cells at which the surface counts as covered" source:"derived from the footprint"`
	HalfRANKL  float64 `param:"half_rankl" default:"13 pM" range:"0.01 pM..1e5 pM" doc:"half-effect of RANKL" source:"Pivonka 2008: K_D8 = 13.06 pM"`
	Reach      float64 `param:"reach" default:"80 um" range:"10 um..500 um" doc:"distance up to which the cell notices dead osteocytes" source:"assumed: as osteocytes, through the canaliculi that end at its surface"`
	Fade       float64 `param:"fade" default:"150 d" range:"1 d..1000 d" doc:"time constant with which a death is forgotten" source:"assumed: as the alarm of osteocytes"`
	Retract    float64 `param:"retract" default:"20 d" range:"1 h..1000 d" doc:"mean time to retraction over fresh deaths, at RANKL of half occupancy" source:"assumed: weeks to months between osteocyte death and resorption (Verborgt 2000, recalled), so that whether a death is answered hangs on hormones too"`
	Cover      float64 `param:"cover" default:"8 d" range:"1 h..100 d" doc:"mean time to covering again where no death calls" source:"assumed: days"`
	Spread     float64 `param:"spread" default:"0.3 1/d" range:"0..10" doc:"rate at which a cell divides onto uncovered quiescent surface beside it" source:"assumed: denuded quiescent surface is covered again within a week"`
	Settle     float64 `param:"settle" default:"0.01 1/d" range:"0..10" doc:"rate at which a cell creeps onto eroded surface that no reversal cell has taken" source:"assumed: arrested reversal surface persists for months (Andersen 2013, recalled)"`
	HalfTGFb   float64 `param:"half_tgfb" default:"0.01 pM" range:"1e-6 pM..1e3 pM" doc:"half-effect of TGF-β on return to the osteoprogenitor state" source:"order of Pivonka 2008 (1.4-5e-3 pM)"`
	RANKL      float64 `param:"rankl" default:"150 molecules/h" range:"0..1e7" doc:"RANKL secretion of a retracted cell, the canopy of a remodelling site" source:"assumed: a tenth of an osteocyte"`
	OPG        float64 `param:"opg" default:"2e4 molecules/h" range:"0..1e9" doc:"OPG secretion of a covering cell" source:"assumed: half an osteocyte"`
	Reactivate float64 `param:"reactivate" default:"0.006 1/d" range:"0..10" doc:"rate at which a covering cell turns back to osteoblast when hormones double the drive to it, or Wnt signalling is twice what it is used to" source:"assumed: a tenth of the surface in the first months of daily PTH, of which a fifth to a third forms without resorption (Lindsay 2006, recalled)"`
	Memory     float64 `param:"memory" default:"1 d" range:"1 h..30 d" doc:"time after which the cell looks anew for deaths about it" source:"assumed: a day, short against the alarm"`
	Refractory float64 `param:"refractory" default:"500 d" range:"1 d..5000 d" doc:"mean time before a cell that has become a lining cell can be reactivated" source:"assumed: the anabolic effect of sclerostin antibodies wanes within a year (P1NP at baseline after 52 weeks, McColm 2014, recalled)"`
	Habituate  float64 `param:"habituation" default:"300 d" range:"1 d..5000 d" doc:"time constant with which the cell gets used to another Wnt signalling" source:"assumed: other inhibitors of Wnt rise under an antibody to sclerostin, whose effect wanes within a year (Florio 2016, McColm 2014, recalled)"`
	HalfScl    float64 `param:"half_sclerostin" default:"28 pM" range:"0.01 pM..1e6 pM" doc:"sclerostin that halves Wnt signalling" source:"assumed: what osteocytes keep at the surface in health"`
	MCSF       float64 `param:"mcsf" default:"2000 molecules/h" range:"0..1e7" doc:"M-CSF secretion" source:"assumed: order of RANKL"`
}

var liningCell = kind[LiningParams]{
	name: "lining_cell", plural: "lining cells", cover: CoverLining,
	doc:   "covers quiescent surface; retracts over dying osteocytes, the sooner the more RANKL there is, which opens a remodelling site; can return to the lineage",
	foot:  func(p *LiningParams) float64 { return p.Foot },
	act:   actLining,
	found: foundLining,
}

// freed is the TGF-β drive at which a cell on eroded bone returns to the lineage.
// assumed.
const freed = 0.3

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
	c.Growth = relax(c.Growth, hill(env.Signal(signal.TGFb, c.Pos), p.HalfTGFb, 1), transcription, env.Step)
	c.Wnt = relax(c.Wnt, env.wnt(&c, p.HalfScl), transcription, env.Step)
	p.habituate(env, &c)
	p.retract(env, &c, r)
	if c.Growth > freed && env.FaceAt(c.Pos, tissue.Eroded) {
		out.Become(PreOsteoblast, "freed by TGF-β")
		return
	}
	if c.Has(Retracted) {
		out.Secretes(signal.RANKL, c.Pos, p.RANKL*env.factor(&c, RANKLSecretion))
	} else {
		if p.reactivates(env, &c, r) {
			p.reactivate(env, c, out)
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

// habituate lets the cell get used to the Wnt signalling of its place; while a run
// begins it takes what it finds.
func (p *LiningParams) habituate(env *Env, c *Cell) {
	if c.Habit == 0 || env.Time < settling {
		c.Habit = max(c.Wnt, 0.05)
		return
	}
	c.Habit = relax(c.Habit, max(float64(c.Wnt), 0.05), p.Habituate, env.Step)
}

// settling is the time from the start of a run after which signals are what they
// stay [h]. assumed: a month, long against the half-lives of all of them.
const settling = 30 * 24.

// reactivates tells whether hormones, or Wnt signalling freed of sclerostin, turn
// a cell on quiescent bone back to work without any resorption before: only what
// is above health, or above what the cell is used to, counts.
func (p *LiningParams) reactivates(env *Env, c *Cell, r *rng.Stream) bool {
	rise := float64(c.Wnt / c.Habit)
	drive := max(env.factor(c, Reactivation)-1, 0) + max(rise-1.25, 0)/0.75 // assumed: a quarter more leaves it calm, twice as much counts in full
	if drive == 0 || env.FaceAt(c.Pos, tissue.Eroded) {
		return false
	}
	ready := -math.Expm1(-(env.Time - float64(c.Since)) / p.Refractory)
	return r.Hazard(p.Reactivate*drive*ready, env.Step)
}

// reactivate turns the cell into osteoblasts that between them hold the surface
// that it held.
func (p *LiningParams) reactivate(env *Env, c Cell, out *Intents) {
	out.Self(c)
	out.Become(Osteoblast, "reactivated")
	apart := p.Foot / 2 // least distance of centres
	last := c.Pos
	for range 2 {
		to, ok := env.nearest(c.Pos, p.Foot, func(j int32) bool {
			return env.OnBone(j) && env.apart(j, c.Pos) > apart && env.apart(j, last) > apart
		})
		if !ok {
			return
		}
		out.Divide(Osteoblast, to, "reactivated")
		last = to
	}
}

// retract lets go of the surface over dying osteocytes, the sooner the more RANKL
// there is, or takes it again, by chance: causes change how many cells let go, and
// where none has died the surface stays closed.
func (p *LiningParams) retract(env *Env, c *Cell, r *rng.Stream) {
	if env.once(c, p.Memory) {
		c.RANK = float32(env.missed(c.Pos, p.Reach, p.Fade))
	}
	called := float64(c.RANK)
	hazard := called * 2 * hill(env.Signal(signal.RANKL, c.Pos), p.HalfRANKL, 1) * env.factor(c, Retraction) / p.Retract
	if c.Has(Retracted) {
		hazard = (1 - called) / p.Cover
	}
	if r.Hazard(hazard, env.Step) {
		c.Flags ^= Retracted
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
func foundLining(p *LiningParams, env *Env, r *rng.Stream) []Cell {
	var cells []Cell
	taken := make([]bool, env.Grid.Len())
	for i := range int32(env.Grid.Len()) {
		if env.OnBone(i) && !taken[i] {
			cells = append(cells, Cell{Kind: LiningCell, Pos: i, Wnt: 0.5, Since: -float32(p.Refractory * -math.Log(1-r.Float64()) * 4)})
			env.Disc(i, p.Spacing, func(j int32, _ float64) { taken[j] = true })
		}
	}
	return cells
}
