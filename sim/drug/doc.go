// Package drug is what is given to the body: medicines, their routes, their
// schedules and their way through plasma. It knows doses, compartments and ports,
// which are the places at which drugs act; it knows neither the glands that listen
// at a port nor bone. A drug is one file with its parameters and one line in the
// catalogue. Start at Parse, which reads a treatment plan, then at Regimen, which
// carries it out, then at the catalogue.
//
// Time is in hours since midnight of the first day, volumes are in litres, and
// amounts within the package in pmol, so that concentrations are in pM.
package drug
