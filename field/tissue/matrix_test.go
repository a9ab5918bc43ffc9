package tissue_test

import (
	"math"
	"testing"

	"github.com/stretchr/testify/require"

	"trabecula/field"
	"trabecula/field/tissue"
	"trabecula/sim/param"
	"trabecula/sim/unit"
)

// pixel is a section of one pixel of 5 um edge, so that its balance is the section's.
func pixel() *tissue.Tissue {
	return tissue.New(field.Grid{W: 1, H: 1, Pixel: 5, Thickness: 10})
}

func TestParamsAreComplete(t *testing.T) {
	p := param.Default[tissue.Params]()
	require.NoError(t, param.Check([]param.Group{{Path: "matrix", Ptr: &p}}))
}

// Contents are stated for 250 um3 and follow the volume of a pixel.
func TestContentsFollowTheVolume(t *testing.T) {
	p := tissue.Params{TGFb: 1000, IGF1: 500}
	tgfb, igf1 := p.Contents(field.Grid{Pixel: 5, Thickness: 10})
	require.Equal(t, [2]float64{1000, 500}, [2]float64{tgfb, igf1})
	tgfb, igf1 = p.Contents(field.Grid{Pixel: 10, Thickness: 20})
	require.Equal(t, [2]float64{8000, 4000}, [2]float64{tgfb, igf1})
}

// Matrix takes the volume-weighted time of what it is made of; osteoid only that
// of the osteoid.
func TestFormMixesTimes(t *testing.T) {
	s := pixel()
	s.Bone[0], s.Mineral[0], s.Born[0], s.Laid[0] = 0.5, 0.4, -100, -7777 // Laid is stale: there is no osteoid
	require.Equal(t, 0.25, s.Form(0, 0.25, 50, 0, 0))
	require.InDelta(t, (-100*0.5+50*0.25)/0.75, s.Born[0], 1e-4)
	require.Equal(t, float32(50), s.Laid[0])
	require.Equal(t, 0.125, s.Form(0, 0.125, 80, 0, 0))
	require.InDelta(t, (-100*0.5+50*0.25+80*0.125)/0.875, s.Born[0], 1e-4)
	require.InDelta(t, (50*0.25+80*0.125)/0.375, s.Laid[0], 1e-4)
	require.Equal(t, float32(0.875), s.Bone[0])
	require.Equal(t, float32(0.375), s.Osteoid[0])
	require.Equal(t, float32(0.4), s.Mineral[0], "mineral stays as it was")
	require.Equal(t, 0.375*25, s.Totals.Formed)
}

// A pixel takes no more than it has room for, and binds factors with what it took.
func TestFormStopsWhenFull(t *testing.T) {
	s := pixel()
	require.Equal(t, 0.75, s.Form(0, 0.75, 1, 1000, 400))
	require.Equal(t, 0.25, s.Form(0, 0.75, 1, 1000, 400))
	require.Zero(t, s.Form(0, 0.75, 1, 1000, 400))
	require.Zero(t, s.Form(0, 0, 1, 1000, 400))
	require.Equal(t, float32(1), s.Bone[0])
	require.Equal(t, float32(1), s.Osteoid[0])
	require.Equal(t, float32(1000), s.TGFb[0])
	require.Equal(t, float32(400), s.IGF1[0])
	require.Equal(t, 25.0, s.Totals.Formed)
}

// What comes out of a pixel is a fair sample of all that it held.
func TestResorbTakesInProportion(t *testing.T) {
	s := pixel()
	s.Bone[0], s.Osteoid[0], s.Mineral[0], s.TGFb[0], s.IGF1[0], s.Born[0] = 1, 0.5, 0.25, 100, 40, -5
	out := s.Resorb(0, 0.25, 9)
	require.Equal(t, tissue.Removed{Bone: 0.25, Mineral: 0.0625, TGFb: 25, IGF1: 10}, out)
	require.Equal(t, []float32{0.75, 0.375, 0.1875, 75, 30, -5},
		[]float32{s.Bone[0], s.Osteoid[0], s.Mineral[0], s.TGFb[0], s.IGF1[0], s.Born[0]})
	require.Equal(t, 0.25*25, s.Totals.Resorbed)
	require.Equal(t, 0.0625*25, s.Totals.MineralOut)
}

