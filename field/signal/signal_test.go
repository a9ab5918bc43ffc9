package signal

import (
	"testing"

	"github.com/stretchr/testify/require"

	"trabecula/sim/param"
	"trabecula/sim/unit"
)

func TestRowConvertsToBaseUnits(t *testing.T) {
	p := row(36, 18, 9, 30)
	require.InEpsilon(t, 36*3600.0, p.DiffusionMarrow, 1e-15) // um2/s to um2/h
	require.InEpsilon(t, 18*3600.0, p.DiffusionOsteoid, 1e-15)
	require.InEpsilon(t, 9*3600.0, p.DiffusionBone, 1e-15)
	require.InEpsilon(t, 0.5, p.HalfLife, 1e-15)
	require.Equal(t, 1.0, p.Secretion)
}

// Every signal has a name of its own, a meaning, a source and allowed numbers.
func TestCatalogueIsComplete(t *testing.T) {
	names := map[string]bool{}
	for s := range Count {
		spec := Catalogue[s]
		require.Equal(t, spec.Name, s.String())
		require.Regexp(t, `^[a-z][a-z0-9_]*$`, spec.Name)
		require.False(t, names[spec.Name], "%s twice", spec.Name)
		names[spec.Name] = true
		require.NotEmpty(t, spec.Symbol)
		require.NotEmpty(t, spec.Doc)
		require.NotEmpty(t, spec.Source)
		require.Equal(t, spec.Source, spec.SourceOf("half_life"))
		group := param.Group{Path: "signals." + spec.Name, Ptr: &spec.Params, Source: spec.Source}
		require.NoError(t, param.Check([]param.Group{group}))
	}
	require.Len(t, names, int(Count))
}

// Every signal spreads fastest in marrow, and even there slower than a small
// molecule in water, about 1000 um2/s.
func TestMatrixSlowsEverySignal(t *testing.T) {
	for s, p := range Defaults() {
		name := Signal(s).String()
		require.Greater(t, p.DiffusionMarrow, p.DiffusionOsteoid, name)
		require.Greater(t, p.DiffusionMarrow, p.DiffusionBone, name)
		require.Greater(t, min(p.DiffusionOsteoid, p.DiffusionBone), 0.0, name)
		require.Less(t, p.DiffusionMarrow, 1000/unit.Second, name)
		require.Greater(t, p.HalfLife, 0.0, name)
	}
}

// A complex is heavier than what it is made of, so it spreads no faster than its decoy.
func TestComplexIsNoFasterThanOPG(t *testing.T) {
	p := Defaults()
	require.LessOrEqual(t, p[RANKLOPG].DiffusionMarrow, p[OPG].DiffusionMarrow)
}

// Whoever changes the parameters of one run leaves the catalogue alone.
func TestDefaultsAreACopy(t *testing.T) {
	p := Defaults()
	p[RANKL].HalfLife = -1
	require.NotEqual(t, -1.0, Catalogue[RANKL].Params.HalfLife)
	require.Equal(t, Catalogue[RANKL].Params, Defaults()[RANKL])
}

func TestBindingParameters(t *testing.T) {
	b := param.Default[Binding]()
	require.NoError(t, param.Check([]param.Group{{Path: "binding", Ptr: &b}}))
	require.Greater(t, b.On, 0.0)
	require.Greater(t, b.Off, 0.0)
}
