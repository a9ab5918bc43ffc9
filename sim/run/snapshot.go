package run

import (
	"bytes"
	"fmt"
	"math"

	"trabecula/render"
	"trabecula/sim"
)

// painter makes the pictures of a run.
type painter struct{ p *render.Painter }

func newPainter(o OutputParams, title string) *painter {
	options := render.Options{Scale: float64(o.Scale), Title: title}
	if o.Overlay != noOverlay {
		options.Overlay, _ = render.FindOverlay(o.Overlay) // validated
	}
	return &painter{render.New(options)}
}

// png returns a picture of the section as a file.
func (p *painter) png(v sim.View) ([]byte, error) {
	img := p.p.Frame(v)
	var b bytes.Buffer
	err := render.WritePNG(&b, img, p.p.Meta(v))
	return b.Bytes(), err
}

// snapshot writes a picture of the present moment, named by its day.
func (s *session) snapshot() error {
	v := s.model.View()
	name := fmt.Sprintf("%06dd.png", int(math.Floor(s.config.days(v.Tick())+1e-9)))
	data, err := s.paint.png(v)
	if err != nil {
		return fmt.Errorf("%s: %w", s.path(snapshotsDir, name), err)
	}
	return s.disk.replace(s.path(snapshotsDir, name), data)
}
