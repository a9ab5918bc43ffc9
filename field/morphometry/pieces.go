package morphometry

import "trabecula/field"

// Piece is one connected piece of bone.
type Piece struct {
	Pixels  int
	AtEdge  bool // reaches the edge of the section, beyond which it may go on
	SpansX  bool // joins the left and the right edge
	SpansY  bool // joins the top and the bottom edge
	touches edges
}

type edges uint8

const (
	left edges = 1 << iota
	right
	top
	bottom
)

// Pieces labels the connected pieces of bone, corner neighbours included
// (8-connected). It returns the label of every pixel, -1 in marrow, and the
// pieces in the order of their first pixels.
func Pieces(m Mask) (label []int32, pieces []Piece) { return connected(m, field.Step8[:]) }

// Holes labels the connected pieces of marrow, edge neighbours only
// (4-connected, the dual of bone's 8); those with AtEdge false are enclosed in
// bone. Labels are as those of Pieces, -1 in bone.
func Holes(m Mask) (label []int32, pieces []Piece) { return connected(m.Invert(), field.Step4[:]) }

func connected(m Mask, steps [][2]int) ([]int32, []Piece) {
	label := make([]int32, m.Len())
	for i := range label {
		label[i] = -1
	}
	var pieces []Piece
	var stack []int
	for i, s := range m.Solid {
		if s && label[i] < 0 {
			var p Piece
			p, stack = m.flood(i, int32(len(pieces)), label, steps, stack[:0])
			pieces = append(pieces, p)
		}
	}
	return label, pieces
}

// flood labels the piece that pixel start belongs to; stack is only lent.
func (m Mask) flood(start int, name int32, label []int32, steps [][2]int, stack []int) (Piece, []int) {
	var p Piece
	label[start] = name
	stack = append(stack, start)
	for len(stack) > 0 {
		i := stack[len(stack)-1]
		stack = stack[:len(stack)-1]
		x, y := m.XY(i)
		p.Pixels++
		p.touches |= m.edgesAt(x, y)
		for _, s := range steps {
			if !m.Inside(x+s[0], y+s[1]) {
				continue
			}
			if j := m.At(x+s[0], y+s[1]); m.Solid[j] && label[j] < 0 {
				label[j] = name
				stack = append(stack, j)
			}
		}
	}
	p.AtEdge = p.touches != 0
	p.SpansX = p.touches&(left|right) == left|right
	p.SpansY = p.touches&(top|bottom) == top|bottom
	return p, stack
}

func (m Mask) edgesAt(x, y int) edges {
	var e edges
	if x == 0 {
		e |= left
	}
	if x == m.W-1 {
		e |= right
	}
	if y == 0 {
		e |= top
	}
	if y == m.H-1 {
		e |= bottom
	}
	return e
}
