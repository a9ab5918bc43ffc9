package transport

import (
	"errors"
	"fmt"
	"math"
	"sync"
	"sync/atomic"

	"trabecula/field"
	"trabecula/field/signal"
)

// Point is a rate in one pixel: a secretion [pM/h] or an uptake [1/h]. Several
// points may name one pixel; they add up in slice order.
type Point struct {
	At   int32
	Rate float32
}

// Input is what the cells do during one step. Uptake is removal by receptors,
// of first order in the concentration.
type Input struct {
	Secretion, Uptake [signal.Count][]Point
}

// Ledger is the account of one signal [pM pixel]: what is stored now, and what
// was secreted, decayed, taken up, lost to binding (gained if negative) and
// neutralised since the start. Secreted - Decayed - Taken - Bound - Neutralised
// is Stored less what was stored at the start.
type Ledger struct {
	Stored, Secreted, Decayed, Taken, Bound, Neutralised float64
}

// times returns an account in other units.
func (l Ledger) times(f float64) Ledger {
	return Ledger{l.Stored * f, l.Secreted * f, l.Decayed * f, l.Taken * f, l.Bound * f, l.Neutralised * f}
}

// Effort counts what one signal has cost.
type Effort struct {
	Cycles  int64 // multigrid cycles
	Solves  int64 // steps whose residual had to be measured
	Skipped int64 // steps that the bound on the residual allowed to skip
}

// Stats is the effort by signal.
type Stats [signal.Count]Effort

// Solver holds the concentrations of all signals and carries them through time.
type Solver struct {
	grid     field.Grid // of the tissue
	blocks   blocks     // of that grid, the cells of all planes within
	settings Settings
	medium   medium
	species  [signal.Count]*species
	trio     trio
	benches  []*bench // one a worker
	input    Input    // of the step, in blocks
	readers  [signal.Count]reader
}

// New returns a solver without any signal in a section of marrow only.
func New(g field.Grid, p [signal.Count]signal.Params, b signal.Binding, s Settings) *Solver {
	v := &Solver{grid: g, settings: s, blocks: newBlocks(g, s.Coarsen)}
	coarse := v.blocks.grid(g)
	v.medium = medium{bone: make([]float32, coarse.Len()), osteoid: make([]float32, coarse.Len())}
	for i := range v.species {
		v.species[i] = newSpecies(coarse, v.blocks.aspect(), signal.Signal(i), p[i], &v.medium)
		v.readers[i] = newReader(&v.blocks, v.species[i])
	}
	v.trio = trio{members: [3]*species{v.species[signal.RANKL], v.species[signal.OPG], v.species[signal.RANKLOPG]}, on: b.On, off: b.Off}
	return v
}

// SetMedium tells what the pixels are made of: the bone fraction (osteoid
// included) and the osteoid fraction.
func (v *Solver) SetMedium(bone, osteoid []float32) {
	if !v.blocks.single() {
		bone, osteoid = v.blocks.mean(bone), v.blocks.mean(osteoid)
	}
	v.medium.update(bone, osteoid, float32(v.settings.MediumStep))
	for _, s := range v.species {
		s.follow()
	}
}

// SetClearance sets the loss of a signal [1/h] that what neutralises it adds to
// decay, from the next step on. A change by less than Settings.ClearanceStep of
// the whole loss is left out, unless it ends the extra loss.
func (v *Solver) SetClearance(sig signal.Signal, extra float64) error {
	if !(extra >= 0 && extra <= math.MaxFloat32) {
		return fmt.Errorf("signals.%s: extra clearance %g 1/h, want a number >= 0", sig, extra)
	}
	s := v.species[sig]
	little := math.Abs(extra-s.extra) < v.settings.ClearanceStep*s.drain()
	if extra == s.extra || little && extra > 0 {
		return nil
	}
	s.neutralise(extra, v.settings.SteadyRemainder)
	v.readers[sig].refresh()
	if v.trio.has(s) {
		v.trio.weigh()
	}
	return nil
}

