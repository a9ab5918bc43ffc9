package drug

import (
	"fmt"
	"math"
	"strings"

	"trabecula/sim/unit"
)

// Dose is how much is given at a time, or per time if its unit says so.
type Dose struct {
	Value float64
	Unit  string // a mass, an amount or IU; perhaps per kg of body; perhaps per time: "ug", "IU/kg", "pmol/kg/h"
}

// String writes the dose, such as "20 ug".
func (d Dose) String() string { return unit.Number(d.Value, "1") + " " + d.Unit }

// Rate tells whether the dose is per time.
func (d Dose) Rate() bool {
	m, err := measureOf(d.Unit)
	return err == nil && m.rate
}

// measure is what a dose's unit means.
type measure struct {
	worth float64 // ug, pmol or IU per unit; per hour if a rate
	kind  string  // "mass", "amount" or "units"
	perKg bool
	rate  bool
}

// wantDose is what errors say about units of doses.
const wantDose = "want a mass, an amount or IU such as ug, mg, mmol, IU, ug/kg, ug/d"

// measureOf reads the unit of a dose.
func measureOf(text string) (measure, error) {
	m, parts := measure{}, strings.Split(text, "/")
	kept := parts[:1:1]
	for _, p := range parts[1:] {
		if p == "kg" && !m.perKg {
			m.perKg = true
		} else {
			kept = append(kept, p)
		}
	}
	worth, dim, err := unit.ParseUnit(strings.Join(kept, "/"))
	if err != nil || text == "" || parts[0] == "" {
		return m, fmt.Errorf("%q is no unit of a dose, %s", text, wantDose)
	}
	m.worth, m.rate = worth, dim.Time == -1
	if m.rate {
		dim.Time = 0
	}
	switch dim {
	case unit.Dimension{Mass: 1}:
		m.kind = "mass"
	case unit.Dimension{Concentration: 1, Length: 3}:
		m.kind, m.worth = "amount", m.worth/picomole
	case unit.Dimension{Activity: 1}:
		m.kind = "units"
	default:
		return m, fmt.Errorf("%q is %s, %s", text, dim, wantDose)
	}
	return m, nil
}

// picomole is 1 pmol in base units [pM um3].
const picomole = 1e15

// canonical writes a unit of a dose as package unit knows it: "MCG/Day" is ug/day.
func canonical(text string) string {
	parts := strings.Split(strings.ToLower(text), "/")
	for i, p := range parts {
		switch p {
		case "mcg", "µg", "μg":
			p = "ug"
		case "iu", "u", "unit", "units":
			p = "IU"
		case "day":
			p = "d"
		case "hour", "hr":
			p = "h"
		}
		parts[i] = p
	}
	return strings.Join(parts, "/")
}

// amount is a dose in pmol, or pmol/h if it is a rate, of a drug for a body mass
// [kg]; NaN if the drug is not dosed in such a unit.
func (d Dose) amount(k *kinetics, mass float64) float64 {
	m, err := measureOf(d.Unit)
	if err != nil {
		return math.NaN()
	}
	x := d.Value * m.worth
	switch m.kind {
	case "mass":
		x *= picomolesPerMicrogram / k.molar
	case "units":
		if k.iu == 0 {
			return math.NaN()
		}
		x *= k.iu * picomolesPerMicrogram / k.molar
	}
	if m.perKg {
		x *= mass
	}
	return x
}
