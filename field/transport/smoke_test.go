package transport

import (
	"fmt"
	"math/rand/v2"
	"testing"

	"trabecula/field"
	"trabecula/field/signal"
)

func TestSmoke(t *testing.T) {
	g := field.Grid{W: 512, H: 512, Pixel: 5, Thickness: 10}
	v := New(g, signal.Defaults(), signal.Binding{On: 0.0036, Off: 0.036}, DefaultSettings())
	r := rand.New(rand.NewPCG(1, 2))
	bone, ost := make([]float32, g.Len()), make([]float32, g.Len())
	for y := range g.H {
		for x := range g.W {
			if (x/40+y/56)%3 == 0 {
				bone[g.At(x, y)] = 1
			}
		}
	}
	v.SetMedium(bone, ost)
	var in Input
	for s := range in.Secretion {
		if s == int(signal.RANKLOPG) {
			continue
		}
		for range 2000 {
			in.Secretion[s] = append(in.Secretion[s], Point{int32(r.IntN(g.Len())), r.Float32() * 100000})
		}
	}
	for n := range 8 {
		for s := range in.Secretion {
			for i := range in.Secretion[s] {
				if r.IntN(100) == 0 {
					in.Secretion[s][i].At = int32(r.IntN(g.Len()))
				}
			}
		}
		if err := v.Advance(in, 1, 2); err != nil {
			t.Fatal(err)
		}
		for s, e := range v.Stats() {
			l := v.Ledger(signal.Signal(s))
			fmt.Println(n, signal.Signal(s), e, l.Stored/float64(g.Len()), (l.Secreted-l.Decayed-l.Taken-l.Bound-l.Stored)/l.Secreted, l.Bound/l.Secreted)
		}
	}
}
