package run

import (
	"encoding/json"
	"fmt"
	"io"
	"strings"
	"time"

	"trabecula/sim/unit"
)

// Progress says how far a sitting of a run is.
type Progress struct {
	Done  float64       // part of the whole run [0..1]
	Days  float64       // simulated time [d]
	Until float64       // at which the run ends [d]
	Speed float64       // simulated days per second of this sitting; 0 = not known yet
	Left  time.Duration // estimate; 0 = not known yet
	Now   time.Time
}

// progress measures at a tick.
func (s *session) progress(tick int64) Progress {
	now := s.o.Clock()
	p := Progress{Done: float64(tick) / float64(s.schedule.end), Days: s.config.days(tick), Until: s.config.days(s.schedule.end), Now: now}
	if wall := now.Sub(s.began).Seconds(); wall > 0 {
		p.Speed = s.config.days(tick-s.beganTick) / wall
	}
	if p.Speed > 0 {
		p.Left = time.Duration((p.Until - p.Days) / p.Speed * float64(time.Second))
	}
	return p
}

// Style is how progress is shown.
type Style string

// The styles of progress.
const (
	Bar   Style = "bar"   // one line that changes, for a terminal
	Plain Style = "plain" // a line now and then, for a log
	JSON  Style = "json"  // an object a line, for a program
	None  Style = "none"
)

// every is the wall time between two messages of a style.
func (s Style) every() time.Duration {
	switch s {
	case Bar:
		return 200 * time.Millisecond
	case JSON:
		return time.Second
	}
	return 10 * time.Second
}

// Reporter returns a function that shows progress on w, as often as suits the
// style, and the last of it always. Nil for None.
func Reporter(style Style, w io.Writer) func(Progress) {
	if style == None {
		return nil
	}
	var last time.Time
	return func(p Progress) {
		first, end := last.IsZero(), p.Done >= 1
		if first {
			last = p.Now // the first message comes when there is a speed to tell
		}
		if !end && p.Now.Sub(last) < style.every() {
			return
		}
		last = p.Now
		fmt.Fprint(w, style.line(p))
	}
}

// line writes progress in a style.
func (s Style) line(p Progress) string {
	switch s {
	case Bar:
		end := ""
		if p.Done >= 1 {
			end = "\n"
		}
		return "\r\x1b[K" + bar(p.Done) + " " + p.String() + end
	case JSON:
		text, _ := json.Marshal(map[string]any{"done": p.Done, "time_d": p.Days, "until_d": p.Until, "days_per_s": p.Speed, "left_s": p.Left.Seconds()})
		return string(text) + "\n"
	}
	return p.String() + "\n"
}

// String says "42 % · day 153 of 365 · 12.3 d/s · 17 s left".
func (p Progress) String() string {
	text := fmt.Sprintf("%3.0f %% · %s of %s", 100*p.Done, span(p.Days), span(p.Until))
	if p.Speed > 0 {
		text += fmt.Sprintf(" · %.3g d/s", p.Speed)
	}
	if p.Left > 0 && p.Done < 1 {
		text += fmt.Sprintf(" · %s left", p.Left.Round(time.Second))
	}
	return text
}

// span writes a simulated time for people.
func span(days float64) string {
	const year = unit.Year / unit.Day
	if days >= 2*year {
		return fmt.Sprintf("%.1f y", days/year)
	}
	return fmt.Sprintf("%.0f d", days)
}

// bar draws how much is done.
func bar(done float64) string {
	const width = 24
	n := min(max(int(done*width+0.5), 0), width)
	return "[" + strings.Repeat("█", n) + strings.Repeat("·", width-n) + "]"
}
