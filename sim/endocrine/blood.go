package endocrine

import (
	"trabecula/field/signal"
	"trabecula/sim/drug"
)

// blood returns the free concentrations that the tissue is perfused with now [pM].
func (b *Body) blood() (s signal.Blood) {
	l, d := &b.now.Levels, &b.now.Drugs
	const nano, milli = 1e3, 1e9 // pM in one nM and one mM
	s[signal.PTH] = l.PTH1R
	s[signal.Calcitonin] = l.Calcitonin
	s[signal.Calcitriol] = l.Calcitriol
	s[signal.Estradiol] = l.FreeEstradiol
	s[signal.Progesterone] = l.Progesterone * nano
	s[signal.Testosterone] = l.FreeTestosterone
	s[signal.Cortisol] = l.FreeCortisol * nano
	s[signal.T3] = l.FreeT3
	s[signal.GH] = l.GH
	s[signal.SystemicIGF1] = l.FreeIGF1
	s[signal.SystemicTNF] = l.TNF
	s[signal.SystemicIL1] = l.IL1
	s[signal.SystemicIL6] = l.IL6
	s[signal.Calcium] = l.Ionised * milli
	s[signal.Denosumab] = d[drug.DenosumabIn]
	s[signal.Romosozumab] = d[drug.RomosozumabIn]
	s[signal.AntiTNF] = d[drug.AntiTNFIn]
	s[signal.Bisphosphonate] = d[drug.BisphosphonateIn]
	return s
}

// parts is into how many equal parts the blood of an Advance is divided for the
// cells: quarters of an hour at the usual step resolve the peak of an injection.
const parts = 4

// sampler turns the solver's steps, between which blood is taken as linear, into
// means over the parts of an Advance.
type sampler struct {
	parts      [parts]signal.Blood
	start, end float64
	time       float64 // of last
	last       signal.Blood
}

// show sets all parts to one blood.
func (s *sampler) show(now signal.Blood) {
	for i := range s.parts {
		s.parts[i] = now
	}
}

// begin starts an Advance from one time to another.
func (s *sampler) begin(start, end float64, now signal.Blood) {
	*s = sampler{start: start, end: end, time: start, last: now}
}

// jump replaces the blood of this time: an event has changed it.
func (s *sampler) jump(now signal.Blood) { s.last = now }

// add takes in the stretch from the last time to t.
func (s *sampler) add(t float64, now signal.Blood) {
	width := (s.end - s.start) / parts
	for i := range s.parts {
		from := max(s.time, s.start+float64(i)*width)
		to := min(t, s.start+float64(i+1)*width)
		if from < to {
			s.weigh(&s.parts[i], &now, t, from, to, width)
		}
	}
	s.time, s.last = t, now
}

// weigh adds the share that the stretch from one time to another, within a step
// that ends at t with blood now, has in the mean of a part.
func (s *sampler) weigh(part, now *signal.Blood, t, from, to, width float64) {
	middle := ((from+to)/2 - s.time) / (t - s.time)
	share := (to - from) / width
	for h := range part {
		part[h] += share * (s.last[h] + middle*(now[h]-s.last[h]))
	}
}
