package unit

import (
	"math"
	"math/big"
	"strconv"
	"strings"
)

// Format writes a value in base units as a quantity in the unit, such as
// "14 d": the shortest that Parse reads back as exactly the same value. The
// unit "1" is not written. A unit that ParseUnit refuses is a bug: it panics.
func Format(value float64, unit string) string {
	number := Number(value, unit)
	if unit == "1" || unit == "" {
		return number
	}
	return number + " " + unit
}

// Number is Format without the unit.
func Number(value float64, unit string) string {
	scale, _, err := parseUnit(unit)
	if err != nil {
		panic("unit: " + strconv.Quote(unit) + " " + err.Error())
	}
	if math.IsNaN(value) || math.IsInf(value, 0) {
		return strconv.FormatFloat(value, 'g', -1, 64)
	}
	if value == 0 {
		return "0"
	}
	exact := new(big.Rat).SetFloat64(value)
	exact.Quo(exact, scale)
	return shortest(value, exact, scale)
}

// shortest finds the least number of digits that reads back as value. Twenty
// are more than any float64 needs, as Parse rounds only once.
func shortest(value float64, exact, scale *big.Rat) string {
	wide := new(big.Float).SetPrec(256).SetRat(exact)
	for digits := 1; digits <= 20; digits++ {
		text := decimal(wide, digits)
		if v, err := times(text, scale); err == nil && v == value {
			return text
		}
	}
	panic("unit: no decimal reads back as " + strconv.FormatFloat(value, 'g', -1, 64))
}

// decimal writes a number to the given digits, with an exponent only where the
// plain form would be long.
func decimal(wide *big.Float, digits int) string {
	text := wide.Text('e', digits-1)
	_, power, _ := strings.Cut(text, "e")
	exponent, err := strconv.Atoi(power)
	if err != nil || exponent < -4 || exponent > 15 {
		return text
	}
	return wide.Text('f', max(0, digits-1-exponent))
}
