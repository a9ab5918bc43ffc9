package mechanics

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
