package section

import (
	"bytes"
	"encoding/binary"
	"hash/crc32"
	"image"
	"image/color"
	"math"
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/require"
	"golang.org/x/image/tiff"
)

// pngHeader is a PNG that declares a size and holds nothing.
func pngHeader(w, h uint32) []byte {
	var b bytes.Buffer
	b.WriteString("\x89PNG\r\n\x1a\n")
	chunk := []byte("IHDR")
	chunk = binary.BigEndian.AppendUint32(chunk, w)
	chunk = binary.BigEndian.AppendUint32(chunk, h)
	chunk = append(chunk, 8, 0, 0, 0, 0) // 8 bit grey
	b.Write(binary.BigEndian.AppendUint32(nil, uint32(len(chunk)-4)))
	b.Write(chunk)
	b.Write(binary.BigEndian.AppendUint32(nil, crc32.ChecksumIEEE(chunk)))
	return b.Bytes()
}

// tiffHeader is a TIFF that declares a size and holds nothing.
func tiffHeader(w, h uint32) []byte {
	b := []byte("II*\x00\x08\x00\x00\x00")
	entries := [][2]uint32{{256, w}, {257, h}, {258, 8}, {259, 1}, {262, 1}, {273, 8}, {277, 1}, {278, h}, {279, 1}}
	b = binary.LittleEndian.AppendUint16(b, uint16(len(entries)))
	for _, e := range entries {
		b = binary.LittleEndian.AppendUint16(b, uint16(e[0]))
		b = binary.LittleEndian.AppendUint16(b, 4)
		b = binary.LittleEndian.AppendUint32(b, 1)
		b = binary.LittleEndian.AppendUint32(b, e[1])
	}
	return binary.LittleEndian.AppendUint32(b, 0)
}

func flat(w, h int, v uint8) *image.Gray {
	img := image.NewGray(image.Rect(0, 0, w, h))
	for i := range img.Pix {
		img.Pix[i] = v
	}
	return img
}

func head(t *testing.T, path string, part float64) []byte {
	data, err := os.ReadFile(path)
	require.NoError(t, err)
	return data[:int(part*float64(len(data)))]
}

func colours(img *image.Gray, c func(v uint8) color.Color) image.Image {
	return repaint(img, image.NewRGBA(img.Rect), c)
}

// Every bad file has an error of its own that starts with the path.
func TestBadFiles(t *testing.T) {
	good := shape(60, 60, disc(25, 30, 15))
	pngFile, tiffFile := writePNG(t, good), writeTIFF(t, good, &tiff.Options{Compression: tiff.Deflate})
	red := func(v uint8) color.Color { return color.RGBA{v, 0, 0, 255} }
	alike := func(v uint8) color.Color { return color.RGBA{v, v, v, 255} }
	palette := image.NewPaletted(good.Rect, color.Palette{color.Black, color.RGBA{200, 30, 30, 255}})
	palette.SetColorIndex(3, 3, 1)
	glass := repaint(good, image.NewNRGBA(good.Rect), func(v uint8) color.Color { return color.NRGBA{v, 9, 9, 200} })
	for _, c := range []struct{ name, path, want string }{
		{"missing", filepath.Join(t.TempDir(), "nowhere.png"), "no such file"},
		{"folder", t.TempDir(), "not a file"},
		{"empty", writeFile(t, "empty.png", nil), "empty file"},
		{"text", writeFile(t, "notes.png", []byte("Dear Sir")), "neither PNG nor TIFF"},
		{"jpeg", writeFile(t, "slice.jpg", []byte("\xff\xd8\xff\xe0\x00\x10JFIF")), "neither PNG nor TIFF"},
		{"short magic", writeFile(t, "a.png", []byte("\x89PNG")), "truncated PNG"},
		{"truncated png", writeFile(t, "cut.png", head(t, pngFile, 0.6)), "truncated PNG file"},
		{"truncated tiff", writeFile(t, "cut.tif", head(t, tiffFile, 0.5)), "TIFF file"},
		{"header only", writeFile(t, "head.png", pngHeader(60, 60)), "truncated PNG file"},
		{"tiff header only", writeFile(t, "head.tif", tiffHeader(60, 60)), "TIFF file"},
		{"1x1", writePNG(t, flat(1, 1, 200)), "1 x 1 px"},
		{"small", writePNG(t, shape(5, 5, disc(2, 2, 1))), "want at least 16 x 16"},
		{"huge png", writeFile(t, "huge.png", pngHeader(30000, 30000)), "30000 x 30000 px, want at most 64 M pixels"},
		{"huge tiff", writeFile(t, "huge.tif", tiffHeader(30000, 30000)), "30000 x 30000 px, want at most 64 M pixels"},
		{"overflow", writeFile(t, "over.png", pngHeader(1<<31-1, 1<<31-1)), "over.png"},
		{"rgb", writePNG(t, colours(good, red)), "colour image (3 channels), want grey"},
		{"rgb alike", writePNG(t, colours(good, alike)), "colour image (3 channels), want grey"},
		{"rgb tiff", writeTIFF(t, colours(good, red), nil), "colour image"},
		{"colour palette", writePNG(t, palette), "palette of colours, want grey"},
		{"colour alpha", writePNG(t, glass), "colour image with alpha, want grey"},
		{"black", writePNG(t, flat(60, 60, 0)), "all pixels are alike"},
		{"white", writePNG(t, flat(60, 60, 255)), "all pixels are alike"},
	} {
		t.Run(c.name, func(t *testing.T) {
			p := defaults()
			p.Image, p.PixelSize = c.path, 10
			bone, _, err := Build(p, 1, matrix)
			require.Nil(t, bone)
			require.ErrorContains(t, err, c.want)
			require.Equal(t, c.path+": ", err.Error()[:len(c.path)+2])
			_, _, err = ReadMask(p)
			if c.name != "small" {
				require.ErrorContains(t, err, c.want)
			}
		})
	}
}

