package validate

import (
	"bytes"
	"encoding/csv"
	"fmt"
	"io"
	"math"
	"strconv"
	"text/tabwriter"
)

// WriteTable prints scores as an aligned table, one line each.
func WriteTable(w io.Writer, scores []Score) error {
	var out bytes.Buffer
	table := tabwriter.NewWriter(&out, 0, 0, 2, ' ', 0)
	fmt.Fprintln(table, "row\tobservable\tarm\ttime\tpublished\tsimulated\tunit\tverdict\tstrength\treason")
	for _, s := range scores {
		fmt.Fprintf(table, "%s\t%s\t%s\t%s\t%s\t%s\t%s\t%s\t%s\t%s\n", s.Row, s.Observable, s.Arm, s.Time, s.Published, s.simulated(), s.Unit, s.Verdict, s.binding(), s.Reason)
	}
	table.Flush() // into memory: cannot fail
	_, err := w.Write(trimmed(out.Bytes()))
	return err
}

// trimmed strips the blanks at the ends of lines.
func trimmed(text []byte) []byte {
	lines := bytes.Split(text, []byte("\n"))
	for i := range lines {
		lines[i] = bytes.TrimRight(lines[i], " ")
	}
	return bytes.Join(lines, []byte("\n"))
}

// binding names the strength, and that a number was not read but recalled.
func (s Score) binding() string {
	if s.Status == "RECALLED" {
		return string(s.Strength) + " (recalled)"
	}
	return string(s.Strength)
}

// simulated says "5.1 +/- 0.4 (20)".
func (s Score) simulated() string {
	switch {
	case math.IsNaN(s.Mean):
		return fmt.Sprintf("none (%d)", s.N)
	case math.IsNaN(s.SE):
		return fmt.Sprintf("%.3g (%d)", s.Mean, s.N)
	}
	return fmt.Sprintf("%.3g +/- %.2g (%d)", s.Mean, s.SE, s.N)
}

// Line is a line of the summary: how many of what are in.
type Line struct {
	What string `json:"what"`
	Tally
}

// Summary counts what is in by strength, without and with what is only recalled,
// and by group.
func Summary(scores []Score) []Line {
	var lines []Line
	for _, k := range []Strength{Spread, Number, Direction} {
		lines = append(lines, Line{"strength " + string(k), Count(scores, func(s Score) bool { return s.Strength == k })})
		if c := Count(scores, func(s Score) bool { return s.Strength == k && s.Status == "RECALLED" }); c.Scored+c.Missing > 0 {
			lines = append(lines, Line{"strength " + string(k) + ", read", Count(scores, func(s Score) bool { return s.Strength == k && s.Status != "RECALLED" })})
		}
	}
	for _, g := range groups(scores) {
		lines = append(lines, Line{"group " + g, Count(scores, func(s Score) bool { return s.Group == g })})
	}
	return append(lines, Line{"all", Count(scores, func(Score) bool { return true })})
}

// groups lists the groups in their order.
func groups(scores []Score) []string {
	var names []string
	seen := map[string]bool{}
	for _, s := range scores {
		if !seen[s.Group] {
			seen[s.Group] = true
			names = append(names, s.Group)
		}
	}
	return names
}

// WriteSummary prints the summary.
func WriteSummary(w io.Writer, lines []Line) error {
	table := tabwriter.NewWriter(w, 0, 0, 2, ' ', 0)
	fmt.Fprintln(table, "what\tin\tof\tshare\tmissing")
	for _, l := range lines {
		share := "-"
		if l.Scored > 0 {
			share = fmt.Sprintf("%.0f %%", l.Share())
		}
		fmt.Fprintf(table, "%s\t%d\t%d\t%s\t%d\n", l.What, l.In, l.Scored, share, l.Missing)
	}
	return table.Flush()
}

// WriteCSV writes scores as comma-separated values; what does not exist is empty.
func WriteCSV(w io.Writer, scores []Score) error {
	out := csv.NewWriter(w)
	rows := [][]string{{"row", "group", "observable", "column", "unit", "arm", "time", "published", "low", "high", "simulated", "se", "n", "verdict",
		"strength", "status", "distance", "population", "source", "note", "reason"}}
	for _, s := range scores {
		rows = append(rows, []string{s.Row, s.Group, s.Observable, s.Column, s.Unit, s.Arm, s.Time, s.Published, cell(s.Low), cell(s.High), cell(s.Mean), cell(s.SE),
			strconv.Itoa(s.N), string(s.Verdict), string(s.Strength), s.Status, cell(s.Distance), s.Population, s.Source, s.Note, s.Reason})
	}
	if err := out.WriteAll(rows); err != nil {
		return err
	}
	return out.Error()
}

// cell writes a number with six digits; nothing if there is none.
func cell(v float64) string {
	if math.IsNaN(v) || math.IsInf(v, 0) {
		return ""
	}
	return strconv.FormatFloat(v, 'g', 6, 64)
}

// Record is a score in the words of programs; what does not exist is null.
type Record struct {
	Row        string   `json:"row"`
	Group      string   `json:"group"`
	Observable string   `json:"observable"`
	Column     string   `json:"column,omitempty"`
	Unit       string   `json:"unit,omitempty"`
	Arm        string   `json:"arm"`
	Time       string   `json:"time,omitempty"`
	Published  string   `json:"published"`
	Low        *float64 `json:"low"`
	High       *float64 `json:"high"`
	Simulated  *float64 `json:"simulated"`
	SE         *float64 `json:"se"`
	N          int      `json:"n"`
	Verdict    Verdict  `json:"verdict"`
	Strength   Strength `json:"strength"`
	Status     string   `json:"status"`
	Distance   *float64 `json:"distance"`
	Population string   `json:"population,omitempty"`
	Source     string   `json:"source"`
	Note       string   `json:"note,omitempty"`
	Reason     string   `json:"reason,omitempty"`
}

// Record returns the score for programs.
func (s Score) Record() Record {
	return Record{s.Row, s.Group, s.Observable, s.Column, s.Unit, s.Arm, s.Time, s.Published, finite(s.Low), finite(s.High), finite(s.Mean), finite(s.SE),
		s.N, s.Verdict, s.Strength, s.Status, finite(s.Distance), s.Population, s.Source, s.Note, s.Reason}
}

func finite(v float64) *float64 {
	if math.IsNaN(v) || math.IsInf(v, 0) {
		return nil
	}
	return &v
}
