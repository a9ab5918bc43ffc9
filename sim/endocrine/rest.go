package endocrine

import (
	"iter"
	"sync"

	"trabecula/agents"
	"trabecula/field/signal"
	"trabecula/sim/unit"
)

// The healthy references: a woman and a man of 30 with all parameters at their
// defaults, watched over some menstrual cycles once they have settled. assumed:
// cells have grown used to the sex in which they grew up, so that health is where
// both count from; the slowest pathway of a cell forgets within days; four cycles
// of about 28 d even out where in the cycle the watch begins.
const (
	settling = 120 * unit.Day
	warming  = 28 * 24 // of the cells' pathways [hours]
	watching = 112 * 24
)

var (
	womanAtRest = sync.OnceValue(func() [agents.KindCount]agents.Pathways { return atRest("female") })
	manAtRest   = sync.OnceValue(func() [agents.KindCount]agents.Pathways { return atRest("male") })
)

// rest returns the mean state of the pathways of every kind of cell in the
// healthy reference of the person's sex, from which the effects of hormones are
// counted. It depends on nothing else that a scenario can set.
func rest(p Person) [agents.KindCount]agents.Pathways {
	if p.Female() {
		return womanAtRest()
	}
	return manAtRest()
}

// atRest watches a healthy reference.
func atRest(sex string) [agents.KindCount]agents.Pathways {
	p := Defaults()
	p.Person.Sex, p.Settings.Settle = sex, settling
	b, err := build(p, nil)
	if err == nil {
		err = b.settle()
	}
	if err != nil {
		panic("endocrine: the healthy reference: " + err.Error()) // the defaults are wrong
	}
	var now [agents.KindCount]agents.Pathways
	r := agents.NewResponse(p.Effects, now)
	r.MeanOver(&now, b.live(warming), unit.Hour)
	mean := r.MeanOver(&now, b.live(watching), unit.Hour)
	for k := range mean {
		mean[k][agents.PTHPool] = mean[k][agents.CREB] // it follows CREB over weeks, longer than the warming
	}
	return mean
}

// live carries the reference through hours and yields the blood of each.
func (b *Body) live(hours int) iter.Seq[[]signal.Blood] {
	return func(yield func([]signal.Blood) bool) {
		for range hours {
			if err := b.Advance(unit.Hour); err != nil {
				panic("endocrine: the healthy reference: " + err.Error()) // the defaults are wrong
			}
			if !yield(b.Blood()) {
				return
			}
		}
	}
}
