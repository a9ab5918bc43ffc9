package transport

import (
	"fmt"
	"math"
	"math/rand/v2"
	"reflect"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"trabecula/field/signal"
)

// TestAnySize holds sections of odd shapes, in a rough medium with uptake,
// against the same equations solved in float64 by over-relaxation.
func TestAnySize(t *testing.T) {
	for _, size := range [][2]int{{16, 16}, {17, 16}, {16, 33}, {31, 47}, {64, 19}, {100, 17}} {
		s := newScene(grid(size[0], size[1]), uint64(size[0]), 12)
		set := perPixel()
		set.ResidualTolerance, set.MediumStep = 1e-5, 0
		v := New(s.g, only(2e4, 3e3, 10), signal.Binding{}, set)
		v.SetMedium(s.bone, s.osteoid)
		advance(t, v, s.in, 1)
		p := problemOf(v, signal.IGF1, s.in, 0)
		exact := make([]float64, s.g.Len())
		p.solve(exact, 1e-10)
		require.Less(t, distance1(v.Values(signal.IGF1), exact), 2e-5, "%v", size)
	}
}

// TestRefreshEqualsRebuild changes the medium and the uptake here and there and
// compares the levels brought up to date with levels made anew.
func TestRefreshEqualsRebuild(t *testing.T) {
	for seed := range uint64(4) {
		s := newScene(grid(60+int(seed), 51), seed, 40)
		v := New(s.g, signal.Defaults(), signal.Binding{}, perPixel())
		for range 4 {
			v.SetMedium(s.bone, s.osteoid)
			advance(t, v, s.in, 1)
			s.stir(0.1, 0.1)
		}
		sp := v.species[signal.IL1]
		got := sp.levels
		sp.levels = nil
		sp.alive()
		for k := range got {
			require.Equal(t, sp.levels[k], got[k], "level %d", k)
		}
	}
}

// TestConvergenceFactor checks that every cycle reduces the residual by 0.3 or
// better, at a screening length of 100 pixels, in marrow and in a honeycomb of
// trabeculae with a tenth of the diffusivity, on sides of both parities.
func TestConvergenceFactor(t *testing.T) {
	const k, pixels = 10.0, 100.0
	for _, jump := range []float64{1, 10} {
		for _, w := range []int{256, 301} {
			g := grid(w, 256)
			d := pixels * pixels * g.PixelArea() * k
			m := &medium{bone: make([]float32, g.Len()), osteoid: make([]float32, g.Len())}
			for i := range m.bone {
				if x, y := g.XY(i); (x/32+y/40)%3 == 0 {
					m.bone[i] = 1
				}
			}
			s := newSpecies(g, 1, signal.TNF, only(d, d/jump, k)[0], m)
			s.timeStep(1, 0.05)
			s.alive()
			b := newBench(s.w, s.h)
			r := rand.New(rand.NewPCG(1, 1))
			for range g.Len() / 100 {
				*s.levels[0].cell(&b.rhs[0], int32(r.IntN(g.Len()))) += r.Float32()
			}
			b.relax(s.levels, &b.u[0])
			first := b.cycle(s.levels, &b.u[0]).pixels
			const cycles = 3 // the next would meet the rounding of float32
			var last float64
			for range cycles {
				last = b.cycle(s.levels, &b.u[0]).pixels
			}
			require.Less(t, math.Pow(last/first, 1.0/cycles), 0.3, "jump %g, width %d", jump, w)
		}
	}
}

// TestDefaultSettings holds the defaults in code against those of the tags.
func TestDefaultSettings(t *testing.T) {
	v := reflect.ValueOf(DefaultSettings())
	for i := range v.NumField() {
		f := v.Type().Field(i)
		require.Equal(t, f.Tag.Get("default"), strings.NewReplacer("0.01", "1e-2", "0.03", "3e-2").Replace(fmt.Sprint(v.Field(i))), f.Name)
	}
}
