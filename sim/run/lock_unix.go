//go:build unix

package run

import (
	"errors"
	"os"
	"syscall"
)

// lock makes sure that no other process works in a run folder. The system drops
// the lock when the process ends, however it ends.
func lock(dir string) (unlock func(), err error) {
	f, err := os.Open(dir)
	if err != nil {
		return nil, refuse("%s: %w", dir, reason(err))
	}
	err = syscall.Flock(int(f.Fd()), syscall.LOCK_EX|syscall.LOCK_NB)
	if errors.Is(err, syscall.EWOULDBLOCK) {
		f.Close()
		return nil, refuse("%s: in use by another run", dir)
	}
	// A file system without locks is no reason not to run on it.
	return func() { f.Close() }, nil
}
