package render

import (
	"testing"

	"github.com/stretchr/testify/require"
)

func TestClock(t *testing.T) {
	for hours, want := range map[float64]string{
		0:               "day 0.0",
		1:               "day 0.0",
		12:              "day 0.5",
		120.5 * 24:      "day 120.5",
		365 * 24:        "day 365.0",
		365.25 * 24:     "1 y 0 d",
		400 * 24:        "1 y 34 d",
		5 * 365.25 * 24: "5 y 0 d",
		730.4 * 24:      "1 y 365 d",
	} {
		require.Equal(t, want, clock(hours), "%g h", hours)
	}
}

func TestNiceNumbers(t *testing.T) {
	for x, want := range map[float64][2]float64{
		1:       {1, 1},
		1.5:     {1, 2},
		7:       {5, 8},
		9.9:     {5, 10},
		0.03:    {0.02, 0.03},
		0.0123:  {0.01, 0.02},
		640:     {500, 800},
		2.4e-15: {2e-15, 3e-15},
		0:       {0, 0},
		-4:      {0, 0},
	} {
		require.Equal(t, want, [2]float64{niceBelow(x), niceAbove(x)}, "%g", x)
	}
}

func TestScaleBarIsRound(t *testing.T) {
	for width, want := range map[float64]string{
		2560: "500 µm", 480: "100 µm", 5120: "1 mm", 20000: "5 mm", 60: "10 µm", 2: "0.5 µm",
	} {
		um, label := barLength(width)
		require.Equal(t, want, label)
		require.LessOrEqual(t, um, width/4)
		require.GreaterOrEqual(t, um, width/10)
	}
}

func labels(ticks []tick) (list []string) {
	for _, t := range ticks {
		list = append(list, t.label)
	}
	return list
}

func TestTicks(t *testing.T) {
	for _, c := range []struct {
		w    Window
		want []string
	}{
		{Window{Lo: 0, Hi: 100}, []string{"0", "20", "40", "60", "80", "100"}},
		{Window{Lo: 0, Hi: 50}, []string{"0", "10", "20", "30", "40", "50"}},
		{Window{Lo: 0, Hi: 0.3}, []string{"0", "0.05", "0.1", "0.15", "0.2", "0.25", "0.3"}},
		{Window{Lo: -2, Hi: 2}, []string{"-2", "-1", "0", "1", "2"}},
		{Window{Lo: 1e-4, Hi: 1, Log: true}, []string{"10⁻⁴", "10⁻³", "0.01", "0.1", "1"}},
		{Window{Lo: 1e-12, Hi: 1, Log: true}, []string{"10⁻¹²", "10⁻⁹", "10⁻⁶", "10⁻³", "1"}},
		{Window{Lo: 2, Hi: 20, Log: true}, []string{"2", "5", "10", "20"}},
		{Window{Lo: 1, Hi: 1e5, Log: true}, []string{"1", "10", "100", "1000", "10⁴", "10⁵"}},
	} {
		require.Equal(t, c.want, labels(c.w.ticks()), "%+v", c.w)
	}
}

func TestTicksLieWhereTheirColoursAre(t *testing.T) {
	w := Window{Lo: 1, Hi: 1e4, Log: true}
	for i, tick := range w.ticks() {
		require.InDelta(t, float64(i)/4, tick.at, 1e-12)
	}
	require.Equal(t, 0.0, w.share(0), "nothing is below the window")
	require.Equal(t, 1.0, w.share(1e9))
	require.Equal(t, 0.25, Window{Lo: 10, Hi: 30}.share(15))
}

func TestWindowsAreSound(t *testing.T) {
	for asked, want := range map[Window]Window{
		{Lo: 3, Hi: 3}:              {Lo: 3, Hi: 4},
		{Lo: 0, Hi: 5, Log: true}:   {Lo: 0.005, Hi: 5, Log: true},
		{Lo: 2, Hi: 1, Log: true}:   {Lo: 2, Hi: 20, Log: true},
		{Lo: -1, Hi: 1, Log: false}: {Lo: -1, Hi: 1},
	} {
		require.Equal(t, want, asked.sound())
	}
}
