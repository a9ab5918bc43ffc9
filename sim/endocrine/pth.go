package endocrine

import (
	"math"

	"trabecula/sim/drug"
)

// PTHParams are the causes and constants of the parathyroid glands.
type PTHParams struct {
	Glands   int     `param:"glands" default:"4" range:"0..8" doc:"parathyroid glands; 0 after parathyroidectomy" source:"cause set by a scenario; four in most people"`
	Mass     float64 `param:"mass" default:"1" range:"0..50" doc:"secretory mass of each gland, of a healthy one" source:"cause set by a scenario"`
	SetPoint float64 `param:"set_point" base:"unit" default:"1.08 mM" range:"0.5 mM..2.5 mM" doc:"ionised calcium that half-inhibits release; 0.19 mM higher in primary hyperparathyroidism" source:"calibrated: with depletion the clamp shows the set-point 1.13 (SD 0.04) mM (Schwarz 1993); in primary hyperparathyroidism 1.32 (SD 0.10) mM"`

	Slowest   float64 `param:"minimum" default:"0.16" range:"0..0.9" doc:"release at saturating calcium, of that at rest" source:"calibrated: a quarter of rest in hypercalcaemic clamps (Brent 1988, Schwarz 1993)"`
	HalfLife  float64 `param:"half_life" default:"3 min" range:"30 s..1 h" doc:"half-life of intact PTH in plasma" source:"2-4 min (Bieglmayer 2002, recalled)"`
	Depletion float64 `param:"depletion" base:"unit" default:"0.22 1/h" range:"0.01 1/h..10 1/h" doc:"release at rest, of the stored PTH" source:"calibrated: the response to low calcium peaks within 10 min and falls to half within an hour"`
	Reserve   float64 `param:"reserve" default:"3.8" range:"0..20" doc:"stored PTH that is degraded, per PTH released at rest" source:"calibrated: 2-3 times rest is sustained in hypocalcaemic clamps (Schwarz 1993)"`

	Growth   float64 `param:"growth_time" default:"60 d" range:"1 d..3650 d" doc:"time constant with which secretory capacity follows its drives" source:"assumed: between days (mRNA) and the half-year of Peterson & Riggs 2010 (hyperplasia)"`
	Starved  float64 `param:"growth_low_calcium" default:"2.5" range:"1.01..20" doc:"capacity without calcium, of that at rest" source:"assumed: low calcium raises PTH mRNA 2-4 times in days (Naveh-Many 1989, recalled)"`
	Lacking  float64 `param:"growth_low_calcitriol" default:"3" range:"1.01..20" doc:"capacity without calcitriol, of that at rest" source:"assumed: less than the 4.1 of Peterson & Riggs 2010, as calcium falls with calcitriol here"`
	Loaded   float64 `param:"growth_high_phosphate" default:"4" range:"1.01..20" doc:"capacity at ever more phosphate, of that at rest" source:"assumed: high phosphate doubles gland growth in uraemia (Naveh-Many 1995, recalled)"`
	Smallest float64 `param:"growth_floor" default:"0.6" range:"0..0.99" doc:"capacity when any drive is at its least, of that at rest" source:"assumed: glands involute slowly and little"`
}

// pth is the parathyroid glands.
var pth = organ[PTHParams]{
	path: "endocrine.pth",
	doc:  "parathyroid glands: PTH by the calcium-sensing receptor, store and growth",
	bind: func(p *PTHParams, _ Person) axis { return newParathyroids(p) },
}

// parathyroids is the axis with its constants at hand.
type parathyroids struct {
	*PTHParams
	span                           float64 // of release over the minimum, of rest
	loss                           float64 // of PTH from plasma [1/h]
	calcium, calcitriol, phosphate drive   // of growth
}

// restSetPoint is the SetPoint of healthy glands [mM]; see there.
const restSetPoint = 1.08

// newParathyroids solves the greatest release from release 1 at rest.
func newParathyroids(p *PTHParams) *parathyroids {
	return &parathyroids{
		PTHParams:  p,
		span:       (1 - p.Slowest) * (1 + power16(restIonised/restSetPoint)),
		loss:       math.Ln2 / p.HalfLife,
		calcium:    newDrive(p.Starved, p.Smallest),
		calcitriol: newDrive(p.Lacking, p.Smallest),
		phosphate:  newDrive(p.Smallest, p.Loaded),
	}
}

// The states of the parathyroid glands.
const (
	pthPlasma   = iota
	pthStore    // releasable, of that at rest
	pthCapacity // to make PTH, of a healthy gland of the same mass
)

func (g *parathyroids) states(Person) []state {
	return []state{
		{"pth.plasma", "pM", restPTH, restPTH},
		{"pth.store", "1", 1, 1},
		{"pth.capacity", "1", 1, 1},
	}
}

func (g *parathyroids) publish(now *moment, y []float64) {
	now.Levels.PTH = y[pthPlasma]
	now.Levels.PTH1R = y[pthPlasma] + now.Drugs[drug.PTH1R]
}

// release returns release from a full store at an ionised calcium [mM], of that
// at rest: the inverse sigmoid of the calcium-sensing receptor.
func (g *parathyroids) release(ionised float64) float64 {
	return g.Slowest + g.span/(1+power16(ionised/g.SetPoint))
}

// derive: the store gains a constant synthesis and loses release and
// degradation. So release peaks when calcium falls, and settles below.
func (g *parathyroids) derive(now *moment, y, dy []float64) {
	l := &now.Levels
	released := g.release(l.Ionised) * y[pthStore]
	mass := float64(g.Glands) / 4 * g.Mass * y[pthCapacity]
	dy[pthPlasma] = g.loss * (restPTH*mass*released - y[pthPlasma])
	dy[pthStore] = g.Depletion * (1 + g.Reserve - released - g.Reserve*y[pthStore])
	dy[pthCapacity] = (g.wanted(now) - y[pthCapacity]) / g.Growth
}

// wanted returns the capacity that the drives of growth settle at.
func (g *parathyroids) wanted(now *moment) float64 {
	l := &now.Levels
	return g.calcium.at(power4(l.Ionised/restIonised)) *
		g.calcitriol.at(power2(now.VDR)) *
		g.phosphate.at(power2(l.Phosphate/restPhosphate))
}
