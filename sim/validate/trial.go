package validate

import (
	"context"

	"trabecula/sim"
	"trabecula/sim/metric"
	"trabecula/sim/run"
)

// trial carries one run out and keeps some columns of every day.
func trial(ctx context.Context, c *run.Config, columns []string) (*Course, error) {
	course := &Course{names: columns, columns: make([][]float64, len(columns))}
	recorder := metric.NewRecorder()
	err := run.Watch(ctx, c, sim.Options{Workers: 1}, func(v sim.View) error {
		if !c.Daily(v) {
			return nil
		}
		row := metric.Named(recorder.Row(v))
		course.Days = append(course.Days, row["time_d"])
		for i, name := range columns {
			course.columns[i] = append(course.columns[i], float64(float32(row[name]))) // as it is kept
		}
		return nil
	})
	return course, err
}
