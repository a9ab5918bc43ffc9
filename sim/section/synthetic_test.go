package section

import (
	"fmt"
	"math"
	"testing"

	"github.com/stretchr/testify/require"

	"trabecula/field/morphometry"
	"trabecula/field/tissue"
)

func synthetic(want Synthetic) Params {
	p := defaults()
	p.Geometry, p.Synthetic = "synthetic", want
	return p
}

// What is asked for is hit within 5 %.
func TestSynthetic(t *testing.T) {
	for n, want := range []Synthetic{{0.2, 150, 0}, {0.2, 150, 600}, {0.1, 100, 900}, {0.3, 200, 0}, {0.05, 110, 0}, {0.6, 200, 0}, {0.25, 60, 180}} {
		t.Run(fmt.Sprint(want), func(t *testing.T) {
			p := synthetic(want)
			p.Pixel = 10 // for speed
			bone, r, err := Build(p, uint64(n), matrix)
			require.NoError(t, err)
			s := morphometry.Measure(morphometry.Threshold(bone.Grid, bone.Bone, tissue.Solid), morphometry.Options{})
			require.InEpsilon(t, want.BVTV, s.BVTV, 0.05)
			require.InEpsilon(t, want.TbTh, s.TbTh, 0.05)
			require.InEpsilon(t, want.TbTh*(1/want.BVTV-1), s.TbSp, 0.05)
			require.InEpsilon(t, want.BVTV, r.BVTV, 0.01)
			require.Equal(t, "synthetic", r.Geometry)
		})
	}
}

func TestSyntheticSame(t *testing.T) {
	p := synthetic(Synthetic{BVTV: 0.2, TbTh: 100})
	p.Width, p.Height = 1280, 1000
	a, _, err := Build(p, 5, matrix)
	require.NoError(t, err)
	require.Equal(t, 256, a.W)
	require.Equal(t, 200, a.H)
	b, _, err := Build(p, 5, matrix)
	require.NoError(t, err)
	require.Equal(t, a, b)
	c, _, err := Build(p, 6, matrix)
	require.NoError(t, err)
	require.NotEqual(t, a.Bone, c.Bone)
}

// Targets that contradict one another are refused with the value that would not.
func TestSyntheticContradiction(t *testing.T) {
	p := synthetic(Synthetic{0.2, 150, 500})
	p.Pixel = 10
	_, _, err := Build(p, 1, matrix)
	require.ErrorContains(t, err, "section.synthetic.tb_sp = 500 um contradicts")
	require.ErrorContains(t, err, "= 600 um")
	p.Synthetic.TbSp = 620
	_, _, err = Build(p, 1, matrix)
	require.NoError(t, err, "within 5 %")
}

func TestSyntheticFaults(t *testing.T) {
	p := synthetic(Synthetic{0.2, 60, 0})
	p.Pixel = 20
	_, _, err := Build(p, 1, matrix)
	require.ErrorContains(t, err, "section.synthetic.tb_th = 60 um, want at least 4 pixels")

	p = synthetic(Synthetic{math.NaN(), -1, 0})
	_, _, err = Build(p, 1, matrix)
	require.ErrorContains(t, err, "section.synthetic.bv_tv = NaN")
	require.ErrorContains(t, err, "section.synthetic.tb_th = -1 um")

	p = synthetic(Synthetic{0.03, 500, 0}) // a trabecula every 17 mm
	p.Width, p.Height = 600, 600
	_, _, err = Build(p, 1, matrix)
	require.ErrorContains(t, err, "section.synthetic: bv_tv = 0.03 with tb_th = 500 um cannot be had")
}
