package run

import (
	"encoding/csv"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"maps"
	"math"
	"os"
	"slices"
	"strconv"
	"strings"
)

// Summary is what came of a run, in short.
type Summary struct {
	Dir       string             `json:"dir"`
	Scenario  string             `json:"scenario"`
	Seed      string             `json:"seed"`
	Status    Status             `json:"status"`
	Days      float64            `json:"simulated_d"`
	Wall      float64            `json:"wall_s"`
	StateHash string             `json:"state_hash"`
	First     map[string]float64 `json:"first"`  // row of series.csv; what is missing is left out
	Last      map[string]float64 `json:"last"`   // row of series.csv
	Events    map[string]int     `json:"events"` // how many of each kind of event
}

// summary reads the finished folder.
func (s *session) summary() (Summary, error) { return summarise(s.dir, s.manifest) }

func summarise(dir string, m Manifest) (Summary, error) {
	sum := Summary{Dir: dir, Scenario: m.Scenario.Name, Seed: m.Seed, Status: m.Status, Days: m.Days, Wall: m.Wall,
		StateHash: m.StateHash, Events: map[string]int{}}
	path := func(name string) string { return dir + string(os.PathSeparator) + name }
	err := eachRow(path(seriesName), func(row map[string]string) {
		sum.Last = numbersOf(row)
		if sum.First == nil {
			sum.First = sum.Last
		}
	})
	return sum, errors.Join(err, eachRow(path(eventsName), func(row map[string]string) {
		sum.Events[row["what"]]++
	}))
}

// eachRow calls visit with every row of a table, by the names of its columns.
func eachRow(path string, visit func(row map[string]string)) error {
	f, err := os.Open(path)
	if err != nil {
		return fmt.Errorf("%s: %w", path, reason(err))
	}
	defer f.Close()
	r := csv.NewReader(f)
	r.ReuseRecord = true
	head, err := r.Read()
	names := slices.Clone(head)
	row := map[string]string{}
	for err == nil {
		var fields []string
		if fields, err = r.Read(); err == nil {
			for i, name := range names {
				row[name] = fields[i]
			}
			visit(row)
		}
	}
	if !errors.Is(err, io.EOF) {
		return fmt.Errorf("%s: %w", path, err)
	}
	return nil
}

func numbersOf(row map[string]string) map[string]float64 {
	out := map[string]float64{}
	for name, text := range row {
		if v, err := strconv.ParseFloat(text, 64); err == nil && !math.IsInf(v, 0) {
			out[name] = v
		}
	}
	return out
}

// JSON returns the summary for programs.
func (s Summary) JSON() ([]byte, error) { return json.MarshalIndent(s, "", "  ") }

// String returns the summary for people.
func (s Summary) String() string {
	var b strings.Builder
	fmt.Fprintf(&b, "%s, seed %s: %s of %s, %.1f s of wall time\n", s.Scenario, s.Seed, s.Status, span(s.Days), s.Wall)
	change := 100 * (s.Last["bv_tv"]/s.First["bv_tv"] - 1)
	fmt.Fprintf(&b, "  BV/TV       %.4g -> %.4g %% (%+.2f %%)\n", s.First["bv_tv"], s.Last["bv_tv"], change)
	s.line(&b, "Tb.Th", "tb_th_um", "um")
	s.line(&b, "Oc.S/BS", "oc_s_bs", "%")
	s.line(&b, "OS/BS", "os_bs", "%")
	s.line(&b, "osteoclasts", "n_oc", "cells")
	if renewal, ok := s.Last["renewal_pct_y"]; ok {
		fmt.Fprintf(&b, "  turnover    %.3g %%/y of matrix renewed, over the last 90 d\n", renewal)
	}
	fmt.Fprintf(&b, "  events      %s\n", s.counts())
	fmt.Fprintf(&b, "  state       %s\n", s.StateHash)
	fmt.Fprintf(&b, "  folder      %s\n", s.Dir)
	return b.String()
}

// line writes the first and the last value of a column, if it has them.
func (s Summary) line(b *strings.Builder, symbol, column, unit string) {
	first, a := s.First[column]
	last, z := s.Last[column]
	if a && z {
		fmt.Fprintf(b, "  %-11s %.4g -> %.4g %s\n", symbol, first, last, unit)
	}
}

func (s Summary) counts() string {
	var parts []string
	for _, what := range slices.Sorted(maps.Keys(s.Events)) {
		parts = append(parts, fmt.Sprintf("%d %s", s.Events[what], what))
	}
	if parts == nil {
		return "none"
	}
	return strings.Join(parts, ", ")
}
