package mechanics

import (
	"errors"
	"math"
)

// dense is the Cholesky factor of the coarsest stiffness.
type dense struct {
	n       int
	factors []float64 // lower triangle, row by row
}

// pinned is the part of its diagonal entry below which a pivot is rounding: the
// section may move as a whole when faces are free, and is held there instead.
const pinned = 1e-5

var errSingular = errors.New("mechanics: the stiffness of the section is not positive")

// factor factors the stiffness of l.
func (s *dense) factor(l *operator) error {
	s.n = 2 * l.nodes()
	s.factors = make([]float64, s.n*s.n)
	unit, column := make([]float32, s.n), make([]float32, s.n)
	for j := range s.n {
		unit[j] = 1
		l.apply(unit, column)
		unit[j] = 0
		for i := range s.n {
			if l.inverse[i] != 0 && l.inverse[j] != 0 {
				s.factors[i*s.n+j] = float64(column[i])
			}
		}
		if l.inverse[j] == 0 {
			s.factors[j*s.n+j] = 1
		}
	}
	return s.eliminate()
}

func (s *dense) eliminate() error {
	for i := range s.n {
		row := s.factors[i*s.n : (i+1)*s.n]
		for j := range i + 1 {
			other := s.factors[j*s.n : (j+1)*s.n]
			sum := row[j]
			for k := range j {
				sum -= row[k] * other[k]
			}
			if i != j {
				row[j] = sum / other[j]
				continue
			}
			if math.IsNaN(sum) || !(row[i] > 0) {
				return errSingular
			}
			if sum <= pinned*row[i] {
				sum = row[i]
			}
			row[i] = math.Sqrt(sum)
		}
	}
	return nil
}

// solve writes the solution for the right side f to x.
func (s *dense) solve(f, x []float32, work []float64) {
	for i := range s.n {
		sum := float64(f[i])
		for k, v := range s.factors[i*s.n : i*s.n+i] {
			sum -= v * work[k]
		}
		work[i] = sum / s.factors[i*s.n+i]
	}
	for i := s.n - 1; i >= 0; i-- {
		work[i] /= s.factors[i*s.n+i]
		for k, v := range s.factors[i*s.n : i*s.n+i] {
			work[k] -= v * work[i]
		}
		x[i] = float32(work[i])
	}
}
