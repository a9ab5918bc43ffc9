package signal

import (
	"testing"

	"github.com/stretchr/testify/require"

	"trabecula/sim/param"
	"trabecula/sim/unit"
)

// Every substance has a name of its own, a meaning, a source and allowed numbers.
func TestPerfusedIsComplete(t *testing.T) {
	names := map[string]bool{}
	for h := range HormoneCount {
		spec := Perfused[h]
		require.Equal(t, spec.Name, h.String())
		require.Regexp(t, `^[a-z][a-z0-9_]*$`, spec.Name)
		require.False(t, names[spec.Name], "%s twice", spec.Name)
		names[spec.Name] = true
		require.NotEmpty(t, spec.Symbol)
		require.NotEmpty(t, spec.Doc)
		require.NotEmpty(t, spec.Source)
		require.NoError(t, param.Check([]param.Group{{Path: "hormones." + spec.Name, Ptr: &spec.Params, Source: spec.Source}}))
	}
	require.Len(t, names, int(HormoneCount))
}

// Matrix slows every substance, and the small spread fastest.
func TestPerfusedDiffusivities(t *testing.T) {
	p := PerfusedDefaults()
	for h, q := range p {
		require.Greater(t, q.DiffusionMarrow, q.DiffusionOsteoid, Hormone(h).String())
		require.Greater(t, q.DiffusionOsteoid, q.DiffusionBone, Hormone(h).String())
	}
	order := []Hormone{Calcium, Estradiol, PTH, GH, Denosumab}
	for i, h := range order[1:] {
		require.Less(t, p[h].DiffusionMarrow, p[order[i]].DiffusionMarrow, h.String())
		require.LessOrEqual(t, p[h].Permeability, p[order[i]].Permeability, h.String())
	}
	require.InEpsilon(t, 250*3600.0, p[Estradiol].DiffusionMarrow, 1e-12)
}

func TestNeutralisedIsComplete(t *testing.T) {
	p := NeutralisingDefaults()
	targets := map[Hormone]Signal{Denosumab: RANKL, Romosozumab: Sclerostin, AntiTNF: TNF}
	for i, spec := range Neutralised {
		require.Equal(t, targets[spec.Hormone], spec.Signal)
		delete(targets, spec.Hormone)
		require.NotEmpty(t, spec.Source)
		require.NoError(t, param.Check([]param.Group{{Path: "neutralisation.x", Ptr: &p[i], Source: spec.Source}}))
	}
	require.Empty(t, targets)
	require.InEpsilon(t, 3, p[0].Off/p[0].On, 1e-12) // KD of denosumab [pM]
}

// The extra loss is that of the quasi-steady complex: it is what binds, less
// what dissociates again, for any concentration of the target.
func TestExtraIsQuasiSteady(t *testing.T) {
	p := NeutralisingDefaults()[0]
	const plasma, free = 5000.0, 0.7
	bound := p.On * p.Accessibility * plasma * free
	complex := bound / (p.Off + p.Clearance)
	require.InEpsilon(t, bound-p.Off*complex, p.Extra(plasma)*free, 1e-12)
	require.InEpsilon(t, p.Clearance*complex, p.Extra(plasma)*free, 1e-12)
	require.Zero(t, p.Extra(0))
}

// An antibody acts on its target alone, at clinical doses strongly: 60 mg of
// denosumab give 6 ug/mL or 80 nM of sites, of which half of the effect on RANKL
// is felt near 0.3 ug/mL, that is 4 nM.
func TestNeutralisation(t *testing.T) {
	p := NeutralisingDefaults()
	var blood Blood
	require.Equal(t, [Count]float64{}, Neutralisation(&p, blood))
	blood[Denosumab] = 4e3
	extra := Neutralisation(&p, blood)
	require.InEpsilon(t, 1/unit.Hour*0.6931/Defaults()[RANKL].HalfLife, extra[RANKL], 0.3)
	for s := range Count {
		require.Equal(t, s == RANKL, extra[s] > 0, s.String())
	}
	blood[Denosumab] = 80e3
	require.InEpsilon(t, 20*extra[RANKL], Neutralisation(&p, blood)[RANKL], 1e-12)
}

// What a cell holds on its membrane long enough is bound before it is let go.
func TestReleased(t *testing.T) {
	p, blood := NeutralisingDefaults(), Blood{}
	for _, share := range Released(&p, blood) {
		require.Equal(t, 1.0, share)
	}
	blood[Denosumab], blood[Romosozumab] = 1e4, 1e4
	share := Released(&p, blood)
	require.InEpsilon(t, 1/(1+p[0].Extra(1e4)*p[0].Membrane), share[RANKL], 1e-12)
	require.Less(t, share[RANKL], 0.2)
	require.Equal(t, 1.0, share[Sclerostin], "secreted at once")
	require.Equal(t, 1.0, share[TNF])
}
