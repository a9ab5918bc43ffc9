package main

const about = `Trabecula: an agent-based simulation of a section of trabecular bone.

Exit codes: 0 done, 1 run failed, 2 bad usage or config, 4 verify differs, 130 interrupted.`

// grammar is the command line.
type grammar struct {
	Run         runCommand         `cmd:"" help:"Run a scenario and write a run folder."`
	Resume      resumeCommand      `cmd:"" help:"Continue a run that was interrupted, killed or failed."`
	Verify      verifyCommand      `cmd:"" help:"Do a run again and say whether it is identical to its record."`
	Check       checkCommand       `cmd:"" help:"Check scenario files without running them."`
	List        listCommand        `cmd:"" help:"List scenarios, parameters, outputs, signals, cells, hormones, axes, drugs, effects or pathways."`
	Show        showCommand        `cmd:"" help:"Show a scenario with every parameter as resolved."`
	Schema      schemaCommand      `cmd:"" help:"Print the JSON Schema of scenario files."`
	Morphometry morphometryCommand `cmd:"" help:"Measure the static 2D morphometry of an image."`
	Baseline    baselineCommand    `cmd:"" help:"Run a scenario with many seeds and compare it with published bone."`
	Assay       assayCommand       `cmd:"" help:"Test the body in a virtual laboratory, without a section."`
	Validate    validateCommand    `cmd:"" help:"Run virtual trials and score them against published data of people."`
	Version     versionCommand     `cmd:"" help:"Print the version."`
}
