package render

import (
	"iter"
	"math"
	"slices"

	"trabecula/agents"
	"trabecula/field"
	"trabecula/field/signal"
	"trabecula/field/tissue"
	"trabecula/sim"
	"trabecula/sim/unit"
)

var _ Scene = sim.View{}

// still is a scene that does not move, made by hand.
type still struct {
	t     *tissue.Tissue
	time  float64
	cells []agents.Cell
	sites []int32
	rankl func(x, y float64) float64 // [pM]
}

func (s *still) Grid() field.Grid             { return s.t.Grid }
func (s *still) Time() float64                { return s.time }
func (s *still) Tissue() tissue.View          { return s.t.View() }
func (s *still) Cells() iter.Seq[agents.Cell] { return slices.Values(s.cells) }
func (s *still) Sinusoids() []int32           { return s.sites }

func (s *still) Signal(_ signal.Signal, i int) float32 {
	if s.rankl == nil {
		return 0
	}
	x, y := s.t.XY(i)
	return float32(s.rankl(float64(x), float64(y)))
}

func (s *still) Foot(k agents.Kind) float64 {
	return map[agents.Kind]float64{agents.Reversal: 9, agents.Osteoblast: 7.5, agents.LiningCell: 27, agents.Osteoclast: 20}[k]
}

// add puts a cell at (x, y) and returns it for further changes.
func (s *still) add(k agents.Kind, x, y int) *agents.Cell {
	s.cells = append(s.cells, agents.Cell{ID: uint64(len(s.cells) + 1), Kind: k, Pos: int32(s.t.At(x, y)), Nuclei: 1, Vigour: 0.6})
	return &s.cells[len(s.cells)-1]
}

// carve makes bone where inside is negative: the distance from its surface [px].
func carve(g field.Grid, inside func(x, y float64) float64) *tissue.Tissue {
	t := tissue.New(g)
	for i := range t.Bone {
		x, y := g.XY(i)
		d := inside(float64(x), float64(y))
		t.Bone[i] = float32(field.Clamp(0.5-d, 0, 1))
		t.Mineral[i] = t.Bone[i] * float32(0.75+0.25*math.Sin(float64(x)/19)*math.Cos(float64(y)/13))
		t.Born[i] = float32(-unit.Year * (2 + math.Sin(float64(x)/19)))
	}
	return t
}

// strut is a slab of bone with a remodelling site on its upper face, seen in
// every phase from left to right: lining, resorption, reversal, formation with
// its osteoid seam, and lining again.
func strut() *still {
	const w, h, top, bottom = 96, 56, 26, 48
	g := field.Grid{W: w, H: h, Pixel: 5, Thickness: 10}
	s := &still{time: 120.5 * unit.Day}
	s.t = carve(g, func(x, y float64) float64 { return max(bed(x)-y, y-bottom) })
	for x := range w {
		s.surface(x, top)
	}
	s.line(top, bottom)
	s.crew(top)
	s.marrow()
	s.rankl = func(x, y float64) float64 { return 20 * math.Exp(-math.Hypot(x-30, y-20)/12) }
	return s
}

// bed is the height of the upper face: a cavity from x = 22 to 76.
func bed(x float64) float64 {
	const top, deep = 26, 9
	switch {
	case x < 22 || x > 76:
		return top
	case x < 36:
		return top + deep*math.Pow(math.Sin((x-22)/14*math.Pi/2), 2)
	case x < 46:
		return top + deep
	}
	return top + deep*math.Pow(math.Cos((x-46)/30*math.Pi/2), 2)
}

// surface sets face and osteoid of the column at x.
func (s *still) surface(x, top int) {
	y := int(math.Round(bed(float64(x))))
	for dy := -2; dy <= 3; dy++ {
		i := s.t.At(x, y+dy)
		switch {
		case x >= 22 && x < 50:
			s.t.Face[i] = tissue.Eroded
		case x >= 50 && x < 76:
			s.t.Face[i] = tissue.Covered
			if float64(dy) < 2.6*math.Sin(float64(x-48)/30*math.Pi) {
				s.t.Osteoid[i], s.t.Mineral[i] = s.t.Bone[i], 0
			}
		}
	}
}

// line covers the quiet surfaces and fills bone with osteocytes.
func (s *still) line(top, bottom int) {
	for x := 4; x < 96; x += 9 {
		s.add(agents.LiningCell, x, bottom+1)
		if x < 20 || x > 76 {
			s.add(agents.LiningCell, x, top-1)
		}
	}
	s.add(agents.LiningCell, 24, 26).Flags = agents.Retracted
	for n, x := range []int{6, 14, 23, 31, 40, 48, 57, 66, 74, 83, 91} {
		s.add(agents.Osteocyte, x, 39+5*(n%2))
	}
	s.cells[len(s.cells)-7].Flags = agents.Dead
	s.add(agents.Osteocyte, 84, 31).Flags = agents.Dead
}

// crew puts the cells of the remodelling site to work.
func (s *still) crew(int) {
	c := s.add(agents.Osteoclast, 31, 30)
	c.Nuclei = 7
	s.add(agents.Osteoclast, 39, 33).Nuclei = 3
	for _, x := range []int{44, 47, 50} {
		s.add(agents.Reversal, x, int(bed(float64(x)))-1)
	}
	for x := 53; x < 76; x += 3 {
		s.add(agents.Osteoblast, x, int(bed(float64(x)))-1).Vigour = float32(76-x) / 30
	}
}

// marrow scatters the loose cells and a vessel.
func (s *still) marrow() {
	s.sites = []int32{int32(s.t.At(50, 8))}
	s.add(agents.Progenitor, 80, 9)
	for _, p := range [][2]int{{56, 20}, {66, 14}, {46, 22}} {
		s.add(agents.PreOsteoblast, p[0], p[1])
	}
	for _, p := range [][2]int{{12, 10}, {40, 6}, {22, 15}} {
		s.add(agents.Precursor, p[0], p[1])
	}
	s.add(agents.Precursor, 27, 20).Flags = agents.Committed
	s.add(agents.Precursor, 34, 22).Flags = agents.Committed
	s.add(agents.Macrophage, 70, 5)
	s.add(agents.Macrophage, 5, 19)
	s.add(agents.TCell, 88, 17)
	s.add(agents.TCell, 30, 8).Flags = agents.Memory
}
