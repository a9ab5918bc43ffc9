package agents

import "trabecula/field/signal"

// place is what differs from cell to cell.
type place struct {
	spots    [signal.HormoneCount + 1]spot // by class of perfusion; the first is normal
	tnf, il6 float64                       // TNF-α and IL-1β, and IL-6, of the marrow [pM]
}

// spot is where a share lies in the tables: an entry and how far to the next.
type spot struct {
	entry int
	over  float32
}

// everywhere is a place of normal perfusion without cytokines of its own.
var everywhere = place{spots: [signal.HormoneCount + 1]spot{{entry: whole}}}

// follow carries the pathways of a cell over the step.
func (x *exposure) follow(k Kind, p *Pathways, at *place) {
	u := &x.of.pathways[k]
	er, gr, akt := p[ERa], p[GR], p[Akt]
	for _, q := range u.simple {
		p[q] = p[q]*x.keep[q] + x.driven(q, at)
	}
	if u.immune && at.tnf+at.il6 > 0 {
		x.inflame(p, at)
	}
	if u.progesterone { // the receptor is there only as far as oestrogen has induced it
		p[PR] = p[PR]*x.keep[PR] + x.driven(PR, at)*(er+p[ERa])/2
	}
	if u.foxo { // Akt keeps it out of the nucleus
		p[FOXO] = p[FOXO]*x.keep[FOXO] + (1-x.keep[FOXO])*(gr+p[GR])/2*(1-(akt+p[Akt])/2)
	}
	if u.pth {
		x.parathyroid(p, at)
	}
	if u.calcitonin {
		for i := range x.ctr {
			q := at.spots[x.class[CTR]].pick(&x.ctr[i].at)
			q.carry(&p[CTRLost], &p[CTR], x.delays.ctr)
		}
	}
}

// driven returns the drive of a pathway at a place.
func (x *exposure) driven(q Pathway, at *place) float32 {
	s, drive := &at.spots[x.class[q]], &x.drive[q]
	return between(drive[s.entry], drive[s.entry+1], s.over)
}

func between(a, b, over float32) float32 { return a + over*(b-a) }

// pick returns the point of a spot.
func (s *spot) pick(table *[shares + 1]point) point {
	a, b := &table[s.entry], &table[s.entry+1]
	return point{between(a.occupied, b.occupied, s.over), between(a.lost, b.lost, s.over), between(a.stay, b.stay, s.over)}
}

// inflame adds what the marrow's own cytokines occupy, given those of blood.
func (x *exposure) inflame(p *Pathways, at *place) {
	x.add(NFkB, p, at, at.tnf)
	x.add(STAT3, p, at, at.il6)
}

func (x *exposure) add(q Pathway, p *Pathways, at *place, local float64) {
	reference := x.of.reference[q]
	s := at.spots[x.class[q]]
	blood := reference + (sum(&x.mean, q)-reference)*(float64(s.entry)+float64(s.over))/whole
	more := x.of.occupancy(q, blood+local) - x.of.occupancy(q, blood)
	p[q] += (1 - x.keep[q]) * float32(more)
}

// parathyroid carries what follows PTH1R over the parts of the step.
func (x *exposure) parathyroid(p *Pathways, at *place) {
	s, d, spot := &x.of.pth, &x.delays, &at.spots[x.class[CREB]]
	for i := range x.pth {
		part := &x.pth[i]
		q, tonic := spot.pick(&part.at), between(part.tonic[spot.entry], part.tonic[spot.entry+1], spot.over)
		q.carry(&p[PTH1RLost], &p[CAMP], d.camp)
		creb := tonic
		if left := p[CREB] - tonic; left < 0 {
			creb += left * d.rise
		} else {
			creb += left * d.fall
		}
		p[CREB] = creb
		pka := p[CAMP] * p[CAMP]
		pka *= pka
		smurf1 := creb * creb * creb * creb
		target := (1 + s.boost*pka/(s.halfPKA+pka)) / (1 + s.degrade*smurf1/(s.half+smurf1))
		p[Runx2] = target + (p[Runx2]-target)*d.runx2
		p[Bcl2] = p[Runx2] + (p[Bcl2]-p[Runx2])*d.bcl2
		p[PTHPool] = creb + (p[PTHPool]-creb)*d.pool
	}
}

// pthGains are the numbers of the chain as the inner loop wants them.
type pthGains struct{ boost, halfPKA, degrade, half float32 }

// gains returns them.
func (p *PTH1RParams) gains() pthGains {
	return pthGains{float32(p.Boost), float32(power(p.HalfPKA, 4)), float32(p.Degrade), float32(power(p.Smurf1, 4))}
}
