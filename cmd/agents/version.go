package main

import (
	"fmt"
	"runtime"
	"runtime/debug"

	"trabecula/sim/run"
)

// version is that of the program; a build may set another with -ldflags.
var version = "0.1.0"

type versionCommand struct {
	JSON bool `name:"json" help:"Print JSON."`
}

// Run carries the command out.
func (c versionCommand) Run(p process) error {
	v := program()
	if c.JSON {
		return printJSON(p, v)
	}
	_, err := fmt.Fprintf(p.stdout, "trabecula %s %s/%s, run folders of schema %d\n", v, runtime.GOOS, runtime.GOARCH, run.Schema)
	return err
}

// program describes this build.
func program() run.Program {
	v := run.Program{Version: version, Go: runtime.Version()}
	info, ok := debug.ReadBuildInfo()
	if !ok {
		return v
	}
	for _, s := range info.Settings {
		switch s.Key {
		case "vcs.revision":
			v.Commit = s.Value
		case "vcs.modified":
			v.Modified = s.Value == "true"
		}
	}
	return v
}
