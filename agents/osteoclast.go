package agents

import (
	"math"

	"trabecula/field/signal"
	"trabecula/field/tissue"
	"trabecula/sim/rng"
)

const (
	typicalNuclei = 5  // human iliac osteoclasts have 3-8 (recalled); the footprint below is theirs
	maxNuclei     = 12 // assumed: fusion ends well above the 3-8 of the iliac crest; in vitro 5-20, pathological above
)

// OsteoclastParams rule the multinucleated cells that resorb bone.
type OsteoclastParams struct {
	Foot        float64       `param:"foot" default:"20 um" range:"5 um..100 um" doc:"radius of the contact with bone of a cell with five nuclei" source:"diameter 40 (20-100) um (Parfitt 1994, recalled)"`
	NucleusLife float64       `param:"nucleus_life" default:"12.5 d" range:"1 d..100 d" doc:"mean life of a nucleus" source:"8 % of nuclei replaced per day (Parfitt 1994 in Eriksen 2010)"`
	Lifespan    float64       `param:"lifespan" default:"14 d" range:"1 d..90 d" doc:"mean life of a cell that has all the RANKL it wants" source:"14 (10-25) d (Manolagas 2000; Parfitt 1994, recalled)"`
	Starved     float64       `param:"starved" default:"2.5 d" range:"1 h..30 d" doc:"mean life without RANKL" source:"assumed: in culture osteoclasts die within 1-2 days of RANKL withdrawal"`
	TGFbDeath   float64       `param:"tgfb_death" default:"0.05 1/d" range:"0..10" doc:"hazard of apoptosis at saturating TGF-β, on top" source:"direction: Lemaire 2004, Pivonka 2008; size assumed"`
	HalfTGFb    float64       `param:"half_tgfb" default:"0.05 pM" range:"1e-6 pM..1e3 pM" doc:"half-effect of TGF-β on apoptosis" source:"assumed: reached in a deep cavity"`
	HalfRANKL   float64       `param:"half_rankl" default:"5 pM" range:"0.01 pM..1e5 pM" doc:"half-effect of RANKL on survival and activity" source:"assumed: half of that for commitment, mature cells need less"`
	Memory      float64       `param:"memory" default:"1 d" range:"1 h..30 d" doc:"time constant of NF-kB" source:"assumed"`
	Rate        float64       `param:"rate" default:"58 um^2/d" range:"0..1000" doc:"bone area resorbed per nucleus at full activity" source:"390 um3/h per cell on rabbit bone slices (Kanehisa & Heersche 1988) over the 10 um section and about 4 nuclei: 234; lowered so that the depth rate is 6-8 um/d under a 40 um footprint with five nuclei"`
	Speed       float64       `param:"speed" default:"3.5 um/d" range:"0..500" doc:"advance along bone while resorbing" source:"20-40 um/d (Parfitt 1994, recalled)"`
	Migration   float64       `param:"migration" default:"20 um/h" range:"0..500" doc:"speed in marrow and over covered bone" source:"at most 105 um/h when not resorbing (Kanehisa & Heersche 1988)"`
	Persistence float64       `param:"persistence" default:"1.2" range:"0..100" doc:"weight of keeping its heading, against noise" source:"assumed: trenches of several 100 um (Soe & Delaisse 2017)"`
	Chemotaxis  float64       `param:"chemotaxis" default:"8" range:"0..100" doc:"weight of the RANKL slope, against noise" source:"assumed"`
	Grip        float64       `param:"grip" default:"3" range:"0..100" doc:"weight of contact with mineralised bone, against noise" source:"assumed"`
	Openness    float64       `param:"openness" default:"10" range:"0..1000" doc:"weight of staying out of narrow pits, as excess bone in a disc of 50 um, against noise" source:"assumed: calcium freed in a narrow pit makes osteoclasts let go (Zaidi 1989, recalled), so that they turn sideways at 40-60 um"`
	TGFb        float64       `param:"tgfb_active" default:"0.2" range:"0..1" doc:"share of the matrix TGF-β that is freed active" source:"assumed: most stays latent"`
	Uptake      float64       `param:"uptake" default:"40 1/h" range:"0..1e4" doc:"RANKL bound and taken in by RANK, first order in the cell's pixel" source:"assumed: twice a precursor"`
	Poison      PoisonParams  `param:"bisphosphonate"`
	Fission     FissionParams `param:"fission"`
}

var osteoclast = kind[OsteoclastParams]{
	name: "osteoclast", plural: "osteoclasts", cover: CoverOsteoclast,
	doc:  "formed by fusion, nuclei turn over; resorbs per nucleus, moves along bone towards RANKL, frees matrix TGF-β and IGF-1; dies without RANKL or splits into osteomorphs",
	foot: func(p *OsteoclastParams) float64 { return p.Foot },
	act:  actOsteoclast,
}

func actOsteoclast(p *OsteoclastParams, env *Env, c Cell, r *rng.Stream, out *Intents) {
	for range c.Nuclei {
		if r.Hazard(1/p.NucleusLife, env.Step) {
			c.Nuclei--
		}
	}
	if c.Nuclei == 0 {
		out.Die("nuclei exhausted")
		return
	}
	env.follow(&c)
	c.RANK = relax(c.RANK, hill(env.Signal(signal.RANKL, c.Pos), p.HalfRANKL, cooperative), p.Memory, env.Step)
	c.Load = relax(c.Load, 0, p.Poison.Loss, env.Step)
	if why := p.death(env, c, r); why != "" {
		if why != starved || !p.split(env, c, r, out) {
			out.Die(why)
		}
		return
	}
	out.Takes(signal.RANKL, c.Pos, p.Uptake)
	contact := p.contact(env, c)
	p.resorb(env, &c, contact, out)
	p.walk(env, &c, len(contact) > 0, r, out)
	out.Self(c)
}

