package agents

import (
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"trabecula/field/signal"
	"trabecula/sim/param"
)

// Every row is complete, and its parameters are allowed.
func TestEffectsAreComplete(t *testing.T) {
	set, names := DefaultEffects(), map[string]bool{}
	require.NoError(t, param.Check(set.Groups()))
	for _, e := range Effects {
		require.Regexp(t, `^[a-z][a-z0-9_]*$`, e.Name)
		require.False(t, names[e.Name], e.Name)
		names[e.Name] = true
		require.NotEmpty(t, e.On, e.Name)
		require.NotZero(t, e.Size, e.Name)
		require.Greater(t, e.Size, -1.0, e.Name)
		require.Equal(t, e.Hill > 0, e.Half > 0, e.Name)
		for i, k := range e.On {
			require.NotContains(t, e.On[:i], k, e.Name)
		}
	}
	for rate := range RateCount {
		require.NotEmpty(t, rate.String())
	}
}

// Every pathway is named and explained.
func TestPathwaysAreComplete(t *testing.T) {
	names := map[string]bool{}
	for q := range PathwayCount {
		spec := PathwayCatalogue[q]
		require.Regexp(t, `^[a-z][a-z0-9_]*$`, spec.Name)
		require.False(t, names[spec.Name], spec.Name)
		names[spec.Name] = true
		require.NotEmpty(t, spec.Doc, spec.Name)
		require.NotEmpty(t, spec.Source, spec.Name)
		require.Equal(t, spec.Name, q.String())
	}
}

// Each run has numbers of its own, and a size of 0 takes an effect away.
func TestEffectSizesAreParameters(t *testing.T) {
	set := DefaultEffects()
	for _, s := range param.Describe(set.Groups()) {
		if strings.HasPrefix(s.Path, "effects.") && s.Name == "size" {
			s.Set(0.0)
		}
	}
	require.NotZero(t, Effects[0].Size)
	r := NewResponse(set, unchanging(nil))
	p := unchanging(func(_ float64, b *signal.Blood) {
		for h := range b {
			b[h] *= 5
		}
	})
	for k := range KindCount {
		for rate := range RateCount {
			require.Equal(t, 1.0, r.Factor(k, rate, &p[k]))
		}
	}
}

// ligandsOf are the hormones of the table by name.
var ligandsOf = map[string][]signal.Hormone{
	"PTH": {signal.PTH}, "calcitonin": {signal.Calcitonin}, "calcium": {signal.Calcium}, "GH": {signal.GH},
	"IGF-1": {signal.SystemicIGF1}, "T3": {signal.T3}, "cortisol": {signal.Cortisol}, "oestradiol": {signal.Estradiol},
	"progesterone": {signal.Progesterone}, "testosterone": {signal.Testosterone}, "calcitriol": {signal.Calcitriol},
	"TNF-α, IL-1β": {signal.SystemicTNF, signal.SystemicIL1}, "IL-6": {signal.SystemicIL6},
}

// doseOf returns the blood of a dose of a row's hormone, 1 = health: as daily
// pulses where the pathway answers to pulses, else for good.
func doseOf(e Effect, dose float64) [KindCount]Pathways {
	switch e.Via {
	case CAMP, Runx2, Bcl2:
		return daily(injections(20 * (dose - 1)))
	}
	return unchanging(func(_ float64, b *signal.Blood) {
		for _, h := range ligandsOf[e.Hormone] {
			b[h] *= dose
		}
	})
}

// Every row moves its rate in its direction, more with every dose, all others
// taken away.
func TestEveryEffectIsDoseOrdered(t *testing.T) {
	for i, e := range Effects {
		require.NotEmpty(t, ligandsOf[e.Hormone], e.Hormone)
		set := DefaultEffects()
		for j := range set.Effects {
			if j != i {
				set.Effects[j].Size = 0
			}
		}
		r := NewResponse(set, doseOf(e, 1))
		for _, k := range e.On {
			last := 0.0
			for n, dose := range []float64{1, 1.5, 2, 4} {
				p := doseOf(e, dose)[k]
				f := r.Factor(k, e.Rate, &p)
				if e.Size < 0 {
					f = -f
				}
				require.True(t, n == 0 || f > last, "%s on a %s at %g", e.Name, k, dose)
				last = f
			}
		}
	}
}

// The printed table has a row for every cell, in columns of one number.
func TestEffectTable(t *testing.T) {
	set := DefaultEffects()
	set.Effects[0].Size = 7.5
	rows, n := EffectTable(&set), 1+len(local)
	for _, e := range Effects {
		n += len(e.On)
	}
	require.Len(t, rows, n)
	requireTable(t, rows)
	require.Equal(t, []string{"pth_rankl", "PTH", "preosteoblast", "RANKL secretion", "creb", "1 + 7.5 P^4/(0.65^4 + P^4)"}, rows[1][:6])
	paths := PathwayTable(&set)
	require.Len(t, paths, 1+int(PathwayCount))
	requireTable(t, paths, 2) // FOXO has no ligand
	for _, row := range paths[1:] {
		require.Regexp(t, regexp.MustCompile(`^[0-9.]+ h`), row[4])
	}
}

