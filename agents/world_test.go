package agents

import (
	"math"
	"testing"

	"github.com/stretchr/testify/require"

	"trabecula/field"
	"trabecula/field/signal"
	"trabecula/field/tissue"
	"trabecula/field/transport"
	"trabecula/sim/rng"
)

// forever is a time constant that makes an event not happen in a test [h].
const forever = 1e15

// atOnce is a rate at which an event happens in the next step [1/h].
const atOnce = 1e6

// world is a hand-made section in which cells act, but in which nothing comes of
// it unless the test says so.
type world struct {
	*tissue.Tissue
	env    *Env
	planes [signal.Count][]float32
	cells  []Cell
	params ParamSet
	seed   uint64
	tick   int64
}

// newWorld returns w x h pixels of 5 um of marrow, without signals and cells, in
// which a step is an hour.
func newWorld(w, h int) *world {
	s := &world{Tissue: tissue.New(field.Grid{W: w, H: h, Pixel: 5, Thickness: 10}), params: Defaults(), seed: 1}
	for i := range s.planes {
		s.planes[i] = make([]float32, s.Len())
	}
	s.env = NewEnv(s.View(), s.planes, nil, 1)
	return s
}

// walled returns a world whose rows from top down are mineralised bone.
func walled(w, h, top int) *world {
	s := newWorld(w, h)
	s.fill(func(_, y int) float64 {
		if y >= top {
			return 1
		}
		return 0
	})
	return s
}

// fill sets the bone fraction of every pixel, fully mineralised.
func (s *world) fill(bone func(x, y int) float64) {
	for i := range s.Bone {
		s.Bone[i] = float32(bone(s.XY(i)))
		s.Mineral[i] = s.Bone[i]
	}
}

// pixel is the index of (x, y) as cells have it.
func (s *world) pixel(x, y int) int32 { return int32(s.At(x, y)) }

// flood sets a signal everywhere [pM].
func (s *world) flood(sig signal.Signal, v float64) {
	for i := range s.planes[sig] {
		s.planes[sig][i] = float32(v)
	}
}

// slope makes a signal rise from left to right by a factor a pixel.
func (s *world) slope(sig signal.Signal, least, factor float64) {
	for i := range s.planes[sig] {
		x, _ := s.XY(i)
		s.planes[sig][i] = float32(least * math.Pow(factor, float64(x)))
	}
}

// add puts a cell at (x, y) and returns its slot.
func (s *world) add(k Kind, x, y int) int32 {
	s.cells = append(s.cells, Cell{ID: uint64(len(s.cells) + 1), Kind: k, Nuclei: 1, Pos: s.pixel(x, y), Vigour: 1, Wnt: 1})
	return int32(len(s.cells) - 1)
}

// freeze shows the cells to the world.
func (s *world) freeze() {
	rules := s.params.Bind()
	s.env.Freeze(s.tick, float64(s.tick)*s.env.Step, s.cells, &rules)
}

// step lets every cell act once, takes over their new states and returns what
// they want.
func (s *world) step() *Intents {
	rules := s.params.Bind()
	s.freeze()
	out := &Intents{}
	out.Reset(append([]Cell(nil), s.cells...))
	for slot, c := range s.cells {
		r := rng.At(s.seed, s.tick, c.ID, 0)
		out.Begin(int32(slot))
		rules[c.Kind].Act(s.env, c, &r, out)
	}
	s.cells = out.Next
	s.tick++
	return out
}

// steps takes n steps and returns what was wanted in all of them.
func (s *world) steps(n int) (list []Intent) {
	for range n {
		list = append(list, s.step().List...)
	}
	return list
}

// roam takes n steps in which cells go where they want.
func (s *world) roam(n int) {
	for range n {
		for _, w := range s.step().List {
			if w.Op == Move {
				s.cells[w.Slot].Pos = w.At
			}
		}
	}
}

// only returns the intents of one kind.
func only(list []Intent, op Op) (found []Intent) {
	for _, w := range list {
		if w.Op == op {
			found = append(found, w)
		}
	}
	return found
}

// rate returns the sum of the rates of points.
func rate(points []transport.Point) (sum float64) {
	for _, p := range points {
		sum += float64(p.Rate)
	}
	return sum
}

// of returns the parameters of a kind, to be set.
func of[P any](s *world, k Kind) *P { return s.params[k].(*P) }

// sigmas is how many standard errors a mean may be off; streams have fixed keys,
// so that a test that holds once holds always.
const sigmas = 5.0

// lives lets n cells like c act until all have died, and returns their mean life
// [h] and how often each cause was given.
func (s *world) lives(c Cell, n int) (mean float64, causes map[Cause]int) {
	causes = map[Cause]int{}
	s.cells, s.tick = nil, 0
	for i := range n {
		c.ID = uint64(i + 1)
		s.cells = append(s.cells, c)
	}
	for len(s.cells) > 0 && s.tick < 1e5 { // the bound ends a test that would find immortal cells
		dying := only(s.step().List, Die)
		for i := len(dying) - 1; i >= 0; i-- {
			mean += (float64(s.tick) - 0.5) * s.env.Step / float64(n)
			causes[dying[i].Cause]++
			last := len(s.cells) - 1
			s.cells[dying[i].Slot] = s.cells[last]
			s.cells = s.cells[:last]
		}
	}
	return mean, causes
}

// requireLife holds a mean of n exponential lives to its expectation.
func requireLife(t *testing.T, want, got float64, n int) {
	t.Helper()
	require.InDelta(t, want, got, sigmas*want/math.Sqrt(float64(n)))
}

// requireShare holds the share of hits among n trials to its probability.
func requireShare(t *testing.T, p float64, hits, n int) {
	t.Helper()
	require.InDelta(t, p, float64(hits)/float64(n), sigmas*math.Sqrt(p*(1-p)/float64(n)))
}

// entries counts the cells of a kind that want to enter at a site in n steps.
func (s *world) entries(k Kind, site int32, n int) int {
	rules, out := s.params.Bind(), &Intents{}
	s.freeze()
	out.Reset(nil)
	out.Begin(-1)
	for tick := range n {
		r := rng.At(s.seed, int64(tick), 0, 1)
		rules[k].Enter(s.env, site, &r, out)
	}
	return len(only(out.List, Enter))
}

// newStream returns a stream of random numbers of its own for founders.
func newStream(id uint64) *rng.Stream {
	r := rng.At(1, -1, id, 2)
	return &r
}
