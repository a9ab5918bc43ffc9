package metric

import (
	"math"

	"trabecula/field/tissue"
	"trabecula/sim/unit"
)

// The windows of time over which rates are taken [h]. Assumed: a week follows a
// change of therapy and still averages over single cells; 90 d, about one
// formation period, hold a dozen sites in a section of 6.5 mm2; packets are
// finished over 100-200 d, so what is said of whole packets takes 360 d.
const (
	week    = 7 * unit.Day
	rates   = 90 * unit.Day
	packets = 360 * unit.Day
)

// Recorder turns a section into one row after another. It remembers what it saw
// before, for rates; rows need not be equally spaced, but forward in time.
type Recorder struct {
	memory  []mark // oldest first, the last is the latest row
	columns []Column
	scratch scratch
}

// mark is what is remembered of a moment.
type mark struct {
	Time   float64 // [h]
	Totals tissue.Totals
	State  State
}

// NewRecorder returns a Recorder without memory: rates begin with its first row.
func NewRecorder() *Recorder { return &Recorder{columns: Columns()} }

// Row measures v: one value a column, in the order of Columns; NaN is missing.
// A second row of the same moment replaces the first.
func (r *Recorder) Row(v Section) []float64 {
	s := r.scratch.measure(v)
	r.remember(mark{v.Time(), s.Totals, s.Now})
	s.Week, s.Rates, s.Packets = r.window(week), r.window(rates), r.window(packets)
	row := make([]float64, len(r.columns))
	for i, c := range r.columns {
		row[i] = c.Value(&s)
		if math.IsInf(row[i], 0) {
			row[i] = math.NaN()
		}
	}
	return row
}

// remember adds a moment and forgets what no window needs any more.
func (r *Recorder) remember(m mark) {
	for n := len(r.memory); n > 0 && r.memory[n-1].Time >= m.Time; n-- {
		r.memory = r.memory[:n-1]
	}
	old := 0
	for old < len(r.memory) && r.memory[old].Time < m.Time-packets {
		old++
	}
	r.memory = append(r.memory[:0], r.memory[old:]...)
	r.memory = append(r.memory, m)
}

// Window is what happened over the last stretch of time.
type Window struct {
	Days float64       // its true length; 0 if there is nothing to compare with
	Done tissue.Totals // what was added to the totals
	Mean State         // mean over the time, by the trapezoidal rule
}

// window returns the last length [h] before the latest row, or all the memory
// if that is shorter.
func (r *Recorder) window(length float64) Window {
	last := r.memory[len(r.memory)-1]
	from := len(r.memory) - 1
	for from > 0 && r.memory[from-1].Time >= last.Time-length {
		from--
	}
	first := r.memory[from]
	w := Window{Days: (last.Time - first.Time) / unit.Day, Done: less(last.Totals, first.Totals)}
	for i := from + 1; i < len(r.memory); i++ {
		a, b := r.memory[i-1], r.memory[i]
		weight := (b.Time - a.Time) / (last.Time - first.Time) / 2
		w.Mean = w.Mean.plus(a.State.plus(b.State).scaled(weight))
	}
	return w
}

// less returns how much a has more than b.
func less(a, b tissue.Totals) tissue.Totals {
	return tissue.Totals{
		Formed: a.Formed - b.Formed, Resorbed: a.Resorbed - b.Resorbed, Mineralised: a.Mineralised - b.Mineralised,
		MineralIn: a.MineralIn - b.MineralIn, MineralOut: a.MineralOut - b.MineralOut,
		Erosions: a.Erosions - b.Erosions, Reversals: a.Reversals - b.Reversals,
		Completions: a.Completions - b.Completions, Arrests: a.Arrests - b.Arrests,
		Cracked: a.Cracked - b.Cracked, Uncracked: a.Uncracked - b.Uncracked,
		Walls: a.Walls - b.Walls, WallWidth: a.WallWidth - b.WallWidth, WallDepth: a.WallDepth - b.WallDepth,
		EarlyWidth: a.EarlyWidth - b.EarlyWidth, EarlyTime: a.EarlyTime - b.EarlyTime,
		FrontWidth: a.FrontWidth - b.FrontWidth, FrontTime: a.FrontTime - b.FrontTime,
		ErodedTime: a.ErodedTime - b.ErodedTime, FormingTime: a.FormingTime - b.FormingTime,
	}
}

// plus returns the sum of two states.
func (s State) plus(o State) State {
	return State{s.Bone + o.Bone, s.Osteoid + o.Osteoid, s.Exposed + o.Exposed, s.Surface.plus(o.Surface)}
}

// scaled returns s times f.
func (s State) scaled(f float64) State {
	return State{s.Bone * f, s.Osteoid * f, s.Exposed * f, s.Surface.scaled(f)}
}
