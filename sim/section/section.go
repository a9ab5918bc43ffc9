// Package section makes the tissue a run starts from: out of an image of real
// bone, or out of a seeded generator that is asked for its morphometry. It
// knows no cells and no time after the start. Start at Build.
package section

import (
	"trabecula/field"
	"trabecula/field/tissue"
)

// Build makes the initial tissue that p asks for, its matrix as the laws of the
// model would have made it. The same p, seed and matrix give the same tissue. All
// faults of p are reported at once, and an image is refused before anything is
// computed from it; errors start with the parameter or the file at fault.
func Build(p Params, seed uint64, matrix tissue.Params) (*tissue.Tissue, Report, error) {
	if err := p.Validate(); err != nil {
		return nil, Report{}, err
	}
	grid, fraction, report, err := p.fractions(seed)
	if err != nil {
		return nil, Report{}, err
	}
	t := tissue.New(grid)
	copy(t.Bone, fraction)
	p.ripen(t, seed, matrix)
	report.describe(t)
	return t, report, nil
}

// fractions returns the bone fraction of every model pixel.
func (p Params) fractions(seed uint64) (field.Grid, []float32, Report, error) {
	if p.Geometry == "synthetic" {
		return p.fromSynthetic(seed)
	}
	return p.fromImage()
}
