package agents

import (
	"sync"
	"testing"

	"github.com/stretchr/testify/require"

	"trabecula/field/signal"
)

// stream is blood that has flowed long enough: cells have settled in it.
type stream struct {
	blood signal.Blood
	paths [KindCount]Pathways
}

// constant returns the stream of constant blood.
func constant(do change) stream {
	blood := healthyBlood
	if do != nil {
		do(0, &blood)
	}
	return stream{blood, unchanging(do)}
}

// pulsed returns that of daily injections of teriparatide [ug], long after the last.
func pulsed(micrograms float64) stream { return stream{healthyBlood, daily(injections(micrograms))} }

var healthy = sync.OnceValue(healthyResponse)

// in lets a stream flow through a world; an empty one leaves hormones out.
func (s *world) in(f stream) *world {
	s.env.Response, s.env.Blood = healthy(), []signal.Blood{f.blood}
	if f.blood == (signal.Blood{}) {
		s.env.Response = nil
	}
	for i := range s.cells {
		s.cells[i].Paths = f.paths[s.cells[i].Kind]
	}
	return s
}

// crowd adds many cells of a kind in rows from (0, 0) on.
func (s *world) crowd(k Kind, n int) {
	for i := range n {
		s.add(k, i%s.W, i/s.W%s.H)
	}
}

// many is how many cells share the chances of a measure.
const many = 3000

// A measure is what cells of a section do in a stream.
type measure func(f stream) float64

// secreted is what a cell of a kind secretes of a signal [molecules/h].
func secreted(k Kind, sig signal.Signal) measure {
	return func(f stream) float64 {
		s := walled(41, 41, 20)
		of[OsteocyteParams](s, Osteocyte).Apoptosis = 0
		y := 19
		if k == Osteocyte {
			y = 30
		}
		s.add(k, 20, y)
		return rate(s.in(f).step().Secrete[sig])
	}
}

// matrix is the osteoid that an osteoblast lays on a flat wall.
func matrix(f stream) float64 {
	s := walled(81, 81, 40)
	steady(s)
	s.add(Osteoblast, 40, 39)
	return s.in(f).laid(1)
}

// exhaustion is how much an osteoblast tires.
func exhaustion(f stream) float64 {
	s := walled(41, 41, 20)
	steady(s).Tiring = 100
	s.add(Osteoblast, 20, 19)
	s.in(f).step()
	return 1 - float64(s.cells[0].Vigour)
}

// blastDeaths are the osteoblasts that die.
func blastDeaths(f stream) float64 {
	s := walled(41, 41, 1)
	steady(s).Lifespan = 5
	for range many {
		s.add(Osteoblast, 20, 0)
	}
	return float64(len(only(s.in(f).step().List, Die)))
}

// osteocyteDeaths are the osteocytes that die.
func osteocyteDeaths(f stream) float64 {
	s := walled(100, 100, 0)
	p := of[OsteocyteParams](s, Osteocyte)
	p.Apoptosis, p.AlarmReach = 0.2, 5
	s.crowd(Osteocyte, many)
	return float64(len(only(s.in(f).step().List, Note)))
}

// resorbed is the bone that an osteoclast dissolves.
func resorbed(f stream) (sum float64) {
	s, _ := osteoclasts()
	s.fed(30, 18)
	for _, w := range only(s.in(f).step().List, Resorb) {
		sum += float64(w.Amount)
	}
	return sum
}

// clastDeaths are the osteoclasts that die.
func clastDeaths(f stream) float64 {
	s, p := osteoclasts()
	p.Lifespan, p.Foot = 5, 1
	for range many {
		s.fed(30, 5)
	}
	return float64(len(only(s.in(f).step().List, Die)))
}

// committed is the activity of RANK in a precursor after a day of some RANKL.
func committed(f stream) float64 {
	s := newWorld(20, 20)
	p := of[PrecursorParams](s, Precursor)
	p.Residence, p.Speed = forever, 0
	s.flood(signal.RANKL, 5)
	s.add(Precursor, 10, 10)
	s.in(f).steps(24)
	return float64(s.cells[0].RANK)
}

