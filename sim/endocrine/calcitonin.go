package endocrine

import (
	"math"

	"trabecula/sim/drug"
)

// CalcitoninParams are the causes and constants of the C cells of the thyroid.
type CalcitoninParams struct {
	Cells float64 `param:"c_cells" default:"1" range:"0..1000" doc:"secretory mass of C cells, of healthy ones; 0 after total thyroidectomy, 100 and more in medullary carcinoma" source:"cause set by a scenario"`

	Least    float64 `param:"without_calcium" default:"0.5" range:"0..0.99" doc:"secretion without calcium, of that at rest" source:"assumed: basal secretion is mostly constitutive"`
	Most     float64 `param:"maximum" default:"8" range:"1.01..100" doc:"secretion at saturating calcium, of that at rest" source:"calcium infusion raises calcitonin several-fold (Parthemore 1978, recalled)"`
	HalfLife float64 `param:"half_life" default:"10 min" range:"1 min..5 h" doc:"half-life of calcitonin in plasma" source:"about 10 min (Ardaillou 1970, recalled)"`
}

// calcitonin is the C cells of the thyroid.
var calcitonin = organ[CalcitoninParams]{
	path: "endocrine.calcitonin",
	doc:  "C cells: calcitonin, which rises with ionised calcium above 1.3 mM",
	bind: func(p *CalcitoninParams, who Person) axis { return newCCells(p, who) },
}

// cCells is the axis with its constants at hand.
type cCells struct {
	*CalcitoninParams
	rest, loss float64 // [pM], [1/h]
	casr       drive
}

// newCCells binds the axis to a person.
func newCCells(p *CalcitoninParams, who Person) *cCells {
	return &cCells{p, restCalcitonin(who), math.Ln2 / p.HalfLife, newDrive(p.Least, p.Most)}
}

func (c *cCells) states(Person) []state {
	return []state{{"calcitonin.plasma", "pM", c.rest, c.rest}}
}

func (c *cCells) publish(now *moment, y []float64) {
	now.Levels.Calcitonin = y[0] + now.Drugs[drug.CalcitoninR]
}

func (c *cCells) derive(now *moment, y, dy []float64) {
	secreted := c.Cells * c.casr.at(power16(now.Levels.Ionised/restIonised))
	dy[0] = c.loss * (c.rest*secreted - y[0])
}