// Clearance returns the loss of a signal on top of decay that is in force [1/h].
func (v *Solver) Clearance(sig signal.Signal) float64 { return v.species[sig].extra }

// Values returns the concentrations of a signal [pM] in the pixels of the tissue,
// index y*W + x: those of blocks, interpolated between their centres. They are
// read-only for callers and, as long as the solver lives, current.
func (v *Solver) Values(sig signal.Signal) []float32 { return v.readers[sig].values() }

// Ledger returns the account of a signal.
func (v *Solver) Ledger(sig signal.Signal) Ledger { return v.species[sig].ledger.times(v.blocks.area) }

// Stats returns the effort so far.
func (v *Solver) Stats() (st Stats) {
	for i, s := range v.species {
		st[i] = s.effort
	}
	return st
}

// Advance carries all signals over one step of dt [h]. The bits do not depend
// on the number of workers.
func (v *Solver) Advance(in Input, dt float64, workers int) error {
	if err := v.check(in); err != nil {
		return err
	}
	for _, s := range v.species {
		s.timeStep(dt, v.settings.SteadyRemainder)
	}
	v.prepare(min(workers, int(signal.Count)))
	tasks, errs := v.tasks(in), make([]error, signal.Count)
	inParallel(len(tasks), workers, func(worker, i int) { errs[i] = tasks[i](v.benches[worker]) })
	inParallel(len(v.readers), workers, func(_, i int) { v.readers[i].refresh() })
	return errors.Join(errs...)
}

// inParallel calls do for n items, in any order, on up to as many goroutines as
// there are workers.
func inParallel(n, workers int, do func(worker, item int)) {
	var next atomic.Int64
	work := func(worker int) {
		for i := next.Add(1) - 1; int(i) < n; i = next.Add(1) - 1 {
			do(worker, int(i))
		}
	}
	var group sync.WaitGroup
	for worker := 1; worker < min(workers, n); worker++ {
		group.Go(func() { work(worker) })
	}
	work(0)
	group.Wait()
}

// tasks returns what can be done side by side: each signal that does not bind
// and the three that do, which take longest and come first.
func (v *Solver) tasks(in Input) []func(*bench) error {
	flows := func(s signal.Signal) flow { return v.flowOf(in, s) }
	tasks := []func(*bench) error{func(b *bench) error {
		return v.trio.advance(b, [3]flow{flows(signal.RANKL), flows(signal.OPG), flows(signal.RANKLOPG)}, &v.settings)
	}}
	for i, s := range v.species {
		if sig := signal.Signal(i); !v.trio.has(s) && !s.empty(in.Secretion[sig]) {
			tasks = append(tasks, func(b *bench) error { return s.advance(b, flows(sig), &v.settings) })
		}
	}
	return tasks
}

// flowOf sums up what moves a signal, in blocks.
func (v *Solver) flowOf(in Input, s signal.Signal) flow {
	sec, upt := in.Secretion[s], in.Uptake[s]
	if b := &v.blocks; !b.single() {
		v.input.Secretion[s] = b.gather(v.input.Secretion[s], sec)
		v.input.Uptake[s] = b.gather(v.input.Uptake[s], upt)
		sec, upt = v.input.Secretion[s], v.input.Uptake[s]
	}
	return v.species[s].flowOf(sec, upt)
}

// prepare makes the working memory of workers.
func (v *Solver) prepare(workers int) {
	for len(v.benches) < workers {
		v.benches = append(v.benches, newBench(v.blocks.x.blocks, v.blocks.y.blocks))
	}
}

// check returns the errors of all points.
func (v *Solver) check(in Input) error {
	var errs []error
	for i, s := range v.species {
		errs = append(errs, check(s.name+": secretion", in.Secretion[i], v.grid.Len()),
			check(s.name+": uptake", in.Uptake[i], v.grid.Len()))
	}
	return errors.Join(errs...)
}
