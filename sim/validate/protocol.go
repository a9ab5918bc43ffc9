package validate

import "strings"

// Protocol is what all runs share.
type Protocol struct {
	Set     []string // settings of every run, below those of the arm
	Windows []string // parts of bundled slices, "SLICE x,y,w,h"; seed n takes the n-th, and so on round
	Columns []string // kept of every run, whatever the targets need
}

// protocolText is the protocol as it is written.
type protocolText struct {
	Set     []text `key:"set"`
	Windows []text `key:"windows"`
	Columns []text `key:"columns"`
}

// protocol checks a protocol.
func (t protocolText) protocol(f *faults) Protocol {
	var p Protocol
	for _, s := range t.Set {
		p.Set = append(p.Set, s.string)
	}
	for _, w := range t.Windows {
		if len(strings.Fields(w.string)) != 2 {
			f.add(w.at, "windows: %q, want SLICE x,y,w,h such as \"xy150-grey 10,20,66,66\"", w.string)
		}
		p.Windows = append(p.Windows, w.string)
	}
	for _, c := range t.Columns {
		checkColumn(c, "columns", f)
		p.Columns = append(p.Columns, c.string)
	}
	return p
}

// window returns the settings of the bone that belongs to a seed: all arms of a
// seed begin with the same bone, and neighbouring seeds with other bone.
func (p Protocol) window(seed int) []string {
	if len(p.Windows) == 0 {
		return nil
	}
	slice, crop, _ := strings.Cut(strings.TrimSpace(p.Windows[(seed-1)%len(p.Windows)]), " ")
	return []string{"section.image=bundled:" + slice, "section.crop=" + strings.TrimSpace(crop)}
}
