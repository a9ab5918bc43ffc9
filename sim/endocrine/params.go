package endocrine

import (
	"trabecula/agents"
	"trabecula/field/signal"
	"trabecula/sim/drug"
	"trabecula/sim/ode"
	"trabecula/sim/param"
)

// Params are all numbers of a body. Start from Defaults.
type Params struct {
	Person     Person
	Settings   Settings
	Skeleton   SkeletonParams
	Axes       []any // a pointer to the parameters of each axis, as Catalogue lists them
	Drugs      drug.Set
	Treatment  Treatment
	Effects    agents.EffectSet
	Antibodies [signal.NeutralisedCount]signal.NeutralisingParams // those of the section, to which they belong
}

// Settings rule how the equations are solved.
type Settings struct {
	Settle float64 `param:"settle" default:"180 d" range:"0 d..3650 d" doc:"time for which the body comes to rest with its own glands, organs and intakes before the start" source:"assumed: nine half-lives of 25(OH)D, one of the parathyroid glands' size"`
	Solver ode.Settings
}

// Treatment is what was prescribed.
type Treatment struct {
	Plan string `param:"plan" default:"" doc:"treatments, split by semicolons, such as \"teriparatide 20 ug subcutaneous daily from 1 y to 3 y\"" source:"cause set by a scenario"`
}

// Defaults returns the reference parameters: a healthy woman of 30.
func Defaults() Params {
	p := Params{Person: param.Default[Person](), Settings: param.Default[Settings](), Skeleton: param.Default[SkeletonParams](),
		Drugs: drug.Defaults(), Treatment: param.Default[Treatment](), Effects: agents.DefaultEffects(), Antibodies: signal.NeutralisingDefaults()}
	for _, spec := range Catalogue {
		p.Axes = append(p.Axes, spec.New())
	}
	return p
}

// Groups lists the parameters by path, for scenarios and tables.
func (p *Params) Groups() []param.Group {
	groups := []param.Group{{Path: "person", Ptr: &p.Person}, {Path: "endocrine", Ptr: &p.Settings}, {Path: "endocrine.skeleton", Ptr: &p.Skeleton}}
	for i, spec := range Catalogue {
		groups = append(groups, param.Group{Path: spec.Path, Ptr: p.Axes[i]})
	}
	groups = append(groups, p.Effects.Groups()...)
	groups = append(groups, p.Drugs.Groups()...)
	return append(groups, param.Group{Path: "treatment", Ptr: &p.Treatment})
}

// Add appends treatments to the plan.
func (t *Treatment) Add(treatments []string) {
	for _, more := range treatments {
		if t.Plan != "" {
			more = t.Plan + "; " + more
		}
		t.Plan = more
	}
}

// Validate reports every fault that no single parameter shows.
func (p *Params) Validate() error {
	plan, err := p.Treatments()
	if err == nil {
		_, err = drug.NewRegimen(p.Drugs, plan, p.Person.Mass)
	}
	return err
}

// Treatments reads the treatment plan; the error names every fault.
func (p *Params) Treatments() ([]drug.Treatment, error) { return drug.Parse(p.Treatment.Plan) }
