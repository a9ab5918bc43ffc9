package run

import (
	"math"

	"trabecula/sim/unit"
)

// schedule says in whole steps when a run does what, so that no rounding of
// times can make two runs differ.
type schedule struct {
	end                           int64
	series, snapshot, checkpoints int64 // steps between; 0 = never in between
}

// schedule returns the schedule of a run.
func (c *Config) schedule() schedule {
	step := c.Model.Time.Step
	every := func(d float64) int64 { return int64(math.Round(d / step)) }
	return schedule{
		end:         int64(math.Ceil(c.Time.Until/step - 1e-9)),
		series:      every(c.Output.Series),
		snapshot:    every(c.Output.Snapshots),
		checkpoints: every(c.Output.Checkpoints),
	}
}

// due tells whether something that is done every so many steps is due after a tick.
func due(tick, every int64) bool { return every > 0 && tick%every == 0 }

// days returns the time of a number of steps [d].
func (c *Config) days(tick int64) float64 { return float64(tick) * c.Model.Time.Step / unit.Day }
