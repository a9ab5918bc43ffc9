package mechanics

import (
	"math"
	"slices"
)

// Stiffness holds the apparent Young's moduli of the section: stress over
// strain along an axis with no apparent stress along the others [MPa]. In real
// slices little bone is joined in the plane; X and Y are far below those of
// the whole bone, and Z, as if all bone ran straight through, above.
type Stiffness struct{ X, Y, Z float64 }

// Strength holds the apparent stress along an axis at which the section fails [MPa].
type Strength struct{ X, Y, Z float64 }

// stiffness3 is the apparent stiffness in the axes x, y, z [MPa].
type stiffness3 [axes][axes]float64

// mean returns the apparent stiffness of the section.
func mean(all []gram) (c stiffness3) {
	for k, pair := range pairs {
		sum := 0.0
		for e := range all {
			sum += all[e][k]
		}
		c[pair[0]][pair[1]] = sum / float64(len(all))
		c[pair[1]][pair[0]] = c[pair[0]][pair[1]]
	}
	return c
}

// strains returns the apparent strains under apparent stresses.
func (c stiffness3) strains(stress [axes]float64) (e [axes]float64) {
	whole := determinant(c)
	for a := range axes {
		m := c
		for i := range axes {
			m[i][a] = stress[i]
		}
		e[a] = determinant(m) / whole
	}
	return e
}

func determinant(m [axes][axes]float64) float64 {
	return m[0][0]*(m[1][1]*m[2][2]-m[1][2]*m[2][1]) -
		m[0][1]*(m[1][0]*m[2][2]-m[1][2]*m[2][0]) +
		m[0][2]*(m[1][0]*m[2][1]-m[1][1]*m[2][0])
}

// along returns a stress of 1 MPa along an axis.
func along(a axis) (s [axes]float64) {
	s[a] = 1
	return s
}

// Stiffness returns the apparent stiffness of the tissue of the last Update,
// zero before the first.
func (s *Solver) Stiffness() Stiffness {
	if s.grams == nil {
		return Stiffness{}
	}
	modulus := func(a axis) float64 { return 1 / s.apparent.strains(along(a))[a] }
	return Stiffness{X: modulus(alongX), Y: modulus(alongY), Z: modulus(outOfPlane)}
}

// Strength returns the apparent stresses, each alone, at which the section
// fails: the share Params.Failing of the bone has an effective strain
// sqrt(2 SED / E) above Params.Yield (Pistoia et al. 2002, Bone 30:842,
// recalled).
func (s *Solver) Strength() Strength {
	if s.grams == nil {
		return Strength{}
	}
	at := func(a axis) float64 { return s.p.Yield / s.extreme(s.apparent.strains(along(a))) }
	return Strength{X: at(alongX), Y: at(alongY), Z: at(outOfPlane)}
}

// FailureLoad returns the load at which the section fails in the sense of
// Strength, as a multiple of the habitual one.
func (s *Solver) FailureLoad() float64 {
	if s.grams == nil {
		return 0
	}
	return s.p.Yield / s.extreme(s.habitual())
}

// Bearing is how a section bears load.
type Bearing struct {
	Stiffness         // apparent [MPa]
	Failure   float64 // load at which it fails, as a multiple of the habitual one
}

// Bearing returns how the tissue of the last Update bears load: all NaN before the
// first.
func (s *Solver) Bearing() Bearing {
	if s.grams == nil {
		none := math.NaN()
		return Bearing{Stiffness{X: none, Y: none, Z: none}, none}
	}
	return Bearing{s.Stiffness(), s.FailureLoad()}
}

// extreme returns the effective strain that the share Params.Failing of the
// bone exceeds under apparent strains e.
func (s *Solver) extreme(e [axes]float64) float64 {
	type part struct{ square, bone float64 }
	parts, bone := make([]part, 0, len(s.grams)), 0.0
	for i := range s.grams {
		if b := float64(s.bone[i]); b > 0 {
			parts = append(parts, part{2 * s.grams[i].density(e) / float64(s.modulus[i]), b})
			bone += b
		}
	}
	slices.SortStableFunc(parts, func(a, b part) int {
		switch {
		case a.square > b.square:
			return -1
		case a.square < b.square:
			return 1
		}
		return 0
	})
	left := s.p.Failing * bone
	for _, p := range parts {
		if left -= p.bone; left <= 0 {
			return math.Sqrt(p.square)
		}
	}
	return math.NaN()
}
