package section

import (
	"errors"
	"fmt"
	"math"
	"strconv"

	"trabecula/sim/param"
)

// Validate reports every fault of p that can be seen without opening a file.
func (p Params) Validate() error {
	faults := p.outOfRange()
	if p.Geometry == "synthetic" {
		faults = append(faults, p.Synthetic.validate(p.Pixel))
	} else {
		_, thresholdFault := p.threshold()
		_, cropFault := p.crop()
		faults = append(faults, thresholdFault, cropFault, p.bundledFault())
	}
	return errors.Join(faults...)
}

// outOfRange holds p against the ranges and choices of its tags.
func (p Params) outOfRange() (faults []error) {
	for _, s := range param.Describe([]param.Group{{Path: "section", Ptr: &p}}) {
		if v := s.Value(); !s.Allows(v) {
			faults = append(faults, fmt.Errorf("%s = %s, want %s", s.Path, s.Format(v), s.Want()))
		}
	}
	return faults
}

// validate finds targets that contradict one another, or the lattice.
func (s Synthetic) validate(pixel float64) error {
	var faults []error
	if implied := s.separation(); s.TbSp != 0 && !(math.Abs(s.TbSp/implied-1) <= reached) {
		faults = append(faults, fmt.Errorf("section.synthetic.tb_sp = %g um contradicts bv_tv = %g and tb_th = %g um, which imply tb_th (1/bv_tv - 1) = %.4g um (plate model); leave it out, or give that",
			s.TbSp, s.BVTV, s.TbTh, implied))
	}
	if s.TbTh < thinnest*pixel {
		faults = append(faults, fmt.Errorf("section.synthetic.tb_th = %g um, want at least %d pixels of section.pixel = %g um", s.TbTh, thinnest, pixel))
	}
	return errors.Join(faults...)
}

// thinnest is the fewest pixels across a trabecula that still have a surface on
// both sides and something between.
const thinnest = 4

// threshold reads the threshold of p, a part of full scale; 0 means Otsu's.
func (p Params) threshold() (float64, error) {
	if p.Threshold == "otsu" {
		return 0, nil
	}
	part, err := strconv.ParseFloat(p.Threshold, 64)
	if err != nil || !(part > 0 && part <= 1) {
		return 0, fmt.Errorf("section.threshold = %q, want otsu, or a part of full scale above 0 and up to 1, such as 0.5", p.Threshold)
	}
	return part, nil
}

func (p Params) bundledFault() error {
	name, ok := p.bundled()
	if !ok {
		return nil
	}
	_, err := findBundled(name)
	return err
}
