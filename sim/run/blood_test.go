package run

import (
	"testing"

	"github.com/stretchr/testify/require"

	"trabecula/sim/endocrine"
	"trabecula/sim/unit"
)

const fourWeeks = 28 * unit.Day

// bled is a person of a scenario without a section.
type bled struct {
	t      *testing.T
	body   *endocrine.Body
	course *course
}

// admit settles the person of a scenario, with its changes brought forward to the
// fourth, the sixteenth, the twenty-eighth week and so on.
func admit(t *testing.T, name string) *bled {
	t.Helper()
	c, _, err := Load(name, []string{"endocrine.settle=60 d"})
	require.NoError(t, err)
	for i := range c.Turns {
		c.Turns[i].At = float64(3*i+1) * fourWeeks
		c.Turns[i].Ramp = min(c.Turns[i].Ramp, fourWeeks)
	}
	b := &bled{t: t, course: c.course(0)}
	b.body, err = endocrine.New(b.course.params.Body)
	require.NoError(t, err)
	return b
}

// until lives to a time [h] and returns the means of the last four weeks.
func (b *bled) until(end float64) map[string]float64 {
	sum := make([]float64, len(endocrine.Serum))
	for b.body.Time() < end-0.5 {
		b.meet()
		require.NoError(b.t, b.body.Advance(unit.Hour))
		if b.body.Time() > end-fourWeeks+0.5 {
			l := b.body.Levels()
			for i, r := range endocrine.Serum {
				sum[i] += r.Value(&l) / fourWeeks
			}
		}
	}
	row := map[string]float64{}
	for i, r := range endocrine.Serum {
		row[r.Name] = sum[i]
	}
	return row
}

// meet changes what changes now.
func (b *bled) meet() {
	for len(b.course.moments) > 0 && float64(b.course.moments[0].tick) <= b.body.Time()+0.5 {
		b.course.take()
		state, err := b.body.MarshalBinary()
		require.NoError(b.t, err)
		b.body, err = endocrine.Restore(b.course.params.Body, state)
		require.NoError(b.t, err)
	}
}

// band is where a mean of four weeks lies.
type band struct{ low, high float64 }

