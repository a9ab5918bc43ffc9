package endocrine

import "trabecula/sim/param"

// organ is a row of the catalogue before its parameter type is erased.
type organ[P any] struct {
	path string // of its parameters, such as "endocrine.pth"
	doc  string
	bind func(p *P, who Person) axis
}

// Spec is a row of the catalogue of axes.
type Spec struct {
	Path, Doc string
	New       func() any // fresh parameters, a pointer to a tagged struct
	bind      func(params any, who Person) axis
}

// erase hides the parameter type, so that organs fit one catalogue.
func (o organ[P]) erase() Spec {
	return Spec{o.path, o.doc,
		func() any { p := param.Default[P](); return &p },
		func(params any, who Person) axis { return o.bind(params.(*P), who) }}
}

// Catalogue lists the axes in the order in which they publish their levels: who
// needs another's level comes after it. A new axis is a line here and a file of
// its own.
var Catalogue = []Spec{
	gonad.erase(),
	growth.erase(), // after the gonads: oestradiol
	thyroid.erase(),
	inflammation.erase(), // before adrenal: cytokines drive CRH
	adrenal.erase(),
	diet.erase(),
	phosphate.erase(), // before calcium: phosphate binds it
	calcium.erase(),
	pth.erase(),
	vitaminD.erase(),
	calcitriol.erase(),
	calcitonin.erase(),
	gut.erase(),    // after calcium and calcitriol
	kidney.erase(), // after the gonads, too: oestradiol
}
