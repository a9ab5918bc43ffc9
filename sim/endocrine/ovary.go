package endocrine

// OvaryParams are the causes and constants of the ovaries: a cohort of small
// follicles, of which there is one dominant, and the corpus luteum.
type OvaryParams struct {
	Mass   float64 `param:"mass" default:"1" range:"0..1" doc:"share of both ovaries that is there; 0 after ovariectomy; of no meaning in men" source:"cause set by a scenario"`
	Middle float64 `param:"cohort_middle" default:"0.55" range:"0.05..1" doc:"share of the fertile span that lies ahead when the cohort is as stated" source:"30 years, of menarche 12.8 and menopause 51"`
	Tail   float64 `param:"cohort_tail" base:"unit" default:"0.75 years" range:"0 years..10 years" doc:"time after the final menstrual period at which the last follicles go" source:"assumed: oestradiol falls until two years after it (Sowers 2008, SWAN; recalled)"`
	Enough float64 `param:"enough" default:"0.08" range:"0.001..1" doc:"cohort with which small follicles grow half as fast, as few find a leader" source:"fitted: cycles lengthen in the last years and fail at menopause; one or two follicles, of 15-20 antral ones at 30 years (recalled)"`
	Lead   float64 `param:"lead" default:"0.1" range:"0.001..1" doc:"size at which a follicle has half become the leader" source:"dominance at 8-10 mm of 20-24 mm (Gougeon 1986; recalled), a tenth by volume"`
	Spare  float64 `param:"spare" default:"0.3" range:"0.01..100" doc:"cohort with half of the greatest secretion of oestradiol and inhibin B" source:"assumed: FSH about 8 IU/L at 40 years, beyond 15 in the last year (Burger 1999; recalled)"`

	Recruit float64 `param:"recruit" default:"0.01 1/d" range:"0..1" doc:"rate at which the cohort offers a leading follicle, of a mature one" source:"fitted: follicular phase of two weeks"`
	Grow    float64 `param:"grow" default:"0.95 1/d" range:"0..10" doc:"greatest growth rate of the leading follicle" source:"fitted: oestradiol doubles every two days before the surge (recalled)"`
	Atresia float64 `param:"atresia" default:"0.25 1/d" range:"0..10" doc:"rate of atresia" source:"assumed: follicles wane within days without FSH"`
	FSH     float64 `param:"half_fsh" base:"unit" default:"6 IU/L" range:"0.1 IU/L..100 IU/L" doc:"FSH with half of the greatest growth of a small follicle" source:"threshold of FSH within the range of the early follicular phase (Brown 1978; recalled)"`
	Gain    float64 `param:"fsh_gain" default:"1" range:"0..20" doc:"rise of sensitivity to FSH (and LH) when a follicle is mature" source:"assumed: the dominant follicle grows on while FSH falls"`
	Hold    float64 `param:"hold" default:"0.15" range:"0.001..10" doc:"corpus luteum that halves the growth of follicles beside it" source:"assumed: no follicle leads in the luteal phase"`
	Full    float64 `param:"full" default:"1.6" range:"0.5..10" doc:"size at which growth stops, of a mature follicle" source:"assumed: above that of ovulation"`
	Rupture float64 `param:"rupture" default:"5 1/d" range:"0..50" doc:"rate at which the surge turns a follicle into a corpus luteum" source:"ovulation 34-36 h after the onset of the surge (Hoff 1983; recalled)"`
	LH      float64 `param:"half_lh" base:"unit" default:"40 IU/L" range:"1 IU/L..500 IU/L" doc:"LH with half of this rate" source:"assumed: well above every LH before the surge"`

	Life    float64 `param:"luteal_life" default:"12 d" range:"1 d..60 d" doc:"age at which half of luteolysis has begun" source:"luteal phase of 14 d, +-1-2 (Lenton 1984; recalled)"`
	Lysis   float64 `param:"luteolysis" default:"1 1/d" range:"0..50" doc:"greatest rate of luteolysis" source:"assumed: progesterone halves within a day at the end (recalled)"`
	Support float64 `param:"luteal_lh" base:"unit" default:"0.6 IU/L" range:"0 IU/L..50 IU/L" doc:"LH with half of the support that a corpus luteum needs" source:"GnRH antagonists in the luteal phase end it within days (Fraser 1986; recalled)"`
	Bloom   float64 `param:"bloom" default:"2.5 d" range:"1 h..30 d" doc:"age with half of the blood vessels, and steroids, of a full corpus luteum" source:"progesterone peaks 6-8 d after ovulation (recalled)"`
	Reset   float64 `param:"luteal_reset" default:"2 d" range:"1 h..30 d" doc:"time constant in which the next corpus luteum starts young" source:"assumed: short against a follicular phase"`
	Minimum float64 `param:"luteal_minimum" default:"0.15" range:"0.001..1" doc:"size below which half of a corpus luteum withers" source:"assumed: small against a full one"`

	CohortE   float64 `param:"cohort_estradiol" base:"unit" default:"5700 pmol/h" range:"0 pmol/h..1e5 pmol/h" doc:"greatest secretion of oestradiol by the cohort of 30 years" source:"fitted: 30-50 pg/mL early in the cycle"`
	CohortFSH float64 `param:"cohort_fsh" base:"unit" default:"3 IU/L" range:"0.1 IU/L..100 IU/L" doc:"FSH with half of this secretion" source:"assumed: below every FSH of the cycle; oestradiol is that of menopause under GnRH analogues (recalled)"`
	FollicleE float64 `param:"follicle_estradiol" base:"unit" default:"60000 pmol/h" range:"0 pmol/h..1e6 pmol/h" doc:"secretion of oestradiol by a mature follicle" source:"400 ug/d before the surge (Baird & Fraser 1974; recalled)"`
	LuteumE   float64 `param:"luteum_estradiol" base:"unit" default:"31000 pmol/h" range:"0 pmol/h..1e6 pmol/h" doc:"secretion of oestradiol by a full corpus luteum" source:"200-250 ug/d (Baird & Fraser 1974; recalled)"`
	LuteumP   float64 `param:"luteum_progesterone" base:"unit" default:"5000 nmol/h" range:"0 nmol/h..1e5 nmol/h" doc:"secretion of progesterone by a full corpus luteum" source:"25-30 mg/d at mid-luteal phase (recalled)"`
	BasalP    float64 `param:"basal_progesterone" base:"unit" default:"80 nmol/h" range:"0 nmol/h..1e4 nmol/h" doc:"secretion of progesterone by adrenals, in both sexes" source:"0.2-0.5 ng/mL without a corpus luteum (recalled)"`
	Theca     float64 `param:"theca" base:"unit" default:"12 nmol/h" range:"0 nmol/h..1000 nmol/h" doc:"secretion of testosterone and of what becomes it at the resting LH" source:"half of a woman's testosterone (Longcope 1986; recalled)"`
	Stroma    float64 `param:"stroma" default:"0.5" range:"0..1" doc:"share of it that does not need follicles" source:"assumed: ovaries secrete androgens after menopause, but less (Judd 1974; recalled)"`
	ThecaLH   float64 `param:"theca_lh" base:"unit" default:"5 IU/L" range:"0.1 IU/L..100 IU/L" doc:"LH with half of the greatest secretion of androgens" source:"assumed: the resting LH"`

	InhibinB float64 `param:"inhibin_cohort" default:"11" range:"0..1000" doc:"inhibin B of the cohort of 30 years, in units of the brake on FSH" source:"fitted: FSH 5-9 IU/L early in the cycle"`
	Inhibin  float64 `param:"inhibin_follicle" default:"9" range:"0..1000" doc:"inhibin of a mature follicle" source:"fitted: FSH 3-5 IU/L before the surge"`
	InhibinA float64 `param:"inhibin_luteum" default:"32" range:"0..1000" doc:"inhibin A of a full corpus luteum" source:"fitted: FSH 2-3 IU/L in the luteal phase"`
}

