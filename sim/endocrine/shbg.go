package endocrine

import "math"

// SHBGParams are the constants of sex-hormone-binding globulin and of the binding
// of sex steroids.
type SHBGParams struct {
	Level    float64 `param:"level" base:"unit" default:"50 nM" range:"1 nM..500 nM" doc:"SHBG at 30 years without sex steroids, at the resting T3" source:"fitted: women about 60, men about 32 nM"`
	ByE      float64 `param:"by_estradiol" default:"1" range:"0..20" doc:"greatest rise by oestradiol" source:"assumed: oral oestrogen about doubles SHBG"`
	HalfE    float64 `param:"half_estradiol" base:"unit" default:"20 pM" range:"0.1 pM..1e4 pM" doc:"free oestradiol with half of this effect" source:"assumed: above the free oestradiol of the cycle"`
	ByT      float64 `param:"by_testosterone" default:"1" range:"0..20" doc:"greatest relative fall by testosterone, as 1 / (1 + this)" source:"men have half the SHBG of women; it rises by about half after castration (recalled)"`
	HalfT    float64 `param:"half_testosterone" base:"unit" default:"200 pM" range:"1 pM..1e5 pM" doc:"free testosterone with half of this effect" source:"assumed: within the range of hypogonadal men"`
	ByT3     float64 `param:"by_t3" default:"0.7" range:"0..3" doc:"exponent of the rise with free T3" source:"SHBG doubles in thyrotoxicosis with T3 three times normal (Selby 1990; recalled)"`
	T3       float64 `param:"t3" base:"unit" default:"5.5 pM" range:"1 pM..50 pM" doc:"free T3 at which SHBG is as stated" source:"as the thyroid axis rests"`
	Ageing   float64 `param:"ageing" base:"unit" default:"0.008 1/year" range:"0 1/year..0.1 1/year" doc:"rise per year of age beyond 30, beside that by loss of testosterone" source:"SHBG of men rises about 1.2 % per year (Feldman 2002; recalled)"`
	HalfLife float64 `param:"half_life" default:"7 d" range:"1 h..60 d" doc:"half-life of SHBG" source:"about a week (recalled)"`
	Albumin  float64 `param:"albumin" base:"unit" default:"0.65 mM" range:"0.1 mM..2 mM" doc:"albumin" source:"43 g/L (Vermeulen 1999; recalled)"`
	SHBGT    float64 `param:"shbg_testosterone" base:"unit" default:"1 nM" range:"0.01 nM..100 nM" doc:"dissociation constant of SHBG and testosterone" source:"1e9 1/M (Vermeulen 1999; recalled)"`
	AlbuminT float64 `param:"albumin_testosterone" base:"unit" default:"0.0278 mM" range:"0.001 mM..1 mM" doc:"dissociation constant of albumin and testosterone" source:"3.6e4 1/M (Vermeulen 1999; recalled)"`
	SHBGE    float64 `param:"shbg_estradiol" base:"unit" default:"3.18 nM" range:"0.01 nM..100 nM" doc:"dissociation constant of SHBG and oestradiol" source:"3.14e8 1/M (Sodergard 1982; recalled)"`
	AlbuminE float64 `param:"albumin_estradiol" base:"unit" default:"0.0238 mM" range:"0.001 mM..1 mM" doc:"dissociation constant of albumin and oestradiol" source:"4.21e4 1/M (Sodergard 1982; recalled)"`
}

// free returns free testosterone and oestradiol [pM] from the totals [nM, pM] and
// SHBG [nM]. Testosterone and SHBG bind by mass action among what albumin leaves;
// oestradiol, a hundredfold scarcer than SHBG, takes the sites that are left.
func (s *SHBGParams) free(testosterone, estradiol, shbg float64) (t, e float64) {
	loose := 1 + s.Albumin/s.AlbuminT // free and on albumin, of the free
	freeT := unbound(testosterone, shbg, s.SHBGT*loose) / loose
	sites := shbg * s.SHBGT / (s.SHBGT + max(freeT, 0))
	return 1000 * freeT, estradiol / (1 + s.Albumin/s.AlbuminE + sites/s.SHBGE)
}

// derive returns the change of SHBG [nM/h].
func (s *SHBGParams) derive(now *moment, shbg float64) float64 {
	l := &now.Levels
	e, t := max(l.FreeEstradiol, 0), max(l.FreeTestosterone, 0)
	made := s.Level * (1 + s.ByE*e/(e+s.HalfE)) / (1 + s.ByT*t/(t+s.HalfT)) *
		math.Pow(max(l.FreeT3, 0)/s.T3, s.ByT3) * math.Exp(s.Ageing*max(now.Age-30, 0))
	return math.Ln2 / s.HalfLife * (made - shbg)
}
