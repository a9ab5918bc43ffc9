package validate

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"os"
	"path/filepath"
)

// store keeps finished runs in a folder. The name of a file holds a key of the
// configuration and of the program, so that runs of other parameters are not
// mistaken for it; files are written whole or not at all.
type store struct {
	dir     string
	program string
}

// schema is that of the files; it changes when old ones cannot be read any more.
const schema = "1"

// path returns where the run of a job is kept.
func (s store) path(name string, seed int, identity string) string {
	sum := sha256.Sum256([]byte(schema + "\n" + s.program + "\n" + identity))
	return filepath.Join(s.dir, "runs", fmt.Sprintf("%s-seed%03d-%s.csv", name, seed, hex.EncodeToString(sum[:6])))
}

// load returns a finished run; nil if there is none that can be read and has all
// the columns.
func (s store) load(path string, columns []string) *Course {
	data, err := os.ReadFile(path)
	if err != nil {
		return nil
	}
	c, err := readCourse(bytes.NewReader(data))
	if err != nil || !c.has(columns) {
		return nil
	}
	return c
}

// save keeps a finished run.
func (s store) save(path string, c *Course) error {
	var b bytes.Buffer
	if err := c.write(&b); err != nil {
		return err
	}
	return Replace(path, b.Bytes())
}

// Replace writes a file so that it is at any moment either the old one or the new
// one, whole.
func Replace(path string, data []byte) error {
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		return err
	}
	temp, err := os.CreateTemp(filepath.Dir(path), "."+filepath.Base(path)+"-*")
	if err != nil {
		return err
	}
	if err = temp.Chmod(0o644); err == nil {
		_, err = temp.Write(data)
	}
	if err == nil {
		err = temp.Sync()
	}
	if closed := temp.Close(); err == nil {
		err = closed
	}
	if err == nil {
		err = os.Rename(temp.Name(), path)
	}
	if err != nil {
		os.Remove(temp.Name())
	}
	return err
}
