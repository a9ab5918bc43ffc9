package validate

import (
	"math"
	"slices"
	"strings"

	"trabecula/sim/unit"
)

// Strength is how much a published value binds.
type Strength string

// The strengths.
const (
	Spread    Strength = "S" // number with spread: to be met within the interval, mean +/- 1 SD or +/- 2 SE
	Number    Strength = "N" // number without spread: within 30 % of the change
	Direction Strength = "D" // direction: sign, and the effect larger than 2 standard errors of the ensemble
)

// Transform is what is made of a column before it is compared.
type Transform string

// The transforms.
const (
	Mean    Transform = "mean"    // of the column over the window
	Change  Transform = "change"  // from the own baseline [%]
	Percent Transform = "percent" // of the own baseline [%]
	Rate    Transform = "rate"    // change per year over the window, of its beginning [%/y]
)

var transforms = []Transform{Mean, Change, Percent, Rate}

// By is how an arm is compared with its control.
type By string

// The comparisons.
const (
	Difference By = "difference" // arm less control
	Ratio      By = "ratio"      // arm over control
	Excess     By = "excess"     // arm over control, less 1 [%]
)

var comparisons = []By{Difference, Ratio, Excess}

// Target is a published observable of one group of people at one or more times.
type Target struct {
	Row        string // of the table of validation targets; it never changes its meaning
	Group      string // file: "A-healthy"
	Observable string
	Column     string // of sim/metric
	Unit       string // of what is compared
	Arm        string
	Transform  Transform
	Control    *Control // nil = none
	Baseline   float64  // length of the own baseline, which ends at time 0 of the arm [h]
	Window     float64  // time before a point over which the column is averaged [h]
	Points     []Point
	Strength   Strength
	Status     string // READ, READ-2, RECALLED or DERIVED: how the number came here
	Population string
	Source     string
	Note       string // what of the observable is only a proxy
}

// Control is what an arm is compared with.
type Control struct {
	Arm      string
	From, To float64 // [h after time 0 of the control]
	Own      bool    // From and To are those of the point
	By       By
}

// Point is a published value at a time.
type Point struct {
	Time      string  // as written: "12 months"
	Published string  // as printed: "+5.0 (4.5..5.5)"
	From, To  float64 // [h after time 0 of the arm]
	Value     float64 // middle of what was published
	Low, High float64 // what is accepted
	Sign      float64 // of a direction: +1 above Value, -1 below; else 0
}

// admits tells whether a simulated value meets the point.
func (p Point) admits(mean, se float64) bool {
	if p.Sign != 0 {
		return p.Sign*(mean-p.Value) > 2*se
	}
	return mean >= p.Low && mean <= p.High
}

// distance returns how far a value is from the published one, in halves of the
// accepted interval: up to 1 is in.
func (p Point) distance(mean float64) float64 {
	if p.Sign != 0 || p.High <= p.Low {
		return math.NaN()
	}
	return math.Abs(mean-(p.Low+p.High)/2) / ((p.High - p.Low) / 2)
}

// targetText is a target as it is written.
type targetText struct {
	Row        text   `key:"row,must"`
	Observable text   `key:"observable,must"`
	Column     text   `key:"column,must"`
	Unit       text   `key:"unit"`
	Arm        text   `key:"arm,must"`
	Transform  text   `key:"transform"`
	Against    text   `key:"against"`
	By         text   `key:"by"`
	Baseline   text   `key:"baseline"`
	Window     text   `key:"window"`
	Points     []text `key:"points,must"`
	Strength   text   `key:"strength,must"`
	Status     text   `key:"status,must"`
	Population text   `key:"population,must"`
	Source     text   `key:"source,must"`
	Note       text   `key:"note"`
}

var statuses = []string{"READ", "READ-2", "RECALLED", "DERIVED"}

// target checks a target and reads its points.
func (t targetText) target(group string, f *faults) Target {
	made := Target{
		Row: t.Row.string, Group: group, Observable: t.Observable.string, Column: t.Column.string, Unit: t.Unit.string,
		Arm: t.Arm.string, Transform: oneOf(t.Transform, "transform", Mean, transforms, f), Baseline: 30 * unit.Day, Window: 30 * unit.Day,
		Strength:   oneOf(t.Strength, "strength", Spread, []Strength{Spread, Number, Direction}, f),
		Status:     oneOf(t.Status, "status", "READ", statuses, f),
		Population: t.Population.string, Source: t.Source.string, Note: t.Note.string,
	}
	if t.Baseline.string != "" {
		made.Baseline = duration(t.Baseline, "baseline", f)
	}
	if t.Window.string != "" {
		made.Window = duration(t.Window, "window", f)
	}
	made.Control = t.control(made.Window, f)
	if len(t.Points) == 0 && t.Row.string != "" {
		f.add(t.Row.at, "points: none, want such as \"12 months: +5.0 (4.5..5.5)\"")
	}
	for _, p := range t.Points {
		if point, ok := made.point(p, f); ok {
			made.Points = append(made.Points, point)
		}
	}
	return made
}

// control reads "ARM", "ARM @ TIME" or "@ TIME".
func (t targetText) control(window float64, f *faults) *Control {
	if t.Against.string == "" {
		if t.By.string != "" {
			f.add(t.By.at, "by: of no use without against")
		}
		return nil
	}
	arm, when, timed := strings.Cut(t.Against.string, "@")
	c := &Control{Arm: strings.TrimSpace(arm), Own: !timed, By: oneOf(t.By, "by", Difference, comparisons, f)}
	if c.Arm == "" {
		c.Arm = t.Arm.string
	}
	if timed {
		c.From, c.To = span(text{when, t.Against.at}, "against", window, f)
	}
	return c
}

// oneOf reads a word; nothing stands for the first argument.
func oneOf[T ~string](t text, key string, none T, all []T, f *faults) T {
	if t.string == "" {
		return none
	}
	if !slices.Contains(all, T(t.string)) {
		f.add(t.at, "%s = %q, want one of %s", key, t.string, joined(all))
	}
	return T(t.string)
}

func joined[T ~string](all []T) string {
	words := make([]string, len(all))
	for i, w := range all {
		words[i] = string(w)
	}
	return strings.Join(words, ", ")
}
