package run

import (
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
)

// file is what a run needs of an open file.
type file interface {
	io.Writer
	io.Closer
	Sync() error
}

// disk opens files for writing; tests put one in its place that fills up.
type disk struct {
	open func(path string, flag int) (file, error)
}

// realDisk writes to the operating system's files.
func realDisk() disk {
	return disk{func(path string, flag int) (file, error) { return os.OpenFile(path, flag, 0o644) }}
}

// replace writes a file so that it is at any moment either the old one or the
// new one, whole, even if the power fails. Errors name the file.
func (d disk) replace(path string, data []byte) error {
	temp := path + ".part"
	if err := d.write(temp, data); err != nil {
		os.Remove(temp)
		return fmt.Errorf("%s: %w", path, reason(err))
	}
	if err := os.Rename(temp, path); err != nil {
		return fmt.Errorf("%s: %w", path, reason(err))
	}
	return syncFolder(filepath.Dir(path))
}

func (d disk) write(path string, data []byte) error {
	f, err := d.open(path, os.O_WRONLY|os.O_CREATE|os.O_TRUNC)
	if err != nil {
		return err
	}
	_, err = f.Write(data)
	return errors.Join(firstOf(err, f.Sync), f.Close())
}

// firstOf returns err, or if it is nil, what next returns.
func firstOf(err error, next func() error) error {
	if err != nil {
		return err
	}
	return next()
}

// syncFolder makes a rename last; where folders cannot be synced there is
// nothing more to do.
func syncFolder(dir string) error {
	f, err := os.Open(dir)
	if err != nil {
		return fmt.Errorf("%s: %w", dir, reason(err))
	}
	defer f.Close()
	_ = f.Sync()
	return nil
}
