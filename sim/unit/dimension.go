package unit

import (
	"fmt"
	"strings"
)

// Dimension is what kind of quantity a value is: the exponents of the base
// units. Counts, fractions, strains and angles have the zero Dimension.
type Dimension struct {
	Length        int8 // um
	Time          int8 // h
	Concentration int8 // pM
	Molecules     int8 // molecules
	Stress        int8 // MPa
	Mass          int8 // ug
	Activity      int8 // international units, of whatever is dosed in them
}

// names are the dimensions that have one, with an article.
var names = map[Dimension]string{
	{}:                                       "a plain number",
	{Length: 1}:                              "a length",
	{Length: 2}:                              "an area",
	{Length: 3}:                              "a volume",
	{Length: -1}:                             "a number per length",
	{Length: -2}:                             "a number per area",
	{Length: -3}:                             "a number per volume",
	{Time: 1}:                                "a time",
	{Time: -1}:                               "a rate",
	{Length: 1, Time: -1}:                    "a speed",
	{Length: 2, Time: -1}:                    "a diffusivity",
	{Length: 3, Time: -1}:                    "a flow",
	{Concentration: 1}:                       "a concentration",
	{Concentration: -1}:                      "an inverse concentration",
	{Concentration: 1, Time: -1}:             "a concentration rate",
	{Concentration: -1, Time: -1}:            "an association rate",
	{Molecules: 1}:                           "a number of molecules",
	{Molecules: 1, Time: -1}:                 "a secretion rate",
	{Molecules: 1, Length: -2}:               "a number of molecules per area",
	{Molecules: 1, Length: -3}:               "a number of molecules per volume",
	{Molecules: 1, Length: -2, Time: -1}:     "a secretion rate per area",
	{Molecules: 1, Length: -3, Time: -1}:     "a secretion rate per volume",
	{Stress: 1}:                              "a stress",
	{Stress: 1, Length: 2}:                   "a force",
	{Mass: 1}:                                "a mass",
	{Mass: 1, Time: -1}:                      "a mass rate",
	{Mass: 1, Length: -3}:                    "a mass concentration",
	{Concentration: 1, Length: 3}:            "an amount",
	{Concentration: 1, Length: 3, Time: -1}:  "an amount rate",
	{Mass: 1, Concentration: -1, Length: -3}: "a molar mass",
	{Activity: 1}:                            "a number of international units",
}

// String names the dimension with its article, such as "a time", or spells it
// out in base units.
func (d Dimension) String() string {
	if name, ok := names[d]; ok {
		return name
	}
	return "a quantity in " + d.spell()
}

// spell writes the dimension as a product of base units that ParseUnit reads.
func (d Dimension) spell() string {
	var above, below strings.Builder
	for i, e := range d.exponents() {
		symbol := [...]string{"um", "h", "pM", "molecules", "MPa", "ug", "IU"}[i]
		switch {
		case e > 0:
			fmt.Fprintf(&above, "*%s", power(symbol, e))
		case e < 0:
			fmt.Fprintf(&below, "/%s", power(symbol, -e))
		}
	}
	if above.Len() == 0 {
		return "1" + below.String()
	}
	return above.String()[1:] + below.String()
}

// power writes a symbol with its exponent.
func power(symbol string, e int) string {
	if e == 1 {
		return symbol
	}
	return fmt.Sprintf("%s^%d", symbol, e)
}

// exponents lists the exponents in the order of the fields.
func (d Dimension) exponents() [7]int {
	return [7]int{int(d.Length), int(d.Time), int(d.Concentration), int(d.Molecules), int(d.Stress), int(d.Mass), int(d.Activity)}
}

// plus returns d with the exponents of e added n times, and whether they are
// still exponents that a quantity could sensibly have.
func (d Dimension) plus(e Dimension, n int) (Dimension, bool) {
	sum := d.exponents()
	for i, x := range e.exponents() {
		sum[i] += n * x
		if sum[i] > maxExponent || sum[i] < -maxExponent {
			return d, false
		}
	}
	return Dimension{int8(sum[0]), int8(sum[1]), int8(sum[2]), int8(sum[3]), int8(sum[4]), int8(sum[5]), int8(sum[6])}, true
}

// maxExponent bounds exponents; no quantity of biology comes near it.
const maxExponent = 9
