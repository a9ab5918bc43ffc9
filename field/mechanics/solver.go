package mechanics

import (
	"errors"
	"fmt"
	"sync"

	"trabecula/field"
)

// Solver holds the strains of a section. Apparent strain along each of the
// three axes in turn, the others being zero, makes three unit problems: the
// faces of the section stay straight and free of shear, as if the section went
// on in mirror images. Any apparent stress is a sum of the three.
type Solver struct {
	grid field.Grid
	p    Params
	load float64

	lattice
	unit      coefficients[float64]
	hierarchy *hierarchy
	problems  [axes]*problem

	pixels   []float32 // modulus [MPa]
	modulus  []float32 // of elements [MPa]
	bone     []float32 // bone fraction of elements
	grams    []gram    // nil before the first Update
	apparent stiffness3
	energy   []float32 // per pixel [kPa]
}

// New returns a solver for the sections of g; it holds no tissue yet.
func New(g field.Grid, p Params) *Solver {
	edge := p.Coarsen
	l := lattice{(g.W + edge - 1) / edge, (g.H + edge - 1) / edge}
	f := func(n int) []float32 { return make([]float32, n) }
	s := &Solver{grid: g, p: p, load: p.Load, lattice: l, unit: plane[float64](p.Poisson), hierarchy: newHierarchy(l, held{true, true}),
		pixels: f(g.Len()), modulus: f(l.w * l.h), bone: f(l.w * l.h), energy: f(g.Len())}
	for a := range axes {
		s.problems[a] = newProblem(a, s.hierarchy)
	}
	return s
}

// Update solves the unit problems for the present tissue, starting from the
// displacements of the last one: bone is the bone fraction of every pixel,
// mineral its mineral content, 1 = a full pixel at full mineralisation. The
// result does not depend on workers. After an error the solver holds the
// strains it had.
func (s *Solver) Update(bone, mineral []float32, workers int) error {
	if len(bone) != s.grid.Len() || len(mineral) != s.grid.Len() {
		return fmt.Errorf("mechanics: %d bone fractions and %d mineral contents, want %d of a section of %v", len(bone), len(mineral), s.grid.Len(), s.grid)
	}
	pixels := make([]float32, len(bone))
	if err := s.p.moduli(bone, mineral, pixels); err != nil {
		return err
	}
	s.pixels = pixels
	blocks(s.grid, s.p.Coarsen, s.lattice, s.pixels, s.modulus)
	blocks(s.grid, s.p.Coarsen, s.lattice, bone, s.bone)
	if err := s.hierarchy.update(s.modulus, plane[float32](s.p.Poisson)); err != nil {
		return err
	}
	if err := s.solve(workers); err != nil {
		return err
	}
	s.derive()
	return nil
}

// solve solves the unit problems, which know nothing of each other, side by
// side.
func (s *Solver) solve(workers int) error {
	var faults [axes]error
	turns := make(chan struct{}, max(workers, 1))
	var all sync.WaitGroup
	for a, p := range s.problems {
		turns <- struct{}{}
		all.Go(func() {
			faults[a] = p.solve(s.modulus, s.unit, s.p.Accuracy, s.p.Limit)
			<-turns
		})
	}
	all.Wait()
	return errors.Join(faults[:]...)
}

// derive computes all results from the displacements.
func (s *Solver) derive() {
	s.grams = grams(s.lattice, s.unit, s.modulus, s.problems)
	s.apparent = mean(s.grams)
	s.spread()
}

// SetLoad sets the load relative to the habitual one.
func (s *Solver) SetLoad(factor float64) {
	s.load = factor
	if s.grams != nil {
		s.spread()
	}
}

// habitual returns the apparent stresses of the habitual load [MPa].
func (s *Solver) habitual() [axes]float64 {
	return [axes]float64{s.p.StressX, s.p.StressY, s.p.StressZ}
}

// spread computes the strain energy density of the pixels: those of an element
// share its strain.
func (s *Solver) spread() {
	e := s.apparent.strains(s.habitual())
	for i := range e {
		e[i] *= s.load
	}
	scale := make([]float32, len(s.grams))
	for i := range s.grams {
		scale[i] = float32(kilo * s.grams[i].density(e) / float64(s.modulus[i]))
	}
	for i, m := range s.pixels {
		x, y := s.grid.XY(i)
		s.energy[i] = scale[y/s.p.Coarsen*s.w+x/s.p.Coarsen] * m
	}
}

const kilo = 1e3 // kPa in a MPa

// Energy returns the strain energy density of every pixel under the present
// load [kPa]; zero before the first Update. The caller must not change it, and
// the next Update or SetLoad does.
func (s *Solver) Energy() []float32 { return s.energy }

// Iterations returns the number of iterations of the last Update, all unit
// problems together.
func (s *Solver) Iterations() int {
	n := 0
	for _, p := range s.problems {
		n += p.iterations
	}
	return n
}
