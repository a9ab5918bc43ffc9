package unit_test

import (
	"math"
	"math/rand/v2"
	"testing"

	"github.com/stretchr/testify/require"

	"trabecula/sim/unit"
)

func TestParseConvertsToBaseUnits(t *testing.T) {
	tests := []struct {
		text string
		want float64
		dim  unit.Dimension
	}{
		{"8 um/day", 8.0 / 24, unit.Dimension{Length: 1, Time: -1}},
		{"14 d", 336, unit.Dimension{Time: 1}},
		{"35 um^2/s", 35 * 3600, unit.Dimension{Length: 2, Time: -1}},
		{"35 um²/s", 35 * 3600, unit.Dimension{Length: 2, Time: -1}},
		{"35 µm2/s", 35 * 3600, unit.Dimension{Length: 2, Time: -1}},
		{"35 μm·um·s⁻¹", 35 * 3600, unit.Dimension{Length: 2, Time: -1}},
		{"1e6 1/pM/h", 1e6, unit.Dimension{Concentration: -1, Time: -1}},
		{"10 %", 0.1, unit.Dimension{}},
		{"-3.5 mm", -3500, unit.Dimension{Length: 1}},
		{"−2 d", -48, unit.Dimension{Time: 1}},
		{"17um", 17, unit.Dimension{Length: 1}},
		{"2.56 mm", 2560, unit.Dimension{Length: 1}},
		{"1/d", 1.0 / 24, unit.Dimension{Time: -1}},
		{"5 /d", 5.0 / 24, unit.Dimension{Time: -1}},
		{"3 cells/d", 0.125, unit.Dimension{Time: -1}},
		{"2 nM", 2000, unit.Dimension{Concentration: 1}},
		{"7 molecules/h", 7, unit.Dimension{Molecules: 1, Time: -1}},
		{"12 um/h*d", 288, unit.Dimension{Length: 1}},
		{"12 um / h / h", 12, unit.Dimension{Length: 1, Time: -2}},
		{"18 GPa", 18000, unit.Dimension{Stress: 1}},
		{"2 N/mm^2", 2, unit.Dimension{Stress: 1}},
		{"180 deg", math.Pi, unit.Dimension{}},
		{"500 ustrain", 5e-4, unit.Dimension{}},
		{"1 mL", 1e12, unit.Dimension{Length: 3}},
		{"+.5e1", 5, unit.Dimension{}},
		{"-0 d", 0, unit.Dimension{Time: 1}},
		{"1e-400 d", 0, unit.Dimension{Time: 1}},
	}
	for _, test := range tests {
		t.Run(test.text, func(t *testing.T) {
			got, dim, err := unit.Parse(test.text)
			require.NoError(t, err)
			require.Equal(t, test.dim, dim)
			require.Equal(t, math.Float64bits(test.want), math.Float64bits(got), "%v, want %v", got, test.want)
		})
	}
}

func TestParseAgreesWithConstants(t *testing.T) {
	tests := map[string]float64{
		"um": unit.Micrometre, "mm": unit.Millimetre, "h": unit.Hour, "min": unit.Minute, "s": unit.Second,
		"d": unit.Day, "week": unit.Week, "month": unit.Month, "year": unit.Year, "pM": unit.Picomolar, "nM": unit.Nanomolar,
	}
	for name, want := range tests {
		got, _, err := unit.ParseUnit(name)
		require.NoError(t, err)
		require.Equal(t, want, got, name)
	}
}

func TestParseRefuses(t *testing.T) {
	const known = "known are um, mm, s, min, h, d, week, year, pM, nM, molecules, kPa, MPa, GPa, %, cells, and products such as um^2/s"
	tests := []struct{ text, want string }{
		{"", `"" does not start with a number`},
		{"molecules/h", `"molecules/h" does not start with a number`},
		{"NaN", `"NaN" is not finite, want a number`},
		{"-inf um", `"-inf um" is not finite, want a number`},
		{"1e999", `"1e999" has an exponent beyond 500`},
		{"1e308 mm", `"1e308 mm" is too large`},
		{"1e309", `"1e309" is too large`},
		{"8 umm", `"8 umm" has the unknown unit "umm", did you mean "mm"?`},
		{"8 MPA", `"8 MPA" has the unknown unit "MPA", did you mean "MPa"?`},
		{"3 xyz", `"3 xyz" has the unknown unit "xyz", ` + known},
		{"3 um um", `"3 um um" goes on with "um" after the unit, want *, · or /`},
		{"3 um/", `"3 um/" has no unit at "", ` + known},
		{"3 um^20", `"3 um^20" has the exponent 20 on um, want one of 1..9 or -9..-1 on a unit`},
		{"3 um^0", `"3 um^0" has the exponent 0 on um, want one of 1..9 or -9..-1 on a unit`},
		{"1 m^9*m", `"1 m^9*m" has powers beyond 9`},
		{"1_0 d", `"1_0 d" has no unit at "_0 d", ` + known},
		{"1,5 d", `"1,5 d" has no unit at ",5 d", ` + known},
		{"1 2", `"1 2" has no unit at "2", ` + known},
	}
	for _, test := range tests {
		t.Run(test.text, func(t *testing.T) {
			_, _, err := unit.Parse(test.text)
			require.EqualError(t, err, test.want)
		})
	}
}

