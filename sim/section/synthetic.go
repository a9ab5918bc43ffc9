package section

import (
	"fmt"
	"math"

	"trabecula/field"
	"trabecula/field/morphometry"
	"trabecula/field/tissue"
	"trabecula/sim/rng"
)

const (
	aimed   = 0.01 // relative error at which the search stops
	fair    = 0.02 // relative error at which no other field is drawn
	reached = 0.05 // relative error that is accepted
	draws   = 12   // random fields that are tried
	steps   = 8    // wave lengths that are tried for each
	waves   = 128  // enough for the field to look the same in all directions
	spread  = 0.2  // relative spread of the wave numbers; assumed: by eye, between stripes (0) and clouds (1)
)

// fromSynthetic returns the bone fraction of every model pixel, made so that
// its plate model morphometry is what p asks for: a band around the zero lines
// of a random field of waves of like length (Cahn 1965, J Chem Phys 42:93, drew
// two-phase structures so). Band width sets BV/TV; wave length, to which
// thickness is proportional, is corrected until Tb.Th fits; Tb.Sp follows. Where
// a section holds few trabeculae, a field may have no fitting wave length; then
// the next is drawn.
func (p Params) fromSynthetic(seed uint64) (field.Grid, []float32, Report, error) {
	g := field.Grid{W: int(p.Width/p.Pixel + roundOff), H: int(p.Height/p.Pixel + roundOff), Pixel: p.Pixel, Thickness: p.Thickness}
	if err := checkGrid(g, "section.width, height, pixel:"); err != nil {
		return g, nil, Report{}, err
	}
	s := search{Synthetic: p.Synthetic, grid: g, off: math.Inf(1)}
	for draw := 0; draw < draws && s.off > fair; draw++ {
		s.fit(seed, draw)
	}
	if s.off > reached {
		return g, nil, Report{}, s.unreachable()
	}
	return g, s.best, Report{Geometry: "synthetic"}, nil
}

// search holds the best section so far.
type search struct {
	Synthetic
	grid field.Grid
	best []float32
	off  float64 // relative error of the best
}

// fit corrects the wave length of one random field.
func (s *search) fit(seed uint64, draw int) {
	length := 2 * s.TbTh / s.BVTV // two trabeculae and two spaces, so 2/Tb.N
	for step := range steps {
		fraction := newWaves(seed, draw, length).band(s.grid, s.BVTV)
		got := plateOf(s.grid, fraction)
		if off := s.miss(got); off < s.off {
			s.best, s.off = fraction, off
		}
		if s.off < aimed {
			return
		}
		damped := 1 / (1 + float64(step)/4) // against swinging about the aim
		length *= math.Pow(field.Clamp(s.TbTh/got.TbTh, 0.5, 2), damped)
	}
}

// plateOf measures bone as the model counts it.
func plateOf(g field.Grid, fraction []float32) morphometry.Plate {
	m := morphometry.Threshold(g, fraction, tissue.Solid)
	return morphometry.PlateOf(float64(m.Count())*g.PixelArea(), morphometry.Perimeter(m), g.Area())
}

// miss is the largest relative error of what was asked for.
func (s Synthetic) miss(got morphometry.Plate) float64 {
	off := math.Max(math.Abs(got.BVTV/s.BVTV-1), math.Abs(got.TbTh/s.TbTh-1))
	return math.Max(off, math.Abs(got.TbSp/s.separation()-1))
}

// separation is the Tb.Sp that the plate model implies.
func (s Synthetic) separation() float64 { return s.TbTh * (1/s.BVTV - 1) }

func (s *search) unreachable() error {
	got := plateOf(s.grid, s.best)
	return fmt.Errorf("section.synthetic: bv_tv = %g with tb_th = %g um cannot be had in %s: nearest is %.3g with %.3g um; take a larger section or thinner trabeculae",
		s.BVTV, s.TbTh, s.grid, got.BVTV, got.TbTh)
}

// wave is a plane wave: numbers [1/um] and phase.
type wave struct{ kx, ky, phase float64 }

// newWaves draws plane waves of random direction and about the same length [um],
// which scales them all about the centre of the section.
func newWaves(seed uint64, draw int, length float64) texture {
	t := make(texture, waves)
	for n := range t {
		s := rng.At(seed, before, uint64(draw*waves+n), textureStream)
		number := 2 * math.Pi / length * math.Exp(spread*s.Normal())
		sin, cos := math.Sincos(math.Pi * s.Float64()) // the other half is the same waves
		t[n] = wave{number * cos, number * sin, 2 * math.Pi * s.Float64()}
	}
	return t
}

// texture is a sum of waves.
type texture []wave

// band returns the fractions of pixels within a band around the zero lines of
// the texture, just so wide that it takes the given part of g.
func (t texture) band(g field.Grid, part float64) []float32 {
	value := t.values(g)
	for i, v := range value {
		value[i] = -float32(math.Abs(float64(v)))
	}
	return newContour(g, value).enclose(part * float64(g.Len()))
}

// values adds up the waves at the pixel centres, cos(a+b) taken apart so that
// no pixel needs a cosine.
func (t texture) values(g field.Grid) []float32 {
	value := make([]float32, g.Len())
	cosX, sinX := make([]float32, g.W), make([]float32, g.W)
	for _, w := range t {
		for x := range g.W {
			sin, cos := math.Sincos(w.kx * (float64(x) - float64(g.W)/2) * g.Pixel)
			cosX[x], sinX[x] = float32(cos), float32(sin)
		}
		for y := range g.H {
			sin64, cos64 := math.Sincos(w.ky*(float64(y)-float64(g.H)/2)*g.Pixel + w.phase)
			sin, cos := float32(sin64), float32(cos64)
			row := value[y*g.W : (y+1)*g.W]
			for x := range row {
				row[x] += float32(cosX[x]*cos) - float32(sinX[x]*sin)
			}
		}
	}
	return value
}
