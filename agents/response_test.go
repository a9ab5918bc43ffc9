package agents

import (
	"math"
	"testing"

	"github.com/stretchr/testify/require"

	"trabecula/field/signal"
)

// At rest nothing is changed, exactly.
func TestRestIsNeutral(t *testing.T) {
	r := healthyResponse()
	for k := range KindCount {
		p := r.Rest(k)
		for rate := range RateCount {
			require.Equal(t, 1.0, r.Factor(k, rate, &p), "%s, %s", k, rate)
		}
	}
}

// Healthy blood keeps cells at rest, however it is perfused.
func TestHealthyBloodKeepsCellsAtRest(t *testing.T) {
	r := healthyResponse()
	x := r.expose([]signal.Blood{healthyBlood, healthyBlood}, 1, true)
	plane := []float32{0, 0.3, 1, 1.7, 3, 9}
	x.patch(&[signal.HormoneCount][]float32{signal.PTH: plane, signal.Estradiol: plane, signal.Calcitonin: plane, signal.Progesterone: plane})
	for pixel := range plane {
		at := x.locate(int32(pixel))
		for k := range KindCount {
			p := r.Rest(k)
			for range 1000 {
				x.follow(k, &p, &at)
			}
			for rate := range RateCount {
				require.InDelta(t, 1, r.Factor(k, rate, &p), 2e-4, "%s, %s at %g", k, rate, plane[pixel])
			}
		}
	}
}

// The rhythms of a healthy body change no rate by more than a few per cent in the
// mean of a cycle.
func TestRhythmsAverageOut(t *testing.T) {
	rhythm := func(time float64, b *signal.Blood) {
		day, month := 2*math.Pi*time/24, 2*math.Pi*time/(24*28)
		b[signal.Cortisol] *= math.Exp(1.2*math.Cos(day)) / 1.39
		b[signal.PTH] *= 1 + 0.2*math.Cos(day)
		b[signal.Estradiol] *= math.Exp(0.8*math.Cos(month)) / 1.17
		b[signal.Progesterone] *= math.Exp(2*math.Cos(month)) / 2.28
		b[signal.GH] *= 6 * math.Exp(-6*(math.Mod(time, 3)/3)) // bursts every 3 h
	}
	set := DefaultEffects()
	r := NewResponse(set, RestOf(set, history(28*24, 1, 4, rhythm), 1))
	for k := range KindCount {
		p, mean := r.Rest(k), [RateCount]float64{}
		for blood := range history(28*24, 1, 4, rhythm) {
			r.Follow(k, &p, blood, 1)
			for rate := range RateCount {
				mean[rate] += r.Factor(k, rate, &p) / (28 * 24)
			}
		}
		for rate := range RateCount {
			require.InDelta(t, 1, mean[rate], 0.03, "%s, %s", k, rate)
		}
	}
}

// A simple pathway follows the exact solution.
func TestPathwayFollowsItsReceptor(t *testing.T) {
	r := healthyResponse()
	p := Pathways{}
	blood := healthyBlood
	blood[signal.Estradiol] = 1
	for hour := 1; hour <= 48; hour++ {
		r.Follow(Osteoblast, &p, []signal.Blood{blood}, 1)
		require.InDelta(t, 0.5*(1-math.Exp(-float64(hour)/24)), p[ERa], 1e-5)
	}
}

// Progesterone acts only where oestrogen has made its receptor.
func TestProgesteroneNeedsOestrogen(t *testing.T) {
	r := healthyResponse()
	gain := func(oestrogen float64) float64 {
		high := unchanging(func(_ float64, b *signal.Blood) { b[signal.Estradiol] *= oestrogen; b[signal.Progesterone] *= 4 })[Osteoblast]
		low := unchanging(func(_ float64, b *signal.Blood) { b[signal.Estradiol] *= oestrogen; b[signal.Progesterone] = 0 })[Osteoblast]
		return r.Factor(Osteoblast, Matrix, &high)/r.Factor(Osteoblast, Matrix, &low) - 1
	}
	require.Greater(t, gain(1), 0.05)
	require.Less(t, gain(0.05), 0.2*gain(1))
}

// Akt keeps FOXO out of the nucleus: IGF-1 opposes the deaths of glucocorticoid.
func TestAktRestrainsFOXO(t *testing.T) {
	r := healthyResponse()
	alone := unchanging(with(signal.Cortisol, 4))[Osteoblast]
	both := unchanging(func(_ float64, b *signal.Blood) { b[signal.Cortisol] *= 4; b[signal.SystemicIGF1] *= 3 })[Osteoblast]
	require.Less(t, both[FOXO], 0.6*alone[FOXO])
	require.Less(t, r.Factor(Osteoblast, Apoptosis, &both), r.Factor(Osteoblast, Apoptosis, &alone))
}

