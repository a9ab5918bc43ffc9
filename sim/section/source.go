package section

import (
	"fmt"
	"strconv"

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
	return s.checkPhases(s.mask.Count(), len(s.grey), "")
}

func (s *source) setLevel(p Params) error {
	if p.Threshold == "otsu" {
		level, ok := otsu(s.grey)
		if !ok {
			return fmt.Errorf("%s: all pixels are alike, want an image of bone and marrow", s.name)
		}
		s.level = level
		return nil
	}
	fraction, err := strconv.ParseFloat(p.Threshold, 64)
	if err != nil {
		return fmt.Errorf("section.threshold: %q, want otsu or a fraction of full scale such as 0.5", p.Threshold)
	}
	if p.Invert {
		fraction = 1 - fraction
	}
	s.level = max(int(fraction*full+0.5), 1)
	return nil
}

// checkPhases refuses what has only one phase.
func (s *source) checkPhases(bone, all int, where string) error {
	level := fmt.Sprintf("at the threshold %.3g of full scale", float64(s.level)/full)
	switch bone {
	case 0:
		return fmt.Errorf("%s: no bone%s %s; try section.threshold or section.invert", s.name, where, level)
	case all:
		return fmt.Errorf("%s: no marrow%s %s; try section.threshold or section.invert", s.name, where, level)
	}
	return nil
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
