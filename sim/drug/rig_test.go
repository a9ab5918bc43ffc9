package drug

import (
	"math"
	"testing"

	"github.com/stretchr/testify/require"
)

// rig carries a plan out with a fine classical Runge-Kutta method, and adds up
// what a drug loses from plasma.
type rig struct {
	r    *Regimen
	t    float64
	y    []float64
	step float64 // [h]
	pool pool    // for hormones that the body clears
	lost float64 // by elimination from plasma, or from the pool [pmol]
	came float64 // into plasma by absorption, where the body has the pool [pmol]
}

// pool is where a hormone goes, with the published clearance of the body.
type pool struct {
	volume, clearance float64 // [L], [L/h]
	molar             float64 // of the hormone [kDa]; 0: that of the drug
	amount            float64 // [pmol]
}

// newRig starts a plan at midnight in a person of 65 kg.
func newRig(t testing.TB, plan string, step float64) *rig {
	treatments, err := Parse(plan)
	require.NoError(t, err)
	r, err := NewRegimen(Defaults(), treatments, 65)
	require.NoError(t, err)
	g := &rig{r: r, y: make([]float64, len(r.States())), step: step}
	r.Dose(0, g.y)
	return g
}

// run advances to a time and shows every step.
func (g *rig) run(end float64, show func(t, concentration float64)) {
	for g.t < end {
		event := g.r.Next(g.t)
		h := min(g.step, end-g.t, event-g.t)
		g.advance(h)
		g.t += h
		if event-g.t < 1e-9 {
			g.t = event
			g.r.Dose(event, g.y)
		}
		if show != nil {
			show(g.t, g.concentration())
		}
	}
}

// concentration is that of the first drug in plasma, or of its hormone in the
// pool [ng/mL].
func (g *rig) concentration() float64 {
	d := &g.r.drugs[0]
	if d.plasma >= 0 {
		return d.kin.mass(d.concentration(g.y))
	}
	molar := d.kin.molar
	if g.pool.molar > 0 {
		molar = g.pool.molar
	}
	return g.pool.amount / g.pool.volume * molar / picomolesPerMicrogram
}

// derive is the slope of the states, of the pool and of the two sums.
func (g *rig) derive(y []float64, dy []float64) {
	n := len(g.r.states)
	g.r.Derive(y[:n], dy[:n])
	d := &g.r.drugs[0]
	dy[n], dy[n+1], dy[n+2] = 0, 0, 0
	if d.plasma >= 0 {
		dy[n+1] = d.kin.eliminated(d.concentration(y))
		return
	}
	dy[n+2] = d.uptake(y, "")
	if g.pool.volume > 0 {
		dy[n+1] = g.pool.clearance * y[n] / g.pool.volume
		dy[n] = dy[n+2] - dy[n+1]
	}
}

// advance is one step of the classical method.
func (g *rig) advance(h float64) {
	y := append(append([]float64{}, g.y...), g.pool.amount, g.lost, g.came)
	var k [4][]float64
	at := append([]float64{}, y...)
	for i, part := range [4]float64{0, 0.5, 0.5, 1} {
		if i > 0 {
			for j := range y {
				at[j] = y[j] + part*h*k[i-1][j]
			}
		}
		k[i] = make([]float64, len(y))
		g.derive(at, k[i])
	}
	for j := range y {
		y[j] += h / 6 * (k[0][j] + 2*k[1][j] + 2*k[2][j] + k[3][j])
	}
	n := copy(g.y, y)
	g.pool.amount, g.lost, g.came = y[n], y[n+1], y[n+2]
}

// curve is what is published of a concentration in time; 0 if it is not.
type curve struct {
	peak, peakTime float64 // [ng/mL], [h] after the dose
	area           float64 // [ng h/mL]
	halfLife       float64 // over the last quarter [h]
	last           float64 // [ng/mL]
	mean           float64 // [ng/mL]
}

// follow runs a plan to the end and measures the concentration from a time on.
func follow(g *rig, from, end float64) curve {
	var c curve
	var late, lateStart float64
	before := from
	g.run(from, nil)
	g.run(end, func(t, x float64) {
		c.area += x * (t - before)
		if x > c.peak {
			c.peak, c.peakTime = x, t-from
		}
		if t >= from+0.75*(end-from) {
			if late == 0 {
				late, lateStart = x, t
			}
		}
		before, c.last = t, x
	})
	c.halfLife = math.Ln2 * (end - lateStart) / math.Log(late/c.last)
	c.mean = c.area / (end - from)
	return c
}
