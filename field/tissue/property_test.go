package tissue_test

import (
	"math"
	"math/rand/v2"
	"testing"

	"github.com/stretchr/testify/require"

	"trabecula/field"
	"trabecula/field/tissue"
	"trabecula/sim/unit"
)

// account keeps the books of a section from outside: what the calls returned.
type account struct {
	bone, mineral, tgfb, igf1 float64 // at the start
	laid                      float64 // [px]
	out                       tissue.Removed
	freshTGFb, freshIGF1      float64
}

func total(plane []float32) (sum float64) {
	for _, v := range plane {
		sum += float64(v)
	}
	return sum
}

// random returns a section of pixels of any filling.
func random(r *rand.Rand) *tissue.Tissue {
	s := tissue.New(field.Grid{W: 7, H: 6, Pixel: 5, Thickness: 10})
	for i := range s.Bone {
		s.Bone[i] = min(float32(r.Float64()*2), 1)
		s.Mineral[i] = s.Bone[i] * float32(r.Float64())
		s.TGFb[i], s.IGF1[i] = 2000*s.Bone[i], 3000*s.Bone[i]
		s.Born[i] = -1000
	}
	return s
}

// Whatever is done to a section in whatever order, fractions stay within their
// bounds, and the planes hold what went in less what came out.
func TestRandomHistoriesKeepBoundsAndBalances(t *testing.T) {
	for seed := range uint64(20) {
		r := rand.New(rand.NewPCG(seed, 1))
		s := random(r)
		a := account{bone: total(s.Bone), mineral: total(s.Mineral), tgfb: total(s.TGFb), igf1: total(s.IGF1)}
		time := 0.0
		for n := range 3000 {
			time += r.Float64()
			a.act(s, r, time)
			if n%20 == 0 {
				within(t, s, time)
			}
		}
		a.close(t, s)
	}
}

// act does one random thing.
func (a *account) act(s *tissue.Tissue, r *rand.Rand, time float64) {
	i, amount := r.IntN(len(s.Bone)), math.Pow(r.Float64(), 3)*1.2
	switch r.IntN(9) {
	case 0, 1, 2, 3:
		laid := s.Form(i, amount, time, 2000, 3000)
		a.laid, a.freshTGFb, a.freshIGF1 = a.laid+laid, a.freshTGFb+laid*2000, a.freshIGF1+laid*3000
	case 4, 5, 6:
		out := s.Resorb(i, amount, time)
		a.out.Bone, a.out.Mineral = a.out.Bone+out.Bone, a.out.Mineral+out.Mineral
		a.out.TGFb, a.out.IGF1 = a.out.TGFb+out.TGFb, a.out.IGF1+out.IGF1
	case 7:
		label := tissue.Label(r.IntN(3))
		s.Mineralise(kinetics, tissue.Supply{Mineral: 0.5 + r.Float64(), Label: label}, time, 10*unit.Day)
		s.Accumulate(tissue.DamageParams{Growth: 1, Cycles: 1, Reference: 1, Exponent: 4, Ceiling: 9, Mineral: 2}, uniform(len(s.Bone), 1), r.Float64())
		s.Harden(kinetics, unit.Day)
	default:
		if r.IntN(4) == 0 { // all osteoid ripens at once, so that seams end
			s.Mineralise(tissue.Params{Primary: 1, Burst: 0.7}, tissue.Supply{Mineral: 1, Label: tissue.Label(r.IntN(3))}, time, 100)
		}
		s.Finish(time)
		s.Settle(i)
	}
}

