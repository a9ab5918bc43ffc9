package metric

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"math"
)

// format is the first word of a stored memory; it changes with mark.
const format uint32 = 0x6d740002

// MarshalBinary returns the memory of r, little-endian, so that a resumed run
// writes the rows that an uninterrupted one would.
func (r *Recorder) MarshalBinary() ([]byte, error) {
	var out bytes.Buffer
	for _, part := range [...]any{format, uint32(len(r.memory)), r.memory} {
		if err := binary.Write(&out, binary.LittleEndian, part); err != nil {
			return nil, fmt.Errorf("metric.Recorder: %w", err)
		}
	}
	return out.Bytes(), nil
}

// UnmarshalBinary replaces the memory of r by one that MarshalBinary gave. On
// error r is as it was.
func (r *Recorder) UnmarshalBinary(data []byte) error {
	const head = 8
	if len(data) < head {
		return fmt.Errorf("metric.Recorder: %d bytes, want at least %d", len(data), head)
	}
	if f := binary.LittleEndian.Uint32(data); f != format {
		return fmt.Errorf("metric.Recorder: format %#x, want %#x", f, format)
	}
	n := int64(binary.LittleEndian.Uint32(data[4:]))
	if want := head + n*int64(binary.Size(mark{})); int64(len(data)) != want {
		return fmt.Errorf("metric.Recorder: %d bytes for %d moments, want %d", len(data), n, want)
	}
	memory := make([]mark, n)
	if err := binary.Read(bytes.NewReader(data[head:]), binary.LittleEndian, memory); err != nil {
		return fmt.Errorf("metric.Recorder: %w", err)
	}
	if i := outOfOrder(memory); i >= 0 {
		return fmt.Errorf("metric.Recorder: moment %d at %g h does not follow the one before", i, memory[i].Time)
	}
	r.memory = memory
	return nil
}

// outOfOrder returns the first moment that does not follow the one before it,
// or -1.
func outOfOrder(memory []mark) int {
	last := math.Inf(-1)
	for i, m := range memory {
		if !(m.Time > last) {
			return i
		}
		last = m.Time
	}
	return -1
}
