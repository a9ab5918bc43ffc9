package agents

import (
	"iter"
	"math"

	"trabecula/field/signal"
)

// Response is how cells answer to blood: pathways, effects and the healthy rest
// from which effects are counted. It holds no state and may be shared.
type Response struct {
	set      EffectSet
	rest     [KindCount]Pathways
	terms    [KindCount][RateCount][]term
	pathways [KindCount]usage
	pth      pthGains

	reference [PathwayCount]float64 // concentration of the ligands of a pathway at rest [pM]
}

// term is an effect on one rate of one kind.
type term struct {
	via  Pathway
	size float64
	hill int     // 0: linear
	half float64 // to the power of hill
	rest float64 // the numerator in the healthy reference
}

// usage is which pathways a kind carries.
type usage struct {
	simple                []Pathway
	pth, calcitonin, foxo bool
	progesterone, immune  bool
}

// NewResponse returns the response with the numbers of a set, counted from the
// pathways at rest, which RestOf gives; with none at rest, from silence.
func NewResponse(set EffectSet, rest [KindCount]Pathways) *Response {
	r := &Response{set: set, rest: rest, pth: set.PTH1R.gains()}
	for i := range Effects {
		for _, k := range Effects[i].On {
			t := set.term(i)
			t.rest = t.numerator(&rest[k])
			r.terms[k][Effects[i].Rate] = append(r.terms[k][Effects[i].Rate], t)
		}
	}
	for k := range r.pathways {
		r.pathways[k] = usageOf(Kind(k))
	}
	for k := range rest {
		r.refer(&rest[k])
	}
	return r
}

// refer takes the reference concentrations from the pathways of a kind at rest.
func (r *Response) refer(rest *Pathways) {
	for q, spec := range PathwayCatalogue {
		if len(spec.Ligands) > 0 && rest[q] > 0 {
			r.reference[q] = r.concentration(Pathway(q), rest)
		}
	}
}

// concentration returns that of the ligands at which a pathway would rest [pM].
func (r *Response) concentration(q Pathway, rest *Pathways) float64 {
	half, n, a := r.set.Receptors[q].Half, PathwayCatalogue[q].Hill, float64(rest[q])
	switch q {
	case CREB:
		half = r.set.PTH1R.Tonic
	case CTR:
		half, a = r.set.Calcitonin.Half, a/(1-float64(rest[CTRLost]))
	case PR:
		a /= float64(rest[ERa])
	}
	if n == 0 {
		return a
	}
	return half * math.Pow(a/(1-a), 1/float64(n))
}

// numerator returns 1 + size a.
func (t *term) numerator(p *Pathways) float64 {
	a := float64(p[t.via])
	if t.hill > 0 {
		a = power(a, t.hill)
		a /= t.half + a
	}
	return 1 + t.size*a
}

// Rest returns the pathways of a kind in the healthy reference.
func (r *Response) Rest(k Kind) Pathways { return r.rest[k] }

// Factor returns by how much hormones change a rate of a cell of a kind, given
// its pathways: exactly 1 at rest.
func (r *Response) Factor(k Kind, rate Rate, p *Pathways) float64 {
	f := 1.0
	terms := r.terms[k][rate]
	for i := range terms {
		t := &terms[i]
		f *= t.numerator(p) / t.rest
	}
	return f
}

// Follow carries the pathways of a cell of a kind over dt [h], of which blood
// are the concentrations in equal parts.
func (r *Response) Follow(k Kind, p *Pathways, blood []signal.Blood, dt float64) {
	if len(blood) > 0 {
		r.expose(blood, dt, false).follow(k, p, &everywhere)
	}
}

// FollowAll is Follow for one cell of every kind.
func (r *Response) FollowAll(cells *[KindCount]Pathways, blood []signal.Blood, dt float64) {
	if len(blood) == 0 {
		return
	}
	x := r.expose(blood, dt, false)
	for k := range cells {
		x.follow(Kind(k), &cells[k], &everywhere)
	}
}

// RestOf returns the mean pathways of every kind over a healthy history of blood,
// whose steps of dt [h] it repeats until the pathways have settled.
func RestOf(set EffectSet, history iter.Seq[[]signal.Blood], dt float64) (mean [KindCount]Pathways) {
	const (
		passes = 500 // a day's history carries a pathway of two months over eight time constants
		enough = 1e-6
	)
	r := NewResponse(set, mean)
	var now [KindCount]Pathways
	for range passes {
		last := mean
		mean = r.MeanOver(&now, history, dt)
		if near(&last, &mean, enough) {
			break
		}
		for k := range now {
			now[k][PTHPool] = mean[k][CREB] // where the slowest ends in any case
		}
	}
	return mean
}

// MeanOver carries one cell of every kind over a history of blood, whose steps are
// dt [h], and returns the mean of their pathways.
func (r *Response) MeanOver(now *[KindCount]Pathways, history iter.Seq[[]signal.Blood], dt float64) (mean [KindCount]Pathways) {
	var sum [KindCount][PathwayCount]float64
	n := 0.0
	for blood := range history {
		r.FollowAll(now, blood, dt)
		for k := range now {
			for q, v := range now[k] {
				sum[k][q] += float64(v)
			}
		}
		n++
	}
	for k := range sum {
		for q, v := range sum[k] {
			mean[k][q] = float32(v / max(n, 1))
		}
	}
	return mean
}

// near tells whether two sets of pathways agree, relative to their size.
func near(a, b *[KindCount]Pathways, share float32) bool {
	for k := range a {
		for q, v := range a[k] {
			if d := v - b[k][q]; d > share*v || -d > share*v {
				return false
			}
		}
	}
	return true
}

// lineages are the kinds that turn into one another, so that they carry the same
// pathways.
var lineages = [...][]Kind{
	{Progenitor, PreOsteoblast, Reversal, Osteoblast, LiningCell, Osteocyte, Adipocyte},
	{Precursor, Osteoclast, Osteomorph}, {Macrophage}, {TCell}, {RegulatoryTCell}, {BCell},
}

// usageOf returns the pathways that an effect on the lineage of a kind needs.
func usageOf(k Kind) (u usage) {
	var used [PathwayCount]bool
	for _, kinds := range lineages {
		if !contains(kinds, k) {
			continue
		}
		for i := range Effects {
			for _, on := range Effects[i].On {
				used[Effects[i].Via] = used[Effects[i].Via] || contains(kinds, on)
			}
		}
	}
	used[BloodTNF], used[BloodIL6] = true, true
	u.pth = used[CAMP] || used[CREB] || used[Runx2] || used[Bcl2] || used[PTHPool]
	u.calcitonin, u.foxo, u.progesterone = used[CTR], used[FOXO], used[PR]
	u.immune = used[NFkB] || used[STAT3]
	used[ERa] = used[ERa] || u.progesterone
	used[GR], used[Akt] = used[GR] || u.foxo, used[Akt] || u.foxo
	for q := range used {
		if used[q] && Pathway(q).simple() && PathwayCatalogue[q].Ligands != nil && Pathway(q) != PR {
			u.simple = append(u.simple, Pathway(q))
		}
	}
	return u
}

func contains(kinds []Kind, k Kind) bool {
	for _, other := range kinds {
		if other == k {
			return true
		}
	}
	return false
}

// power returns x to a small whole power.
func power(x float64, n int) float64 {
	y := 1.0
	for range n {
		y *= x
	}
	return y
}
