package section

import (
	"bytes"
	"errors"
	"fmt"
	"image"
	"image/png"
	"io"
	"io/fs"
	"os"
	"strings"

	"golang.org/x/image/tiff"

	"trabecula/assets"
)

const (
	bundledPrefix = "bundled:"
	defaultSlice  = "xy150-grey" // see assets/tissue/README.md for why
	maxFile       = 1 << 30      // bytes; 64 M pixels of 16 bit are an eighth of it
	maxSource     = 64 << 20
	maxModel      = 4096 * 4096
	minSide       = 16 // model pixels; no trabecula fits into less
)

// imageFile is an image that has been found and read, not yet decoded.
type imageFile struct {
	name  string // as the user knows it; errors start with it
	pixel float64
	data  []byte
}

// open reads the file that p.Image names, and settles its pixel size.
func (p Params) open() (imageFile, error) {
	if name, ok := p.bundled(); ok {
		return p.openBundled(name)
	}
	data, err := readFile(p.Image)
	if p.PixelSize == 0 {
		err = errors.Join(err, fmt.Errorf("section.pixel_size = 0 um, want the edge of a pixel of %s, such as 17um", p.Image))
	}
	return imageFile{name: p.Image, pixel: p.PixelSize, data: data}, err
}

// bundled returns the name of the bundled slice that p asks for.
func (p Params) bundled() (string, bool) {
	if p.Image == "" {
		return defaultSlice, true
	}
	return strings.CutPrefix(p.Image, bundledPrefix)
}

func (p Params) openBundled(name string) (imageFile, error) {
	slice, err := findBundled(name)
	if err != nil {
		return imageFile{}, err
	}
	f := imageFile{name: bundledPrefix + name, pixel: slice.PixelSize}
	if p.PixelSize != 0 {
		f.pixel = p.PixelSize
	}
	f.data, err = fs.ReadFile(assets.Tissue(), slice.File)
	return f, err
}

func findBundled(name string) (assets.Slice, error) {
	slice, ok := assets.FindSlice(name)
	if !ok {
		return slice, fmt.Errorf("section.image = %q, no such slice is bundled; there are %s", bundledPrefix+name, bundledNames())
	}
	return slice, nil
}

func bundledNames() string {
	var names []string
	for _, s := range assets.Slices() {
		names = append(names, bundledPrefix+s.Name)
	}
	return strings.Join(names, ", ")
}

func readFile(path string) ([]byte, error) {
	info, err := os.Stat(path)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil, fmt.Errorf("%s: no such file", path)
	case err != nil:
		return nil, fmt.Errorf("%s: %w", path, pathless(err))
	case !info.Mode().IsRegular():
		return nil, fmt.Errorf("%s: not a file", path)
	case info.Size() == 0:
		return nil, fmt.Errorf("%s: empty file, want a PNG or TIFF image", path)
	case info.Size() > maxFile:
		return nil, fmt.Errorf("%s: %d bytes, want at most %d", path, info.Size(), maxFile)
	}
	data, err := os.ReadFile(path)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", path, pathless(err))
	}
	return data, nil
}

// pathless strips the path that the os package puts in front: ours stands there.
func pathless(err error) error {
	var at *fs.PathError
	if errors.As(err, &at) {
		return at.Err
	}
	return err
}

// codec reads one image format.
type codec struct {
	name   string
	magic  []string
	end    string // what a whole file contains, at its end
	config func(io.Reader) (image.Config, error)
	decode func(io.Reader) (image.Image, error)
}

func codecs() []codec {
	return []codec{
		{"PNG", []string{"\x89PNG"}, "IEND", png.DecodeConfig, png.Decode},
		{"TIFF", []string{"II*\x00", "MM\x00*"}, "", tiff.DecodeConfig, tiff.Decode},
	}
}

func (f imageFile) codec() (codec, error) {
	for _, c := range codecs() {
		for _, magic := range c.magic {
			if bytes.HasPrefix(f.data, []byte(magic)) {
				return c, nil
			}
		}
	}
	return codec{}, fmt.Errorf("%s: neither PNG nor TIFF; save it as one of them, 8 or 16 bit grey", f.name)
}

// decode returns the image, having refused by its header what is too large to
// be allocated.
func (f imageFile) decode() (image.Image, error) {
	c, err := f.codec()
	if err != nil {
		return nil, err
	}
	cfg, err := c.config(bytes.NewReader(f.data))
	if err != nil {
		return nil, f.broken(c, err)
	}
	if err := f.checkSize(cfg.Width, cfg.Height); err != nil {
		return nil, err
	}
	img, err := c.decode(bytes.NewReader(f.data))
	if err != nil {
		return nil, f.broken(c, err)
	}
	return img, nil
}

// broken says what a decoder found, in words of a user.
func (f imageFile) broken(c codec, err error) error {
	var depth png.UnsupportedError
	var kind tiff.UnsupportedError
	switch {
	case errors.As(err, &depth) || errors.As(err, &kind):
		return fmt.Errorf("%s: %w; save it as 8 or 16 bit grey %s", f.name, err, c.name)
	case errors.Is(err, io.ErrUnexpectedEOF) || errors.Is(err, io.EOF) || !bytes.Contains(f.data, []byte(c.end)):
		return fmt.Errorf("%s: truncated %s file (%d bytes)", f.name, c.name, len(f.data))
	default:
		return fmt.Errorf("%s: damaged %s file: %w", f.name, c.name, err)
	}
}

func (f imageFile) checkSize(w, h int) error {
	switch {
	case w <= 0 || h <= 0:
		return fmt.Errorf("%s: %d x %d px, want a picture", f.name, w, h)
	case w > maxSource/h:
		return fmt.Errorf("%s: %d x %d px, want at most %d M pixels; cut or scale the image", f.name, w, h, maxSource>>20)
	case w == 1 && h == 1:
		return fmt.Errorf("%s: 1 x 1 px, want an image of bone and marrow", f.name)
	}
	return nil
}