// The last of a pixel leaves nothing behind, not even rounding.
func TestResorbEmptiesAPixel(t *testing.T) {
	s := pixel()
	s.Bone[0], s.Osteoid[0], s.Mineral[0], s.TGFb[0], s.IGF1[0] = 0.7, 0.1, 0.3, 100, 40
	out := s.Resorb(0, 5, 9)
	require.Equal(t, float64(float32(0.7)), out.Bone)
	require.Equal(t, 100.0, out.TGFb)
	for _, plane := range [][]float32{s.Bone, s.Osteoid, s.Mineral, s.TGFb, s.IGF1} {
		require.Zero(t, plane[0])
	}
	require.Equal(t, tissue.Removed{}, s.Resorb(0, 1, 9))
	require.Equal(t, tissue.Removed{}, s.Resorb(0, -1, 9))
	s.Form(0, 0.25, 33, 0, 0)
	require.Equal(t, float32(33), s.Born[0], "new matrix knows nothing of the old")
}

// kinetics are of round numbers of our own, so that the defaults may move.
var kinetics = tissue.Params{Maturation: 10 * unit.Day, Primary: 4 * unit.Day, Burst: 0.7, Secondary: 0.01 / unit.Day}

// healthy is blood without a label.
var healthy = tissue.Supply{Mineral: 1}

// Osteoid waits for its maturation time, then turns into mineralised bone as
// exp(-t/Primary), whatever the step.
func TestPrimaryMineralisationIsExponential(t *testing.T) {
	for _, dt := range []float64{1, 6, 24} {
		s := pixel()
		s.Form(0, 1, 0, 0, 0)
		for time := dt; time < 21*unit.Day; time += dt {
			s.Mineralise(kinetics, healthy, time, dt)
			want := 1.0
			if time >= kinetics.Maturation {
				want = math.Exp(-(time - kinetics.Maturation + dt) / kinetics.Primary)
			}
			require.InDelta(t, want, s.Osteoid[0], 1e-5, "after %g h in steps of %g h", time, dt)
			require.InDelta(t, kinetics.Burst*(1-want), s.Mineral[0], 1e-5)
			require.Equal(t, float32(1), s.Bone[0])
		}
		require.InDelta(t, (1-float64(s.Osteoid[0]))*25, s.Totals.Mineralised, 1e-4)
		require.InDelta(t, float64(s.Mineral[0])*25, s.Totals.MineralIn, 1e-9)
	}
}

// A seam ends: in the end all osteoid has turned, with the mineral of the burst.
func TestMineralisationEnds(t *testing.T) {
	s := pixel()
	s.Form(0, 1, 0, 0, 0)
	for time := 6.0; time < 40*unit.Day; time += 6 {
		s.Mineralise(kinetics, healthy, time, 6)
	}
	require.Zero(t, s.Osteoid[0])
	require.InDelta(t, kinetics.Burst, s.Mineral[0], 1e-5)
	require.InDelta(t, 25, s.Totals.Mineralised, 1e-4)
}

// Osteoid ripens in the order in which it was laid: of what is laid day by day, as
// much mineralises each day as was laid a maturation time and a time constant
// before, though it shares one pixel.
func TestOsteoidRipensInItsOrder(t *testing.T) {
	s := pixel()
	laid := func(day float64) float64 { return 0.04 * max(min(day, 20), 0) } // until day 20
	for day := range 40 {
		time := float64(day) * unit.Day
		for hour := range 24 {
			s.Form(0, laid((time+float64(hour)+1)/unit.Day)-laid((time+float64(hour))/unit.Day), time+float64(hour), 0, 0)
			s.Mineralise(kinetics, healthy, time+float64(hour)+1, 1)
		}
		turned := 0.0 // exact: the ripe part decays as exp(-t/Primary)
		for k := range 4000 {
			at := (float64(k) + 0.5) / 100
			if ripe := float64(day+1) - 10 - at; ripe > 0 {
				turned += (laid(at+0.005) - laid(at-0.005)) * -math.Expm1(-ripe/4)
			}
		}
		require.InDelta(t, turned, 0.8*math.Min(float64(day+1)/20, 1)-float64(s.Osteoid[0]), 0.02, "day %d", day+1)
	}
}

