package validate

import (
	"strings"
	"testing"
	"testing/fstest"

	"github.com/stretchr/testify/require"

	"trabecula/assets"
	"trabecula/sim/unit"
)

func TestTheDataOfTheProgramHoldTogether(t *testing.T) {
	l, err := Read(assets.Validation())
	require.NoError(t, err)
	require.Greater(t, len(l.RowNames()), 80)
	for _, s := range l.Skipped {
		require.NotContains(t, l.RowNames(), s.Row, "attempted and not attempted")
		require.NotEmpty(t, s.Reason)
	}
	for _, m := range l.Misses {
		require.Contains(t, l.RowNames(), m.Row)
	}
	for _, a := range l.Arms {
		require.NotEmpty(t, l.needs(a.Name), "arm %s: no row needs it", a.Name)
		require.GreaterOrEqual(t, a.Start, 30*unit.Day, "arm %s has no baseline", a.Name)
	}
	require.NotEmpty(t, l.Sensitive)
	require.Less(t, len(l.Quick().Arms), len(l.Arms)/2)
}

// Every fault is told, with its place, in one go.
func TestFaultsHavePlaces(t *testing.T) {
	const bad = `[[target]]
row = "Y1"
observable = "BMD"
column = "bmd_tvv"
arm = "nobody"
points = ["5 d = 3", "5 d: three", "5 d: 3", "10 d: > 0", "9..5 d: 3 (1..4)", "5 d: 9 (1..4)", "5 parsec: 3 (1..4)"]
strength = "S"
status = "KNOWN"
population = "nobody"
source = "a test"
colour = "red"

[[target]]
row = "Y2"
strength = "Q"

[[tarket]]
`
	_, err := Read(files(bad))
	require.Error(t, err)
	for _, want := range []string{
		`X.toml:4:10: column = "bmd_tvv", no such column`,
		`X.toml:5:7: arm "nobody": unknown, want one of none, drug`,
		`X.toml:6:11: points: "5 d = 3", want TIME: VALUE`,
		`points: "three" is no value: strength S takes`,
		`points: "3" is no value of strength S`,
		`points: "> 0" is no value of strength S`,
		`ends before it begins`,
		`the number lies outside of its interval`,
		`parsec`,
		`X.toml:8:10: status = "KNOWN", want one of READ, READ-2, RECALLED, DERIVED`,
		`X.toml:11:1: colour: unknown key, want one of row, observable`,
		`X.toml:13:3: observable: missing in this [[target]]`,
		`X.toml:15:12: strength = "Q", want one of S, N, D`,
		`X.toml:17:3: tarket: unknown table`,
	} {
		require.ErrorContains(t, err, want)
	}
}

func TestSyntaxFaultsHavePlaces(t *testing.T) {
	for text, want := range map[string]string{
		"[[target]]\nrow = Y1\n":           "X.toml:2:7: not TOML",
		"row = \"Y1\"\n":                   "X.toml:1:1: row: stands above the first [[table]]",
		"[target]\nrow = \"Y1\"\n":         "X.toml:1:2: target: a single table",
		"[[skip]]\nrow = \"a\"\nrow=\"b\"": "X.toml:3:1: row: set twice",
	} {
		_, err := Read(files(text))
		require.ErrorContains(t, err, want)
	}
}

func TestArmsAreChecked(t *testing.T) {
	for change, want := range map[string]string{
		`treat = ["denosumab 60 mg`:  `treat = ["denosumap 60 mg`,
		`until = "20 d"`:             `until = "5 d"`,
		`extends = "none"`:           `extends = "nothing"`,
		`"section.pixel=10 um"`:      `"section.pixle=10 um"`,
		"[[arm]]\nname = \"drug\"":   "[[arm]]\nname = \"none\"",
		`text = "denosumab"`:         `texts = "denosumab"`,
		`columns = ["bv_tv"]`:        `columns = ["bv"]`,
		`quick = "yes"`:              `quick = "perhaps"`,
		`start = "10 d"` + "\nuntil": `start = "ten"` + "\nuntil",
	} {
		arms := strings.Replace(tinyArms, change, want, 1)
		require.NotEqual(t, tinyArms, arms)
		_, err := Read(fstest.MapFS{"arms.toml": {Data: []byte(arms)}, "X.toml": {Data: []byte(tinyTargets)}})
		require.ErrorContains(t, err, "arms.toml:", want)
	}
	late := strings.Replace(tinyTargets, `"10 d: 0.5"`, `"11 d: 0.5"`, 1)
	_, err := Read(files(late))
	require.ErrorContains(t, err, "arms.toml:14:8: until: the arm drug ends before 11 d of row X2")
}

func TestExtendedArmTakesOver(t *testing.T) {
	l := tiny(t)
	drug, _ := l.Arm("drug")
	require.Equal(t, 10*unit.Day, drug.Start)
	require.Equal(t, 20*unit.Day, drug.Until)
	require.False(t, drug.Quick, "quick is not taken over")
	c, err := l.Config(drug, 7)
	require.NoError(t, err)
	require.EqualValues(t, 7, c.Random.Seed)
	require.Contains(t, c.Model.Body.Treatment.Plan, "denosumab")
}

func TestOnlyNamesEverythingUnknown(t *testing.T) {
	l := tiny(t)
	_, err := l.Only([]string{"X1", "Q9", "Q8"}, []string{"nobody"})
	require.ErrorContains(t, err, "rows Q9, Q8: unknown or not attempted, want some of X1, X2")
	require.ErrorContains(t, err, "arms nobody: unknown")
	one, err := l.Only([]string{"X1"}, nil)
	require.NoError(t, err)
	require.Equal(t, []string{"drug"}, one.ArmNames(), "the control of another row is not run")
	none, err := l.Only(nil, []string{"drug"})
	require.NoError(t, err)
	require.Equal(t, []string{"X1"}, none.RowNames(), "X2 needs the control too")
}

func TestWindowsBelongToSeeds(t *testing.T) {
	p := Protocol{Windows: []string{"xz150-grey 1,2,66,66", "xy150-grey 3,4,66,66"}}
	require.Equal(t, []string{"section.image=bundled:xz150-grey", "section.crop=1,2,66,66"}, p.window(1))
	require.Equal(t, p.window(1), p.window(3))
	require.NotEqual(t, p.window(1), p.window(2))
}
