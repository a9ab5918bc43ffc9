package section

import "trabecula/field"

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
	r := Report{Geometry: "image", Image: s.name, SourceW: s.w, SourceH: s.h, SourcePixel: s.pixel, Threshold: float64(s.level) / full}
	r.Window = [4]float64{w.x, w.y, float64(w.grid.W) * w.ratio, float64(w.grid.H) * w.ratio}
	r.Specks, r.SpeckArea = s.clean(p.Specks)
	fraction := w.byArea(s)
	bone := 0.0
	for _, f := range fraction {
		bone += float64(f)
	}
	r.SourceBVTV = 100 * bone / float64(len(fraction))
	return w.grid, fraction, r, nil
}
