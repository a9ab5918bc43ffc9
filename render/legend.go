package render

import (
	"math"
	"strconv"

	"trabecula/agents"
)

// entry is a line of the legend.
type entry struct {
	label  string
	count  int // of cells; negative = none is shown
	swatch func(b *brush, x, y float64)
}

// rowHeight is that of an entry, in ems.
const rowHeight = 1.62

// legend returns the entries of tissue and of cells. All kinds are listed,
// present or not, so that legends of one run can be compared.
func (p *Painter) legend(n tally) (ground, cells []entry) {
	ground = p.tissueEntries()
	if !p.o.has(Cells) {
		return ground, nil
	}
	for k := range agents.KindCount {
		if p.hidden[k] {
			continue
		}
		cells = append(cells, entry{agents.Catalogue[k].Plural, n.kinds[k], sample(agents.Cell{Kind: k, Nuclei: 4, Vigour: 1, ID: 3})})
		switch k {
		case agents.Osteocyte:
			dead := agents.Cell{Kind: k, Flags: agents.Dead}
			cells = append(cells, entry{"empty lacunae", n.dead, sample(dead)})
		case agents.Precursor:
			bound := agents.Cell{Kind: k, Flags: agents.Committed}
			cells = append(cells, entry{"committed precursors", n.committed, sample(bound)})
		}
	}
	return ground, cells
}

// tally counts what the legend tells.
type tally struct {
	kinds           [agents.KindCount]int
	dead, committed int // osteocytes and precursors, not counted in kinds
}

func count(s Scene) (n tally) {
	for c := range s.Cells() {
		switch {
		case c.Kind >= agents.KindCount:
		case c.Kind == agents.Osteocyte && c.Has(agents.Dead):
			n.dead++
		case c.Kind == agents.Precursor && c.Has(agents.Committed):
			n.committed++
		default:
			n.kinds[c.Kind]++
		}
	}
	return n
}

func (p *Painter) tissueEntries() (list []entry) {
	pal, o := p.o.Palette, p.o.Overlay
	if o == nil && p.o.has(Tissue) {
		list = append(list, entry{"marrow", -1, block(pal.Marrow)},
			entry{"bone, 50–100 % mineral", -1, rampBlock(pal)}, entry{"osteoid", -1, block(pal.Osteoid)})
	}
	if o != nil && o.Bone {
		list = append(list, entry{"marrow", -1, block(pal.Marrow)})
	}
	if p.o.has(Surface) && (o == nil || o.Bone) {
		list = append(list, entry{"quiescent surface", -1, rule(pal.Quiescent, 1)}, entry{"eroded surface", -1, rule(pal.Eroded, 2.2)})
	}
	if p.o.has(Surface) && o != nil && !o.Bone {
		list = append(list, entry{"surface of bone", -1, cased})
	}
	if p.o.has(Sinusoids) {
		list = append(list, entry{"sinusoids", -1, vessel(o != nil)})
	}
	return list
}

// panelSize returns the room that legend and colour bar need; 0 = none is shown.
func (p *Painter) panelSize() (w, h int) {
	em := p.faces.size
	bar := p.o.has(ColourBar) && p.o.Overlay != nil
	if !p.o.has(Legend) && !bar {
		return 0, 0
	}
	wide, high := 11*em, 0.0
	if p.o.has(Legend) {
		ground, cells := p.legend(tally{})
		for _, e := range append(ground, cells...) {
			wide = math.Max(wide, 2.4*em+width(p.faces.regular, e.label)+1.2*em+width(p.faces.regular, "00000"))
			high += rowHeight * em
		}
		high += 2 * headingHeight * em
	}
	if bar {
		high += barHeight * em
	}
	return int(math.Ceil(wide)), int(math.Ceil(high))
}

// headingHeight is that of a heading and barHeight that of the colour bar with
// its label and numbers, in ems.
const (
	headingHeight = 1.8
	barHeight     = 5
)

// panel draws legend and colour bar beside the section.
func (p *Painter) panel(c canvas, l layout, s Scene) {
	y := float64(l.panel.Min.Y)
	if p.o.has(Legend) {
		ground, cells := p.legend(count(s))
		y = p.entries(c, l, y, "Tissue", ground)
		y = p.entries(c, l, y, "Cells", cells)
	}
	if p.o.has(ColourBar) && p.o.Overlay != nil {
		p.colourBar(c, l, y)
	}
}

// entries draws a heading and its entries from y on and returns where they end.
func (p *Painter) entries(c canvas, l layout, y float64, heading string, list []entry) float64 {
	if len(list) == 0 {
		return y
	}
	left, right, ink := float64(l.panel.Min.X), float64(l.panel.Max.X), p.o.Palette.Ink
	c.text(p.faces.bold, left, y+l.em, heading, ink)
	y += headingHeight * l.em
	b := &brush{canvas: c, palette: p.o.Palette, inks: p.inks, um: l.em * 0.052, line: math.Max(l.em/16, 0.7)}
	for _, e := range list {
		mid := y + 0.5*l.em
		e.swatch(b, left+0.9*l.em, mid)
		c.text(p.faces.regular, left+2.4*l.em, mid+0.36*l.em, e.label, ink)
		if e.count >= 0 {
			c.textRight(p.faces.regular, right, mid+0.36*l.em, strconv.Itoa(e.count), ink)
		}
		y += rowHeight * l.em
	}
	return y + 0.3*l.em
}
