package sim

import (
	"trabecula/agents"
	"trabecula/field/mechanics"
	"trabecula/field/signal"
	"trabecula/field/tissue"
	"trabecula/field/transport"
	"trabecula/sim/endocrine"
	"trabecula/sim/param"
)

// Params are all numbers of a model; equal Params, seed and tissue give equal
// results. Start from Defaults.
type Params struct {
	Time           TimeParams
	Marrow         MarrowParams
	Stimuli        StimulusParams
	Matrix         tissue.Params
	Damage         tissue.DamageParams
	Mechanics      mechanics.Params
	Labels         LabelParams
	Signals        [signal.Count]signal.Params
	Binding        signal.Binding
	Hormones       [signal.HormoneCount]signal.PerfusedParams
	Neutralisation [signal.NeutralisedCount]signal.NeutralisingParams
	Solver         transport.Settings
	Cells          agents.ParamSet
	Body           endocrine.Params
}

// TimeParams set the clock.
type TimeParams struct {
	Step      float64 `param:"step" default:"1 h" range:"5 min..6 h" doc:"length of a cell step" source:"design: hours resolve cell decisions; ETH micro-MPA uses 40 min, Bishop et al. 2024 6 min"`
	Mechanics float64 `param:"mechanics" default:"10 d" range:"1 h..365 d" doc:"time after which the strains of the section are worked out anew" source:"assumed: a section renews about 0.3 % of its bone in that time"`
}

// MarrowParams describe the marrow as cells find it.
type MarrowParams struct {
	Sinusoids float64 `param:"sinusoids" default:"5 1/mm^2" range:"0..200" doc:"sinusoids per marrow area" source:"assumed: spacing of a few 100 um in human iliac marrow"`
	Clearance float64 `param:"clearance" default:"40 um" range:"0..500 um" doc:"least distance of a sinusoid from bone" source:"assumed: sinusoids lie in the marrow, capillaries near bone are not drawn"`
}

// StimulusParams are the causes from outside.
type StimulusParams struct {
	Inflammation float64 `param:"inflammation" default:"0" range:"0..1" doc:"inflammatory stimulus to macrophages, T, regulatory T and B cells, 0 = none, 1 = full" source:"cause set by a scenario"`
}

// Defaults returns the reference parameters.
func Defaults() Params {
	return Params{
		Time: param.Default[TimeParams](), Marrow: param.Default[MarrowParams](),
		Stimuli: param.Default[StimulusParams](), Matrix: param.Default[tissue.Params](),
		Damage: param.Default[tissue.DamageParams](), Mechanics: param.Default[mechanics.Params](), Labels: param.Default[LabelParams](),
		Signals: signal.Defaults(), Binding: param.Default[signal.Binding](),
		Hormones: signal.PerfusedDefaults(), Neutralisation: signal.NeutralisingDefaults(),
		Solver: param.Default[transport.Settings](), Cells: agents.Defaults(),
		Body: endocrine.Defaults(),
	}
}

// Groups lists the parameters by path, for scenarios and tables.
func (p *Params) Groups() []param.Group {
	groups := []param.Group{
		{Path: "time", Ptr: &p.Time}, {Path: "marrow", Ptr: &p.Marrow},
		{Path: "stimuli", Ptr: &p.Stimuli}, {Path: "matrix", Ptr: &p.Matrix},
		{Path: "mechanics", Ptr: &p.Mechanics}, {Path: "damage", Ptr: &p.Damage}, {Path: "labels", Ptr: &p.Labels},
		{Path: "binding", Ptr: &p.Binding}, {Path: "transport", Ptr: &p.Solver},
	}
	for s := range p.Signals {
		spec := signal.Catalogue[s]
		groups = append(groups, param.Group{Path: "signals." + spec.Name, Ptr: &p.Signals[s], Source: spec.Source})
	}
	for h := range p.Hormones {
		spec := signal.Perfused[h]
		groups = append(groups, param.Group{Path: "hormones." + spec.Name, Ptr: &p.Hormones[h], Source: spec.Source})
	}
	for i := range p.Neutralisation {
		spec := signal.Neutralised[i]
		groups = append(groups, param.Group{Path: "neutralisation." + spec.Hormone.String(), Ptr: &p.Neutralisation[i], Source: spec.Source})
	}
	for k, ptr := range p.Cells {
		groups = append(groups, param.Group{Path: "cells." + agents.Kind(k).String(), Ptr: ptr})
	}
	return append(groups, p.Body.Groups()...)
}
