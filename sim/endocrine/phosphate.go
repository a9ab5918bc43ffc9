package endocrine

// PhosphateParams are the constants of phosphate in extracellular fluid.
type PhosphateParams struct {
	Volume float64 `param:"volume" base:"unit" default:"14 L" range:"5 L..40 L" doc:"volume in which phosphate of serum is distributed" source:"extracellular fluid, Peterson & Riggs 2010"`
}

// phosphate is inorganic phosphate in extracellular fluid.
var phosphate = organ[PhosphateParams]{
	path: "endocrine.phosphate",
	doc:  "phosphate: inorganic, in serum",
	bind: func(p *PhosphateParams, _ Person) axis { return phosphatePool{p} },
}

// phosphatePool is the axis.
type phosphatePool struct{ *PhosphateParams }

func (p phosphatePool) states(Person) []state {
	content := restPhosphate * p.Volume
	return []state{{"phosphate.serum", "mmol", content, content}}
}

func (p phosphatePool) publish(now *moment, y []float64) {
	now.Levels.Phosphate = y[0] / p.Volume
}

func (p phosphatePool) derive(now *moment, _, dy []float64) {
	l := &now.Levels
	bone := now.Bone.Resorption - now.Bone.Laid(l.Mineralisation) + l.CalciumExchange
	dy[0] = l.PhosphateAbsorbed - l.PhosphateUrine + phosphatePerCalcium*bone
}
