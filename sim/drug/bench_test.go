package drug

import "testing"

const several = "teriparatide 20 ug sc daily; denosumab 60 mg q6m; estradiol 50 ug/d td; prednisolone 5 mg po daily; calcium 500 mg po bid"

func BenchmarkDerive(b *testing.B) {
	g := newRig(b, several, 1)
	g.run(100, nil)
	dy := make([]float64, len(g.y))
	b.ReportAllocs()
	for b.Loop() {
		g.r.Derive(g.y, dy)
	}
}

func BenchmarkPublish(b *testing.B) {
	g := newRig(b, several, 1)
	g.run(100, nil)
	b.ReportAllocs()
	for b.Loop() {
		g.r.Publish(g.y)
	}
}

func BenchmarkNext(b *testing.B) {
	g := newRig(b, several, 1)
	b.ReportAllocs()
	for b.Loop() {
		g.r.Next(20 * years)
	}
}
