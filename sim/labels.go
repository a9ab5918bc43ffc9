package sim

import (
	"trabecula/field/histology"
	"trabecula/field/tissue"
)

// LabelParams are the course of tetracycline before a biopsy, as it is given to
// patients, over and over: 3 days on, 12 off, 3 on, and a biopsy 5 days later.
type LabelParams struct {
	Course float64 `param:"course" default:"3 d" range:"1 h..30 d" doc:"for which each of the two labels is given" source:"3-12-3-5 (Dempster et al. 2013, J Bone Miner Res 28:2, recalled)"`
	Pause  float64 `param:"pause" default:"12 d" range:"1 h..90 d" doc:"between the labels" source:"3-12-3-5 (Dempster et al. 2013, recalled)"`
	Wait   float64 `param:"wait" default:"5 d" range:"1 h..90 d" doc:"from the end of the second label to the biopsy" source:"3-12-3-5; 5-14 d in use (Dempster et al. 2013, recalled)"`
	Every  float64 `param:"every" default:"30 d" range:"1 d..10 y" doc:"from one biopsy to the next, never less than one takes" source:"design: a course takes 23 d; of a patient one has a biopsy or two, of a section as many as one likes"`
}

// due returns the steps within the cycle of biopsies at which things happen.
func (p LabelParams) due(step float64) (course, second, end, biopsy, cycle int64) {
	steps := func(t float64) int64 { return int64(t/step + 0.5) }
	course = max(steps(p.Course), 1)
	second = course + steps(p.Pause)
	end = second + course
	biopsy = end + max(steps(p.Wait), 1)
	return course, second, end, biopsy, max(steps(p.Every), biopsy)
}

// label returns what is given in step tick.
func (p LabelParams) label(tick int64, step float64) tissue.Label {
	course, second, end, _, cycle := p.due(step)
	switch phase := tick % cycle; {
	case phase < course:
		return tissue.FirstLabel
	case phase >= second && phase < end:
		return tissue.SecondLabel
	}
	return tissue.NoLabel
}

// supply returns what blood brings to osteoid in this step.
func (m *Model) supply() tissue.Supply {
	return tissue.Supply{Mineral: m.body.Levels().Mineralisation, Label: m.params.Labels.label(m.tick, m.params.Time.Step)}
}

// label clears the labels of the last biopsy when a new course begins, and takes
// a biopsy when one is due at the end of this step.
func (m *Model) label() {
	_, second, _, biopsy, cycle := m.params.Labels.due(m.params.Time.Step)
	switch m.tick % cycle {
	case 0:
		m.tissue.ClearLabels()
	case biopsy - 1:
		end := m.time() + m.params.Time.Step
		m.biopsy = histology.Take(m.tissue.View(), end, float64(second)*m.params.Time.Step)
	}
}

// Biopsy returns what the last biopsy showed.
func (v View) Biopsy() histology.Biopsy { return v.m.biopsy }
