package tissue

import "math"

// DamageParams rule how load cracks matrix. Load itself is the cause of an
// overload: the energy grows with its square, the damage with a power of that.
type DamageParams struct {
	Cycles    float64 `param:"cycles" default:"3000 1/d" range:"0..1e6" doc:"load cycles a day, for example steps" source:"3000 a day (Hazelwood et al. 2001, J Biomech 34:299, recalled)"`
	Growth    float64 `param:"growth" default:"4e-7 1/cm^2" range:"0..1" doc:"microcracks that one cycle opens per area of fully mineralised matrix at the reference energy" source:"derived: 5.25 per cm2 (femoral head controls, BJR 2017) in matrix of a mean age of 12 y at 3000 cycles a day"`
	Reference float64 `param:"reference" base:"unit" default:"2.8 kPa" range:"1e-6..1e6" doc:"strain energy density at which growth holds" source:"of bone under the habitual load of mechanics: mean 2.5 kPa, coefficient of variation 0.5; as in bone of 18 GPa strained by 560 microstrain, in the adapted window of Frost 1987 (recalled)"`
	Exponent  float64 `param:"exponent" default:"4" range:"0..30" doc:"power of strain in the law of fatigue; of energy, half of it" source:"4 (Hazelwood et al. 2001, recalled); fatigue tests to failure give 7-10 (Haddock 2004, recalled), at strains above those of daily life"`
	Ceiling   float64 `param:"ceiling" default:"50" range:"1..1e6" doc:"most by which energy raises the growth of damage" source:"assumed: 1500 microstrain; overload and woven bone begin there (Frost 1987, recalled), and peaks of a section's pixels are not to be trusted"`
	Mineral   float64 `param:"mineral" default:"2" range:"0..10" doc:"power of the mineral content in the growth of damage" source:"assumed: toughness falls as mineral rises (Currey 1969, recalled), old matrix cracks first"`
}

// growth returns the microcracks that open per area [um2] of mineralised matrix
// and time [h], at a strain energy density [kPa] and a mineral content, 1 = full.
func (p DamageParams) growth(energy, mineral float64) float64 {
	stress := min(math.Pow(energy/p.Reference, p.Exponent/2), p.Ceiling)
	return p.Growth * p.Cycles * stress * math.Pow(mineral, p.Mineral)
}

// Accumulate lets a strain energy density [kPa], one entry a pixel, open
// microcracks in mineralised matrix over dt [h]. Without energy nothing cracks.
func (t *Tissue) Accumulate(p DamageParams, energy []float32, dt float64) {
	for i, e := range energy {
		if matrix := float64(t.Bone[i] - t.Osteoid[i]); matrix > 0 && e > 0 {
			before := t.Damage[i]
			t.Damage[i] += float32(p.growth(float64(e), float64(t.Mineral[i])/matrix) * matrix * dt)
			t.Totals.Cracked += (float64(t.Damage[i]) - float64(before)) * t.PixelArea()
		}
	}
}

// SeedDamage gives matrix that was laid before time 0 the microcracks it has
// gathered since, under a strain energy density [kPa] that has always been so;
// without one, under the reference. It books nothing: it is where a run starts.
func (t *Tissue) SeedDamage(p DamageParams, energy []float32) {
	for i, born := range t.Born {
		matrix := float64(t.Bone[i] - t.Osteoid[i])
		if matrix <= 0 || born >= 0 {
			continue
		}
		e := p.Reference
		if energy != nil {
			e = float64(energy[i])
		}
		t.Damage[i] = float32(p.growth(e, float64(t.Mineral[i])/matrix) * matrix * -float64(born))
	}
}

// Damage returns the density of microcracks in the bone of pixel i [1/um2], 0 in
// marrow. 1 per cm2 is 1e-8 per um2.
func (v View) Damage(i int) float32 {
	if v.t.Bone[i] == 0 {
		return 0
	}
	return v.t.Damage[i] / v.t.Bone[i]
}

// Cracks returns the expected number of microcracks in pixel i.
func (v View) Cracks(i int) float64 { return float64(v.t.Damage[i]) * v.t.PixelArea() }
