// Command agents runs Trabecula from the command line: it reads flags, calls the
// packages that do the work, and turns their errors into exit codes. Start at
// grammar for what there is to say, at the file of a command for what it does.
package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/signal"
	"syscall"
	"time"

	"github.com/alecthomas/kong"

	"trabecula/sim/run"
)

// Exit codes; README.md documents them.
const (
	exitDone        = 0
	exitFailed      = 1
	exitUsage       = 2
	exitDiffers     = 4
	exitInterrupted = 130
)

// process is what a command gets from the world.
type process struct {
	ctx    context.Context
	args   []string
	stdout io.Writer
	stderr io.Writer
	clock  func() time.Time
}

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	context.AfterFunc(ctx, stop) // a second signal ends the program at once
	os.Exit(execute(process{ctx, os.Args[1:], os.Stdout, os.Stderr, time.Now}))
}

// exit is how kong ends the program early, after --help for one.
type exit int

// execute parses the arguments, carries the command out and returns the exit code.
func execute(p process) (code int) {
	defer func() {
		switch r := recover().(type) {
		case nil:
		case exit:
			code = int(r)
		default:
			panic(r)
		}
	}()
	var g grammar
	parser, err := kong.New(&g, kong.Name("agents"), kong.Description(about), kong.Writers(p.stdout, p.stderr),
		kong.Exit(func(code int) { panic(exit(code)) }), kong.ConfigureHelp(kong.HelpOptions{Compact: true}))
	if err != nil {
		panic(err) // the grammar is wrong
	}
	args := p.args
	if len(args) == 0 {
		args = []string{"--help"} // the live view will open here
	}
	command, err := parser.Parse(args)
	if err != nil {
		fmt.Fprintf(p.stderr, "%v\nTry: agents --help\n", err)
		return exitUsage
	}
	return p.report(command.Run(p))
}

// report prints an error and returns the exit code that it stands for.
func (p process) report(err error) int {
	if err == nil {
		return exitDone
	}
	fmt.Fprintln(p.stderr, err)
	var bad run.BadInput
	var differs run.Difference
	var interrupted run.Interrupted
	switch {
	case errors.As(err, &bad):
		return exitUsage
	case errors.As(err, &differs):
		return exitDiffers
	case errors.As(err, &interrupted), errors.Is(err, context.Canceled):
		return exitInterrupted
	}
	return exitFailed
}
