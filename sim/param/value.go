package param

import (
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/agext/levenshtein"

	"trabecula/sim/unit"
)

// Parse reads a value such as "14 d", "3", "true" or "fast" and checks that it
// is allowed. A plain number is in the unit of the parameter. Errors start with
// the path and say what is wanted.
func (s Spec) Parse(text string) (any, error) {
	v, err := s.read(text)
	switch {
	case errors.Is(err, errType):
		return nil, s.WrongType(text)
	case err != nil:
		return nil, fmt.Errorf("%s: %w", s.Path, err)
	case !s.Allows(v):
		return nil, s.refuse(text)
	}
	return v, nil
}

// WrongType is the error for a value that is not of the parameter's type, as
// it was written.
func (s Spec) WrongType(written string) error {
	return fmt.Errorf("%s = %s, want %s", s.Path, written, s.WantType())
}

// errType is what read returns where there is no more to say than the type.
var errType = errors.New("wrong type")

// Allows tells whether a value is in the range or among the choices.
func (s Spec) Allows(v any) bool {
	switch v := v.(type) {
	case string:
		return s.Choices == nil || slices.Contains(s.Choices, v)
	case float64:
		return s.Min <= v && v <= s.Max
	case int64:
		return s.Min <= float64(v) && float64(v) <= s.Max
	case uint64:
		return s.Min <= float64(v) && float64(v) <= s.Max
	}
	return true
}

// Want says what values are allowed, such as "1 d..90 d" or `a time such as
// "14 d"`.
func (s Spec) Want() string {
	if s.Range != "" {
		return s.Range
	}
	return s.WantType()
}

// WantType says what type of value is expected, whatever its range.
func (s Spec) WantType() string {
	switch s.Kind {
	case Float:
		_, dim, _ := unit.ParseUnit(s.Unit)
		if dim == (unit.Dimension{}) {
			return "a number such as " + s.Format(s.Default)
		}
		return fmt.Sprintf("%s such as %q", dim, s.Format(s.Default))
	case Int:
		if s.Range != "" {
			return "a whole number, " + s.Range
		}
		return "a whole number such as " + s.Format(s.Default)
	case Bool:
		return "true or false"
	}
	if s.Choices != nil {
		return "one of " + strings.Join(s.Choices, ", ")
	}
	return "a text in quotes"
}

// Format writes a value of the parameter as Parse reads it, such as "14 d".
func (s Spec) Format(v any) string {
	if x, ok := v.(float64); ok {
		return withUnit(s.Number(x), s.Unit)
	}
	return fmt.Sprint(v)
}

// Number writes a value of the parameter without its unit.
func (s Spec) Number(x float64) string {
	if s.own {
		return unit.Number(x, "1")
	}
	return unit.Number(x, s.Unit)
}

// number reads a number of the parameter's unit, or of one like it.
func (s Spec) number(text, example string) (float64, error) {
	if s.own {
		return unit.ParseAs(text, s.Unit, example)
	}
	return unit.ParseIn(text, s.Unit, example)
}

// refuse is the error for a value outside the range or the choices.
func (s Spec) refuse(text string) error {
	if s.Kind != String {
		return fmt.Errorf("%s = %s, want %s", s.Path, withUnit(strings.TrimSpace(text), s.Unit), s.Want())
	}
	for _, c := range s.Choices {
		if levenshtein.Distance(text, c, nil) <= 2 {
			return fmt.Errorf("%s = %q, want %s; did you mean %q?", s.Path, text, s.Want(), c)
		}
	}
	return fmt.Errorf("%s = %q, want %s", s.Path, text, s.Want())
}

// read reads a value of the kind, whatever the range. Errors lack the path.
func (s Spec) read(text string) (any, error) {
	switch s.Kind {
	case Float:
		return s.number(text, s.example())
	case Int:
		return s.readInt(text)
	case Bool:
		if text != "true" && text != "false" {
			return nil, errType
		}
		return text == "true", nil
	}
	if !utf8.ValidString(text) { // a file could not hold it
		return nil, fmt.Errorf("%q is not UTF-8", text)
	}
	return text, nil
}

// example is a value that errors show; the default is not known while it is
// itself being read.
func (s Spec) example() string {
	if x, ok := s.Default.(float64); ok {
		return s.Format(x)
	}
	return "1 " + s.Unit
}

// readInt reads a whole number that may carry a unit of counting.
func (s Spec) readInt(text string) (any, error) {
	number := strings.TrimSpace(text)
	if own := unit.Of(number); own != "" {
		if _, err := unit.ParseIn(number, s.Unit, s.example()); err != nil {
			return nil, err
		}
		number = strings.TrimSpace(strings.TrimSuffix(number, own))
	}
	var v any
	var err error
	if s.field.CanUint() {
		v, err = strconv.ParseUint(strings.TrimPrefix(number, "+"), 10, 64)
	} else {
		v, err = strconv.ParseInt(number, 10, s.field.Type().Bits())
	}
	if err != nil {
		return nil, errType
	}
	return v, nil
}
