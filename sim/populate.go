package sim

import (
	"trabecula/agents"
	"trabecula/field/signal"
	"trabecula/field/tissue"
	"trabecula/sim/rng"
)

// sinusoids places the vessels: random marrow pixels clear of bone.
func sinusoids(p MarrowParams, v tissue.View, seed uint64) (sites []int32) {
	g := v.Grid()
	env := agents.NewEnv(v, [signal.Count][]float32{}, nil, 1)
	r := rng.At(seed, 0, 0, purposeSinusoid)
	want := int(p.Sinusoids*env.MarrowArea()*1e6 + 0.5)
	for try := 0; len(sites) < want && try < 300*want; try++ {
		i := int32(r.IntN(g.Len()))
		clear := true
		env.Disc(i, p.Clearance, func(j int32, _ float64) { clear = clear && env.Marrow(j) })
		if clear {
			sites = append(sites, i)
		}
	}
	return sites
}

// populate founds the cells of every kind, in the order of the catalogue.
func (m *Model) populate() {
	m.freeze()
	for k := range m.rules {
		if m.rules[k].Found == nil {
			continue
		}
		r := m.stream(uint64(k), purposeFound)
		for _, c := range m.rules[k].Found(m.env, &r) {
			c.ID, c.Nuclei, c.Kind, c.Paths = m.nextID, 1, agents.Kind(k), m.env.AtRest(agents.Kind(k))
			m.nextID++
			m.cells = append(m.cells, c)
		}
	}
}
