package sim

import (
	"bytes"
	"crypto/sha256"
	"encoding/binary"
	"encoding/hex"
	"fmt"
	"io"

	"trabecula/agents"
	"trabecula/field"
	"trabecula/field/tissue"
	"trabecula/field/transport"
)

// head is the part of the state of fixed size.
type head struct {
	Seed, NextID     uint64
	Tick             int64
	W, H             int64
	Pixel, Thickness float64
	Totals           tissue.Totals
	Start            balance
	Told             flux
}

// parts visits everything that the future of the model depends on, in a fixed
// order; code reads or writes one value, slices included.
func (m *Model) parts(h *head, code func(v any) error) error {
	t := m.tissue
	list := []any{&h.Seed, &h.NextID, &h.Tick, &h.Totals, &h.Start, &h.Told, &m.bathed, &m.biopsy,
		t.Bone, t.Osteoid, t.Mineral, t.Born, t.Batch, t.Begun, t.Laid, t.TGFb, t.IGF1, t.Bisphosphonate, t.Damage, t.Label1, t.Label2, t.Lost, t.Cement, t.Floor, t.Mark, t.Stage, t.Face, t.Since, &m.cells, &m.sites}
	for s := range m.input.Secretion {
		list = append(list, &m.input.Secretion[s], &m.input.Uptake[s], &m.freed[s])
	}
	for _, v := range list {
		if err := code(v); err != nil {
			return err
		}
	}
	return nil
}

// MarshalBinary returns the whole state, little-endian; equal states give equal
// bytes. The parameters are not part of it.
func (m *Model) MarshalBinary() ([]byte, error) {
	var out bytes.Buffer
	h := m.head()
	write := func(v any) error { return writePart(&out, v) }
	if err := write([]int64{h.W, h.H}); err != nil {
		return nil, err
	}
	if err := write([]float64{h.Pixel, h.Thickness}); err != nil {
		return nil, err
	}
	if err := m.parts(&h, write); err != nil {
		return nil, err
	}
	body, err := m.body.MarshalBinary()
	if err != nil {
		return nil, err
	}
	fields, err := m.solver.MarshalBinary()
	if err != nil {
		return nil, err
	}
	if err := writeSlice(&out, body); err != nil {
		return nil, err
	}
	if err := m.writePerfusion(&out); err != nil {
		return nil, err
	}
	if err := m.writeMechanics(&out); err != nil {
		return nil, err
	}
	out.Write(fields)
	return out.Bytes(), nil
}

func (m *Model) head() head {
	g := m.tissue.Grid
	return head{Seed: m.seed, NextID: m.nextID, Tick: m.tick, W: int64(g.W), H: int64(g.H),
		Pixel: g.Pixel, Thickness: g.Thickness, Totals: m.tissue.Totals, Start: m.start, Told: m.told}
}

// writePart writes a value; a pointer to a slice is preceded by its length.
func writePart(w io.Writer, v any) error {
	switch s := v.(type) {
	case *[]agents.Cell:
		return writeSlice(w, *s)
	case *[]int32:
		return writeSlice(w, *s)
	case *[]transport.Point:
		return writeSlice(w, *s)
	}
	return binary.Write(w, binary.LittleEndian, v)
}

func writeSlice[T any](w io.Writer, s []T) error {
	if err := binary.Write(w, binary.LittleEndian, int64(len(s))); err != nil {
		return err
	}
	return binary.Write(w, binary.LittleEndian, s)
}

// Restore returns the model whose state MarshalBinary gave, with the parameters
// it ran with.
func Restore(p Params, state []byte, o Options) (*Model, error) {
	r := bytes.NewReader(state)
	var size [2]int64
	var scale [2]float64
	if err := binary.Read(r, binary.LittleEndian, &size); err != nil {
		return nil, fmt.Errorf("state: size: %w", err)
	}
	if err := binary.Read(r, binary.LittleEndian, &scale); err != nil {
		return nil, fmt.Errorf("state: scale: %w", err)
	}
	g := field.Grid{W: int(size[0]), H: int(size[1]), Pixel: scale[0], Thickness: scale[1]}
	if n := int64(len(state)); size[0] < 1 || size[1] < 1 || size[0] > n || size[1] > n/size[0] { // in this order: the product may overflow
		return nil, fmt.Errorf("state: size %d x %d does not fit %d bytes", size[0], size[1], len(state))
	}
	return restore(p, g, r, o)
}

func restore(p Params, g field.Grid, r *bytes.Reader, o Options) (*Model, error) {
	m := &Model{params: p, tissue: tissue.New(g)}
	m.Configure(o)
	var h head
	if err := m.parts(&h, func(v any) error { return readPart(r, v) }); err != nil {
		return nil, fmt.Errorf("state: %w", err)
	}
	if err := m.checkPlaces(); err != nil {
		return nil, fmt.Errorf("state: %w", err)
	}
	m.seed, m.nextID, m.tick, m.tissue.Totals, m.start, m.told = h.Seed, h.NextID, h.Tick, h.Totals, h.Start, h.Told
	if err := m.restoreBody(r); err != nil {
		return nil, fmt.Errorf("state: %w", err)
	}
	profiles, err := m.readPerfusion(r)
	if err != nil {
		return nil, fmt.Errorf("state: %w", err)
	}
	if err := m.restoreMechanics(r); err != nil {
		return nil, fmt.Errorf("state: %w", err)
	}
	m.solver = transport.New(g, p.Signals, p.Binding, p.Solver)
	rest, _ := io.ReadAll(r)
	if err := m.solver.UnmarshalBinary(rest); err != nil {
		return nil, fmt.Errorf("state: %w", err)
	}
	m.bind()
	m.env.Perfusion = profiles
	m.freeze()
	return m, nil
}

// checkPlaces returns an error if a cell or a sinusoid read from a state is none
// that this program can have written.
func (m *Model) checkPlaces() error {
	n := int32(m.tissue.Len())
	for _, c := range m.cells {
		if c.Kind >= agents.KindCount || c.Pos < 0 || c.Pos >= n {
			return fmt.Errorf("cell %d of kind %d in pixel %d, want kinds below %d and pixels below %d", c.ID, c.Kind, c.Pos, agents.KindCount, n)
		}
	}
	for _, i := range m.sites {
		if i < 0 || i >= n {
			return fmt.Errorf("sinusoid in pixel %d, want below %d", i, n)
		}
	}
	return nil
}

func readPart(r *bytes.Reader, v any) error {
	switch s := v.(type) {
	case *[]agents.Cell:
		return readSlice(r, s)
	case *[]int32:
		return readSlice(r, s)
	case *[]transport.Point:
		return readSlice(r, s)
	}
	return binary.Read(r, binary.LittleEndian, v)
}

func readSlice[T any](r *bytes.Reader, s *[]T) error {
	var n int64
	if err := binary.Read(r, binary.LittleEndian, &n); err != nil {
		return err
	}
	if n < 0 || n > int64(r.Len()) {
		return fmt.Errorf("a list of %d entries does not fit", n)
	}
	*s = make([]T, n)
	return binary.Read(r, binary.LittleEndian, *s)
}

// Hash returns the SHA-256 of the state, the proof that two runs are one.
func (m *Model) Hash() (string, error) {
	state, err := m.MarshalBinary()
	if err != nil {
		return "", err
	}
	sum := sha256.Sum256(state)
	return hex.EncodeToString(sum[:]), nil
}
