package render

import (
	"image"
	"image/color"
	"math"
	"strconv"

	"golang.org/x/image/font"
	"golang.org/x/image/font/gofont/gobold"
	"golang.org/x/image/font/gofont/goregular"
	"golang.org/x/image/font/opentype"
	"golang.org/x/image/math/fixed"

	"trabecula/sim/unit"
)

// faces are the Go fonts at one size; they hold Greek, superscripts and µ.
type faces struct {
	size          float64 // em [screen pixels]
	regular, bold font.Face
}

// at makes the faces of a size, if they are not there yet.
func (f *faces) at(size float64) {
	if f.size != size {
		*f = faces{size, face(goregular.TTF, size), face(gobold.TTF, size)}
	}
}

func face(ttf []byte, size float64) font.Face {
	parsed, err := opentype.Parse(ttf)
	if err != nil {
		panic("render: embedded font: " + err.Error())
	}
	f, err := opentype.NewFace(parsed, &opentype.FaceOptions{Size: size, DPI: 72, Hinting: font.HintingFull})
	if err != nil {
		panic("render: embedded font: " + err.Error())
	}
	return f
}

// width returns how wide a text is [screen pixels].
func width(f font.Face, s string) float64 { return float64(font.MeasureString(f, s)) / 64 }

// text writes s with the left end of its baseline at (x, y).
func (c canvas) text(f font.Face, x, y float64, s string, ink color.RGBA) {
	d := font.Drawer{Dst: c.RGBA, Src: image.NewUniform(ink), Face: f,
		Dot: fixed.P(int(math.Round(x))+c.Rect.Min.X, int(math.Round(y))+c.Rect.Min.Y)}
	d.DrawString(s)
}

// textRight writes s with the right end of its baseline at (x, y).
func (c canvas) textRight(f font.Face, x, y float64, s string, ink color.RGBA) {
	c.text(f, x-width(f, s), y, s, ink)
}

// shorten cuts s so that it is no wider than room.
func shorten(f font.Face, s string, room float64) string {
	if width(f, s) <= room {
		return s
	}
	letters := []rune(s)
	for len(letters) > 0 && width(f, string(letters)+"…") > room {
		letters = letters[:len(letters)-1]
	}
	return string(letters) + "…"
}

// clock writes a time [h] as "day 120.5", or "1 y 34 d" after a year.
func clock(hours float64) string {
	tenths := math.Round(hours / unit.Day * 10)
	const year = 10 * unit.Year / unit.Day
	if tenths < year {
		return "day " + strconv.FormatFloat(tenths/10, 'f', 1, 64)
	}
	years := math.Floor(tenths / year)
	days := math.Floor((tenths - years*year) / 10)
	return strconv.Itoa(int(years)) + " y " + strconv.Itoa(int(days)) + " d"
}
