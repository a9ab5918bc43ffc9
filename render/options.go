package render

import "trabecula/agents"

// Layers is a set of things to paint.
type Layers uint

// The layers; the first row lies in the section, the second around it.
const (
	Tissue Layers = 1 << iota
	Surface
	Sinusoids
	Cells
	Title
	Clock
	Legend
	ScaleBar
	ColourBar
	endOfLayers

	AllLayers = endOfLayers - 1
)

// DefaultScale is the magnification of a Painter that is told none.
const DefaultScale = 2

// Options choose what is painted and how; the zero value paints all layers at
// DefaultScale, without overlay, in the colours of DefaultPalette.
type Options struct {
	Scale   float64       // screen pixels per pixel of the section; 0 = DefaultScale
	Layers  Layers        // 0 = AllLayers
	Hide    []agents.Kind // kinds of cell that are left out
	Overlay *Overlay      // field shown in place of the tissue colours; nil = none
	Window  Window        // of the overlay; zero = the overlay's own, or fitted to the scene
	Palette *Palette      // nil = DefaultPalette
	Title   string        // above the section
}

// filled returns o with its zero values replaced by what they stand for.
func (o Options) filled() Options {
	if o.Scale <= 0 {
		o.Scale = DefaultScale
	}
	if o.Layers == 0 {
		o.Layers = AllLayers
	}
	if o.Palette == nil {
		p := DefaultPalette()
		o.Palette = &p
	}
	return o
}

func (o Options) has(l Layers) bool { return o.Layers&l == l }

// hidden returns which kinds are left out, indexed by kind.
func (o Options) hidden() (out [agents.KindCount]bool) {
	for _, k := range o.Hide {
		if k < agents.KindCount {
			out[k] = true
		}
	}
	return out
}
