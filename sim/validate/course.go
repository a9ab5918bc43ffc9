package validate

import (
	"encoding/csv"
	"fmt"
	"io"
	"math"
	"slices"
	"strconv"

	"trabecula/sim/unit"
)

// Course is what is kept of a run: some columns, day by day. All numbers are of
// single precision, so that what is read is what was written.
type Course struct {
	Days    []float64
	names   []string
	columns [][]float64
}

// has tells whether the course has all columns.
func (c *Course) has(names []string) bool {
	for _, n := range names {
		if !slices.Contains(c.names, n) {
			return false
		}
	}
	return true
}

// mean returns the mean of a column from a time to another [h], the first left
// out and the last included; NaN if there is no value.
func (c *Course) mean(column string, from, to float64) float64 {
	i := slices.Index(c.names, column)
	if i < 0 {
		return math.NaN()
	}
	sum, n := 0.0, 0.0
	for k, d := range c.Days {
		if v := c.columns[i][k]; d*unit.Day > from+1e-6 && d*unit.Day <= to+1e-6 && !math.IsNaN(v) {
			sum, n = sum+v, n+1
		}
	}
	return sum / n
}

// write writes the course as a table; what is missing is empty.
func (c *Course) write(w io.Writer) error {
	out := csv.NewWriter(w)
	if err := out.Write(append([]string{"time_d"}, c.names...)); err != nil {
		return err
	}
	row := make([]string, len(c.names)+1)
	for k, d := range c.Days {
		row[0] = strconv.FormatFloat(d, 'g', -1, 64)
		for i := range c.names {
			row[i+1] = ""
			if v := c.columns[i][k]; !math.IsNaN(v) {
				row[i+1] = strconv.FormatFloat(v, 'g', -1, 32)
			}
		}
		if err := out.Write(row); err != nil {
			return err
		}
	}
	out.Flush()
	return out.Error()
}

// readCourse reads what write wrote.
func readCourse(r io.Reader) (*Course, error) {
	rows, err := csv.NewReader(r).ReadAll()
	if err != nil || len(rows) < 2 || len(rows[0]) < 2 || rows[0][0] != "time_d" {
		return nil, fmt.Errorf("no table of a run")
	}
	c := &Course{names: rows[0][1:], columns: make([][]float64, len(rows[0])-1)}
	for _, row := range rows[1:] {
		for i, cell := range row {
			v := math.NaN()
			if cell != "" {
				if v, err = strconv.ParseFloat(cell, 32); err != nil {
					return nil, fmt.Errorf("no number: %q", cell)
				}
			}
			if i == 0 {
				c.Days = append(c.Days, v)
				continue
			}
			c.columns[i-1] = append(c.columns[i-1], v)
		}
	}
	return c, nil
}
