// Package run makes a run out of a scenario: it checks everything before it
// writes anything, steps the model, and keeps the run folder: tables, pictures,
// checkpoints and the manifest that lets Verify prove and Resume continue it. It
// knows no command line and has no clock of its own. Start at Load and Prepare.
package run
