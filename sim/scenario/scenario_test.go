package scenario_test

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/stretchr/testify/require"

	"trabecula/sim/param"
	"trabecula/sim/scenario"
)

type osteoclast struct {
	Lifespan float64 `param:"lifespan" default:"14 d" range:"1 d..90 d" doc:"mean life of a nucleus" source:"Parfitt 1994"`
	Speed    float64 `param:"speed" default:"8 um/day" range:"0.." doc:"speed along bone" source:"test"`
	Nuclei   int     `param:"nuclei" default:"8" unit:"nuclei" range:"1..50" doc:"nuclei of a mature cell" source:"test"`
	Fusion   fusion  `param:"fusion"`
}

type fusion struct {
	Radius float64 `param:"radius" default:"17 um" range:"0..100" doc:"reach of fusion" source:"test"`
}

type osteoblast struct {
	Rate  float64 `param:"rate" default:"0.6 um/d" range:"..5" doc:"apposition" source:"test"`
	Share float64 `param:"share" default:"0.25" range:"0..1" doc:"share that is embedded" source:"test"`
}

type run struct {
	Mode  string `param:"mode" default:"fast" choices:"fast|slow" doc:"mode" source:"test"`
	Image string `param:"image" default:"" doc:"image file" source:"test"`
	Seed  uint64 `param:"seed" default:"1" range:"0.." doc:"seed" source:"test"`
	Bone  bool   `param:"bone" default:"true" doc:"has bone" source:"test"`
}

// rates has no default tags: the values it holds are the defaults.
type rates struct {
	HalfLife float64 `param:"half_life" unit:"min" range:"0.1 min..30 d" doc:"half-life"`
}

// model is the parameters of the tests.
type model struct {
	osteoclast osteoclast
	osteoblast osteoblast
	run        run
	rankl      rates
}

func defaults() *model {
	return &model{param.Default[osteoclast](), param.Default[osteoblast](), param.Default[run](), rates{1.6 / 60}}
}

func (m *model) groups() []param.Group {
	return []param.Group{
		{Path: "cells.osteoclast", Ptr: &m.osteoclast},
		{Path: "cells.osteoblast", Ptr: &m.osteoblast},
		{Path: "run", Ptr: &m.run},
		{Path: "signals.rankl", Ptr: &m.rankl, Source: "Moffitt"},
	}
}

var builtins = fstest.MapFS{
	"healthy.toml": {Data: []byte("schema = 1\ntitle = 'Healthy'\ntext = 'All defaults.'\nsources = ['Parfitt 1994']\n")},
	"resting.toml": {Data: []byte("schema = 1\nextends = 'healthy.toml'\ntitle = 'Resting'\n[cells.osteoblast]\nrate = 0.3\n")},
}

// load writes the file and loads it with the sets.
func load(t *testing.T, m *model, file string, sets ...string) (scenario.Scenario, error) {
	t.Helper()
	t.Chdir(t.TempDir())
	require.NoError(t, os.WriteFile("my.toml", []byte(file), 0o600))
	return scenario.Loader{Builtin: builtins}.Load("my.toml", m.groups(), sets)
}

func TestWhatIsNotMentionedKeepsItsDefault(t *testing.T) {
	m, want := defaults(), defaults()
	_, err := load(t, m, "schema = 1\n[cells.osteoclast]\nlifespan = \"1 week\"\n")
	require.NoError(t, err)
	want.osteoclast.Lifespan = 7 * 24
	require.Equal(t, want, m)
}

func TestLoadStartsFromDefaultsWhateverTheGroupsHold(t *testing.T) {
	m := defaults()
	m.osteoclast.Lifespan = 999
	_, err := load(t, m, "schema = 1\n")
	require.NoError(t, err)
	require.Equal(t, defaults(), m)
}

