package sim

import (
	"testing"

	"github.com/stretchr/testify/require"

	"trabecula/field/signal"
)

// Antibodies in blood add to the loss of their targets in the section what mass
// action says, so that there is less of each than without, and of nothing else.
func TestAntibodiesReachTheirTargets(t *testing.T) {
	with := func(plan string) *Model {
		p := busy()
		p.Body.Treatment.Plan = plan
		m := must(New(p, plate(48), 1, Options{Workers: 1, Check: true}))
		run(t, m, 6*6)
		for range 5 * 6 { // the section itself is the same, for its cells are held
			require.NoError(t, m.nourish())
			require.NoError(t, m.spread())
			m.tick++
		}
		return m
	}
	none := with("")
	for i, plan := range []string{"denosumab 60 mg subcutaneous once at 6 d", "romosozumab 210 mg subcutaneous once at 6 d", "adalimumab 40 mg subcutaneous once at 6 d"} {
		m, spec := with(plan), signal.Neutralised[i]
		blood := m.env.Blood[len(m.env.Blood)-1][spec.Hormone]
		extra := m.params.Neutralisation[i].Extra(blood)
		t.Logf("%s: %.0f pM of sites, %.3g 1/h", spec.Hormone, blood, extra)
		for s := range signal.Count {
			if s != spec.Signal {
				require.Zero(t, m.solver.Clearance(s))
				continue
			}
			require.InEpsilon(t, extra, m.solver.Clearance(s), 0.02)
			require.Less(t, m.solver.Ledger(s).Stored, 0.4*none.solver.Ledger(s).Stored, spec.Hormone.String())
			require.Positive(t, m.solver.Ledger(s).Neutralised)
		}
	}
}
