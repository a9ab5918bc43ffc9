package agents

import (
	"trabecula/sim/param"
	"trabecula/sim/rng"
)

// The kinds of cell, in the order of the catalogue.
const (
	Progenitor Kind = iota
	PreOsteoblast
	Reversal
	Osteoblast
	LiningCell
	Osteocyte
	Precursor
	Osteoclast
	Macrophage
	TCell
	RegulatoryTCell
	BCell
	Osteomorph
	Adipocyte
	KindCount
)

// Catalogue lists the kinds. A new kind is a constant above, a line here and a
// file of its own.
var Catalogue = [KindCount]Spec{
	Progenitor:      progenitor.erase(),
	PreOsteoblast:   preOsteoblast.erase(),
	Reversal:        reversal.erase(),
	Osteoblast:      osteoblast.erase(),
	LiningCell:      liningCell.erase(),
	Osteocyte:       osteocyte.erase(),
	Precursor:       precursor.erase(),
	Osteoclast:      osteoclast.erase(),
	Macrophage:      macrophage.erase(),
	TCell:           tCell.erase(),
	RegulatoryTCell: regulatory.erase(),
	BCell:           bCell.erase(),
	Osteomorph:      osteomorph.erase(),
	Adipocyte:       adipocyte.erase(),
}

// String returns the name used in parameter paths, columns and events.
func (k Kind) String() string { return Catalogue[k].Name }

// Rules are what a kind does, bound to its parameters.
type Rules struct {
	Act   func(env *Env, c Cell, r *rng.Stream, out *Intents)     // one step of one cell
	Enter func(env *Env, site int32, r *rng.Stream, out *Intents) // from the circulation, at one sinusoid; nil = does not
	Found func(env *Env, r *rng.Stream) []Cell                    // the cells present at the start; nil = none
	Foot  float64                                                 // radius of the surface it covers [um]; 0 = none
}

// Spec is a row of the catalogue.
type Spec struct {
	Name, Plural, Doc string
	Cover             Cover      // what its footprint counts as
	New               func() any // fresh parameters, a pointer to a tagged struct
	Bind              func(params any) Rules
}

// kind is a row of the catalogue before its parameter type is erased.
type kind[P any] struct {
	name, plural, doc string
	cover             Cover
	foot              func(p *P) float64
	act               func(p *P, env *Env, c Cell, r *rng.Stream, out *Intents)
	enter             func(p *P, env *Env, site int32, r *rng.Stream, out *Intents)
	found             func(p *P, env *Env, r *rng.Stream) []Cell
}

// erase hides the parameter type, so that kinds fit one catalogue.
func (k kind[P]) erase() Spec {
	return Spec{k.name, k.plural, k.doc, k.cover,
		func() any { p := param.Default[P](); return &p },
		func(params any) Rules { return k.bind(params.(*P)) }}
}

// bind closes the rules over one set of parameters.
func (k kind[P]) bind(p *P) Rules {
	rules := Rules{Act: func(env *Env, c Cell, r *rng.Stream, out *Intents) { k.act(p, env, c, r, out) }}
	if k.enter != nil {
		rules.Enter = func(env *Env, site int32, r *rng.Stream, out *Intents) { k.enter(p, env, site, r, out) }
	}
	if k.found != nil {
		rules.Found = func(env *Env, r *rng.Stream) []Cell { return k.found(p, env, r) }
	}
	if k.foot != nil {
		rules.Foot = k.foot(p)
	}
	return rules
}

// ParamSet holds a pointer to the parameters of each kind.
type ParamSet [KindCount]any

// Defaults returns fresh parameters of all kinds.
func Defaults() (set ParamSet) {
	for k, spec := range Catalogue {
		set[k] = spec.New()
	}
	return set
}

// Bind returns the rules of all kinds.
func (set ParamSet) Bind() (rules [KindCount]Rules) {
	for k, spec := range Catalogue {
		rules[k] = spec.Bind(set[k])
	}
	return rules
}
