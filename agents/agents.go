// Package agents holds the cells: what each kind senses and does in a step. A
// rule reads the frozen Env and emits Intents; it changes nothing else. The
// package does not know the schedule, the run, the files or the glands. Start at Catalogue; for hormones at
// Effects, PathwayCatalogue and Response.
package agents

// Kind indexes the Catalogue of cell kinds.
type Kind uint8

// Flags of a cell.
const (
	Committed uint8 = 1 << iota // precursor, osteomorph: bound to become osteoclast
	Retracted                   // lining cell: has let go of the surface
	Dead                        // osteocyte: apoptotic, its lacuna persists
	Memory                      // lymphocyte: has met its antigen
)

// Cell is one agent. Pathway variables are dimensionless, 0 = silent.
type Cell struct {
	ID     uint64
	Parent uint64 // the cell it came from; 0 for founders and immigrants
	Kind   Kind
	Nuclei uint8    // more than 1 only in osteoclasts
	Flags  uint8    // see the flag constants
	Pos    int32    // pixel
	Born   float32  // time of birth or entry [h]
	Since  float32  // time at which it became its present kind [h]
	Dir    float32  // heading [rad], 0 = +x, pi/2 = down
	Clock  float32  // own slow clock: maturation, commitment, time since death or, of a macrophage, how far it has turned to resolution
	RANK   float32  // NF-kB activity through RANK [0..1]
	Growth float32  // Smad and IGF-1 receptor drive [0..1.5], 1 = TGF-β alone can do no more
	Wnt    float32  // beta-catenin activity [0..1]
	Work   float32  // matrix laid or resorbed by the cell so far [um2]
	Vigour float32  // present activity of an osteoblast or osteoclast [0..1]
	Strain float32  // osteocyte: strain energy density that it feels, relative to what it is used to
	Habit  float32  // what it is used to: strain energy density of an osteocyte [kPa], Wnt signalling of a lining cell; 0 = not yet known
	Load   float32  // bisphosphonate that an osteoclast has taken up with bone [molecules]
	Paths  Pathways // between hormone receptors and rates
}

// Has tells whether all of the flags are set.
func (c Cell) Has(flag uint8) bool { return c.Flags&flag == flag }

// Cause says why something happened to a cell; it goes into the event log.
type Cause string

// Event is a birth, fusion, death, embedding or other change of a cell.
type Event struct {
	Tick  int64
	What  string // birth, entry, fusion, death, embedding, change
	ID    uint64
	Kind  Kind
	At    int32
	Cause Cause
	Other uint64 // parent, or the cell that was joined; 0 = none
}
