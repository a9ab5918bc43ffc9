package tissue

import "trabecula/field"

// Params rule how matrix ripens.
type Params struct {
	Maturation     float64    `param:"maturation" default:"13 d" range:"1 d..100 d" doc:"age of osteoid at which it begins to mineralise" source:"lag 12 d (Martinez-Reina model), 16 d (Eriksen 1985)"`
	Primary        float64    `param:"primary" default:"4 d" range:"1 h..100 d" doc:"time constant of primary mineralisation after that" source:"10 d to completion (Martinez-Reina model)"`
	Burst          float64    `param:"burst" default:"0.65" range:"0..1" doc:"mineral content reached by primary mineralisation, of the plateau" source:"60-70 % (Boivin & Meunier; Ruffoni 2007, recalled)"`
	Demand         float64    `param:"demand" default:"3" range:"0..10" doc:"power of the supply of mineral by blood in the speed of osteoid's maturation and primary mineralisation" source:"assumed: osteoid waits for months where calcium x phosphate falls to about half, as in the osteomalacia of vitamin D deficiency (Parfitt 1998, recalled); growth of crystals already there is not slowed"`
	Secondary      float64    `param:"secondary" default:"0.00137 1/d" range:"0..1" doc:"rate of secondary mineralisation towards the plateau" source:"90 % of the plateau after 6-36 months (Ruffoni 2007, Fuchs 2008, recalled): 30 months from 65 % is a time constant of 2 y; the Martinez-Reina model has 0.007 per day; calibrated to the years for which antiresorptives raise BMD"`
	TGFb           float64    `param:"tgfb" default:"2400 molecules" range:"0..1e9" doc:"latent TGF-β1 laid into one 250 um3 pixel of matrix" source:"about 200 ng per g of bone (Hauschka 1986, recalled) x 2 g/cm3 x 250 um3 / 25 kDa"`
	IGF1           float64    `param:"igf1" default:"3300 molecules" range:"0..1e9" doc:"IGF-1 laid into one 250 um3 pixel of matrix" source:"about 85 ng per g of bone (recalled) x 2 g/cm3 x 250 um3 / 7.6 kDa"`
	Bisphosphonate Adsorption `param:"bisphosphonate"`
}

// reference is the pixel for which the matrix contents are stated [um3].
const reference = 250

// Contents returns the TGF-β1 and IGF-1 of a full pixel of g [molecules].
func (p Params) Contents(g field.Grid) (tgfb, igf1 float64) {
	scale := g.PixelVolume() / reference
	return p.TGFb * scale, p.IGF1 * scale
}

// Removed is what came out of a pixel.
type Removed struct {
	Bone, Mineral  float64 // [px]
	TGFb, IGF1     float64 // [molecules]
	Bisphosphonate float64 // [molecules]
}

// seam is the osteoid, as a share of a pixel, from which a surface counts as
// covered by it, and the loss from which it counts as eroded: 1 um of a 5 um
// pixel, what a light microscope shows.
const seam = 0.2

// Form lays up to amount [px] of osteoid into pixel i at a time [h], with a full
// pixel's content of bound factors in proportion. It returns what found room.
func (t *Tissue) Form(i int, amount, time float64, tgfb, igf1 float64) float64 {
	laid := min(amount, 1-float64(t.Bone[i]))
	if laid <= 0 {
		return 0
	}
	old := float64(t.Bone[i])
	fresh := float64(t.Osteoid[i])
	t.Born[i] = float32((float64(t.Born[i])*old + time*laid) / (old + laid))
	t.Bone[i] = float32(min(old+laid, 1))
	laid = float64(t.Bone[i]) - old // what float32 kept: the balance must close on it
	t.batch(i, laid, time)
	t.Osteoid[i] = min(float32(fresh+laid), t.Bone[i])
	t.TGFb[i] += float32(tgfb * laid)
	t.IGF1[i] += float32(igf1 * laid)
	t.Totals.Formed += laid * t.PixelArea()
	if t.Osteoid[i] >= seam {
		t.cover(i, time)
	}
	if t.Bone[i] >= Solid && t.Face[i] == Covered {
		t.Lost[i] = 0 // made good
	}
	return laid
}

// batch books matrix that is laid in pixel i with the osteoid that is still there.
func (t *Tissue) batch(i int, laid, time float64) {
	if laid == 0 {
		return
	}
	if t.Osteoid[i] == 0 {
		t.Batch[i], t.Begun[i] = 0, float32(time)
	}
	before := float64(t.Batch[i])
	t.Laid[i] = float32((float64(t.Laid[i])*before + time*laid) / (before + laid))
	t.Batch[i] = float32(before + laid)
}

// cover turns the surface under fresh osteoid from eroded or quiescent to covered.
func (t *Tissue) cover(i int, time float64) {
	since := float32(time)
	t.around(i, func(j int) {
		if t.Bone[j] < Solid || t.Face[j] == Covered {
			if t.Face[j] == Covered && t.Since[j] < since {
				since = t.Since[j] // the seam began before it reached this pixel
			}
			return
		}
		t.reverse(j, time)
		t.Face[j], t.Since[j] = Covered, float32(time)
	})
	if t.Face[i] != Covered {
		t.reverse(i, time) // bone that was worn but never worn through
		t.Face[i], t.Since[i] = Covered, since
	}
}

