package run

import (
	"crypto/sha256"
	"encoding/hex"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"strings"

	"trabecula/assets"
	"trabecula/sim/section"
)

// input is the image of a section, as it was read.
type input struct {
	record ImageRecord
	data   []byte // to be copied; nil for a bundled slice
}

// readInput reads the image that a section was made of, if it was.
func (c *Config) readInput(r section.Report) (*input, error) {
	if c.Section.Geometry != "image" {
		return nil, nil
	}
	if bundled(c.Section.Image) {
		slice, _ := assets.FindSlice(strings.TrimPrefix(r.Image, bundledPrefix))
		data, err := fs.ReadFile(assets.Tissue(), slice.File)
		return &input{record: ImageRecord{Given: r.Image, SHA256: digest(data)}}, err
	}
	data, err := os.ReadFile(c.Section.Image)
	if err != nil {
		return nil, refuse("%s: %w", c.Section.Image, reason(err))
	}
	copied := path.Join(inputsDir, filepath.Base(c.Section.Image))
	return &input{ImageRecord{Given: c.Section.Image, Copy: copied, SHA256: digest(data)}, data}, nil
}

const bundledPrefix = "bundled:"

// bundled tells whether an image is a slice of the program.
func bundled(image string) bool {
	return image == "" || strings.HasPrefix(image, bundledPrefix)
}

func digest(data []byte) string {
	sum := sha256.Sum256(data)
	return hex.EncodeToString(sum[:])
}

// recorded returns the configuration as the run folder has it: with the image
// by its place in there.
func (c *Config) recorded(in *input) *Config {
	r := *c
	if in != nil && in.record.Copy != "" {
		r.Section.Image = in.record.Copy
	}
	return &r
}
