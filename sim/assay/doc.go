// Package assay is the laboratory: tests of the body without a section, as a
// clinic or a physiologist does them, and what the literature found in the same
// tests. It knows persons, infusions, samples and published values; it does not
// know pixels, pictures or files. Start at Assay, then at Catalogue; Prepare
// checks a request and Plan.Run carries it out.
package assay