// Without mineral in blood osteoid waits, and more of it than one would think:
// that is osteomalacia. When mineral comes back, all that is ripe turns.
func TestOsteoidWaitsForMineral(t *testing.T) {
	p := kinetics
	p.Demand = 3
	require.Equal(t, p.Maturation, p.Mature(1))
	require.InEpsilon(t, 8*p.Maturation, p.Mature(0.5), 1e-12)
	require.False(t, math.IsInf(p.Mature(0), 0))
	s := pixel()
	s.Form(0, 1, 0, 0, 0)
	poor := tissue.Supply{Mineral: 0.5}
	for time := 6.0; time < 79*unit.Day; time += 6 {
		s.Mineralise(p, poor, time, 6)
	}
	require.Equal(t, float32(1), s.Osteoid[0])
	for time := 0.0; time < 32*unit.Day; time += 6 {
		s.Mineralise(p, poor, 80*unit.Day+time, 6)
	}
	require.InEpsilon(t, math.Exp(-1), s.Osteoid[0], 0.02, "primary mineralisation is as slow")
	s.Mineralise(p, healthy, 112*unit.Day, 4*unit.Day)
	require.InEpsilon(t, math.Exp(-2), s.Osteoid[0], 0.02)
}

// Secondary mineralisation closes the gap to the plateau as exp(-Secondary t),
// whatever the step; osteoid takes no part in it.
func TestSecondaryMineralisationIsExponential(t *testing.T) {
	for _, dt := range []float64{6, 24, 240} {
		s := pixel()
		s.Bone[0], s.Osteoid[0], s.Mineral[0] = 0.8, 0.2, 0.3
		for time := dt; time <= 300*unit.Day; time += dt {
			s.Harden(kinetics, dt)
			want := 0.6 - 0.3*math.Exp(-kinetics.Secondary*time)
			require.InDelta(t, want, s.Mineral[0], 2e-4, "after %g h in steps of %g h", time, dt) // float32 adds small steps to a large number
		}
		require.Equal(t, float32(0.2), s.Osteoid[0])
		require.InDelta(t, float64(s.Mineral[0]-float32(0.3))*25, s.Totals.MineralIn, 1e-9)
	}
}

// A section starts as ripe as hardening would make it from where primary
// mineralisation ends.
func TestRipenedIsWhatHardeningLeadsTo(t *testing.T) {
	s := pixel()
	s.Bone[0], s.Mineral[0] = 1, float32(kinetics.Burst)
	require.InDelta(t, kinetics.Burst, kinetics.Ripened(0), 1e-12)
	for age := unit.Day; age <= 400*unit.Day; age += unit.Day {
		s.Harden(kinetics, unit.Day)
		require.InDelta(t, kinetics.Ripened(age), s.Mineral[0], 2e-4, "at %g h", age)
	}
}

// Full mineral is a plateau: nothing rises above what the matrix can hold.
func TestMineralStopsAtThePlateau(t *testing.T) {
	s := pixel()
	s.Bone[0], s.Mineral[0] = 0.6, 0.59
	for range 10000 {
		s.Harden(tissue.Params{Secondary: 1}, 24)
	}
	require.Equal(t, float32(0.6), s.Mineral[0])
	full := kinetics
	full.Burst = 1
	s = pixel()
	s.Form(0, 1, 0, 0, 0)
	for time := 24.0; time < 60*unit.Day; time += 24 {
		s.Mineralise(full, healthy, time, 24)
		require.LessOrEqual(t, s.Mineral[0], s.Bone[0]-s.Osteoid[0])
	}
	require.InDelta(t, 1, s.Mineral[0], 1e-5)
}
