package render

import (
	"image"
	"math"
	"testing"

	"trabecula/agents"
	"trabecula/field"
)

// section512 is as large and as crowded as the default section.
func section512() *still {
	g := field.Grid{W: 512, H: 512, Pixel: 5, Thickness: 10}
	wave := func(x, y float64) float64 {
		return 40 * (math.Sin(x/31+math.Sin(y/47)) + math.Sin(y/29+math.Sin(x/53)) - 0.75)
	}
	s := &still{t: carve(g, func(x, y float64) float64 { return -wave(x, y) })}
	kinds := []agents.Kind{agents.Precursor, agents.Progenitor, agents.Macrophage, agents.TCell}
	for i := range g.Len() {
		x, y := g.XY(i)
		depth, turn := wave(float64(x), float64(y)), int(1000*chance(uint64(i), 0))
		switch {
		case depth > 4 && turn < 6:
			s.add(agents.Osteocyte, x, y)
		case depth > -1 && depth < 0 && turn < 60:
			s.add(agents.LiningCell, x, y)
		case depth > -1 && depth < 0 && turn < 90:
			s.add(agents.Osteoblast, x, y)
		case depth > -3 && depth < -2 && turn < 4:
			s.add(agents.Osteoclast, x, y).Nuclei = 6
		case depth < -8 && turn < 4:
			s.add(kinds[turn], x, y)
		}
	}
	return s
}

func BenchmarkFrame(b *testing.B) {
	s, p := section512(), New(Options{})
	for b.Loop() {
		p.Frame(s)
	}
	b.ReportMetric(float64(len(s.cells)), "cells")
}

func BenchmarkPaint(b *testing.B) {
	s, p := section512(), New(Options{})
	dst := image.NewRGBA(image.Rectangle{Max: p.Size(s.Grid())})
	for b.Loop() {
		p.Paint(dst, s)
	}
}

func BenchmarkOverlay(b *testing.B) {
	o, err := FindOverlay("rankl")
	if err != nil {
		b.Fatal(err)
	}
	s := section512()
	s.rankl = func(x, y float64) float64 { return x }
	p := New(Options{Overlay: o})
	for b.Loop() {
		p.Frame(s)
	}
}
