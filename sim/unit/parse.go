package unit

import (
	"fmt"
	"math"
	"math/big"
	"regexp"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Parse reads a quantity such as "8 um/day", "17um", "1e6 1/pM/h" or "10 %" and
// returns its value in base units and its dimension. The value is the float64
// nearest to the exact product of number and unit. Errors quote s.
func Parse(s string) (float64, Dimension, error) {
	number, unit, err := split(s)
	if err != nil {
		return 0, Dimension{}, err
	}
	scale, dim, err := parseUnit(unit)
	if err != nil {
		return 0, Dimension{}, fmt.Errorf("%q %w", s, err)
	}
	v, err := times(number, scale)
	if err != nil {
		return 0, Dimension{}, fmt.Errorf("%q %w", s, err)
	}
	return v, dim, nil
}

// ParseIn reads a quantity that must be of the dimension of unit; a plain
// number is in that unit. The example, such as "14 d", is shown in errors.
func ParseIn(s, unit, example string) (float64, error) {
	v, _, err := parseIn(s, unit, example)
	return v, err
}

// ParseAs is ParseIn, but returns the value in that unit, not in base units.
func ParseAs(s, unit, example string) (float64, error) {
	_, v, err := parseIn(s, unit, example)
	return v, err
}

// parseIn reads a quantity in base units and in the unit.
func parseIn(s, unit, example string) (base, own float64, err error) {
	if number, own, err := split(s); err == nil && own == "" {
		s = number + " " + unit
	}
	base, got, err := Parse(s)
	if err != nil {
		return 0, 0, err
	}
	scale, want, err := parseUnit(unit)
	if err != nil {
		return 0, 0, fmt.Errorf("%q %w", unit, err)
	}
	if got != want {
		return 0, 0, fmt.Errorf("%q is %s, want %s such as %q", s, got, want, example)
	}
	number, written, _ := split(s)
	factor, _, _ := parseUnit(written)
	own, err = times(number, factor.Quo(factor, scale))
	return base, own, err
}

// ParseUnit reads a unit such as "um^2/s", "1/pM/h" or "%" and returns what one
// of it is worth in base units and its dimension. Products are written "*" or
// "·", and "/" divides by the one unit that follows. Powers are "um^2", "um2"
// or "um²".
func ParseUnit(s string) (float64, Dimension, error) {
	scale, dim, err := parseUnit(s)
	if err != nil {
		return 0, Dimension{}, fmt.Errorf("%q %w", s, err)
	}
	v, _ := scale.Float64()
	return v, dim, nil
}

// numeral matches the number a quantity starts with.
var numeral = regexp.MustCompile(`^[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?`)

// maxNumeral bounds the digits of a number, so that exact arithmetic is cheap.
const maxNumeral = 64

// split cuts a quantity into its number and its unit.
func split(s string) (number, unit string, err error) {
	text := strings.TrimSpace(s)
	if rest, ok := strings.CutPrefix(text, "−"); ok { // the typographic minus
		text = "-" + rest
	}
	number = numeral.FindString(text)
	switch {
	case number == "" && nonFinite(text):
		return "", "", fmt.Errorf("%q is not finite, want a number", s)
	case number == "":
		return "", "", fmt.Errorf("%q does not start with a number", s)
	case len(number) > maxNumeral:
		return "", "", fmt.Errorf("%q has more than %d digits", s, maxNumeral)
	}
	return number, strings.TrimSpace(text[len(number):]), nil
}

// nonFinite tells whether the text spells a NaN or an infinity.
func nonFinite(text string) bool {
	word, _, _ := strings.Cut(text, " ")
	_, err := strconv.ParseFloat(word, 64)
	return err == nil
}

// times multiplies exactly and rounds once, so that every float64 has a decimal
// that reads back as itself in every unit.
func times(number string, scale *big.Rat) (float64, error) {
	if _, e, _ := strings.Cut(strings.ToLower(number), "e"); e != "" {
		power, err := strconv.Atoi(e) // a huge one would make a huge fraction
		if err != nil || power > maxPower || power < -maxPower {
			return 0, fmt.Errorf("has an exponent beyond %d", maxPower)
		}
	}
	exact, ok := new(big.Rat).SetString(number)
	if !ok {
		return 0, fmt.Errorf("does not start with a number")
	}
	v, _ := exact.Mul(exact, scale).Float64()
	if math.IsInf(v, 0) {
		return 0, fmt.Errorf("is too large")
	}
	return v, nil
}

// maxPower bounds the decimal exponent; float64 ends at 308, and units shift it.
const maxPower = 500

// parseUnit reads a product of units; its errors lack the text.
func parseUnit(s string) (*big.Rat, Dimension, error) {
	scale, dim := big.NewRat(1, 1), Dimension{}
	rest, sign := strings.TrimSpace(s), 1
	if rest == "" {
		return scale, dim, nil
	}
	if after, ok := strings.CutPrefix(rest, "/"); ok { // "5 /d" is 5 1/d
		rest, sign = strings.TrimSpace(after), -1
	}
	for {
		name, exponent, after, err := factor(rest)
		if err != nil {
			return nil, dim, err
		}
		if dim, err = apply(scale, dim, name, sign*exponent); err != nil {
			return nil, dim, err
		}
		if after == "" {
			return scale, dim, nil
		}
		if rest, sign, err = operator(after); err != nil {
			return nil, dim, err
		}
	}
}

// factor reads one unit and its exponent from the front of s.
func factor(s string) (name string, exponent int, rest string, err error) {
	end := len(s)
	for i, r := range s {
		if !unicode.IsLetter(r) && r != '%' && r != '°' {
			end = i
			break
		}
	}
	name, rest = s[:end], s[end:]
	if name == "" && strings.HasPrefix(rest, "1") {
		name, rest = "1", rest[1:]
	}
	if name == "" {
		return "", 0, "", fmt.Errorf("has no unit at %q, known are %s", s, examples)
	}
	exponent, rest, err = parseExponent(name, rest)
	return name, exponent, strings.TrimSpace(rest), err
}

// exponents matches "^2", "^-1", "2", "-1" and, once plain, "²" and "⁻¹".
var exponents = regexp.MustCompile(`^\^?([+-]?\d+)`)

// parseExponent reads the exponent that may follow a unit.
func parseExponent(name, s string) (exponent int, rest string, err error) {
	raised := 0
	for raised < len(s) {
		r, size := utf8.DecodeRuneInString(s[raised:])
		if !strings.ContainsRune("⁻⁰¹²³⁴⁵⁶⁷⁸⁹", r) {
			break
		}
		raised += size
	}
	s = superscripts.Replace(s[:raised]) + s[raised:]
	found := exponents.FindStringSubmatch(s)
	if found == nil {
		return 1, s, nil
	}
	exponent, err = strconv.Atoi(found[1])
	if err != nil || exponent == 0 || exponent > maxExponent || exponent < -maxExponent || name == "1" {
		return 0, "", fmt.Errorf("has the exponent %s on %s, want one of 1..%d or -%d..-1 on a unit", found[1], name, maxExponent, maxExponent)
	}
	return exponent, s[len(found[0]):], nil
}

var superscripts = strings.NewReplacer("⁻", "-", "⁰", "0", "¹", "1", "²", "2", "³", "3",
	"⁴", "4", "⁵", "5", "⁶", "6", "⁷", "7", "⁸", "8", "⁹", "9")

// operator reads "*", "·" or "/" from the front of s.
func operator(s string) (rest string, sign int, err error) {
	r, size := utf8.DecodeRuneInString(s)
	switch r {
	case '*', '·', '⋅':
		sign = 1
	case '/':
		sign = -1
	default:
		return "", 0, fmt.Errorf("goes on with %q after the unit, want *, · or /", s)
	}
	return strings.TrimSpace(s[size:]), sign, nil
}

// apply multiplies scale by the named unit to the exponent.
func apply(scale *big.Rat, dim Dimension, name string, exponent int) (Dimension, error) {
	if name == "1" {
		return dim, nil
	}
	sym, ok := lookup(name)
	if !ok {
		return dim, unknown(name)
	}
	sum, ok := dim.plus(sym.dim, exponent)
	if !ok {
		return dim, fmt.Errorf("has powers beyond %d", maxExponent)
	}
	worth := sym.ratio()
	if exponent < 0 {
		worth.Inv(worth)
	}
	for range max(exponent, -exponent) {
		scale.Mul(scale, worth)
	}
	return sum, nil
}

// unknown says that a unit is not known and what might have been meant.
func unknown(name string) error {
	if like := nearest(name); like != "" {
		return fmt.Errorf("has the unknown unit %q, did you mean %q?", name, like)
	}
	return fmt.Errorf("has the unknown unit %q, known are %s", name, examples)
}

// Of returns the unit that a quantity is written with, or "" if it has none or
// is no quantity.
func Of(s string) string {
	_, own, _ := split(s)
	return own
}
