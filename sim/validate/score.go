package validate

import (
	"math"
	"strings"
)

// Verdict is how a comparison ended.
type Verdict string

// The verdicts.
const (
	In      Verdict = "in"
	Out     Verdict = "out"
	Missing Verdict = "-" // nothing to compare
)

// Score is one published value and what the simulation made of it.
type Score struct {
	Row        string
	Group      string
	Observable string
	Column     string
	Unit       string
	Arm        string
	Time       string
	Published  string
	Low, High  float64
	Mean, SE   float64 // of the ensemble; NaN = none
	N          int     // seeds
	Verdict    Verdict
	Strength   Strength
	Status     string
	Distance   float64 // from the middle of the interval, in halves of it; NaN for a direction
	Population string
	Source     string
	Note       string
	Reason     string // why it is believed to be out
}

// Score compares what is there with every target.
func (l *Library) Score(t *Trials) []Score {
	var list []Score
	for _, target := range l.Targets {
		for _, p := range target.Points {
			list = append(list, l.score(target, p, t))
		}
	}
	for _, b := range l.Bodies {
		list = append(list, b.scores(t.bodies[b.Row])...)
	}
	for i := range list {
		if list[i].Verdict == Out {
			list[i].Reason = l.reason(list[i].Row)
		}
	}
	return list
}

// reason returns why a row is believed to be out.
func (l *Library) reason(row string) string {
	var all []string
	for _, m := range l.Misses {
		if m.Row == row {
			all = append(all, m.Reason)
		}
	}
	return strings.Join(all, "; ")
}

// score compares one point.
func (l *Library) score(t Target, p Point, trials *Trials) Score {
	return t.verdict(p, l.estimate(t, p, trials))
}

// verdict compares an estimate with a point.
func (t *Target) verdict(p Point, e Estimate) Score {
	s := Score{Row: t.Row, Group: t.Group, Observable: t.Observable, Column: t.Column, Unit: t.Unit, Arm: t.Arm, Time: p.Time,
		Published: p.Published, Low: p.Low, High: p.High, Mean: e.Mean, SE: e.SE, N: e.N, Verdict: Out, Strength: t.Strength,
		Status: t.Status, Distance: p.distance(e.Mean), Population: t.Population, Source: t.Source, Note: t.Note}
	switch {
	case math.IsNaN(e.Mean) || p.Sign != 0 && math.IsNaN(e.SE):
		s.Verdict = Missing
	case p.admits(e.Mean, e.SE):
		s.Verdict = In
	}
	return s
}

// Tally counts scores.
type Tally struct {
	In      int `json:"in"`
	Scored  int `json:"scored"`
	Missing int `json:"missing"`
}

// Count counts the scores that a test picks.
func Count(scores []Score, pick func(Score) bool) Tally {
	var t Tally
	for _, s := range scores {
		if !pick(s) {
			continue
		}
		switch s.Verdict {
		case In:
			t.In++
			t.Scored++
		case Out:
			t.Scored++
		case Missing:
			t.Missing++
		}
	}
	return t
}

// Share is the part of the scored that is in [%]; NaN if nothing is scored.
func (t Tally) Share() float64 { return 100 * float64(t.In) / float64(t.Scored) }
