package endocrine

import "trabecula/sim/unit"

// Turnover is what the cells of the skeleton do, relative to a healthy woman of 30.
type Turnover struct {
	Resorption float64 // of mineral
	Formation  float64 // of matrix, which P1NP follows; mineral comes weeks later
	RANKL      float64 // made by osteocytes and pre-osteoblasts
	OPG        float64 // made by osteocytes and osteoblasts
	FreeRANKL  float64 // what OPG and antibodies leave of it
	Survival   float64 // life of an osteoblast
}

// Turnover returns what the skeleton's cells did in the last Advance.
func (b *Body) Turnover() Turnover {
	s := &b.skeleton
	bone, healthy := s.bone(), s.p.Flux/unit.Day
	t := Turnover{Resorption: bone.Resorption / healthy, Formation: s.formation(), RANKL: 1, OPG: 1, FreeRANKL: s.Cells.RANKL, Survival: s.Cells.Survival}
	if s.response != nil {
		t.RANKL, t.OPG = s.rankl(), s.opg()
	}
	return t
}
