// Package field holds the pixel lattice and its planes: the numerics that know
// no bone. It does not know signals, cells or time. Start at Grid.
package field
