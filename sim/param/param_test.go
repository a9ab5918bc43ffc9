package param_test

import (
	"math"
	"testing"

	"github.com/stretchr/testify/require"

	"trabecula/sim/param"
)

type mode string

type osteoclast struct {
	Lifespan float64 `param:"lifespan" default:"14 d" range:"1..90 d" doc:"mean life of a nucleus" source:"Parfitt 1994"`
	Speed    float64 `param:"speed" default:"8 um/day" unit:"um/h" range:"0..5" doc:"speed of migration" source:"test"`
	Nuclei   int     `param:"nuclei" default:"8 nuclei" range:"1..50" doc:"nuclei of a mature cell" source:"test"`
	Seed     uint64  `param:"seed" default:"18446744073709551615" range:"0.." doc:"seed" source:"test"`
	Steps    int64   `param:"steps" default:"-3" range:"..7" doc:"steps" source:"test"`
	Mode     mode    `param:"mode" default:"fast" choices:"fast|slow" doc:"mode" source:"test"`
	Grows    bool    `param:"grows" default:"true" doc:"grows" source:"test"`
	Fusion   fusion  `param:"fusion"`
	Shared   shared
	Other    int // no parameter
}

type fusion struct {
	Radius float64 `param:"radius" default:"17um" range:"0.." doc:"reach" source:"test"`
}

type shared struct {
	Fraction float64 `param:"fraction" default:"10 %" range:"0..100" doc:"share" source:"test"`
}

func TestDefaultReadsTagsInBaseUnits(t *testing.T) {
	got := param.Default[osteoclast]()
	require.Equal(t, osteoclast{
		Lifespan: 14 * 24, Speed: 8.0 / 24, Nuclei: 8, Seed: math.MaxUint64, Steps: -3,
		Mode: "fast", Grows: true, Fusion: fusion{17}, Shared: shared{0.1},
	}, got)
}

func TestDescribeListsEveryParameterInOrder(t *testing.T) {
	o := param.Default[osteoclast]()
	specs := param.Describe([]param.Group{{Path: "cells.osteoclast", Ptr: &o}})
	var paths []string
	for _, s := range specs {
		paths = append(paths, s.Path+" ["+s.Unit+"] "+s.Format(s.Default)+" in "+s.Range)
	}
	require.Equal(t, []string{
		"cells.osteoclast.lifespan [d] 14 d in 1 d..90 d",
		"cells.osteoclast.speed [um/h] 0.3333333333333333 um/h in 0 um/h..5 um/h",
		"cells.osteoclast.nuclei [nuclei] 8 in 1 nuclei..50 nuclei",
		"cells.osteoclast.seed [1] 18446744073709551615 in at least 0",
		"cells.osteoclast.steps [1] -3 in at most 7",
		"cells.osteoclast.mode [] fast in ",
		"cells.osteoclast.grows [] true in ",
		"cells.osteoclast.fusion.radius [um] 17 um in at least 0 um",
		"cells.osteoclast.fraction [%] 10 % in 0 %..100 %",
	}, paths)
	require.Equal(t, 24.0, specs[0].Min)
	require.Equal(t, 90*24.0, specs[0].Max)
	require.Equal(t, []string{"fast", "slow"}, specs[5].Choices)
	require.Equal(t, "Parfitt 1994", specs[0].Source)
	require.NoError(t, param.Check([]param.Group{{Path: "cells.osteoclast", Ptr: &o}}))
}

func TestPointersSeeWhatSpecsSet(t *testing.T) {
	o := param.Default[osteoclast]()
	specs := param.Describe([]param.Group{{Path: "oc", Ptr: &o}})
	texts := []string{"2 weeks", "0.05 um/min", "9 nuclei", "7", "-4", "slow", "false", "0.02 mm", "55"}
	for i, text := range texts {
		v, err := specs[i].Parse(text)
		require.NoError(t, err)
		specs[i].Set(v)
		require.Equal(t, v, specs[i].Value())
	}
	require.Equal(t, osteoclast{14 * 24, 3, 9, 7, -4, "slow", false, fusion{20}, shared{0.55}, 0}, o)
}

func TestParseRefuses(t *testing.T) {
	o := param.Default[osteoclast]()
	specs := param.Describe([]param.Group{{Path: "oc", Ptr: &o}})
	tests := []struct {
		at         int
		text, want string
	}{
		{0, "91", "oc.lifespan = 91 d, want 1 d..90 d"},
		{0, "1 h", "oc.lifespan = 1 h, want 1 d..90 d"},
		{0, "1 um", `oc.lifespan: "1 um" is a length, want a time such as "14 d"`},
		{2, "2.5", "oc.nuclei = 2.5, want a whole number, 1 nuclei..50 nuclei"},
		{2, "2 d", `oc.nuclei: "2 d" is a time, want a plain number such as "1 nuclei"`},
		{2, "99999999999999999999", "oc.nuclei = 99999999999999999999, want a whole number, 1 nuclei..50 nuclei"},
		{3, "-1", "oc.seed = -1, want a whole number, at least 0"},
		{4, "8", "oc.steps = 8, want at most 7"},
		{5, "slwo", `oc.mode = "slwo", want one of fast, slow; did you mean "slow"?`},
		{5, "medium", `oc.mode = "medium", want one of fast, slow`},
		{6, "yes", "oc.grows = yes, want true or false"},
		{8, "101 %", "oc.fraction = 101 %, want 0 %..100 %"},
	}
	for _, test := range tests {
		_, err := specs[test.at].Parse(test.text)
		require.EqualError(t, err, test.want)
	}
	require.PanicsWithValue(t, "param: oc.lifespan set to a string, want a float64", func() { specs[0].Set("1") })
}

