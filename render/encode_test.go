package render

import (
	"bytes"
	"encoding/binary"
	"errors"
	"hash/crc32"
	"image"
	"image/png"
	"testing"

	"github.com/stretchr/testify/require"
)

// readChunks splits a PNG file by its specification and checks the checksums.
func readChunks(t *testing.T, file []byte) (kinds []string, data map[string][]byte) {
	t.Helper()
	data = map[string][]byte{}
	for rest := file[8:]; len(rest) > 0; {
		n := binary.BigEndian.Uint32(rest)
		kind, body := string(rest[4:8]), rest[8:8+n]
		require.Equal(t, crc32.ChecksumIEEE(rest[4:8+n]), binary.BigEndian.Uint32(rest[8+n:]), kind)
		kinds, data[kind] = append(kinds, kind), body
		rest = rest[12+n:]
	}
	return kinds, data
}

func TestPNGTellsPixelSizeAndText(t *testing.T) {
	img := image.NewRGBA(image.Rect(0, 0, 7, 5))
	for i := range img.Pix {
		img.Pix[i] = 255
	}
	img.Pix[0] = 200
	var out bytes.Buffer
	m := Meta{PixelSize: 2.5, Text: []Text{{"Software", "Trabecula"}, {"Comment", "area in µm²"}, {"Title", "TNF-α"}}}
	require.NoError(t, WritePNG(&out, img, m))

	kinds, data := readChunks(t, out.Bytes())
	require.Equal(t, []string{"IHDR", "pHYs", "tEXt", "tEXt", "iTXt"}, kinds[:5])
	require.Equal(t, []byte{0, 6, 0x1A, 0x80, 0, 6, 0x1A, 0x80, 1}, data["pHYs"], "400000 pixels per metre")
	require.Equal(t, []byte("Comment\x00area in \xB5m\xB2"), data["tEXt"])
	require.Equal(t, []byte("Title\x00\x00\x00\x00\x00TNF-α"), data["iTXt"])

	back, err := png.Decode(&out)
	require.NoError(t, err)
	require.Equal(t, img.Bounds(), back.Bounds())
	require.Equal(t, img.At(0, 0), back.At(0, 0))
}

func TestPNGRefusesBadText(t *testing.T) {
	img := image.NewRGBA(image.Rect(0, 0, 1, 1))
	var out bytes.Buffer
	err := WritePNG(&out, img, Meta{Text: []Text{{"", "x"}, {" Title", "x"}, {"Zeit", "a\x00b"}}})
	require.ErrorContains(t, err, `png text "": key of 0 bytes`)
	require.ErrorContains(t, err, `png text " Title"`)
	require.ErrorContains(t, err, `png text "Zeit"`)
	require.Zero(t, out.Len(), "nothing is written")
}

// full is a disk without room.
type full struct{}

var errFull = errors.New("no space left")

func (full) Write([]byte) (int, error) { return 0, errFull }

func TestPNGReportsFailureToWrite(t *testing.T) {
	require.ErrorIs(t, WritePNG(full{}, image.NewRGBA(image.Rect(0, 0, 1, 1)), Meta{}), errFull)
}

func TestMetaOfAFrame(t *testing.T) {
	p := New(Options{Scale: 2, Title: "healthy"})
	m := p.Meta(strut())
	require.Equal(t, 2.5, m.PixelSize)
	require.Equal(t, []Text{{"Title", "healthy"}, {"Software", "Trabecula"}, {"Simulated time", "day 120.5"}}, m.Text)
}
