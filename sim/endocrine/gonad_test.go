package endocrine

import (
	"math"
	"testing"

	"github.com/stretchr/testify/require"

	"trabecula/sim/drug"
	"trabecula/sim/param"
	"trabecula/sim/unit"
)

// between requires a value within bounds.
func between(t *testing.T, low, value, high float64, what string) {
	t.Helper()
	require.True(t, low <= value && value <= high, "%s is %.4g, want %g..%g", what, value, low, high)
}

// The cycle makes itself: 25 to 32 days, each as the last, each with ovulation, and
// every hormone where the textbooks have it.
func TestCycleOfAYoungWomanIsStableForTwoYears(t *testing.T) {
	s := newSexed("female", 30, nil)
	p := s.days(2 * 365)
	gaps := p.gaps()
	require.GreaterOrEqual(t, len(gaps), 22)
	for _, gap := range gaps {
		between(t, 25, gap, 32, "cycle [d]")
		require.InDelta(t, gaps[0], gap, 0.7, "cycles are alike")
	}
	between(t, 20, p.least.Estradiol*pgE2, 60, "least oestradiol [pg/mL]")
	between(t, 150, p.most.Estradiol*pgE2, 400, "greatest oestradiol [pg/mL]")
	between(t, 0.1, p.least.Progesterone*ngP, 1, "follicular progesterone [ng/mL]")
	between(t, 5, p.most.Progesterone*ngP, 20, "luteal progesterone [ng/mL]")
	between(t, 20, p.most.LH, 100, "LH surge [IU/L]")
	between(t, 1, p.least.LH, 8, "least LH [IU/L]")
	between(t, 1.5, p.least.FSH, 5, "least FSH [IU/L]")
	between(t, 8, p.most.FSH, 25, "mid-cycle FSH [IU/L]")
	between(t, 15, p.mean.Testosterone*ngT, 70, "testosterone [ng/dL]")
	between(t, 20, p.mean.SHBG, 130, "SHBG [nM]")
}

// The order of events: oestradiol peaks, LH surges within two days, progesterone
// follows and peaks five to nine days later while oestradiol is 80-200 pg/mL.
func TestEventsOfACycleFollowOneAnother(t *testing.T) {
	s := newSexed("female", 30, nil)
	for s.now.Levels.Progesterone*ngP > 1 || s.now.Levels.LH < 15 {
		s.live(1, nil) // to the next surge, or into it
	}
	s.live(18, nil) // to the end of that luteal phase
	var e, lh, p [2]float64
	var luteal float64
	s.live(26, func(at float64, l *Levels) {
		if l.LH > lh[1] {
			lh = [2]float64{at, l.LH}
		}
		if l.Estradiol > e[1] {
			e = [2]float64{at, l.Estradiol}
		}
		if l.Progesterone > p[1] {
			p, luteal = [2]float64{at, l.Progesterone}, l.Estradiol
		}
	})
	between(t, 0, lh[0]-e[0], 2*unit.Day, "LH surge after oestradiol [h]")
	between(t, 5*unit.Day, p[0]-lh[0], 9*unit.Day, "progesterone after the LH surge [h]")
	between(t, 80, luteal*pgE2, 200, "luteal oestradiol [pg/mL]")
}

func TestCyclesFailAtMenopause(t *testing.T) {
	s := newSexed("female", 44, nil)
	middle := s.days(365)
	require.GreaterOrEqual(t, len(middle.gaps()), 11)
	s.live(3*365, nil)
	var last period
	fsh := middle.mean.FSH
	for range 4 {
		year := s.days(365)
		require.Greater(t, year.mean.FSH, fsh, "FSH rises")
		fsh = year.mean.FSH
		if len(year.ovulations) > 1 {
			last = year
		}
	}
	gaps := last.gaps()
	require.Greater(t, gaps[len(gaps)-1], 1.3*middle.gaps()[0], "cycles lengthen")
	final := 44 + last.ovulations[len(last.ovulations)-1]/365.25
	between(t, 50.3, final, 51.2, "age at the last ovulation")
	after := s.days(60)
	require.Empty(t, after.ovulations)
	between(t, 2, after.mean.Estradiol*pgE2, 20, "oestradiol after menopause [pg/mL]")
	between(t, 30, after.mean.FSH, 120, "FSH after menopause [IU/L]")
	between(t, 15, after.mean.LH, 62, "LH after menopause [IU/L]")
	require.Less(t, after.most.Progesterone*ngP, 0.5)
	between(t, 10, after.mean.Testosterone*ngT, 50, "testosterone after menopause [ng/dL]")
}

// The age at menopause is a cause: who has it early is past it.
func TestEarlyMenopauseComesEarly(t *testing.T) {
	p := param.Default[Person]()
	p.Age, p.Menopause = 36, 34
	g := param.Default[GonadParams]()
	r := newRig(p, Levels{Cortisol: 250, FreeT3: 5.5}, gonad.bind(&g, p))
	r.run(100*24, nil)
	require.Less(t, r.now.Levels.Estradiol*pgE2, 20.0)
	require.Greater(t, r.now.Levels.FSH, 40.0)
}

