package agents

import (
	"iter"
	"math"
	"slices"

	"trabecula/field/signal"
)

// A pixel is more or less perfused than the mean of the section. Cells live with
// what they get: their receptors are in number for the healthy level of their
// place, and it is the departure from it that they feel, the more the better they
// are perfused. So at a share u of normal perfusion the receptors see
//
//	reference + u*(blood - reference).
//
// Drives are worked out for shares of 0 to 3 and are linear in between.
const (
	whole  = 8 // the entry of normal perfusion, 1
	shares = 3 * whole
)

// exposure is the blood of a step as receptors see it, worked out once for all
// cells: each simple pathway moves by p*keep + drive.
type exposure struct {
	of     *Response
	keep   [PathwayCount]float32
	drive  [PathwayCount][shares + 1]float32
	mean   signal.Blood
	planes [][]float32         // of perfusion, one a class
	class  [PathwayCount]uint8 // of perfusion, from 1; 0 = normal
	pth    []pthPart
	ctr    []ctrPart
	delays pthDelays
}

// pthPart and ctrPart are sub-steps, by share.
type pthPart struct {
	at    [shares + 1]point
	tonic [shares + 1]float32 // occupancy of the conformation that stays
}

type ctrPart struct{ at [shares + 1]point }

// pthDelays are what is left after a sub-step of the way of each pathway.
type pthDelays struct{ camp, rise, fall, runx2, bcl2, pool, ctr float32 }

// decay returns what is left of the way to a target after a step.
func decay(step, time float64) float32 { return float32(math.Exp(-step / time)) }

// expose works out a step of dt [h], for all shares or for normal perfusion only.
func (r *Response) expose(blood []signal.Blood, dt float64, all bool) *exposure {
	n := len(blood)
	x := &exposure{of: r, pth: make([]pthPart, n), ctr: make([]ctrPart, n)}
	h := dt / float64(n)
	for i := range blood {
		for s, v := range blood[i] {
			x.mean[s] += v / float64(n)
		}
	}
	for q := range PathwayCatalogue {
		if Pathway(q).simple() {
			x.relax(Pathway(q), blood, h, all)
		}
	}
	p := &r.set.PTH1R
	x.delays = pthDelays{decay(h, p.Pulse.Time), decay(h, p.Rise), decay(h, p.Fall), decay(h, p.Runx2), decay(h, p.Bcl2), decay(h, p.Pool), decay(h, r.set.Calcitonin.Time)}
	for i := range blood {
		for s := range entries(all) {
			pth := r.felt(CREB, &blood[i], s)
			x.pth[i].at[s] = p.Pulse.at(pth, h)
			x.pth[i].tonic[s] = float32(hill(pth, p.Tonic, 1))
			x.ctr[i].at[s] = r.set.Calcitonin.at(r.felt(CTR, &blood[i], s), h)
		}
	}
	return x
}

// relax works out a simple pathway: exact for occupancies constant in each part.
func (x *exposure) relax(q Pathway, blood []signal.Blood, h float64, all bool) {
	time := x.of.set.Receptors[q].Time
	keep := math.Exp(-h / time)
	x.keep[q] = float32(math.Exp(-h * float64(len(blood)) / time))
	for s := range entries(all) {
		drive := 0.0
		for i := range blood {
			drive = drive*keep + (1-keep)*x.of.occupancy(q, x.of.felt(q, &blood[i], s))
		}
		x.drive[q][s] = float32(drive)
	}
}

// entries are those of the tables that are wanted.
func entries(all bool) iter.Seq[int] {
	return func(yield func(int) bool) {
		if !all {
			yield(whole)
			return
		}
		for s := range shares + 1 {
			if !yield(s) {
				return
			}
		}
	}
}

// felt returns the concentration that the receptors of a pathway see [pM] where
// perfusion is that of an entry.
func (r *Response) felt(q Pathway, blood *signal.Blood, entry int) float64 {
	c := sum(blood, q)
	return max(r.reference[q]+(c-r.reference[q])*float64(entry)/whole, 0)
}

// sum returns the concentration of all ligands of a pathway [pM].
func sum(blood *signal.Blood, q Pathway) (c float64) {
	for _, ligand := range PathwayCatalogue[q].Ligands {
		c += blood[ligand]
	}
	return c
}

// occupancy returns the drive of a pathway by a concentration [pM].
func (r *Response) occupancy(q Pathway, c float64) float64 {
	n := PathwayCatalogue[q].Hill
	if n == 0 {
		return max(c, 0)
	}
	a := power(max(c, 0)/r.set.Receptors[q].Half, n)
	return a / (1 + a)
}

// patch takes in the planes of perfusion; hormones that share one share a class.
func (x *exposure) patch(perfusion *[signal.HormoneCount][]float32) {
	var class [signal.HormoneCount]uint8
	for h, plane := range perfusion {
		if plane == nil {
			continue
		}
		i := slices.IndexFunc(x.planes, func(known []float32) bool { return &known[0] == &plane[0] })
		if i < 0 {
			i, x.planes = len(x.planes), append(x.planes, plane)
		}
		class[h] = uint8(i + 1)
	}
	for q := range PathwayCatalogue {
		if ligands := PathwayCatalogue[q].Ligands; ligands != nil {
			x.class[q] = class[ligands[0]]
		}
	}
}

// locate returns the place of a pixel.
func (x *exposure) locate(i int32) (at place) {
	at.spots[0] = spot{entry: whole}
	for class, plane := range x.planes {
		v := min(max(plane[i]*whole, 0), shares)
		entry := min(int(v), shares-1)
		at.spots[class+1] = spot{entry, v - float32(entry)}
	}
	return at
}
