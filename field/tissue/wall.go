package tissue

// Stage tells what has been seen of a wall as it grows.
type Stage uint8

// The stages of a wall; it may be at several.
const (
	Grown       Stage = 1 << iota // its matrix is wider than EarlyWall
	Mineralised                   // its first mineral has been seen
	Fronted                       // what has mineralised is wider than EarlyWall
)

// How walls are measured [um].
const (
	LeastCavity = 9       // depth from which an eroded place counts as a cavity: three lamellae (Eriksen 1984, recalled)
	EarlyWall   = 15      // width over which apposition is initial: a quarter of a wall of 60 um (Eriksen et al. 1985, Bone 6:421)
	firstFront  = 2       // mineralised width at which a front is seen first; assumed: what light resolves with ease, little beside EarlyWall
	deepestWall = 150     // to which a cement line is looked for; assumed: twice the widest wall
	sameSite    = 90 * 24 // time between two reversals at one site, at most [h]; assumed: less than between two sites
)

// lose books bone that was removed from pixel i, and that a cement line there is
// gone.
func (t *Tissue) lose(i int, gone float64) {
	t.Lost[i] = min(t.Lost[i]+float32(gone), 1)
	t.Cement[i] = 0
}

// cementLine lays a cement line on the floor of a cavity, pixel j, and measures how
// deep the cavity is: what is lost along the normal.
func (t *Tissue) cementLine(j int) {
	r, ok := t.rayFrom(j)
	if !ok {
		return
	}
	depth, gap := 0.0, 0.0
	r.outward(func(i int, width float64) bool {
		depth += float64(t.Lost[i]) * width
		gap += width
		if t.Lost[i] > 0 {
			gap = 0
		}
		return gap <= 2*t.Pixel
	})
	t.Cement[j], t.Floor[j], t.Stage[j] = float32(max(depth, 1e-3)), t.Bone[j]-t.Osteoid[j], 0
}

// rest ends the site at surface pixel i: what is still missing outside of it is
// the new shape of the bone.
func (t *Tissue) rest(i int) {
	r, ok := t.rayFrom(i)
	if !ok {
		return
	}
	gap := 0.0
	r.outward(func(k int, width float64) bool {
		gap += width
		if t.Lost[k] > 0 {
			t.Lost[k], gap = 0, 0
		}
		return gap <= 2*t.Pixel
	})
}

// wall is what lies between the surface and the cement line under it.
type wall struct {
	width       float64 // [um]
	mineralised float64 // of that [um]
	cement      int     // pixel of the cement line
}

// wallAt returns the wall under surface pixel i, if its cement line belongs to the
// formation that is going on there.
func (t *Tissue) wallAt(i int) (w wall, found bool) {
	r, ok := t.rayFrom(i)
	if !ok {
		return w, false
	}
	r.Inward(deepestWall, func(k int, _, width float64) bool {
		if found && k != w.cement {
			return false
		}
		if !found && t.Cement[k] > 0 {
			w.cement, found = k, true
		}
		fresh := t.Bone[k]
		if found {
			fresh = max(fresh-t.Floor[k], 0)
		}
		w.width += float64(fresh) * width
		w.mineralised += float64(max(fresh-t.Osteoid[k], 0)) * width
		return true
	})
	return w, found && t.Since[w.cement] >= t.Since[i]-sameSite
}

// concludeWall books the wall that is completed at surface pixel i.
func (t *Tissue) concludeWall(i int) {
	if w, ok := t.wallAt(i); ok && t.Cement[w.cement] >= LeastCavity {
		t.Totals.Walls++
		t.Totals.WallWidth += w.width
		t.Totals.WallDepth += float64(t.Cement[w.cement])
	}
}

// watchWalls looks at every growing wall, at a time [h], and books how fast its first
// part was laid and mineralised.
func (t *Tissue) watchWalls(time float64) {
	for i, f := range t.Face {
		if f != Covered || !t.exposed(i) {
			continue
		}
		if w, ok := t.wallAt(i); ok && t.Cement[w.cement] >= LeastCavity {
			t.watch(w, time)
		}
	}
}

// watch books a growing wall, each stage once.
func (t *Tissue) watch(w wall, time float64) {
	stage := &t.Stage[w.cement]
	if *stage&Grown == 0 && w.width >= EarlyWall {
		*stage |= Grown
		t.Totals.EarlyWidth += w.width - seam*t.Pixel // formation began with a seam
		t.Totals.EarlyTime += time - float64(t.Since[w.cement])
	}
	if *stage&Mineralised == 0 && w.mineralised >= firstFront {
		*stage |= Mineralised
		t.Mark[w.cement] = float32(time)
		return
	}
	if *stage&(Mineralised|Fronted) == Mineralised && w.mineralised >= EarlyWall {
		*stage |= Fronted
		t.Totals.FrontWidth += w.mineralised - firstFront
		t.Totals.FrontTime += time - float64(t.Mark[w.cement])
	}
}
