package endocrine

import (
	"bytes"
	"encoding/binary"
	"fmt"
)

// parts visits everything that the future of the body depends on, in a fixed
// order; code reads or writes one value.
func (b *Body) parts(step *float64, code func(v any) error) error {
	s := &b.skeleton
	for _, v := range []any{&b.time, step, b.y, &b.infused, &b.samples.parts, &s.cells, &s.Cells, &s.Section, &s.Loaded,
		b.day.sum, &b.day.hours, b.day.mean} {
		if err := code(v); err != nil {
			return err
		}
	}
	return nil
}

// MarshalBinary returns the state, little-endian; equal states give equal bytes.
// The parameters are not part of it.
func (b *Body) MarshalBinary() ([]byte, error) {
	var out bytes.Buffer
	step := b.solver.Step()
	err := b.parts(&step, func(v any) error { return binary.Write(&out, binary.LittleEndian, v) })
	return out.Bytes(), err
}

// Restore returns the body whose state MarshalBinary gave, with the parameters
// it lived with.
func Restore(p Params, state []byte) (*Body, error) {
	b, err := build(p, respond(p))
	if err != nil {
		return nil, err
	}
	r := bytes.NewReader(state)
	var step float64
	if err := b.parts(&step, func(v any) error { return binary.Read(r, binary.LittleEndian, v) }); err != nil {
		return nil, fmt.Errorf("state: body: %w", err)
	}
	if r.Len() > 0 {
		return nil, fmt.Errorf("state: body: %d bytes too many", r.Len())
	}
	b.solver.SetStep(step)
	b.publish(b.time, b.y)
	b.now.Bone = b.skeleton.bone()
	return b, nil
}
