package endocrine

import (
	"sync"

	"trabecula/agents"
	"trabecula/field/signal"
	"trabecula/sim/unit"
)

// The healthy reference: a woman of 30 with all parameters at their defaults,
// watched over some menstrual cycles once she has settled. assumed, both: the
// slowest pathway of a cell forgets within days, and four cycles of about 28 d
// even out where in the cycle the watch begins.
const (
	settling = 120 * unit.Day
	warming  = 28 * 24 // of the cells' pathways [hours]
	watching = 112 * 24
)

// rest returns the mean state of the pathways of every kind of cell in the
// healthy reference, from which the effects of hormones are counted. It depends
// on nothing that a scenario can set.
var rest = sync.OnceValue(func() (mean [agents.KindCount]agents.Pathways) {
	p := Defaults()
	p.Settings.Settle = settling
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
})

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
	}
	return mean
}