// starved is the death that an osteoclast can escape by splitting.
const starved Cause = "lack of RANKL"

// death returns why the cell dies in this step, if it does.
func (p *OsteoclastParams) death(env *Env, c Cell, r *rng.Stream) Cause {
	fed, hormones := float64(c.RANK), env.factor(&c, Apoptosis)
	if r.Hazard(hormones*fed/p.Lifespan, env.Step) {
		return "age"
	}
	if r.Hazard(hormones*(1-fed)/p.Starved, env.Step) {
		return starved
	}
	if r.Hazard(hormones*p.TGFbDeath*hill(env.Signal(signal.TGFb, c.Pos), p.HalfTGFb, 1), env.Step) {
		return "TGF-β"
	}
	if c.Load > 0 && r.Hazard(p.Poison.Kill*p.Poison.blocked(&c), env.Step) { // nothing is drawn without it
		return "bisphosphonate"
	}
	return ""
}

// site is a pixel under the ruffled border and its share of the acid.
type site struct {
	at    int32
	share float64 // of what the cell dissolves
	taken float64 // dissolved in this step [px]
}

// contact returns the open mineralised bone under the cell; what stands out most
// and lies nearest to the cell's middle gets most.
func (p *OsteoclastParams) contact(env *Env, c Cell) (sites []site) {
	const lineage = CoverReversal | CoverOsteoblast // lining cells it lifts off
	radius := p.Foot * math.Sqrt(float64(c.Nuclei)/typicalNuclei)
	total := 0.0
	env.Disc(c.Pos, radius, func(i int32, d2 float64) {
		if env.cover[i]&lineage == 0 && env.resorbable(i) {
			proud := 1.05 - env.support(i)                 // what stands out is dissolved from all sides
			share := proud * proud / ((4 + d2) * (4 + d2)) // falls to a quarter at 2 px: the acid is strongest under the middle
			sites, total = append(sites, site{at: i, share: share}), total+share
		}
	})
	for i := range sites {
		sites[i].share /= total
	}
	return sites
}

// resorbable tells whether pixel i holds open bone that is not osteoid.
func (e *Env) resorbable(i int32) bool {
	bone := e.Tissue.Bone(int(i))
	return bone > 0 && e.Tissue.Osteoid(int(i)) < 0.5*bone &&
		(bone < tissue.Solid || e.Exposed(i) && e.Tissue.Face(int(i)) != tissue.Covered)
}

func (p *OsteoclastParams) resorb(env *Env, c *Cell, contact []site, out *Intents) {
	c.Vigour = c.RANK * float32(1-p.Poison.blocked(c))
	amount := p.Rate * env.factor(c, Resorption) * float64(c.Nuclei) * float64(c.Vigour) * env.Step / env.Grid.PixelArea()
	for range 2 { // what a pixel cannot give, the others give in a second round
		left, open := 0.0, 0.0
		for i := range contact {
			s := &contact[i]
			bite := amount * s.share
			if room := float64(env.Tissue.Bone(int(s.at))) - s.taken; bite >= room {
				left, bite, s.share = left+bite-room, room, 0
			}
			s.taken, open = s.taken+bite, open+s.share
		}
		if left == 0 || open == 0 {
			break
		}
		amount = left / open
	}
	for _, s := range contact {
		out.Resorb(s.at, s.taken)
	}
}

// walk moves on along the bone it grips, or through marrow if it has lost it.
func (p *OsteoclastParams) walk(env *Env, c *Cell, attached bool, r *rng.Stream, out *Intents) {
	speed, keep := p.Migration, 0.0
	if attached {
		speed, keep = p.Speed, p.Persistence
	}
	to, dir := env.Walk(c.Pos, env.Strides(speed, r), r, func(j int32, heading float64) float64 {
		if env.crammed(j) {
			return -1e3 + p.Persistence*math.Cos(heading-float64(c.Dir)) // only when there is nothing else
		}
		return -p.Openness*max(env.Concavity(j, pit), 0) + keep*math.Cos(heading-float64(c.Dir)) + p.Grip*env.boneAround(j) +
			p.Chemotaxis*env.Slope(signal.RANKL, c.Pos, j)
	})
	if to != c.Pos {
		c.Dir = float32(dir)
		out.Move(to)
	}
}

// pit is the radius within which an osteoclast feels how deep it sits [um].
const pit = 50.0

// body is the radius of the room that an osteoclast needs: it widens the cavity
// that it enters instead of tunnelling through it [um].
const body = 10.0

// crammed tells whether the body of an osteoclast at marrow pixel i would stick
// in bone.
func (e *Env) crammed(i int32) bool {
	bone, n := 0.0, 0.0
	e.Disc(i, body, func(j int32, _ float64) { bone, n = bone+float64(e.Tissue.Bone(int(j))), n+1 })
	return bone > 0.12*n // assumed: no more than what a wall beside the body takes
}

// boneAround returns the share of resorbable pixels in reach of the body.
func (e *Env) boneAround(i int32) float64 {
	n, all := 0.0, 0.0
	e.Disc(i, 2*body, func(j int32, _ float64) {
		all++
		if e.cover[j]&(CoverReversal|CoverOsteoblast) == 0 && e.resorbable(j) {
			n++
		}
	})
	return min(4*n/all, 1)
}

// FreedTGFb returns the share of the matrix TGF-β that resorption frees active.
func FreedTGFb(set ParamSet) float64 { return set[Osteoclast].(*OsteoclastParams).TGFb }
