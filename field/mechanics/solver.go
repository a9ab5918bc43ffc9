package mechanics

import (
	"errors"
	"fmt"
	"slices"
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
	benches   []*bench // as many as problems were ever solved at once

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
		s.problems[a] = newProblem(a, l)
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
	before := s.keep()
	s.pixels = pixels
	blocks(s.grid, s.p.Coarsen, s.lattice, s.pixels, s.modulus)
	blocks(s.grid, s.p.Coarsen, s.lattice, bone, s.bone)
	if err := errors.Join(s.hierarchy.update(s.modulus, plane[float32](s.p.Poisson)), s.solve(workers)); err != nil {
		s.undo(before)
		return err
	}
	s.derive()
	return nil
}

// kept is what an update changes before it can fail.
type kept struct {
	pixels, modulus, bone []float32
	u                     [axes][]float64
	iterations            [axes]int
}

func (s *Solver) keep() (k kept) {
	k.pixels, k.modulus, k.bone = s.pixels, slices.Clone(s.modulus), slices.Clone(s.bone)
	for a, p := range s.problems {
		k.u[a], k.iterations[a] = slices.Clone(p.u), p.iterations
	}
	return k
}

func (s *Solver) undo(k kept) {
	s.pixels, s.modulus, s.bone = k.pixels, k.modulus, k.bone
	for a, p := range s.problems {
		p.u, p.iterations = k.u[a], k.iterations[a]
	}
}

// solve solves the unit problems, which know nothing of each other, side by
// side.
func (s *Solver) solve(workers int) error {
	workers = field.Clamp(workers, 1, int(axes))
	for len(s.benches) < workers {
		s.benches = append(s.benches, newBench(s.hierarchy))
	}
	free := make(chan *bench, workers)
	for _, b := range s.benches[:workers] {
		free <- b
	}
	var faults [axes]error
	var all sync.WaitGroup
	for a, p := range s.problems {
		on := <-free
		all.Go(func() {
			faults[a] = p.solve(material{s.modulus, s.unit}, on, s.p.Accuracy, s.p.Limit)
			free <- on
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

// habitual returns the apparent strains under the habitual load. Along x and y
// the bone out of the plane is strained with the section and takes a part of
// the stress: without it a slice whose struts do not meet would have to carry
// in its marrow what the network around it carries in bone.
func (s *Solver) habitual() [axes]float64 {
	joint := s.apparent
	joint[alongX][alongX] += s.p.Support
	joint[alongY][alongY] += s.p.Support
	return joint.strains([axes]float64{s.p.StressX, s.p.StressY, s.p.StressZ})
}

// spread computes the strain energy density of the pixels.
func (s *Solver) spread() {
	squares := s.squares()
	for i, m := range s.pixels {
		s.energy[i] = squares[s.element(i)] * m
	}
}

// squares returns the strain energy density of a unit of modulus in every
// element under the present load [kPa/MPa]; the pixels of an element share its
// strain.
func (s *Solver) squares() []float32 {
	e := s.habitual()
	for i := range e {
		e[i] *= s.load
	}
	squares := make([]float32, len(s.grams))
	for i := range s.grams {
		squares[i] = float32(kilo * s.grams[i].density(e) / float64(s.modulus[i]))
	}
	return squares
}

// element returns the element that pixel i lies in.
func (s *Solver) element(i int) int {
	x, y := s.grid.XY(i)
	return y/s.p.Coarsen*s.w + x/s.p.Coarsen
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
