package assay

import (
	"context"
	"math"
	"testing"

	"github.com/stretchr/testify/require"

	"trabecula/sim/unit"
)

func TestCatalogueIsComplete(t *testing.T) {
	seen := map[string]bool{}
	for _, a := range Catalogue() {
		require.NotEmpty(t, a.Doc, a.Name)
		require.NotEmpty(t, a.Shown, a.Name)
		require.NotNil(t, a.protocol, a.Name)
		require.NotNil(t, a.summary, a.Name)
		require.False(t, seen[a.Name], "%s: twice", a.Name)
		seen[a.Name] = true
		for _, name := range a.Shown {
			require.NotPanics(t, func() { index(name) }, "%s shows %s", a.Name, name)
		}
		_, err := Prepare(a, Request{})
		require.NoError(t, err, "%s: its own settings and treatments are fine", a.Name)
	}
	for _, r := range Rows() {
		require.NotEmpty(t, r.checks, r.Name)
		require.False(t, seen[r.Name], "%s: twice", r.Name)
		seen[r.Name] = true
		_, err := r.Prepare()
		require.NoError(t, err, r.Name)
		for _, c := range r.checks {
			require.Less(t, c.low, c.high, "%s: %s", r.Name, c.what)
			require.NotEmpty(t, c.source, "%s: %s", r.Name, c.what)
		}
	}
}

// Every reference curve is an overlay, with all columns, and its settings are fine.
func TestOverlaysReadTheirCurves(t *testing.T) {
	for _, o := range Overlays() {
		columns, err := readReference(o.Name)
		require.NoError(t, err)
		for _, p := range paired {
			require.Len(t, columns[p.column], len(columns["time_h"]), "%s: %s", o.Name, p.column)
			require.NotPanics(t, func() { index(p.probe) })
		}
		sets := o.who
		if o.plan != "" {
			sets = append(settings(planKey+"="+o.plan), sets...)
		}
		require.NoError(t, check(sets), o.Name)
	}
	_, err := FindOverlay("mars")
	require.ErrorContains(t, err, "want all or one of rest,")
}

func TestProbesHaveNamesOfTheirOwn(t *testing.T) {
	seen := map[string]bool{}
	for _, p := range Probes() {
		require.False(t, seen[p.Name], p.Name)
		seen[p.Name] = true
		require.NotEmpty(t, p.Unit, p.Name)
		require.NotEmpty(t, p.Symbol, p.Name)
	}
	require.Panics(t, func() { index("mood") })
}

// line is a course in which the first probe is its time.
func line(times ...float64) *Course {
	c := newCourse("line")
	for _, t := range times {
		c.Time = append(c.Time, t)
		for i := range c.values {
			c.values[i] = append(c.values[i], t)
		}
	}
	return c
}

func TestCourseIsRead(t *testing.T) {
	c, first := line(-1, 0, 1, 3, 2), probes[0].Name
	require.Equal(t, 1.0, c.mean(first, 0, 2))
	high, at := c.highest(first, 0, 2.5)
	require.Equal(t, 2.0, high)
	require.Equal(t, 2.0, at)
	low, at := c.lowest(first, -5, 9)
	require.Equal(t, -1.0, low)
	require.Equal(t, -1.0, at)
	none, _ := c.highest(first, 50, 60)
	require.True(t, math.IsNaN(none))
	c = line(0, 2, 4)
	for at, want := range map[float64]float64{-7: 0, 0: 0, 1: 1, 3.5: 3.5, 4: 4, 9: 4} {
		require.Equal(t, want, c.at(first, at))
	}
}

// Settings replace others of the same parameter, and the request goes before the
// test's own person.
func TestSettingsAreLaidInOrder(t *testing.T) {
	require.Equal(t, []string{"a=1", "b=3"}, changed([]string{"a=1", "b=2"}, []string{"b=3"}))
	p := Plan{Assay{who: []string{"person.age=60 years", "person.mass=70 kg"}}, Request{Age: "40", Treat: "b"}}
	require.Equal(t, []string{"person.mass=70 kg", "person.age=40", "x=1", "treatment.plan=a; b"}, p.settings(arm{set: []string{"x=1"}, plan: "a"}))
}

// quick is a bench whose person has hardly settled.
func quick(t *testing.T, sets ...string) *bench {
	t.Helper()
	b := &bench{ctx: context.Background(), sets: append(sets, "endocrine.settle=5 d")}
	b.admit()
	b.course("")
	require.NoError(t, b.err)
	return b
}

func TestMeansAreOfTheSpan(t *testing.T) {
	one, two := quick(t), quick(t)
	one.means(2, unit.Day)
	require.Equal(t, []float64{12, 36}, one.courses[0].Time)
	two.wait(unit.Hour)
	two.follow(23, unit.Hour)
	require.InDelta(t, two.courses[0].mean("serum_cortisol_ug_dl", 0, 24), one.courses[0].values[index("serum_cortisol_ug_dl")][0], 1e-9)
	require.Greater(t, two.courses[0].values[index("serum_cortisol_ug_dl")][7], 0.0)
}

// An operation changes the living person and nothing else.
func TestOperationKeepsTheState(t *testing.T) {
	b := quick(t)
	before := b.body.Levels()
	b.operate("endocrine.pth.glands=0")
	require.NoError(t, b.err)
	require.Equal(t, before.Calcium, b.body.Levels().Calcium)
	b.wait(2 * unit.Hour)
	require.Less(t, b.body.Levels().PTH, 0.01*before.PTH)
	b.operate("endocrine.pth.glands=99")
	require.ErrorContains(t, b.err, "endocrine.pth.glands = 99")
}

func TestClampHoldsIonisedCalcium(t *testing.T) {
	for _, distance := range []float64{0.2, -0.21} {
		b := quick(t)
		clamp(distance)(b)
		require.NoError(t, b.err)
		c := b.courses[0]
		rest := c.mean("serum_ionised_calcium_mmol_l", -1, 0)
		require.InDelta(t, rest+distance, c.mean("serum_ionised_calcium_mmol_l", 1, 2), 0.005)
		high, _ := c.highest("serum_ionised_calcium_mmol_l", 1, 2)
		low, _ := c.lowest("serum_ionised_calcium_mmol_l", 1, 2)
		require.Less(t, high-low, 0.02, "as steady as the clamps of Schwarz 1993")
	}
}

// After 20 % either way intact persons are normal within two days; without
// parathyroids nobody is.
func TestCalciumReturnsThroughTheParathyroids(t *testing.T) {
	for _, share := range []float64{0.2, -0.2} {
		b := quick(t)
		step(share)(b)
		require.NoError(t, b.err)
		c := b.courses[0]
		far := c.at("serum_calcium_mg_dl", c.Time[12]) // still within the hour of control
		require.InDelta(t, 9.4, far, 0.3)
		moved, _ := c.highest("serum_calcium_mg_dl", 0, 1)
		if share < 0 {
			moved, _ = c.lowest("serum_calcium_mg_dl", 0, 1)
		}
		require.Greater(t, math.Abs(moved/9.4-1), 0.15)
		end := c.at("serum_calcium_mg_dl", 48)
		require.Greater(t, end, 8.5)
		require.Less(t, end, 10.5)
	}
}

func TestContextEndsATest(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	a, err := Find("rest")
	require.NoError(t, err)
	plan, err := Prepare(a, Request{Set: settings("endocrine.settle=0 d")})
	require.NoError(t, err)
	_, err = plan.Run(ctx)
	require.ErrorIs(t, err, context.Canceled)
}
