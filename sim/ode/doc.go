// Package ode integrates stiff systems of ordinary differential equations
// y' = f(t, y) with controlled error: a Rosenbrock W-method of order 3, L-stable,
// whose Jacobian comes from coloured differences and is factorised sparsely. It
// knows no model: states are numbers with a scale, time is in hours by
// convention only. Same inputs give the same bits, and nothing is remembered
// between calls of Advance but Step. Start at New and Solver.Advance.
package ode
