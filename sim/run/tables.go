package run

import (
	"fmt"
	"io"

	"trabecula/agents"
	"trabecula/sim"
	"trabecula/sim/metric"
	"trabecula/sim/scenario"
	"trabecula/sim/unit"
)

// tables turns what a model does into the rows of series.csv and events.csv.
type tables struct {
	config   *Config
	schedule schedule
	recorder *metric.Recorder
	series   *table
	events   *table
}

// newTables returns tables that go on at the offsets of a checkpoint, or begin
// at 0.
func newTables(c *Config, series, events io.Writer, at checkpointHead) *tables {
	return &tables{config: c, schedule: c.schedule(), recorder: metric.NewRecorder(),
		series: newTable(seriesName, series, at.Series), events: newTable(eventsName, events, at.Events)}
}

// begin writes the headings and the state before the first step.
func (t *tables) begin(v sim.View) error {
	var names []string
	for _, c := range metric.Columns() {
		names = append(names, c.Name)
	}
	if err := t.series.texts(names); err != nil {
		return err
	}
	if err := t.events.row("time_d", "what", "kind", "id", "x_um", "y_um", "cause", "other"); err != nil {
		return err
	}
	return firstOf(t.log(v), func() error { return t.measure(v) })
}

// after writes what the last step brought.
func (t *tables) after(v sim.View) error {
	if err := t.log(v); err != nil {
		return err
	}
	if due(v.Tick(), t.schedule.series) || v.Tick() == t.schedule.end {
		return t.measure(v)
	}
	return nil
}

// measure writes a row of the series; both tables are then as current on the
// disk as a reader of a running run wants them.
func (t *tables) measure(v sim.View) error {
	if err := t.series.numbers(t.recorder.Row(v)); err != nil {
		return err
	}
	return t.flush()
}

func (t *tables) flush() error { return firstOf(t.series.flush(), t.events.flush) }

// log writes the events of the last step.
func (t *tables) log(v sim.View) error {
	g := v.Grid()
	for _, e := range v.Events() {
		x, y := g.XY(int(e.At))
		place := func(i int) float64 { return (float64(i) + 0.5) * g.Pixel }
		err := t.events.row(t.config.days(e.Tick), e.What, e.Kind.String(), e.ID,
			place(x), place(y), string(e.Cause), other(e))
		if err != nil {
			return err
		}
	}
	return nil
}

// turned writes the causes that begin to change, a row each.
func (t *tables) turned(v sim.View, begun []scenario.Turn) error {
	for _, turn := range begun {
		for _, s := range turn.Set {
			value := s.Value
			if turn.Ramp > 0 {
				value += " over " + unit.Format(turn.Ramp, "d")
			}
			if err := t.events.row(t.config.days(v.Tick()), "cause", s.Path, "", "", "", value, turn.Text); err != nil {
				return err
			}
		}
	}
	return nil
}

// other is the cell that an event also concerns, if there is one.
func other(e agents.Event) string {
	if e.Other == 0 {
		return ""
	}
	return fmt.Sprint(e.Other)
}

// columnTable returns columns.csv: what every column of series.csv means.
func columnTable() [][]string {
	rows := [][]string{{"name", "symbol", "unit", "definition", "source"}}
	for _, c := range metric.Columns() {
		rows = append(rows, []string{c.Name, c.Symbol, c.Unit, c.Definition, c.Source})
	}
	return rows
}
