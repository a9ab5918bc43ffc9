// Package agents holds the cells: what each kind senses and does in a step. A
// rule reads the frozen Env and emits Intents; it changes nothing else. The
// package does not know the schedule, the run or the files. Start at Catalogue.
package agents

// Kind indexes the Catalogue of cell kinds.
type Kind uint8

// Cell is one agent. Times are hours, since the cell entered where not said
// otherwise; the pathway variables are dimensionless, 0 = silent.
type Cell struct {
	ID     uint64
	Parent uint64  // the cell it came from; 0 for founders and immigrants
	Kind   Kind
	Nuclei uint8   // more than 1 only in osteoclasts
	Flags  uint8   // see the Flag constants
	Pos    int32   // pixel
	Home   int32   // pixel that the cell belongs to: a niche, an anchor; -1 none
	Born   float32 // time of birth or entry [h]
	Since  float32 // time at which it became its present kind [h]
	Dir    float32 // heading [rad], 0 = +x, pi/2 = down
	Clock  float32 // own slow clock: maturation, commitment or dying [0..]
	RANK   float32 // NF-kB through RANK
	Growth float32 // Smad and IGF-1 receptor drive
	Wnt    float32 // beta-catenin
	Matrix float32 // matrix laid or resorbed by the cell so far [um2]
	Stress float32 // inflammatory and apoptotic stress
}
