package agents

import (
	"math"

	"trabecula/field"
	"trabecula/field/signal"
	"trabecula/field/tissue"
)

// Cover tells by whom a surface is covered; a pixel may hold several.
type Cover uint8

// The covers of bone surface.
const (
	CoverLining Cover = 1 << iota
	CoverReversal
	CoverOsteoblast
	CoverOsteoclast
)

// Env is the world as cells see it: frozen for the length of a step.
type Env struct {
	Grid     field.Grid
	Tissue   tissue.View
	Tick     int64
	Time     float64 // [h]
	Step     float64 // length of a cell step [h]
	Stimulus float64 // inflammatory stimulus, 0 = none [-]
	Sites    []int32 // sinusoids, where blood cells come and go

	Energy  []float32 // strain energy density of a pixel under the present load [kPa]; nil = mechanics are left out
	Adapted float64   // mean of it over bone at the start, to which newly laid bone is held [kPa]

	Blood     []signal.Blood                 // what perfuses the section, in equal parts of the step; empty = hormones are left out
	Perfusion [signal.HormoneCount][]float32 // of a pixel, 1 = normal; nil = normal everywhere
	Response  *Response                      // how cells answer to Blood; nil = hormones are left out

	exposure *exposure // of this step; nil = hormones are left out
	signals  [signal.Count][]float32
	cells    []Cell
	cover    []Cover
	tiles    tiles
}

// NewEnv returns an Env over a tissue and its signals [pM], still without cells.
func NewEnv(t tissue.View, signals [signal.Count][]float32, sites []int32, step float64) *Env {
	g := t.Grid()
	return &Env{Grid: g, Tissue: t, Step: step, Sites: sites, signals: signals,
		cover: make([]Cover, g.Len()), tiles: newTiles(g)}
}

// Freeze shows the cells and the time of the step that begins.
func (e *Env) Freeze(tick int64, time float64, cells []Cell, rules *[KindCount]Rules) {
	e.Tick, e.Time, e.cells = tick, time, cells
	e.tiles.sort(cells)
	e.paintCover(rules)
	e.expose()
}

// Cells returns how many cells there are; slots run from 0 to Cells-1.
func (e *Env) Cells() int { return len(e.cells) }

// Cell returns the cell in a slot.
func (e *Env) Cell(slot int32) Cell { return e.cells[slot] }

// Cover returns by whom pixel i is covered.
func (e *Env) Cover(i int32) Cover { return e.cover[i] }

// Signal returns the concentration of s in pixel i [pM].
func (e *Env) Signal(s signal.Signal, i int32) float64 { return float64(e.signals[s][i]) }

// paintCover marks the footprint of every cell that covers surface.
func (e *Env) paintCover(rules *[KindCount]Rules) {
	clear(e.cover)
	for i := range e.cells {
		c := &e.cells[i]
		flag := Catalogue[c.Kind].Cover
		if flag == 0 || c.Has(Retracted) {
			continue
		}
		radius := rules[c.Kind].Foot
		if c.Kind == Osteoclast {
			radius *= math.Sqrt(float64(c.Nuclei) / typicalNuclei)
		}
		e.Disc(c.Pos, radius, func(i int32, _ float64) { e.cover[i] |= flag })
	}
}

// Disc calls visit for every pixel within radius [um] of pixel at, with the
// squared distance [px2], in index order.
func (e *Env) Disc(at int32, radius float64, visit func(i int32, d2 float64)) {
	x0, y0 := e.Grid.XY(int(at))
	r := radius / e.Grid.Pixel
	n := int(r)
	for y := max(y0-n, 0); y <= min(y0+n, e.Grid.H-1); y++ {
		for x := max(x0-n, 0); x <= min(x0+n, e.Grid.W-1); x++ {
			dx, dy := float64(x-x0), float64(y-y0)
			if d2 := dx*dx + dy*dy; d2 <= r*r {
				visit(int32(e.Grid.At(x, y)), d2)
			}
		}
	}
}

// Near calls visit for every cell within radius [um] of pixel at, with the
// squared distance [px2], in a fixed order; visit returns false to stop.
func (e *Env) Near(at int32, radius float64, visit func(slot int32, d2 float64) bool) {
	x0, y0 := e.Grid.XY(int(at))
	r := radius / e.Grid.Pixel
	n := int(r) + 1
	t := &e.tiles
	for ty := max(y0-n, 0) / tileEdge; ty <= min(y0+n, e.Grid.H-1)/tileEdge; ty++ {
		for tx := max(x0-n, 0) / tileEdge; tx <= min(x0+n, e.Grid.W-1)/tileEdge; tx++ {
			tile := ty*t.w + tx
			for _, slot := range t.slots[t.start[tile]:t.start[tile+1]] {
				x, y := e.Grid.XY(int(e.cells[slot].Pos))
				dx, dy := float64(x-x0), float64(y-y0)
				if d2 := dx*dx + dy*dy; d2 <= r*r && !visit(slot, d2) {
					return
				}
			}
		}
	}
}

// Count returns how many cells of a kind lie within radius [um] of pixel at.
func (e *Env) Count(k Kind, at int32, radius float64) (n int) {
	e.Near(at, radius, func(slot int32, _ float64) bool {
		if e.cells[slot].Kind == k {
			n++
		}
		return true
	})
	return n
}

const tileEdge = 16 // pixels; a tile of cells fits the first-level cache

// tiles sorts cells by 16 x 16 pixel tiles, in slot order within a tile.
type tiles struct {
	grid   field.Grid
	w      int
	start  []int32 // slots of tile t are slots[start[t]:start[t+1]]
	slots  []int32
	cursor []int32
}

func newTiles(g field.Grid) tiles {
	w, h := (g.W+tileEdge-1)/tileEdge, (g.H+tileEdge-1)/tileEdge
	return tiles{grid: g, w: w, start: make([]int32, w*h+1), cursor: make([]int32, w*h)}
}

func (t *tiles) of(pos int32) int {
	x, y := t.grid.XY(int(pos))
	return y/tileEdge*t.w + x/tileEdge
}

// sort is a counting sort, so it keeps slot order within a tile.
func (t *tiles) sort(cells []Cell) {
	clear(t.start)
	for i := range cells {
		t.start[t.of(cells[i].Pos)+1]++
	}
	for i := 1; i < len(t.start); i++ {
		t.start[i] += t.start[i-1]
	}
	copy(t.cursor, t.start)
	t.slots = append(t.slots[:0], make([]int32, len(cells))...)
	for i := range cells {
		tile := t.of(cells[i].Pos)
		t.slots[t.cursor[tile]] = int32(i)
		t.cursor[tile]++
	}
}