// divisions are the daughters of cells of a kind of the lineage.
func divisions(k Kind) measure {
	return func(f stream) float64 {
		s := newWorld(100, 100)
		stem, pre := of[ProgenitorParams](s, Progenitor), of[PreOsteoblastParams](s, PreOsteoblast)
		stem.Division, stem.Renewal, stem.Speed, stem.Fat = 0.1, 0, 0, 0
		pre.Division, pre.Lifespan, pre.Speed, pre.Crowd = 0.1, forever, 0, 1e9
		s.flood(signal.TGFb, 1)
		s.flood(signal.IGF1, 20)
		s.crowd(k, many)
		for i := range s.cells {
			s.cells[i].Growth = 1
		}
		return float64(len(only(s.in(f).step().List, Divide)))
	}
}

// fat are the progenitors lost to fat cells.
func fat(f stream) float64 {
	s := newWorld(100, 100)
	p := of[ProgenitorParams](s, Progenitor)
	p.Renewal, p.Speed, p.Fat = 0, 0, 0.1
	s.crowd(Progenitor, many)
	return float64(len(only(s.in(f).step().List, Become)))
}

// maturation is how far a reversal cell comes in an hour.
func maturation(f stream) float64 {
	s, _, _ := eroded()
	s.add(Reversal, 40, 14)
	s.in(f).step()
	return float64(s.cells[0].Clock)
}

// reactivation is how many lining cells go back to work.
func reactivation(f stream) float64 {
	s, p := linings()
	p.Reactivate = 0.5
	s.flood(signal.Sclerostin, p.HalfScl) // as in health
	for range many {
		s.cells[s.add(LiningCell, 40, 14)].Since = -1e7 // long at rest
		s.cells[len(s.cells)-1].Wnt = 0.5
	}
	return float64(len(only(s.in(f).step().List, Become)))
}

// retraction is how many lining cells let go over a death.
func retraction(f stream) (n float64) {
	s, p := linings()
	p.Retract = 2
	s.flood(signal.RANKL, 8)
	s.bury(0)
	for range many {
		s.add(LiningCell, 40, 14)
	}
	s.in(f).step()
	for _, c := range s.cells {
		if c.Has(Retracted) {
			n++
		}
	}
	return n
}

// activated is the activity of an immune cell after a day of a stimulus.
func activated(k Kind, stimulus float64) measure {
	return func(f stream) float64 {
		s := newWorld(100, 100)
		s.env.Stimulus = stimulus
		of[TCellParams](s, TCell).Residence, of[MacrophageParams](s, Macrophage).Residence = forever, forever
		s.add(k, 50, 50)
		s.cells[0].Vigour = 0
		s.in(f).steps(24)
		return float64(s.cells[0].Vigour)
	}
}

// requireRising holds a measure to a strict order of doses.
func requireRising(t *testing.T, m measure, sign float64, doses []stream, name string) {
	t.Helper()
	last := 0.0
	for i, dose := range doses {
		v := sign * m(dose)
		require.True(t, i == 0 || v > last, "%s: %g after %g at dose %d", name, v, last, i)
		last = v
	}
}

// doses returns streams with a hormone at multiples of health.
func doses(h signal.Hormone, times ...float64) (list []stream) {
	for _, x := range times {
		list = append(list, constant(with(h, x)))
	}
	return list
}

const up, down = 1., -1.

