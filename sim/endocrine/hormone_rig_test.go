package endocrine

import (
	"math"
	"testing"

	"github.com/stretchr/testify/require"

	"trabecula/sim/drug"
	"trabecula/sim/param"
	"trabecula/sim/unit"
)

// hormones are the thyroid, the adrenals and the cytokines of a person whose sex
// steroids are held.
type hormones struct {
	*rig
	Thyroid      ThyroidParams
	Adrenal      AdrenalParams
	Inflammation InflammationParams
}

// Sex steroids, as the gonads would publish them.
var (
	fertile     = Levels{FreeEstradiol: 8, FreeTestosterone: 12}
	menopausal  = Levels{FreeEstradiol: 0.8, FreeTestosterone: 8}
	virile      = Levels{FreeEstradiol: 2.2, FreeTestosterone: 400}
	hypogonadal = Levels{FreeEstradiol: 0.3, FreeTestosterone: 20}
)

// newHormones returns a person of 30 years and 65 kg with causes changed, settled
// for 200 days.
func newHormones(held Levels, change func(h *hormones)) *hormones {
	h := &hormones{Thyroid: param.Default[ThyroidParams](), Adrenal: param.Default[AdrenalParams](),
		Inflammation: param.Default[InflammationParams]()}
	if change != nil {
		change(h)
	}
	p := param.Default[Person]()
	h.rig = newRig(p, held, thyroid.bind(&h.Thyroid, p), inflammation.bind(&h.Inflammation, p), adrenal.bind(&h.Adrenal, p))
	h.run(200*24, nil)
	return h
}

// port holds a port at a level, as an infusion does.
func port(p drug.Port, level float64) func(float64) drug.Ports {
	return func(float64) (d drug.Ports) { d[p] = level; return d }
}

// days advances and returns the mean levels of the last day.
func (h *hormones) days(n int) Levels {
	h.run((n-1)*24, nil)
	var mean Levels
	h.run(24, func(_ float64, l *Levels) {
		mean.TSH += l.TSH / 24
		mean.T4, mean.FreeT4 = mean.T4+l.T4/24, mean.FreeT4+l.FreeT4/24
		mean.T3, mean.FreeT3 = mean.T3+l.T3/24, mean.FreeT3+l.FreeT3/24
		mean.ACTH += l.ACTH / 24
		mean.Cortisol, mean.FreeCortisol = mean.Cortisol+l.Cortisol/24, mean.FreeCortisol+l.FreeCortisol/24
		mean.TNF, mean.IL1, mean.IL6 = mean.TNF+l.TNF/24, mean.IL1+l.IL1/24, mean.IL6+l.IL6/24
	})
	return mean
}

// until advances to an hour of the day and returns the levels then.
func (h *hormones) until(hour float64) Levels {
	wait := math.Mod(hour-h.now.Hour+48, 24)
	h.run(int(math.Round(wait)), nil)
	return h.now.Levels
}

// within reads a level and requires it between clinical bounds.
func within(t *testing.T, l Levels, name string, low, high float64) {
	t.Helper()
	v := reading(t, name).Value(&l)
	require.True(t, low <= v && v <= high, "%s is %.4g, want %g..%g", name, v, low, high)
}

// Over two years at rest the hours stay where they begin.
func TestHormonesRestInTheirIntervals(t *testing.T) {
	for _, held := range []Levels{fertile, virile} {
		h := newHormones(held, nil)
		first := h.days(1)
		h.run(2*int(unit.Year), func(at float64, l *Levels) {
			if math.Mod(at, 5) == 0 { // coprime with 24: every hour of the day
				within(t, *l, "serum_tsh_miu_l", 0.4, 4)
				within(t, *l, "serum_free_t4_ng_dl", 0.8, 1.8)
				within(t, *l, "serum_t3_ng_dl", 80, 200)
				within(t, *l, "serum_cortisol_ug_dl", 1, 25)
				within(t, *l, "serum_tnf_pg_ml", 1, 3)
				within(t, *l, "serum_il1_pg_ml", 0.1, 1)
				within(t, *l, "serum_il6_pg_ml", 1, 4)
			}
		})
		last := h.days(1)
		require.InEpsilon(t, first.TSH, last.TSH, 0.01)
		require.InEpsilon(t, first.Cortisol, last.Cortisol, 0.01)
		require.InEpsilon(t, first.TNF, last.TNF, 0.03, "older by two years")
	}
}
