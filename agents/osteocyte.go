package agents

import (
	"math"

	"trabecula/field/signal"
	"trabecula/sim/rng"
)

// OsteocyteParams rule the cells buried in bone.
type OsteocyteParams struct {
	Density    float64 `param:"density" default:"2.2e-4 1/um^2" range:"0..1e-3" doc:"lacunae per bone area in the initial section" source:"20,000-30,000 /mm3 x a caliper of 8-12 um (Buenzli & Sims 2015, bionumbers 111548)"`
	Spacing    float64 `param:"spacing" default:"38 um" range:"10 um..200 um" doc:"least distance between lacunae in the initial section" source:"assumed: about half of the mean planar spacing 67 um, lacunae are not clustered"`
	Dead       float64 `param:"dead" default:"0.03" range:"0..1" doc:"share of dead osteocytes in the initial section, their alarm at a random stage" source:"assumed: about what the hazard of apoptosis leaves in steady state; so that a section starts at work, as biopsies show it"`
	Apoptosis  float64 `param:"apoptosis" default:"0.15 1/y" range:"0..10" doc:"hazard of apoptosis in healthy bone" source:"assumed: mean life of 7 y, below the 25 y of Frost, damage and lack of load apart; sets how often remodelling is called for"`
	Alarm      float64 `param:"alarm" default:"150 d" range:"1 d..1000 d" doc:"mean time for which a dead osteocyte keeps its neighbours alarmed" source:"assumed: apoptotic signal persists for weeks to months until the lacuna is resorbed"`
	AlarmReach float64 `param:"alarm_reach" default:"80 um" range:"10 um..500 um" doc:"distance up to which neighbours react to a dead osteocyte" source:"Verborgt 2000 (recalled): apoptosis and signals within about 100 um of a crack"`
	AlarmRANKL float64 `param:"alarm_rankl" default:"18" range:"0..100" doc:"rise of RANKL secretion in a fully alarmed osteocyte, on top of 1" source:"assumed: bystander osteocytes raise RANKL several fold (Kennedy 2012, recalled)"`
	RANKL      float64 `param:"rankl" default:"1500 molecules/h" range:"0..1e7" doc:"RANKL secretion of a calm osteocyte" source:"assumed: gives a few pM in the section, a third of the half-effect on RANK"`
	OPG        float64 `param:"opg" default:"1e5 molecules/h" range:"0..1e9" doc:"OPG secretion" source:"assumed: gives the order of 200 pM found in stromal cell medium (Rubin 2002: 12 ng/mL)"`
	Sclerostin float64 `param:"sclerostin" default:"2e4 molecules/h" range:"0..1e9" doc:"sclerostin secretion" source:"assumed: gives the serum order of 20-60 pM near bone"`
	MCSF       float64 `param:"mcsf" default:"1000 molecules/h" range:"0..1e7" doc:"M-CSF secretion" source:"assumed: order of RANKL"`

	Paracrine float64 `param:"paracrine" default:"0.5" range:"0..1" doc:"share of RANKL secretion that hangs on sclerostin around the cell" source:"direction: sclerostin raises RANKL over OPG in osteocytes, 7x resorption at 100 ng/mL (Wijenayaka 2011); CTX falls by 40 % within two weeks of an antibody (McColm 2014, recalled); size assumed"`
	HalfScl   float64 `param:"half_sclerostin" default:"80 pM" range:"0.01 pM..1e6 pM" doc:"sclerostin of half of that effect" source:"assumed: what osteocytes keep around themselves in health"`

	Mechanics MechanicsParams `param:"mechanics"`
	Damage    DamageResponse  `param:"damage"`
}

var osteocyte = kind[OsteocyteParams]{
	name: "osteocyte", plural: "osteocytes",
	doc:   "buried in bone; senses the loss of neighbours, secretes sclerostin, OPG and RANKL; a dead one leaves its lacuna until it is resorbed",
	act:   actOsteocyte,
	found: foundOsteocytes,
}

