package metric

// Average is the mean of every column over rows, missing values left out: over
// the days of a run, or over the means of several seeds.
type Average struct {
	sum   []float64
	count []int
}

// Add counts one row, in the order of Columns.
func (a *Average) Add(row []float64) {
	if a.sum == nil {
		a.sum, a.count = make([]float64, len(row)), make([]int, len(row))
	}
	for i, v := range row {
		if v == v { // not NaN
			a.sum[i] += v
			a.count[i]++
		}
	}
}

// Row returns the means in the order of Columns, NaN where no row had a value.
func (a *Average) Row() []float64 {
	row := make([]float64, len(a.sum))
	for i := range row {
		row[i] = ratio(a.sum[i], float64(a.count[i]))
	}
	return row
}

// Named returns the values of a row by the name of their column.
func Named(row []float64) map[string]float64 {
	named := make(map[string]float64, len(row))
	for i, c := range Columns() {
		named[c.Name] = row[i]
	}
	return named
}
