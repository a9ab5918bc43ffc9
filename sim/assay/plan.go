package assay

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"

	"trabecula/sim/drug"
	"trabecula/sim/endocrine"
	"trabecula/sim/scenario"
)

// Request is what is asked for beyond the name of a test.
type Request struct {
	Sex   string   // of the person; "" as the test has it
	Age   string   // such as "65" or "65 years"
	Set   []string // "key=value" for any parameter of the body
	Treat string   // treatments in addition, split by semicolons
}

// planKey is the parameter that holds the treatments.
const planKey = "treatment.plan"

// sets returns the request as settings.
func (r Request) sets() []string {
	var sets []string
	if r.Sex != "" {
		sets = append(sets, "person.sex="+r.Sex)
	}
	if r.Age != "" {
		sets = append(sets, "person.age="+r.Age)
	}
	return append(sets, r.Set...)
}

// Plan is a test that can be carried out.
type Plan struct {
	Assay   Assay
	request Request
}

// Prepare checks a request without simulating anything. The error names every
// fault.
func Prepare(a Assay, r Request) (*Plan, error) {
	p := &Plan{a, r}
	var faults []error
	for _, s := range r.sets() {
		switch {
		case slices.Contains(a.owned(), key(s)):
			faults = append(faults, fmt.Errorf("assay %s: %s is what the test itself sets; choose another test or parameter", a.Name, key(s)))
		case key(s) == planKey:
			faults = append(faults, fmt.Errorf("assay %s: %s: give treatments with --treat", a.Name, planKey))
		}
	}
	if len(faults) > 0 {
		return nil, errors.Join(faults...)
	}
	for _, g := range a.groups() {
		if err := check(p.settings(g)); err != nil {
			return nil, err // the arms share what a request can get wrong
		}
	}
	return p, nil
}

// settings returns all settings of an arm.
func (p *Plan) settings(g arm) []string {
	asked := p.request.sets()
	var sets []string
	for _, s := range p.Assay.who {
		if !slices.ContainsFunc(asked, func(other string) bool { return key(other) == key(s) }) {
			sets = append(sets, s)
		}
	}
	sets = append(append(sets, asked...), g.set...)
	if plan := joined(g.plan, p.request.Treat); plan != "" {
		sets = append(sets, planKey+"="+plan)
	}
	return sets
}

// joined joins two lists of treatments.
func joined(a, b string) string {
	a, b = strings.TrimSpace(a), strings.TrimSpace(b)
	if a == "" || b == "" {
		return a + b
	}
	return a + "; " + b
}

// params returns the parameters of a body with settings.
func params(sets []string) (endocrine.Params, error) {
	p := endocrine.Defaults()
	err := scenario.Set(p.Groups(), sets)
	return p, err
}

// check finds the faults of settings, those of the treatments too.
func check(sets []string) error {
	p, err := params(sets)
	if err != nil {
		return err
	}
	plan, err := p.Treatments()
	if err != nil {
		return err
	}
	_, err = drug.NewRegimen(p.Drugs, plan, p.Person.Mass)
	return err
}

// Run carries the test out, arm by arm.
func (p *Plan) Run(ctx context.Context) (*Result, error) {
	who, err := params(p.settings(p.Assay.groups()[0]))
	if err != nil {
		return nil, err
	}
	r := &Result{Assay: p.Assay, Person: who.Person, Probes: Probes()}
	for _, g := range p.Assay.groups() {
		course, err := p.arm(ctx, g)
		if err != nil {
			return nil, fmt.Errorf("assay %s: %s: %w", p.Assay.Name, g.name, err)
		}
		r.Courses = append(r.Courses, course...)
	}
	if p.Assay.summary != nil {
		p.Assay.summary(r)
	}
	return r, nil
}

// arm carries one arm out.
func (p *Plan) arm(ctx context.Context, g arm) ([]*Course, error) {
	b := &bench{ctx: ctx, sets: p.settings(g), arm: g.name}
	b.admit()
	b.course(g.name)
	p.Assay.protocol(b)
	return b.courses, b.err
}