func actOsteocyte(p *OsteocyteParams, env *Env, c Cell, r *rng.Stream, out *Intents) {
	if env.Marrow(c.Pos) {
		out.Die("resorbed")
		return
	}
	if c.Has(Dead) {
		c.Clock += float32(env.Step)
		out.Self(c)
		return
	}
	env.follow(&c)
	p.Mechanics.feel(env, &c)
	loaded := p.Mechanics.respond(&c)
	if why := p.death(env, &c, loaded, r); why != "" {
		c.Flags |= Dead
		c.Clock = 0
		out.Note("apoptosis", why)
	}
	c.RANK = float32(p.alarm(env, c.Pos))
	out.Secretes(signal.RANKL, c.Pos, p.RANKL*(1+p.AlarmRANKL*float64(c.RANK))*loaded.rankl*p.answer(env, &c)*env.factor(&c, RANKLSecretion))
	out.Secretes(signal.OPG, c.Pos, p.OPG*env.factor(&c, OPGSecretion))
	out.Secretes(signal.Sclerostin, c.Pos, p.Sclerostin*loaded.sclerostin*env.factor(&c, SclerostinSecretion))
	out.Secretes(signal.MCSF, c.Pos, p.MCSF)
	out.Self(c)
}

// answer returns by what sclerostin multiplies RANKL secretion: 1 in health.
func (p *OsteocyteParams) answer(env *Env, c *Cell) float64 {
	return 1 + p.Paracrine*(2*hill(env.Signal(signal.Sclerostin, c.Pos), p.HalfScl, 1)-1)
}

// death returns why an osteocyte dies in this step, if it does.
func (p *OsteocyteParams) death(env *Env, c *Cell, loaded response, r *rng.Stream) Cause {
	hormones := env.factor(c, Apoptosis)
	if r.Hazard(p.Apoptosis*hormones, env.Step) {
		if hormones > 1.5 {
			return "hormones" // more likely than not
		}
		return "age"
	}
	if loaded.death > 1 && r.Hazard(p.Apoptosis*(loaded.death-1), env.Step) {
		return "disuse"
	}
	if cracked := env.damageHazard(c, &p.Damage); cracked > 0 && r.Hazard(cracked, env.Step) {
		return "microdamage"
	}
	return ""
}

// alarm returns how strongly an osteocyte misses dead neighbours [0..1].
func (p *OsteocyteParams) alarm(env *Env, at int32) float64 {
	return env.missed(at, p.AlarmReach, p.Alarm)
}

// missed returns how strongly dead osteocytes within reach [um] of a pixel are
// noticed there, if it fades with a time constant [h]: 0..1.
func (e *Env) missed(at int32, reach, fade float64) float64 {
	sum := 0.0
	far := reach / e.Grid.Pixel
	e.Near(at, reach, func(slot int32, d2 float64) bool {
		if o := &e.cells[slot]; o.Kind == Osteocyte && o.Has(Dead) {
			sum += math.Exp(-float64(o.Clock)/fade) * (1 - math.Sqrt(d2)/far)
		}
		return true
	})
	return min(2*sum, 1) // assumed: a fresh death at half the reach alarms fully
}

// foundOsteocytes throws lacunae at random and keeps those not too near others.
func foundOsteocytes(p *OsteocyteParams, env *Env, r *rng.Stream) []Cell {
	var cells []Cell
	bone := env.Grid.Area() - env.MarrowArea()*1e6
	want := int(p.Density * bone)
	spacing2 := (p.Spacing / env.Grid.Pixel) * (p.Spacing / env.Grid.Pixel)
	for try := 0; len(cells) < want && try < 200*want; try++ {
		i := int32(r.IntN(env.Grid.Len()))
		if !env.Marrow(i) && env.Tissue.Bone(int(i)) > 0.99 && !env.Exposed(i) && far(env, cells, i, spacing2) {
			cells = append(cells, p.founder(i, r))
		}
	}
	return cells
}

func far(env *Env, cells []Cell, i int32, spacing2 float64) bool {
	x, y := env.Grid.XY(int(i))
	for _, c := range cells {
		cx, cy := env.Grid.XY(int(c.Pos))
		if float64((x-cx)*(x-cx)+(y-cy)*(y-cy)) < spacing2 {
			return false
		}
	}
	return true
}

// founder returns an osteocyte of the initial section, dead with some chance.
func (p *OsteocyteParams) founder(i int32, r *rng.Stream) Cell {
	c := Cell{Kind: Osteocyte, Pos: i}
	if r.Chance(p.Dead) {
		c.Flags |= Dead
		c.Clock = float32(-p.Alarm * math.Log(1-r.Float64()))
	}
	return c
}