// afterInjection returns the pathways after half a day with an injection, in steps of dt.
func afterInjection(dt float64, parts int) Pathways {
	r := healthyResponse()
	p := r.Rest(Osteoblast)
	varied := func(time float64, b *signal.Blood) {
		injections(20)(time, b)
		b[signal.Cortisol] *= 1 + 0.8*math.Cos(2*math.Pi*time/24)
	}
	for blood := range history(12, dt, parts, varied) {
		r.Follow(Osteoblast, &p, blood, dt)
	}
	return p
}

// What blood brings counts, not into which steps it is divided.
func TestStepsDoNotMatter(t *testing.T) {
	want := afterInjection(1, 4)
	for _, c := range []struct {
		dt    float64
		parts int
	}{{0.25, 1}, {0.5, 2}, {2, 8}, {6, 24}} {
		got := afterInjection(c.dt, c.parts)
		for q := range got {
			off := 4e-3
			if Pathway(q) == FOXO {
				off = 2e-2 // is driven by the means of others over a step
			}
			require.InDelta(t, want[q], got[q], 2e-5+off*float64(want[q]), "%s at steps of %g h", Pathway(q), c.dt)
		}
	}
}

// Four parts an hour resolve an injection, and more do so better.
func TestSubStepsConverge(t *testing.T) {
	truth, last := afterInjection(1, 256), math.Inf(1)
	for _, parts := range []int{1, 4, 16, 64} {
		p := afterInjection(1, parts)
		off := math.Abs(float64(p[Runx2]/truth[Runx2] - 1))
		require.Less(t, off, last/2, "%d parts", parts)
		if parts == 4 {
			require.Less(t, off, 0.03)
		}
		last = off
	}
}

// The mean over a history does not depend on how often it is repeated.
func TestRestOfSettles(t *testing.T) {
	set := DefaultEffects()
	once := RestOf(set, history(24, 24, 1, nil), 24)
	for k, p := range RestOf(set, history(24*100, 24, 1, nil), 24) {
		for q := range p {
			require.InDelta(t, once[k][q], p[q], 1e-4+1e-3*float64(p[q]), "%s, %s", Kind(k), Pathway(q))
		}
	}
}

// Every pathway of any cell stays within bounds whatever blood does.
func TestPathwaysStayWithinBounds(t *testing.T) {
	r := healthyResponse()
	for _, level := range []float64{0, 1e-3, 1, 1e3, 1e12} {
		var blood signal.Blood
		for h := range blood {
			blood[h] = level
		}
		x := r.expose([]signal.Blood{blood, healthyBlood}, 6, true)
		x.patch(&[signal.HormoneCount][]float32{signal.PTH: {5}, signal.Cortisol: {0}})
		at := x.locate(0)
		at.tnf, at.il6 = 1e6, 1e6
		for k := range KindCount {
			p := r.Rest(k)
			for range 100 {
				x.follow(k, &p, &at)
			}
			for q, v := range p {
				require.False(t, math.IsNaN(float64(v)) || math.IsInf(float64(v), 0) || v < 0, "%s of a %s: %g", Pathway(q), k, v)
			}
			for rate := range RateCount {
				require.Greater(t, r.Factor(k, rate, &p), 0.0)
			}
		}
	}
}

// Better perfused cells feel more of a departure from health.
func TestPerfusionScalesDepartures(t *testing.T) {
	r := healthyResponse()
	high := healthyBlood
	high[signal.Cortisol] *= 3
	x := r.expose([]signal.Blood{high}, 1, true)
	plane := []float32{0, 0.31, 0.9, 1, 1.6, 2.9}
	x.patch(&[signal.HormoneCount][]float32{signal.Cortisol: plane})
	last := float32(0)
	for i, share := range plane {
		at, p := x.locate(int32(i)), r.Rest(Osteoblast)
		for range 500 {
			x.follow(Osteoblast, &p, &at)
		}
		require.Greater(t, p[GR], last)
		c := healthyBlood[signal.Cortisol] * (1 + 2*float64(share)) / 20e3
		require.InDelta(t, c*c/(1+c*c), p[GR], 3e-3)
		last = p[GR]
	}
}

// Cytokines of the marrow occupy the receptors that those of blood leave.
func TestMarrowCytokinesAddToBlood(t *testing.T) {
	r := healthyResponse()
	x := r.expose([]signal.Blood{healthyBlood}, 1, false)
	at, p := everywhere, r.Rest(Osteocyte)
	at.tnf, at.il6 = 2, 7
	for range 200 {
		x.follow(Osteocyte, &p, &at)
	}
	require.InDelta(t, 2.07/3.07, p[NFkB], 1e-3)
	require.InDelta(t, 7.1/12.1, p[STAT3], 1e-3)
	require.InDelta(t, 0.07, p[BloodTNF], 1e-4, "blood's alone")
}
