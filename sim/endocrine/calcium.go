package endocrine

import (
	"math"

	"trabecula/sim/drug"
)

// CalciumParams are the constants of calcium in extracellular fluid and on the
// surfaces of bone.
type CalciumParams struct {
	Albumin float64 `param:"albumin" base:"unit" default:"42 g/L" range:"5 g/L..80 g/L" doc:"albumin in serum" source:"cause set by a scenario; reference interval 35-50 g/L"`

	Volume   float64 `param:"volume" base:"unit" default:"14 L" range:"5 L..40 L" doc:"volume in which calcium and phosphate of serum are distributed" source:"extracellular fluid, Peterson & Riggs 2010"`
	Affinity float64 `param:"albumin_kd" base:"unit" default:"10 mM" range:"0.5 mM..100 mM" doc:"dissociation constant of calcium and albumin" source:"association constant about 100/M (Pedersen 1972, recalled)"`

	Pool     float64 `param:"exchangeable" base:"unit" default:"100 mmol" range:"1 mmol..1000 mmol" doc:"calcium on bone surfaces that exchanges with serum" source:"Peterson & Riggs 2010"`
	Exchange float64 `param:"exchange" base:"unit" default:"88 mmol/d" range:"1 mmol/d..1000 mmol/d" doc:"calcium exchanged either way between serum and bone surfaces at rest" source:"Peterson & Riggs 2010"`
	Lowest   float64 `param:"release_without_pth" default:"0.6" range:"0..0.99" doc:"release from bone surfaces without PTH, of that at rest" source:"calibrated: calcium falls to 5-7 mg/dL within two days of parathyroidectomy"`
	Highest  float64 `param:"release_maximum" default:"1.35" range:"1.01..10" doc:"release from bone surfaces at saturating PTH, of that at rest" source:"calibrated: calcium rises by 0.4 mg/dL after 20 ug of teriparatide (label, recalled)"`
	Response float64 `param:"release_time" default:"3 h" range:"1 min..2 d" doc:"time constant with which lining cells and osteocytes follow PTH" source:"calibrated: calcium peaks 4-7 h after an injection of PTH (label of teriparatide, recalled)"`
	Mineral  float64 `param:"mineral_maximum" default:"2" range:"1.01..5" doc:"mineralisation at an ever greater product of calcium and phosphate, of that at rest" source:"assumed: mineral is laid down in proportion to the product when it is low, as in osteomalacia, and a little more when it is high"`
	Calming  float64 `param:"calcitonin_floor" default:"0.9" range:"0..0.999" doc:"release from bone surfaces at saturating calcitonin, of that without" source:"assumed: calcitonin hardly lowers the calcium of healthy adults unless their turnover is high"`
	CalmHalf float64 `param:"calcitonin_half" base:"unit" default:"20 pM" range:"0.1 pM..1000 pM" doc:"calcitonin, human-equivalent, with half of its effect on bone surfaces" source:"half-maximal 1-10 pM of salmon, 10-30 times more of human calcitonin (recalled)"`
}

// calcium is calcium in extracellular fluid and on bone surfaces.
var calcium = organ[CalciumParams]{
	path: "endocrine.calcium",
	doc:  "calcium: total and ionised in serum, exchange with bone surfaces",
	bind: func(p *CalciumParams, who Person) axis { return newSerum(p, who) },
}

// serum is the axis with its constants at hand.
type serum struct {
	*CalciumParams
	sites    float64 // on each g/L of albumin [mM]
	exchange float64 // at rest [mmol/h]
	release  drive   // from bone surfaces, by PTH
	mineral  drive   // uptake by bone, by the product of calcium and phosphate
	calm     float64 // share of release that the calcitonin of rest leaves
}

