package metric_test

import (
	"math"
	"testing"

	"github.com/stretchr/testify/require"

	"trabecula/field"
	"trabecula/field/tissue"
	"trabecula/sim"
	"trabecula/sim/metric"
	"trabecula/sim/unit"
)

// bits makes rows comparable bit for bit, NaN included.
func bits(row []float64) []uint64 {
	b := make([]uint64, len(row))
	for i, v := range row {
		b[i] = math.Float64bits(v)
	}
	return b
}

// age lets a day pass that is unlike any other.
func (b *bench) age(day int) {
	b.time = float64(day) * unit.Day
	b.tissue.Totals.Formed += 100 + 7*math.Sin(float64(day))
	b.tissue.Totals.Mineralised += 90 + 5*math.Cos(float64(day))
	b.tissue.Totals.Reversals += int64(day % 5)
	b.tissue.Face[b.at(day%rows, 0)] = tissue.Face(day % 3)
}

func TestResumedRowsAreTheSameBits(t *testing.T) {
	b, whole := newBench(), metric.NewRecorder()
	resumed := metric.NewRecorder()
	for day := range 440 {
		b.age(day)
		want := whole.Row(b)
		if day == 0 || day == 433 {
			data, err := whole.MarshalBinary()
			require.NoError(t, err)
			resumed = metric.NewRecorder()
			require.NoError(t, resumed.UnmarshalBinary(data))
		}
		require.Equal(t, bits(want), bits(resumed.Row(b)), "day %d", day)
	}
	a, _ := whole.MarshalBinary()
	c, _ := resumed.MarshalBinary()
	require.Equal(t, a, c)
	require.Less(t, len(a), 361*320, "what no window needs is forgotten")
}

func TestSameMomentReplacesItsRow(t *testing.T) {
	b, r := newBench(), metric.NewRecorder()
	for day := range 30 {
		b.age(day)
		require.Equal(t, bits(r.Row(b)), bits(r.Row(b)))
	}
}

func TestUnmarshalRefusesWhatIsNotWhole(t *testing.T) {
	b, r := newBench(), metric.NewRecorder()
	for day := range 3 {
		b.age(day)
		r.Row(b)
	}
	good, err := r.MarshalBinary()
	require.NoError(t, err)
	foreign := append([]byte{9, 9, 9, 9}, good[4:]...)
	disorder := append([]byte{}, good...)
	copy(disorder[8:16], good[len(good)-(len(good)-8)/3:]) // the last time first
	for what, data := range map[string][]byte{"empty": nil, "truncated": good[:len(good)-1], "longer": append(good[:len(good):len(good)], 0),
		"foreign": foreign, "disorder": disorder} {
		require.ErrorContains(t, r.UnmarshalBinary(data), "metric.Recorder: ", what)
	}
	after, _ := r.MarshalBinary()
	require.Equal(t, good, after, "a refused memory changes nothing")
}

// living returns a small model with a plate of bone.
func living() *sim.Model {
	p := sim.Defaults()
	t := tissue.New(field.Grid{W: 48, H: 48, Pixel: 5, Thickness: 10})
	tgfb, igf1 := p.Matrix.Contents(t.Grid)
	for i := range t.Bone {
		if x, _ := t.XY(i); x >= 14 && x < 34 {
			t.Bone[i], t.Mineral[i], t.TGFb[i], t.IGF1[i] = 1, 0.9, float32(tgfb), float32(igf1)
		}
	}
	m, err := sim.New(p, t, 3, sim.Options{Workers: 1})
	if err != nil {
		panic(err)
	}
	return m
}

func TestRowOfAModel(t *testing.T) {
	m, r := living(), metric.NewRecorder()
	var row map[string]float64
	for range 3 {
		row = named(r, m.View())
		for range 24 {
			require.NoError(t, m.Step())
		}
	}
	require.Equal(t, 2.0, row["time_d"])
	require.InDelta(t, 100*20/48.0, row["bv_tv"], 0.1)
	require.Positive(t, row["n_lining_cell"])
	require.Positive(t, row["n_osteocyte"])
	require.Positive(t, row["rankl_mean_pm"])
	require.Greater(t, row["sclerostin_surface_pm"], row["sclerostin_mean_pm"], "osteocytes mark their own surface")
	require.InDelta(t, 100, row["os_bs"]+row["es_bs"]+row["qs_bs"], 1e-9)
}

func BenchmarkRow(b *testing.B) {
	g := field.Grid{W: 512, H: 512, Pixel: 5, Thickness: 10}
	t := tissue.New(g)
	for i := range t.Bone {
		x, y := g.XY(i)
		if (x+y/3)%120 < 26 { // plates of 110 um, oblique
			t.Bone[i], t.Mineral[i] = 1, 0.9
		}
	}
	m, err := sim.New(sim.Defaults(), t, 1, sim.Options{Workers: 1})
	require.NoError(b, err)
	r := metric.NewRecorder()
	if err := m.Step(); err != nil {
		b.Fatal(err)
	}
	for b.Loop() {
		r.Row(m.View())
	}
}