// ovaries are the ovaries as they are now.
type ovaries struct {
	cohort   float64 // small follicles, of those of 30 years
	tone     float64 // what they secrete at a given FSH, of those of 30 years
	mass     float64 // of two ovaries
	present  float64 // 0 without ovaries, else 1
	follicle float64 // of a mature one
	luteum   float64 // of a full one, with its blood vessels
}

// look returns the ovaries as they are now.
func (o *OvaryParams) look(now *moment, y []float64) ovaries {
	p := &now.Person
	if !p.Female() {
		return ovaries{}
	}
	age := y[gonadLuteal]
	cohort := o.Mass * o.reserve(p, now.Age)
	return ovaries{
		cohort:   cohort,
		tone:     saturating(cohort, o.Spare),
		mass:     o.Mass,
		present:  o.present(p),
		follicle: y[gonadFollicle],
		luteum:   y[gonadLuteum] * age / (age + o.Bloom),
	}
}

// reserve returns the cohort of small follicles of two ovaries, of that of 30 years:
// antral follicles fall about linearly with age (Broekmans 2004; recalled).
func (o *OvaryParams) reserve(p *Person, age float64) float64 {
	span := p.Menopause - p.Menarche
	return max(0, p.Menopause+o.Tail-age) / (o.Middle * span)
}

