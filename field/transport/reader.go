package transport

// reader is a plane as readers see it, on the pixels of the tissue.
type reader struct {
	blocks *blocks
	source *species
	pixels []float32 // nil until asked for
	blend  []float32
	state  int64 // of the source when the pixels were last computed
}

// newReader returns a reader of a signal.
func newReader(b *blocks, s *species) reader { return reader{blocks: b, source: s} }

// values returns the pixels, which refresh keeps current from now on.
func (r *reader) values() []float32 {
	if r.blocks.single() {
		return r.source.u
	}
	if r.pixels == nil {
		r.pixels = make([]float32, r.blocks.x.pixels*r.blocks.y.pixels)
		r.blend = make([]float32, r.blocks.x.blocks+2)
		r.state = 0
		r.refresh()
	}
	return r.pixels
}

// refresh computes the pixels anew if the plane has changed since.
func (r *reader) refresh() {
	if r.pixels == nil || r.state == r.source.changes {
		return
	}
	r.blocks.interpolate(lanes(), r.pixels, r.source.u, r.blend)
	r.state = r.source.changes
}
