// Package sim couples cells, signals and tissue: one Model, advanced by Step,
// looked at through View. It does not know files, images, metrics or windows.
// Start at Model.Step, the schedule.
package sim
