package drug

import (
	"strings"

	"trabecula/sim/param"
)

// Drug is a row of the catalogue.
type Drug struct {
	Name     string
	Synonyms []string
	Doc      string
	Source   string // of its kinetics
	Usual    string // a usual prescription, without the name; a hundred times its dose is refused
	Routes   []RouteSpec

	fresh func() any
	bind  func(params any, mass float64) kinetics
}

// RouteSpec is a route by which a drug is given.
type RouteSpec struct {
	Route Route
	Doc   string // what the dose is
}

// recipe is a drug before its parameter type is erased.
type recipe[P any] struct {
	name     string
	synonyms []string
	doc      string
	source   string
	usual    string
	bind     func(p *P, mass float64) kinetics // for a body mass [kg]
}

// erase hides the parameter type, so that drugs fit one catalogue.
func (r recipe[P]) erase() Drug {
	d := Drug{Name: r.name, Synonyms: r.synonyms, Doc: r.doc, Source: r.source, Usual: r.usual,
		fresh: func() any { p := param.Default[P](); return &p },
		bind:  func(params any, mass float64) kinetics { return r.bind(params.(*P), mass) }}
	k := d.reference()
	for _, e := range k.entries {
		d.Routes = append(d.Routes, RouteSpec{e.route, e.doc})
	}
	return d
}

// reference is the drug's kinetics with default parameters.
func (d *Drug) reference() kinetics { return d.bind(d.fresh(), referenceMass) }

// referenceMass is the body mass [kg] that judges whether a dose is absurd.
const referenceMass = 65

// path is the path of the drug's parameters, such as "drugs.pth_1_84".
func (d *Drug) path() string { return "drugs." + key(d.Name) }

// key is a name without case, spaces and punctuation, such as "cjc_1295".
func key(name string) string {
	words := strings.FieldsFunc(strings.ToLower(name), func(r rune) bool {
		return (r < 'a' || r > 'z') && (r < '0' || r > '9')
	})
	return strings.Join(words, "_")
}

// route finds the way in by a route; nil if the drug is not given so.
func (k *kinetics) route(r Route) *entry {
	for i := range k.entries {
		if k.entries[i].route == r {
			return &k.entries[i]
		}
	}
	return nil
}
