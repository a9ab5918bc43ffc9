package validate

import (
	"context"
	"fmt"
	"io"
	"math"
	"slices"
	"strings"
	"text/tabwriter"

	"trabecula/sim/param"
)

// swing is how far a parameter is moved either way, of its value.
const swing = 0.2

// distanceCap is the distance beyond which a score is no worse: a single far miss should
// not outweigh all the rest.
const distanceCap = 3

// Influence is how the score moves with one parameter.
type Influence struct {
	Parameter   string   `json:"parameter"`
	Down        string   `json:"down"` // values that were tried
	Up          string   `json:"up"`
	AtDown      *float64 `json:"distance_down"` // mean distance of S and N rows, in halves of the accepted interval
	AtUp        *float64 `json:"distance_up"`
	Carries     *float64 `json:"carries"` // greatest change of the distance
	MovedMost   string   `json:"moves_most"`
	ChangedRows int      `json:"verdicts_changed"` // of S and N rows, by the worse of both
}

// Sensitivity is what moving one parameter after another came to.
type Sensitivity struct {
	Base       float64     `json:"distance"`
	Values     int         `json:"values"` // that are compared
	Influences []Influence `json:"parameters"`
}

// Sense moves parameters one at a time by 20 % of their value, not beyond their
// range, and scores the library anew with the same seeds: equal chance, so that
// differences are of the parameter. Runs are kept as in Run. If ctx ends, what is
// finished is returned with its error.
func (l *Library) Sense(ctx context.Context, paths []string, o Options) (Sensitivity, error) {
	moves, err := l.moves(paths)
	if err != nil {
		return Sensitivity{}, err
	}
	bare := *l // experiments on the body alone would dilute the sections
	bare.Bodies = nil
	l = &bare
	trials, err := l.Run(ctx, o)
	if err != nil {
		return Sensitivity{}, err
	}
	base := l.Score(trials)
	if countable(base) == 0 {
		return Sensitivity{}, fmt.Errorf("sensitivity: none of the S and N values can be compared")
	}
	s := Sensitivity{Base: distance(base, base), Values: countable(base)}
	for _, m := range moves {
		f, err := l.influence(ctx, m, base, o)
		if err != nil {
			return s.sorted(), err
		}
		s.Influences = append(s.Influences, f)
	}
	return s.sorted(), nil
}

// move is a parameter with the values that it is moved to.
type move struct{ path, down, up string }

// moves finds the values, from those that the parameters have in the first arm.
func (l *Library) moves(paths []string) ([]move, error) {
	if len(l.Arms) == 0 {
		return nil, fmt.Errorf("sensitivity: no arms")
	}
	c, err := l.Config(l.Arms[0], 1)
	if err != nil {
		return nil, err
	}
	return moved(param.Describe(c.Groups()), paths)
}

// moved says to which values parameters are moved. The error names all that
// cannot be.
func moved(specs []param.Spec, paths []string) (moves []move, err error) {
	var bad []string
	for _, path := range paths {
		i := slices.IndexFunc(specs, func(s param.Spec) bool { return s.Path == path })
		if i < 0 {
			bad = append(bad, path+" (unknown)")
			continue
		}
		v, isNumber := specs[i].Value().(float64)
		if !isNumber || v == 0 {
			bad = append(bad, path+" (want a number other than 0)")
			continue
		}
		within := func(x float64) string { return specs[i].Format(math.Min(math.Max(x, specs[i].Min), specs[i].Max)) }
		moves = append(moves, move{path, within(v * (1 - swing)), within(v * (1 + swing))})
	}
	if len(bad) > 0 {
		return nil, fmt.Errorf("sensitivity: parameters %s", strings.Join(bad, ", "))
	}
	return moves, nil
}

// influence scores both values of one parameter.
func (l *Library) influence(ctx context.Context, m move, base []Score, o Options) (Influence, error) {
	f := Influence{Parameter: m.path, Down: m.down, Up: m.up}
	from, most := distance(base, base), 0.0
	for _, side := range []struct {
		value string
		into  **float64
	}{{m.down, &f.AtDown}, {m.up, &f.AtUp}} {
		varied := *l
		varied.Set = laid(l.Set, m.path+"="+side.value)
		trials, err := varied.Run(ctx, o)
		if err != nil {
			return f, fmt.Errorf("%s = %s: %w", m.path, side.value, err)
		}
		scores := varied.Score(trials)
		d := distance(scores, base)
		*side.into = finite(d)
		if change := math.Abs(d - from); change >= most {
			most, f.MovedMost = change, mostMoved(scores, base)
		}
		f.ChangedRows = max(f.ChangedRows, flipped(scores, base))
	}
	f.Carries = finite(most)
	return f, nil
}

// distance is the mean distance of what can be compared both in scores and in the
// base, each at most distanceCap.
func distance(scores, base []Score) float64 {
	sum, n := 0.0, 0.0
	for i, s := range scores {
		if !math.IsNaN(s.Distance) && !math.IsNaN(base[i].Distance) {
			sum, n = sum+math.Min(s.Distance, distanceCap), n+1
		}
	}
	return sum / n
}

// countable returns how many scores have a distance.
func countable(scores []Score) (n int) {
	for _, s := range scores {
		if !math.IsNaN(s.Distance) {
			n++
		}
	}
	return n
}

// mostMoved names the row whose distance changed most.
func mostMoved(scores, base []Score) string {
	name, most := "", 0.0
	for i, s := range scores {
		if d := math.Abs(math.Min(s.Distance, distanceCap) - math.Min(base[i].Distance, distanceCap)); d > most {
			name, most = s.Row+" "+s.Observable, d
		}
	}
	return name
}

// flipped counts the values with an interval whose verdict changed.
func flipped(scores, base []Score) (n int) {
	for i, s := range scores {
		if !math.IsNaN(s.Distance) && s.Verdict != base[i].Verdict {
			n++
		}
	}
	return n
}

// sorted puts what carries most first; a stable order for equals.
func (s Sensitivity) sorted() Sensitivity {
	weight := func(f Influence) float64 {
		if f.Carries == nil {
			return -1
		}
		return *f.Carries
	}
	slices.SortStableFunc(s.Influences, func(a, b Influence) int {
		switch {
		case weight(a) > weight(b):
			return -1
		case weight(a) < weight(b):
			return 1
		}
		return 0
	})
	return s
}

// WriteSensitivity prints the parameters that carry the score most, at most n.
func WriteSensitivity(w io.Writer, s Sensitivity, n int) error {
	table := tabwriter.NewWriter(w, 0, 0, 2, ' ', 0)
	fmt.Fprintf(table, "mean distance of %d S and N values: %.3g halves of the accepted interval, each at most %d\n\n", s.Values, s.Base, distanceCap)
	fmt.Fprintln(table, "parameter\tdown\tdistance\tup\tdistance\tcarries\tverdicts changed\tmoves most")
	for _, f := range s.Influences[:min(n, len(s.Influences))] {
		fmt.Fprintf(table, "%s\t%s\t%s\t%s\t%s\t%s\t%d\t%s\n", f.Parameter, f.Down, short(f.AtDown), f.Up, short(f.AtUp), short(f.Carries), f.ChangedRows, f.MovedMost)
	}
	return table.Flush()
}

func short(v *float64) string {
	if v == nil {
		return "-"
	}
	return fmt.Sprintf("%.3f", *v)
}
