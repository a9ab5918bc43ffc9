package morphometry

import (
	"encoding/json"
	"math"

	"trabecula/sim/unit"
)

// Static is the static morphometry of a section. Columns says what its numbers
// are; a number that does not exist, such as the thickness of no bone, is NaN,
// and null in JSON.
type Static struct {
	TissueArea float64 // T.Ar [mm2]
	BoneArea   float64 // B.Ar [mm2]
	Perimeter  float64 // B.Pm [mm]
	Plate
	Thickness  Local // Tb.Th, direct [um]; NaN without Options.Local
	Separation Local // Tb.Sp, direct [um]; NaN without Options.Local
	Topology
}

// Topology is how a section hangs together: bone across corners, marrow across
// edges only.
type Topology struct {
	Components    int
	Holes         int     // pieces of marrow enclosed in bone
	Euler         int     // Components - Holes
	Islands       int     // components that do not reach the edge of the section
	LargestShare  float64 // of bone area that is in the largest component [1]
	IslandShare   float64 // of bone area that is in islands [1]
	SpansX        bool    // one component joins left and right
	SpansY        bool    // one component joins top and bottom
	IslandPixels  int
	LargestPixels int
}

// Options says what Measure takes the time for.
type Options struct {
	Local  bool // local thickness of both phases, most of the time of Measure
	Closed bool // the edge of the section is a wall to the discs of local thickness
}

// Measure returns the static morphometry of m.
func Measure(m Mask, opt Options) Static {
	bone, perimeter := float64(m.Count())*m.PixelArea(), Perimeter(m)
	s := Static{
		TissueArea: m.Area() / squareMillimetre,
		BoneArea:   bone / squareMillimetre,
		Perimeter:  perimeter / unit.Millimetre,
		Plate:      PlateOf(bone, perimeter, m.Area()),
		Thickness:  absent(),
		Separation: absent(),
		Topology:   TopologyOf(m),
	}
	if opt.Local {
		marrow := m.Invert()
		s.Thickness = LocalOf(m, LocalThickness(m, opt.Closed))
		s.Separation = LocalOf(marrow, LocalThickness(marrow, opt.Closed))
	}
	return s
}

const squareMillimetre = unit.Millimetre * unit.Millimetre

// TopologyOf counts the pieces and holes of m.
func TopologyOf(m Mask) Topology {
	_, pieces := Pieces(m)
	t := Topology{Components: len(pieces), Euler: Euler(m)}
	t.Holes = t.Components - t.Euler
	all := 0
	for _, p := range pieces {
		all += p.Pixels
		t.addPiece(p)
	}
	t.LargestShare = float64(t.LargestPixels) / float64(all) // NaN without bone
	t.IslandShare = float64(t.IslandPixels) / float64(all)
	return t
}

func (t *Topology) addPiece(p Piece) {
	if !p.AtEdge {
		t.Islands++
		t.IslandPixels += p.Pixels
	}
	t.LargestPixels = max(t.LargestPixels, p.Pixels)
	t.SpansX = t.SpansX || p.SpansX
	t.SpansY = t.SpansY || p.SpansY
}

// MarshalJSON writes the columns of s under their names.
func (s Static) MarshalJSON() ([]byte, error) {
	out := []byte{'{'}
	for i, c := range Columns() {
		if i > 0 {
			out = append(out, ',')
		}
		out = append(append(append(out, '"'), c.Name...), '"', ':')
		v := c.Of(s)
		if math.IsNaN(v) || math.IsInf(v, 0) {
			out = append(out, "null"...)
			continue
		}
		number, err := json.Marshal(v)
		if err != nil {
			return nil, err
		}
		out = append(out, number...)
	}
	return append(out, '}'), nil
}