func TestParseInTakesPlainNumbersInTheUnit(t *testing.T) {
	v, err := unit.ParseIn("2", "d", "14 d")
	require.NoError(t, err)
	require.Equal(t, 48.0, v)
	v, err = unit.ParseIn("90 min", "d", "14 d")
	require.NoError(t, err)
	require.Equal(t, 1.5, v)
	_, err = unit.ParseIn("8 um/h", "d", "14 d")
	require.EqualError(t, err, `"8 um/h" is a speed, want a time such as "14 d"`)
	_, err = unit.ParseIn("3 um*pM^2/h", "1", "5")
	require.EqualError(t, err, `"3 um*pM^2/h" is a quantity in um*pM^2/h, want a plain number such as "5"`)
	_, err = unit.ParseIn("x", "d", "14 d")
	require.EqualError(t, err, `"x" does not start with a number`)
}

func TestFormatIsShort(t *testing.T) {
	tests := []struct {
		value float64
		unit  string
		want  string
	}{
		{336, "d", "14 d"},
		{8.0 / 24, "um/day", "8 um/day"},
		{0.1, "%", "10 %"},
		{0.1, "1", "0.1"},
		{-3500, "mm", "-3.5 mm"},
		{0, "d", "0 d"},
		{1e-9, "1", "1e-09"},
		{1e20, "1", "1e+20"},
		{123456, "um", "123456 um"},
		{35 * 3600, "um^2/s", "35 um^2/s"},
		{math.NaN(), "d", "NaN d"},
		{math.Inf(-1), "d", "-Inf d"},
	}
	for _, test := range tests {
		require.Equal(t, test.want, unit.Format(test.value, test.unit))
	}
	require.Panics(t, func() { unit.Format(1, "furlong") })
}

func TestFormatReadsBackAsTheSameBits(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	units := []string{"1", "%", "d", "min", "um/day", "um^2/s", "1/pM/d", "GPa", "year", "deg", "um^9", "ms^-9"}
	for range 500 {
		v := math.Float64frombits(r.Uint64())
		u := units[r.IntN(len(units))]
		if math.IsNaN(v) || math.IsInf(v, 0) {
			continue
		}
		back, _, err := unit.Parse(unit.Format(v, u))
		require.NoError(t, err)
		require.Equal(t, v, back, "%v in %s", v, u)
	}
}

func TestDimensionsNameThemselves(t *testing.T) {
	for text, want := range map[string]string{
		"1": "a plain number", "um": "a length", "1/um^3": "a number per volume", "1/h": "a rate", "pM/h": "a concentration rate",
		"molecules/um^2/h": "a secretion rate per area", "MPa": "a stress", "N": "a force", "1/pM^2": "a quantity in 1/pM^2",
	} {
		_, dim, err := unit.ParseUnit(text)
		require.NoError(t, err)
		require.Equal(t, want, dim.String())
	}
}

// FuzzParse holds that Parse never panics, and that what it reads is finite and
// is read again from what Format writes.
func FuzzParse(f *testing.F) {
	for _, seed := range []string{"8 um/day", "1e6 1/pM/h", "17um", "1e", "1^", "5 ²", "5 um⁻", "1/", "·", "9 µ", "1e500 nm^9", "1e-500 GPa^9", "0x1p4", "--1", "1..2", "\xff", "1 \xff"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		v, _, err := unit.Parse(text)
		if err != nil {
			return
		}
		require.False(t, math.IsNaN(v) || math.IsInf(v, 0))
		back, _, err := unit.Parse(unit.Format(v, "d"))
		require.NoError(t, err)
		require.Equal(t, v, back)
	})
}

// Amounts, masses and molar masses fit together: 4857 pmol of a substance of
// 1 kDa weigh 4.857 ug.
func TestMassAndAmount(t *testing.T) {
	pmol, amount, err := unit.ParseUnit("pmol")
	require.NoError(t, err)
	_, same, err := unit.ParseUnit("pM*L")
	require.NoError(t, err)
	require.Equal(t, same, amount)
	dose, err := unit.ParseAs("4857 pmol*kDa", "ug", "20 ug")
	require.NoError(t, err)
	require.InEpsilon(t, 4.857e-9*1e3*1e6, dose*1e0, 1e-12) // mol x g/mol x ug/g
	require.Positive(t, pmol)
	iu, err := unit.ParseAs("400 IU", "IU", "1 IU")
	require.NoError(t, err)
	require.Equal(t, 400.0, iu)
}
