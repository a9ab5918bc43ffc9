package run

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
)

// Names inside a run folder.
const (
	resolvedName   = "config.resolved.toml"
	seriesName     = "series.csv"
	columnsName    = "columns.csv"
	eventsName     = "events.csv"
	inputsDir      = "inputs"
	snapshotsDir   = "snapshots"
	checkpointsDir = "checkpoints"
)

// DefaultDir returns the folder of a run that names none.
func DefaultDir(name string, c *Config) string {
	return filepath.Join("out", fmt.Sprintf("%s-seed%d-%.8s", name, c.Random.Seed, c.Hash()))
}

// CheckFolder refuses an output folder that cannot be used, without writing.
func CheckFolder(dir string, force bool) error {
	info, err := os.Stat(dir)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return checkParent(filepath.Dir(filepath.Clean(dir)), dir)
	case err != nil:
		return refuse("%s: %w", dir, reason(err))
	case !info.IsDir():
		return refuse("%s: a file, want a folder", dir)
	}
	entries, err := os.ReadDir(dir)
	switch {
	case err != nil:
		return refuse("%s: %w", dir, reason(err))
	case len(entries) > 0 && !force:
		return refuse("%s: not empty; name another folder with --out, or give --force, which moves it to %s", dir, aside(dir))
	}
	return nil
}

// checkParent finds the nearest folder above that exists.
func checkParent(parent, dir string) error {
	info, err := os.Stat(parent)
	switch {
	case errors.Is(err, fs.ErrNotExist) && filepath.Dir(parent) != parent:
		return checkParent(filepath.Dir(parent), dir)
	case err != nil:
		return refuse("%s: %w", dir, reason(err))
	case !info.IsDir():
		return refuse("%s: %s is a file, want a folder", dir, parent)
	}
	return nil
}

// aside returns the name to which a folder would be moved.
func aside(dir string) string {
	for n := 1; ; n++ {
		if old := fmt.Sprintf("%s.old-%d", filepath.Clean(dir), n); !exists(old) {
			return old
		}
	}
}

// exists tells whether there is something at a path.
func exists(path string) bool {
	_, err := os.Lstat(path)
	return err == nil
}

// Claim makes a folder of results, and returns how to undo that. It is the first
// thing written: where it fails nothing is left behind.
func Claim(dir string, force bool) (undo func(), err error) {
	if err := CheckFolder(dir, force); err != nil {
		return nil, err
	}
	moved, err := moveAside(dir)
	if err != nil {
		return nil, err
	}
	made := missing(dir)
	undo = func() {
		for _, d := range made {
			os.Remove(d) // only if empty: what is not ours stays
		}
		if moved != "" {
			_ = os.Rename(moved, dir)
		}
	}
	err = errors.Join(os.MkdirAll(dir, 0o755), probe(dir))
	if err != nil {
		undo()
		return nil, refuse("%s: cannot be written: %w", dir, reason(err))
	}
	return undo, nil
}

// moveAside renames a folder that is not empty and returns its new name.
func moveAside(dir string) (string, error) {
	if entries, err := os.ReadDir(dir); err != nil || len(entries) == 0 {
		return "", nil
	}
	if unlock, err := lock(dir); err != nil {
		return "", err
	} else {
		unlock()
	}
	old := aside(dir)
	if err := os.Rename(dir, old); err != nil {
		return "", refuse("%s: cannot be moved to %s: %w", dir, old, err)
	}
	return old, nil
}

// missing lists the folders that MkdirAll would make, the deepest first.
func missing(dir string) (list []string) {
	for dir = filepath.Clean(dir); !exists(dir); dir = filepath.Dir(dir) {
		list = append(list, dir)
	}
	return list
}

// probe finds out whether files can be made in a folder.
func probe(dir string) error {
	f, err := os.CreateTemp(dir, ".probe-*")
	if err != nil {
		return err
	}
	return errors.Join(f.Close(), os.Remove(f.Name()))
}
