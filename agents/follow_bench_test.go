package agents

import (
	"testing"

	"trabecula/field/signal"
)

// BenchmarkFollow carries the pathways of 3000 cells, most of them osteocytes,
// over an hour of blood in four parts, normal and patchy perfusion.
func BenchmarkFollow(b *testing.B) {
	for _, patchy := range []bool{false, true} {
		b.Run(map[bool]string{false: "normal", true: "patchy"}[patchy], func(b *testing.B) {
			s := newWorld(64, 64)
			s.env.Response = healthyResponse()
			s.env.Blood = []signal.Blood{healthyBlood, healthyBlood, healthyBlood, healthyBlood}
			if patchy {
				plane := make([]float32, s.Len())
				for i := range plane {
					plane[i] = 0.5 + float32(i)/float32(len(plane))
				}
				for h := range s.env.Perfusion {
					s.env.Perfusion[h] = plane
				}
			}
			for i := range 3000 {
				s.add(Kind([...]Kind{Osteocyte, Osteocyte, LiningCell, Precursor, Osteoblast}[i%5]), i%64, i/64%64)
				s.cells[i].Paths = s.env.AtRest(s.cells[i].Kind)
			}
			s.freeze()
			for b.Loop() {
				s.env.expose()
				for i := range s.cells {
					s.env.follow(&s.cells[i])
				}
			}
		})
	}
}
