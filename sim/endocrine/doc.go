// Package endocrine is the body around the section: minerals, glands and organs,
// and the rest of the skeleton. It knows concentrations, feedbacks, age and sex;
// it does not know pixels or single cells, nor which scenario runs. Each axis is
// a file with its parameters and equations, and knows the others through what is
// published only. Start at Body.Advance, then at the catalogue of axes.
//
// Time is in hours, volumes in litres; amounts and concentrations are in the
// units that clinicians use, named beside every field.
package endocrine
