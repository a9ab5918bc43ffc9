package render

import (
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"hash/crc32"
	"image"
	"image/png"
	"io"
	"math"
	"strings"
)

// Meta is what a PNG file tells of itself besides its pixels.
type Meta struct {
	PixelSize float64 // edge of a screen pixel [um]; 0 = not told
	Text      []Text
}

// Text is a remark in a PNG file, such as {"Software", "Trabecula"}. Keys that
// readers know are Title, Author, Description, Software, Source and Comment.
type Text struct{ Key, Value string }

// Meta returns what the picture of s that p has just painted should tell: its
// pixel size, the program, the simulated time and the window of its overlay.
func (p *Painter) Meta(s Scene) Meta {
	m := Meta{PixelSize: s.Grid().Pixel / p.o.Scale}
	if p.o.Title != "" {
		m.Text = append(m.Text, Text{"Title", p.o.Title})
	}
	m.Text = append(m.Text, Text{"Software", "Trabecula"}, Text{"Simulated time", clock(s.Time())})
	if o := p.o.Overlay; o != nil {
		m.Text = append(m.Text, Text{"Description", fmt.Sprintf("%s [%s], colours from %g to %g", o.Label, o.Unit, p.window.Lo, p.window.Hi)})
	}
	return m
}

// WritePNG writes img as a PNG file with a pHYs chunk and text chunks (PNG
// Specification, third edition, W3C 2025). Equal arguments give equal bytes.
func WritePNG(w io.Writer, img image.Image, m Meta) error {
	extra, err := m.chunks()
	if err != nil {
		return err
	}
	var file bytes.Buffer
	if err := png.Encode(&file, img); err != nil {
		return fmt.Errorf("png: %w", err)
	}
	const head = 8 + 12 + 13 // signature and the header chunk: what is told comes next
	for _, part := range [][]byte{file.Bytes()[:head], extra, file.Bytes()[head:]} {
		if _, err := w.Write(part); err != nil {
			return err
		}
	}
	return nil
}

// chunks returns the chunks that carry m; all of its faults are reported.
func (m Meta) chunks() ([]byte, error) {
	var out []byte
	var faults []error
	if m.PixelSize > 0 {
		out = append(out, physical(m.PixelSize)...)
	}
	for _, t := range m.Text {
		if err := t.check(); err != nil {
			faults = append(faults, err)
			continue
		}
		out = append(out, t.chunk()...)
	}
	return out, errors.Join(faults...)
}

// physical returns the pHYs chunk: pixels per metre, both ways.
func physical(um float64) []byte {
	perMetre := uint32(math.Min(math.Round(1e6/um), math.MaxInt32))
	data := binary.BigEndian.AppendUint32(nil, perMetre)
	data = binary.BigEndian.AppendUint32(data, perMetre)
	return chunk("pHYs", append(data, 1)) // 1 = the unit is the metre
}

func (t Text) check() error {
	switch {
	case len(t.Key) == 0 || len(t.Key) > 79:
		return fmt.Errorf("png text %q: key of %d bytes, want 1 to 79", t.Key, len(t.Key))
	case strings.TrimSpace(t.Key) != t.Key || strings.ContainsFunc(t.Key, func(r rune) bool { return r < ' ' || r > '~' }):
		return fmt.Errorf("png text %q: want a key of printable ASCII without spaces at its ends", t.Key)
	case strings.ContainsRune(t.Value, 0):
		return fmt.Errorf("png text %q: a value with a zero byte", t.Key)
	}
	return nil
}

// chunk returns t as tEXt, which holds Latin-1, or as iTXt if it needs more.
func (t Text) chunk() []byte {
	data := append([]byte(t.Key), 0)
	if latin, ok := latin1(t.Value); ok {
		return chunk("tEXt", append(data, latin...))
	}
	data = append(data, 0, 0, 0, 0) // not compressed, no language, no translated key
	return chunk("iTXt", append(data, t.Value...))
}

func latin1(s string) ([]byte, bool) {
	var out []byte
	for _, r := range s {
		if r > 0xFF {
			return nil, false
		}
		out = append(out, byte(r))
	}
	return out, true
}

// chunk frames data as PNG does: length, type, data, checksum of the last two.
func chunk(kind string, data []byte) []byte {
	out := binary.BigEndian.AppendUint32(nil, uint32(len(data)))
	out = append(append(out, kind...), data...)
	return binary.BigEndian.AppendUint32(out, crc32.ChecksumIEEE(out[4:]))
}
