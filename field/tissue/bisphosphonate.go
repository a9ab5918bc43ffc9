package tissue

import (
	"math"

	"trabecula/sim/unit"
)

// Adsorption rules how bisphosphonate of plasma binds to mineral.
type Adsorption struct {
	Velocity   float64 `param:"velocity" default:"660 um/h" range:"0..1e6" doc:"bisphosphonate that binds to quiescent surface, as the layer of free plasma that it clears in unit time" source:"derived: the skeleton clears 5.8 L/h of zoledronate (61 % of a dose is not in urine, Zometa label), of which 0.55 are free, over 11 m2 of bone surface (recalled), a seventh of it active"`
	Preference float64 `param:"preference" default:"4" range:"1..100" doc:"the same on eroded and forming surface, of that on quiescent" source:"2-8 on osteoclast surface (Masarachia 1996; Sato 1991: 10, of alendronate, recalled)"`
	Capacity   float64 `param:"capacity" default:"1e7 molecules/um^2" range:"1..1e12" doc:"bisphosphonate at which surface is full" source:"assumed: ten layers of 1 nm2 a molecule, on the faces of the crystals that water reaches"`
}

// Adsorb binds bisphosphonate to the open bone surface that was exposed to
// plasma, concentration times time [pM h]. It is of first order in that with a
// capacity, and stays where it is when matrix is laid over it.
func (t *Tissue) Adsorb(p Adsorption, exposure float64) {
	if exposure <= 0 {
		return
	}
	area := t.Pixel * t.Thickness // of the face of a pixel [um2]
	full := p.Capacity * area
	share := func(preference float64) float64 {
		return -math.Expm1(-p.Velocity * preference * exposure / unit.MoleculePerVolume / p.Capacity)
	}
	shares := [FaceCount]float64{Quiescent: share(1), Eroded: share(p.Preference), Covered: share(p.Preference)}
	for i, before := range t.Bisphosphonate {
		if t.exposed(i) && float64(before) < full {
			t.Bisphosphonate[i] = before + float32((full-float64(before))*shares[t.Face[i]])
			t.Totals.Adsorbed += float64(t.Bisphosphonate[i]) - float64(before)
		}
	}
}

// Bisphosphonate returns what is bound to the mineral of pixel i [molecules].
func (v View) Bisphosphonate(i int) float32 { return v.t.Bisphosphonate[i] }
