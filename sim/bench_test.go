package sim

import (
	"testing"

	"trabecula/field"
	"trabecula/field/tissue"
)

// slats returns a 512 x 512 section of upright trabeculae, 160 um wide and
// 800 um apart: a fifth is bone, as in the bundled slices.
func slats() *tissue.Tissue {
	t := tissue.New(field.Grid{W: 512, H: 512, Pixel: 5, Thickness: 10})
	for i := range t.Bone {
		if x, _ := t.XY(i); x%160 < 32 {
			t.Bone[i], t.Mineral[i], t.Born[i] = 1, 1, -1e4
		}
	}
	return t
}

// atWork returns a default model after two months, when sites are open.
func atWork(b *testing.B) *Model {
	b.Helper()
	m := must(New(Defaults(), slats(), 1, Options{Workers: 2}))
	for range 60 * 24 {
		if err := m.Step(); err != nil {
			b.Fatal(err)
		}
	}
	return m
}

// BenchmarkPhases times the phases of a step, one by one, on one going model, and
// tells what share of the step each takes.
func BenchmarkPhases(b *testing.B) {
	m := atWork(b)
	spent := make([]float64, 7)
	names := []string{"nourish", "spread", "freeze", "decide", "apply", "ripen", "collect"}
	for _, workers := range []int{1, 2} {
		b.Run(map[int]string{1: "one worker", 2: "two workers"}[workers], func(b *testing.B) {
			m.Configure(Options{Workers: workers})
			clear(spent)
			for b.Loop() {
				m.events = m.events[:0]
				phases := []func(){func() { _ = m.nourish() }, func() { _ = m.spread() }, m.freeze, m.decide, m.apply, m.ripen, m.collect}
				for i, phase := range phases {
					start := b.Elapsed()
					phase()
					spent[i] += float64(b.Elapsed() - start)
				}
				m.tick++
			}
			for i, name := range names {
				b.ReportMetric(spent[i]/float64(b.N)/1e3, "us/"+name)
			}
			b.ReportMetric(spent[3]/float64(b.N)/float64(len(m.cells)), "ns/agent")
			b.ReportMetric(spent[1]/float64(b.N)/float64(m.tissue.Len())/11, "ns/px/signal")
		})
	}
}
