package transport

import (
	"fmt"
	"math/rand/v2"
	"testing"

	"trabecula/field"
	"trabecula/field/signal"
)

// trabeculae returns a medium of struts 150 um wide, a quarter of the section.
func trabeculae(g field.Grid) (bone, osteoid []float32) {
	bone, osteoid = make([]float32, g.Len()), make([]float32, g.Len())
	for i := range bone {
		if x, y := g.XY(i); x%180 < 30 || (y+x/3)%220 < 22 {
			bone[i] = 1
		}
	}
	return bone, osteoid
}

// crowd returns n sources a signal at random places.
func crowd(g field.Grid, r *rand.Rand, n int) (in Input) {
	for sig := range signal.Count {
		if sig == signal.RANKLOPG {
			continue
		}
		for range n {
			in.Secretion[sig] = append(in.Secretion[sig], Point{int32(r.IntN(g.Len())), 1e5 * r.Float32()})
		}
	}
	for range n {
		in.Uptake[signal.RANKL] = append(in.Uptake[signal.RANKL], Point{int32(r.IntN(g.Len())), 50})
	}
	return in
}

// BenchmarkCycle512 is one multigrid cycle, its measurement included.
func BenchmarkCycle512(b *testing.B) {
	g := grid(512, 512)
	v := New(g, signal.Defaults(), signal.Binding{}, perPixel())
	v.SetMedium(trabeculae(g))
	in := crowd(g, rand.New(rand.NewPCG(1, 2)), 2000)
	advance(b, v, secrete(signal.IGF1, in.Secretion[signal.IGF1]), 1)
	s, w := v.species[signal.IGF1], v.benches[0]
	for _, width := range []int{0, 8, 16} { // plain Go is the reference of the ratio
		if width > lanes() {
			continue
		}
		b.Run(fmt.Sprintf("lanes%d", width), func(b *testing.B) {
			for k := range s.levels {
				s.levels[k].lanes = width
			}
			for b.Loop() {
				w.cycle(s.levels, &w.u[0])
			}
			b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N*g.Len()), "ns/px/field")
		})
	}
}

// BenchmarkAdvance11x512 is a step of 1 h of all signals on 2 workers. Sources
// rest, or all rates change by 1e-5 or 1 %, or 1 % of the sources of each signal
// move, or all move.
func BenchmarkAdvance11x512(b *testing.B) {
	for _, c := range []struct {
		name          string
		share, jitter float64
	}{{"static", 0, 0}, {"jitter1e-5", 0, 1e-5}, {"jitter1%", 0, 0.01}, {"move1%", 0.01, 0}, {"move100%", 1, 0}} {
		b.Run(c.name, func(b *testing.B) { benchmarkAdvance(b, c.share, c.jitter) })
	}
}

func benchmarkAdvance(b *testing.B, share, jitter float64) {
	g := grid(512, 512)
	s := &scene{r: rand.New(rand.NewPCG(1, 2)), g: g}
	s.bone, s.osteoid = trabeculae(g)
	s.in = crowd(g, s.r, 2000)
	v := New(g, signal.Defaults(), defaultBinding, DefaultSettings())
	v.SetMedium(s.bone, s.osteoid)
	for range 12 { // until slow signals are near their steady state
		if err := v.Advance(s.in, 1, 2); err != nil {
			b.Fatal(err)
		}
	}
	before := v.Stats()
	for b.Loop() {
		b.StopTimer()
		s.stir(share, jitter)
		b.StartTimer()
		if err := v.Advance(s.in, 1, 2); err != nil {
			b.Fatal(err)
		}
	}
	cycles := int64(0)
	for sig, e := range v.Stats() {
		cycles += e.Cycles - before[sig].Cycles
	}
	b.ReportMetric(float64(cycles)/float64(b.N), "cycles/step")
	b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N*g.Len()*int(signal.Count)), "ns/px/field")
}

// BenchmarkSteady solves one signal from nothing to the default tolerance: by
// multigrid, and by a plain scalar over-relaxation in float64 as the reference
// of the ratio. Compare the two lines of one run.
func BenchmarkSteady(b *testing.B) {
	g := grid(256, 256)
	in := secrete(signal.IGF1, crowd(g, rand.New(rand.NewPCG(1, 2)), 2000).Secretion[signal.IGF1])
	bone, osteoid := trabeculae(g)
	perCell := func(b *testing.B) {
		b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N*g.Len()), "ns/px/field")
	}
	v := New(g, signal.Defaults(), signal.Binding{}, perPixel())
	v.SetMedium(bone, osteoid)
	b.Run("multigrid", func(b *testing.B) {
		for b.Loop() {
			if err := v.Advance(Input{}, 1, 1); err != nil { // empties the plane
				b.Fatal(err)
			}
			if err := v.Advance(in, 1, 1); err != nil {
				b.Fatal(err)
			}
		}
		perCell(b)
	})
	p := problemOf(v, signal.IGF1, in, 0)
	b.Run("reference", func(b *testing.B) {
		for b.Loop() {
			p.solve(make([]float64, g.Len()), 1e-3)
		}
		perCell(b)
	})
}

// BenchmarkSetMedium changes n pixels of bone with all signals present.
func BenchmarkSetMedium(b *testing.B) {
	for _, n := range []int{0, 100, 2000} {
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			g := grid(512, 512)
			r := rand.New(rand.NewPCG(1, 2))
			v := New(g, signal.Defaults(), defaultBinding, perPixel())
			bone, osteoid := trabeculae(g)
			v.SetMedium(bone, osteoid)
			advance(b, v, crowd(g, r, 500), 1)
			for b.Loop() {
				for range n {
					i := r.IntN(g.Len())
					bone[i] = 1 - bone[i]
				}
				v.SetMedium(bone, osteoid)
				for _, s := range v.species {
					s.stale = s.stale[:0]
				}
			}
		})
	}
}
