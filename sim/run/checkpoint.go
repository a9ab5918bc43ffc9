package run

import (
	"bytes"
	"crypto/sha256"
	"encoding/binary"
	"encoding/json"
	"errors"
	"fmt"
)

// A checkpoint file is, little-endian:
//
//	8 bytes   magic
//	uint32    format version
//	uint64    length of the payload
//	32 bytes  SHA-256 of the above and the payload
//	payload   head as JSON, model state, recorder state, each after its uint64 length
const (
	magic         = "TRABCKPT"
	formatVersion = 1
	prefixSize    = len(magic) + 4 + 8
	headerSize    = prefixSize + sha256.Size
)

// checkpoint is all that a run needs to go on as if it had never stopped.
type checkpoint struct {
	checkpointHead
	model    []byte // of sim.Model
	recorder []byte // of metric.Recorder
}

// checkpointHead says what the state belongs to and how far the tables were.
type checkpointHead struct {
	Config string `json:"config_hash"`
	Tick   int64  `json:"tick"`
	Series int64  `json:"series_bytes"`
	Events int64  `json:"events_bytes"`
}

// encode returns the bytes of a checkpoint file.
func (c checkpoint) encode() ([]byte, error) {
	head, err := json.Marshal(c.checkpointHead)
	if err != nil {
		return nil, err
	}
	size := 3*8 + len(head) + len(c.model) + len(c.recorder)
	out := make([]byte, headerSize, headerSize+size)
	copy(out, magic)
	binary.LittleEndian.PutUint32(out[len(magic):], formatVersion)
	binary.LittleEndian.PutUint64(out[len(magic)+4:], uint64(size))
	for _, part := range [][]byte{head, c.model, c.recorder} {
		out = binary.LittleEndian.AppendUint64(out, uint64(len(part)))
		out = append(out, part...)
	}
	copy(out[prefixSize:], checksum(out))
	return out, nil
}

// checksum covers everything but itself.
func checksum(file []byte) []byte {
	h := sha256.New()
	h.Write(file[:prefixSize])
	h.Write(file[headerSize:])
	return h.Sum(nil)
}

// decode reads a checkpoint file, or says why it is none that can be trusted.
func decode(file []byte) (checkpoint, error) {
	var c checkpoint
	if err := checkFrame(file); err != nil {
		return c, err
	}
	var parts [3][]byte
	rest := file[headerSize:]
	for i := range parts {
		if len(rest) < 8 || binary.LittleEndian.Uint64(rest) > uint64(len(rest)-8) {
			return c, errors.New("parts do not fit the length; was it written by another version?")
		}
		n := binary.LittleEndian.Uint64(rest)
		parts[i], rest = rest[8:8+n], rest[8+n:]
	}
	c.model, c.recorder = parts[1], parts[2]
	return c, json.Unmarshal(parts[0], &c.checkpointHead)
}

// checkFrame checks magic, version, length and checksum, in this order, so that
// the error is the most telling one.
func checkFrame(file []byte) error {
	if len(file) < headerSize {
		return fmt.Errorf("truncated: %d bytes", len(file))
	}
	if string(file[:len(magic)]) != magic {
		return errors.New("not a checkpoint of this program")
	}
	if v := binary.LittleEndian.Uint32(file[len(magic):]); v != formatVersion {
		return fmt.Errorf("format version %d, this program reads %d", v, formatVersion)
	}
	if n := binary.LittleEndian.Uint64(file[len(magic)+4:]); n != uint64(len(file)-headerSize) {
		return fmt.Errorf("truncated or padded: %d bytes of content, want %d", len(file)-headerSize, n)
	}
	if !bytes.Equal(file[prefixSize:headerSize], checksum(file)) {
		return errors.New("edited or damaged: checksum differs")
	}
	return nil
}
