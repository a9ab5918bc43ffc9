package endocrine

import "trabecula/sim/drug"

// GonadParams are the causes and constants of the
// hypothalamic-pituitary-gonadal axis, organ by organ.
type GonadParams struct {
	Gonadotropin GonadotropinParams `param:"gonadotropin"`
	Ovary        OvaryParams        `param:"ovary"`
	Testis       TestisParams       `param:"testis"`
	Androgen     AndrogenParams     `param:"androgen"`
	Aromatase    AromataseParams    `param:"aromatase"`
	Steroid      SteroidParams      `param:"steroid"`
	SHBG         SHBGParams         `param:"shbg"`
}

// gonad is the axis GnRH, LH and FSH, sex steroids.
var gonad = organ[GonadParams]{
	path: "endocrine.gonad",
	doc:  "gonads: LH and FSH, the menstrual cycle, testosterone, aromatisation, SHBG and free steroids",
	bind: func(p *GonadParams, who Person) axis { return &gonads{p} },
}

// gonads is the axis. Both sexes have all its equations: ovaries and testes are
// there or not, and everything else is shared.
type gonads struct{ *GonadParams }

// The states of the gonadal axis.
const (
	gonadEstradiol    = iota // total in plasma
	gonadTestosterone        // total in plasma
	gonadSHBG
	gonadPriming  // of the pituitary for the LH surge, 0..1
	gonadFollicle // dominant follicle, of a mature one
	gonadLuteum   // corpus luteum, of a full one
	gonadLuteal   // age of the corpus luteum
)

func (g *gonads) states(p Person) []state {
	e, t, s := 40.0, 15.0, 32.0
	if p.Female() {
		e, t, s = 130, 1, 55
	}
	return []state{
		{"gonad.estradiol", "pM", e, 100},
		{"gonad.testosterone", "nM", t, 1},
		{"gonad.shbg", "nM", s, 40},
		{"gonad.priming", "1", 0, 0.1},
		{"gonad.follicle", "1", 0.02 * g.Ovary.capacity(p), 0.1},
		{"gonad.luteum", "1", 0, 0.1},
		{"gonad.luteal_age", "h", 0, 24},
	}
}

func (g *gonads) publish(now *moment, y []float64) {
	l := &now.Levels
	l.Estradiol, l.Testosterone, l.SHBG = y[gonadEstradiol], y[gonadTestosterone], y[gonadSHBG]
	l.FreeTestosterone, l.FreeEstradiol = g.SHBG.free(l.Testosterone, l.Estradiol, l.SHBG)
	o := g.Ovary.look(now, y)
	l.Progesterone = g.Steroid.progesterone(g.Ovary.progesterone(&o) + now.Drugs[drug.ProgesteroneIn])
	tone := g.Gonadotropin.tone(now)
	l.LH = tone * g.Gonadotropin.lh(l, y[gonadPriming])
	l.FSH = tone * g.Gonadotropin.fsh(l, y[gonadPriming], g.Ovary.inhibin(&o)+g.Testis.inhibin(now))
}

func (g *gonads) derive(now *moment, y, dy []float64) {
	l := &now.Levels
	o := g.Ovary.look(now, y)
	androgen := g.Androgen.secretion(now)
	testis := g.Testis.testosterone(now)
	g.Ovary.derive(l, &o, y, dy)
	dy[gonadPriming] = g.Gonadotropin.prime(l, y[gonadPriming])
	dy[gonadSHBG] = g.SHBG.derive(now, y[gonadSHBG])
	dy[gonadTestosterone] = g.Steroid.testosterone(l,
		testis+g.Ovary.testosterone(l, &o)+androgen+now.Drugs[drug.TestosteroneIn])
	made := g.Aromatase.gonadal(now, g.Ovary.estradiol(l, &o)+g.Testis.estradiol(l, testis)) +
		g.Aromatase.peripheral(now, g.Steroid.lost(l), androgen)
	dy[gonadEstradiol] = g.Steroid.estradiol(l, made+now.Drugs[drug.EstradiolIn])
}