func TestEveryFormOfAValue(t *testing.T) {
	m, want := defaults(), defaults()
	_, err := load(t, m, `
schema = 1
cells.osteoblast = { rate = 1, share = "10 %" }
[cells.osteoclast]
nuclei = 0x10
speed = 1_2.5e1
fusion.radius = '0.02 mm'
[run]
mode = 'slow'
image = "a\tb"
seed = "18446744073709551615"
bone = false
[signals.rankl]
half_life = 30
`)
	require.NoError(t, err)
	want.osteoclast = osteoclast{14 * 24, 125.0 / 24, 16, fusion{20}}
	want.osteoblast = osteoblast{1.0 / 24, 0.1}
	want.run = run{"slow", "a\tb", 1<<64 - 1, false}
	want.rankl = rates{0.5}
	require.Equal(t, want, m)
}

func TestLayersWinInOrder(t *testing.T) {
	m := defaults()
	s, err := load(t, m, "schema = 1\nextends = 'builtin:resting'\n[cells.osteoclast]\nlifespan = 20\nspeed = 3\n",
		"cells.osteoclast.lifespan=10d", `run.image="x y.png"`, "run.bone=false")
	require.NoError(t, err)
	require.Equal(t, 10*24.0, m.osteoclast.Lifespan, "--set over file")
	require.Equal(t, 3.0/24, m.osteoclast.Speed, "file over default")
	require.Equal(t, 0.3/24, m.osteoblast.Rate, "extended file over default")
	require.Equal(t, "x y.png", m.run.Image)
	require.Equal(t, "my", s.Name)
	require.Equal(t, "Resting", s.Title, "inherited from the nearest that has one")
	require.Equal(t, "All defaults.", s.Text)
	require.Equal(t, []string{"Parfitt 1994"}, s.Sources)
	require.Equal(t, []scenario.Change{
		{Path: "cells.osteoclast.lifespan", Value: "10 d", From: "--set cells.osteoclast.lifespan=10d"},
		{Path: "cells.osteoclast.speed", Value: "3 um/day", From: "my.toml:5:9"},
		{Path: "cells.osteoblast.rate", Value: "0.3 um/d", From: "builtin:resting.toml:5:8"},
		{Path: "run.image", Value: "x y.png", From: `--set run.image="x y.png"`},
		{Path: "run.bone", Value: "false", From: "--set run.bone=false"},
	}, s.Changes)
	var files []string
	for _, f := range s.Files {
		files = append(files, f.Path)
		require.Len(t, f.SHA256, 64)
	}
	require.Equal(t, []string{"builtin:healthy.toml", "builtin:resting.toml", "my.toml"}, files)
	require.Equal(t, "9b43", s.Files[0].SHA256[:4], "sha256sum of the file")
}

func TestRelativeExtendsStartsAtTheFile(t *testing.T) {
	t.Chdir(t.TempDir())
	require.NoError(t, os.Mkdir("base", 0o700))
	require.NoError(t, os.WriteFile("base/a.toml", []byte("schema = 1\nextends = '../b.toml'\n"), 0o600))
	require.NoError(t, os.WriteFile("b.toml", []byte("\ufeffschema = 1\ncells.osteoclast.nuclei = 9\n"), 0o600))
	m := defaults()
	_, err := scenario.Loader{}.Load(filepath.Join("base", "a.toml"), m.groups(), nil)
	require.NoError(t, err)
	require.Equal(t, 9, m.osteoclast.Nuclei)
	absolute, err := filepath.Abs("b.toml")
	require.NoError(t, err)
	require.NoError(t, os.WriteFile("c.toml", []byte("schema = 1\nextends = '"+absolute+"'\n"), 0o600))
	_, err = scenario.Loader{}.Load("c.toml", m.groups(), nil)
	require.NoError(t, err)
	require.Equal(t, 9, m.osteoclast.Nuclei)
}

