package validate

import (
	"context"
	"errors"
	"fmt"
	"sync"

	"trabecula/sim/assay"
)

// Options say which runs there are and how they are carried out.
type Options struct {
	Dir     string // where finished runs are kept
	Program string // identifies the program that ran: other programs' runs are not used
	Seeds   int
	Workers int
	Saved   bool           // use what is kept, run no section
	Report  func(Progress) // called as each run ends, one at a time; may be nil
}

// Progress tells of a run that ended.
type Progress struct {
	Arm        string
	Seed       int
	Done, Todo int  // runs
	Kept       bool // it was there already
}

// Trials are the courses of all runs that are finished.
type Trials struct {
	Seeds   int
	courses map[job]*Course
	bodies  map[string][]assay.Finding
}

// job is one run.
type job struct {
	arm  string
	seed int
}

// task is a job with all that is needed to carry it out.
type task struct {
	job
	group   Arm
	columns []string
	path    string
}

// Run carries out the runs of all arms that are not kept yet, the first seed of
// every arm before the second of any. If ctx ends, what is finished is returned
// with its error.
func (l *Library) Run(ctx context.Context, o Options) (*Trials, error) {
	tasks, err := l.tasks(o)
	if err != nil {
		return nil, err
	}
	t := &Trials{Seeds: o.Seeds, courses: map[job]*Course{}, bodies: map[string][]assay.Finding{}}
	if err := l.measure(ctx, t); err != nil {
		return t, err
	}
	kept := store{o.Dir, o.Program}
	var open []task
	done := 0
	for _, k := range tasks {
		c := kept.load(k.path, k.columns)
		if c == nil {
			open = append(open, k)
			continue
		}
		t.courses[k.job] = c
		done++
		o.tell(Progress{k.arm, k.seed, done, len(tasks), true})
	}
	if o.Saved {
		return t, nil
	}
	return t, l.carryOut(ctx, open, kept, o, t, done, len(tasks))
}

func (o Options) tell(p Progress) {
	if o.Report != nil {
		o.Report(p)
	}
}

// tasks lists the runs, seed by seed.
func (l *Library) tasks(o Options) ([]task, error) {
	kept := store{o.Dir, o.Program}
	first := map[string]string{} // hashing takes a while
	for _, a := range l.Arms {
		c, err := l.Config(a, 1)
		if err != nil {
			return nil, fmt.Errorf("arm %s: %w", a.Name, err)
		}
		first[a.Name] = c.Hash()
	}
	var list []task
	for seed := 1; seed <= o.Seeds; seed++ {
		for _, a := range l.Arms {
			list = append(list, task{job{a.Name, seed}, a, l.columns(a.Name), kept.path(a.Name, seed, l.identity(first[a.Name], seed))})
		}
	}
	return list, nil
}

// carryOut runs tasks with several workers. Which of them does what changes no
// result: a run is single-threaded and knows no other.
func (l *Library) carryOut(ctx context.Context, open []task, kept store, o Options, t *Trials, done, all int) error {
	todo := make(chan int)
	faults := make([]error, len(open))
	var workers sync.WaitGroup
	var guard sync.Mutex
	for range max(o.Workers, 1) {
		workers.Go(func() {
			for i := range todo {
				k := open[i]
				c, err := l.carry(ctx, k, kept)
				guard.Lock()
				if err != nil {
					faults[i] = fmt.Errorf("arm %s, seed %d: %w", k.arm, k.seed, err)
				} else {
					done++
					t.courses[k.job] = c
					o.tell(Progress{k.arm, k.seed, done, all, false})
				}
				guard.Unlock()
			}
		})
	}
	for i := range open {
		if ctx.Err() != nil {
			break
		}
		todo <- i
	}
	close(todo)
	workers.Wait()
	if ctx.Err() != nil {
		return ctx.Err()
	}
	return errors.Join(faults...)
}

// carry carries out one run and keeps it.
func (l *Library) carry(ctx context.Context, k task, kept store) (*Course, error) {
	config, err := l.Config(k.group, k.seed)
	if err != nil {
		return nil, err
	}
	c, err := trial(ctx, config, k.columns)
	if err != nil {
		return nil, err
	}
	return c, kept.save(k.path, c)
}

// measure carries out the experiments on the body, which take seconds and are not
// kept.
func (l *Library) measure(ctx context.Context, t *Trials) error {
	for _, b := range l.Bodies {
		findings, err := b.measure(ctx)
		if err != nil {
			return err
		}
		t.bodies[b.Row] = findings
	}
	return nil
}
