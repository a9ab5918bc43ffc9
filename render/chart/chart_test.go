package chart

import (
	"bytes"
	"encoding/xml"
	"image/color"
	"image/png"
	"io"
	"math"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/stretchr/testify/require"
)

// ramp is a straight line from (0, 0) to (10, 1), and its mirror, dashed.
func ramp() Panel {
	return Panel{Title: "PTH", X: "time [h]", Y: "pM", Low: 0.2, High: 0.4, Lines: []Line{
		{Name: "up", X: []float64{0, 10}, Y: []float64{0, 1}},
		{Name: "down", X: []float64{0, 10}, Y: []float64{1, 0}, Dashed: true},
	}}
}

func shown(t *testing.T, p Panel, width int) []string {
	t.Helper()
	var b bytes.Buffer
	require.NoError(t, Text(&b, []Panel{p}, width))
	return strings.Split(b.String(), "\n")
}

func TestTextHasAxesNamesAndUnits(t *testing.T) {
	lines := shown(t, ramp(), 60)
	require.Contains(t, lines[0], "PTH [pM], reference 0.2 to 0.4: solid up, dotted down")
	require.Contains(t, lines[textHeight+1], "└────")
	require.Contains(t, lines[textHeight+2], "0")
	require.Contains(t, lines[textHeight+2], "time [h]")
	require.True(t, strings.HasSuffix(lines[textHeight+2], "10"))
	for _, line := range lines {
		require.LessOrEqual(t, utf8.RuneCountInString(line), 60+8, line)
	}
}

// A rising line lies low on the left and high on the right.
func TestTextFollowsTheCurve(t *testing.T) {
	p := ramp()
	p.Lines = p.Lines[:1]
	lines := shown(t, p, 60)
	first, last := []rune(lines[1]), []rune(lines[textHeight])
	ink := func(row []rune, from, to int) (n int) {
		for i := from; i < min(to, len(row)); i++ {
			if row[i] > blankCell && row[i] < blankCell+256 {
				n++
			}
		}
		return n
	}
	require.Positive(t, ink(last, gutter+2, gutter+10), "the left end lies in the lowest row")
	require.Zero(t, ink(first, gutter+2, 40), "and nothing of it in the highest")
	require.Positive(t, ink(first, 50, 70), "the right end lies in the highest row")
}

func TestBrailleDots(t *testing.T) {
	d := newDots(2, 1)
	d.set(0, 0) // lower left
	d.set(3, 3) // upper right
	d.set(4, 0) // outside
	d.set(0, -1)
	require.Equal(t, "⡀⠈", d.row(0))
}

func TestGapsAndConstantsAreDrawn(t *testing.T) {
	p := Panel{Title: "gap", Lines: []Line{{X: []float64{0, 1, 2, 3}, Y: []float64{5, 5, math.NaN(), 5}}}}
	lines := shown(t, p, 40)
	require.Contains(t, strings.Join(lines, "\n"), "5")
	require.Len(t, p.Lines[0].pieces(), 2)
	for _, empty := range []Panel{{Title: "none"}, {Title: "blank", Lines: []Line{{X: []float64{math.NaN()}, Y: []float64{1}}}}} {
		require.NotEmpty(t, shown(t, empty, 40))
		_, err := PNG("empty", []Panel{empty})
		require.NoError(t, err)
	}
}

func TestPNGShowsLinesAndBand(t *testing.T) {
	data, err := PNG("test", []Panel{ramp(), ramp(), ramp()})
	require.NoError(t, err)
	require.Less(t, len(data), 80_000)
	img, err := png.Decode(bytes.NewReader(data))
	require.NoError(t, err)
	seen := map[color.RGBA]int{}
	for y := range img.Bounds().Dy() {
		for x := range img.Bounds().Dx() {
			r, g, b, _ := img.At(x, y).RGBA()
			seen[color.RGBA{uint8(r >> 8), uint8(g >> 8), uint8(b >> 8), 255}]++
		}
	}
	require.Greater(t, seen[colours[0]], 100, "first line")
	require.Greater(t, seen[colours[1]], 100, "second line")
	require.Greater(t, seen[bandColour], 1000, "band")
	again, err := PNG("test", []Panel{ramp(), ramp(), ramp()})
	require.NoError(t, err)
	require.Equal(t, data, again)
}

func TestSVGIsWellFormedAndNamesThings(t *testing.T) {
	data, err := SVG("test", []Panel{ramp()})
	require.NoError(t, err)
	d := xml.NewDecoder(bytes.NewReader(data))
	for {
		_, err := d.Token()
		if err == io.EOF {
			break
		}
		require.NoError(t, err)
	}
	for _, want := range []string{"PTH", "time [h]", "pM", "up", "down", "test"} {
		require.Contains(t, string(data), want)
	}
}

// The font leaves out a raised minus, which would turn 1/d into d.
func TestRaisedMinusIsRefused(t *testing.T) {
	p := ramp()
	p.Y = "µm²·d⁻¹"
	_, err := PNG("rate", []Panel{p})
	require.ErrorContains(t, err, "no raised signs")
	_, err = SVG("rate", []Panel{p})
	require.Error(t, err)
}

// TestLook writes a picture to look at where TRABECULA_LOOK names a folder.
func TestLook(t *testing.T) {
	dir := os.Getenv("TRABECULA_LOOK")
	if dir == "" {
		t.Skip("for the eye")
	}
	data, err := PNG("Oral calcium load, 1 g", []Panel{ramp(), ramp(), ramp()})
	require.NoError(t, err)
	require.NoError(t, os.WriteFile(filepath.Join(dir, "look.png"), data, 0o644))
	require.NoError(t, Text(os.Stdout, []Panel{ramp()}, 80))
}
