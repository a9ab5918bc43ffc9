package endocrine

import (
	"math"

	"trabecula/sim/drug"
	"trabecula/sim/param"
	"trabecula/sim/unit"
)

// sexed are the gonadal and growth axes of a person whose cortisol and T3 are held.
type sexed struct {
	*rig
	Gonad  GonadParams
	Growth GrowthParams
	growth pulsatile
}

// Units of the laboratory.
const (
	pgE2   = massEstradiol / 1000    // pg/mL for 1 pM
	ngT    = massTestosterone / 10   // ng/dL for 1 nM
	ngP    = massProgesterone / 1000 // ng/mL for 1 nM
	ugGH   = 1.0 / 45                // ug/L for 1 pM, as Levels has it
	ngIGF1 = massIGF1 / 1000         // ng/mL for 1 nM
)

// newSexed returns a person with causes changed, at rest after some months.
func newSexed(sex string, age float64, change func(s *sexed)) *sexed {
	p := param.Default[Person]()
	p.Sex, p.Age = sex, age
	s := &sexed{Gonad: param.Default[GonadParams](), Growth: param.Default[GrowthParams]()}
	if change != nil {
		change(s)
	}
	own := growth.bind(&s.Growth, p)
	s.growth = own.(pulsatile)
	s.rig = newRig(p, Levels{Cortisol: 250, FreeT3: 5.5}, gonad.bind(&s.Gonad, p), own)
	s.live(100, nil)
	return s
}

// samples is how often live shows the levels of an hour.
const samples = 6

// live advances by days with bursts at their times and shows the levels of every ten
// minutes.
func (s *sexed) live(days int, watch func(t float64, l *Levels)) {
	const steps = samples
	for range days * 24 {
		start := s.now.Time
		for i := range steps {
			s.step(start+float64(i)/steps, 1.0/steps)
			s.see(start+float64(i+1)/steps, s.y)
			if i == steps-1 {
				s.fire()
			}
			if watch != nil {
				watch(s.now.Time, &s.now.Levels)
			}
		}
	}
}

// fire lets a burst happen that is due now.
func (s *sexed) fire() {
	t := s.now.Time
	if s.growth.next(math.Nextafter(t, math.Inf(-1))) == t {
		s.growth.burst(&s.now, s.part(1, s.y))
		s.see(t, s.y)
	}
}

// period is what a stretch of days shows.
type period struct {
	mean, least, most Levels // of the levels in the table below
	ovulations        []float64
}

// shown are the levels that a period sums up.
func shown(l *Levels) []*float64 {
	return []*float64{&l.Estradiol, &l.FreeEstradiol, &l.Progesterone, &l.Testosterone, &l.FreeTestosterone,
		&l.SHBG, &l.LH, &l.FSH, &l.GH, &l.IGF1, &l.FreeIGF1}
}

// days lives through days and sums up. An ovulation is the rise of progesterone
// through 3 ng/mL, which the laboratory takes as proof of it.
func (s *sexed) days(n int) (p period) {
	first, luteal := true, s.now.Levels.Progesterone*ngP > 3
	for _, v := range shown(&p.least) {
		*v = math.Inf(1)
	}
	s.live(n, func(t float64, l *Levels) {
		mean, least, most := shown(&p.mean), shown(&p.least), shown(&p.most)
		for i, v := range shown(l) {
			*mean[i] += *v / float64(n*24*samples)
			*least[i], *most[i] = math.Min(*least[i], *v), math.Max(*most[i], *v)
		}
		if now := l.Progesterone * ngP; now > 3 && !luteal && !first {
			p.ovulations, luteal = append(p.ovulations, t/unit.Day), true
		} else if now < 2 {
			luteal = false
		}
		first = false
	})
	return p
}

// gaps returns the days between ovulations.
func (p *period) gaps() (gaps []float64) {
	for i := 1; i < len(p.ovulations); i++ {
		gaps = append(gaps, p.ovulations[i]-p.ovulations[i-1])
	}
	return gaps
}

// blocked holds a port at a level from now on.
func (s *sexed) blocked(p drug.Port, level float64) *sexed {
	s.dose = port(p, level)
	return s
}