// With a given threshold one phase alone is named.
func TestOnePhase(t *testing.T) {
	p := defaults()
	p.PixelSize, p.Threshold = 10, "0.5"
	p.Image = writePNG(t, flat(60, 60, 0))
	_, _, err := Build(p, 1, matrix)
	require.ErrorContains(t, err, "no bone at the threshold 0.5 of full scale")
	p.Image = writePNG(t, flat(60, 60, 255))
	_, _, err = Build(p, 1, matrix)
	require.ErrorContains(t, err, "no marrow at the threshold 0.5 of full scale")
	p.Image, p.Crop = writePNG(t, shape(60, 60, disc(10, 10, 8))), "30,30,30,30"
	_, _, err = Build(p, 1, matrix)
	require.ErrorContains(t, err, "the part of 30 x 30 px at 30,30 is all marrow")
}

// Every bad parameter is named, all at once, before a file is looked for.
func TestBadParams(t *testing.T) {
	for _, c := range []struct {
		name string
		set  func(*Params)
		want []string
	}{
		{"negative pixel", func(p *Params) { p.PixelSize = -3 }, []string{"section.pixel_size = -3 um, want"}},
		{"nan pixel", func(p *Params) { p.PixelSize = math.NaN() }, []string{"section.pixel_size = NaN"}},
		{"infinite pixel", func(p *Params) { p.PixelSize = math.Inf(1) }, []string{"section.pixel_size = +Inf"}},
		{"no pixel size", func(p *Params) { p.PixelSize = 0 }, []string{"section.pixel_size = 0 um, want the edge of a pixel", "no such file"}},
		{"model pixel", func(p *Params) { p.Pixel = 0.2 }, []string{"section.pixel = 0.2 um, want 1 um..20 um"}},
		{"threshold", func(p *Params) { p.Threshold = "high" }, []string{`section.threshold = "high", want otsu`}},
		{"threshold range", func(p *Params) { p.Threshold = "1.5" }, []string{`section.threshold = "1.5"`}},
		{"threshold nan", func(p *Params) { p.Threshold = "nan" }, []string{`section.threshold = "nan"`}},
		{"crop", func(p *Params) { p.Crop = "1,2,3" }, []string{`section.crop = "1,2,3", want x,y,w,h`}},
		{"crop sign", func(p *Params) { p.Crop = "-1,2,3,4" }, []string{`section.crop = "-1,2,3,4"`}},
		{"crop nothing", func(p *Params) { p.Crop = "1,2,0,4" }, []string{`section.crop = "1,2,0,4"`}},
		{"crop overflow", func(p *Params) { p.Crop = "9223372036854775807,0,9223372036854775807,4" }, []string{"section.crop"}},
		{"geometry", func(p *Params) { p.Geometry = "cloud" }, []string{"section.geometry = cloud, want"}},
		{"bundled", func(p *Params) { p.Image = "bundled:femur" }, []string{`"bundled:femur"`, "bundled:xz150"}},
		{"several", func(p *Params) { p.Width, p.Thickness, p.Crop = 1, 0, "x" }, []string{"section.width", "section.thickness", "section.crop"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			p := defaults()
			p.Image, p.PixelSize = "nowhere.png", 10
			c.set(&p)
			bone, _, err := Build(p, 1, matrix)
			require.Nil(t, bone)
			for _, want := range c.want {
				require.ErrorContains(t, err, want)
			}
		})
	}
}

func TestCropBeyond(t *testing.T) {
	p := defaults()
	p.Image, p.PixelSize, p.Crop = writePNG(t, shape(60, 60, disc(25, 30, 15))), 10, "10,10,51,20"
	_, _, err := Build(p, 1, matrix)
	require.ErrorContains(t, err, `section.crop = "10,10,51,20" reaches beyond`)
}

// A section that would not fit into the model is refused before it is made.
func TestTooManyModelPixels(t *testing.T) {
	p := defaults()
	p.Image, p.PixelSize, p.Pixel, p.Width, p.Height = writePNG(t, shape(400, 400, disc(200, 200, 90))), 50, 1, 20000, 20000
	_, _, err := Build(p, 1, matrix)
	require.ErrorContains(t, err, "20000 x 20000 model pixels")
	require.ErrorContains(t, err, "want at most 4096 x 4096")
}

// FuzzFile feeds damaged files: each is bone or an error that names the file.
func FuzzFile(f *testing.F) {
	f.Add(pngHeader(60, 60))
	f.Add(tiffHeader(60, 60))
	good := shape(24, 24, disc(10, 12, 6))
	for _, path := range []string{writePNG(f, good), writeTIFF(f, good, nil), writeTIFF(f, good, &tiff.Options{Compression: tiff.Deflate})} {
		data, err := os.ReadFile(path)
		require.NoError(f, err)
		f.Add(data)
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		img, err := imageFile{name: "slice", pixel: 10, data: data}.decode()
		if err == nil {
			_, err = greyOf(img, "slice")
		}
		if err != nil {
			require.Equal(t, "slice: ", err.Error()[:7])
		}
	})
}
