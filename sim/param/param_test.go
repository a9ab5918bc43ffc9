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
