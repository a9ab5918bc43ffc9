package endocrine

import (
	"math"

	"trabecula/field/signal"
	"trabecula/sim/unit"
)

// AntiresorptiveParams rule what bisphosphonate does in the rest of the skeleton.
type AntiresorptiveParams struct {
	Exposure float64 `param:"exposure" base:"unit" default:"6 nM" range:"0.01 nM..1e5 nM" doc:"free bisphosphonate in plasma, zoledronate-equivalent, of which a day binds to bone what halves the activity of osteoclasts" source:"calibrated: C-telopeptide 59 % lower a year after 5 mg of zoledronate (HORIZON, Black 2007, recalled)"`
	Burial   float64 `param:"burial" default:"0.8 y" range:"1 d..100 y" doc:"time constant with which bound bisphosphonate is lost to osteoclasts under healthy turnover" source:"assumed: under the slower turnover of treatment an infusion tells for five years (Grey 2012, recalled)"`
	Idle     float64 `param:"burial_at_rest" default:"0.3" range:"0..1" doc:"the part of that which goes on without resorption" source:"assumed: new matrix covers it, and it leaves the surface by itself"`
}

// picomolar are the pM of a nM.
const picomolar = 1000

// poisoned returns the bisphosphonate on bone after a step: what blood brings
// binds, what is resorbed or built over is lost.
func (s *skeleton) poisoned(blood []signal.Blood, dt float64) float64 {
	p, brought := &s.p.Antiresorptive, 0.0
	for i := range blood {
		brought += blood[i][signal.Bisphosphonate] / float64(len(blood)) * dt
	}
	lost := (p.Idle + (1-p.Idle)*s.resorption()) / p.Burial
	return s.Cells.Poison*math.Exp(-lost*dt) + brought/(p.Exposure*picomolar*unit.Day)
}
