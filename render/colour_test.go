package render

import (
	"fmt"
	"image/color"
	"math"
	"testing"

	"github.com/stretchr/testify/require"

	"trabecula/agents"
)

// The Oklab of the primaries is that of Ottosson's reference implementation.
func TestOklabOfPrimaries(t *testing.T) {
	for rgb, want := range map[uint32]lab{
		0xFFFFFF: {1, 0, 0},
		0x000000: {0, 0, 0},
		0xFF0000: {0.6280, 0.2249, 0.1258},
		0x00FF00: {0.8664, -0.2339, 0.1795},
		0x0000FF: {0.4520, -0.0325, -0.3115},
	} {
		require.Less(t, labOf(hex(rgb)).distance(want), 2e-4, "%06X", rgb)
	}
}

func TestOklabRoundTrip(t *testing.T) {
	for r := 0; r < 256; r += 15 {
		for g := 0; g < 256; g += 17 {
			for b := 0; b < 256; b += 51 {
				c := color.RGBA{uint8(r), uint8(g), uint8(b), 255}
				require.Equal(t, c, labOf(c).rgba())
			}
		}
	}
}

func TestColourOutsideGamutKeepsLightness(t *testing.T) {
	c := lch(0.5, 0.4, 150)
	require.False(t, c.inGamut())
	require.InDelta(t, 0.5, labOf(c.rgba()).l, 0.005)
}

// Colours of overlays must rise in lightness and in even steps, or the eye sees
// edges in a field that has none.
func TestMapIsPerceptual(t *testing.T) {
	m := Twilight()
	least, most := math.Inf(1), 0.0
	for i := 0; i+15 < 256; i += 15 {
		a, b := labOf(m[i]), labOf(m[i+15])
		require.Greater(t, b.l, a.l+0.02, "lightness from %d on", i)
		least, most = min(least, a.distance(b)), max(most, a.distance(b))
	}
	require.Less(t, most/least, 1.15)
}

// Where a map is cut off by the gamut it has a corner.
func TestMapStaysInGamut(t *testing.T) {
	for at := 0.0; at <= 4; at += 1.0 / 64 {
		require.True(t, between(twilight(), at).inGamut(), "at %g", at)
	}
}

func TestMapHoldsToItsEnds(t *testing.T) {
	m := Twilight()
	require.Equal(t, m[0], m.At(-3))
	require.Equal(t, m[0], m.At(math.NaN()))
	require.Equal(t, m[255], m.At(7))
	require.Equal(t, m[128], m.At(0.5))
}

// visions are full colour-vision deficiencies as matrices on linear sRGB
// (Machado, Oliveira & Fernandes 2009, IEEE Trans Vis Comput Graph 15:1291).
func visions() map[string][9]float64 {
	return map[string][9]float64{
		"normal":       {1, 0, 0, 0, 1, 0, 0, 0, 1},
		"protanopia":   {0.152286, 1.052583, -0.204868, 0.114503, 0.786281, 0.099216, -0.003882, -0.048116, 1.051998},
		"deuteranopia": {0.367322, 0.860646, -0.227968, 0.280085, 0.672501, 0.047413, -0.011820, 0.042940, 0.968881},
		"tritanopia":   {1.255528, -0.076749, -0.178779, -0.078411, 0.930809, 0.147602, 0.004733, 0.691367, 0.303900},
	}
}

func seen(c color.RGBA, m [9]float64) lab {
	r, g, b := decode(c.R), decode(c.G), decode(c.B)
	row := func(i int) float64 { return min(max(m[i]*r+m[i+1]*g+m[i+2]*b, 0), 1) }
	return labOfLinear(row(0), row(3), row(6))
}

// Kinds differ in colour for everybody, and each from the ground it lies on;
// 0.02 is just noticeable side by side. Shape tells the rest.
func TestColoursAreToldApart(t *testing.T) {
	const apart = 0.07
	p := DefaultPalette()
	for name, m := range visions() {
		for i := range agents.KindCount {
			for j := range i {
				d := seen(p.Cell(i), m).distance(seen(p.Cell(j), m))
				require.Greater(t, d, apart, "%s: %v and %v", name, i, j)
			}
			if i != agents.Osteocyte {
				require.Greater(t, seen(p.Cell(i), m).distance(seen(p.Marrow, m)), apart, "%s: %v on marrow", name, i)
			}
		}
		for share := 0.0; share <= 1; share += 0.125 {
			bone := blend(p.Young, p.Old, share)
			require.Greater(t, seen(p.Cell(agents.Osteocyte), m).distance(seen(bone, m)), 0.2, name)
			require.Greater(t, seen(p.Osteoid, m).distance(seen(bone, m)), apart, "%s: osteoid on bone", name)
			require.Greater(t, seen(p.Marrow, m).distance(seen(bone, m)), apart, "%s: marrow beside bone", name)
			require.Greater(t, seen(p.Eroded, m).distance(seen(bone, m)), 0.2, "%s: eroded surface", name)
		}
	}
}

func TestUnknownKindsGetColoursOfTheirOwn(t *testing.T) {
	p := DefaultPalette()
	had := map[string]bool{}
	for k := range agents.KindCount + 4 {
		c := p.Cell(k)
		require.Equal(t, uint8(255), c.A)
		require.False(t, had[fmt.Sprint(c)], "kind %d", k)
		had[fmt.Sprint(c)] = true
	}
}
