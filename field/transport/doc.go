// Package transport moves signals: diffusion with position-dependent
// diffusivity, decay, secretion, uptake by receptors and mass-action binding.
// It knows planes and coefficients, not cells or bone biology. Start at
// Solver.Advance, then species.advance and trio.advance.
//
// All planes within are on blocks of tissue pixels (Settings.Coarsen): what pixels
// do is gathered into blocks, and readers get values between their centres.
//
// A step solves (shift + loss)*u - div(D grad u) = secretion + shift*past on
// finite volumes without flux over the edges, by warm-started multigrid cycles;
// shift is zero for signals that forget their past within a step. A plane that
// still fits is not solved anew: the L1 norm of its residual is bounded by what
// the last solve left and all that has changed since (species.bound), but for a
// factor, which all sources may have in common, and with sources that moved a
// little counted for what that does to the plane (bench.move). Every step
// ends with a factor on the plane that closes the balance of the section, which
// is the correction of the coarsest grid, so that the ledgers close exactly.
package transport
