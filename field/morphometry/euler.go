package morphometry

// Euler returns the Euler number of m, pieces of bone (8-connected) less holes
// (4-connected), from its patterns of 2 x 2 pixels (Gray 1971, IEEE Trans
// Comput C-20:551-561, doi 10.1109/T-C.1971.223289): a quarter of the number
// of patterns of one pixel, less those of three, less twice the diagonal pairs.
// Beyond the edge of the section all is marrow.
func Euler(m Mask) int {
	outside := make([]bool, m.W)
	above, sum := outside, 0
	for y := range m.H {
		row := m.Solid[y*m.W : (y+1)*m.W]
		sum += patterns(above, row)
		above = row
	}
	return (sum + patterns(above, outside)) / 4
}

// patterns adds up the 2 x 2 patterns of two rows.
func patterns(above, row []bool) int {
	// Weight of a pattern; bits 0, 1 are the left column, 2, 3 the right one,
	// upper pixels first.
	weight := [16]int{0b0001: 1, 0b0010: 1, 0b0100: 1, 0b1000: 1,
		0b0111: -1, 0b1011: -1, 0b1101: -1, 0b1110: -1,
		0b1001: -2, 0b0110: -2}
	sum, column := 0, 0
	for x, upper := range above {
		left := column
		column = 0
		if upper {
			column = 1
		}
		if row[x] {
			column |= 2
		}
		sum += weight[left|column<<2]
	}
	return sum + weight[column]
}
