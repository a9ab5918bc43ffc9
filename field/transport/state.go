package transport

import (
	"encoding/binary"
	"errors"
	"math"
	"slices"
)

// errState is what UnmarshalBinary returns for bytes of another grid or length.
var errState = errors.New("transport: the state does not fit this solver")

// coder writes a state to buf, or reads it if reading; the order of the calls
// is the format.
type coder struct {
	buf     []byte
	reading bool
	err     error
}

// word codes 64 bits.
func (c *coder) word(v uint64) uint64 {
	if !c.reading {
		c.buf = binary.LittleEndian.AppendUint64(c.buf, v)
		return v
	}
	if len(c.buf) < 8 {
		c.buf, c.err = nil, errState
		return 0
	}
	v = binary.LittleEndian.Uint64(c.buf)
	c.buf = c.buf[8:]
	return v
}

// number codes a float64.
func (c *coder) number(p *float64) { *p = math.Float64frombits(c.word(math.Float64bits(*p))) }

// count codes an int64.
func (c *coder) count(p *int64) { *p = int64(c.word(uint64(*p))) }

// flag codes a bool.
func (c *coder) flag(p *bool) {
	v := uint64(0)
	if *p {
		v = 1
	}
	*p = c.word(v) == 1
}

// plane codes numbers whose count is known to both sides.
func (c *coder) plane(u []float32) {
	if !c.reading {
		c.buf = slices.Grow(c.buf, 4*len(u))
		for _, v := range u {
			c.buf = binary.LittleEndian.AppendUint32(c.buf, math.Float32bits(v))
		}
		return
	}
	if len(c.buf) < 4*len(u) {
		c.buf, c.err = nil, errState
		return
	}
	for i := range u {
		u[i] = math.Float32frombits(binary.LittleEndian.Uint32(c.buf[4*i:]))
	}
	c.buf = c.buf[4*len(u):]
}

// points codes a list of points.
func (c *coder) points(ps *[]Point) {
	n := c.word(uint64(len(*ps)))
	if c.reading {
		if n > uint64(len(c.buf)/8) {
			c.buf, c.err = nil, errState
			return
		}
		*ps = make([]Point, n)
	}
	for i := range *ps {
		p := &(*ps)[i]
		w := c.word(uint64(uint32(p.At))<<32 | uint64(math.Float32bits(p.Rate)))
		p.At, p.Rate = int32(w>>32), math.Float32frombits(uint32(w))
	}
}

// MarshalBinary returns the complete state. It never fails.
func (v *Solver) MarshalBinary() ([]byte, error) {
	c := &coder{}
	v.code(c)
	return c.buf, c.err
}

// UnmarshalBinary restores a state into a solver made by New with the same
// arguments. It returns an error, and leaves the solver useless, if the bytes
// are not those of such a solver.
func (v *Solver) UnmarshalBinary(data []byte) error {
	c := &coder{buf: data, reading: true}
	v.code(c)
	if c.err == nil && len(c.buf) > 0 {
		c.err = errState
	}
	return c.err
}

// code codes the whole state.
func (v *Solver) code(c *coder) {
	w, h := int64(v.grid.W), int64(v.grid.H)
	columns, rows := int64(v.blocks.x.blocks), int64(v.blocks.y.blocks)
	for _, n := range []*int64{&w, &h, &columns, &rows} {
		c.count(n)
	}
	if w != int64(v.grid.W) || h != int64(v.grid.H) || columns != int64(v.blocks.x.blocks) || rows != int64(v.blocks.y.blocks) {
		c.buf, c.err = nil, errState
		return
	}
	c.plane(v.medium.bone)
	c.plane(v.medium.osteoid)
	c.number(&v.trio.meet)
	for _, s := range v.species {
		s.code(c)
	}
	if c.reading && c.err == nil {
		for i := range v.readers {
			v.readers[i].refresh()
		}
	}
}

// code codes the state of one signal. Levels are not part of it: they follow
// from the medium, the step and the uptake.
func (s *species) code(c *coder) {
	for _, p := range []*float64{&s.shift, &s.dt, &s.mass, &s.carry, &s.fit.residual, &s.fit.factor,
		&s.ledger.Stored, &s.ledger.Secreted, &s.ledger.Decayed, &s.ledger.Taken, &s.ledger.Bound,
		&s.ledger.Neutralised, &s.extra} {
		c.number(p)
	}
	c.count(&s.effort.Cycles)
	c.count(&s.effort.Solves)
	c.count(&s.effort.Skipped)
	living := s.levels != nil
	c.flag(&living)
	c.flag(&s.mixed)
	c.flag(&s.fit.known)
	c.points(&s.fit.sec)
	c.points(&s.fit.upt)
	if s.mass != 0 {
		c.plane(s.u)
	} else if c.reading {
		fill(s.u, 0)
	}
	s.changes++
	if c.reading && c.err == nil {
		c.err = s.revive(living)
	}
}

// revive makes the levels of a state just read.
func (s *species) revive(living bool) error {
	if check(s.name, s.fit.sec, len(s.u)) != nil || check(s.name, s.fit.upt, len(s.u)) != nil {
		return errState
	}
	s.levels, s.stale = nil, nil
	if living {
		s.alive()
	}
	return nil
}