// reverse counts the end of erosion at pixel i, if it was eroded surface.
func (t *Tissue) reverse(i int, time float64) {
	if t.Face[i] == Eroded && t.exposed(i) {
		t.Totals.Reversals++
		t.Totals.ErodedTime += time - float64(t.Since[i])
		t.cementLine(i)
	}
}

// Resorb removes up to amount [px] of bone from pixel i at a time [h] and
// returns what came out.
func (t *Tissue) Resorb(i int, amount, time float64) Removed {
	bone := float64(t.Bone[i])
	gone := min(amount, bone)
	if gone <= 0 {
		return Removed{}
	}
	share := gone / bone
	if gone == bone {
		share = 1
	}
	// What float32 kept is what came out: the balances must close on it.
	take := func(plane []float32) float64 {
		before := plane[i]
		plane[i] = float32(float64(before) * (1 - share))
		return float64(before) - float64(plane[i])
	}
	take(t.Osteoid)
	take(t.Batch)
	t.Totals.Uncracked += take(t.Damage) * t.PixelArea()
	t.Totals.Bleached += (take(t.Label1) + take(t.Label2)) * t.PixelArea()
	out := Removed{take(t.Bone), take(t.Mineral), take(t.TGFb), take(t.IGF1), take(t.Bisphosphonate)}
	t.Osteoid[i] = min(t.Osteoid[i], t.Bone[i])
	t.Totals.Resorbed += out.Bone * t.PixelArea()
	t.lose(i, out.Bone)
	t.Totals.Released += out.Bisphosphonate
	t.Totals.MineralOut += out.Mineral * t.PixelArea()
	if t.Bone[i] < 1-seam {
		t.erode(i, time)
	}
	return out
}

// loose is the bone around a pixel, of eight, below which it breaks off: a spike
// or a bridge one pixel wide does, a corner of a wall does not.
const loose = 2.5

// Loose tells whether pixel i holds bone that hardly hangs together with the rest.
func (t *Tissue) Loose(i int) bool {
	if t.Bone[i] == 0 {
		return false
	}
	around := float32(0)
	t.around(i, func(j int) { around += t.Bone[j] })
	return around < loose
}

// erode marks pixel i and the bone around it as eroded surface; a cavity keeps
// the time at which it was opened as it deepens.
func (t *Tissue) erode(i int, time float64) {
	since := float32(time)
	if t.Face[i] == Eroded {
		since = t.Since[i]
	} else {
		t.Totals.Erosions++
		t.Face[i], t.Since[i] = Eroded, since
	}
	if t.Bone[i] >= Solid {
		return
	}
	x, y := t.XY(i)
	for _, s := range field.Step4 {
		if !t.Inside(x+s[0], y+s[1]) {
			continue
		}
		if j := t.At(x+s[0], y+s[1]); t.Bone[j] >= Solid && !t.exposedBeside(j, i) {
			t.Face[j], t.Since[j] = Eroded, since
		}
	}
}

// Settle turns eroded surface at pixel i quiescent without formation.
func (t *Tissue) Settle(i int) {
	if t.Face[i] == Eroded {
		t.Face[i] = Quiescent
		t.Totals.Arrests++
		t.rest(i)
	}
}

// around visits pixel i's eight neighbours.
func (t *Tissue) around(i int, visit func(j int)) {
	x, y := t.XY(i)
	for _, s := range field.Step8 {
		if t.Inside(x+s[0], y+s[1]) {
			visit(t.At(x+s[0], y+s[1]))
		}
	}
}

// Finish ends formation, at a time [h], wherever a seam has mineralised.
func (t *Tissue) Finish(time float64) {
	t.watchWalls(time)
	for i, f := range t.Face {
		if f == Covered && t.Osteoid[i] <= 0.1*t.Bone[i] && !t.seamAround(i) {
			t.complete(i, time)
		}
	}
}

// complete ends the formation of a pixel whose osteoid has mineralised.
func (t *Tissue) complete(i int, time float64) {
	t.Face[i] = Quiescent
	if t.exposed(i) {
		t.Totals.Completions++
		t.Totals.FormingTime += time - float64(t.Since[i])
		t.concludeWall(i)
		t.rest(i)
	}
}

// seamAround tells whether any neighbour of pixel i still holds osteoid, so that
// the seam as a whole is not finished.
func (t *Tissue) seamAround(i int) (seam bool) {
	t.around(i, func(j int) { seam = seam || t.Osteoid[j] > 0.05 })
	return seam
}

// exposed tells whether bone pixel i touches marrow by an edge.
func (t *Tissue) exposed(i int) bool { return t.Bone[i] >= Solid && t.exposedBeside(i, -1) }

// exposedBeside tells whether pixel i touches marrow by an edge other than the
// one to pixel but.
func (t *Tissue) exposedBeside(i, but int) bool {
	x, y := t.XY(i)
	for _, s := range field.Step4 {
		if !t.Inside(x+s[0], y+s[1]) {
			continue
		}
		if j := t.At(x+s[0], y+s[1]); j != but && t.Bone[j] < Solid {
			return true
		}
	}
	return false
}
