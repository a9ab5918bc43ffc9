package tissue_test

import (
	"math"
	"testing"

	"github.com/stretchr/testify/require"

	"trabecula/field"
	"trabecula/field/tissue"
	"trabecula/sim/param"
	"trabecula/sim/unit"
)

// slab returns a section whose left half is bone: column 4 is its surface.
func slab() *tissue.Tissue {
	s := tissue.New(field.Grid{W: 10, H: 6, Pixel: 5, Thickness: 10})
	for i := range s.Bone {
		if x, _ := s.XY(i); x < 5 {
			s.Bone[i], s.Mineral[i] = 1, 0.9
		}
	}
	return s
}

// dose is the exposure to free drug after 5 mg of zoledronate: 18.4 umol at a
// clearance of 9.5 L/h, of which 0.55 are free [pM h].
const dose = 1.06e6

// One dose leaves on a section its share of what the skeleton binds: 11.2 umol on
// 11 m2, which is 0.1-1 mM in the first pixel of bone, as Sato 1991 estimated
// for the resorption space.
func TestAdsorbedAfterOneDose(t *testing.T) {
	s := slab()
	for y := range 6 {
		if y == 0 { // a sixth of the surface is active
			s.Face[s.At(4, y)] = tissue.Eroded
		}
	}
	s.Adsorb(param.Default[tissue.Params]().Bisphosphonate, dose)
	const perArea = 11.2e-6 * 6.022e23 / 11e12 // [molecules/um2]
	require.InEpsilon(t, perArea*6*50, s.Totals.Adsorbed, 0.1)
	for i, bound := range s.Bisphosphonate {
		if x, _ := s.XY(i); x != 4 {
			require.Zero(t, bound, "off the surface")
			continue
		}
		concentration := float64(bound) * unit.MoleculePerVolume / s.PixelVolume()
		require.InDelta(t, 0.4e9, concentration, 0.35e9) // [pM]
	}
}

// Adsorption is of first order: half a dose binds half, two in turn what one of
// both does, active surface takes more, and capacity is the end of it.
func TestAdsorptionIsFirstOrder(t *testing.T) {
	p := tissue.Adsorption{Velocity: 300, Preference: 4, Capacity: 1e6}
	after := func(doses ...float64) *tissue.Tissue {
		s := slab()
		s.Face[s.At(4, 2)], s.Face[s.At(4, 3)] = tissue.Eroded, tissue.Covered
		for _, d := range doses {
			s.Adsorb(p, d)
		}
		require.InDelta(t, total(s.Bisphosphonate), s.Totals.Adsorbed, 1e-9*total(s.Bisphosphonate))
		return s
	}
	at := s4(after(dose))
	full := p.Capacity * 50
	rate := p.Velocity * dose / unit.MoleculePerVolume / p.Capacity
	require.InEpsilon(t, full*(1-math.Exp(-rate)), at[0], 1e-5)
	require.InEpsilon(t, full*(1-math.Exp(-4*rate)), at[2], 1e-5)
	require.Equal(t, at[2], at[3])
	require.InEpsilon(t, at[0], s4(after(dose/2, dose/2))[0], 1e-5)
	require.InEpsilon(t, full, s4(after(1e3 * dose))[0], 1e-6)
	require.InEpsilon(t, full, s4(after(1e3*dose, dose))[0], 1e-6)
	require.Zero(t, after(0).Totals.Adsorbed)
}

// s4 returns what is bound along the surface.
func s4(s *tissue.Tissue) (bound []float64) {
	for y := range s.H {
		bound = append(bound, float64(s.Bisphosphonate[s.At(4, y)]))
	}
	return bound
}

// What is bound comes out with the bone that held it and not before: matrix laid
// over it buries it, and of new surface there is none.
func TestBisphosphonateIsBuriedAndReleased(t *testing.T) {
	s := slab()
	s.Adsorb(param.Default[tissue.Params]().Bisphosphonate, dose)
	i, over := s.At(4, 3), s.At(5, 3)
	bound := float64(s.Bisphosphonate[i])
	require.Positive(t, bound)
	s.Form(over, 1, 10, 0, 0)
	require.Zero(t, s.Resorb(over, 1, 20).Bisphosphonate)
	half := s.Resorb(i, 0.5, 30)
	require.InEpsilon(t, bound/2, half.Bisphosphonate, 1e-6)
	rest := s.Resorb(i, 1, 40)
	require.InEpsilon(t, bound, half.Bisphosphonate+rest.Bisphosphonate, 1e-12)
	require.Zero(t, s.Bisphosphonate[i])
	require.Zero(t, s.Resorb(s.At(3, 3), 1, 50).Bisphosphonate)
	require.InEpsilon(t, s.Totals.Adsorbed, s.Totals.Released+total(s.Bisphosphonate), 1e-12)
}

// Without plasma nothing happens.
func TestNothingBindsWithoutExposure(t *testing.T) {
	s := slab()
	s.Adsorb(param.Default[tissue.Params]().Bisphosphonate, 0)
	require.Zero(t, total(s.Bisphosphonate))
}

// BenchmarkAdsorb512 is a day with drug in plasma; one without costs nothing.
func BenchmarkAdsorb512(b *testing.B) {
	s := tissue.New(field.Grid{W: 512, H: 512, Pixel: 5, Thickness: 10})
	for i := range s.Bone {
		if x, y := s.XY(i); x%180 < 30 || (y+x/3)%220 < 22 {
			s.Bone[i] = 1
		}
	}
	p := param.Default[tissue.Params]().Bisphosphonate
	for b.Loop() {
		s.Adsorb(p, 1)
	}
}

// What an osteoclast leaves of the drug binds again to the bone around it, but for
// a share, and the books close; in marrow there is nothing to bind to.
func TestRebind(t *testing.T) {
	p := param.Default[tissue.Params]().Bisphosphonate
	s := slab()
	s.Adsorb(p, dose)
	i := s.At(4, 3)
	freed := s.Resorb(i, 1, 10).Bisphosphonate
	s.Rebind(p, i, freed)
	require.InEpsilon(t, (1-p.Rebound)*freed, s.Totals.Released, 1e-5)
	require.InEpsilon(t, s.Totals.Adsorbed, s.Totals.Released+total(s.Bisphosphonate), 1e-12)
	for y := 2; y <= 4; y++ { // five of the eight neighbours are bone
		require.InEpsilon(t, p.Rebound*freed/5, float64(s.Bisphosphonate[s.At(3, y)]), 1e-6)
	}
	before := total(s.Bisphosphonate)
	s.Rebind(p, s.At(8, 3), freed)
	require.Equal(t, before, total(s.Bisphosphonate))
}
