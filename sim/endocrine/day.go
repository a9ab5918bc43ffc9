package endocrine

import "trabecula/sim/unit"

// day is the laboratory's mean of the last full day: many hormones come in
// pulses or by the clock, so that one sample says little.
type day struct {
	last  []float64 // readings at the time last looked at, in the order of Serum
	time  float64   // of last [h]
	sum   []float64 // of the day that runs, times hours
	hours float64
	mean  []float64 // of the last full day
}

// newDay returns a day without samples.
func newDay() day {
	n := len(Serum)
	return day{last: make([]float64, n), sum: make([]float64, n), mean: make([]float64, n)}
}

// see notes the levels at a time [h], from which they change without a jump.
func (d *day) see(l *Levels, t float64) {
	for i := range Serum {
		d.last[i] = Serum[i].Value(l)
	}
	d.time = t
}

// add takes in the stretch from the time last seen to t, over which levels are
// taken as linear.
func (d *day) add(l *Levels, t float64) {
	for i := range Serum {
		v := Serum[i].Value(l)
		d.sum[i] += (d.last[i] + v) / 2 * (t - d.time)
		d.last[i] = v
	}
	d.hours += t - d.time
	d.time = t
}

// close ends the day if it is full.
func (d *day) close() {
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
