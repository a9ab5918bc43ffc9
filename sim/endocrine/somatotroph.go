package endocrine

import (
	"math"

	"trabecula/sim/drug"
)

// SomatotrophParams are the constants of GH release: hypothalamic drive, store and
// feedback.
type SomatotrophParams struct {
	HalfLife float64 `param:"half_life" default:"17 min" range:"1 min..5 h" doc:"half-life of GH in plasma" source:"15-20 min (Faria 1989; recalled)"`
	Volume   float64 `param:"volume" base:"unit" default:"0.07 L/kg" range:"0.01 L/kg..1 L/kg" doc:"volume of distribution of GH by body mass" source:"Faria 1989; recalled"`
	Mean     float64 `param:"mean" base:"unit" default:"32 pM" range:"0.1 pM..1000 pM" doc:"24-hour mean of GH that the natural drive would give at 25 years from a full store, without oestradiol and at resting feedback" source:"fitted: 24-hour mean 0.5-2 ug/L in the young; 1 ug/L is 45 pM"`
	Basal    float64 `param:"basal" default:"0.1" range:"0..1" doc:"share of it that is released between bursts" source:"basal release 5-10 % of the total (Veldhuis 1995; recalled)"`
	Adenoma  float64 `param:"adenoma" base:"unit" default:"450 pM" range:"0 pM..1e5 pM" doc:"GH in plasma from an adenoma as large as the healthy somatotrophs" source:"10 ug/L, common in acromegaly (recalled)"`

	Ageing  float64 `param:"ageing" base:"unit" default:"0.02 1/year" range:"0 1/year..0.2 1/year" doc:"loss of drive per year of age beyond 25" source:"fitted: GH secretion falls 14 % per decade (Iranmanesh 1991; recalled) against weaker feedback by IGF-1"`
	Youth   float64 `param:"youth" default:"4" range:"0..20" doc:"additional drive of the growing with adult sex steroids" source:"GH of pubertal adolescents two- to threefold that of adults (Martha 1989; recalled)"`
	Grown   float64 `param:"grown" base:"unit" default:"19 years" range:"10 years..30 years" doc:"age at which half of it is gone" source:"IGF-1 falls steeply from 16 to 22 years (Brabant 2003; recalled)"`
	Growing float64 `param:"growing" base:"unit" default:"1.5 years" range:"0.1 years..10 years" doc:"time constant in which it goes" source:"as above"`
	Puberty float64 `param:"puberty_estradiol" base:"unit" default:"2 pM" range:"0.01 pM..1000 pM" doc:"free oestradiol with half of this drive" source:"assumed: between that of children and of adults of either sex"`
	ByE     float64 `param:"by_estradiol" default:"0.8" range:"0..20" doc:"greatest rise of the drive by oestradiol, of aromatised testosterone too" source:"GH of young women 1.5-2 times that of men (Ho 1987; recalled)"`
	HalfE   float64 `param:"half_estradiol" base:"unit" default:"5 pM" range:"0.01 pM..1000 pM" doc:"free oestradiol with half of this effect" source:"assumed: between that of men and of the cycle"`

	Store    float64 `param:"store" default:"96 h" range:"1 h..1000 h" doc:"releasable GH, as time in which the mean release would use it" source:"assumed: enough for several bursts"`
	Refill   float64 `param:"refill" default:"7 h" range:"10 min..200 h" doc:"time constant in which the store refills" source:"assumed: a second GHRH bolus after 2 h releases half of the first (recalled)"`
	IGF1     float64 `param:"feedback_igf1" base:"unit" default:"290 pM" range:"1 pM..1e5 pM" doc:"free IGF-1 that halves release" source:"assumed: the resting level"`
	Receptor float64 `param:"feedback_gh" default:"1" range:"0.01..100" doc:"GH receptors occupied, mean of a day, that halve release through somatostatin" source:"assumed: weaker than IGF-1"`
	Amplify  float64 `param:"amplify" default:"0.45" range:"0..10" doc:"greatest rise of bursts by agonists" source:"fitted: pulses keep their size under CJC-1295 although IGF-1 rises (Ionescu & Frohman 2006)"`
	Ghrelin  float64 `param:"ghrelin" default:"1" range:"0..10" doc:"release by a ghrelin-receptor agonist as strong as the mean natural drive, of that by GHRH" source:"assumed: ports count in the same unit"`
}

// bursts are the hours of the day of secretory bursts and the share of the day's
// burst release in each: 10 a day, the largest in the first sleep (Veldhuis 1987,
// Van Cauter 1992; recalled). They stand on full hours, where the body's steps end
// anyway.
var bursts = [...]struct{ hour, share float64 }{
	{0, 0.28}, {2, 0.15}, {4, 0.10}, {7, 0.06}, {10, 0.07}, {13, 0.06}, {15, 0.05}, {18, 0.08}, {20, 0.07}, {22, 0.08},
}

// nextBurst returns the time of the first burst after a time [h].
func nextBurst(after float64) float64 {
	day := 24 * math.Floor(after/24)
	for _, b := range bursts {
		if t := day + b.hour; t > after {
			return t
		}
	}
	return day + 24 + bursts[0].hour
}

// share returns the part of a day's burst release that is due now.
func share(hour float64) float64 {
	for _, b := range bursts {
		if b.hour == hour {
			return b.share
		}
	}
	return 0
}

// drive returns the natural drive by age and sex steroids with the brakes of IGF-1
// and GH, from what is in store.
func (s *SomatotrophParams) drive(now *moment, y []float64) float64 {
	l := &now.Levels
	e := max(l.FreeEstradiol, 0)
	growing := s.Youth * steep(e/s.Puberty, 2) / (1 + math.Exp((now.Age-s.Grown)/s.Growing))
	age := math.Exp(-s.Ageing*(now.Age-25)) * (1 + growing)
	brake := 2.5 / ((1 + max(l.FreeIGF1, 0)/s.IGF1) * (1 + max(y[growthSignal], 0)/s.Receptor)) // 1 at rest
	return age * (1 + s.ByE*e/(e+s.HalfE)) * brake * max(y[growthStore], 0)
}

// release returns the GH that steady release holds in plasma [pM]: the natural one
// and that by agonists, which count in multiples of the mean natural drive.
func (s *SomatotrophParams) release(now *moment, y []float64) float64 {
	return s.Mean * (s.Basal + s.agonists(now)) * s.drive(now, y)
}

// agonists returns the drive by drugs, of the mean natural drive.
func (s *SomatotrophParams) agonists(now *moment) float64 {
	return now.Drugs[drug.GHRHR] + s.Ghrelin*now.Drugs[drug.GHSR]
}

// burst returns the area under the GH of the burst that is due [pM h].
func (s *SomatotrophParams) burst(now *moment, y []float64) float64 {
	more := 1 + s.Amplify*s.agonists(now)/(1+s.agonists(now))
	return 24 * s.Mean * (1 - s.Basal) * share(now.Hour) * more * s.drive(now, y)
}

// refill returns the change of the store [1/h] while GH is released steadily.
func (s *SomatotrophParams) refill(store, release float64) float64 {
	return (1-store)/s.Refill - s.spent(release)
}

// spent returns the part of the store that a release uses, given as the area under
// its GH [pM h].
func (s *SomatotrophParams) spent(area float64) float64 { return area / (s.Mean * s.Store) }
