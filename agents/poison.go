package agents

// PoisonParams rule what bisphosphonate taken up with bone does to an osteoclast:
// it blocks the synthesis of farnesyl pyrophosphate, without which the ruffled
// border is lost and the cell dies.
type PoisonParams struct {
	Half float64 `param:"half" default:"1e7 molecules" range:"1..1e15" doc:"load per nucleus, zoledronate-equivalent, that halves activity" source:"estimate: what the first one or two pixels of surface hold after a dose; about 20 uM in the cell, where 1-10 uM around them for two days stops osteoclasts (recalled)"`
	Kill float64 `param:"death" default:"0.3 1/d" range:"0..10" doc:"hazard of apoptosis at full block, on top" source:"assumed: apoptosis is seen after 1-3 days, yet many poisoned osteoclasts live on (Weinstein 2009, recalled)"`
	Loss float64 `param:"loss" default:"10 d" range:"1 h..1 y" doc:"time constant of the loss of the load" source:"assumed: within the life of the cell"`
}

// blocked returns the share of the activity of a cell that its load takes.
func (p *PoisonParams) blocked(c *Cell) float64 {
	return hill(float64(c.Load)/float64(c.Nuclei), p.Half, 1)
}
