package drug

import (
	"math"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"trabecula/sim/param"
)

func TestParametersAreDescribed(t *testing.T) {
	set := Defaults()
	require.NoError(t, param.Check(set.Groups()))
}

func TestCatalogueIsWhole(t *testing.T) {
	seen, filled := map[string]string{}, map[Port]bool{}
	for i := range Catalogue {
		d := &Catalogue[i]
		require.NotEmpty(t, d.Doc, d.Name)
		require.NotEmpty(t, d.Source, d.Name)
		require.NotEmpty(t, d.Routes, d.Name)
		for _, name := range append([]string{d.Name}, d.Synonyms...) {
			require.Empty(t, seen[key(name)], "%s is a name of two drugs", name)
			require.LessOrEqual(t, len(strings.Fields(name)), maxName)
			seen[key(name)] = d.Name
			require.Equal(t, i, find(strings.ToUpper(name)))
		}
		k := d.reference()
		require.Positive(t, k.molar, d.Name)
		for _, a := range k.actions {
			filled[a.port] = true
		}
		for _, e := range k.entries {
			require.NotEmpty(t, e.doc, d.Name)
			require.True(t, e.share > 0 && e.share <= 1, d.Name)
			require.True(t, k.volume > 0 || e.depot() || e.over > 0, "%s by the route %s would come at once to nowhere", d.Name, e.route)
		}
	}
	for p := range PortCount {
		require.True(t, filled[p], "no drug acts at %s", p)
		require.NotEmpty(t, sockets[p].unit)
		require.Positive(t, sockets[p].worth)
	}
}

func TestUsualPrescriptionsReadBack(t *testing.T) {
	for _, d := range Catalogue {
		plan, err := Parse(d.Name + " " + d.Usual)
		require.NoError(t, err)
		require.Len(t, plan, 1)
		require.Equal(t, d.Name+" "+d.Usual, plan[0].String())
		for _, route := range d.Routes {
			plan[0].Route = route.Route
			_, err := NewRegimen(Defaults(), plan, 70)
			require.NoError(t, err)
		}
	}
}

// TestEveryDrugActs gives the usual prescription of each drug and finds it at its
// port and in its reading, and nowhere else.
func TestEveryDrugActs(t *testing.T) {
	for i := range Catalogue {
		d := &Catalogue[i]
		g := newRig(t, d.Name+" "+d.Usual, 0.05)
		k := d.reference()
		top, reading := Ports{}, 0.0
		g.run(100, func(float64, float64) {
			for p, v := range g.r.Publish(g.y) {
				require.False(t, math.IsNaN(v) || v < -1e-9)
				top[p] = max(top[p], v)
			}
			reading = max(reading, g.r.Readings(g.y)[0].Value)
		})
		require.Positive(t, reading, d.Name)
		for p, v := range top {
			acts := false
			for _, a := range k.actions {
				acts = acts || a.port == Port(p) && (a.only == "" || a.only == d.Routes[0].Route)
			}
			require.Equal(t, acts, v > 0, "%s at %s", d.Name, Port(p))
		}
	}
}

// TestGlucocorticoidsAreEquivalent: 20 mg of hydrocortisone, 5 mg of prednisolone
// and 0.75 mg of dexamethasone act alike (Meikle & Tyler 1977).
func TestGlucocorticoidsAreEquivalent(t *testing.T) {
	area := func(plan string) (sum float64) {
		g, before := newRig(t, plan, 0.02), 0.0
		g.run(48, func(now, _ float64) {
			sum += g.r.Publish(g.y)[GlucocorticoidR] * (now - before)
			before = now
		})
		return sum
	}
	standard := area("hydrocortisone 20 mg po once at 0 h")
	require.InEpsilon(t, 231, standard, 0.1) // free, nM h: 18 % above a day's own at 8 nM
	require.InEpsilon(t, standard, area("prednisolone 5 mg po once at 0 h"), 0.02)
	require.InEpsilon(t, standard, area("dexamethasone 0.75 mg po once at 0 h"), 0.02)
}

func TestBlockedSharesCombine(t *testing.T) {
	var p Ports
	p.add(AromataseBlock, 0.5)
	p.add(AromataseBlock, 0.5)
	p.add(PTH1R, 1)
	p.add(PTH1R, 2)
	require.Equal(t, 0.75, p[AromataseBlock])
	require.Equal(t, 3.0, p[PTH1R])
}

func TestAnastrozoleBlocksAromatase(t *testing.T) {
	g := newRig(t, "anastrozole 1 mg po daily", 0.1)
	g.run(21*24, nil)
	require.InDelta(t, 0.967, g.r.Publish(g.y)[AromataseBlock], 0.01) // Geisler 1996
}

func TestLeuprorelinSilencesInWeeks(t *testing.T) {
	g := newRig(t, "leuprorelin 7.5 mg im q4w times 3", 0.5)
	block := func(day float64) float64 { g.run(day*24, nil); return g.r.Publish(g.y)[GonadotropinBlock] }
	require.Less(t, block(2), 0.4)
	require.Greater(t, block(28), 0.93)
	require.Less(t, block(3*28+60), 0.05) // and it wakes again
}