// present returns 1 with ovaries, one being as good as two for the leading follicle,
// and 0 without.
func (o *OvaryParams) present(p *Person) float64 {
	if !p.Female() {
		return 0
	}
	return 1.05 * o.Mass / (o.Mass + 0.05)
}

// capacity returns how far the ovaries of a person cycle when the body begins.
func (o *OvaryParams) capacity(p Person) float64 {
	return min(1, o.present(&p)*o.reserve(&p, p.Age))
}

// derive sets the changes of the leading follicle and the corpus luteum [1/h].
func (o *OvaryParams) derive(l *Levels, v *ovaries, y, dy []float64) {
	size, luteum, age := y[gonadFollicle], y[gonadLuteum], y[gonadLuteal]
	fsh := steep(max(l.FSH, 0)*(1+o.Gain*size)/o.FSH, 4)
	led := size / (size + o.Lead) // a leader no longer needs the cohort
	chance := led + (1-led)*steep(v.cohort/o.Enough, 2)
	free := 1 - steep(v.luteum/o.Hold, 2)
	rupture := o.Rupture * steep(max(l.LH, 0)/o.LH, 4) * size
	grow := o.Grow*chance*free*size*(1-size/o.Full) + o.Recruit*v.cohort/(1+v.cohort)
	dy[gonadFollicle] = grow*fsh - o.Atresia*size - rupture
	whole := steep(max(luteum, 0)/o.Minimum, 4)
	alive := whole * steep(max(l.LH, 0)/o.Support, 4) * (1 - steep(max(age, 0)/o.Life, 12))
	dy[gonadLuteum] = rupture - o.Lysis*(1-alive)*luteum
	dy[gonadLuteal] = whole - (1-whole)*age/o.Reset
}

// estradiol returns the secretion of oestradiol [pmol/h].
func (o *OvaryParams) estradiol(l *Levels, v *ovaries) float64 {
	return o.CohortE*v.tone*l.FSH/(l.FSH+o.CohortFSH) + v.present*(o.FollicleE*v.follicle+o.LuteumE*v.luteum)
}

// progesterone returns the secretion of progesterone [nmol/h].
func (o *OvaryParams) progesterone(v *ovaries) float64 {
	return o.BasalP + o.LuteumP*v.present*v.luteum
}

// testosterone returns the secretion of testosterone and of what becomes it [nmol/h].
func (o *OvaryParams) testosterone(l *Levels, v *ovaries) float64 {
	lh := max(l.LH, 0)
	return 2 * o.Theca * (o.Stroma*v.mass + (1-o.Stroma)*v.tone) * lh / (lh + o.ThecaLH)
}

// inhibin returns the brake on FSH by inhibins.
func (o *OvaryParams) inhibin(v *ovaries) float64 {
	return o.InhibinB*v.tone + v.present*(o.Inhibin*v.follicle+o.InhibinA*v.luteum)
}
