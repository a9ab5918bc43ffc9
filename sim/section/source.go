package section

import (
	"fmt"

	"trabecula/field"
	"trabecula/field/morphometry"
)

// source is the image with its phases told apart.
type source struct {
	imageFile
	greyImage
	level int // bone from here [0..full]
	mask  morphometry.Mask
}

// readSource reads, checks and segments the image that p names.
func (p Params) readSource() (source, error) {
	file, err := p.open()
	if err != nil {
		return source{}, err
	}
	img, err := file.decode()
	if err != nil {
		return source{}, err
	}
	grey, err := greyOf(img, file.name)
	if err != nil {
		return source{}, err
	}
	grey.boneBright(p.Invert)
	s := source{imageFile: file, greyImage: grey}
	return s, s.segment(p)
}

// segment sets the threshold and the mask of s.
func (s *source) segment(p Params) error {
	if err := s.setLevel(p); err != nil {
		return err
	}
	s.mask = morphometry.NewMask(field.Grid{W: s.w, H: s.h, Pixel: s.pixel, Thickness: p.Thickness})
	for i, v := range s.grey {
		s.mask.Solid[i] = int(v) >= s.level
	}
	return s.checkPhases(p.Invert)
}

// setLevel finds the threshold, as a value of the image with bone bright.
func (s *source) setLevel(p Params) error {
	part, err := p.threshold()
	if err != nil {
		return err
	}
	if part == 0 {
		level, ok := otsu(s.grey)
		if !ok {
			return fmt.Errorf("%s: all pixels are alike, want an image of bone and marrow", s.name)
		}
		s.level = level
		return nil
	}
	s.level = max(int(part*full+0.5), 1)
	if p.Invert {
		s.level = opposite(s.level)
	}
	return nil
}

// opposite turns "bone from this value on" about when bone is dark: bone is
// what is below it.
func opposite(level int) int { return full - level + 1 }

// threshold returns the level in the scale of the file.
func (s *source) threshold(invert bool) float64 {
	if invert {
		return float64(opposite(s.level)) / full
	}
	return float64(s.level) / full
}

// checkPhases refuses what has only one phase.
func (s *source) checkPhases(invert bool) error {
	switch s.mask.Count() {
	case 0:
		return s.onePhase("no bone", invert)
	case s.mask.Len():
		return s.onePhase("no marrow", invert)
	}
	return nil
}

func (s *source) onePhase(what string, invert bool) error {
	return fmt.Errorf("%s: %s at the threshold %.3g of full scale; try section.threshold or section.invert", s.name, what, s.threshold(invert))
}

// clean removes specks of bone and of marrow below the area of a disc of the
// given diameter [um], and returns their number and area [um2]. Their grey
// values are mirrored at the threshold, so that both tellings agree. Specks at
// the edge of the image stay: the rest of them may lie beyond it.
func (s *source) clean(diameter float64) (count int, area float64) {
	limit := discArea(diameter) / s.mask.PixelArea()
	label, bone := morphometry.Pieces(s.mask)
	n, pixels := s.flip(label, bone, limit)
	label, marrow := morphometry.Holes(s.mask)
	m, more := s.flip(label, marrow, limit)
	return n + m, float64(pixels+more) * s.mask.PixelArea()
}

func (s *source) flip(label []int32, pieces []morphometry.Piece, limit float64) (count, pixels int) {
	small := make([]bool, len(pieces))
	for i, p := range pieces {
		if small[i] = !p.AtEdge && float64(p.Pixels) < limit; small[i] {
			count++
			pixels += p.Pixels
		}
	}
	for i, l := range label {
		if l >= 0 && small[l] {
			s.mask.Solid[i] = !s.mask.Solid[i]
			s.grey[i] = mirror(s.grey[i], s.level)
		}
	}
	return count, pixels
}

// mirror reflects a grey value at the threshold to the other phase.
func mirror(v uint16, level int) uint16 {
	return uint16(field.Clamp(2*level-1-int(v), 0, full))
}
