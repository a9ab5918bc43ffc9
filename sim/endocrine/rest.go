package endocrine

import (
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
	for err == nil && b.time < 0 {
		err = b.Advance(unit.Hour)
	}
	var w watch
	w.response = agents.NewResponse(p.Effects, w.now)
	for h := 0; err == nil && h < warming+watching; h++ {
		err = b.Advance(unit.Hour)
		w.follow(b.Blood(), h >= warming)
	}
	if err != nil {
		panic("endocrine: the healthy reference: " + err.Error()) // the defaults are wrong
	}
	return w.mean(watching)
}

// watch is a cell of every kind and the sum of its pathways over hours.
type watch struct {
	response *agents.Response
	now      [agents.KindCount]agents.Pathways
	sum      [agents.KindCount][agents.PathwayCount]float64
}

// follow lets the cells answer to an hour's blood, and counts it if it matters.
func (w *watch) follow(blood []signal.Blood, counts bool) {
	w.response.FollowAll(&w.now, blood, unit.Hour)
	for k := range w.now {
		for i, v := range w.now[k] {
			if counts {
				w.sum[k][i] += float64(v)
			}
		}
	}
}

// mean returns the mean pathways over n hours.
func (w *watch) mean(n int) (mean [agents.KindCount]agents.Pathways) {
	for k := range mean {
		for i, s := range w.sum[k] {
			mean[k][i] = float32(s / float64(n))
		}
		mean[k][agents.PTHPool] = mean[k][agents.CREB] // it follows CREB over weeks, longer than the warming
	}
	return mean
}
