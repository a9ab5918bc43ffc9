// Package validate holds the model against published data: it reads targets and
// arms of virtual trials from files, runs the trials with many seeds, keeps every
// finished run, and scores what is there. It knows no command line and no
// pictures. Start at Read for the data, at Library.Run for the trials, at
// Library.Score for the comparison.
package validate