func TestOvariectomyLowersOestradiolAndRaisesFSH(t *testing.T) {
	whole := newSexed("female", 40, nil).days(28)
	none := newSexed("female", 40, func(s *sexed) { s.Gonad.Ovary.Mass = 0 }).days(28)
	half := newSexed("female", 30, func(s *sexed) { s.Gonad.Ovary.Mass = 0.5 }).days(100)
	require.Less(t, none.mean.Estradiol*pgE2, 20.0)
	require.Greater(t, none.mean.FSH, 6*whole.mean.FSH)
	require.Empty(t, none.ovulations)
	between(t, 0.3, none.mean.Testosterone/whole.mean.Testosterone, 0.7, "testosterone without ovaries")
	require.GreaterOrEqual(t, len(half.ovulations), 3, "one ovary is enough")
}

// Half of the drive is not enough for a cycle; without it the ovaries sleep.
func TestCycleNeedsItsDrive(t *testing.T) {
	for _, drive := range []float64{0, 0.3} {
		p := newSexed("female", 30, func(s *sexed) { s.Gonad.Gonadotropin.Drive = drive }).days(100)
		require.Empty(t, p.ovulations, "drive %g", drive)
		require.Less(t, p.mean.Estradiol*pgE2, 40.0)
	}
}

func TestPubertyComesAtItsAge(t *testing.T) {
	for sex, adult := range map[string]float64{"female": 40, "male": 12} {
		child, grown := newSexed(sex, 10, nil).days(28), newSexed(sex, 15, nil).days(28)
		require.Less(t, child.mean.LH, 0.6)
		require.Less(t, child.mean.Estradiol*pgE2, 10.0)
		require.Less(t, child.mean.Testosterone*ngT, 40.0)
		require.Greater(t, grown.mean.Estradiol*pgE2, adult)
		require.Greater(t, grown.mean.IGF1, 1.15*child.mean.IGF1, "growth spurt")
		require.Greater(t, grown.mean.GH, 1.5*child.mean.GH)
	}
	require.NotEmpty(t, newSexed("female", 13.5, nil).days(60).ovulations)
}

func TestTestosteroneOfAYoungMan(t *testing.T) {
	p := newSexed("male", 30, nil).days(7)
	between(t, 300, p.least.Testosterone*ngT, p.most.Testosterone*ngT, "testosterone [ng/dL]")
	between(t, 300, p.most.Testosterone*ngT, 1000, "testosterone [ng/dL]")
	between(t, 1.1, p.most.Testosterone/p.least.Testosterone, 1.5, "morning over evening")
	between(t, 225, p.mean.FreeTestosterone, 725, "free testosterone [pM]")
	between(t, 15, p.mean.Estradiol*pgE2, 40, "oestradiol [pg/mL]")
	between(t, 1.5, p.mean.LH, 9, "LH [IU/L]")
	between(t, 1.5, p.mean.FSH, 12, "FSH [IU/L]")
	between(t, 10, p.mean.SHBG, 57, "SHBG [nM]")
	between(t, 0.1, p.mean.Progesterone*ngP, 0.9, "progesterone [ng/mL]")
	peak, at := 0.0, 0.0
	newSexed("male", 30, nil).live(1, func(time float64, l *Levels) {
		if l.Testosterone > peak {
			peak, at = l.Testosterone, hourOf(time)
		}
	})
	between(t, 6, at, 10, "hour of the peak")
}

// Total testosterone falls by 1 to 1.5 % per year after 30, free by 2 %, as SHBG
// rises (Feldman 2002; recalled), while LH does not fall.
func TestTestosteroneFallsWithAge(t *testing.T) {
	young, old := newSexed("male", 30, nil).days(3).mean, newSexed("male", 75, nil).days(3).mean
	yearly := func(a, b float64) float64 { return 100 * math.Log(a/b) / 45 }
	between(t, 0.9, yearly(young.Testosterone, old.Testosterone), 1.6, "fall of total testosterone [%/year]")
	between(t, 1.7, yearly(young.FreeTestosterone, old.FreeTestosterone), 2.5, "fall of free testosterone [%/year]")
	between(t, 0.7, yearly(old.SHBG, young.SHBG), 1.7, "rise of SHBG [%/year]")
	require.GreaterOrEqual(t, old.LH, 0.95*young.LH)
}

// In men of 69 the aromatase inhibitor lowers oestradiol by 29 to 50 % and raises
// testosterone by half (Taxel 2001: -29 %, +56 %; Leder 2004; recalled). After
// menopause it takes nearly all.
func TestAromataseBlock(t *testing.T) {
	before := newSexed("male", 69, nil)
	b := before.days(3).mean
	before.blocked(drug.AromataseBlock, 0.97).live(60, nil)
	a := before.days(3).mean
	between(t, 0.45, a.Estradiol/b.Estradiol, 0.75, "oestradiol, of before")
	between(t, 1.3, a.Testosterone/b.Testosterone, 1.7, "testosterone, of before")
	require.Greater(t, a.LH, 1.4*b.LH)
	woman := newSexed("female", 60, nil)
	b = woman.days(3).mean
	woman.blocked(drug.AromataseBlock, 0.97).live(30, nil)
	between(t, 0, woman.days(3).mean.Estradiol/b.Estradiol, 0.15, "oestradiol of an old woman, of before")
}