// within holds the bounds of every pixel.
func within(t *testing.T, s *tissue.Tissue, time float64) {
	t.Helper()
	for i := range s.Bone {
		ok := s.Bone[i] >= 0 && s.Bone[i] <= 1 && s.Osteoid[i] >= 0 && s.Osteoid[i] <= s.Bone[i] &&
			s.Mineral[i] >= 0 && s.Mineral[i] <= s.Bone[i]-s.Osteoid[i]+1e-6 &&
			s.Label1[i] >= 0 && s.Label1[i] <= s.Bone[i] && s.Label2[i] >= 0 && s.Label2[i] <= s.Bone[i] && s.Damage[i] >= 0 &&
			s.Batch[i] >= 0 && s.Begun[i] <= float32(time) && s.TGFb[i] >= 0 && s.IGF1[i] >= 0 && s.Face[i] < tissue.FaceCount &&
			float64(s.Born[i]) <= time+1e-3 && float64(s.Laid[i]) <= time+1e-3 && float64(s.Since[i]) <= time+1e-3
		require.True(t, ok, "pixel %d at %g h: bone %g, osteoid %g, mineral %g, born %g, laid %g, face %d since %g", i, time,
			s.Bone[i], s.Osteoid[i], s.Mineral[i], s.Born[i], s.Laid[i], s.Face[i], s.Since[i])
	}
}

// close balances the books: bone and mineral to the rounding of a float64 sum,
// since float32 rounding is booked where it happens.
func (a *account) close(t *testing.T, s *tissue.Tissue) {
	t.Helper()
	area, now := s.PixelArea(), s.Totals
	require.InDelta(t, a.laid*area, now.Formed, 1e-8)
	require.InDelta(t, a.out.Bone*area, now.Resorbed, 1e-8)
	require.InDelta(t, a.out.Mineral*area, now.MineralOut, 1e-8)
	require.InDelta(t, a.bone+a.laid-a.out.Bone, total(s.Bone), 1e-8)
	require.InDelta(t, a.mineral+(now.MineralIn-now.MineralOut)/area, total(s.Mineral), 1e-8)
	require.InEpsilon(t, now.Cracked-now.Uncracked, total(s.Damage)*area, 1e-9)
	require.InDelta(t, now.Labelled-now.Bleached, (total(s.Label1)+total(s.Label2))*area, 1e-8)
	require.Positive(t, min(now.Labelled, now.Cracked))
	require.InEpsilon(t, a.tgfb+a.freshTGFb, total(s.TGFb)+a.out.TGFb, 1e-5)
	require.InEpsilon(t, a.igf1+a.freshIGF1, total(s.IGF1)+a.out.IGF1, 1e-5)
	require.Greater(t, min(now.Erosions, now.Reversals, now.Completions, now.Arrests), int64(0), "the history must have had everything")
	require.Greater(t, min(now.ErodedTime, now.FormingTime, now.Mineralised), 0.0)
}

// A look at a section shows its planes, pixel by pixel.
func TestViewShowsThePlanes(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 1))
	s := random(r)
	a := account{}
	for n := range 500 {
		a.act(s, r, float64(n))
	}
	v := s.View()
	require.Equal(t, s.Grid, v.Grid())
	require.Equal(t, s.Totals, v.Totals())
	for i := range s.Bone {
		require.Equal(t, []float32{s.Bone[i], s.Osteoid[i], s.Mineral[i], s.Born[i], s.Laid[i], s.TGFb[i], s.IGF1[i], s.Since[i]},
			[]float32{v.Bone(i), v.Osteoid(i), v.Mineral(i), v.Born(i), v.Laid(i), v.TGFb(i), v.IGF1(i), v.Since(i)})
		require.Equal(t, s.Face[i], v.Face(i))
		require.Equal(t, s.Bone[i] >= 0.5, v.Solid(i))
	}
}

// New is all marrow: nothing anywhere.
func TestNewIsMarrow(t *testing.T) {
	s := tissue.New(field.Grid{W: 3, H: 2, Pixel: 5, Thickness: 10})
	for i := range s.Bone {
		require.False(t, s.View().Solid(i))
	}
	require.Zero(t, total(s.Bone)+total(s.Mineral)+total(s.TGFb))
	require.Equal(t, tissue.Totals{}, s.Totals)
}
