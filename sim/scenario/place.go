package scenario

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"strings"
	"unicode/utf8"
)

// builtin is the prefix of scenarios that ship with the program.
const builtin = "builtin:"

// suffix is that of scenario files.
const suffix = ".toml"

// maxBytes is far above any scenario; beyond, something else was named.
const maxBytes = 1 << 20

// place is where a file is: in the builtin folder or on the disk.
type place struct {
	builtin bool
	path    string
}

// String writes the place as faults name it.
func (p place) String() string {
	if p.builtin {
		return builtin + p.path
	}
	return p.path
}

// name is what the scenario is called.
func (p place) name() string {
	return strings.TrimSuffix(filepath.Base(p.path), suffix)
}

// locate finds the place of a scenario asked for by name or path.
func locate(nameOrPath string) place {
	if name, ok := strings.CutPrefix(nameOrPath, builtin); ok {
		return place{true, strings.TrimSuffix(name, suffix) + suffix}
	}
	if strings.ContainsAny(nameOrPath, `/\`) || strings.HasSuffix(nameOrPath, suffix) {
		return place{false, nameOrPath}
	}
	return place{true, nameOrPath + suffix}
}

// next finds the place of what a file extends, relative to that file.
func (p place) next(extends string) place {
	switch {
	case strings.HasPrefix(extends, builtin):
		return locate(extends)
	case p.builtin:
		return place{true, path.Join(path.Dir(p.path), extends)}
	case filepath.IsAbs(extends):
		return place{false, extends}
	}
	return place{false, filepath.Join(filepath.Dir(p.path), extends)}
}

// identity is the same for two ways to write one place.
func (p place) identity() string {
	if p.builtin {
		return p.String()
	}
	if abs, err := filepath.Abs(p.path); err == nil {
		return abs
	}
	return filepath.Clean(p.path)
}

// read returns the contents of a scenario file; errors lack the place.
func (p place) read(folder fs.FS) ([]byte, error) {
	f, err := p.open(folder)
	if err != nil {
		return nil, reason(err)
	}
	defer f.Close()
	info, err := f.Stat()
	switch {
	case err != nil:
		return nil, reason(err)
	case info.IsDir():
		return nil, errors.New("is a folder, want a scenario file")
	case !info.Mode().IsRegular():
		return nil, errors.New("is no regular file, want a scenario file")
	}
	data, err := io.ReadAll(io.LimitReader(f, maxBytes+1))
	switch {
	case err != nil:
		return nil, reason(err)
	case len(data) > maxBytes:
		return nil, fmt.Errorf("is larger than %d bytes, want a scenario file", maxBytes)
	case !utf8.Valid(data):
		return nil, fmt.Errorf("is not UTF-8 from line %d on, want a scenario file", invalidLine(data))
	}
	return data, nil
}

// open opens the file.
func (p place) open(folder fs.FS) (fs.File, error) {
	if p.builtin {
		if folder == nil {
			return nil, fs.ErrNotExist
		}
		return folder.Open(p.path)
	}
	info, err := os.Stat(p.path) // opening a pipe would wait for a writer
	if err == nil && !info.IsDir() && !info.Mode().IsRegular() {
		return nil, errors.New("is no regular file, want a scenario file")
	}
	return os.Open(p.path)
}

// reason strips the path from an error of the file system.
func reason(err error) error {
	var at *fs.PathError
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return errors.New("no such file")
	case errors.As(err, &at):
		return at.Err
	}
	return err
}

// invalidLine is the line of the first byte that is not UTF-8.
func invalidLine(data []byte) int {
	line := 1
	for len(data) > 0 {
		r, size := utf8.DecodeRune(data)
		if r == utf8.RuneError && size == 1 {
			break
		}
		if r == '\n' {
			line++
		}
		data = data[size:]
	}
	return line
}
