// Package transport moves signals: diffusion with position-dependent
// diffusivity, decay, secretion, uptake by receptors and mass-action binding.
// It knows planes and coefficients, not cells or bone biology. Start at Solver.
package transport
