// Package sweep carries out many runs at once and keeps their numbers in the
// order in which they were asked for, whoever finishes first. It knows no files
// and no pictures. Start at Baseline.
package sweep
