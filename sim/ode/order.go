package ode

// elimination is an order of the states and the entries of the factors, fill
// included, by row and column in that order.
type elimination struct {
	order []int // state eliminated at each place
	place []int // of each state
	full  [][]bool
}

// eliminate chooses as the next pivot, always on the diagonal, the one that can
// fill least, the product of the other entries in its row and its column
// (Markowitz 1957, Management Science 3:255-269: minimum degree for matrices that
// are not symmetric), the first of equals.
func eliminate(p pattern) elimination {
	full := matrix(p)
	left := make([]bool, len(p))
	for i := range left {
		left[i] = true
	}
	e := elimination{place: make([]int, len(p))}
	for range p {
		k := cheapest(full, left)
		left[k] = false
		e.place[k] = len(e.order)
		e.order = append(e.order, k)
		fill(full, left, k)
	}
	e.full = permute(full, e.order)
	return e
}

// matrix returns the pattern by row and column.
func matrix(p pattern) [][]bool {
	full := make([][]bool, len(p))
	for r := range full {
		full[r] = make([]bool, len(p))
	}
	for c, rows := range p {
		for _, r := range rows {
			full[r][c] = true
		}
	}
	return full
}

// cheapest returns the best pivot among the rows left.
func cheapest(full [][]bool, left []bool) (best int) {
	least := -1
	for k := range full {
		if !left[k] {
			continue
		}
		row, column := 0, 0
		for i := range full {
			if left[i] && i != k {
				row += count(full[k][i])
				column += count(full[i][k])
			}
		}
		if cost := row * column; least < 0 || cost < least {
			best, least = k, cost
		}
	}
	return best
}

func count(yes bool) int {
	if yes {
		return 1
	}
	return 0
}

// fill adds the entries that eliminating k makes in the rows left.
func fill(full [][]bool, left []bool, k int) {
	for r := range full {
		if !left[r] || !full[r][k] {
			continue
		}
		for c := range full {
			if left[c] && full[k][c] {
				full[r][c] = true
			}
		}
	}
}

// permute returns the entries by the places of an order.
func permute(full [][]bool, order []int) [][]bool {
	p := make([][]bool, len(order))
	for r := range p {
		p[r] = make([]bool, len(order))
		for c := range p {
			p[r][c] = full[order[r]][order[c]]
		}
	}
	return p
}
