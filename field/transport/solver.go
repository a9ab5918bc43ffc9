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
	grid     field.Grid
	settings Settings
	medium   medium
	species  [signal.Count]*species
	trio     trio
	benches  []*bench // one a worker
}

// New returns a solver without any signal in a section of marrow only.
func New(g field.Grid, p [signal.Count]signal.Params, b signal.Binding, s Settings) *Solver {
	v := &Solver{grid: g, settings: s}
	v.medium = medium{bone: make([]float32, g.Len()), osteoid: make([]float32, g.Len())}
	for i := range v.species {
		v.species[i] = newSpecies(g, signal.Signal(i), p[i], &v.medium)
	}
	v.trio = trio{members: [3]*species{v.species[signal.RANKL], v.species[signal.OPG], v.species[signal.RANKLOPG]}, on: b.On, off: b.Off}
	return v
}

// SetMedium tells what the pixels are made of: the bone fraction (osteoid
// included) and the osteoid fraction.
func (v *Solver) SetMedium(bone, osteoid []float32) {
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
	if v.trio.has(s) {
		v.trio.weigh()
	}
	return nil
}

// Clearance returns the loss of a signal on top of decay that is in force [1/h].
func (v *Solver) Clearance(sig signal.Signal) float64 { return v.species[sig].extra }

// Values returns the concentrations of a signal [pM], index y*W + x. They are
// read-only for callers and always current.
func (v *Solver) Values(sig signal.Signal) []float32 { return v.species[sig].u }

// Ledger returns the account of a signal.
func (v *Solver) Ledger(sig signal.Signal) Ledger { return v.species[sig].ledger }

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
	tasks, errs := v.tasks(in), make([]error, signal.Count)
	var next atomic.Int64
	work := func(b *bench) {
		for i := next.Add(1) - 1; int(i) < len(tasks); i = next.Add(1) - 1 {
			errs[i] = tasks[i](b)
		}
	}
	var group sync.WaitGroup
	for i := 1; i < min(workers, len(tasks)); i++ {
		b := v.bench(i)
		group.Go(func() { work(b) })
	}
	work(v.bench(0))
	group.Wait()
	return errors.Join(errs...)
}

// tasks returns what can be done side by side: each signal that does not bind
// and the three that do, which take longest and come first.
func (v *Solver) tasks(in Input) []func(*bench) error {
	flows := func(s signal.Signal) flow { return v.species[s].flowOf(in.Secretion[s], in.Uptake[s]) }
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

// bench returns the working memory of worker i.
func (v *Solver) bench(i int) *bench {
	for len(v.benches) <= i {
		v.benches = append(v.benches, newBench(v.grid.W, v.grid.H))
	}
	return v.benches[i]
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
