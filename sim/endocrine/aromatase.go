package endocrine

import (
	"math"

	"trabecula/sim/drug"
)

// AromataseParams are the constants of the enzyme that makes oestrogens of
// androgens, in gonads and in all other tissues.
type AromataseParams struct {
	Testosterone float64 `param:"testosterone" default:"0.0046" range:"0..0.1" doc:"share of the testosterone leaving plasma that tissues turn into oestradiol" source:"0.3-0.5 % (Longcope 1969, MacDonald 1979; recalled)"`
	Androgen     float64 `param:"androgen" base:"unit" default:"75 pmol/nmol" range:"0 pmol/nmol..1000 pmol/nmol" doc:"oestradiol that tissues make, through oestrone, beside each unit of testosterone from adrenal androgens" source:"fitted: 5-10 pg/mL after menopause, nearly all by this path (Grodin 1973; recalled)"`
	Ageing       float64 `param:"ageing" base:"unit" default:"0.015 1/year" range:"0 1/year..0.1 1/year" doc:"rise of aromatisation in tissues per year of age beyond 30" source:"aromatisation rises two- to threefold from 30 to 80 years (Hemsell 1974; recalled)"`
	Shelter      float64 `param:"shelter" default:"400" range:"0..1000" doc:"rise of the half-effect of an inhibitor inside gonads, where substrate is many times that of plasma" source:"assumed: blocks of 95 % in tissues lower oestradiol of men by half only (Mauras 2000, Leder 2004; recalled)"`
}

// gonadal returns what of a secretion of oestradiol [pmol/h] a competitive inhibitor
// leaves inside gonads: its level over that of half-effect is b/(1-b) in tissues.
func (a *AromataseParams) gonadal(now *moment, made float64) float64 {
	b := now.Drugs[drug.AromataseBlock]
	return made * (1 - b/(b+(1-b)*a.Shelter))
}

// peripheral returns the oestradiol that tissues make [pmol/h] of the testosterone
// that leaves plasma and of adrenal androgens [nmol/h].
func (a *AromataseParams) peripheral(now *moment, testosterone, androgen float64) float64 {
	activity := math.Exp(a.Ageing*max(now.Age-30, 0)) * (1 - now.Drugs[drug.AromataseBlock])
	return activity * (1000*a.Testosterone*testosterone + a.Androgen*androgen)
}
