package main

import (
	"errors"
	"fmt"
	"io"

	"trabecula/sim/run"
	"trabecula/sim/scenario"
	"trabecula/sim/section"
)

type checkCommand struct {
	Files []string `arg:"" name:"file" help:"Scenario files, or names of scenarios."`
}

// Run reports the faults of all files at once.
func (c checkCommand) Run(p process) error {
	var faults []error
	for _, file := range c.Files {
		err := check(file)
		if err == nil {
			fmt.Fprintf(p.stdout, "%s: fine\n", file)
		}
		faults = append(faults, err)
	}
	if err := errors.Join(faults...); err != nil {
		return run.BadInput{Err: err}
	}
	return nil
}

// check goes as far as a run can go without writing anything.
func check(file string) error {
	config, _, err := run.Load(file, nil)
	if err != nil {
		return err
	}
	_, _, err = section.Build(config.Section, config.Random.Seed, config.Model.Matrix)
	return err
}

type showCommand struct {
	Scenario string   `arg:"" help:"Name of a scenario, or a .toml file."`
	Set      []string `sep:"none" placeholder:"KEY=VALUE" help:"Set any parameter; may be repeated."`
	JSON     bool     `name:"json" help:"Print JSON."`
}

// Run carries the command out.
func (c showCommand) Run(p process) error {
	config, s, err := run.Load(c.Scenario, c.Set)
	if err != nil {
		return err
	}
	if !c.JSON {
		return scenario.ShowText(p.stdout, s, config.Groups())
	}
	text, err := scenario.ShowJSON(s, config.Groups())
	return write(p.stdout, text, err)
}

type schemaCommand struct{}

// Run carries the command out.
func (schemaCommand) Run(p process) error {
	text, err := run.Builtin().Schema(run.Defaults().Groups())
	return write(p.stdout, text, err)
}

// write prints a text that was made, unless it could not be.
func write(w io.Writer, text []byte, err error) error {
	if err == nil {
		_, err = fmt.Fprintf(w, "%s\n", text)
	}
	return err
}
