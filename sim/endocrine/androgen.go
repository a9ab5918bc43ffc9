package endocrine

import "math"

// AndrogenParams are the constants of the weak androgens of the adrenal cortex,
// which tissues turn into testosterone and oestradiol.
type AndrogenParams struct {
	Secretion float64 `param:"secretion" base:"unit" default:"14 nmol/h" range:"0 nmol/h..500 nmol/h" doc:"testosterone that tissues make of adrenal androgens at 30 years" source:"half of a woman's testosterone, 0.2 mg/d in all (Longcope 1986; recalled)"`
	Cortisol  float64 `param:"cortisol" base:"unit" default:"250 nM" range:"10 nM..2000 nM" doc:"cortisol of the gland with half of the greatest secretion of androgens" source:"mean of the day: androgens are secreted with cortisol under ACTH"`
	Ageing    float64 `param:"ageing" base:"unit" default:"0.015 1/year" range:"0 1/year..0.1 1/year" doc:"fall per year of age beyond 30 (adrenopause)" source:"androstenedione of women halves from 30 to 70 years (recalled)"`
}

// secretion returns the testosterone made of adrenal androgens [nmol/h].
func (a *AndrogenParams) secretion(now *moment) float64 {
	c := max(now.Levels.Cortisol, 0)
	return a.Secretion * 2 * c / (c + a.Cortisol) * math.Exp(-a.Ageing*max(now.Age-30, 0))
}
