package agents

import "math"

// DamageResponse rules how osteocytes die of microcracks.
type DamageResponse struct {
	Reach  float64 `param:"reach" default:"100 um" range:"10 um..500 um" doc:"distance from a microcrack at which osteocytes die" source:"Verborgt 2000, J Bone Miner Res 15:60 (recalled): apoptosis within about 100 um of a crack"`
	Hazard float64 `param:"hazard" default:"9 1/y" range:"0..1000" doc:"hazard of death of an osteocyte within reach of one microcrack" source:"derived: at 5.25 per cm2 (femoral head controls, BJR 2017) it is 0.015 a year, half of the hazard in sound bone, so that a third of remodelling is targeted (30 %, Burr 2002, Bone 30:2, recalled); a cell by a crack lives for six weeks"`
}

// damageHazard returns the hazard of an osteocyte's death by the microcracks
// around it [1/h]: as many as are expected within reach, of a density that is the
// mean of its pixel and eight on a circle within the reach.
func (env *Env) damageHazard(c *Cell, p *DamageResponse) float64 {
	cracks := env.damageAround(c.Pos, p.Reach/math.Sqrt2) * math.Pi * p.Reach * p.Reach
	return p.Hazard * cracks
}

// damageAround returns the mean density of microcracks in the bone of pixel at and
// of eight points on a circle around it [1/um2].
func (env *Env) damageAround(at int32, radius float64) float64 {
	x0, y0 := env.Grid.XY(int(at))
	far := int(radius/env.Grid.Pixel + 0.5)
	near := int(radius/env.Grid.Pixel/math.Sqrt2 + 0.5)
	sum, n := float64(env.Tissue.Damage(int(at))), 1.0
	for _, d := range [...][2]int{{-near, -near}, {0, -far}, {near, -near}, {-far, 0}, {far, 0}, {-near, near}, {0, far}, {near, near}} {
		x, y := x0+d[0], y0+d[1]
		if env.Grid.Inside(x, y) && !env.Marrow(int32(env.Grid.At(x, y))) {
			sum, n = sum+float64(env.Tissue.Damage(env.Grid.At(x, y))), n+1
		}
	}
	return sum / n
}