func TestFaults(t *testing.T) {
	tests := []struct {
		name, file string
		want       []string
	}{
		{"out of range", "schema = 1\n[cells.osteoclast]\nlifespan = -1\n  speed = \"-3 mm/d\"\nnuclei = 51\n", []string{
			"my.toml:3:12: cells.osteoclast.lifespan = -1 d, want 1 d..90 d",
			"my.toml:4:11: cells.osteoclast.speed = -3 mm/d, want at least 0 um/day",
			"my.toml:5:10: cells.osteoclast.nuclei = 51 nuclei, want 1 nuclei..50 nuclei",
		}},
		{"wrong dimension", "schema = 1\n[cells.osteoclast]\nlifespan = \"8 um/h\"\nfusion.radius = \"3 pM*um\"\n", []string{
			`my.toml:3:12: cells.osteoclast.lifespan: "8 um/h" is a speed, want a time such as "14 d"`,
			`my.toml:4:17: cells.osteoclast.fusion.radius: "3 pM*um" is a quantity in um*pM, want a length such as "17 um"`,
		}},
		{"wrong unit", "schema = 1\n[cells.osteoclast]\nlifespan = \"8 dayz\"\n", []string{
			`my.toml:3:12: cells.osteoclast.lifespan: "8 dayz" has the unknown unit "dayz", did you mean "day"?`,
		}},
		{"not finite", "schema = 1\ncells.osteoclast.lifespan = nan\ncells.osteoclast.speed = +inf\ncells.osteoblast.rate = 1e999\ncells.osteoblast.share = 1e308\n", []string{
			`my.toml:2:29: cells.osteoclast.lifespan: "nan" is not finite, want a number`,
			`my.toml:3:26: cells.osteoclast.speed: "+inf" is not finite, want a number`,
			`my.toml:4:25: cells.osteoblast.rate: "1e999 um/d" has an exponent beyond 500`,
			`my.toml:5:26: cells.osteoblast.share = 1e308, want 0..1`,
		}},
		{"wrong type", "schema = 1\n[cells.osteoclast]\nlifespan = true\nspeed = [1]\nnuclei = 2.5\n[run]\nmode = 3\nbone = \"yes\"\nseed = -1\nimage = 1979-05-27\n", []string{
			`my.toml:3:12: cells.osteoclast.lifespan = true, want a time such as "14 d"`,
			`my.toml:4:1: cells.osteoclast.speed = a list, want a speed such as "8 um/day"`,
			`my.toml:5:10: cells.osteoclast.nuclei = 2.5, want a whole number, 1 nuclei..50 nuclei`,
			`my.toml:7:8: run.mode = 3, want one of fast, slow`,
			`my.toml:8:8: run.bone = "yes", want true or false`,
			`my.toml:9:8: run.seed = -1, want a whole number, at least 0`,
			`my.toml:10:9: run.image = 1979-05-27, want a text in quotes`,
		}},
		{"unknown choice", "schema = 1\nrun.mode = 'fsat'\n", []string{
			`my.toml:2:12: run.mode = "fsat", want one of fast, slow; did you mean "fast"?`,
		}},
		{"unknown keys", "schema = 1\ntilte = 'x'\n[cells.osteoclast]\nlifspan = 3\nfusion.radios = 3\nrate = 3\nxyz = 3\n[cells.osteoclats]\nlifespan = 3\n[blood]\ncalcium = 3\n", []string{
			"my.toml:2:1: tilte: unknown key, did you mean title?",
			"my.toml:4:1: cells.osteoclast.lifspan: unknown key, did you mean cells.osteoclast.lifespan?",
			"my.toml:5:1: cells.osteoclast.fusion.radios: unknown key, did you mean cells.osteoclast.fusion.radius?",
			"my.toml:6:1: cells.osteoclast.rate: unknown key, did you mean cells.osteoblast.rate?",
			"my.toml:7:1: cells.osteoclast.xyz: unknown key, want one of fusion, lifespan, nuclei, speed in cells.osteoclast",
			"my.toml:8:2: cells.osteoclats: unknown table, did you mean cells.osteoclast?",
			"my.toml:10:2: blood: unknown table, want one of cells, run, signals",
		}},
		{"name known elsewhere", "schema = 1\nhalf_life = 3\n", []string{
			"my.toml:2:1: half_life: unknown key, did you mean signals.rankl.half_life?",
		}},
		{"two slips in one path", "schema = 1\ncels.osteoclast.lifspan = 3\n", []string{
			"my.toml:2:1: cels.osteoclast.lifspan: unknown key, did you mean cells.osteoclast.lifespan?",
		}},
		{"table and parameter mixed up", "schema = 1\ncells = 3\nrun.mode.x = 3\n[cells.osteoclast.lifespan]\n[[run]]\n", []string{
			"my.toml:2:1: cells: a table, want one of its keys: osteoblast, osteoclast",
			"my.toml:3:1: run.mode.x: run.mode is a parameter, not a table",
			"my.toml:4:2: cells.osteoclast.lifespan: a parameter, not a table; lifespan goes below [cells.osteoclast]",
			"my.toml:5:3: run: list of tables, want [run]",
		}},
		{"duplicates", "schema = 1\n[run]\nseed = 1\nseed = 2\n[cells]\n[run]\n", []string{
			"my.toml:4:1: run.seed: set twice, first at my.toml:3:1",
			"my.toml:6:2: run: table opened twice, first at my.toml:2:2",
		}},
		{"head", "schema = 2\ntitle = 3\nsources = ['a', 3]\ntext = ['a']\n", []string{
			"my.toml:1:10: schema = 2, want 1",
			"my.toml:2:9: title = 3, want a text in quotes",
			"my.toml:3:1: sources = a list, want a list of texts",
			"my.toml:4:1: text = a list, want a text in quotes",
		}},
		{"no schema", "", []string{"my.toml: schema: missing, want schema = 1 as the first line"}},
		{"syntax does not hide the rest", "schema = 1\n[cells.osteoclast\nnuclei = 99\n[run]\nseed = = 3\nmode = fast\n[cells.osteoclast]\nlifespan = 10 d # days\nspeed = -1\n", []string{
			"my.toml:2:18: not TOML: expected ']' to close table name",
			"my.toml:3:1: nuclei: unknown key, did you mean cells.osteoclast.nuclei?",
			"my.toml:5:8: not TOML: unexpected character U+003D '=' at start of value",
			`my.toml:6:8: not TOML: texts and quantities with a unit go in quotes: mode = "fast"`,
			`my.toml:8:15: not TOML: texts and quantities with a unit go in quotes: lifespan = "10 d"`,
			"my.toml:9:9: cells.osteoclast.speed = -1 um/day, want at least 0 um/day",
		}},
		{"what only the full decoder refuses", "schema = 1\nrun = { seed = 1 }\n[run]\nmode = 'slow'\n", []string{
			"my.toml:3:2: not TOML: key run should be a table, not a value",
		}},
		{"open text ends the search", "schema = 1\nrun.image = \"\"\"a\n[run]\nseed = -1\n", []string{
			`my.toml:4:10: not TOML: multiline basic string not terminated by """`,
		}},
		{"a list of ten syntax faults is enough", strings.Repeat("= 1\n", 30), func() (lines []string) {
			for i := range 10 {
				lines = append(lines, fmt.Sprintf("my.toml:%d:1: not TOML: invalid character at start of key: U+003D '='", i+1))
			}
			return append([]string{"my.toml: schema: missing, want schema = 1 as the first line"}, lines...)
		}()},
		{"columns count characters", "schema = 1\ncells.osteoblast = { share = 2, \"µ\" = '…' }\n", []string{
			"my.toml:2:30: cells.osteoblast.share = 2, want 0..1",
			"my.toml:2:33: cells.osteoblast.\"µ\": unknown key, want one of rate, share in cells.osteoblast",
		}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			m := defaults()
			_, err := load(t, m, test.file)
			require.Error(t, err)
			require.Equal(t, test.want, strings.Split(err.Error(), "\n"))
			require.Equal(t, defaults(), m, "nothing is written where there is a fault")
		})
	}
}

