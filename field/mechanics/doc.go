// Package mechanics computes how the tissue of a section is strained by its
// load: linear elastic finite elements on the pixel lattice, under generalised
// plane strain. It knows moduli and loads; it does not know cells, what they
// make of the strain energy, or time. Start at Solver.
//
// A section cuts a three-dimensional network: a third to two thirds of the bone
// of a slice is joined to the rest out of the plane only. So the out-of-plane
// strain is uniform and carries most of the load: it gives all bone an even
// base of strain energy, on which struts that carry load within the plane stand
// out. What the load does to a piece through its out-of-plane neighbours in
// other ways (bending, a share of in-plane load) is beyond a section.
package mechanics
