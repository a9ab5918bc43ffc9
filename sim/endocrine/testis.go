package endocrine

import "math"

// TestisParams are the causes and constants of the testes.
type TestisParams struct {
	Mass      float64 `param:"mass" default:"1" range:"0..1" doc:"share of both testes that works; 0 after orchiectomy; of no meaning in women" source:"cause set by a scenario"`
	Capacity  float64 `param:"capacity" base:"unit" default:"4300 nmol/h" range:"100 nmol/h..1e5 nmol/h" doc:"greatest secretion of testosterone at 30 years" source:"5-7 mg/d at the resting LH"`
	LH        float64 `param:"half_lh" base:"unit" default:"20 IU/L" range:"0.5 IU/L..200 IU/L" doc:"LH with half of the greatest secretion" source:"assumed: hCG raises testosterone of men two- to threefold (recalled)"`
	Ageing    float64 `param:"ageing" base:"unit" default:"0.022 1/year" range:"0 1/year..0.2 1/year" doc:"loss of Leydig-cell capacity per year of age beyond 30" source:"fitted: free testosterone falls 2 % per year while LH rises about 1 % (Feldman 2002; recalled)"`
	Swing     float64 `param:"swing" default:"0.15" range:"0..1" doc:"daily swing of the secretion of testosterone, at 30 years" source:"evening levels 20-25 % below morning (Bremner 1983; recalled)"`
	Peak      float64 `param:"peak" default:"6.5" range:"0..24" doc:"hour of the day of greatest secretion" source:"peak in plasma about 08 h (Bremner 1983; recalled)"`
	Estradiol float64 `param:"estradiol" default:"0.0022" range:"0..0.1" doc:"oestradiol secreted at the resting LH, of the testosterone" source:"testes secrete 15-25 % of a man's oestradiol (MacDonald 1979; recalled)"`
	Rest      float64 `param:"rest_lh" base:"unit" default:"4.3 IU/L" range:"0.1 IU/L..100 IU/L" doc:"resting LH; the share secreted as oestradiol rises with LH" source:"LH induces aromatase of Leydig cells: hCG raises oestradiol more than testosterone (Padron 1980; recalled)"`
	Sertoli   float64 `param:"sertoli_ageing" base:"unit" default:"0.015 1/year" range:"0 1/year..0.2 1/year" doc:"loss of inhibin B per year of age beyond 30" source:"fitted: FSH of men rises 1-2 % per year (Feldman 2002; recalled)"`
	Inhibin   float64 `param:"inhibin" default:"16" range:"0..1000" doc:"inhibin B of both testes, in the units of the brake on FSH" source:"fitted: FSH 2-8 IU/L, beyond 30 after orchiectomy"`
}

// works returns the share of both testes of the person that works.
func (t *TestisParams) works(p *Person) float64 {
	if p.Female() {
		return 0
	}
	return t.Mass
}

// testosterone returns the secretion of testosterone [nmol/h].
func (t *TestisParams) testosterone(now *moment) float64 {
	mass := t.works(&now.Person)
	if mass == 0 {
		return 0
	}
	lh := now.Levels.LH
	day := 1 + t.Swing*math.Cos(2*math.Pi/24*(now.Hour-t.Peak))
	return mass * t.Capacity * lh / (lh + t.LH) * day * math.Exp(-t.Ageing*max(now.Age-30, 0))
}

// estradiol returns the secretion of oestradiol [pmol/h] beside testosterone [nmol/h].
func (t *TestisParams) estradiol(l *Levels, testosterone float64) float64 {
	return 1000 * t.Estradiol * l.LH / t.Rest * testosterone
}

// inhibin returns the brake on FSH by inhibin B.
func (t *TestisParams) inhibin(now *moment) float64 {
	return t.Inhibin * t.works(&now.Person) * math.Exp(-t.Sertoli*max(now.Age-30, 0))
}
