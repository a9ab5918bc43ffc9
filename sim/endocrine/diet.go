package endocrine

// DietParams are the minerals in food and drink.
type DietParams struct {
	Calcium   float64 `param:"calcium" base:"unit" default:"1000 mg/d" range:"0 mg/d..5000 mg/d" doc:"calcium in food and drink" source:"cause set by a scenario; recommended for adults 1000 mg/d (IOM 2011)"`
	Phosphate float64 `param:"phosphate" base:"unit" default:"1200 mg/d" range:"0 mg/d..6000 mg/d" doc:"phosphorus in food and drink" source:"cause set by a scenario; 1000-1500 mg/d eaten (textbooks)"`
}

// diet is what a person eats, evenly over the day.
var diet = organ[DietParams]{
	path: "endocrine.diet",
	doc:  "diet: calcium and phosphate eaten",
	bind: func(p *DietParams, _ Person) axis { return meals{p} },
}

// meals is the diet as an axis without states.
type meals struct{ *DietParams }

func (m meals) states(Person) []state { return nil }

func (m meals) publish(now *moment, _ []float64) {
	now.Levels.CalciumIntake = m.Calcium / molarCalcium / 24
	now.Levels.PhosphateIntake = m.Phosphate / molarPhosphorus / 24
}

func (m meals) derive(*moment, []float64, []float64) {}
