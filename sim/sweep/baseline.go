package sweep

import (
	"context"
	"errors"
	"fmt"
	"math"
	"sync"

	"trabecula/assets"
	"trabecula/sim"
	"trabecula/sim/metric"
	"trabecula/sim/run"
	"trabecula/sim/unit"
	"trabecula/sim/validate"
)

// Options say how many runs there are and how they are carried out.
type Options struct {
	Seeds  int               // runs, with the seed of the configuration and those after it
	Jobs   int               // runs at a time
	Report func(done Result) // called as each run ends, one at a time; may be nil
}

// Result is what one seed came to.
type Result struct {
	Seed    uint64  `json:"seed"`
	Start   float64 `json:"bv_tv_start_pct"`
	End     float64 `json:"bv_tv_end_pct"`
	Drift   float64 `json:"drift_pct_y"`   // of BV/TV, relative, per year
	Renewal float64 `json:"renewal_pct_y"` // matrix renewed, mean after the settling
	means   []float64
}

// Outcome is what all seeds came to.
type Outcome struct {
	Years   float64          `json:"years"`
	Settled float64          `json:"means_from_d"` // rows from this day on count [d]
	Results []Result         `json:"seeds"`
	Drift   Estimate         `json:"drift_pct_y"`
	Renewal Estimate         `json:"renewal_pct_y"`
	Scores  []validate.Score `json:"-"`
}

// Estimate is a mean and its standard error.
type Estimate struct {
	Mean float64 `json:"mean"`
	SE   float64 `json:"se"`
}

// String says "-0.31 +/- 0.12".
func (e Estimate) String() string { return fmt.Sprintf("%.2f +/- %.2f", e.Mean, e.SE) }

// Baseline runs a configuration with several seeds and holds the means over time
// and seeds against published bone.
func Baseline(ctx context.Context, c *run.Config, o Options) (Outcome, error) {
	results, faults := make([]Result, o.Seeds), make([]error, o.Seeds)
	todo := make(chan int)
	var workers sync.WaitGroup
	var telling sync.Mutex
	for range max(o.Jobs, 1) {
		workers.Go(func() {
			for i := range todo {
				results[i], faults[i] = one(ctx, c, c.Random.Seed+uint64(i))
				if o.Report != nil && faults[i] == nil {
					telling.Lock()
					o.Report(results[i])
					telling.Unlock()
				}
			}
		})
	}
	for i := range o.Seeds {
		todo <- i
	}
	close(todo)
	workers.Wait()
	if err := errors.Join(faults...); err != nil {
		return Outcome{}, err
	}
	return outcome(c, results)
}

// one runs one seed.
func one(ctx context.Context, c *run.Config, seed uint64) (Result, error) {
	own := *c
	own.Random.Seed = seed
	r := Result{Seed: seed}
	recorder := metric.NewRecorder()
	var mean metric.Average
	first := true
	err := run.Watch(ctx, &own, sim.Options{Workers: 1}, func(v sim.View) error {
		if !own.Daily(v) {
			return nil
		}
		row := recorder.Row(v)
		r.End = metric.Named(row)["bv_tv"]
		if first {
			r.Start, first = r.End, false
		}
		if v.Time() >= settled(c) {
			mean.Add(row)
		}
		return nil
	})
	if err != nil {
		return r, fmt.Errorf("seed %d: %w", seed, err)
	}
	r.means = mean.Row()
	r.Drift = 100 * (r.End/r.Start - 1) / years(c)
	r.Renewal = metric.Named(r.means)["renewal_pct_y"]
	return r, nil
}

// settled is the time from which rows count [h]. The cells of the first day are
// all at rest, and rates look back up to 360 d; both are over after a year.
func settled(c *run.Config) float64 { return min(unit.Year, c.Time.Until/2) }

func years(c *run.Config) float64 { return c.Time.Until / unit.Year }

// outcome averages over the seeds, in their order.
func outcome(c *run.Config, results []Result) (Outcome, error) {
	var means metric.Average
	var drift, renewal []float64
	for _, r := range results {
		means.Add(r.means)
		drift, renewal = append(drift, r.Drift), append(renewal, r.Renewal)
	}
	o := Outcome{Years: years(c), Settled: settled(c) / unit.Day, Results: results, Drift: estimate(drift), Renewal: estimate(renewal)}
	targets, err := validate.Published(assets.Validation(), "A-healthy.toml")
	o.Scores = validate.Compare(targets, "healthy-woman", metric.Named(means.Row()))
	return o, err
}

// estimate returns the mean of independent values and its standard error, NaN
// where a single value tells nothing of it.
func estimate(values []float64) Estimate {
	n, sum, squares := float64(len(values)), 0.0, 0.0
	for _, v := range values {
		sum += v
	}
	for _, v := range values {
		squares += (v - sum/n) * (v - sum/n)
	}
	return Estimate{sum / n, math.Sqrt(squares / (n - 1) / n)}
}
