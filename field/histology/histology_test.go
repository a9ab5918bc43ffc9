package histology_test

import (
	"fmt"
	"math"
	"testing"

	"github.com/stretchr/testify/require"

	"trabecula/field"
	"trabecula/field/histology"
	"trabecula/field/tissue"
	"trabecula/sim/unit"
)

// kinetics are of round numbers of our own, so that the defaults may move.
var kinetics = tissue.Params{Maturation: 13 * unit.Day, Primary: 4 * unit.Day, Burst: 0.65}

// course is the common one: 3 days on, 12 off, 3 on, biopsy 5 days later.
const (
	interval = 15 * unit.Day
	total    = 23 * unit.Day
)

// given returns the label of an hour of the course.
func given(hour float64) tissue.Label {
	switch day := hour / unit.Day; {
	case day >= 0 && day < 3:
		return tissue.FirstLabel
	case day >= 15 && day < 18:
		return tissue.SecondLabel
	}
	return tissue.NoLabel
}

// wall is a half-plane of bone whose surface moves along its normal.
type wall struct {
	*tissue.Tissue
	angle float64                   // of the normal against the rows [rad]
	lays  func(x, y int) bool       // where matrix is laid; nil = everywhere
	pace  func(day float64) float64 // at which the surface moves [um/d]
	front float64                   // how far it has moved [px]
}

// newWall returns a wall at rest whose surface runs near the centre.
func newWall(degrees float64) *wall {
	s := tissue.New(field.Grid{W: 60, H: 60, Pixel: 5, Thickness: 10})
	w := &wall{Tissue: s, angle: degrees * math.Pi / 180}
	for i := range s.Bone {
		s.Bone[i] = float32(w.covered(i))
		s.Mineral[i], s.Born[i] = s.Bone[i], -1e5
	}
	return w
}

// covered returns what share of a pixel lies behind the front.
func (w *wall) covered(i int) float64 {
	x, y := w.XY(i)
	along := (float64(x)-29.3)*math.Cos(w.angle) + (float64(y)-29.3)*math.Sin(w.angle)
	return field.Clamp(0.5+w.front-along, 0, 1)
}

// live lays matrix hour by hour through the whole course, begun some days before
// it, and returns the biopsy.
func (w *wall) live(before float64) histology.Biopsy {
	const step = 6
	for hour := math.Round(-before*4) * step; hour < total; hour += step {
		w.front += w.pace(hour/unit.Day) * step / unit.Day / w.Pixel
		for i := range w.Bone {
			if x, y := w.XY(i); w.lays == nil || w.lays(x, y) {
				w.Form(i, w.covered(i)-float64(w.Bone[i]), hour, 0, 0)
			}
		}
		w.Mineralise(kinetics, tissue.Supply{Mineral: 1, Label: given(hour)}, hour+step, step)
	}
	return histology.Take(w.View(), total, interval)
}

// The distance of the labels along the normal is what was laid between them,
// whatever the rate and however the surface lies, and all of it is doubly
// labelled. Where pixels of a surface are all in one stage, single biopsies scatter
// by a fraction of a pixel around that; 0.3 um/d is less than a pixel between the
// labels, and the mean is off by a third of a um.
func TestLabelsTellTheAppositionRate(t *testing.T) {
	for _, rate := range []float64{0.3, 0.6, 1.1} {
		for _, degrees := range []float64{0, 17, 45, 71, 90} {
			t.Run(fmt.Sprintf("%g um/d at %g degrees", rate, degrees), func(t *testing.T) {
				const phases = 4
				sum := 0.0
				for n := range phases {
					w := newWall(degrees)
					w.pace = func(float64) float64 { return rate }
					b := w.live(30 + float64(n)*5/rate/phases)
					require.InDelta(t, 1, b.Double/b.Surface, 0.05)
					require.InDelta(t, 1, b.Seams/b.Surface, 0.1)
					require.InDelta(t, rate*15, b.Between, 2)
					sum += b.Between
				}
				require.InDelta(t, rate*15, sum/phases, 0.4)
			})
		}
	}
}

// constant is apposition that begins and ends on some days of the course.
func constant(rate, from, to float64) func(day float64) float64 {
	return func(day float64) float64 {
		if day >= from && day < to {
			return rate
		}
		return 0
	}
}

// A site that began to mineralise after the first label, or was finished before
// the second, carries one; a site between them, or outside, none.
func TestSingleLabels(t *testing.T) {
	for _, c := range []struct {
		what           string
		from, to       float64
		single, double float64
	}{
		{"begun between the labels", -5, 100, 1, 0},
		{"ended between the labels", -60, -10, 1, 0},
		{"all through", -60, 100, 0, 1},
		{"younger than the second", 6, 100, 0, 0},
		{"older than the first", -90, -45, 0, 0},
		{"at rest", 0, 0, 0, 0},
	} {
		w := newWall(0)
		w.pace = constant(0.7, c.from, c.to)
		b := w.live(100)
		require.InDelta(t, c.single, b.Single/b.Surface, 0.02, c.what)
		require.InDelta(t, c.double, b.Double/b.Surface, 0.02, c.what)
		if c.double == 0 {
			require.Zero(t, b.Between, c.what)
		}
	}
}

// Perimeters and areas are those of morphometry, and what is laid on a part of the
// surface is labelled there only.
func TestPartOfTheSurfaceForms(t *testing.T) {
	w := newWall(0)
	w.pace = constant(0.7, -100, 100)
	w.lays = func(_, y int) bool { return y < 24 }
	b := w.live(30)
	require.InDelta(t, 0.4, b.Double/b.Surface, 0.05)
	require.InDelta(t, 0.4, b.Seams/b.Surface, 0.06)
	require.InDelta(t, 0.7*15, b.Between, 2.5, "one stage of a pixel")
	require.Equal(t, total, b.Time)
	require.Equal(t, interval, b.Interval)
	bone, osteoid := 0.0, 0.0
	for i := range w.Bone {
		bone, osteoid = bone+float64(w.Bone[i])*25, osteoid+float64(w.Osteoid[i])*25
	}
	require.InEpsilon(t, bone, b.Bone, 1e-12)
	require.InEpsilon(t, osteoid, b.Osteoid, 1e-12)
}

// Labels go with the bone that carries them, and the next course begins without.
func TestLabelsEnd(t *testing.T) {
	w := newWall(0)
	w.pace = constant(0.7, -100, 100)
	w.live(30)
	before := w.Totals.Labelled
	require.Positive(t, before)
	w.ClearLabels()
	require.InEpsilon(t, before, w.Totals.Bleached, 1e-9)
	b := histology.Take(w.View(), total, interval)
	require.Zero(t, b.Single+b.Double)
}

// A section without bone, or without marrow, has no surface and is no fault.
func TestNoSurface(t *testing.T) {
	s := tissue.New(field.Grid{W: 9, H: 9, Pixel: 5, Thickness: 10})
	require.Zero(t, histology.Take(s.View(), 1, 1).Surface)
	for i := range s.Bone {
		s.Bone[i] = 1
	}
	b := histology.Take(s.View(), 1, 1)
	require.Zero(t, b.Surface)
	require.Equal(t, 81.0*25, b.Bone)
	clear(s.Bone)
	s.Bone[40] = 1 // a speck
	require.Positive(t, histology.Take(s.View(), 1, 1).Surface)
}
