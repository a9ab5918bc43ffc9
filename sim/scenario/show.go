package scenario

import (
	"encoding/json"
	"fmt"
	"io"
	"regexp"
	"strings"
	"text/tabwriter"

	"trabecula/sim/param"
)

// Table lists the parameters, one a row below a row of headings: path, default,
// unit, range, doc and source.
func Table(groups []param.Group) [][]string {
	rows := [][]string{{"path", "default", "unit", "range", "doc", "source"}}
	for _, s := range param.Describe(groups) {
		rows = append(rows, []string{s.Path, s.Format(s.Default), s.Unit, allowed(s), s.Doc, s.Source})
	}
	return rows
}

// allowed is the range or the choices.
func allowed(s param.Spec) string {
	if s.Choices != nil {
		return strings.Join(s.Choices, "|")
	}
	return s.Range
}

// ShowText writes a loaded scenario for people: what it is, what its layers
// set, and then every parameter, those that were set marked with a star.
func ShowText(w io.Writer, s Scenario, groups []param.Group) error {
	var b strings.Builder
	fmt.Fprintf(&b, "%s: %s\n", s.Name, s.Title)
	if s.Text != "" {
		fmt.Fprintf(&b, "\n%s\n", s.Text)
	}
	for i, source := range s.Sources {
		fmt.Fprintf(&b, "%s[%d] %s\n", strings.Repeat("\n", max(0, 1-i)), i+1, source)
	}
	for i, f := range s.Files {
		fmt.Fprintf(&b, "%sfile %s sha256 %s\n", strings.Repeat("\n", max(0, 1-i)), f.Path, f.SHA256)
	}
	for i, t := range s.Turns {
		fmt.Fprintf(&b, "%s%s\n", strings.Repeat("\n", max(0, 1-i)), t)
	}
	b.WriteString("\n")
	rows := tabwriter.NewWriter(&b, 0, 0, 2, ' ', 0)
	for _, p := range param.Describe(groups) {
		mark := " "
		if from := s.from(p.Path); from != "" {
			mark = "*"
		}
		fmt.Fprintf(rows, "%s %s\t%s\t%s\n", mark, p.Path, p.Format(p.Value()), allowed(p))
	}
	if err := rows.Flush(); err != nil {
		return err
	}
	_, err := io.WriteString(w, trailing.ReplaceAllString(b.String(), ""))
	return err
}

// trailing matches what a table leaves behind empty cells.
var trailing = regexp.MustCompile(`(?m) +$`)

// from is the layer that set a parameter, or "".
func (s Scenario) from(path string) string {
	for _, c := range s.Changes {
		if c.Path == path {
			return c.From
		}
	}
	return ""
}

// shown is a parameter in the JSON of ShowJSON.
type shown struct {
	Path   string `json:"path"`
	Value  any    `json:"value"` // in the unit
	Unit   string `json:"unit,omitempty"`
	Text   string `json:"text"`
	Range  string `json:"range,omitempty"`
	From   string `json:"from,omitempty"` // the layer that set it
	Doc    string `json:"doc"`
	Source string `json:"source"`
}

// ShowJSON returns a loaded scenario for programs: what it is, the hash of its
// parameters, and every parameter with its value in its unit.
func ShowJSON(s Scenario, groups []param.Group) ([]byte, error) {
	all := []shown{}
	for _, p := range param.Describe(groups) {
		all = append(all, shown{p.Path, jsonValue(p, p.Value()), p.Unit, p.Format(p.Value()), allowed(p), s.from(p.Path), p.Doc, p.Source})
	}
	return json.MarshalIndent(struct {
		Scenario
		ConfigHash string  `json:"config_hash"`
		Parameters []shown `json:"parameters"`
	}{s, Hash(groups, s.Turns...), all}, "", "  ")
}