func TestFaultsOfSets(t *testing.T) {
	m := defaults()
	_, err := load(t, m, "schema = 1\nrun.seed = 2.5\n", "cells.osteoclast.lifspan=10d", "cells.osteoclast.lifespan=10um",
		"cells.osteoclast.lifespan=3", "run.bone=yes", "run", "cells.osteoclast=3", "schema=1", "run.seed=")
	require.EqualError(t, err, strings.Join([]string{
		"my.toml:2:12: run.seed = 2.5, want a whole number, at least 0",
		"--set cells.osteoclast.lifespan=3: cells.osteoclast.lifespan: set twice",
		"--set run: want key=value, such as cells.osteoclast.lifespan=10d",
		"--set cells.osteoclast.lifspan=10d: cells.osteoclast.lifspan: unknown key, did you mean cells.osteoclast.lifespan?",
		`--set cells.osteoclast.lifespan=10um: cells.osteoclast.lifespan: "10um" is a length, want a time such as "14 d"`,
		"--set run.bone=yes: run.bone = yes, want true or false",
		"--set cells.osteoclast=3: cells.osteoclast: a table, want one of its keys: fusion, lifespan, nuclei, speed",
		"--set schema=1: schema: unknown key, want one of cells, run, signals",
		"--set run.seed=: run.seed = , want a whole number, at least 0",
	}, "\n"))
}