// requireTable holds rows to their headings; only columns named may be empty.
func requireTable(t *testing.T, rows [][]string, empty ...int) {
	t.Helper()
	for _, row := range rows {
		require.Len(t, row, len(rows[0]))
		for i, cell := range row {
			if len(empty) == 0 || i != empty[0] {
				require.NotEmpty(t, cell, row)
			}
		}
	}
}

// The sizes that the table is to have at doses of disease and treatment.
func TestSizesOfEffects(t *testing.T) {
	r := healthyResponse()
	rankl, opg := RANKLSecretion, OPGSecretion
	for _, c := range []struct {
		name      string
		hormone   signal.Hormone
		times     float64
		kind      Kind
		rate      Rate
		low, high float64
	}{
		{"loss of oestrogen raises RANKL", signal.Estradiol, 0.06, Osteocyte, rankl, 1.1, 2.5},
		{"loss of oestrogen lowers OPG", signal.Estradiol, 0.06, Osteocyte, opg, 0.4, 0.9},
		{"loss of oestrogen prolongs osteoclast life", signal.Estradiol, 0.06, Osteoclast, Apoptosis, 0.4, 0.9},
		{"glucocorticoid raises RANKL", signal.Cortisol, 4, Osteocyte, rankl, 1.5, 3},
		{"glucocorticoid lowers OPG", signal.Cortisol, 4, Osteocyte, opg, 0.2, 0.7},
		{"glucocorticoid prolongs osteoclast life by 20-50 %", signal.Cortisol, 4, Osteoclast, Apoptosis, 1 / 1.5, 1 / 1.2},
		{"glucocorticoid kills osteoblasts", signal.Cortisol, 4, Osteoblast, Apoptosis, 1.5, 3.5},
		{"glucocorticoid kills osteocytes", signal.Cortisol, 4, Osteocyte, Apoptosis, 1.5, 4},
		{"thyrotoxicosis raises RANKL", signal.T3, 3, Osteocyte, rankl, 1.5, 2},
		{"thyrotoxicosis speeds erosion", signal.T3, 3, Osteoclast, Resorption, 1.7, 3.5},
		{"thyrotoxicosis speeds apposition", signal.T3, 3, Osteoblast, Matrix, 1.7, 3},
		{"thyrotoxicosis shortens reversal", signal.T3, 3, Reversal, Differentiation, 1.7, 3.2},
		{"myxoedema slows erosion", signal.T3, 0.3, Osteoclast, Resorption, 0.4, 0.8},
		{"RA's TNF-α raises RANKL", signal.SystemicTNF, 12, Osteocyte, rankl, 1.3, 4},
		{"IGF-1 twice as high lowers OPG", signal.SystemicIGF1, 2, Osteoblast, opg, 0.6, 0.9},
		{"IGF-1 twice as high raises proliferation", signal.SystemicIGF1, 2, PreOsteoblast, Proliferation, 1.15, 1.6},
		{"calcitriol tenfold raises RANKL", signal.Calcitriol, 10, Osteoblast, rankl, 1.1, 5},
		{"thrice basal PTH raises RANKL", signal.PTH, 3, Osteocyte, rankl, 1.1, 4},
	} {
		p := unchanging(with(c.hormone, c.times))[c.kind]
		f := r.Factor(c.kind, c.rate, &p)
		require.GreaterOrEqual(t, f, c.low, c.name)
		require.LessOrEqual(t, f, c.high, c.name)
	}
}

// Men have little oestradiol and much testosterone, and about the same bone.
func TestAndrogenMakesUpForOestrogen(t *testing.T) {
	r := healthyResponse()
	man := unchanging(func(_ float64, b *signal.Blood) {
		b[signal.Estradiol], b[signal.Testosterone], b[signal.Progesterone] = 1.9, 400, 500
	})
	castrate := unchanging(func(_ float64, b *signal.Blood) {
		b[signal.Estradiol], b[signal.Testosterone], b[signal.Progesterone] = 0.3, 15, 500
	})
	for _, c := range []struct {
		kind Kind
		rate Rate
		sign float64
	}{{Osteoclast, Resorption, 1}, {Osteoblast, Apoptosis, 1}, {Osteocyte, Apoptosis, 1}, {Osteoclast, Apoptosis, -1}, {Osteoblast, RANKLSecretion, 1}} {
		with, without := r.Factor(c.kind, c.rate, &[]Pathways{man[c.kind]}[0]), r.Factor(c.kind, c.rate, &[]Pathways{castrate[c.kind]}[0])
		require.InDelta(t, 1, with, 0.3, "%s, %s", c.kind, c.rate)
		require.Greater(t, c.sign*without, c.sign*with)
	}
}
