package agents

// PoisonParams rule what bisphosphonate taken up with bone does to an osteoclast:
// it blocks the synthesis of farnesyl pyrophosphate, without which the ruffled
// border is lost and the cell dies.
type PoisonParams struct {
	Uptake float64 `param:"uptake" default:"0.1" range:"0..1" doc:"share of the bisphosphonate freed by the cell that it takes in" source:"assumed: fluid-phase endocytosis takes what is in solution, mineral holds most (Thompson 2006, recalled)"`
	Half   float64 `param:"half" default:"1e5 molecules" range:"1..1e15" doc:"load per nucleus, zoledronate-equivalent, that halves activity" source:"calibrated: a dose of 5 mg lowers resorption by two thirds in the first year (HORIZON, Black 2007: C-telopeptide -59 % at 12 months, recalled); it is 0.2 uM in the 800 um3 of cell that a nucleus has in the section, in culture 0.1-1 uM act (recalled)"`
	Kill   float64 `param:"death" default:"0.3 1/d" range:"0..10" doc:"hazard of apoptosis at full block, on top" source:"assumed: apoptosis is seen after 1-3 days, yet many poisoned osteoclasts live on (Weinstein 2009, recalled)"`
	Loss   float64 `param:"loss" default:"10 d" range:"1 h..1 y" doc:"time constant of the loss of the load" source:"assumed: within the life of the cell"`
}

// blocked returns the share of the activity of a cell that its load takes.
func (p *PoisonParams) blocked(c *Cell) float64 {
	return hill(float64(c.Load)/float64(c.Nuclei), p.Half, 1)
}

// Poisoned returns the share of the bisphosphonate an osteoclast frees that it
// takes in.
func Poisoned(set ParamSet) float64 { return set[Osteoclast].(*OsteoclastParams).Poison.Uptake }
