// Package metric measures a section the way a bone histomorphometrist does and,
// beside that, the way only a simulation can: from what was truly laid and
// removed. Every quantity is a Column of one catalogue; a Recorder computes them
// for one moment after another. It does not know files, runs or pictures. Start
// at Columns for what is measured, at Recorder for how.
//
// Names are those of Dempster et al. 2013, J Bone Miner Res 28:2-17. A column
// speaks one of two languages and its definition says which: "2D" is exact in
// the plane of the section (widths, perimeters); "3D" is the equivalent of
// published values, after the stereology of random sections through isotropic
// tissue: thickness = π/4 x width, surface density = 4/π x perimeter density
// (Parfitt et al. 1987, J Bone Miner Res 2:595-610). Ratios of like quantities,
// BV/TV or OS/BS, are the same in both. What cannot be measured is NaN, never 0.
package metric
