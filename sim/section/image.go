package section

import (
	"fmt"

	"trabecula/field"
	"trabecula/field/morphometry"
)

// ReadMask returns the image that p names as a mask with the image's own
// pixels: all of it or the crop, neither resampled nor rid of specks. It is
// what is measured when an image, not a model, is asked about.
func ReadMask(p Params) (morphometry.Mask, Report, error) {
	if err := p.Validate(); err != nil {
		return morphometry.Mask{}, Report{}, err
	}
	s, err := p.readSource()
	if err != nil {
		return morphometry.Mask{}, Report{}, err
	}
	from, err := p.area(s)
	if err != nil {
		return morphometry.Mask{}, Report{}, err
	}
	g := s.mask.Grid
	g.W, g.H = from.w, from.h
	m := morphometry.NewMask(g)
	for y := range from.h {
		at := (from.y+y)*s.w + from.x
		copy(m.Solid[y*from.w:(y+1)*from.w], s.mask.Solid[at:])
	}
	r := s.report(p)
	r.Window = [4]float64{float64(from.x), float64(from.y), float64(from.w), float64(from.h)}
	r.describeMask(m)
	return m, r, nil
}

// fromImage returns the bone fraction of every model pixel, out of an image.
func (p Params) fromImage() (field.Grid, []float32, Report, error) {
	s, err := p.readSource()
	if err != nil {
		return field.Grid{}, nil, Report{}, err
	}
	w, err := p.window(s)
	if err != nil {
		return field.Grid{}, nil, Report{}, err
	}
	r := s.report(p)
	r.Window = [4]float64{w.x, w.y, float64(w.grid.W) * w.ratio, float64(w.grid.H) * w.ratio}
	r.Specks, r.SpeckArea = s.clean(p.Specks)
	fraction := w.byArea(s)
	bone := sum(fraction)
	r.SourceBVTV = bone / float64(len(fraction))
	if p.Smooth && w.ratio < 1 {
		fraction = w.byContour(s, bone)
	}
	return w.grid, fraction, r, s.checkWindow(r)
}

// report tells what is known of the image before it is cut.
func (s *source) report(p Params) Report {
	return Report{Geometry: "image", Image: s.name, SourceW: s.w, SourceH: s.h, SourcePixel: s.pixel, Threshold: s.threshold(p.Invert)}
}

// checkWindow refuses a part of the image that has only one phase.
func (s *source) checkWindow(r Report) error {
	const where = "%s: the part of %.0f x %.0f px at %.0f,%.0f is all %s; choose another by section.crop, or set section.threshold"
	switch {
	case r.SourceBVTV == 0:
		return fmt.Errorf(where, s.name, r.Window[2], r.Window[3], r.Window[0], r.Window[1], "marrow")
	case r.SourceBVTV >= 1:
		return fmt.Errorf(where, s.name, r.Window[2], r.Window[3], r.Window[0], r.Window[1], "bone")
	}
	return nil
}

func sum(values []float32) float64 {
	total := 0.0
	for _, v := range values {
		total += float64(v)
	}
	return total
}
