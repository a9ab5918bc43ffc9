package assets

import (
	"encoding/csv"
	"image/png"
	"io/fs"
	"strconv"
	"testing"

	"github.com/stretchr/testify/require"
)

// Every slice that is listed is there, and every image there is listed.
func TestSlices(t *testing.T) {
	listed := map[string]bool{}
	for _, s := range Slices() {
		file, err := Tissue().Open(s.File)
		require.NoError(t, err)
		cfg, err := png.DecodeConfig(file)
		require.NoError(t, err)
		require.Greater(t, float64(cfg.Width)*s.PixelSize, 2560.0, "%s is as wide as a section", s.Name)
		listed[s.File] = true
		found, ok := FindSlice(s.Name)
		require.True(t, ok)
		require.Equal(t, s, found)
	}
	images, err := fs.Glob(Tissue(), "*.png")
	require.NoError(t, err)
	require.Len(t, listed, len(images))
	_, ok := FindSlice("femur")
	require.False(t, ok)
}

// Source and licence travel with the images.
func TestProvenance(t *testing.T) {
	for name, phrase := range map[string]string{"README.md": "LHDL", "LICENSE-ciclope.txt": "MIT License"} {
		text, err := fs.ReadFile(Tissue(), name)
		require.NoError(t, err)
		require.Contains(t, string(text), phrase)
	}
}

func TestScenarios(t *testing.T) {
	_, err := fs.Stat(Scenarios(), ".")
	require.NoError(t, err)
}

// Every reference curve is a table of numbers, thin enough to ship, and told of
// in the README.
func TestReference(t *testing.T) {
	readme, err := fs.ReadFile(Reference(), "README.md")
	require.NoError(t, err)
	require.Contains(t, string(readme), "Peterson MC, Riggs MM")
	files, err := fs.Glob(Reference(), "*.csv")
	require.NoError(t, err)
	require.NotEmpty(t, files)
	for _, name := range files {
		require.Contains(t, string(readme), "`"+name+"`")
		file, err := Reference().Open(name)
		require.NoError(t, err)
		rows, err := csv.NewReader(file).ReadAll()
		require.NoError(t, err, "%s", name)
		require.Equal(t, "time_h", rows[0][0])
		require.LessOrEqual(t, len(rows), 201, name)
		for _, row := range rows[1:] {
			for _, cell := range row {
				_, err := strconv.ParseFloat(cell, 64)
				require.NoError(t, err, "%s", name)
			}
		}
	}
}
