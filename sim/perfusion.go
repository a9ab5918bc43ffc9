package sim

import (
	"bytes"
	"fmt"
	"io"

	"trabecula/field/signal"
	"trabecula/field/transport"
	"trabecula/sim/unit"
)

// perfusing is the time after which the profiles of what blood carries into the
// section are worked out anew [h]. assumed: a section renews less than 1 % of
// its bone in that time.
const perfusing = 30 * unit.Day

// perfuse brings the profiles up to date with the bone.
func (m *Model) perfuse() (err error) {
	m.env.Perfusion, err = transport.Perfusions(m.tissue.Grid, m.tissue.Bone, m.tissue.Osteoid, m.sites, m.params.Hormones, m.env.Perfusion, m.workers)
	if err != nil {
		return fmt.Errorf("tick %d: %w", m.tick, err)
	}
	return nil
}

// writePerfusion stores the profiles: for every substance the place of its plane
// among those that follow, or -1 if it is everywhere what it is in plasma.
func (m *Model) writePerfusion(w io.Writer) error {
	var planes [][]float32
	var places [signal.HormoneCount]int8
	for h, plane := range m.env.Perfusion {
		places[h] = -1
		if plane == nil {
			continue
		}
		for i, known := range planes {
			if &known[0] == &plane[0] {
				places[h] = int8(i)
			}
		}
		if places[h] < 0 {
			places[h] = int8(len(planes))
			planes = append(planes, plane)
		}
	}
	if err := writeSlice(w, places[:]); err != nil {
		return err
	}
	for _, plane := range planes {
		if err := writeSlice(w, plane); err != nil {
			return err
		}
	}
	return nil
}

// readPerfusion reads what writePerfusion stored.
func (m *Model) readPerfusion(r *bytes.Reader) (profiles [signal.HormoneCount][]float32, err error) {
	places, err := readExactly[int8](r, len(profiles))
	if err != nil {
		return profiles, fmt.Errorf("profiles: %w", err)
	}
	var planes [][]float32
	for h, at := range places {
		for int(at) >= len(planes) {
			plane, err := readExactly[float32](r, m.tissue.Len())
			if err != nil {
				return profiles, fmt.Errorf("profile of %s: %w", signal.Hormone(h), err)
			}
			planes = append(planes, plane)
		}
		if at >= 0 {
			profiles[h] = planes[at]
		}
	}
	return profiles, nil
}

// readExactly reads a list that must have n entries.
func readExactly[T any](r *bytes.Reader, n int) (list []T, err error) {
	if err = readSlice(r, &list); err == nil && len(list) != n {
		err = fmt.Errorf("a list of %d entries, want %d", len(list), n)
	}
	return list, err
}
