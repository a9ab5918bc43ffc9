package drug

import "trabecula/sim/param"

// Catalogue lists the drugs. A new drug is a line here and a file of its own.
var Catalogue = []Drug{
	teriparatide.erase(),
	pth184.erase(),
	calcitonin.erase(),
	vitaminD3.erase(),
	calcitriol.erase(),
	calcium.erase(),
	edta.erase(),
	estradiol.erase(),
	progesterone.erase(),
	testosteroneCypionate.erase(),
	testosteroneGel.erase(),
	anastrozole.erase(),
	leuprorelin.erase(),
	prednisolone.erase(),
	hydrocortisone.erase(),
	dexamethasone.erase(),
	tetracosactide.erase(),
	levothyroxine.erase(),
	growthHormone.erase(),
	sermorelin.erase(),
	ipamorelin.erase(),
	cjc1295.erase(),
	denosumab.erase(),
	romosozumab.erase(),
	alendronate.erase(),
	zoledronate.erase(),
	infliximab.erase(),
	adalimumab.erase(),
	etanercept.erase(),
}

// Set is the parameters of all drugs. Copies share them.
type Set struct {
	params []any // a pointer per row of the catalogue
}

// Defaults returns every drug as its sources have it.
func Defaults() Set {
	s := Set{make([]any, len(Catalogue))}
	for i := range Catalogue {
		s.params[i] = Catalogue[i].fresh()
	}
	return s
}

// Groups lists the parameters by path, for scenarios and tables.
func (s *Set) Groups() []param.Group {
	groups := make([]param.Group, len(Catalogue))
	for i := range Catalogue {
		groups[i] = param.Group{Path: Catalogue[i].path(), Ptr: s.params[i], Source: Catalogue[i].Source}
	}
	return groups
}

// find returns the row of a drug by its name or a synonym, whatever the case;
// -1 if there is none.
func find(name string) int {
	k := key(name)
	for i := range Catalogue {
		if k == key(Catalogue[i].Name) {
			return i
		}
		for _, s := range Catalogue[i].Synonyms {
			if k == key(s) {
				return i
			}
		}
	}
	return -1
}
