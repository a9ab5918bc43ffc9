package endocrine

import (
	"reflect"
	"regexp"
	"testing"

	"github.com/stretchr/testify/require"
)

// reading finds a row of the catalogue.
func reading(t *testing.T, name string) Reading {
	t.Helper()
	for _, r := range Serum {
		if r.Name == name {
			return r
		}
	}
	require.FailNow(t, "no reading "+name)
	return Reading{}
}

func TestEveryLevelHasAReading(t *testing.T) {
	typ := reflect.TypeFor[Levels]()
	for i := range typ.NumField() {
		var l Levels
		reflect.ValueOf(&l).Elem().Field(i).SetFloat(1)
		found := 0
		for _, r := range Serum {
			if r.Value(&l) != 0 {
				found++
			}
		}
		require.NotZero(t, found, "%s: a row in one of the serum files shows it", typ.Field(i).Name)
	}
}

func TestReadingsAreNamedOnceAndSaidInFull(t *testing.T) {
	snake := regexp.MustCompile(`^[a-z][a-z0-9]*(_[a-z0-9]+)+$`)
	seen := map[string]bool{}
	for _, r := range Serum {
		require.Regexp(t, snake, r.Name)
		require.False(t, seen[r.Name], r.Name)
		seen[r.Name] = true
		for _, text := range []string{r.Symbol, r.Unit, r.Doc, r.Source} {
			require.NotEmpty(t, text, r.Name)
		}
		for _, i := range []Interval{r.Female, r.Male} {
			require.Less(t, i.Low, i.High, r.Name)
		}
	}
}

// Published pairs of conventional and SI values.
func TestReadingsConvertAsPublished(t *testing.T) {
	for _, c := range []struct {
		name string
		in   Levels
		want float64
	}{
		{"serum_calcium_mg_dl", Levels{Calcium: 2.5}, 10.02},
		{"serum_ionised_calcium_mg_dl", Levels{Ionised: 1.25}, 5.01},
		{"serum_phosphate_mg_dl", Levels{Phosphate: 1}, 3.097},
		{"serum_pth_pg_ml", Levels{PTH: 1.06}, 10},
		{"serum_calcitriol_pg_ml", Levels{Calcitriol: 120}, 50},
		{"serum_calcidiol_ng_ml", Levels{VitaminD: 50}, 20.03},
		{"serum_calcitonin_pg_ml", Levels{Calcitonin: 1}, 3.42},
		{"serum_gh_ug_l", Levels{GH: 45}, 1},
		{"serum_igf1_ng_ml", Levels{IGF1: 13.1}, 100},
		{"serum_free_igf1_ng_ml", Levels{FreeIGF1: 131}, 1},
		{"serum_t4_ug_dl", Levels{T4: 103}, 8},
		{"serum_free_t4_ng_dl", Levels{FreeT4: 12.87}, 1},
		{"serum_t3_ng_dl", Levels{T3: 1.54}, 100},
		{"serum_free_t3_pg_ml", Levels{FreeT3: 4.61}, 3},
		{"serum_acth_pg_ml", Levels{ACTH: 2.2}, 10},
		{"serum_cortisol_ug_dl", Levels{Cortisol: 276}, 10},
		{"serum_free_cortisol_ug_dl", Levels{FreeCortisol: 27.6}, 1},
		{"serum_estradiol_pg_ml", Levels{Estradiol: 367}, 100},
		{"serum_free_estradiol_pg_ml", Levels{FreeEstradiol: 3.67}, 1},
		{"serum_progesterone_ng_ml", Levels{Progesterone: 3.18}, 1},
		{"serum_testosterone_ng_dl", Levels{Testosterone: 34.7}, 1000},
		{"serum_free_testosterone_pg_ml", Levels{FreeTestosterone: 347}, 100},
		{"serum_tnf_pg_ml", Levels{TNF: 0.0385}, 2},
		{"serum_il1_pg_ml", Levels{IL1: 0.0588}, 1},
		{"serum_il6_pg_ml", Levels{IL6: 0.1304}, 3},
		{"calcium_intake_mg_d", Levels{CalciumIntake: 24.95 / 24}, 1000},
		{"phosphorus_urine_mg_d", Levels{PhosphateUrine: 32.3 / 24}, 1000},
		{"gfr_ml_min", Levels{GFR: 6}, 100},
	} {
		require.InEpsilon(t, c.want, reading(t, c.name).Value(&c.in), 0.005, c.name)
	}
}

// Intervals of the same level in two units are the same interval.
func TestIntervalsAgreeBetweenUnits(t *testing.T) {
	for _, pair := range [][2]string{
		{"serum_calcium_mg_dl", "serum_calcium_mmol_l"},
		{"serum_ionised_calcium_mg_dl", "serum_ionised_calcium_mmol_l"},
		{"serum_phosphate_mg_dl", "serum_phosphate_mmol_l"},
	} {
		us, si := reading(t, pair[0]), reading(t, pair[1])
		one := Levels{Calcium: 1, Ionised: 1, Phosphate: 1}
		factor := us.Value(&one) / si.Value(&one)
		require.InEpsilon(t, us.Female.Low, si.Female.Low*factor, 0.01, pair[0])
		require.InEpsilon(t, us.Female.High, si.Female.High*factor, 0.01, pair[0])
	}
}
