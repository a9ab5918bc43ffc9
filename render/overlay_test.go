package render

import (
	"math"
	"testing"

	"github.com/stretchr/testify/require"

	"trabecula/field/signal"
)

func TestOverlaysHaveNamesAndUnits(t *testing.T) {
	names := map[string]bool{}
	for _, o := range Overlays() {
		require.NotEmpty(t, o.Label)
		require.NotEmpty(t, o.Unit, o.Name)
		require.False(t, names[o.Name], o.Name)
		names[o.Name] = true
	}
	for s := range signal.Signal(signal.Count) {
		require.True(t, names[s.String()])
	}
}

func TestFindOverlay(t *testing.T) {
	o, err := FindOverlay("mineral")
	require.NoError(t, err)
	require.Equal(t, "%", o.Unit)
	_, err = FindOverlay("calcium")
	require.ErrorContains(t, err, `overlay "calcium": no such field; there are rankl, opg,`)
	require.ErrorContains(t, err, "matrix_age")
}

// ruled is a scene whose signal is the column number in pM.
func ruled() *still {
	s := empty(101)
	s.rankl = func(x, _ float64) float64 { return x }
	return s
}

func TestOverlayHasTheColoursOfItsBar(t *testing.T) {
	o, err := FindOverlay("rankl")
	require.NoError(t, err)
	pal := DefaultPalette()
	img := picture(ruled(), Options{Scale: 2, Overlay: o, Window: Window{Lo: 0, Hi: 100}})
	for x := 0; x <= 100; x += 5 {
		want := pal.Map.At((float64(x) + 0.25) / 100) // the right half of the pixel
		require.Less(t, labOf(img.RGBAAt(2*x+1, 100)).distance(labOf(want)), 0.01, "column %d", x)
	}
}

func TestLogOverlay(t *testing.T) {
	o, err := FindOverlay("opg")
	require.NoError(t, err)
	pal := DefaultPalette()
	img := picture(ruled(), Options{Scale: 2, Overlay: o, Window: Window{Lo: 1, Hi: 100, Log: true}})
	require.Less(t, labOf(img.RGBAAt(20, 100)).distance(labOf(pal.Map.At(0.5))), 0.02, "10 lies half-way from 1 to 100")
	require.Equal(t, pal.Map[0], img.RGBAAt(0, 100), "zero is below every logarithm")
}

func TestWindowFitsTheScene(t *testing.T) {
	o, err := FindOverlay("rankl")
	require.NoError(t, err)
	require.Equal(t, Window{Lo: 0, Hi: 100}, o.fit(ruled(), Window{}))
	require.Equal(t, Window{Lo: 2, Hi: 3}, o.fit(ruled(), Window{Lo: 2, Hi: 3}))
	require.Equal(t, Window{Lo: 0, Hi: 1}, o.fit(empty(20), Window{}), "nothing there")
	m, err := FindOverlay("mineral")
	require.NoError(t, err)
	require.Equal(t, Window{Lo: 0, Hi: 100}, m.fit(ruled(), Window{}))
}

func TestTissueOverlaysLeaveMarrowAlone(t *testing.T) {
	s, pal := wall(), DefaultPalette()
	for i := range s.t.Mineral {
		s.t.Mineral[i] *= 0.5
	}
	o, err := FindOverlay("mineral")
	require.NoError(t, err)
	img := picture(s, Options{Scale: 2, Overlay: o})
	require.Equal(t, pal.Marrow, img.RGBAAt(40, 10))
	require.Equal(t, pal.Map.At(0.5), img.RGBAAt(40, 70))
}

func TestOverlayBearsWhatIsNotANumber(t *testing.T) {
	s := empty(10)
	s.rankl = func(x, _ float64) float64 { return math.Log(x - 5) } // -Inf and NaN among numbers
	o, err := FindOverlay("rankl")
	require.NoError(t, err)
	for _, log := range []bool{false, true} {
		img := picture(s, Options{Overlay: o, Window: Window{Log: log}})
		require.Equal(t, DefaultPalette().Map[0], img.RGBAAt(2, 10))
	}
}
