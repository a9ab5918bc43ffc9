package endocrine

import (
	"trabecula/sim/drug"
	"trabecula/sim/param"
)

// minerals are the parameters of all mineral axes, and a rig that runs them.
type minerals struct {
	*rig
	Diet       DietParams
	Phosphate  PhosphateParams
	Calcium    CalciumParams
	PTH        PTHParams
	VitaminD   VitaminDParams
	Calcitriol CalcitriolParams
	Calcitonin CalcitoninParams
	Gut        GutParams
	Kidney     KidneyParams
	skeleton   func(l *Levels) Bone // nil: a skeleton in balance
}

// remodelling is the calcium that bone frees and takes up at rest [mmol/h].
const remodelling = 12.5 / 24

var woman, man = param.Default[Person](), func() Person { p := param.Default[Person](); p.Sex = "male"; return p }()

// newMinerals returns the axes of a person, with causes changed from the start.
func newMinerals(p Person, estradiol float64, change func(m *minerals)) *minerals {
	m := &minerals{Diet: param.Default[DietParams](), Phosphate: param.Default[PhosphateParams](),
		Calcium: param.Default[CalciumParams](), PTH: param.Default[PTHParams](),
		VitaminD: param.Default[VitaminDParams](), Calcitriol: param.Default[CalcitriolParams](),
		Calcitonin: param.Default[CalcitoninParams](), Gut: param.Default[GutParams](), Kidney: param.Default[KidneyParams]()}
	if change != nil {
		change(m)
	}
	m.rig = newRig(p, Levels{FreeEstradiol: estradiol},
		diet.bind(&m.Diet, p), phosphate.bind(&m.Phosphate, p), calcium.bind(&m.Calcium, p), pth.bind(&m.PTH, p),
		vitaminD.bind(&m.VitaminD, p), calcitriol.bind(&m.Calcitriol, p), calcitonin.bind(&m.Calcitonin, p),
		gut.bind(&m.Gut, p), kidney.bind(&m.Kidney, p))
	m.now.Bone = Bone{Resorption: remodelling, Formation: remodelling}
	m.rig.see(0, m.y)
	return m
}

// hours advances in steps that are short for PTH, and shows the levels ten times
// an hour.
func (m *minerals) hours(n float64, watch func(t float64, l *Levels)) Levels {
	const h = 0.1
	start := m.now.Time
	for i := range int(n/h + 0.5) {
		if m.skeleton != nil {
			m.now.Bone = m.skeleton(&m.now.Levels)
		}
		m.step(start+float64(i)*h, h)
		m.see(start+float64(i+1)*h, m.y)
		if watch != nil {
			watch(m.now.Time, &m.now.Levels)
		}
	}
	return m.now.Levels
}

// give doses a port at a rate over a time [h].
func give(p drug.Port, rate, from, to float64) func(t float64) drug.Ports {
	return func(t float64) (d drug.Ports) {
		if t >= from && t < to {
			d[p] = rate
		}
		return d
	}
}