type row struct {
	Rate float64 `param:"rate" unit:"1/d" range:"0..9" doc:"rate"`
	Half float64 `param:"half" unit:"pM" range:"0..9" doc:"half-effect" source:"own"`
}

type sourced struct {
	Rate float64 `param:"rate" default:"1" range:"0..9" doc:"rate"`
}

func (sourced) SourceOf(name string) string { return "source of " + name }

func TestValueHeldIsTheDefaultWhereTheTagHasNone(t *testing.T) {
	r := row{Rate: 0.125, Half: 2}
	specs := param.Describe([]param.Group{{Path: "row", Ptr: &r, Source: "catalogue"}})
	require.Equal(t, "3 1/d", specs[0].Format(specs[0].Default))
	require.PanicsWithValue(t, "param: row.rate: no default", func() { param.Default[row]() })
}

func TestNearestSourceWins(t *testing.T) {
	var r row
	s := param.Default[sourced]()
	specs := param.Describe([]param.Group{{Path: "row", Ptr: &r, Source: "group"}, {Path: "sourced", Ptr: &s, Source: "group"}})
	require.Equal(t, "group", specs[0].Source)
	require.Equal(t, "own", specs[1].Source)
	require.Equal(t, "source of rate", specs[2].Source)
}

func TestCheckListsEveryFault(t *testing.T) {
	type bare struct {
		Rate float64 `param:"rate" default:"10" range:"0..9" doc:" "`
		Mode string  `param:"mode" default:"x" choices:"a|b" doc:"mode" source:"test"`
		Open float64 `param:"open" default:"1" doc:"open" source:"test"`
	}
	b := param.Default[bare]()
	require.EqualError(t, param.Check([]param.Group{{Path: "b", Ptr: &b}}),
		"b.rate: no doc\nb.rate: no source\nb.rate: default 10, want 0..9\nb.mode: default x, want one of a, b\nb.open: no range")
}

func TestMalformedTagsPanicWithThePath(t *testing.T) {
	type noUnit struct {
		X float64 `param:"x" default:"3 furlong"`
	}
	type wrongDefault struct {
		X float64 `param:"x" default:"3 d" unit:"um"`
	}
	type wrongRange struct {
		X float64 `param:"x" default:"3 d" range:"1 um..2 d"`
	}
	type emptyRange struct {
		X float64 `param:"x" default:"3 d" range:"2..1"`
	}
	type noDots struct {
		X float64 `param:"x" default:"3 d" range:"2-1"`
	}
	type badName struct {
		X float64 `param:"MyX" default:"3"`
	}
	type badType struct {
		X float32 `param:"x" default:"3"`
	}
	type badInt struct {
		X int `param:"x" default:"3 %"`
	}
	type badChoices struct {
		X string `param:"x" default:"a" choices:"a,b"`
	}
	type twice struct {
		X float64 `param:"x" default:"3"`
		Y float64 `param:"x" default:"3"`
	}
	tests := []struct {
		ptr  any
		want string
	}{
		{&noUnit{}, `param: p.x: unit "furlong" has the unknown unit "furlong", known are um, mm, s, min, h, d, week, year, pM, nM, molecules, kPa, MPa, GPa, %, cells, and products such as um^2/s`},
		{&wrongDefault{}, `param: p.x: default: "3 d" is a time, want a length such as "1 um"`},
		{&wrongRange{}, `param: p.x: range: "1 um" is a length, want a time such as "1 d"`},
		{&emptyRange{}, `param: p.x: range "2..1" is empty`},
		{&noDots{}, `param: p.x: range "2-1" of a float, want low..high of a number`},
		{&badName{}, `param: p.MyX: field X has the name "MyX", want snake_case`},
		{&badType{}, `param: p.x: type float32, want float64, int, int64, uint64, string, bool or a struct`},
		{&badInt{}, `param: p.x: unit "%" of an integer, want a count such as cells`},
		{&badChoices{}, `param: p.x: choice "a,b", want words split by |`},
		{&twice{}, `param: p.x: path occurs twice`},
		{badInt{}, `param: p: group of param_test.badInt, want a pointer to a struct`},
	}
	for _, test := range tests {
		require.PanicsWithValue(t, test.want, func() { param.Describe([]param.Group{{Path: "p", Ptr: test.ptr}}) })
	}
	require.PanicsWithValue(t, "param: My Path: path of a group, want snake_case split by dots", func() {
		param.Describe([]param.Group{{Path: "My Path", Ptr: &shared{}}})
	})
}

// A field may hold the number of its unit: exactly what was written, and what
// was written in another unit to the nearest float64.
func TestBaseUnitFieldsHoldTheNumberOfTheirUnit(t *testing.T) {
	type serum struct {
		Calcium float64 `param:"calcium" base:"unit" default:"2.35 mM" range:"0.5 mM..5 mM" doc:"x" source:"y"`
	}
	s := param.Default[serum]()
	require.Equal(t, 2.35, s.Calcium)
	spec := param.Describe([]param.Group{{Path: "serum", Ptr: &s}})[0]
	require.Equal(t, "2.35 mM", spec.Format(spec.Value()))
	v, err := spec.Parse("1250 uM")
	require.NoError(t, err)
	require.Equal(t, 1.25, v)
	v, err = spec.Parse("3")
	require.NoError(t, err)
	require.Equal(t, 3.0, v)
	_, err = spec.Parse("9")
	require.EqualError(t, err, "serum.calcium = 9 mM, want 0.5 mM..5 mM")
	_, err = spec.Parse("2 h")
	require.EqualError(t, err, `serum.calcium: "2 h" is a time, want a concentration such as "2.35 mM"`)
}
