package agents

import "trabecula/sim/param"

// Effect is a row of the table of effects: through a pathway P a hormone changes
// a rate of some kinds by the factor (1 + Size a(P)) / (1 + Size a(rest)), where
// a is P itself or P^n / (Half^n + P^n), and rest is P in the healthy reference.
type Effect struct {
	Name    string
	Hormone string // as a reader knows it
	On      []Kind
	Rate    Rate
	Via     Pathway
	Size    float64 // rise of the rate at a = 1; below 0 inhibits, always above -1
	Half    float64 // in units of the pathway; 0 if a is P itself
	Hill    int     // n; 0 if a is P itself
	Source  string
}

// EffectParams are the numbers of a row that a run can change.
type EffectParams struct {
	SizeParams
	Half float64 `param:"half" unit:"1" range:"1e-6..1e6" doc:"pathway activity of half effect"`
}

// SizeParams is the size alone, of a row that is linear in its pathway.
type SizeParams struct {
	Size float64 `param:"size" unit:"1" range:"-0.99..1000" doc:"change of the rate at full effect, relative to a silent pathway"`
}

// EffectSet holds the numbers of all effects and pathways.
type EffectSet struct {
	Effects    [len(Effects)]EffectParams
	Receptors  [PathwayCount]ReceptorParams
	PTH1R      PTH1RParams
	Calcitonin AdaptiveParams
}

// DefaultEffects returns the numbers as the tables have them.
func DefaultEffects() (set EffectSet) {
	for i, e := range Effects {
		set.Effects[i] = EffectParams{SizeParams{e.Size}, e.Half}
	}
	for q, spec := range PathwayCatalogue {
		set.Receptors[q] = spec.Params
	}
	set.PTH1R, set.Calcitonin = defaultPTH1R, defaultCalcitonin
	return set
}

// Groups lists the parameters by path: effects.NAME and pathways.NAME.
func (set *EffectSet) Groups() (groups []param.Group) {
	for i, e := range Effects {
		group := param.Group{Path: "effects." + e.Name, Ptr: &set.Effects[i], Source: e.Source}
		if e.Hill == 0 {
			group.Ptr = &set.Effects[i].SizeParams
		}
		groups = append(groups, group)
	}
	for q, spec := range PathwayCatalogue {
		if !Pathway(q).simple() {
			continue
		}
		group := param.Group{Path: "pathways." + spec.Name, Ptr: &set.Receptors[q], Source: spec.Source}
		if spec.Hill == 0 {
			group.Ptr = &set.Receptors[q].DelayParams
		}
		groups = append(groups, group)
	}
	return append(groups,
		param.Group{Path: "pathways.pth1r", Ptr: &set.PTH1R, Source: sourcePTH1R},
		param.Group{Path: "pathways.calcitonin", Ptr: &set.Calcitonin, Source: sourceCalcitonin})
}

// term returns row i as a run has it, still without its rest.
func (set *EffectSet) term(i int) term {
	e, p := &Effects[i], &set.Effects[i]
	return term{via: e.Via, size: p.Size, hill: e.Hill, half: power(p.Half, e.Hill)}
}