// newSerum solves the sites on albumin from the calcium that is bound at rest.
func newSerum(p *CalciumParams, who Person) *serum {
	const albumin = 42 // of the healthy adult [g/L]
	bound := restCalcium - restIonised - restComplexed
	s := &serum{
		CalciumParams: p,
		sites:         bound * (p.Affinity + restIonised) / restIonised / albumin,
		exchange:      p.Exchange / 24,
		release:       newDrive(p.Lowest, p.Highest),
		mineral:       newDrive(0, p.Mineral),
	}
	s.calm = s.calmed(restCalcitonin(who))
	return s
}

// The states of calcium.
const (
	calciumSerum   = iota // in extracellular fluid
	calciumSurface        // exchangeable, on bone
	calciumRelease        // from surfaces, of that at rest
	calciumFreed          // by osteoclasts so far
	calciumLaid           // down in bone so far
	calciumInfused        // into veins so far, less what chelators bound
)

func (s *serum) states(Person) []state {
	content := restCalcium * s.Volume
	return []state{
		{"calcium.serum", "mmol", content, content},
		{"calcium.surface", "mmol", s.Pool, s.Pool},
		{"calcium.release", "1", 1, 1},
		{"calcium.freed", "mmol", 0, 100},
		{"calcium.laid", "mmol", 0, 100},
		{"calcium.infused", "mmol", 0, 100},
	}
}

func (s *serum) publish(now *moment, y []float64) {
	l := &now.Levels
	l.Calcium = y[calciumSerum] / s.Volume
	l.Ionised = s.ionised(l.Calcium, l.Phosphate)
	l.Mineralisation = s.mineral.at(power2(l.Ionised/restIonised) * l.Phosphate / restPhosphate)
	l.CalciumExchange = s.exchange * (y[calciumRelease]*y[calciumSurface]/s.Pool - l.Ionised/restIonised)
}

// complexed returns calcium in diffusible complexes per ionised calcium, at a
// phosphate [mM]. A third is phosphate's (Walser 1961, recalled), the rest is
// bicarbonate's, citrate's and lactate's.
func complexed(phosphate float64) float64 {
	return restComplexed / restIonised * (2 + phosphate/restPhosphate) / 3
}

// ionised returns ionised calcium [mM] of a total: the positive root of
// total = ionised (1 + c) + sites ionised / (kd + ionised).
func (s *serum) ionised(total, phosphate float64) float64 {
	c, sites, kd := 1+complexed(phosphate), s.sites*s.Albumin, s.Affinity
	b := c*kd + sites - total
	return 2 * total * kd / (b + math.Sqrt(b*b+4*c*kd*max(total, 0)))
}

func (s *serum) derive(now *moment, y, dy []float64) {
	l, laid := &now.Levels, now.Bone.Laid(now.Levels.Mineralisation)
	infused := now.Drugs[drug.CalciumIV] - s.chelated(now)
	dy[calciumSerum] = l.CalciumAbsorbed - l.CalciumSecreted - l.CalciumUrine + l.CalciumExchange + now.Bone.Resorption - laid + infused
	dy[calciumSurface] = -l.CalciumExchange
	dy[calciumRelease] = (s.aim(l) - y[calciumRelease]) / s.Response
	dy[calciumFreed] = now.Bone.Resorption
	dy[calciumLaid] = laid
	dy[calciumInfused] = infused
}

// chelated returns calcium bound and cleared [mmol/h]: all that the chelator can,
// until ionised calcium runs out.
func (s *serum) chelated(now *moment) float64 {
	const scarce = 0.02 // mM, assumed: far below what life allows
	free := max(now.Levels.Ionised, 0)
	return now.Drugs[drug.CalciumChelator] * free / (free + scarce)
}

// aim returns the release from bone surfaces that PTH and calcitonin settle at.
func (s *serum) aim(l *Levels) float64 {
	return s.release.at(l.PTH1R/restPTH) * s.calmed(l.Calcitonin) / s.calm
}

// calmed returns the share of release that a calcitonin [pM] leaves.
func (s *serum) calmed(calcitonin float64) float64 {
	return s.Calming + (1-s.Calming)*s.CalmHalf/(s.CalmHalf+calcitonin)
}
