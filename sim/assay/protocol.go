package assay

import "trabecula/sim/drug"

// morning is when a test of hours begins: at 8 o'clock, the person fasting [h].
const morning = 8

// acute returns a protocol of hours from 8 in the morning, after an hour of
// control, with a sample every so often [h]; doses are in the arm's plan.
func acute(span, every float64) func(*bench) {
	return func(b *bench) {
		b.control(every)
		b.follow(span, every)
	}
}

// control waits for the morning and samples the hour before time 0.
func (b *bench) control(every float64) {
	b.wait(morning - 1)
	b.zero = morning
	b.follow(1, every)
}

// pump returns a protocol in which a port is filled at the arm's rate for a time,
// and the person is followed.
func pump(p drug.Port, rates map[string]float64, run, span, every float64) func(*bench) {
	return func(b *bench) {
		b.control(every)
		b.infuse(p, rates[b.arm])
		b.follow(run, every)
		b.infuse(p, 0)
		b.follow(span-run, every)
	}
}

// chronic returns a protocol of n spans of so many hours, of which the means are
// kept, after as many days of control; then the operation, if there is one.
func chronic(control, n int, span float64, operation ...string) func(*bench) {
	return func(b *bench) {
		b.zero = float64(control) * span
		b.means(control, span)
		if len(operation) > 0 {
			b.operate(operation...)
		}
		b.means(n, span)
	}
}

// settings lists settings of an arm or a person.
func settings(list ...string) []string { return list }
