package scenario_test

import (
	"math"
	"math/rand/v2"
	"os"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"trabecula/sim/param"
	"trabecula/sim/scenario"
)

func TestResolvedLoadsBackToTheSameBits(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	for range 200 {
		m, back := defaults(), defaults()
		scramble(m, r)
		_, err := load(t, back, string(scenario.Resolved(m.groups())))
		require.NoError(t, err)
		require.Equal(t, m, back)
		require.Equal(t, scenario.Hash(m.groups()), scenario.Hash(back.groups()))
	}
}

// scramble fills the parameters with values that are no short decimals.
func scramble(m *model, r *rand.Rand) {
	m.osteoclast = osteoclast{24 + r.Float64()*2000, math.Exp(r.NormFloat64() * 100), 1 + r.IntN(50), fusion{r.Float64() * 100}}
	m.osteoblast = osteoblast{-math.Exp(r.NormFloat64() * 50), r.Float64()}
	text := []rune("a\"\\\n\t\x00\x7fµ漢 '#=[]")
	r.Shuffle(len(text), func(i, j int) { text[i], text[j] = text[j], text[i] })
	m.run = run{"slow", string(text), r.Uint64(), r.IntN(2) == 0}
	m.rankl = rates{0.1/60 + r.Float64()*700}
}

func TestResolvedSaysUnitMeaningRangeAndSource(t *testing.T) {
	require.Equal(t, `# Every parameter as resolved. This file is itself a scenario.
schema = 1

[cells.osteoclast]
# mean life of a nucleus [d]; 1 d..90 d; source: Parfitt 1994
lifespan = "14 d"
# speed along bone [um/day]; at least 0 um/day; source: test
speed = "8 um/day"
# nuclei of a mature cell [nuclei]; 1 nuclei..50 nuclei; source: test
nuclei = 8

[cells.osteoclast.fusion]
# reach of fusion [um]; 0 um..100 um; source: test
radius = "17 um"

[cells.osteoblast]
# apposition [um/d]; at most 5 um/d; source: test
rate = "0.6 um/d"
# share that is embedded; 0..1; source: test
share = 0.25

[run]
# mode; fast, slow; source: test
mode = "fast"
# image file; source: test
image = ""
# seed; at least 0; source: test
seed = 1
# has bone; source: test
bone = true

[signals.rankl]
# half-life [min]; 0.1 min..30 d; source: Moffitt
half_life = "1.6 min"
`, string(scenario.Resolved(defaults().groups())))
}

func TestResolvedPutsKeysOfTheFileBeforeTables(t *testing.T) {
	type top struct {
		Seed uint64 `param:"seed" default:"1" range:"0.." doc:"seed" source:"test"`
	}
	m, first := defaults(), param.Default[top]()
	first.Seed = 7
	t.Chdir(t.TempDir())
	groups := append(m.groups(), param.Group{Ptr: &first})
	require.NoError(t, os.WriteFile("r.toml", scenario.Resolved(groups), 0o600))
	first.Seed = 0
	_, err := scenario.Loader{}.Load("r.toml", groups, nil)
	require.NoError(t, err)
	require.Equal(t, uint64(7), first.Seed)
}

func TestHashFollowsValuesOnly(t *testing.T) {
	m := defaults()
	before := scenario.Hash(m.groups())
	require.Len(t, before, 64)
	g := m.groups()
	g[0], g[2] = g[2], g[0]
	require.Equal(t, before, scenario.Hash(g), "order of groups")
	m.osteoclast.Lifespan = math.Nextafter(m.osteoclast.Lifespan, 0)
	require.NotEqual(t, before, scenario.Hash(m.groups()), "the last bit of one value")
}

func TestTableListsEveryParameter(t *testing.T) {
	rows := scenario.Table(defaults().groups())
	require.Len(t, rows, 12)
	require.Equal(t, []string{"path", "default", "unit", "range", "doc", "source"}, rows[0])
	require.Equal(t, []string{"cells.osteoclast.lifespan", "14 d", "d", "1 d..90 d", "mean life of a nucleus", "Parfitt 1994"}, rows[1])
	require.Equal(t, []string{"run.mode", "fast", "", "fast|slow", "mode", "test"}, rows[7])
	require.Equal(t, []string{"signals.rankl.half_life", "1.6 min", "min", "0.1 min..30 d", "half-life", "Moffitt"}, rows[11])
}

func TestShowTextMarksWhatWasSet(t *testing.T) {
	m := defaults()
	s, err := scenario.Loader{Builtin: builtins}.Load("resting", m.groups(), []string{"run.seed=9"})
	require.NoError(t, err)
	var b strings.Builder
	require.NoError(t, scenario.ShowText(&b, s, m.groups()))
	require.Equal(t, `resting: Resting

All defaults.

[1] Parfitt 1994

file builtin:healthy.toml sha256 `+s.Files[0].SHA256+`
file builtin:resting.toml sha256 `+s.Files[1].SHA256+`

  cells.osteoclast.lifespan       14 d      1 d..90 d
  cells.osteoclast.speed          8 um/day  at least 0 um/day
  cells.osteoclast.nuclei         8         1 nuclei..50 nuclei
  cells.osteoclast.fusion.radius  17 um     0 um..100 um
* cells.osteoblast.rate           0.3 um/d  at most 5 um/d
  cells.osteoblast.share          0.25      0..1
  run.mode                        fast      fast|slow
  run.image
* run.seed                        9         at least 0
  run.bone                        true
  signals.rankl.half_life         1.6 min   0.1 min..30 d
`, b.String())
}
