package agents

import (
	"trabecula/field/signal"
	"trabecula/field/transport"
)

// Op is a way in which a cell wants to change the world.
type Op uint8

// The operations; the model applies them in the order of the cells.
const (
	Move   Op = iota // go to pixel At
	Become           // turn into Kind
	Divide           // leave a daughter of Kind at At
	Enter            // come in from the circulation as Kind at At
	Die              // be gone
	Resorb           // remove Amount [px] of bone at At
	Form             // lay Amount [px] of osteoid at At
	Fuse             // precursors With join; into the cell Into, or into a new osteoclast at At
	Settle           // turn eroded surface at At quiescent without formation
	Note             // nothing changes but the cell itself: for the event log
)

// Intent is one wish of one cell.
type Intent struct {
	Op     Op
	Kind   Kind
	Slot   int32 // the cell, as an index into the frozen cells; -1 = the circulation
	At     int32
	Into   int32    // Fuse: slot of the osteoclast that takes the cell in; -1 = found a new one
	Amount float32  // Resorb, Form [px]; Settle: radius [um]
	With   [2]int32 // Fuse: slots of the partners of a founding fusion
	What   string   // Note: the kind of event
	Cause  Cause
}

// Intents collect what the cells of one shard want. Only the model reads them.
type Intents struct {
	List    []Intent
	Next    []Cell                          // shared by all shards: Next[slot] is the cell's own new state
	Secrete [signal.Count][]transport.Point // molecules per hour
	Uptake  [signal.Count][]transport.Point // 1/h
	slot    int32
}

// Begin starts the intents of the cell in a slot.
func (o *Intents) Begin(slot int32) { o.slot = slot }

// Reset empties the intents and keeps their memory.
func (o *Intents) Reset(next []Cell) {
	o.List, o.Next, o.slot = o.List[:0], next, -1
	for s := range o.Secrete {
		o.Secrete[s], o.Uptake[s] = o.Secrete[s][:0], o.Uptake[s][:0]
	}
}

// Self records the cell's own new state.
func (o *Intents) Self(c Cell) { o.Next[o.slot] = c }

// Secretes releases molecules [1/h] of a signal at pixel at.
func (o *Intents) Secretes(s signal.Signal, at int32, rate float64) {
	if rate > 0 {
		o.Secrete[s] = append(o.Secrete[s], transport.Point{At: at, Rate: float32(rate)})
	}
}

// Takes removes a signal at pixel at with a first-order rate [1/h].
func (o *Intents) Takes(s signal.Signal, at int32, rate float64) {
	if rate > 0 {
		o.Uptake[s] = append(o.Uptake[s], transport.Point{At: at, Rate: float32(rate)})
	}
}

func (o *Intents) add(i Intent) {
	i.Slot = o.slot
	o.List = append(o.List, i)
}

// Move asks to go to pixel to.
func (o *Intents) Move(to int32) { o.add(Intent{Op: Move, At: to}) }

// Become asks to turn into another kind.
func (o *Intents) Become(k Kind, why Cause) { o.add(Intent{Op: Become, Kind: k, Cause: why}) }

// Embed asks to turn into an osteocyte in bone pixel at.
func (o *Intents) Embed(at int32, why Cause) {
	o.add(Intent{Op: Become, Kind: Osteocyte, At: at, Cause: why})
}

// Divide asks to leave a daughter of a kind at pixel at.
func (o *Intents) Divide(k Kind, at int32, why Cause) {
	o.add(Intent{Op: Divide, Kind: k, At: at, Cause: why})
}

// Enter asks for an immigrant at pixel at.
func (o *Intents) Enter(k Kind, at int32, why Cause) {
	o.add(Intent{Op: Enter, Kind: k, At: at, Cause: why})
}

// Die asks to be gone.
func (o *Intents) Die(why Cause) { o.add(Intent{Op: Die, Cause: why}) }

// Resorb asks to remove amount [px] of the bone of pixel at.
func (o *Intents) Resorb(at int32, amount float64) {
	o.add(Intent{Op: Resorb, At: at, Amount: float32(amount)})
}

// Form asks to lay amount [px] of osteoid in pixel at.
func (o *Intents) Form(at int32, amount float64) {
	o.add(Intent{Op: Form, At: at, Amount: float32(amount)})
}

// Join asks to fuse into the osteoclast in a slot.
func (o *Intents) Join(osteoclast int32) {
	o.add(Intent{Op: Fuse, Into: osteoclast, With: [2]int32{-1, -1}, Cause: "joined"})
}

// Found asks to found an osteoclast with two partners.
func (o *Intents) Found(at int32, with [2]int32) {
	o.add(Intent{Op: Fuse, At: at, Into: -1, With: with, Cause: "founded"})
}

// Settle asks to turn the eroded surface within radius [um] of pixel at quiescent.
func (o *Intents) Settle(at int32, radius float64) {
	o.add(Intent{Op: Settle, At: at, Amount: float32(radius)})
}

// Note asks for an entry in the event log and nothing else.
func (o *Intents) Note(what, why Cause) { o.add(Intent{Op: Note, What: string(what), Cause: why}) }