// Most oestradiol of a man comes from his testosterone: 80 to 85 % by the books.
func TestOestradiolOfMenComesFromTestosterone(t *testing.T) {
	whole := newSexed("male", 30, nil).days(3).mean
	castrate := newSexed("male", 30, func(s *sexed) { s.Gonad.Testis.Mass = 0 }).days(3).mean
	between(t, 0.1, castrate.FreeEstradiol/whole.FreeEstradiol, 0.25, "free oestradiol without testes")
	require.Less(t, castrate.Testosterone*ngT, 50.0)
	between(t, 20, castrate.LH, 90, "LH without testes [IU/L]")
	between(t, 30, castrate.FSH, 120, "FSH without testes [IU/L]")
}

func TestGnRHAnalogueCastrates(t *testing.T) {
	for _, sex := range []string{"male", "female"} {
		s := newSexed(sex, 45, nil).blocked(drug.GonadotropinBlock, 0.92)
		s.live(40, nil)
		p := s.days(30)
		require.Less(t, p.mean.Testosterone*ngT, 50.0)
		require.Less(t, p.mean.Estradiol*pgE2, 20.0)
		require.Less(t, p.mean.LH, 1.0)
		require.Empty(t, p.ovulations)
		s.blocked(drug.GonadotropinBlock, 0).live(60, nil)
		require.Greater(t, s.days(28).mean.Estradiol*pgE2, 15.0, "gonads wake again")
	}
}

// A gel of 50 mg, of which 5 mg/d go through the skin (722 nmol/h), raises an old
// man's testosterone and quiets his LH; so does disease of the testes the other way.
func TestTestosteroneFeedsBack(t *testing.T) {
	s := newSexed("male", 70, nil)
	before := s.days(3).mean
	s.blocked(drug.TestosteroneIn, 722).live(30, nil)
	gel := s.days(3).mean
	between(t, 450, gel.Testosterone*ngT, 1000, "testosterone under gel [ng/dL]")
	require.Less(t, gel.LH, 0.65*before.LH)
	require.Greater(t, gel.Estradiol, 1.3*before.Estradiol)
	sick := newSexed("male", 70, func(s *sexed) { s.Gonad.Testis.Mass = 0.3 }).days(3).mean
	require.Less(t, sick.Testosterone*ngT, 264.0)
	require.Greater(t, sick.LH, 1.4*before.LH)
	require.Greater(t, sick.FSH, 1.5*before.FSH)
}

// A patch of 50 ug/d (7650 pmol/h) gives 30 to 65 pg/mL after menopause and halves
// FSH; LH and FSH stay above those of the young.
func TestOestradiolReplaced(t *testing.T) {
	s := newSexed("female", 56, nil)
	before := s.days(3).mean
	s.blocked(drug.EstradiolIn, 7650).live(30, nil)
	patch := s.days(3).mean
	between(t, 30, patch.Estradiol*pgE2, 65, "oestradiol under a patch [pg/mL]")
	between(t, 0.25, patch.FSH/before.FSH, 0.6, "FSH under a patch, of before")
	require.Greater(t, patch.GH, before.GH)
	s.blocked(drug.ProgesteroneIn, 1000).live(2, nil)
	between(t, 2, s.now.Levels.Progesterone*ngP, 10, "progesterone given [ng/mL]")
}

func TestSHBGFollowsThyroid(t *testing.T) {
	s := newSexed("female", 60, nil)
	before := s.now.Levels
	s.now.Levels.FreeT3 = 3 * 5.5
	s.live(60, nil)
	between(t, 1.7, s.now.Levels.SHBG/before.SHBG, 2.6, "SHBG in thyrotoxicosis")
	require.InDelta(t, before.FreeTestosterone, s.now.Levels.FreeTestosterone, 0.2*before.FreeTestosterone,
		"free testosterone is cleared, and so stays")
}

// Free steroids leave no mass behind, and fall with SHBG.
func TestFreeSteroidsObeyMassAction(t *testing.T) {
	g := param.Default[SHBGParams]()
	previous := math.Inf(1)
	for _, shbg := range []float64{0, 10, 30, 60, 120} {
		freeT, freeE := g.free(20, 100, shbg)
		nM := freeT / 1000
		bound := shbg * nM / (g.SHBGT + nM)
		albumin := nM * g.Albumin / g.AlbuminT
		require.InDelta(t, 20, nM+bound+albumin, 1e-9)
		require.Less(t, freeT, previous)
		previous = freeT
		between(t, 0.01, freeE/100, 0.04, "free share of oestradiol")
	}
	freeT, _ := g.free(20, 100, 30)
	between(t, 0.018, freeT/20000, 0.026, "free share of a man's testosterone") // 2 %
	freeT, _ = g.free(1, 400, 60)
	between(t, 0.009, freeT/1000, 0.016, "free share of a woman's testosterone") // 1.2 %
}
