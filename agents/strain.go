package agents

import "math"

// MechanicsParams rule what load does to an osteocyte. Its stimulus is the strain
// energy density at its place relative to what it is used to.
type MechanicsParams struct {
	Memory     float64 `param:"memory" default:"4 d" range:"1 h..100 d" doc:"time over which load is averaged" source:"assumed: sclerostin falls within a day of loading and bone answers to daily histories (Robling 2008, recalled)"`
	Habituate  float64 `param:"habituation" default:"4 y" range:"30 d..100 y" doc:"time constant with which a cell gets used to a new load" source:"assumed: cellular accommodation (Turner 1999, recalled) over years, so that months of bed rest count in full"`
	Sclerostin float64 `param:"sclerostin" default:"0.35" range:"0..2" doc:"fall of sclerostin secretion with the logarithm of the stimulus" source:"unloading raises it 1.5-2x, loading lowers it (Robling 2008, Lin 2009, recalled): 0.35 gives 2.3x at a tenth of the energy"`
	RANKL      float64 `param:"rankl" default:"0.4" range:"0..2" doc:"fall of RANKL secretion with the logarithm of the stimulus" source:"direction: rises on unloading through sclerostin and by itself (Xiong 2011, Wijenayaka 2011); size assumed: 2.5x at a tenth of the energy"`
	Death      float64 `param:"death" default:"0.7" range:"0..2" doc:"rise of apoptosis with the logarithm of the stimulus that is lacking" source:"unloading makes osteocytes die before bone is lost (Aguirre 2006, recalled); size assumed: 5x at a tenth of the energy"`
	Least      float64 `param:"least" default:"0.03" range:"1e-4..1" doc:"stimulus below which less makes no difference" source:"assumed: muscle and posture never unload bone altogether"`
	Most       float64 `param:"most" default:"6" range:"1..100" doc:"stimulus above which more makes no difference" source:"assumed: the adapted window is left at two to three times the habitual strain (Frost 2003, recalled), four to nine of its energy"`
}

// feel carries the stimulus and the habit of an osteocyte over the step.
func (p *MechanicsParams) feel(env *Env, c *Cell) {
	if env.Energy == nil {
		c.Strain = 1
		return
	}
	felt := max(float64(env.Energy[c.Pos]), 1e-6)
	if c.Habit == 0 && env.Tissue.Mineral(int(c.Pos)) < 0.3 {
		c.Strain = 1 // assumed: osteoid around the cell gives way and tells it nothing
		return
	}
	if c.Habit == 0 { // newly laid in, or founded: bone is held to what the section is adapted to
		c.Habit, c.Strain = float32(env.Adapted), 1
		if env.Tick == 0 {
			c.Habit = float32(felt)
		}
	}
	ratio := min(max(felt/float64(c.Habit), p.Least), p.Most)
	c.Strain = relax(c.Strain, ratio, p.Memory, env.Step)
	c.Habit = relax(c.Habit, felt, p.Habituate, env.Step)
}

// response is by what load multiplies what an osteocyte does, 1 when it is what
// the cell is used to.
type response struct{ sclerostin, rankl, death float64 }

// respond returns the response of an osteocyte to its stimulus: power laws, since
// cells tell ratios apart (assumed).
func (p *MechanicsParams) respond(c *Cell) response {
	u := math.Log(max(float64(c.Strain), p.Least))
	return response{math.Exp(-p.Sclerostin * u), math.Exp(-p.RANKL * u), math.Exp(p.Death * max(-u, 0))}
}