// The causes of every scenario are as large as the disease that they stand for:
// hormones and minerals before and after the change lie where they do in patients.
// before 4 weeks, after at the given week.
var blood = map[string]struct {
	week   float64
	before map[string]band
	after  map[string]band
}{
	"young-man":            {4, map[string]band{"serum_testosterone_ng_dl": {400, 800}, "serum_estradiol_pg_ml": {15, 35}}, nil},                                                                                            // Bhasin 2011: median 700, 2.5th percentile 348 ng/dL
	"menopause":            {124, map[string]band{"serum_estradiol_pg_ml": {60, 200}, "serum_fsh_iu_l": {3, 15}}, map[string]band{"serum_estradiol_pg_ml": {2, 20}, "serum_fsh_iu_l": {30, 120}}},                           // below 20 pg/mL after menopause (Recker 2004)
	"ovariectomy":          {16, map[string]band{"serum_estradiol_pg_ml": {60, 200}}, map[string]band{"serum_estradiol_pg_ml": {2, 20}, "serum_fsh_iu_l": {40, 130}}},                                                       // the same
	"andropause":           {4, map[string]band{"serum_testosterone_ng_dl": {250, 500}, "serum_shbg_nmol_l": {35, 70}}, nil},                                                                                                // Harman 2001: -110 ng/dL per decade on average
	"androgen-deprivation": {40, map[string]band{"serum_testosterone_ng_dl": {250, 500}}, map[string]band{"serum_testosterone_ng_dl": {0, 50}, "serum_estradiol_pg_ml": {1, 10}, "serum_lh_iu_l": {0, 0.5}}},                // castrate: below 50 ng/dL
	"somatopause":          {4, map[string]band{"serum_igf1_ng_ml": {80, 180}}, nil},                                                                                                                                        // Corpas 1993
	"gh-deficiency":        {16, map[string]band{"serum_igf1_ng_ml": {120, 300}}, map[string]band{"serum_igf1_ng_ml": {30, 90}, "serum_gh_ug_l": {0, 0.3}}},                                                                 // Bravenboer 1996, recalled
	"hyperthyroidism":      {16, map[string]band{"serum_tsh_miu_l": {0.5, 4}}, map[string]band{"serum_tsh_miu_l": {0, 0.1}, "serum_free_t4_ng_dl": {2, 5}, "serum_t3_ng_dl": {200, 500}}},                                   // TSH below 0.1 mIU/L, free T4 above 1.8 ng/dL
	"hypothyroidism":       {16, map[string]band{"serum_tsh_miu_l": {0.5, 4}}, map[string]band{"serum_tsh_miu_l": {10, 100}, "serum_free_t4_ng_dl": {0.1, 0.7}}},                                                            // overt: TSH above 10 mIU/L, free T4 below 0.8 ng/dL
	"cushing":              {16, map[string]band{"serum_free_cortisol_ug_dl": {0.3, 0.6}}, map[string]band{"serum_free_cortisol_ug_dl": {0.9, 2.5}, "serum_acth_pg_ml": {25, 150}}},                                         // free cortisol of a day 2-5 times normal
	"hyperparathyroidism":  {16, map[string]band{"serum_calcium_mg_dl": {8.5, 10.2}}, map[string]band{"serum_calcium_mg_dl": {10.4, 11.7}, "serum_pth_pg_ml": {50, 120}, "serum_phosphate_mg_dl": {2.5, 3.8}}},              // Ca 10.5-11.5 mg/dL, PTH 1.5-3 times (Eriksen 2010)
	"parathyroidectomy":    {16, map[string]band{"serum_calcium_mg_dl": {10.4, 11.7}, "serum_pth_pg_ml": {50, 120}}, map[string]band{"serum_calcium_mg_dl": {8.4, 10}, "serum_pth_pg_ml": {15, 60}}},                        // cured: both normal
	"hypoparathyroidism":   {40, map[string]band{"serum_calcium_mg_dl": {8.5, 10.2}}, map[string]band{"serum_pth_pg_ml": {-1e-6, 1}, "serum_calcium_mg_dl": {7.5, 9.2}, "serum_phosphate_mg_dl": {4, 6}}},                   // treated to the low normal end of calcium
	"vitamin-d-deficiency": {40, map[string]band{"serum_calcidiol_ng_ml": {25, 40}}, map[string]band{"serum_calcidiol_ng_ml": {2, 12}, "serum_pth_pg_ml": {40, 100}}},                                                       // below 30 nM (12 ng/mL)
	"low-calcium":          {16, map[string]band{"serum_calcium_mg_dl": {8.5, 10.2}}, map[string]band{"serum_calcium_mg_dl": {8.5, 9.5}, "serum_pth_pg_ml": {39, 80}, "serum_calcitriol_pg_ml": {38, 80}}},                  // PTH and calcitriol rise, calcium holds (Calvo 1990, recalled)
	"kidney-failure":       {28, map[string]band{"serum_pth_pg_ml": {15, 65}}, map[string]band{"gfr_ml_min": {10, 15}, "serum_pth_pg_ml": {80, 300}, "serum_phosphate_mg_dl": {4.5, 7}, "serum_calcitriol_pg_ml": {2, 15}}}, // Levin 2007
	"rheumatoid-arthritis": {16, map[string]band{"serum_il6_pg_ml": {0.5, 4}}, map[string]band{"serum_il6_pg_ml": {10, 80}, "serum_tnf_pg_ml": {5, 30}}},                                                                    // tens of pg/mL of IL-6 in active disease (recalled)
	"glucocorticoid":       {24, map[string]band{"serum_acth_pg_ml": {10, 40}}, map[string]band{"serum_acth_pg_ml": {0, 15}, "serum_cortisol_ug_dl": {0, 5}}},                                                               // own axis suppressed by 10 mg of prednisolone
}

func TestBloodOfScenariosIsThatOfPatients(t *testing.T) {
	for name, want := range blood {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			b := admit(t, name)
			within(t, "before", want.before, b.until(fourWeeks))
			if want.after != nil {
				within(t, "after", want.after, b.until(want.week*unit.Week))
			}
		})
	}
}

func within(t *testing.T, when string, want map[string]band, row map[string]float64) {
	t.Helper()
	for name, in := range want {
		require.Contains(t, row, name)
		require.True(t, in.low <= row[name] && row[name] <= in.high, "%s: %s is %.4g, want %g..%g", when, name, row[name], in.low, in.high)
	}
}
