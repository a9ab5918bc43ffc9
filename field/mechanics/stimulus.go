package mechanics

import "math"

// Stimulus writes into out, one entry a pixel, the strain energy density that
// fully mineralised bone would have under the strain of the pixel and the present
// load [kPa]: what cells compare, since they feel the strain around them and not
// the stiffness of the matrix. It is zero before the first Update.
func (s *Solver) Stimulus(out []float32) {
	if s.grams == nil {
		clear(out)
		return
	}
	squares := s.squares()
	for i := range out {
		out[i] = squares[s.element(i)] * float32(s.p.Bone)
	}
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
