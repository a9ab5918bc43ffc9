package endocrine

import "trabecula/sim/unit"

// day is the laboratory's mean of the last full day: many hormones come in
// pulses or by the clock, so that one sample says little.
type day struct {
	sum   []float64 // of the day that runs, in the order of Serum, times hours
	hours float64
	mean  []float64 // of the last full day
}

// newDay returns a day without samples.
func newDay() day {
	return day{sum: make([]float64, len(Serum)), mean: make([]float64, len(Serum))}
}

// add takes in levels that held for dt [h].
func (d *day) add(l *Levels, dt float64) {
	for i := range Serum {
		d.sum[i] += Serum[i].Value(l) * dt
	}
	d.hours += dt
	if d.hours < unit.Day-1e-6 {
		return
	}
	for i, s := range d.sum {
		d.mean[i], d.sum[i] = s/d.hours, 0
	}
	d.hours = 0
}

// Daily returns the mean of every reading of Serum, in its order, over the last
// full day; the first is a day of settling, or the present if there was none.
func (b *Body) Daily() []float64 {
	if b.day.mean[0] == 0 {
		now := make([]float64, len(Serum))
		for i := range Serum {
			now[i] = Serum[i].Value(&b.now.Levels)
		}
		return now
	}
	return append([]float64(nil), b.day.mean...)
}
