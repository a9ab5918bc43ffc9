package tissue

import "math"

// Ripened returns the mineral content that matrix of an age [h] has by these
// laws, 1 = the plateau: primary mineralisation at once, secondary as a
// first-order process (Martínez-Reina & Pivonka 2019, Bone 125:87).
func (p Params) Ripened(age float64) float64 {
	return 1 - (1-p.Burst)*math.Exp(-p.Secondary*age)
}

// Mature returns the age at which osteoid begins to mineralise under a supply of
// mineral, of that in health [h].
func (p Params) Mature(supply float64) float64 { return p.Maturation / p.pace(supply) }

// pace returns the speed of mineralisation, of that in health. It never ends
// quite, so that no time is infinite.
func (p Params) pace(supply float64) float64 { return max(math.Pow(supply, p.Demand), 1e-3) }

// ripe returns how much of the osteoid of pixel i was laid before a time [h]. A
// batch counts as laid at a constant rate, oldest at the bottom, so that the front
// of mineralisation creeps through a pixel and does not leap over it.
func (t *Tissue) ripe(i int, before float64) float64 {
	begun := float64(t.Begun[i])
	if before < begun {
		return 0
	}
	young := 1 - (before-begun)/(2*(float64(t.Laid[i])-begun))
	if !(young > 0) { // catches a batch that was laid at once
		return float64(t.Osteoid[i])
	}
	return max(float64(t.Osteoid[i])-young*float64(t.Batch[i]), 0)
}

// Mineralise lets osteoid older than the maturation time take up its primary
// mineral, and the label in it, over a step dt [h] that ends at a time [h].
func (t *Tissue) Mineralise(p Params, blood Supply, time, dt float64) {
	share := -math.Expm1(-dt * p.pace(blood.Mineral) / p.Primary)
	before := time - p.Mature(blood.Mineral)
	for i, o := range t.Osteoid {
		if o == 0 {
			continue
		}
		turned := t.ripe(i, before)
		if turned == 0 {
			continue
		}
		if o >= 0.02 { // the rest of a seam is not drawn out for ever
			turned *= share
		}
		t.Osteoid[i] = o - float32(turned)
		t.mineral(i, turned*p.Burst)
		t.fix(blood.Label, i, turned)
		t.Totals.Mineralised += turned * t.PixelArea()
	}
}

// mineral adds mineral to pixel i and books it.
func (t *Tissue) mineral(i int, amount float64) {
	before := t.Mineral[i]
	t.Mineral[i] = min(before+float32(amount), t.Bone[i]-t.Osteoid[i])
	t.Totals.MineralIn += (float64(t.Mineral[i]) - float64(before)) * t.PixelArea() // exact: a float32 difference is rounded
}

// Harden lets mineralised matrix approach its plateau over dt [h].
func (t *Tissue) Harden(p Params, dt float64) {
	share := -math.Expm1(-dt * p.Secondary)
	for i, m := range t.Mineral {
		room := t.Bone[i] - t.Osteoid[i] - m
		if room > 0 {
			t.mineral(i, float64(room)*share)
		}
	}
}
