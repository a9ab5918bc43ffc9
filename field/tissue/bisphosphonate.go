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
	Rebound    float64 `param:"rebound" default:"0.8" range:"0..1" doc:"share of what resorption frees, and no osteoclast takes, that binds again to the bone beside; the rest is washed out" source:"assumed: mineral binds bisphosphonate in a confined space many times over before it leaves (recycling: Nancollas 2006, recalled)"`
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

// Rebind binds bisphosphonate that came out of pixel i to the solid bone around
// it, if there is any; what does not bind is washed out.
func (t *Tissue) Rebind(p Adsorption, i int, freed float64) {
	if freed <= 0 {
		return
	}
	n := 0.0
	t.around(i, func(j int) {
		if t.Bone[j] >= Solid {
			n++
		}
	})
	t.around(i, func(j int) {
		if t.Bone[j] >= Solid {
			before := t.Bisphosphonate[j]
			t.Bisphosphonate[j] = before + float32(freed*p.Rebound/n)
			t.Totals.Released -= float64(t.Bisphosphonate[j]) - float64(before)
		}
	})
}

// Bisphosphonate returns what is bound to the mineral of pixel i [molecules].
func (v View) Bisphosphonate(i int) float32 { return v.t.Bisphosphonate[i] }
