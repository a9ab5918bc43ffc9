package tissue

// Label is the tetracycline that blood carries.
type Label uint8

// The labels of a biopsy, in the order in which they are given.
const (
	NoLabel Label = iota
	FirstLabel
	SecondLabel
)

// Supply is what blood brings to osteoid.
type Supply struct {
	Mineral float64 // calcium and phosphate that mineralisation finds, of that in health
	Label   Label
}

// labelled returns the plane of a label, or nil.
func (t *Tissue) labelled(l Label) []float32 {
	switch l {
	case FirstLabel:
		return t.Label1
	case SecondLabel:
		return t.Label2
	}
	return nil
}

// fix binds a label to matrix that has just mineralised in pixel i [px].
func (t *Tissue) fix(l Label, i int, turned float64) {
	plane := t.labelled(l)
	if plane == nil || turned <= 0 {
		return
	}
	before := plane[i]
	plane[i] = min(before+float32(turned), t.Bone[i])
	t.Totals.Labelled += (float64(plane[i]) - float64(before)) * t.PixelArea()
}

// ClearLabels removes all labels: those of a former biopsy are not looked at
// again.
func (t *Tissue) ClearLabels() {
	for _, plane := range [...][]float32{t.Label1, t.Label2} {
		for i, v := range plane {
			t.Totals.Bleached += float64(v) * t.PixelArea()
			plane[i] = 0
		}
	}
}

// Label returns how much of pixel i mineralised while a label was given [px].
func (v View) Label(l Label, i int) float32 {
	if plane := v.t.labelled(l); plane != nil {
		return plane[i]
	}
	return 0
}