// The table of hormones and cells that the model is for: only that hormone
// changes, and the cell's doing in a section goes the named way with the dose.
func TestHormonesOnCells(t *testing.T) {
	type row struct {
		name string
		do   measure
		sign float64
	}
	var (
		rankl = row{"osteocyte RANKL", secreted(Osteocyte, signal.RANKL), up}
		opg   = row{"osteocyte OPG", secreted(Osteocyte, signal.OPG), down}
		scl   = row{"sclerostin", secreted(Osteocyte, signal.Sclerostin), down}
		igf1  = row{"osteoblast IGF-1", secreted(Osteoblast, signal.IGF1), up}
		lays  = row{"matrix", matrix, up}
		dies  = row{"osteoblast deaths", blastDeaths, down}
		cyte  = row{"osteocyte deaths", osteocyteDeaths, down}
		eats  = row{"resorption", resorbed, up}
		clast = row{"osteoclast deaths", clastDeaths, up}
		bound = row{"commitment", committed, up}
		stem  = row{"progenitor division", divisions(Progenitor), up}
		pre   = row{"pre-osteoblast division", divisions(PreOsteoblast), up}
		ripe  = row{"maturation", maturation, up}
		lets  = row{"retraction", retraction, up}
		back  = row{"reactivation", reactivation, up}
		obRL  = row{"osteoblast RANKL", secreted(Osteoblast, signal.RANKL), up}
		obOPG = row{"osteoblast OPG", secreted(Osteoblast, signal.OPG), down}
		preRL = row{"pre-osteoblast RANKL", secreted(PreOsteoblast, signal.RANKL), up}
		t8    = row{"T cell", activated(TCell, 0.5), down}
		mac   = row{"macrophage", activated(Macrophage, 0.5), down}
		alarm = row{"T cell without stimulus", activated(TCell, 0), up}
		tires = row{"exhaustion", exhaustion, up}
		lost  = row{"fat", fat, up}
	)
	not := func(r row) row { r.sign = -r.sign; return r }
	for name, c := range map[string]struct {
		doses []stream
		rows  []row
	}{
		"PTH, injected": {[]stream{constant(nil), pulsed(10), pulsed(20), pulsed(40)}, []row{lays, dies, ripe, back}},
		"PTH, sustained": {doses(signal.PTH, 0.5, 1, 2, 4),
			[]row{rankl, opg, obRL, obOPG, preRL, scl, not(lays), not(dies), not(ripe), pre, stem}},
		"PTH, high":  {doses(signal.PTH, 1, 2, 4), []row{lets}},
		"calcitonin": {doses(signal.Calcitonin, 1, 10, 100), []row{not(eats)}},
		"calcium":    {doses(signal.Calcium, 0.8, 1, 1.2, 1.5), []row{not(eats)}},
		"GH":         {doses(signal.GH, 0.1, 1, 3, 10), []row{pre, stem, lays, igf1}},
		"IGF-1":      {doses(signal.SystemicIGF1, 0.3, 1, 2), []row{pre, stem, lays, dies, rankl, opg}},
		"T3":         {doses(signal.T3, 0.3, 1, 2, 4), []row{lays, ripe, pre, rankl, eats, tires, not(dies)}},
		"cortisol": {doses(signal.Cortisol, 0.3, 1, 2, 4), []row{not(lays), not(dies), not(cyte), not(ripe), not(pre), not(stem),
			rankl, opg, not(scl), not(clast), eats, bound, t8, mac, not(igf1)}},
		"cortisol, high": {doses(signal.Cortisol, 1, 2, 4), []row{lost}},
		"oestradiol": {doses(signal.Estradiol, 0.03, 0.1, 0.3, 1),
			[]row{lays, dies, cyte, not(rankl), not(opg), clast, not(eats), not(bound), scl, t8, mac}},
		"oestradiol, lost": {doses(signal.Estradiol, 0.03, 0.1, 1), []row{not(alarm)}},
		"progesterone":     {doses(signal.Progesterone, 0, 0.3, 1, 3), []row{lays, ripe}},
		"testosterone":     {doses(signal.Testosterone, 0.1, 4, 25), []row{pre, stem, ripe, dies, cyte, not(eats), not(bound)}},
		"calcitriol":       {doses(signal.Calcitriol, 0.2, 1, 3, 10), []row{rankl, opg, obRL, obOPG, preRL, t8}},
		"TNF-α":            {doses(signal.SystemicTNF, 1, 10, 1000), []row{not(lays), not(ripe), rankl, obRL, eats, not(clast), bound, not(scl)}},
		"TNF-α, high":      {doses(signal.SystemicTNF, 1, 300, 3000), []row{not(dies), preRL, {"macrophage", activated(Macrophage, 0), up}}},
		"IL-1β":            {doses(signal.SystemicIL1, 1, 10, 1000), []row{not(lays), not(ripe), rankl, eats, not(clast), bound}},
		"IL-6":             {doses(signal.SystemicIL6, 1, 10, 1000), []row{not(lays), rankl, obRL, preRL}},
		"IL-6, high":       {doses(signal.SystemicIL6, 1, 300, 3000), []row{alarm}},
	} {
		for _, r := range c.rows {
			requireRising(t, r.do, r.sign, c.doses, name+" on "+r.name)
		}
	}
}