func TestFaultsOfFiles(t *testing.T) {
	t.Chdir(t.TempDir())
	write := func(name, data string) { require.NoError(t, os.WriteFile(name, []byte(data), 0o600)) }
	write("a.toml", "schema = 1\nextends = 'b.toml'\n")
	write("b.toml", "schema = 1\nextends = './a.toml'\n")
	write("lost.toml", "schema = 1\nextends = 'gone.toml'\ncells.osteoclast.nuclei = 0\n")
	write("typo.toml", "schema = 1\nextends = 'builtin:helthy'\n")
	write("latin.toml", "schema = 1\ntitle = '\xb5'\n")
	write("huge.toml", "#"+strings.Repeat("x", 1<<20))
	require.NoError(t, os.Mkdir("folder.toml", 0o700))
	tests := []struct{ name, want string }{
		{"a.toml", "b.toml:2:11: extends: files extend each other in a circle: a.toml -> b.toml -> a.toml"},
		{"lost.toml", "lost.toml:2:11: extends = \"gone.toml\": gone.toml: no such file\nlost.toml:3:27: cells.osteoclast.nuclei = 0 nuclei, want 1 nuclei..50 nuclei"},
		{"typo.toml", `typo.toml:2:11: extends = "builtin:helthy": scenario helthy: unknown, did you mean healthy? want one of healthy, resting or the path of a .toml file`},
		{"latin.toml", "latin.toml: is not UTF-8 from line 2 on, want a scenario file"},
		{"huge.toml", "huge.toml: is larger than 1048576 bytes, want a scenario file"},
		{"folder.toml", "folder.toml: is a folder, want a scenario file"},
		{"none.toml", "none.toml: no such file"},
		{"./", "./: is a folder, want a scenario file"},
		{"/dev/null", "/dev/null: is no regular file, want a scenario file"},
		{"osteoporosis", "scenario osteoporosis: unknown, want one of healthy, resting or the path of a .toml file"},
		{"../healthy", "../healthy: no such file"},
		{"builtin:../healthy", "scenario ../healthy: unknown, want one of healthy, resting or the path of a .toml file"},
		{"", "scenario : unknown, want one of healthy, resting or the path of a .toml file"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			_, err := scenario.Loader{Builtin: builtins}.Load(test.name, defaults().groups(), nil)
			require.EqualError(t, err, test.want)
		})
	}
}

func TestListNamesBuiltins(t *testing.T) {
	var got []string
	for _, s := range (scenario.Loader{Builtin: builtins}).List() {
		got = append(got, s.Name+": "+s.Title)
	}
	require.Equal(t, []string{"healthy: Healthy", "resting: Resting"}, got)
	require.Empty(t, scenario.Loader{}.List())
}
