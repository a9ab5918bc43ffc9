package endocrine

import (
	"fmt"
	"math"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"trabecula/sim/unit"
)

// spread is the least and the greatest of what a reading's interval is about.
type spread struct {
	least, most float64
	sum, count  float64 // of the day or the month under way
}

func newSpread() spread { return spread{least: math.Inf(1), most: math.Inf(-1)} }

// add counts a sample.
func (s *spread) add(v float64) {
	s.least, s.most = math.Min(s.least, v), math.Max(s.most, v)
}

// note takes a reading's sample of an hour as its span wants it.
func (s *spread) note(over Span, hour int, v float64) {
	length := map[Span]int{Days: 24, Months: 28 * 24}[over]
	switch {
	case over == Morning && hour%24 >= 7 && hour%24 <= 9, over == Hours:
		s.add(v)
	case length > 0:
		s.sum, s.count = s.sum+v, s.count+1
		if int(s.count) == length {
			s.add(s.sum / s.count)
			s.sum, s.count = 0, 0
		}
	}
}

// watchRest lives through hours and returns the spread of every reading.
func watchRest(t *testing.T, b *Body, hours int) []spread {
	t.Helper()
	spreads := make([]spread, len(Serum))
	for i := range spreads {
		spreads[i] = newSpread()
	}
	for h := 1; h <= hours; h++ {
		require.NoError(t, b.Advance(unit.Hour))
		l := b.Levels()
		for i, r := range Serum {
			spreads[i].note(r.Of(b.params.Person).Over, h, r.Value(&l))
		}
	}
	return spreads
}

// outside lists the readings that leave their intervals.
func outside(p Person, spreads []spread) string {
	var text strings.Builder
	for i, r := range Serum {
		in, s := r.Of(p), spreads[i]
		if !in.Contains(s.least) || !in.Contains(s.most) {
			fmt.Fprintf(&text, "%s: %.4g..%.4g, want %g..%g\n", r.Name, s.least, s.most, in.Low, in.High)
		}
	}
	return text.String()
}

// For two years every reading of a healthy woman and man of 30 years stays in its reference
// interval, hour by hour or as the interval is defined.
func TestHealthyBodiesRestInTheirIntervals(t *testing.T) {
	for _, sex := range []string{"female", "male"} {
		t.Run(sex, func(t *testing.T) {
			t.Parallel()
			p := Defaults()
			p.Person.Sex = sex
			b, err := New(p)
			require.NoError(t, err)
			spreads := watchRest(t, b, int(2*unit.Year))
			require.Empty(t, outside(p.Person, spreads))
		})
	}
}
