package render

import (
	"fmt"
	"slices"
	"strings"

	"trabecula/field/signal"
	"trabecula/sim/unit"
)

// Window is the range of values that the colours of an overlay span. The zero
// Window asks for one that fits.
type Window struct {
	Lo, Hi float64
	Log    bool // colours follow the logarithm; Lo must be positive
}

func (w Window) empty() bool { return w.Lo == 0 && w.Hi == 0 }

// Overlay is a field that can be shown in place of the tissue colours.
type Overlay struct {
	Name   string // as the user writes it
	Label  string // beside the colour bar
	Unit   string
	Bone   bool   // defined in bone only; marrow keeps its colour
	Window Window // that suits it always; zero = fitted to the scene
	value  func(s Scene, i int) float64
}

// Overlays returns all fields that can be shown: every signal, then the tissue.
func Overlays() []Overlay {
	var list []Overlay
	for s, spec := range signal.Catalogue {
		list = append(list, Overlay{Name: spec.Name, Label: spec.Symbol, Unit: "pM",
			value: func(sc Scene, i int) float64 { return float64(sc.Signal(signal.Signal(s), i)) }})
	}
	return append(list,
		Overlay{Name: "mineral", Label: "degree of mineralisation", Unit: "%", Bone: true, Window: Window{Lo: 0, Hi: 100}, value: mineralDegree},
		Overlay{Name: "matrix_age", Label: "age of matrix", Unit: "years", Bone: true, value: matrixAge},
		Overlay{Name: "osteoid", Label: "osteoid, of matrix", Unit: "%", Bone: true, Window: Window{Lo: 0, Hi: 100}, value: osteoidShare},
		Overlay{Name: "matrix_tgfb", Label: "TGF-β1 bound in matrix", Unit: "molecules per µm³", Bone: true, value: boundTGFb},
		Overlay{Name: "matrix_igf1", Label: "IGF-1 bound in matrix", Unit: "molecules per µm³", Bone: true, value: boundIGF1})
}

// FindOverlay returns the overlay of a name; the error lists the valid ones.
func FindOverlay(name string) (*Overlay, error) {
	var names []string
	for _, o := range Overlays() {
		if o.Name == name {
			return &o, nil
		}
		names = append(names, o.Name)
	}
	return nil, fmt.Errorf("overlay %q: no such field; there are %s", name, strings.Join(names, ", "))
}

// mineralDegree returns the mineral content of mineralised matrix [% of full].
func mineralDegree(s Scene, i int) float64 {
	t := s.Tissue()
	if matrix := float64(t.Bone(i) - t.Osteoid(i)); matrix > 0.01 {
		return 100 * float64(t.Mineral(i)) / matrix
	}
	return 0
}

func matrixAge(s Scene, i int) float64 {
	return (s.Time() - float64(s.Tissue().Born(i))) / unit.Year
}

func osteoidShare(s Scene, i int) float64 {
	t := s.Tissue()
	return 100 * float64(t.Osteoid(i)) / max(float64(t.Bone(i)), 1e-6)
}

func boundTGFb(s Scene, i int) float64 {
	return float64(s.Tissue().TGFb(i)) / s.Grid().PixelVolume()
}

func boundIGF1(s Scene, i int) float64 {
	return float64(s.Tissue().IGF1(i)) / s.Grid().PixelVolume()
}

// fit returns the window in which o is shown: what was asked for, else what
// suits the overlay, else one that holds all but the half per cent of values at
// each end, rounded outwards to a nice number.
func (o *Overlay) fit(s Scene, asked Window) Window {
	switch {
	case !asked.empty():
		return asked.sound()
	case !o.Window.empty():
		return Window{o.Window.Lo, o.Window.Hi, asked.Log}.sound()
	}
	values := o.sample(s)
	if len(values) == 0 {
		return Window{0, 1, false}
	}
	cut := len(values) / 200
	w := Window{0, niceAbove(values[len(values)-1-cut]), asked.Log}
	if w.Log {
		w.Lo = niceBelow(max(values[cut], w.Hi*1e-6))
	}
	return w.sound()
}

// sample returns every seventh value in order of size; seven shares no factor
// with the usual widths, so that no column is favoured.
func (o *Overlay) sample(s Scene) (values []float64) {
	t := s.Tissue()
	for i := 0; i < s.Grid().Len(); i += 7 {
		if !o.Bone || t.Solid(i) {
			values = append(values, o.value(s, i))
		}
	}
	slices.Sort(values)
	return values
}

// sound returns w with its ends apart, and positive if it is logarithmic.
func (w Window) sound() Window {
	if w.Log && w.Lo <= 0 {
		w.Lo = max(w.Hi, 1e-30) * 1e-3
	}
	if w.Hi <= w.Lo {
		w.Hi = w.Lo + 1
		if w.Log {
			w.Hi = w.Lo * 10
		}
	}
	return w
}
