package run

import (
	"bufio"
	"io"
	"math"
	"strconv"
	"strings"
)

// table writes rows of comma-separated values (RFC 4180, lines end in \n). It
// knows at which byte the next row begins, so that a resumed run can go on there.
type table struct {
	name   string // for errors
	to     *bufio.Writer
	offset int64
	line   []byte
}

// newTable returns a table that continues at a byte offset.
func newTable(name string, to io.Writer, offset int64) *table {
	return &table{name: name, to: bufio.NewWriterSize(to, 1<<16), offset: offset}
}

// row writes one row; fields are string, float64, int or uint64.
func (t *table) row(fields ...any) error {
	t.line = t.line[:0]
	for i, f := range fields {
		if i > 0 {
			t.line = append(t.line, ',')
		}
		t.line = appendField(t.line, f)
	}
	t.line = append(t.line, '\n')
	t.offset += int64(len(t.line))
	_, err := t.to.Write(t.line)
	return err
}

// numbers writes one row of numbers.
func (t *table) numbers(values []float64) error {
	fields := make([]any, len(values))
	for i, v := range values {
		fields[i] = v
	}
	return t.row(fields...)
}

// texts writes one row of texts.
func (t *table) texts(values []string) error {
	fields := make([]any, len(values))
	for i, v := range values {
		fields[i] = v
	}
	return t.row(fields...)
}

func (t *table) flush() error { return t.to.Flush() }

// appendField writes a value: numbers in the shortest form that reads back as
// the same, what does not exist as nothing, texts quoted where they need it.
func appendField(line []byte, v any) []byte {
	switch v := v.(type) {
	case float64:
		if math.IsNaN(v) {
			return line
		}
		if v == 0 {
			v = 0 // no -0
		}
		return strconv.AppendFloat(line, v, 'g', -1, 64)
	case int:
		return strconv.AppendInt(line, int64(v), 10)
	case uint64:
		return strconv.AppendUint(line, v, 10)
	case string:
		if strings.ContainsAny(v, ",\"\r\n") {
			return append(append(append(line, '"'), strings.ReplaceAll(v, `"`, `""`)...), '"')
		}
		return append(line, v...)
	}
	panic("run: a table holds texts and numbers only")
}
