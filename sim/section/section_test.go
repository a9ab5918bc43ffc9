package section

import (
	"testing"

	"github.com/stretchr/testify/require"
)

func defaults() Params {
	return Params{Geometry: "image", Threshold: "otsu", Specks: 50, Smooth: true, Width: 2560, Height: 2560, Pixel: 5, Thickness: 10,
		Synthetic: Synthetic{BVTV: 0.2, TbTh: 150},
		Mineral:   Mineral{Age: 1826 * 24, Packet: 60, Primary: 0.65, Plateau: 1, Secondary: 143 * 24}}
}

func TestBuildBundled(t *testing.T) {
	for _, name := range []string{"xz098", "xz150", "xy150", "xz098-grey", "xz150-grey", "xy150-grey"} {
		p := defaults()
		p.Image = "bundled:" + name
		_, r, err := Build(p, 1, Matrix{})
		require.NoError(t, err)
		t.Logf("%+v", r)
	}
}
