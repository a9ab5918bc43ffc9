// Package unit holds the base units as constants and reads quantities such as
// "8 um/day" into them. It knows dimensions, not what is measured. The base
// units are micrometre, hour, picomolar, molecule and megapascal; start at Parse.
package unit

// Base units are 1; others are what one of them is worth.
const (
	Micrometre = 1.0
	Millimetre = 1000 * Micrometre
	Hour       = 1.0
	Minute     = Hour / 60
	Second     = Hour / 3600
	Day        = 24 * Hour
	Week       = 7 * Day
	Month      = Year / 12
	Year       = 365.25 * Day
	Picomolar  = 1.0
	Nanomolar  = 1000 * Picomolar
)

// MoleculePerVolume is the concentration of one molecule in 1 um3 [pM um3]:
// 1 / (6.02214076e23 /mol x 1e-15 L) = 1660.539 pM (SI 2019 Avogadro constant).
const MoleculePerVolume = 1660.53906717
