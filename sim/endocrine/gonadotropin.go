package endocrine

import (
	"math"

	"trabecula/sim/drug"
)

// GonadotropinParams are the causes and constants of GnRH, LH and FSH. LH and FSH
// are means over their pulses: they follow what drives them within an hour or a
// day, which is short against the cycle, and need no states.
type GonadotropinParams struct {
	Drive   float64 `param:"drive" default:"1" range:"0..2" doc:"hypothalamic and pituitary drive of LH and FSH (GnRH); 0 in hypogonadotropic hypogonadism" source:"cause set by a scenario"`
	Puberty float64 `param:"puberty" base:"unit" default:"0.8 years" range:"0 years..5 years" doc:"time by which half of the adult drive precedes menarche; in boys it is at the age of puberty" source:"assumed: LH rises during the year before menarche (Apter 1989; recalled)"`
	Rise    float64 `param:"puberty_rise" base:"unit" default:"0.35 years" range:"0.05 years..5 years" doc:"time constant of the rise of the drive at puberty" source:"assumed: from Tanner stage 2 to 4 in two years"`
	Ageing  float64 `param:"ageing" base:"unit" default:"0.01 1/year" range:"0 1/year..0.1 1/year" doc:"loss of drive per year of age beyond 40" source:"GnRH outflow falls by a third to a half in old men (Keenan & Veldhuis 2006; recalled)"`

	LH     float64 `param:"lh" base:"unit" default:"80 IU/L" range:"1 IU/L..500 IU/L" doc:"LH without feedback" source:"40-80 IU/L after castration of young adults (recalled)"`
	FSH    float64 `param:"fsh" base:"unit" default:"100 IU/L" range:"1 IU/L..500 IU/L" doc:"FSH without feedback" source:"60-100 IU/L after menopause (recalled)"`
	HalfE  float64 `param:"half_estradiol" base:"unit" default:"2.1 pM" range:"0.01 pM..1000 pM" doc:"free oestradiol with half of its greatest brake" source:"assumed: that of a man, so that aromatase block moves LH (Taxel 2001)"`
	BrakeE float64 `param:"brake_estradiol" default:"25" range:"0..1000" doc:"greatest brake of LH by oestradiol" source:"fitted: LH of the follicular phase, of men, after menopause"`
	HalfT  float64 `param:"brake_testosterone" base:"unit" default:"270 pM" range:"1 pM..1e5 pM" doc:"free testosterone that brakes LH by 1, and by its third power beyond" source:"fitted: testosterone +56 %, oestradiol -29 to -50 % by anastrozole (Taxel 2001)"`
	HalfP  float64 `param:"brake_progesterone" base:"unit" default:"3 nM" range:"0.1 nM..1000 nM" doc:"progesterone that brakes LH by 1 where oestradiol has its full brake" source:"fitted: LH of the luteal phase 1-4 IU/L"`
	FSHE   float64 `param:"brake_fsh_estradiol" default:"3" range:"0..1000" doc:"greatest brake of FSH by oestradiol" source:"assumed: oestradiol replaced after menopause halves FSH at best"`
	FSHT   float64 `param:"brake_fsh_testosterone" base:"unit" default:"600 pM" range:"1 pM..1e5 pM" doc:"free testosterone that brakes FSH by 1" source:"assumed: weaker than on LH"`

	Surge    float64 `param:"surge" base:"unit" default:"70 IU/L" range:"0 IU/L..500 IU/L" doc:"LH beyond the braked release when fully primed" source:"surge peaks of 30-80 IU/L (recalled)"`
	SurgeFSH float64 `param:"surge_fsh" base:"unit" default:"14 IU/L" range:"0 IU/L..500 IU/L" doc:"the same of FSH" source:"mid-cycle FSH 10-20 IU/L (recalled)"`
	PrimeE   float64 `param:"prime_estradiol" base:"unit" default:"38 pM" range:"0.1 pM..1000 pM" doc:"free oestradiol that primes by half" source:"200 pg/mL for two days elicits a surge (Young & Jaffe 1976; recalled), free 2.2 %"`
	PrimeP   float64 `param:"prime_progesterone" base:"unit" default:"8 nM" range:"0.1 nM..1000 nM" doc:"progesterone that halves priming" source:"luteal progesterone blocks the surge (Leyendecker 1975; recalled)"`
	Itself   float64 `param:"self_priming" default:"4" range:"0..20" doc:"rise of sensitivity to oestradiol when fully primed, which makes the surge all or none" source:"assumed: GnRH primes the pituitary to itself at mid-cycle (Wang 1976; recalled)"`
	Prime    float64 `param:"prime_time" default:"14 h" range:"1 h..200 h" doc:"time constant of priming" source:"assumed: the surge lasts about 48 h (Hoff 1983; recalled)"`
}

// steep is the Hill function x^n / (1 + x^n) with a whole exponent.
func steep(x float64, n int) float64 {
	p := 1.0
	for range n {
		p *= x
	}
	return p / (1 + p)
}

// tone returns the drive of LH and FSH: gland, age and GnRH analogues, which block
// release and, by as much, the stores of a gland that feedback no longer restrains.
func (g *GonadotropinParams) tone(now *moment) float64 {
	half := now.Person.Menarche
	if now.Person.Female() {
		half -= g.Puberty
	}
	young := 1 / (1 + math.Exp((half-now.Age)/g.Rise))
	open := 1 - now.Drugs[drug.GonadotropinBlock]
	return g.Drive * young * math.Exp(-g.Ageing*max(now.Age-40, 0)) * open * open
}

// lh returns LH at the full drive [IU/L].
func (g *GonadotropinParams) lh(l *Levels, primed float64) float64 {
	e := steep(max(l.FreeEstradiol, 0)/g.HalfE, 2)
	t := max(l.FreeTestosterone, 0) / g.HalfT
	brake := g.BrakeE*e + t*t*t + e*l.Progesterone/g.HalfP
	return g.LH/(1+brake) + g.Surge*primed
}

// fsh returns FSH at the full drive [IU/L].
func (g *GonadotropinParams) fsh(l *Levels, primed, inhibin float64) float64 {
	e := steep(max(l.FreeEstradiol, 0)/g.HalfE, 2)
	return g.FSH/(1+g.FSHE*e+max(l.FreeTestosterone, 0)/g.FSHT+inhibin) + g.SurgeFSH*primed
}

// prime returns the change of priming [1/h].
func (g *GonadotropinParams) prime(l *Levels, primed float64) float64 {
	p := l.Progesterone / g.PrimeP
	e := max(l.FreeEstradiol, 0) / g.PrimeE * (1 + g.Itself*primed)
	return (steep(e, 6)/(1+p*p) - primed) / g.Prime
}
