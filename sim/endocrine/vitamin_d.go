package endocrine

import (
	"math"

	"trabecula/sim/drug"
)

// VitaminDParams are the causes and constants of 25-hydroxyvitamin D.
type VitaminDParams struct {
	Intake float64 `param:"intake" base:"unit" default:"200 IU/d" range:"0 IU/d..50000 IU/d" doc:"vitamin D eaten" source:"cause set by a scenario; 150-300 IU/d without supplements (Calvo 2005, recalled)"`
	Sun    float64 `param:"sun" base:"unit" default:"104 nmol/d" range:"0 nmol/d..2000 nmol/d" doc:"vitamin D made in the skin" source:"cause set by a scenario; calibrated: 75 nM with the usual intake"`

	HalfLife float64 `param:"half_life" default:"15 d" range:"2 d..100 d" doc:"half-life of 25(OH)D at 75 nM; longer where there is less" source:"2-3 weeks (Jones 2012, recalled)"`
	Linear   float64 `param:"unregulated_loss" default:"0.2" range:"0..1" doc:"share of the loss of 25(OH)D at 75 nM that does not rise with its level" source:"calibrated: 15 ug/d keep 40-50 nM without sun, 100 ug/d more raise 75 nM by 60-70 nM (Heaney 2003, IOM 2011; recalled)"`
}

// vitaminD is 25-hydroxyvitamin D, the store from which calcitriol is made.
var vitaminD = organ[VitaminDParams]{
	path: "endocrine.vitamin_d",
	doc:  "vitamin D: 25(OH)D from food, sun and supplements",
	bind: func(p *VitaminDParams, _ Person) axis { return newCalcidiol(p) },
}

// calcidiol is the axis with its constants at hand.
type calcidiol struct {
	*VitaminDParams
	loss   float64 // at rest [1/h]
	volume float64 // apparent, with what the liver does not hydroxylate [L]
}

// nmolPerIU converts vitamin D3: an IU is 25 ng, 384.6 g/mol.
const nmolPerIU = 25 / 384.6

// newCalcidiol solves the apparent volume from the supply at rest.
func newCalcidiol(p *VitaminDParams) *calcidiol {
	const supply = (200*nmolPerIU + 104) / 24 // at rest, the defaults [nmol/h]
	loss := math.Ln2 / p.HalfLife
	return &calcidiol{p, loss, supply / (loss * restVitaminD)}
}

func (c *calcidiol) states(Person) []state {
	return []state{{"vitamin_d.25ohd", "nM", restVitaminD, restVitaminD}}
}

func (c *calcidiol) publish(now *moment, y []float64) { now.Levels.VitaminD = y[0] }

// derive: the 24-hydroxylase is induced by vitamin D itself, so most of the loss
// rises with the square of the level.
func (c *calcidiol) derive(now *moment, y, dy []float64) {
	supply := (c.Intake*nmolPerIU+c.Sun)/24 + now.Drugs[drug.VitaminDIn]
	dy[0] = supply/c.volume - c.loss*y[0]*(c.Linear+(1-c.Linear)*y[0]/restVitaminD)
}