// Where the table has nothing, nothing happens.
func TestHormonesLeaveOthersAlone(t *testing.T) {
	for name, c := range map[string]struct {
		hormone signal.Hormone
		do      []measure
	}{
		"calcitonin on the osteoblast lineage": {signal.Calcitonin, []measure{matrix, blastDeaths, maturation, secreted(Osteocyte, signal.RANKL)}},
		"PTH on osteoclasts":                   {signal.PTH, []measure{resorbed, clastDeaths, committed}},
		"GH on osteoclasts":                    {signal.GH, []measure{resorbed, clastDeaths, committed}},
		"IGF-1 on osteoclasts":                 {signal.SystemicIGF1, []measure{resorbed, clastDeaths, committed}},
		"progesterone on osteoclasts":          {signal.Progesterone, []measure{resorbed, clastDeaths, committed}},
		"calcitriol on osteoclasts":            {signal.Calcitriol, []measure{resorbed, clastDeaths, committed}},
	} {
		for _, do := range c.do {
			require.InEpsilon(t, do(constant(nil)), do(constant(with(c.hormone, 4))), 1e-6, name)
		}
	}
}

// A world that a healthy body perfuses does what one without hormones does.
func TestHealthyBloodChangesNothing(t *testing.T) {
	for name, do := range map[string]measure{
		"matrix": matrix, "osteoblast deaths": blastDeaths, "osteocyte deaths": osteocyteDeaths, "resorption": resorbed,
		"osteoclast deaths": clastDeaths, "commitment": committed, "division": divisions(PreOsteoblast), "maturation": maturation,
		"RANKL": secreted(Osteocyte, signal.RANKL), "T cell": activated(TCell, 0.4), "macrophage": activated(Macrophage, 0.4),
	} {
		deaf := stream{}
		require.InEpsilon(t, do(deaf), do(constant(nil)), 1e-5, name)
	}
	for name, do := range map[string]measure{"fat": fat, "reactivation": reactivation, "T cell": activated(TCell, 0)} {
		require.Less(t, do(constant(nil)), 1e-4, name)
	}
}

// Without blood cells are deaf, whatever their pathways hold.
func TestWithoutBloodNothingIsHeard(t *testing.T) {
	s := newWorld(10, 10)
	s.add(Osteoblast, 5, 5)
	s.cells[0].Paths[GR] = 0.9
	for _, r := range []*Response{nil, healthy()} {
		s.env.Response, s.env.Blood = r, nil
		s.freeze()
		c := s.cells[0]
		s.env.follow(&c)
		require.Equal(t, s.cells[0], c)
		require.Equal(t, 1.0, s.env.factor(&c, Matrix))
	}
	require.Equal(t, healthy().Rest(Osteoblast), s.env.AtRest(Osteoblast))
	s.env.Response = nil
	require.Zero(t, s.env.AtRest(Osteoblast))
}
