package morphometry

import (
	"encoding/csv"
	"image"
	"image/png"
	"math"
	"os"
	"path/filepath"
	"strconv"
	"testing"

	"github.com/stretchr/testify/require"

	"trabecula/field"
)

// TestReference holds the segmented slices against an independent
// implementation, within the tolerances that testdata/README.md states.
func TestReference(t *testing.T) {
	for _, row := range referenceRows(t) {
		t.Run(row.name, func(t *testing.T) {
			m := readMask(t, row.name, row.number(t, "px_um"))
			open := Measure(m, Options{Local: true})
			row.checkPlate(t, open)
			row.checkTopology(t, open)
			row.checkLocal(t, open, "open", m.Pixel)
			closed := Measure(m, Options{Local: true, Closed: true})
			row.checkLocal(t, closed, "closed", m.Pixel)
		})
	}
}

func (r reference) checkPlate(t *testing.T, s Static) {
	const printed = 1e-5 // the table has six digits
	for column, got := range map[string]float64{
		"T.Ar_mm2": s.TissueArea, "B.Ar_mm2": s.BoneArea, "BV/TV_pct": 100 * s.BVTV, "B.Pm_crofton4_mm": s.Perimeter,
		"BS/TV_3D_per_mm": s.BSTV, "BS/BV_3D_per_mm": s.BSBV, "Tb.Wi_plate_2D_um": s.TbWi,
		"Tb.Th_plate_um": s.TbTh, "Tb.N_plate_per_mm": s.TbN, "Tb.Sp_plate_um": s.TbSp,
	} {
		require.InEpsilon(t, r.number(t, column), got, printed, column)
	}
}

func (r reference) checkTopology(t *testing.T, s Static) {
	require.EqualValues(t, r.number(t, "bone_comp_8"), s.Components)
	require.EqualValues(t, r.number(t, "marrow_holes_4"), s.Holes)
	require.EqualValues(t, r.number(t, "Euler"), s.Euler)
	require.InDelta(t, r.number(t, "largest_comp_frac"), s.LargestShare, 1e-5)
	require.Equal(t, r.number(t, "spans_y"), truth(s.SpansY))
	require.Equal(t, r.number(t, "spans_x"), truth(s.SpansX))
}

func (r reference) checkLocal(t *testing.T, s Static, edge string, pixel float64) {
	thickness, separation := r.number(t, "Tb.Th_HR_"+edge+"_um"), r.number(t, "Tb.Sp_HR_"+edge+"_um")
	require.InDelta(t, thickness, s.Thickness.Mean, math.Max(0.05*thickness, pixel))
	require.InEpsilon(t, separation, s.Separation.Mean, 0.03)
	// Ours comes closer than asked; a step back shows here.
	require.InEpsilon(t, thickness, s.Thickness.Mean, 0.01)
	require.InEpsilon(t, separation, s.Separation.Mean, 0.005)
	require.InDelta(t, r.number(t, "Tb.Th_HR_"+edge+"_max_um"), s.Thickness.Max, pixel)
	require.InDelta(t, r.number(t, "Tb.Sp_HR_"+edge+"_max_um"), s.Separation.Max, pixel)
	require.InEpsilon(t, r.number(t, "Tb.Th_HR_"+edge+"_sd_um"), s.Thickness.SD, 0.03)
	require.InEpsilon(t, r.number(t, "Tb.Sp_HR_"+edge+"_sd_um"), s.Separation.SD, 0.03)
}

type reference struct {
	name string
	cell map[string]string
}

func (r reference) number(t *testing.T, column string) float64 {
	v, err := strconv.ParseFloat(r.cell[column], 64)
	require.NoError(t, err, column)
	return v
}

func referenceRows(t *testing.T) []reference {
	file, err := os.Open(filepath.Join("testdata", "reference_morphometry.csv"))
	require.NoError(t, err)
	defer file.Close()
	table, err := csv.NewReader(file).ReadAll()
	require.NoError(t, err)
	var rows []reference
	for _, line := range table[1:] {
		r := reference{line[0], map[string]string{}}
		for i, head := range table[0] {
			r.cell[head] = line[i]
		}
		rows = append(rows, r)
	}
	require.Len(t, rows, 6)
	return rows
}

func readMask(t testing.TB, name string, pixel float64) Mask {
	file, err := os.Open(filepath.Join("testdata", name))
	require.NoError(t, err)
	defer file.Close()
	img, err := png.Decode(file)
	require.NoError(t, err)
	grey := img.(*image.Gray)
	m := NewMask(field.Grid{W: grey.Rect.Dx(), H: grey.Rect.Dy(), Pixel: pixel, Thickness: 10})
	for i := range m.Solid {
		m.Solid[i] = grey.Pix[i] > 127
	}
	return m
}
