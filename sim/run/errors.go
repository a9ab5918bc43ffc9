package run

import (
	"errors"
	"fmt"
	"io/fs"
)

// BadInput is a fault of what was asked for, found before anything was written.
type BadInput struct{ Err error }

// Error returns one line per fault.
func (b BadInput) Error() string { return b.Err.Error() }

// Unwrap returns the faults.
func (b BadInput) Unwrap() error { return b.Err }

// badInput marks an error as a fault of the input; nil stays nil.
func badInput(err error) error {
	if err == nil {
		return nil
	}
	return BadInput{err}
}

// refuse returns a BadInput with a text.
func refuse(format string, args ...any) error { return BadInput{fmt.Errorf(format, args...)} }

// Interrupted is returned by a run that was told to stop and wrote a checkpoint
// from which Resume continues.
type Interrupted struct{ Dir string }

// Error says how to go on.
func (i Interrupted) Error() string {
	return fmt.Sprintf("%s: interrupted, checkpoint written; continue with: agents resume %s", i.Dir, i.Dir)
}

// reason strips the operation and path that the os package puts in front, where
// the message names the path already.
func reason(err error) error {
	var at *fs.PathError
	if errors.As(err, &at) {
		return at.Err
	}
	return err
}
