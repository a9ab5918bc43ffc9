package ode

// stages of the method.
const stages = 4

// tableau is a Rosenbrock W-method with a single gamma, as in the literature:
//
//	k[i] = h f(t + alpha[i] h, y + sum alpha[i][j] k[j]) + h J sum gamma[i][j] k[j] + h^2 gamma[i] df/dt
//	y1 = y + sum weight[i] k[i]
//
// where alpha[i] and gamma[i] are the sums of row i.
type tableau struct {
	alpha    [stages][stages]float64
	gamma    [stages][stages]float64
	weight   [stages]float64
	embedded [stages]float64
}

// ros34pw2 is ROS34PW2 of Rang & Angermann 2005, BIT Numer. Math. 45:761-787,
// table 4.2 (recalled; the conditions it must meet are tested). It has order 3,
// embedded order 2, for any matrix in place of the Jacobian, is stiffly accurate
// and L-stable: its gamma is the middle root of 6x^3 - 18x^2 + 9x - 1.
func ros34pw2() tableau {
	const g = 4.3586652150845900e-01
	return tableau{
		alpha: [stages][stages]float64{
			{},
			{8.7173304301691801e-01},
			{8.4457060015369423e-01, -1.1299064236484185e-01},
			{0, 0, 1},
		},
		gamma: [stages][stages]float64{
			{g},
			{-8.7173304301691801e-01, g},
			{-9.0338057013044082e-01, 5.4180672388095326e-02, g},
			{2.4212380706095346e-01, -1.2232505839045147e+00, 5.4526025533510214e-01, g},
		},
		weight:   [stages]float64{2.4212380706095346e-01, -1.2232505839045147e+00, 1.5452602553351020e+00, g},
		embedded: [stages]float64{3.7810903145819369e-01, -9.6042292212423178e-02, 0.5, 2.1793326075422950e-01},
	}
}

// scheme is a tableau in the unknowns u[i] = sum gamma[i][j] k[j], which take no
// product with the Jacobian (Hairer & Wanner 1996, Solving Ordinary Differential
// Equations II, IV.7):
//
//	(1/(h gamma) - J) u[i] = f(t + at[i] h, y + sum a[i][j] u[j]) + sum c[i][j]/h u[j] + drift[i] h df/dt
//	y1 = y + sum m[i] u[i], and its error is sum e[i] u[i]
type scheme struct {
	gamma float64
	at    [stages]float64
	drift [stages]float64
	a, c  [stages][stages]float64
	m, e  [stages]float64
}

// transform returns the scheme of a tableau.
func transform(t tableau) (s scheme) {
	inverse := invert(t.gamma)
	s.gamma = t.gamma[0][0]
	s.m = product(t.weight, inverse)
	low := product(t.embedded, inverse)
	for i := range stages {
		s.e[i] = s.m[i] - low[i]
		s.a[i] = product(t.alpha[i], inverse)
		for j := range stages {
			s.at[i] += t.alpha[i][j]
			s.drift[i] += t.gamma[i][j]
		}
		for j := range i {
			s.c[i][j] = -inverse[i][j]
		}
	}
	return s
}

// invert returns the inverse of a lower triangular matrix.
func invert(l [stages][stages]float64) (inverse [stages][stages]float64) {
	for j := range stages {
		inverse[j][j] = 1 / l[j][j]
		for i := j + 1; i < stages; i++ {
			for k := j; k < i; k++ {
				inverse[i][j] -= l[i][k] * inverse[k][j]
			}
			inverse[i][j] /= l[i][i]
		}
	}
	return inverse
}

// product returns the row vector times the matrix.
func product(row [stages]float64, m [stages][stages]float64) (p [stages]float64) {
	for i := range stages {
		for j := range stages {
			p[j] += row[i] * m[i][j]
		}
	}
	return p
}
