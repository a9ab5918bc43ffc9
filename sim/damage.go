package sim

// crack lets a load of some days [h] open microcracks.
func (m *Model) crack(energy []float32, dt float64) {
	m.tissue.Accumulate(m.params.Damage, energy, dt)
}
