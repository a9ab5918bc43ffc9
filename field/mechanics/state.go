package mechanics

import (
	"encoding/binary"
	"fmt"
	"math"
)

// heading is the length of what precedes the planes in a state [bytes].
const heading = 8 * (3 + int(axes))

// size is the length of a state with or without solution [bytes].
func (s *Solver) size() int {
	if s.grams == nil {
		return heading
	}
	return heading + int(axes)*8*2*s.nodes() + 4*(len(s.pixels)+len(s.bone))
}

// MarshalBinary returns the complete state: the load, the displacements of the
// unit problems and the tissue they belong to. It never fails.
func (s *Solver) MarshalBinary() ([]byte, error) {
	le := binary.LittleEndian
	b := make([]byte, 0, s.size())
	b = le.AppendUint64(b, uint64(s.grid.W)<<32|uint64(s.grid.H))
	b = le.AppendUint64(b, uint64(s.p.Coarsen)<<1|solved(s.grams != nil))
	b = le.AppendUint64(b, math.Float64bits(s.load))
	for _, p := range s.problems {
		b = le.AppendUint64(b, uint64(p.iterations))
	}
	if s.grams == nil {
		return b, nil
	}
	for _, p := range s.problems {
		for _, u := range p.u {
			b = le.AppendUint64(b, math.Float64bits(u))
		}
	}
	for _, plane := range [][]float32{s.pixels, s.bone} {
		for _, v := range plane {
			b = le.AppendUint32(b, math.Float32bits(v))
		}
	}
	return b, nil
}

func solved(is bool) uint64 {
	if is {
		return 1
	}
	return 0
}

// UnmarshalBinary takes over the state of a solver for the same grid and
// Params; results are then equal to the last bit. The solver is unchanged after
// an error.
func (s *Solver) UnmarshalBinary(data []byte) error {
	le := binary.LittleEndian
	if len(data) < heading {
		return fmt.Errorf("mechanics: a state of %d bytes, want at least %d", len(data), heading)
	}
	size, edge, flag := le.Uint64(data), le.Uint64(data[8:])>>1, le.Uint64(data[8:])&1
	if size != uint64(s.grid.W)<<32|uint64(s.grid.H) || edge != uint64(s.p.Coarsen) {
		return fmt.Errorf("mechanics: a state of %d x %d px in blocks of %d, want %d x %d in blocks of %d", size>>32, uint32(size), edge, s.grid.W, s.grid.H, s.p.Coarsen)
	}
	fresh := New(s.grid, s.p)
	fresh.load = math.Float64frombits(le.Uint64(data[16:]))
	for a, p := range fresh.problems {
		p.iterations = int(le.Uint64(data[24+8*a:]))
	}
	if flag == 1 {
		fresh.grams = []gram{}
	}
	if len(data) != fresh.size() {
		return fmt.Errorf("mechanics: a state of %d bytes, want %d", len(data), fresh.size())
	}
	if flag == 1 {
		fresh.restore(data[heading:])
	}
	*s = *fresh
	return nil
}

// restore reads the planes of a state and derives the results.
func (s *Solver) restore(data []byte) {
	le := binary.LittleEndian
	for _, p := range s.problems {
		for i := range p.u {
			p.u[i] = math.Float64frombits(le.Uint64(data))
			data = data[8:]
		}
	}
	for _, plane := range [][]float32{s.pixels, s.bone} {
		for i := range plane {
			plane[i] = math.Float32frombits(le.Uint32(data))
			data = data[4:]
		}
	}
	blocks(s.grid, s.p.Coarsen, s.lattice, s.pixels, s.modulus)
	s.derive()
}
